"""Recording an article: its claims into ``claims/<slug>.yaml``, its reading text beside them."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from claimcheck.documents.apart import dump_apart
from claimcheck.documents.model import Document
from claimcheck.errors import ClaimcheckError
from claimcheck.extraction.claims import Extraction, extract_claims
from claimcheck.extraction.claims import published_day as published_day
from claimcheck.extraction.edits import Change, Reanchored, reanchor
from claimcheck.extraction.edits.shaped import as_drawn
from claimcheck.records.counting import counted
from claimcheck.records.edits import Editor
from claimcheck.records.models import Article, ClaimFile

LEAST_WORDS = 20
"""A document of fewer words, without a claim, is too little to be an article."""


class ArticleOutside(ClaimcheckError):
    """The article does not lie in the workspace, so nobody else could find it again."""

    def __init__(self, path: Path, root: Path) -> None:
        super().__init__(
            f"{path} lies outside the workspace {root}.",
            remedy="Copy it into the workspace (articles/), or use --dry-run.",
        )


class TooLittleText(ClaimcheckError):
    """A document of few words that assert nothing: most likely the wrong file, or a cut one."""

    def __init__(self, place: str, words: int) -> None:
        super().__init__(
            f"There is too little text: {counted(words, 'word')}, and no sentence that asserts anything.",
            place=place,
            remedy="Nothing was recorded. Look whether it is the right file, and all of it.",
        )


class SlugTaken(ClaimcheckError):
    """Two articles would have one name in ``claims/``."""

    def __init__(self, slug: str, other: str, path: str) -> None:
        super().__init__(
            f"claims/{slug}.yaml is the record of {other}, not of {path}.",
            remedy="Give this article a name of its own with --slug.",
        )


@dataclass(frozen=True, slots=True)
class Recorded:
    """What recording an article did."""

    slug: str
    record: ClaimFile
    changes: tuple[Change, ...]
    reopened: tuple[str, ...]
    written: bool


def describe_article(
    document: Document, path: str, sha256: str, fallback_title: str, kept: Sequence[str] = ()
) -> Article:
    """The article's entry in a new record; ``kept`` as it was read with."""
    return Article(
        title=document.title or fallback_title,
        path=path,
        sha256=sha256,
        published=document.published,
        language=document.language,
        tracked="shown" if document.metadata.get("tracked") == "shown" else "accepted",
        kept=list(kept),
    )


def record_article(
    editor: Editor, path: Path, slug: str, document: Document, sha256: str, kept: Sequence[str] = ()
) -> Recorded:
    """Extract an article and write what changed; decisions of people stay with their claims.

    Args:
        path: the article's file.
        sha256: of the file's bytes.
        kept: first words of what was to be read of it in any case; read so the next time too.

    Raises:
        ArticleOutside, SlugTaken, TooLittleText; and what :class:`~claimcheck.records.edits.Editor` raises.
    """
    workspace = editor.workspace
    if not path.resolve().is_relative_to(workspace.root):
        raise ArticleOutside(path, workspace.root)
    place = workspace.place(path.resolve())
    fresh = describe_article(document, place, sha256, path.stem, kept)
    outcome: list[tuple[Sequence[Change], tuple[str, ...]]] = []

    def change(old: ClaimFile | None) -> ClaimFile:
        if old is not None and old.article.path != place and (workspace.root / old.article.path).exists():
            raise SlugTaken(slug, old.article.path, place)
        article = fresh if old is None else _merged(old.article, fresh)
        day = date.fromisoformat(article.published[:10]) if article.published else None
        extraction = extract_claims(document, slug=slug, published=day)
        refuse_too_little(document, extraction, place)
        if old is None:
            outcome.append(([Change(c.id, "new", c.text) for c in extraction.claims], ()))
            return ClaimFile(
                claimcheck=1,
                article=article,
                claims=list(extraction.claims),
                dropped=list(extraction.dropped),
            )
        record, reanchored = _again(old, extraction, article, _spoken_of(editor, slug))
        outcome.append((reanchored.changes, reanchored.reopened))
        return record

    # The record first: where it is refused, the text on record stays too.
    edited = editor.change_claims(slug, change)
    written = editor.write_bytes(workspace.reading_text_path(slug), document.text.encode())
    apart = workspace.apart_path(slug)
    if document.hidden or apart.is_file():
        editor.write_bytes(apart, dump_apart(document.hidden).encode())
    changes, reopened = outcome[-1]
    return Recorded(slug, edited.after, tuple(changes), reopened, written or edited.changed)


def refuse_too_little(document: Document, extraction: Extraction, place: str) -> None:
    """Stop where there is hardly a word, and no claim among them; a flash of one sentence is an article.

    Raises:
        TooLittleText.
    """
    words = len(document.text[: 20 * LEAST_WORDS].split())
    if not extraction.claims and words < LEAST_WORDS:
        raise TooLittleText(place, words)


def renew(old: ClaimFile, document: Document, slug: str) -> ClaimFile:
    """The record as extracting another version of its article would leave it; nothing is written."""
    day = date.fromisoformat(old.article.published[:10]) if old.article.published else None
    return _again(old, extract_claims(document, slug=slug, published=day), old.article)[0]


def _spoken_of(editor: Editor, slug: str) -> frozenset[str]:
    """Ids of the claims that the desk has notes, queries or assignments on."""
    desk = editor.workspace.desk(slug)
    if desk is None:
        return frozenset()
    named = [item.claim for item in desk.record.queries] + [item.claim for item in desk.record.notes]
    return frozenset(named + [item.claim for item in desk.record.assignments])


def _again(
    old: ClaimFile, extraction: Extraction, article: Article, spoken_of: Container[str] = ()
) -> tuple[ClaimFile, Reanchored]:
    extraction = as_drawn(old.claims, extraction)
    claims, reanchored = reanchor(old, extraction, spoken_of)
    record = ClaimFile(claimcheck=1, article=article, claims=claims, dropped=list(reanchored.dropped))
    return record, reanchored


def _merged(old: Article, fresh: Article) -> Article:
    """What people said of the article stays; what the file says of itself is taken anew."""
    return old.model_copy(
        update={
            "path": fresh.path,
            "sha256": fresh.sha256,
            "title": fresh.title,
            "tracked": fresh.tracked,
            "kept": fresh.kept,
            "published": fresh.published or old.published,
        }
    )
