"""The check: records, rules, waivers and baseline in; one report out. Pure: no file is read here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from claimcheck.assessment.assess import assess_claim
from claimcheck.assessment.origins import Lineage, Lineages
from claimcheck.assessment.policy import Policy, load_policy
from claimcheck.documents.original import Original
from claimcheck.errors import ClaimcheckError
from claimcheck.records.models import Article, Baseline, Claim, ClaimFile, Source, Waiver
from claimcheck.records.settings import Settings
from claimcheck.records.withholding import names_withheld
from claimcheck.rules.model import (
    ArticleView,
    ClaimView,
    Elsewhere,
    Hygiene,
    Relation,
    RuleContext,
    Stage,
    Stray,
    Use,
    Weakening,
)
from claimcheck.rules.precise import repeats_marked, without_repeats
from claimcheck.rules.registry import RULES, Check, Rule, find_rule, load_check, rules_matching
from claimcheck.rules.report import ArticleRow, ClaimRow, Finding, Report, Waived
from claimcheck.rules.running import Runner, by_gravity, by_place, from_error, in_order, problem

if TYPE_CHECKING:
    from claimcheck.sources.printed_tables import PrintedTable

_NEXT: tuple[tuple[tuple[str, ...], str], ...] = (
    (("CC101", "CC102"), "claimcheck source add FILE"),
    (("CC1", "CC2", "CC301", "CC302", "CC309"), "claimcheck explain {claim}"),
)
"""What to do next, by the rule of the gravest finding that has an answer here; the first that fits."""


@dataclass(frozen=True, slots=True)
class ArticleInput:
    """One article to check.

    Attributes:
        place: path of its claims file, as messages name it.
        text: the reading text it was last extracted from.
        stale: True where the article's file is no longer that text.
        relations: what :func:`claimcheck.extraction.relations.find_relations` found in it.
        original: where the text's words stand in the article's file, where that has other lines.
        recorded: line and column in the claims file of each claim whose sentence is gone, by its id.
    """

    slug: str
    record: ClaimFile
    text: str
    place: str = ""
    stale: bool = False
    relations: Sequence[Relation] = ()
    original: Original | None = None
    recorded: Mapping[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rules say of one article by itself, before waivers and the baseline are looked at.

    Attributes:
        used: which sources accepted evidence of its claims comes from, and with which stance.
    """

    row: ArticleRow
    claims: tuple[ClaimRow, ...]
    findings: tuple[Finding, ...]
    used: frozenset[Use]


@dataclass(frozen=True, slots=True)
class Focus:
    """What a check is narrowed to.

    Attributes:
        claims, articles: ids of claims, and slugs of articles all of whose claims count.
        paths: record files whose own findings count.
        everything: True where nothing is left out after all.
        recorded: how many articles there are, whether they are looked at or not.
    """

    claims: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    paths: frozenset[str] = frozenset()
    everything: bool = False
    recorded: int = 0

    def covers(self, claim: str, article: str, path: str = "") -> bool:
        """Whether a claim, or a finding about an article or a file, counts."""
        inside = claim in self.claims or article in self.articles
        return self.everything or inside or (not claim and path in self.paths)

    def slugs(self) -> frozenset[str]:
        """Articles that have to be read."""
        return self.articles | {claim.partition("/")[0] for claim in self.claims}


@dataclass(frozen=True, slots=True)
class CheckInputs:
    """Everything a check looks at, collected beforehand.

    Attributes:
        source_hashes: sha256 of each source's extracted text as it lies on disk; a missing file has none.
        tables: what the sources that calculations rest on print in their cells, by source and cell.
        judged: articles that were judged before on the same basis, and are not among ``articles``.
        copying: dated copying between sources, as pairs (later, earlier).
        problems: what could not be read; any of them makes the check impossible.
        strays: files that should not lie in the workspace.
        weakenings: how the working tree lowers the bar, where the policy was taken from a commit.
        focus: what counts; None for everything that is given.
        whole: False where only some of the workspace's articles are checked.
        extra_rules: rules of plug-ins that settings name, each with its function.
    """

    articles: Sequence[ArticleInput]
    today: date
    judged: Sequence[Judged] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    source_hashes: Mapping[str, str] = field(default_factory=dict)
    tables: Mapping[str, PrintedTable] = field(default_factory=dict)
    waivers: Sequence[Waiver] = ()
    baseline: Baseline = field(default_factory=lambda: Baseline(claimcheck=1))
    settings: Settings = field(default_factory=Settings)
    copying: Sequence[tuple[str, str]] = ()
    problems: Sequence[ClaimcheckError] = ()
    strays: Sequence[Stray] = ()
    weakenings: Sequence[Weakening] = ()
    focus: Focus | None = None
    whole: bool = True
    extra_rules: Sequence[tuple[Rule, Check]] = ()


