"""``check --changed``: which claims differ from a commit, or rest on what does."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from claimcheck.checking import Focus
from claimcheck.cli.git import Git, blob_id
from claimcheck.errors import ClaimcheckError
from claimcheck.records import codec
from claimcheck.records.models import Claim, ClaimFile, Source
from claimcheck.records.settings import FILE_NAME
from claimcheck.records.workspace import Workspace

_FOR_ALL = (FILE_NAME, "claims/waivers.yaml", "claims/baseline.json")
"""Files that bear on every claim."""
_PATH = re.compile(rb'^ {1,8}path: ("(?:[^"\\\n]|\\.)*")[ ]*$', re.MULTILINE)


class _Differences:
    """The working tree held against a commit's files."""

    def __init__(self, workspace: Workspace, git: Git, commit: str) -> None:
        self._workspace = workspace
        self._git = git
        self._tree = git.tree(commit)

    def at(self, place: str) -> bool:
        """Whether the file of this path differs, or is there on one side only."""
        known, data = self._tree.get(place), self.content(place)
        return (known is None) != (data is None) or (
            data is not None and known is not None and blob_id(data, known) != known
        )

    def content(self, place: str) -> bytes | None:
        """What the file holds now; None where there is none."""
        try:
            return (self._workspace.root / place).read_bytes()
        except OSError:
            return None

    def before(self, place: str) -> bytes | None:
        """What the file held at the commit."""
        blob = self._tree.get(place)
        return self._git.contents([blob])[blob] if blob else None

    def below(self, folder: str) -> set[str]:
        """Paths of changed files below a folder, those deleted included."""
        here = (self._workspace.place(path) for path in (self._workspace.root / folder).rglob("*"))
        known = {place for place in self._tree if place.startswith(f"{folder}/")}
        return {place for place in known.union(here) if self.at(place)}


def find_changes(workspace: Workspace, git: Git, commit: str, sources: Mapping[str, Source]) -> Focus:
    """The claims that changed since a commit, or whose source or article did.

    Where settings, waivers or the baseline changed, every claim is judged anew.

    Raises:
        ClaimcheckError: if git cannot answer, or a name is no record's.
    """
    slugs = workspace.slugs()
    seen = _Differences(workspace, git, commit)
    changed = seen.below("claims") | seen.below("sources") | {place for place in _FOR_ALL if seen.at(place)}
    if changed & set(_FOR_ALL):
        return Focus(everything=True, recorded=len(slugs))
    touched = _touched(changed, sources)
    claims: set[str] = set()
    articles: set[str] = set()
    for slug in slugs:
        found = _claims_of(workspace, seen, slug, changed, touched)
        if found is None:
            articles.add(slug)
        else:
            claims |= found
    return Focus(
        claims=frozenset(claims),
        articles=frozenset(articles),
        paths=frozenset(changed) | {f"sources/{name}.yaml" for name in touched},
        recorded=len(slugs),
    )


def _touched(changed: Iterable[str], sources: Mapping[str, Source]) -> set[str]:
    """Sources whose files changed, and those that derive from them."""
    touched = {place.split("/")[1].removesuffix(".yaml") for place in changed if place.startswith("sources/")}
    below: dict[str, list[str]] = {}
    for source in sources.values():
        for link in source.derived_from:
            below.setdefault(link.source, []).append(source.id)
    waiting = list(touched)
    while waiting:
        for name in below.get(waiting.pop(), ()):
            if name not in touched:
                touched.add(name)
                waiting.append(name)
    return touched


def _claims_of(
    workspace: Workspace, seen: _Differences, slug: str, changed: set[str], touched: set[str]
) -> set[str] | None:
    """Ids of an article's claims that changed; None where all of them are to be looked at."""
    place = f"claims/{slug}.yaml"
    data = seen.content(place) or b""
    if f"claims/{slug}.txt" in changed or seen.at(_article_path(workspace, slug, data)):
        return None
    edited = place in changed
    named = {name for name in touched if name.encode() in data}
    if not edited and not named:
        return set()
    try:
        now = workspace.article(slug).record
        before = _before(seen, place) if edited else now
    except ClaimcheckError:
        return None  # the check itself says what is the matter with it
    if before is None or before.article != now.article:
        return None
    known = {claim.id: claim for claim in before.claims}
    return {claim.id for claim in now.claims if claim != known.get(claim.id) or _sources_of(claim) & named}


def _before(seen: _Differences, place: str) -> ClaimFile | None:
    data = seen.before(place)
    return codec.load_claims(data, place) if data is not None else None


def _sources_of(claim: Claim) -> set[str]:
    cited = {citation.source for citation in claim.citations if citation.source}
    return cited | {item.source for item in claim.evidence}


def _article_path(workspace: Workspace, slug: str, data: bytes) -> str:
    """Path of the article, without reading the whole record where its first lines have it."""
    found = _PATH.search(data, 0, 4000)
    if found:
        try:
            return str(json.loads(found[1]))
        except ValueError:
            pass
    try:
        return workspace.article(slug).record.article.path
    except ClaimcheckError:
        return workspace.place(Path(f"claims/{slug}.yaml"))
