"""The articles as they are on disk now, read again at the price of what changed.

One object serves every visitor. What it gives out is never changed afterwards, so that a page can be made
from it while somebody else decides.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from threading import RLock
from typing import TypedDict

from claimcheck.assessment.assess import Assessment, assess_claim
from claimcheck.assessment.origins import Lineage, trace_lineage
from claimcheck.assessment.policy import Policy, load_policy
from claimcheck.errors import ClaimcheckError
from claimcheck.records.fingerprints import claim_fingerprint
from claimcheck.records.models import Assignment, Claim, DeskFile, Genre, Note, Query, Source
from claimcheck.records.rereading import HeldClaims, read_claims
from claimcheck.records.trusted import TrustedTexts
from claimcheck.records.workspace import UnknownArticle, Workspace
from claimcheck.review.stamps import Stamp, stamp_of
from claimcheck.review.views import ArticleState, turns_shown
from claimcheck.sources.texts import load_text

Copying = Callable[[Workspace, Mapping[str, Source]], Sequence[tuple[str, str]]]
"""Finds dated copying between sources, as pairs (later, earlier)."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What reading an article again showed.

    Attributes:
        before: None where it was not read before.
        claims: ids of the claims that stand otherwise; None where the whole article does.
        revision: of what was read now.
    """

    slug: str
    before: ArticleState | None
    after: ArticleState
    claims: tuple[str, ...] | None
    revision: str


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The sources as read."""

    stamps: Mapping[Path, Stamp]
    sources: Mapping[str, Source]
    texts: Mapping[str, str]
    snapshots: Mapping[str, str]
    turns: Mapping[str, Mapping[int, str]]
    copying: Sequence[tuple[str, str]]
    digest: str


@dataclass(frozen=True, slots=True)
class _Held:
    """One article as read, for nobody in particular.

    Attributes:
        order: indices of the claims as the article has them.
        judge: what the claims were assessed by.
    """

    stamps: tuple[Stamp, ...]
    claims: HeldClaims
    revision: str
    state: ArticleState
    shelf: _Shelf
    order: Sequence[int]
    judge: _Judge


class Readings:
    """All articles of a workspace.

    Args:
        workspace: read by this object only.
        tell: told of every change that reading again shows.
        trusted: what writing need not look through again.
    """

    def __init__(
        self, workspace: Workspace, copying: Copying, tell: Callable[[Changed], None], trusted: TrustedTexts
    ) -> None:
        self._workspace = workspace
        self._trusted = trusted
        self._copying = copying
        self._tell = tell
        self._policy = load_policy(workspace.settings.policy, origin=workspace.settings.origin)
        self._lock = RLock()
        self._held: dict[str, _Held] = {}
        self._shelf: _Shelf | None = None

    @property
    def lock(self) -> RLock:
        """Held while a decision is made and read again."""
        return self._lock

    def slugs(self) -> list[str]:
        """The articles there are."""
        return self._workspace.slugs()

    def state(self, slug: str, by: str) -> ArticleState:
        """An article as it is on disk now, as one person sees it.

        Raises:
            UnknownArticle, and what reading the records raises.
        """
        return replace(self._refreshed(slug).state, by=by)

    def revision(self, slug: str) -> str:
        """Of the article as last read; changes whenever anything does that a page shows."""
        held = self._held.get(slug)
        return "" if held is None else held.revision

    def last(self, slug: str, by: str) -> ArticleState | None:
        """The article as it was last read, for when it cannot be read now."""
        held = self._held.get(slug)
        return None if held is None else replace(held.state, by=by)

    def _refreshed(self, slug: str) -> _Held:
        with self._lock:
            known = self._held.get(slug)
            if known is None and slug not in self._workspace.slugs():
                raise UnknownArticle(slug, self._workspace.slugs())
            shelf = self._sources()
            stamps = self._stamps(slug)
            if known is not None and known.stamps == stamps and known.shelf is shelf:
                return known
            held = self._read(slug, stamps, shelf, known)
            self._held[slug] = held
            before = None if known is None else known.state
            changed = () if before is None else _different(before, held.state, held.claims.changed)
            if before is None or changed is None or changed:
                self._tell(Changed(slug, before, held.state, changed, held.revision))
            return held

    def _stamps(self, slug: str) -> tuple[Stamp, ...]:
        space = self._workspace
        paths = (space.claims_path(slug), space.reading_text_path(slug), space.desk_path(slug))
        return tuple(stamp_of(path) for path in paths)

    def _read(self, slug: str, stamps: tuple[Stamp, ...], shelf: _Shelf, known: _Held | None) -> _Held:
        space = self._workspace
        space.reload()
        path = space.claims_path(slug)
        same = [known is not None and known.stamps[number] == stamps[number] for number in range(3)]
        if known is not None and same[0]:
            held = replace(known.claims, changed=())
        else:
            held = read_claims(space.read(path), space.place(path), known.claims if known else None)
            if held.edges:
                self._trusted.note(path, held.text)
        text = known.state.text if known and same[1] else space.reading_text(slug)
        desk = space.desk(slug) if not same[2] else None
        notes = known.state.desk if known and same[2] else desk.record if desk else DeskFile(claimcheck=1)
        judge = self._judge(slug, held.record.article.genre, shelf, known)
        apart = held.changed if known is not None and judge is known.judge else None
        order = _order(held.record.claims) if known is None or apart is None else _kept(known, held, apart)
        state = ArticleState(
            slug=slug,
            record=held.record,
            text=text,
            desk=notes,
            sources=shelf.sources,
            texts=shelf.texts,
            snapshots=shelf.snapshots,
            turns=shelf.turns,
            policy=self._policy,
            by="",
            order=[held.record.claims[index] for index in order],
            **judge.judged(held.record.claims, known.state if known else None, apart),
        )
        revision = sha256(f"{stamps} {shelf.digest}".encode()).hexdigest()[:16]
        return _Held(stamps, held, revision, state, shelf, order, judge)

    def _judge(self, slug: str, genre: Genre, shelf: _Shelf, known: _Held | None) -> _Judge:
        """What assesses the claims: the one of before where nothing it rests on changed."""
        if known is not None and known.shelf is shelf and known.judge.genre == genre:
            return known.judge
        lineage = trace_lineage(shelf.sources, shelf.copying, article=slug)
        return _Judge(shelf.sources, self._policy, genre, slug, lineage)

    def _sources(self) -> _Shelf:
        """The sources, read again where the folder or one of their files changed."""
        if self._shelf is not None and all(stamp_of(path) == at for path, at in self._shelf.stamps.items()):
            return self._shelf
        space = self._workspace
        space.reload()
        sources = {loaded.record.id: loaded.record for loaded in space.sources()}
        watched = [space.root / "sources", *(space.source_path(name) for name in sources)]
        watched += [space.root / source.text.path for source in sources.values() if source.text is not None]
        stamps = {path: stamp_of(path) for path in watched}
        held = [text for source in sources.values() if (text := load_text(space, source)) is not None]
        texts = {text.source.id: text.text for text in held}
        snapshots = {text.source.id: text.snapshot for text in held}
        turns = {text.source.id: shown for text in held if (shown := turns_shown(text.blocks))}
        digest = sha256(repr(sorted((str(path), at) for path, at in stamps.items())).encode()).hexdigest()
        copying = self._copying(space, sources)
        self._shelf = _Shelf(stamps, sources, texts, snapshots, turns, copying, digest)
        return self._shelf