def check_workspace(inputs: CheckInputs) -> Report:
    """Run every selected rule over a workspace.

    A rule that crashes is a problem of its own, and the others still run. Nothing collected, an unknown rule
    in the settings or anything unreadable makes the report's exit code 2, whatever else was found.
    """
    return _check(inputs, desk=True)[0]


def check_and_judge(inputs: CheckInputs) -> tuple[Report, list[Judged]]:
    """As :func:`check_workspace`; and what it came to for each of ``inputs.articles``.

    Nothing is said of the articles where a rule crashed, for what it would have found is not known.
    """
    return _check(inputs, desk=True)


def check_article(
    article: Article,
    claims: Sequence[Claim],
    text: str,
    *,
    slug: str,
    today: date,
    relations: Sequence[Relation] = (),
    original: Original | None = None,
    settings: Settings | None = None,
    extra_rules: Sequence[tuple[Rule, Check]] = (),
) -> Report:
    """What an article's text alone shows, most serious first; no workspace is needed.

    Args:
        claims: as extraction found them in ``text``.
        original: where the text's words stand in the article's file, where that has other lines.
        extra_rules: rules of plug-ins that settings name, each with its function.
    """
    record = ClaimFile.model_construct(claimcheck=1, article=article, claims=list(claims), dropped=[])
    given = ArticleInput(slug, record, text, article.path, relations=relations, original=original)
    inputs = CheckInputs([given], today, settings=settings or Settings(), extra_rules=extra_rules)
    report, _ = _check(inputs, desk=False)
    return replace(
        report,
        findings=tuple(sorted(report.findings, key=by_gravity)),
        alone=True,
        next_command=f"claimcheck init && claimcheck extract {article.path}",
    )


def _check(inputs: CheckInputs, *, desk: bool) -> tuple[Report, list[Judged]]:
    problems = [from_error(error) for error in inputs.problems]
    try:
        policy = load_policy(inputs.settings.policy, origin=inputs.settings.origin)
        chosen = _choose_rules(inputs, desk)
        extra = [rule for rule, _ in inputs.extra_rules]
        severity = inputs.settings.check.severity.items()
        place = inputs.settings.origin("check.severity")
        levels = {find_rule(name, place=place, extra=extra).code: level for name, level in severity}
    except ClaimcheckError as error:
        return _empty_report(inputs, [*problems, from_error(error)]), []
    context = _context(inputs, policy)
    problems += _nothing_to_check(inputs, chosen, context)
    runner = Runner(context, levels)
    told = repeats_marked(runner.run(_ready(chosen, "workspace", inputs, context), context), context)
    judged = _judged(told, runner, context)
    found = _in_focus(_together(told, inputs.judged), inputs.focus)
    fresh, waived, used = _excuse(found, inputs)
    known = [finding for finding in fresh if any(name in inputs.baseline.findings for name in finding.names)]
    fresh, repeats = without_repeats(fresh, inputs.baseline.findings)
    hygiene = Hygiene(
        waivers=inputs.waivers,
        baseline=inputs.baseline,
        used_waivers=used,
        fingerprints=frozenset(name for finding in found for name in finding.names),
        ran=frozenset(rule.code for rule in chosen),
        plugins={name: rule.code for rule in extra for name in (rule.code.casefold(), rule.name)},
        whole=inputs.whole and not problems and not runner.crashes,
        weakenings=inputs.weakenings,
    )
    last = replace(context, hygiene=hygiene)
    fresh += runner.run(_ready(chosen, "report", inputs, last), last)
    everything = sorted([*judged, *inputs.judged], key=lambda one: one.row.slug)
    report = replace(
        _empty_report(inputs, [*problems, *runner.crashes]),
        findings=in_order(fresh),
        waived=tuple(sorted(waived, key=lambda item: by_place(item.finding))),
        baselined=in_order(known),
        repeats=in_order(repeats),
        articles=tuple(one.row for one in everything),
        claims=tuple(row for one in everything for row in one.claims if _counts(row, inputs.focus)),
        policy_version=policy.version,
        next_command=_next_command(fresh),
    )
    return report, [] if runner.crashes else judged


