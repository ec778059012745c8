"""Gathering what a check looks at. What cannot be read becomes a problem of the report, never silence."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.checking import ArticleInput, CheckInputs, Focus, Judged, check_article
from claimcheck.cli.collecting import original_in
from claimcheck.cli.invocation import Invocation
from claimcheck.cli.memory import Memory, Seen
from claimcheck.cli.plugins import plugin_rules, readers_here
from claimcheck.errors import ClaimcheckError
from claimcheck.records.dialect import decode
from claimcheck.records.models import Article, Baseline, ClaimFile, Source, Waiver
from claimcheck.records.settings import Level, Settings
from claimcheck.records.workspace import BadFileName, Loaded, Workspace
from claimcheck.rules.model import Stray, Weakening
from claimcheck.rules.report import Report

if TYPE_CHECKING:
    from claimcheck.sources.printed_tables import PrintedTable

_MANY = 100
"""Articles from which on reading them takes long enough to show that it goes on."""


class MissingArticle(ClaimcheckError):
    """The file of a recorded article is gone."""

    def __init__(self, path: str, place: str) -> None:
        super().__init__(
            f"The article {path} is missing, so nobody can tell whether its claims still stand.",
            place=place,
            remedy=f"Restore {path}, or delete its record.",
        )


def gather(
    invocation: Invocation,
    workspace: Workspace,
    slugs: Sequence[str],
    *,
    fail_on: Level | None = None,
    excuse: bool = True,
    changed: str | None = None,
    policy_from: str | None = None,
    memory: Memory | None = None,
) -> CheckInputs:
    """Everything a check of the workspace looks at.

    Args:
        slugs: articles to check; empty for all.
        excuse: False to leave waivers and baseline out.
        changed: a commit; only what changed since it was left is checked.
        policy_from: a commit; settings, waivers, baseline, grades and sign-offs are taken from it.
        memory: what earlier checks of the whole workspace came to.

    Raises:
        ClaimcheckError: if git cannot answer, or the commit's own records cannot be read.
    """
    inputs = _as_it_stands(invocation, workspace, slugs, excuse, changed, memory)
    if policy_from is not None:
        inputs = _under_policy(invocation, workspace, inputs, policy_from, excuse)
    return replace(inputs, settings=_settings(inputs.settings, fail_on))


def _as_it_stands(
    invocation: Invocation,
    workspace: Workspace,
    slugs: Sequence[str],
    excuse: bool,
    changed: str | None,
    memory: Memory | None,
) -> CheckInputs:
    """What :func:`gather` gives, by the workspace's own settings."""
    problems: list[ClaimcheckError] = []
    sources = _sources(workspace, problems)
    focus = _focus(workspace, changed, sources, problems) if changed is not None else None
    wanted = _wanted(workspace, slugs, focus, problems)
    hashes = _hashes(workspace, sources, problems)
    copying = _copying(invocation, workspace, sources, problems)
    today = invocation.today(workspace.settings.desk.time_zone)
    if memory is not None:
        memory.open(_basis(workspace, wanted, today, hashes, copying))
    articles, judged = _articles(workspace, wanted, memory, problems)
    return CheckInputs(
        articles=articles,
        today=today,
        judged=judged,
        sources=sources,
        source_hashes=hashes,
        tables=_tables(workspace, articles, sources, problems),
        waivers=_waivers(workspace, problems) if excuse else (),
        baseline=_baseline(workspace, problems) if excuse else Baseline(claimcheck=1),
        settings=workspace.settings,
        copying=copying,
        problems=problems,
        strays=_strays(invocation, workspace, problems),
        focus=focus,
        whole=not slugs and (focus is None or focus.everything),
        extra_rules=plugin_rules(workspace.settings),
    )


def _wanted(
    workspace: Workspace, slugs: Sequence[str], focus: Focus | None, problems: list[ClaimcheckError]
) -> list[str]:
    """The articles to check: those named, or all; of these, those that a change touched."""
    wanted = list(slugs or _slugs(workspace, problems))
    if focus is None or focus.everything:
        return wanted
    return [slug for slug in wanted if slug in focus.slugs()]


def _basis(
    workspace: Workspace,
    slugs: Sequence[str],
    today: date,
    hashes: Mapping[str, str],
    copying: Sequence[tuple[str, str]],
) -> list[str]:
    """What the judgement of every article rests on besides its own files."""
    records = sorted((loaded.place, loaded.sha256) for loaded in workspace.known_sources())
    settings = workspace.settings.model_dump_json()
    return [settings, today.isoformat(), *slugs, repr(records), repr(sorted(hashes.items())), repr(copying)]