class _Judged(TypedDict):
    """What of a state is worked out from its claims."""

    assessments: Mapping[str, Assessment]
    known: Mapping[str, tuple[Claim, str]]


@dataclass(frozen=True, slots=True)
class _Judge:
    """Assesses claims."""

    sources: Mapping[str, Source]
    policy: Policy
    genre: Genre
    slug: str
    lineage: Lineage

    def judged(
        self, claims: Sequence[Claim], before: ArticleState | None, apart: Sequence[int] | None
    ) -> _Judged:
        """Assessments and fingerprints.

        Args:
            apart: the claims that are not those of ``before``; None where all are to be assessed.
        """
        retracted = {name: source.retracted is not None for name, source in self.sources.items()}
        assessments: dict[str, Assessment] = {}
        known: dict[str, tuple[Claim, str]] = {}
        if before is not None and apart is not None:
            assessments, known = dict(before.assessments), dict(before.known)
        fresh = claims if before is None or apart is None else [claims[index] for index in apart]
        for claim in fresh:
            assessments[claim.id] = assess_claim(
                claim,
                self.sources,
                self.policy,
                genre=self.genre,
                article_slug=self.slug,
                lineage=self.lineage,
            )
            known[claim.id] = (claim, claim_fingerprint(claim, retracted))
        return {"assessments": assessments, "known": known}


def _order(claims: Sequence[Claim]) -> Sequence[int]:
    """Indices of the claims as the article has them; those whose sentence is gone come last."""
    return sorted(range(len(claims)), key=lambda index: (claims[index].orphan, claims[index].anchor.start))


def _kept(known: _Held, held: HeldClaims, apart: Sequence[int]) -> Sequence[int]:
    """The order of before, where no claim that changed was moved."""
    old, new = known.claims.record.claims, held.record.claims
    if all((old[i].orphan, old[i].anchor) == (new[i].orphan, new[i].anchor) for i in apart):
        return known.order
    return _order(new)


def _different(
    before: ArticleState, after: ArticleState, apart: Sequence[int] | None
) -> tuple[str, ...] | None:
    """Ids of the claims that stand otherwise than before; None where the article itself changed.

    Args:
        apart: indices of the claims that are not those of before, where that is known.
    """
    if before.text != after.text or before.record.article != after.record.article or apart is None:
        return None
    if before.sources is not after.sources and before.sources.keys() != after.sources.keys():
        return None
    claims = after.record.claims
    touched = {claims[index].id for index in apart}
    if before.desk is not after.desk:
        touched |= {name for name, _ in _desk_rows(before.desk) ^ _desk_rows(after.desk)}
    if before.sources is not after.sources:
        touched |= {claim.id for claim in claims if _stands_otherwise(before, after, claim.id)}
    return tuple(claim.id for claim in claims if claim.id in touched) if touched else ()


def _stands_otherwise(before: ArticleState, after: ArticleState, claim_id: str) -> bool:
    claim = after.known[claim_id][0]
    return (
        before.known[claim_id][1] != after.known[claim_id][1]
        or before.moved(claim) != after.moved(claim)
        or before.assessments[claim_id] != after.assessments[claim_id]
    )


def _desk_rows(desk: DeskFile) -> set[tuple[str, str]]:
    rows: list[Query | Note | Assignment] = [*desk.queries, *desk.notes, *desk.assignments]
    return {(row.claim, row.model_dump_json()) for row in rows}


def readable(readings: Readings, slug: str, by: str) -> tuple[ArticleState, str]:
    """An article as it is now, or as it was last read with what is wrong now.

    Raises:
        ClaimcheckError: where it was never read.
    """
    try:
        return readings.state(slug, by), ""
    except ClaimcheckError as error:
        state = readings.last(slug, by)
        if state is None or isinstance(error, UnknownArticle):
            raise
        return state, str(error)