def _judged(told: Sequence[Finding], runner: Runner, context: RuleContext) -> list[Judged]:
    """What was told of each article that the rules looked at."""
    findings: dict[str, list[Finding]] = {}
    for finding in told:
        findings.setdefault(finding.article, []).append(finding)
    claims: dict[str, list[ClaimRow]] = {view.slug: [] for view in context.articles}
    used: dict[str, set[Use]] = {view.slug: set() for view in context.articles}
    for view in context.claims:
        if not view.claim.orphan:
            claims[view.article.slug].append(runner.claim_row(view))
    for source, stance, slug in context.uses():
        used[slug].add((source, stance))
    return [
        Judged(
            row=_article_row(view, len(claims[view.slug])),
            claims=tuple(claims[view.slug]),
            findings=tuple(findings.get(view.slug, ())),
            used=frozenset(used[view.slug]),
        )
        for view in context.articles
    ]


def _together(told: Sequence[Finding], judged: Sequence[Judged]) -> list[Finding]:
    """All findings; what was told of several articles alike is one."""
    found = {finding.fingerprint: finding for finding in told}
    for one in judged:
        for finding in one.findings:
            found.setdefault(finding.fingerprint, finding)
    return list(found.values())


def _in_focus(found: list[Finding], focus: Focus | None) -> list[Finding]:
    if focus is None:
        return found
    return [finding for finding in found if focus.covers(finding.claim, finding.article, finding.path)]


def _counts(row: ClaimRow, focus: Focus | None) -> bool:
    return focus is None or focus.covers(row.id, row.article)


def _empty_report(inputs: CheckInputs, problems: Sequence[Finding]) -> Report:
    return Report(
        findings=(),
        waived=(),
        baselined=(),
        problems=in_order(problems),
        articles=(),
        claims=(),
        sources=len(inputs.sources),
        fail_on=inputs.settings.check.fail_on,
        today=inputs.today.isoformat(),
        policy_version="",
        rule_url=inputs.settings.check.rule_url,
        plugin_rules=tuple(rule for rule, _ in inputs.extra_rules),
    )


def _choose_rules(inputs: CheckInputs, desk: bool) -> list[Rule]:
    settings, origin = inputs.settings.check, inputs.settings.origin
    extra = [rule for rule, _ in inputs.extra_rules]
    every = [*RULES, *extra]
    selected = rules_matching(settings.select, place=origin("check.select"), extra=extra)
    wanted = selected or frozenset(rule.code for rule in every)
    wanted -= rules_matching(settings.ignore, place=origin("check.ignore"), extra=extra)
    return [
        rule for rule in every if rule.stage != "problem" and (desk or rule.alone) and rule.code in wanted
    ]


def _ready(
    chosen: Sequence[Rule], stage: Stage, inputs: CheckInputs, context: RuleContext
) -> list[tuple[Rule, Check]]:
    """The rules of a stage that have work to do, each with its function."""
    extra = {rule.code: check for rule, check in inputs.extra_rules}
    of_stage = [rule for rule in chosen if rule.stage == stage]
    met = {need: context.has(need) for need in {rule.needs for rule in of_stage}}
    # A rule that lacks what it needs would find nothing; it is not even imported.
    return [(rule, extra.get(rule.code) or load_check(rule)) for rule in of_stage if met[rule.needs]]


def _context(inputs: CheckInputs, policy: Policy) -> RuleContext:
    articles = sorted(inputs.articles, key=lambda item: item.slug)
    views = [
        ArticleView(
            slug=item.slug,
            article=item.record.article,
            text=item.text,
            record=item.place,
            stale=item.stale,
            relations=tuple(item.relations),
            original=item.original,
            lined=not any(claim.locator for claim in item.record.claims if not claim.orphan),
            recorded=item.recorded,
        )
        for item in articles
    ]
    claims: list[ClaimView] = []
    lineages = Lineages(inputs.sources, inputs.copying)
    held = names_withheld(inputs.sources, inputs.today, inputs.settings.desk.time_zone)
    for item, view in zip(articles, views, strict=True):
        claims += _assess_article(item, view, inputs, policy, lineages.of(item.slug), held)
    return RuleContext(
        articles=views,
        claims=claims,
        sources=dict(sorted(inputs.sources.items())),
        source_hashes=inputs.source_hashes,
        settings=inputs.settings,
        policy=policy,
        today=inputs.today,
        strays=inputs.strays,
        tables=inputs.tables,
        elsewhere=Elsewhere(
            slugs=frozenset(one.row.slug for one in inputs.judged),
            used=frozenset[Use]().union(*(one.used for one in inputs.judged)),
        ),
    )


