"""``check --policy-from REF``: what decides comes from a commit, so that no change can clear itself.

Taken from the commit: settings (people among them), waivers, baseline, the grades of sources, and sign-offs
and decisions that excuse a claim. What the working tree makes laxer is told besides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from claimcheck.checking import ArticleInput, CheckInputs
from claimcheck.cli.git import Git
from claimcheck.cli.invocation import Invocation
from claimcheck.cli.plugins import plugin_rules
from claimcheck.records.cache import RecordCache
from claimcheck.records.counting import counted
from claimcheck.records.models import Baseline, Claim, ClaimFile, Evidence, Source, Waiver
from claimcheck.records.settings import FILE_NAME, Settings
from claimcheck.records.workspace import Workspace
from claimcheck.rules.model import LEVELS, Weakening
from claimcheck.rules.registry import RULES, Rule, find_rule, rules_matching

_GRADES = (
    *("provider", "tier", "reliability", "lineage", "derived_from", "study", "wire", "terms", "named"),
    *("translated", "translation_verified", "machine_transcript", "heard", "hops", "owner", "fictional"),
)
"""Fields of a source that its weight depends on."""
_EXCUSES = {
    "exempt": "exempts the claim from sourcing",
    "states_dispute": "says that the text states the dispute",
    "unnamed_approved": "approves an unnamed source",
}
_LABELS = ("NFS", "UFS", "CFS")
_STAGES = ("draft", "checking", "cleared", "published")
_ORDER = ("off", *LEVELS)


@dataclass(frozen=True, slots=True)
class Trusted:
    """What a commit holds.

    Attributes:
        known: False where the commit is of a time before there was a workspace.
        articles: claim files by slug, of those articles that are still recorded.
        gone: of those that no longer are.
    """

    known: bool
    settings: Settings
    waivers: list[Waiver]
    baseline: Baseline
    sources: Mapping[str, Source]
    articles: Mapping[str, ClaimFile]
    gone: Mapping[str, ClaimFile]


def read_commit(invocation: Invocation, git: Git, commit: str, slugs: list[str]) -> Trusted:
    """Read the records of a commit.

    Args:
        slugs: articles that are recorded now.

    Raises:
        ClaimcheckError: if git cannot answer, or a record of the commit cannot be read.
    """
    tree = git.tree(commit)
    wanted = {
        place: blob
        for place, blob in tree.items()
        if place == FILE_NAME or (place.count("/") == 1 and place.startswith(("claims/", "sources/")))
    }
    contents = git.contents(wanted.values()) if wanted else {}
    with TemporaryDirectory(prefix="claimcheck-") as name:
        root = Path(name).resolve()
        for place, blob in wanted.items():
            path = root / place
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(contents[blob])
        cache = invocation.cache(root)
        workspace = Workspace(root, invocation.settings(root), RecordCache(cache) if cache else None)
        waivers, baseline = workspace.waivers(), workspace.baseline()
        records = {loaded.path.stem: loaded.record for loaded in workspace.articles()}
        return Trusted(
            FILE_NAME in tree,
            workspace.settings,
            waivers.record.waivers if waivers else [],
            baseline.record if baseline else Baseline(claimcheck=1),
            {loaded.record.id: loaded.record for loaded in workspace.sources()},
            {slug: record for slug, record in records.items() if slug in slugs},
            {slug: record for slug, record in records.items() if slug not in slugs},
        )


def trust(inputs: CheckInputs, trusted: Trusted, git: Git, commit: str) -> CheckInputs:
    """The same check under the policy of a commit, and what the working tree makes laxer.

    Where the commit has no workspace there is no policy to take; that is said instead.

    Raises:
        ClaimcheckError: if git cannot name the authors of a change.
    """
    if not trusted.known:
        what = f"The commit {commit[:12]} has no {FILE_NAME}, so this change brings its own policy."
        return replace(inputs, weakenings=(Weakening(FILE_NAME, what, level="warning"),))
    own = plugin_rules(trusted.settings)
    extra = tuple({rule.code: rule for rule, _ in (*own, *inputs.extra_rules)}.values())
    found = [
        *settings_weakened(trusted.settings, inputs.settings, extra),
        *_lists_weakened(trusted, inputs),
        *(one for name in trusted.sources for one in _source_weakened(trusted, inputs, name)),
    ]
    articles = []
    for item in inputs.articles:
        base = trusted.articles.get(item.slug)
        found += _article_weakened(base, item)
        found += _foreign(base, item, git, commit, trusted.settings.desk.people)
        articles.append(replace(item, record=_excused_as_before(base, item.record)))
    return replace(
        inputs,
        articles=articles,
        sources={name: _graded_as_before(trusted, one) for name, one in inputs.sources.items()},
        settings=trusted.settings,
        waivers=trusted.waivers,
        baseline=trusted.baseline,
        weakenings=tuple(found),
        extra_rules=own,
    )


def settings_weakened(base: Settings, now: Settings, extra: Sequence[Rule] = ()) -> Iterator[Weakening]:
    """How one set of settings is laxer than another.

    Args:
        extra: rules of the plug-ins that either names.
    """

    def lower(name: str, before: str, after: str, order: tuple[str, ...]) -> Iterator[Weakening]:
        if order.index(after) < order.index(before):
            yield Weakening(FILE_NAME, f"It lowers {name} from {before} to {after}.")

    yield from lower("check.fail_on", now.check.fail_on, base.check.fail_on, LEVELS)
    for name in ("unsourced_cfs", "unsourced_ufs"):
        yield from lower(f"check.{name}", getattr(base.check, name), getattr(now.check, name), _ORDER)
    people = ("none", "check-worthy", "all")
    yield from lower("desk.second_person", base.desk.second_person, now.desk.second_person, people)
    yield from _rules_weakened(base, now, extra)
    if base.policy != now.policy:
        yield Weakening(FILE_NAME, "It changes [policy], which grades every claim.")
    added = sorted(set(now.desk.people) - set(base.desk.people)) if base.desk.people else []
    if added or (base.desk.people and not now.desk.people):
        yield Weakening(FILE_NAME, f"It lets others decide: {', '.join(added) or 'anybody'}.")
    for name in sorted(set(base.plugins.rules) - set(now.plugins.rules)):
        yield Weakening(FILE_NAME, f"It switches off the plug-in rules of {name}.")


def _rules_weakened(base: Settings, now: Settings, extra: Sequence[Rule]) -> Iterator[Weakening]:
    for code in sorted(_selected(base, extra) - _selected(now, extra)):
        yield Weakening(FILE_NAME, f"It switches off {code} {find_rule(code, extra=extra).name}.")
    before, after = _levels(base, extra), _levels(now, extra)
    for rule in (*RULES, *extra):
        was, is_now = before.get(rule.code, rule.level), after.get(rule.code, rule.level)
        if _ORDER.index(is_now) < _ORDER.index(was):
            yield Weakening(FILE_NAME, f"It lowers {rule.code} {rule.name} from {was} to {is_now}.")


def _selected(settings: Settings, extra: Sequence[Rule]) -> frozenset[str]:
    selected = rules_matching(settings.check.select, place=FILE_NAME, extra=extra)
    every = selected or frozenset(rule.code for rule in (*RULES, *extra))
    return every - rules_matching(settings.check.ignore, place=FILE_NAME, extra=extra)


def _levels(settings: Settings, extra: Sequence[Rule]) -> dict[str, str]:
    severity = settings.check.severity.items()
    return {find_rule(name, place=FILE_NAME, extra=extra).code: level for name, level in severity}


def _lists_weakened(trusted: Trusted, inputs: CheckInputs) -> Iterator[Weakening]:
    known = {(waiver.code, waiver.claim): waiver.expires for waiver in trusted.waivers}
    for waiver in inputs.waivers:
        if waiver.expires > known.get((waiver.code, waiver.claim), ""):
            what = f"It waives {waiver.code} until {waiver.expires[:10]}."
            yield Weakening("claims/waivers.yaml", what, waiver.claim)
    added = [entry for entry in inputs.baseline.findings if entry not in trusted.baseline.findings]
    if added:
        yield Weakening("claims/baseline.json", f"It adds {counted(len(added), 'finding')} to the baseline.")


def _source_weakened(trusted: Trusted, inputs: CheckInputs, name: str) -> Iterator[Weakening]:
    base, now = trusted.sources[name], inputs.sources.get(name)
    if now is None:
        return
    fields = [field for field in _GRADES if getattr(base, field) != getattr(now, field)]
    if fields:
        what = f"It grades {name} anew: {', '.join(fields)}."
        yield Weakening(f"sources/{name}.yaml", what)
    if base.retracted and not now.retracted:
        yield Weakening(f"sources/{name}.yaml", f"It takes back that {name} was withdrawn.")


def _graded_as_before(trusted: Trusted, source: Source) -> Source:
    base = trusted.sources.get(source.id)
    if base is None:
        return source
    kept = {field: getattr(base, field) for field in _GRADES}
    return source.model_copy(update={**kept, "retracted": source.retracted or base.retracted})


def _excused_as_before(base: ClaimFile | None, record: ClaimFile) -> ClaimFile:
    """The record with the sign-offs and excuses of the commit, and none besides."""
    known = {claim.id: claim for claim in base.claims} if base else {}
    claims = [
        claim
        if not (claim.signoffs or claim.id in known or any(getattr(claim, name) for name in _EXCUSES))
        else _as_before(known.get(claim.id), claim)
        for claim in record.claims
    ]
    genre = base.article.genre if base else record.article.genre
    article = record.article.model_copy(update={"genre": genre})
    return record.model_copy(update={"claims": claims, "article": article})


def _as_before(base: Claim | None, claim: Claim) -> Claim:
    excuses = {name: getattr(base, name) if base else None for name in _EXCUSES}
    return claim.model_copy(update={**excuses, "signoffs": base.signoffs if base else []})


def _article_weakened(base: ClaimFile | None, item: ArticleInput) -> Iterator[Weakening]:
    known = {claim.id: claim for claim in base.claims} if base else {}
    for claim in item.record.claims:
        for what in _claim_weakened(known.get(claim.id), claim):
            yield Weakening(item.place, what, claim.id)
    if base is None:
        return
    was, now = base.article, item.record.article
    if now.genre != was.genre:
        yield Weakening(item.place, f"It makes the article {now.genre}; it was {was.genre}.")
    if _STAGES.index(now.stage) < _STAGES.index(was.stage):
        yield Weakening(item.place, f"It takes the article back from {was.stage} to {now.stage}.")
    left = {claim.id for claim in item.record.claims}
    for claim in base.claims:
        if claim.id not in left and claim.text in item.text:
            yield Weakening(item.place, "It deletes a claim whose sentence still stands.", claim.id)


def _claim_weakened(base: Claim | None, claim: Claim) -> Iterator[str]:
    for name, what in _EXCUSES.items():
        if getattr(claim, name) is not None and (base is None or getattr(base, name) is None):
            yield f"It {what}."
    overrides = (
        {(item.source, item.start, item.about) for item in base.evidence if _own(item)} if base else set()
    )
    for item in claim.evidence:
        if _own(item) and (item.source, item.start, item.about) not in overrides:
            yield f"It grades a passage of {item.source} apart from its source."
    if base is None:
        return
    was, now = base.check_worthiness.label, claim.check_worthiness.label
    if claim.text == base.text and _LABELS.index(now) < _LABELS.index(was):
        yield f"It lowers the check-worthiness from {was} to {now}."
    if any(signoff not in claim.signoffs for signoff in base.signoffs):
        yield "It takes out a sign-off."


def _own(item: Evidence) -> bool:
    return item.status == "accepted" and (item.tier is not None or item.reliability is not None)


def _foreign(
    base: ClaimFile | None, item: ArticleInput, git: Git, commit: str, people: Mapping[str, str]
) -> Iterator[Weakening]:
    """New sign-offs in the name of somebody who is no author of the commits that touched the file."""
    known = {claim.id: claim.signoffs for claim in base.claims} if base else {}
    new = [
        (claim.id, signoff.by)
        for claim in item.record.claims
        for signoff in claim.signoffs
        if signoff not in known.get(claim.id, [])
    ]
    if not new:
        return
    authors = {name.casefold() for name in git.authors(commit, item.place)}
    authors |= {name.partition("@")[0] for name in authors if "@" in name}
    for claim_id, by in new:
        if not authors & {by.casefold(), people.get(by, by).casefold()}:
            yield Weakening(
                item.place, f"The new sign-off by {by} is by no author of this change.", claim_id, True
            )
