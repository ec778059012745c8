"""Telling the article from the page around it: which blocks are read for claims, and why the others are not.

The tests go from the certain to the contextual: what the reader itself marked, addresses and image paths,
other languages, page furniture by its wording, then contents lists, link lists and crumbs by their
surroundings, and last lines that assert nothing. No test drops running prose that holds an event, a figure
or a quotation.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.documents.model import PROSE_KINDS, Block, Document
from claimcheck.extraction.boilerplate.furniture import line_furniture, sentence_furniture
from claimcheck.extraction.boilerplate.language import is_foreign
from claimcheck.extraction.boilerplate.lines import Line, measure
from claimcheck.extraction.boilerplate.outlet import mark_self_reference
from claimcheck.extraction.boilerplate.scored import mark_scored
from claimcheck.extraction.boilerplate.structure import (
    Reasons,
    facts_and_figures,
    mark_author_notes,
    mark_bare_cues,
    mark_contents,
    mark_edges,
    mark_islands,
    mark_link_lists,
    mark_lone_links,
    mark_promotions,
    mark_stacks,
    mark_teasers,
)
from claimcheck.extraction.citations import names_a_source
from claimcheck.extraction.verbs import asserts_as_headline

__all__ = ["Stretch", "ruled_lines", "sentence_furniture", "sort_blocks"]

_BLOCK_REASONS = {
    "byline": "byline",
    "dateline": "date line",
    "comment": "comment in the file",
    "code": "code",
    "front_matter": "front matter",
    "markup": "markup",
}
_NEEDS_VERB = frozenset({"headline", "subhead", "caption", "list_item", "table_cell", "paragraph", "cue"})


_MARKS = (
    mark_contents,
    mark_teasers,
    mark_bare_cues,
    mark_link_lists,
    mark_lone_links,
    mark_author_notes,
    mark_promotions,
    mark_edges,
    mark_stacks,
    mark_islands,
    mark_self_reference,
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block's text without markers, and what becomes of it.

    Attributes:
        why: the reason it is dropped, or None where it is read for claims.
        whole: it is one claim as it stands (headline, caption, unpunctuated item) and is not split.
        asked: a person asked for it, so that whatever it says is wanted.
    """

    start: int
    end: int
    block: Block
    why: str | None
    whole: bool = False
    asked: bool = False


def _linked(document: Document, block: Block, at: int) -> tuple[bool, int]:
    """Whether one link covers the block; ``at`` is the first reference not wholly before it."""
    references = document.references
    while at < len(references) and references[at].end <= block.start:
        at += 1
    inner = len(document.text[block.start : block.end].strip())
    covered = 0
    for reference in references[at:]:
        if reference.start >= block.end:
            break
        if reference.kind == "link":
            covered += min(reference.end, block.end) - max(reference.start, block.start)
    return covered * 10 >= inner * 9 > 0, at


def _measured(document: Document) -> list[Line]:
    lines: list[Line] = []
    at = 0
    for block in document.blocks:
        linked, at = _linked(document, block, at)
        line = measure(document.text, block, linked)
        if line is not None:
            lines.append(line)
    return lines


def _by_itself(line: Line, english: bool, is_first_headline: bool) -> str | None:
    if line.block.kind not in PROSE_KINDS and not (line.block.kind in ("byline", "dateline") and line.prose):
        return _BLOCK_REASONS.get(line.block.kind, "not prose")
    if is_first_headline:
        return None
    if english and not line.heading and is_foreign(line.text, list(line.lower)):
        return "another language"
    return line_furniture(line)


def _asserts_nothing(line: Line, first: bool) -> str | None:
    if line.block.kind == "footnote":
        return "note that names a source" if names_a_source(line.text) else None
    if line.in_table and not line.prose and not line.terminal:
        return "table cell"  # a cell's few words are a label, although one may be a verb ("Land sold")
    if line.prose or line.block.kind not in _NEEDS_VERB or (line.terminal and not line.heading):
        return None
    if line.asserting or (first and asserts_as_headline(line.text)):
        return None
    if line.listed and line.stating:
        return None
    return {
        "headline": "heading that asserts nothing",
        "subhead": "heading that asserts nothing",
        "caption": "caption that asserts nothing",
        "list_item": "list item that asserts nothing",
        "table_cell": "table cell",
    }.get(line.block.kind, "line that asserts nothing")


def ruled_lines(document: Document) -> tuple[list[Line], Reasons, int]:
    """The document's lines, why the rules drop those they drop, and which is the headline (-1: none).

    What only fails to assert is not among the reasons yet.
    """
    lines = _measured(document)
    reasons: Reasons = {}
    english = document.language.lower().split("-")[0] in ("en", "")
    headline = _main_headline(lines)
    for at, line in enumerate(lines):
        why = _by_itself(line, english, at == headline)
        if why:
            reasons[at] = why
    for mark in _MARKS:
        mark(lines, reasons)
    for at, line in enumerate(lines):
        if line.in_table:  # "Latest" over a column of figures leads nowhere
            reasons.pop(at, None)
    return lines, reasons, headline


def sort_blocks(document: Document) -> list[Stretch]:
    """Every block with text in it, in order: read for claims, or dropped with the reason in plain words."""
    lines, reasons, headline = ruled_lines(document)
    head = _head(lines, headline)
    asked = {at for at, line in enumerate(lines) if _asked_for(line, document)}
    for at in asked & reasons.keys():
        del reasons[at]
    idle = {
        at: why
        for at, line in enumerate(lines)
        if at not in reasons and at not in asked and (why := _asserts_nothing(line, at in head))
    }
    if document.language.lower().split("-")[0] in ("en", ""):
        # What the file itself marks as its headline is one; in plain text it is only taken for it.
        marked = {at for at, line in enumerate(lines) if _marked(line, document.format)}
        marked |= facts_and_figures(lines, reasons)
        mark_scored(lines, reasons, {headline, *idle, *marked, *asked})
    return [_stretch(line, reasons.get(at) or idle.get(at), at in asked) for at, line in enumerate(lines)]


def _asked_for(line: Line, document: Document) -> bool:
    return any(start <= line.start < end for start, end in document.kept)


def _main_headline(lines: list[Line]) -> int:
    """Index of the first heading before the running text that is no page furniture, or -1."""
    for at, line in enumerate(lines):
        if line.block.kind not in PROSE_KINDS:
            continue
        if line.prose:
            break
        if line.heading and line_furniture(line) is None:
            return at
    return -1


def _head(lines: list[Line], headline: int) -> set[int]:
    """The headline and, where it asserts nothing ("PRESS RELEASE"), the lines taken for headings up to the
    first running text: one of them may be it."""
    found = {headline}
    if headline >= 0 and not asserts_as_headline(lines[headline].text):
        for at in range(headline + 1, min(headline + 5, len(lines))):
            if lines[at].prose:
                break
            found.add(at)
    return found


def _marked(line: Line, file_format: str) -> bool:
    """Whether the file itself says that a line heads the article or, where no page is round it, a part."""
    if line.block.kind == "headline":
        return file_format != "txt"
    return line.block.kind == "subhead" and file_format in ("md", "docx")


def _stretch(line: Line, why: str | None, asked: bool) -> Stretch:
    whole = line.heading or (not line.terminal and not line.prose)
    return Stretch(line.start, line.end, line.block, why, whole, asked)
