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

from claimcheck.assessment.assess import Assessment, assess_claim
from claimcheck.assessment.origins import Lineage, trace_lineage
from claimcheck.assessment.policy import Policy, load_policy
from claimcheck.errors import ClaimcheckError
from claimcheck.records.fingerprints import claim_fingerprint
from claimcheck.records.models import Assignment, Claim, DeskFile, Genre, Note, Query, Source
from claimcheck.records.rereading import HeldClaims, read_claims
from claimcheck.records.workspace import UnknownArticle, Workspace
from claimcheck.review.views import ArticleState
from claimcheck.sources.texts import load_text

Copying = Callable[[Workspace, Mapping[str, Source]], Sequence[tuple[str, str]]]
"""Finds dated copying between sources, as pairs (later, earlier)."""
_Stamp = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Changed:
    """What reading an article again showed.

    Attributes:
        before: None where it was not read before.
        claims: ids of the claims that stand otherwise; None where the whole article does.
    """

    slug: str
    before: ArticleState | None
    after: ArticleState
    claims: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class _Held:
    """One article as read, for nobody in particular."""

    stamps: tuple[_Stamp, ...]
    claims: HeldClaims
    revision: str
    state: ArticleState
    shelf: _Shelf


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The sources as read."""

    stamps: Mapping[Path, _Stamp]
    sources: Mapping[str, Source]
    texts: Mapping[str, str]
    copying: Sequence[tuple[str, str]]
    digest: str


class Readings:
    """All articles of a workspace.

    Args:
        workspace: read by this object only.
        tell: told of every change that reading again shows.
    """

    def __init__(self, workspace: Workspace, copying: Copying, tell: Callable[[Changed], None]) -> None:
        self._workspace = workspace
        self._copying = copying
        self._tell = tell
        self._policy = load_policy(workspace.settings.policy)
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
            changed = () if before is None else _different(before, held.state)
            if before is None or changed is None or changed:
                self._tell(Changed(slug, before, held.state, changed))
            return held

    def _stamps(self, slug: str) -> tuple[_Stamp, ...]:
        space = self._workspace
        paths = (space.claims_path(slug), space.reading_text_path(slug), space.desk_path(slug))
        return tuple(_stamp(path) for path in paths)

    def _read(self, slug: str, stamps: tuple[_Stamp, ...], shelf: _Shelf, known: _Held | None) -> _Held:
        space = self._workspace
        space.reload()
        path = space.claims_path(slug)
        held = read_claims(space.read(path), space.place(path), known.claims if known else None)
        text = known.state.text if known and known.stamps[1] == stamps[1] else space.reading_text(slug)
        desk = space.desk(slug)
        genre = held.record.article.genre
        same = known if known and known.shelf is shelf and genre == known.state.record.article.genre else None
        lineage = trace_lineage(shelf.sources, shelf.copying, article=slug)
        judge = _Judge(shelf.sources, self._policy, genre, slug, lineage, same.state if same else None)
        judged = {claim.id: judge.judged(claim) for claim in held.record.claims}
        state = ArticleState(
            slug=slug,
            record=held.record,
            text=text,
            desk=desk.record if desk else DeskFile(claimcheck=1),
            sources=shelf.sources,
            texts=shelf.texts,
            assessments={name: assessment for name, (assessment, _) in judged.items()},
            policy=self._policy,
            by="",
            known={claim.id: (claim, judged[claim.id][1]) for claim in held.record.claims},
        )
        parts = (held.sha256, str(stamps), shelf.digest)
        revision = sha256(" ".join(parts).encode()).hexdigest()[:16]
        return _Held(stamps, held, revision, state, shelf)

    def _sources(self) -> _Shelf:
        """The sources, read again where the folder or one of their files changed."""
        if self._shelf is not None and all(_stamp(path) == at for path, at in self._shelf.stamps.items()):
            return self._shelf
        space = self._workspace
        space.reload()
        sources = {loaded.record.id: loaded.record for loaded in space.sources()}
        watched = [space.root / "sources", *(space.source_path(name) for name in sources)]
        watched += [space.root / source.text.path for source in sources.values() if source.text is not None]
        stamps = {path: _stamp(path) for path in watched}
        held = (load_text(space, source) for source in sources.values())
        texts = {text.source.id: text.text for text in held if text is not None}
        digest = sha256(repr(sorted((str(path), at) for path, at in stamps.items())).encode()).hexdigest()
        self._shelf = _Shelf(stamps, sources, texts, self._copying(space, sources), digest)
        return self._shelf


@dataclass(frozen=True, slots=True)
class _Judge:
    """Assesses claims, but for those that were assessed before and did not change."""

    sources: Mapping[str, Source]
    policy: Policy
    genre: Genre
    slug: str
    lineage: Lineage
    known: ArticleState | None

    def judged(self, claim: Claim) -> tuple[Assessment, str]:
        """A claim's assessment and fingerprint."""
        if self.known is not None:
            before = self.known.known.get(claim.id)
            if before is not None and before[0] is claim:
                return self.known.assessments[claim.id], before[1]
        assessment = assess_claim(
            claim,
            self.sources,
            self.policy,
            genre=self.genre,
            article_slug=self.slug,
            lineage=self.lineage,
        )
        retracted = {name: source.retracted is not None for name, source in self.sources.items()}
        return assessment, claim_fingerprint(claim, retracted)


def _different(before: ArticleState, after: ArticleState) -> tuple[str, ...] | None:
    """Ids of the claims that stand otherwise than before; None where the article itself changed."""
    if before.text != after.text or before.record.article != after.record.article:
        return None
    if before.record.dropped != after.record.dropped or before.sources.keys() != after.sources.keys():
        return None
    old, new = ({claim.id: claim for claim in state.record.claims} for state in (before, after))
    if list(old) != list(new):
        return None
    desk = _desk_rows(before.desk) ^ _desk_rows(after.desk)
    touched = {name for name, _ in desk}
    return tuple(
        name
        for name, claim in new.items()
        if name in touched
        or (old[name] is not claim and old[name] != claim)
        or before.known[name][1] != after.known[name][1]
        or before.assessments[name] != after.assessments[name]
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


def _stamp(path: Path) -> _Stamp:
    try:
        found = path.stat()
    except OSError:
        return (0, 0, 0)
    return (found.st_ino, found.st_mtime_ns, found.st_size)