def _articles(
    workspace: Workspace, slugs: list[str], memory: Memory | None, problems: list[ClaimcheckError]
) -> tuple[list[ArticleInput], list[Judged]]:
    """What is to be judged, and what was judged before and did not change."""
    articles: list[ArticleInput] = []
    judged: list[Judged] = []
    for slug in _watched(slugs):
        known = memory.recall(workspace, slug) if memory is not None else None
        if known is not None:
            judged.append(known)
            continue
        found = _article(workspace, slug, memory, problems)
        if found is not None:
            articles.append(found)
    return articles, judged


def _watched(slugs: list[str]) -> Iterable[str]:
    """The slugs, with a progress bar where there are enough of them to wait for."""
    if len(slugs) < _MANY:
        return slugs
    from claimcheck.cli.terminal import progress

    return progress(slugs, "Reading articles")


def _focus(
    workspace: Workspace, ref: str, sources: Mapping[str, Source], problems: list[ClaimcheckError]
) -> Focus | None:
    """What changed since a commit; None, and a problem, where a file has a name no record may have."""
    from claimcheck.cli.changed import find_changes
    from claimcheck.cli.git import Git

    git = Git(workspace.root, os.environ)
    commit = git.fork_point(ref)
    try:
        return find_changes(workspace, git, commit, sources)
    except BadFileName as error:
        problems.append(error)
        return None


def _under_policy(
    invocation: Invocation, workspace: Workspace, inputs: CheckInputs, ref: str, excuse: bool
) -> CheckInputs:
    from claimcheck.cli.git import Git
    from claimcheck.cli.trusting import read_commit, trust

    git = Git(workspace.root, os.environ)
    commit = git.commit(ref)
    trusted = read_commit(invocation, git, commit, workspace.slugs())
    gone = [
        Weakening(
            f"claims/{slug}.yaml", f"It deletes the record of {record.article.path}, which still stands."
        )
        for slug, record in trusted.gone.items()
        if workspace.resolve(record.article.path, f"claims/{slug}.yaml").exists()
    ]
    held = trust(inputs, trusted, git, commit)
    held = replace(held, weakenings=(*held.weakenings, *gone))
    return held if excuse else replace(held, waivers=(), baseline=Baseline(claimcheck=1))


def _settings(settings: Settings, fail_on: Level | None) -> Settings:
    if fail_on is None:
        return settings
    check = settings.check.model_copy(update={"fail_on": fail_on})
    return settings.model_copy(update={"check": check})


def _slugs(workspace: Workspace, problems: list[ClaimcheckError]) -> list[str]:
    try:
        return workspace.slugs()
    except ClaimcheckError as error:
        problems.append(error)
        return []


def _sources(workspace: Workspace, problems: list[ClaimcheckError]) -> dict[str, Source]:
    found: dict[str, Source] = {}
    try:
        names = workspace.source_ids()
    except ClaimcheckError as error:
        problems.append(error)
        return found
    for name in names:
        try:
            found[name] = workspace.source(name).record
        except ClaimcheckError as error:
            problems.append(error)
    return found


def _article(
    workspace: Workspace, slug: str, memory: Memory | None, problems: list[ClaimcheckError]
) -> ArticleInput | None:
    try:
        loaded = workspace.article(slug)
        path = workspace.reading_text_path(slug)
        data = workspace.read(path)
        text = decode(data, workspace.place(path))
        current = _current(workspace, loaded)
    except ClaimcheckError as error:
        problems.append(error)
        return None
    from claimcheck.extraction.relations import find_relations

    article = loaded.record.article
    # A calculation rests on the cells of its source too, which are not among the files remembered.
    if memory is not None and not _calculated([loaded.record]):
        digests = (loaded.sha256, sha256(data).hexdigest(), sha256(current).hexdigest())
        memory.saw(slug, Seen(*digests, article.path))
    live = [claim for claim in loaded.record.claims if not claim.orphan]
    gone = [claim.id for claim in loaded.record.claims if claim.orphan]
    return ArticleInput(
        slug,
        loaded.record,
        text,
        loaded.place,
        stale=_is_stale(article, current, text),
        relations=find_relations(live, text),
        original=original_in(article.path, current, text),
        recorded=workspace.claim_places(loaded, gone) if gone else {},
    )


def _current(workspace: Workspace, loaded: Loaded[ClaimFile]) -> bytes:
    """The article's file as it is now."""
    article = loaded.record.article
    path = workspace.resolve(article.path, loaded.place)
    if not path.is_file():
        raise MissingArticle(article.path, loaded.place)
    return path.read_bytes()


