"""What earlier checks of a workspace came to, article by article, so that only what changed is judged again.

Derived, in the user's cache, and safe to delete. An article's judgement is used again only while its record,
its reading text, its own file, every source, the settings, the day and the program itself are what they were.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from hashlib import sha256
from operator import attrgetter
from pathlib import Path
from typing import Any

from pydantic_core import from_json, to_json

from claimcheck.checking import Judged
from claimcheck.cli.derived import open_folder, program_version
from claimcheck.errors import ClaimcheckError
from claimcheck.records.workspace import Workspace
from claimcheck.rules.report import ArticleRow, ClaimRow, Excerpt, Finding

_SAME = ("code", "name", "level", "message", "fix")
"""Of a finding, what many share; kept once an article."""
_OWN = (
    *("path", "line", "column", "end_line", "end_column", "byte_column", "end_byte_column", "start", "end"),
    *("article", "claim", "section", "subject", "fingerprint"),
)
_STANDING = ("kind", "worthiness", "section", "status", "unsourced", "sentence", "if_accepted")
"""Of a claim, what many share."""
_PLACE = ("id", "line", "column", "text", "where")


@dataclass(frozen=True, slots=True)
class Seen:
    """The files an article was judged by.

    Attributes:
        record, text, article: sha256 of ``claims/<slug>.yaml``, of ``claims/<slug>.txt`` and of the article.
        path: of the article, as its record has it.
    """

    record: str
    text: str
    article: str
    path: str


class Memory:
    """Judgements of one workspace's articles; every failure is forgetting, never an error.

    Args:
        cache: the user's cache folder for claimcheck; None remembers nothing.
    """

    def __init__(self, cache: Path | None, root: Path) -> None:
        folder = open_folder(cache, "judged") if cache else None
        self._file = folder / f"{sha256(os.fsencode(root)).hexdigest()}.json" if folder else None
        self._basis = ""
        self._known: Mapping[str, Any] = {}
        self._seen: dict[str, Seen] = {}

    def open(self, basis: Iterable[str]) -> None:
        """Read what is known, if it was judged on the same basis: all that bears on every article alike."""
        self._basis = sha256("\0".join((program_version(), *basis)).encode("utf-8", "replace")).hexdigest()
        data = _read(self._file)
        if data.get("basis") == self._basis and isinstance(data.get("articles"), dict):
            self._known = data["articles"]

    def recall(self, workspace: Workspace, slug: str) -> Judged | None:
        """The judgement of an article none of whose files changed, or None."""
        known = self._known.get(slug)
        if known is None:
            return None
        try:
            seen = Seen(*known["seen"])
            files = (
                (workspace.claims_path(slug), seen.record),
                (workspace.reading_text_path(slug), seen.text),
                (workspace.resolve(seen.path, ""), seen.article),
            )
            if any(sha256(workspace.read(path)).hexdigest() != digest for path, digest in files):
                return None
            judged = _unpacked(known["judged"])
        except ClaimcheckError:
            return None  # the check itself says what is the matter with it
        except (LookupError, TypeError, ValueError, AttributeError):
            return None  # not what was once written
        self._seen[slug] = seen
        return judged

    def saw(self, slug: str, seen: Seen) -> None:
        """Remember which files an article is about to be judged by."""
        self._seen[slug] = seen

    def keep(self, judged: Sequence[Judged]) -> None:
        """Remember judgements for the next check, beside those that were recalled; not of an article whose
        files nobody said."""
        if self._file is None or not judged:
            return
        articles = {slug: known for slug, known in self._known.items() if slug in self._seen}
        for one in judged:
            seen = self._seen.get(one.row.slug)
            if seen is not None:
                articles[one.row.slug] = {"seen": _seen_values(seen), "judged": _packed(one)}
        _write(self._file, to_json({"basis": self._basis, "articles": articles}))


def _read(path: Path | None) -> dict[str, Any]:
    """The file's content behind the hash of it that it begins with; nothing where it is not whole."""
    try:
        data = path.read_bytes() if path else b""
    except OSError:
        return {}
    if sha256(data[65:]).hexdigest().encode() != data[:64]:
        return {}
    try:
        content = from_json(data[65:])
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}


def _write(path: Path, content: bytes) -> None:
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        temporary.write_bytes(sha256(content).hexdigest().encode() + b"\n" + content)
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)


def _values(names: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    return attrgetter(*names)


_seen_values = _values([field.name for field in fields(Seen)])
_row_values = _values([field.name for field in fields(ArticleRow)])
_same, _own, _standing, _place = map(_values, (_SAME, _OWN, _STANDING, _PLACE))
_excerpt = _values([field.name for field in fields(Excerpt)])


class _Table:
    """Rows that repeat, each kept once and named by its number."""

    def __init__(self) -> None:
        self.rows: dict[tuple[Any, ...], int] = {}

    def number(self, row: tuple[Any, ...]) -> int:
        return self.rows.setdefault(row, len(self.rows))


def _packed(judged: Judged) -> dict[str, Any]:
    same, standing = _Table(), _Table()
    return {
        "row": _row_values(judged.row),
        "claims": [(standing.number(_standing(row)), *_place(row)) for row in judged.claims],
        "findings": [
            (
                same.number(_same(one)),
                *_own(one),
                one.excerpt and _excerpt(one.excerpt),
                one.where,
                one.told_by,
                one.graver,
            )
            for one in judged.findings
        ],
        "same": list(same.rows),
        "standing": list(standing.rows),
        "used": sorted(judged.used),
    }


def _unpacked(data: Mapping[str, Any]) -> Judged:
    row = ArticleRow(*data["row"])
    standing, same = data["standing"], data["same"]
    return Judged(
        row=row,
        claims=tuple(
            ClaimRow(key, row.slug, row.path, line, column, text, *[*standing[number], where])
            for number, key, line, column, text, where in data["claims"]
        ),
        findings=tuple(
            Finding(
                *[*same[number], *own, Excerpt(*excerpt) if excerpt else None, where, tuple(told_by), graver]
            )
            for number, *own, excerpt, where, told_by, graver in data["findings"]
        ),
        used=frozenset((source, stance) for source, stance in data["used"]),
    )