def _assess_article(
    item: ArticleInput,
    view: ArticleView,
    inputs: CheckInputs,
    policy: Policy,
    lineage: Lineage,
    held: frozenset[str],
) -> list[ClaimView]:
    genre = item.record.article.genre
    return [
        ClaimView(
            view,
            claim,
            assess_claim(claim, inputs.sources, policy, genre=genre, article_slug=item.slug, lineage=lineage),
            held,
        )
        for claim in sorted(item.record.claims, key=lambda claim: (claim.anchor.start, claim.id))
    ]


def _excuse(
    found: Sequence[Finding], inputs: CheckInputs
) -> tuple[list[Finding], list[Waived], frozenset[int]]:
    """Findings that no running waiver excuses, those that one does, and which waivers did."""
    running: dict[tuple[str, str], int] = {}
    # Of two waivers for one finding the one that runs longer counts, whatever their order.
    order = sorted(range(len(inputs.waivers)), key=lambda place: inputs.waivers[place].expires, reverse=True)
    for position in order:
        waiver = inputs.waivers[position]
        if waiver.expires[:10] >= inputs.today.isoformat():
            running.setdefault((waiver.claim, waiver.code.casefold()), position)
    left: list[Finding] = []
    waived: list[Waived] = []
    used: set[int] = set()
    for finding in found:
        keys = ((finding.claim, finding.code.casefold()), (finding.claim, finding.name))
        met = [running[key] for key in keys if finding.claim and key in running]
        used.update(met)
        if met:
            waiver = inputs.waivers[met[0]]
            waived.append(Waived(finding, waiver.reason, waiver.by, waiver.expires))
        else:
            left.append(finding)
    return left, waived, frozenset(used)


def _article_row(view: ArticleView, claims: int) -> ArticleRow:
    return ArticleRow(view.slug, view.article.path, view.article.title, view.article.stage, claims)


def _nothing_to_check(inputs: CheckInputs, chosen: Sequence[Rule], context: RuleContext) -> list[Finding]:
    """Problems of a check that would be green because it looks at nothing."""
    why = []
    if inputs.focus is not None and inputs.focus.recorded and not inputs.articles and not inputs.judged:
        pass  # nothing changed, so there is nothing that was not checked before
    elif not inputs.articles and inputs.problems:
        pass  # there are articles, and why they could not be read is said already
    elif not inputs.articles and not inputs.judged:
        why.append(("There is no article to check.", "Record one with: claimcheck extract ARTICLE"))
    elif all(v.claim.orphan for v in context.claims) and not any(one.claims for one in inputs.judged):
        what = "No claim was found in what was to be checked."
        why.append((what, "See what was dropped: claimcheck extract ARTICLE --json"))
    if not any(rule.stage == "workspace" for rule in chosen):
        why.append(
            ("The settings leave no rule to check with.", f"Correct select and ignore: {_where(inputs)}.")
        )
    return [problem("nothing-to-check", message, fix) for message, fix in why]


def _where(inputs: CheckInputs) -> str:
    """Where the settings that choose rules were given."""
    given = {"check.select": inputs.settings.check.select, "check.ignore": inputs.settings.check.ignore}
    return " and ".join(dict.fromkeys(inputs.settings.origin(key) for key, codes in given.items() if codes))


def _next_command(findings: Sequence[Finding]) -> str:
    worst = sorted(findings, key=by_gravity)
    changed = next((finding for finding in worst if finding.code == "CC002"), None)
    if changed is not None:
        return f"claimcheck extract {changed.path}"
    for finding in worst:
        for codes, command in _NEXT:
            if finding.claim and finding.code.startswith(codes):
                return command.format(claim=finding.claim)
    return f"claimcheck rule {worst[0].code}" if worst else ""