def _is_stale(article: Article, data: bytes, text: str) -> bool:
    """Whether the article is no longer what was extracted, or the text beside the record is not its own."""
    if sha256(data).hexdigest() != article.sha256:
        return True
    if not article.path.lower().endswith((".txt", ".md")):
        return False
    try:
        own = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return False  # another encoding: only extraction tells which
    if "\0" in own or own == text:
        return False
    from claimcheck.documents.readers.plain import whole_words

    return article.path.lower().endswith(".md") or whole_words(own) != text


def _strays(invocation: Invocation, workspace: Workspace, problems: list[ClaimcheckError]) -> list[Stray]:
    """Second versions of records, and caches inside the workspace."""
    found: list[Stray] = []
    try:
        for copy in workspace.conflict_copies():
            found.append(Stray("copy", workspace.place(copy.path), workspace.place(copy.original)))
    except ClaimcheckError as error:
        problems.append(error)
    caches = {workspace.root / ".cache" / "claimcheck"}
    if invocation.cache(workspace.root) is None:
        caches.add(invocation.dirs().cache.resolve())
    return found + [Stray("cache", workspace.place(path)) for path in sorted(caches) if path.exists()]


def _hashes(
    workspace: Workspace, sources: Mapping[str, Source], problems: list[ClaimcheckError]
) -> dict[str, str]:
    from claimcheck.cli.collecting import source_hashes

    found: dict[str, str] = {}
    for name, source in sources.items():
        try:
            found.update(source_hashes(workspace, {name: source}))
        except ClaimcheckError as error:
            problems.append(error)
    return found


def _calculated(records: Iterable[ClaimFile]) -> set[str]:
    """The sources that accepted calculations rest on."""
    return {
        item.source
        for record in records
        for claim in record.claims
        for item in claim.evidence
        if item.calculation is not None and item.status == "accepted"
    }


def _tables(
    workspace: Workspace,
    articles: Sequence[ArticleInput],
    sources: Mapping[str, Source],
    problems: list[ClaimcheckError],
) -> dict[str, PrintedTable]:
    """The cells of each source that a calculation rests on, as its text has them now."""
    found: dict[str, PrintedTable] = {}
    for name in sorted(_calculated(article.record for article in articles) & sources.keys()):
        from claimcheck.sources.printed_tables import table_cells
        from claimcheck.sources.texts import load_text

        try:
            held = load_text(workspace, sources[name])
        except ClaimcheckError as error:
            problems.append(error)
            continue
        if held is not None:
            found[name] = table_cells(held.blocks, held.text)
    return found


def _copying(
    invocation: Invocation,
    workspace: Workspace,
    sources: Mapping[str, Source],
    problems: list[ClaimcheckError],
) -> list[tuple[str, str]]:
    from claimcheck.cli.collecting import copying_between

    try:
        return copying_between(invocation, workspace, sources)
    except ClaimcheckError as error:
        problems.append(error)
        return []


def _waivers(workspace: Workspace, problems: list[ClaimcheckError]) -> list[Waiver]:
    try:
        loaded = workspace.waivers()
    except ClaimcheckError as error:
        problems.append(error)
        return []
    return loaded.record.waivers if loaded else []


def _baseline(workspace: Workspace, problems: list[ClaimcheckError]) -> Baseline:
    try:
        loaded = workspace.baseline()
    except ClaimcheckError as error:
        problems.append(error)
        loaded = None
    return loaded.record if loaded else Baseline(claimcheck=1)


def check_bare(invocation: Invocation, path: Path, fail_on: Level | None) -> Report:
    """What the text of an article alone shows; nothing is written and no workspace is needed."""
    from claimcheck.documents.reading import read_document
    from claimcheck.extraction.claims import extract_claims
    from claimcheck.extraction.recording import describe_article, published_day
    from claimcheck.extraction.relations import find_relations
    from claimcheck.sources.adding import slug_of

    settings = _settings(invocation.settings(None), fail_on)
    document = read_document(path, readers=readers_here(invocation))
    slug = slug_of(path.stem)
    day = published_day(document)
    extraction = extract_claims(document, slug=slug, published=day)
    data = path.read_bytes()
    return check_article(
        describe_article(document, str(path), sha256(data).hexdigest(), path.stem),
        extraction.claims,
        document.text,
        today=invocation.today(),
        slug=slug,
        relations=find_relations(extraction.claims, document.text),
        original=original_in(str(path), data, document.text),
        settings=settings,
        extra_rules=plugin_rules(settings),
    )
