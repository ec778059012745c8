"""Headline, byline, date, captions and subheads among paragraphs whose format does not name them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.documents import roles
from claimcheck.documents.datelines import leading_dateline
from claimcheck.documents.model import Block

_OPENING = 8
_MARKED = re.compile(r"\A#{1,6}[ \t]+(?=\S)|(?<=\S)[ \t]+#{1,6}\Z")
_HEADLINE_WITHIN = 40
_LABELLED, _OPENING_LENGTH = 5, 1200
"""Lines, and the code points they may take, within which a document names its own day."""
_SECTIONS = frozenset(
    "analysis and art arts breaking business climate comment community courts crime culture economy"
    " editorial education entertainment environment europe exclusive explainer feature features "
    "finance football health"
    " international letters life lifestyle live local markets money national news obituaries obituary opinion"
    " politics region regional science society sport sports technology tech travel uk us weather "
    "world &".split()
)
"""Names of sections, as they stand over headlines."""


def with_roles(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks with their paragraphs' parts told by their words, as in plain text; other kinds stay."""
    done: list[Block] = []
    for index, block in enumerate(blocks):
        if block.kind != "paragraph":
            done.append(block)
            continue
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        done.extend(_paragraph(text, block, following, done))
    return with_opening(text, done)


def _paragraph(text: str, block: Block, following: Block | None, done: list[Block]) -> list[Block]:
    words = text[block.start : block.end]
    opening = len(done) < _OPENING
    if roles.is_markup(words):
        return [replace(block, kind="markup")]
    if opening and roles.byline(words):
        return [replace(block, kind="byline")]
    if opening and (roles.date_line(words) or roles.placed_day(words)):
        return [replace(block, kind="dateline")]
    if roles.is_caption(words):
        return [replace(block, kind="caption")]
    if roles.is_page_line(words):
        return [block]
    first = following is not None and not body_begun(done, text)
    if first and len(words) <= 220 and words[-1] not in ".;,:":
        return [replace(block, kind="headline", level=1)]
    if roles.is_heading(words) and following is not None and _is_text(text, following):
        return [replace(block, kind="subhead", level=2)]
    return without_dateline(text, block)


def _is_text(text: str, block: Block) -> bool:
    words = text[block.start : block.end]
    return block.kind == "list_item" or (
        block.kind == "paragraph" and (words[-1] in '.!?…”"’)' or len(words) > 120)
    )


def without_dateline(text: str, block: Block) -> list[Block]:
    """A paragraph with the "LONDON (Agency) — " before it as a block of its own."""
    if block.kind != "paragraph":
        return [block]
    cut = leading_dateline(text, block.start, block.end)
    if cut == block.start:
        return [block]
    end = cut
    while text[end - 1] in " \t\n—–-":
        end -= 1
    return [Block("dateline", block.start, end, locator=block.locator), replace(block, start=cut)]


def body_begun(blocks: list[Block], text: str = "") -> bool:
    """Whether the headline or the first paragraph is past, buttons and labels of a page aside; looks at the
    opening only, whatever the length.
    """
    begun = any(
        block.kind == "headline"
        or (block.kind == "paragraph" and not roles.is_page_line(text[block.start : block.end]))
        for block in blocks[:_HEADLINE_WITHIN]
    )
    return begun or len(blocks) > _HEADLINE_WITHIN


def with_opening(text: str, blocks: list[Block]) -> list[Block]:
    """The opening as newspapers set it: a section's name, the headline, a standfirst, a byline without
    "By"."""
    blocks = _with_label(text, blocks)
    for index in range(1, min(len(blocks), _OPENING)):
        block, before = blocks[index], blocks[index - 1]
        words = text[block.start : block.end]
        if block.kind not in ("paragraph", "subhead"):
            continue
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        dated = after is not None and after.kind == "dateline" and not _opens_paragraph(text, after)
        if (dated and roles.is_name(words)) or (before.kind == "byline" and roles.is_post(words)):
            blocks[index] = replace(block, kind="byline", level=0)
    return _with_standfirst(text, blocks)


def _with_label(text: str, blocks: list[Block]) -> list[Block]:
    """A section's name over a longer heading is a label, and the heading is the headline."""
    if len(blocks) < 3 or blocks[0].kind != "headline" or blocks[1].kind not in ("paragraph", "subhead"):
        return blocks
    first, second = (text[block.start : block.end] for block in blocks[:2])
    if not _SECTIONS.issuperset(first.lower().split()) or not 4 <= len(second.split()) <= 30:
        return blocks
    if second[-1] in ".;,:":
        return blocks
    label, headline = (
        replace(blocks[0], kind="subhead", level=2),
        replace(blocks[1], kind="headline", level=1),
    )
    return [label, headline, *blocks[2:]]


def _with_standfirst(text: str, blocks: list[Block]) -> list[Block]:
    """A short paragraph between the headline and the byline or the date is the standfirst."""
    prose = [index for index, block in enumerate(blocks[:12]) if block.kind != "markup"][:4]
    if len(prose) < 4 or blocks[prose[0]].kind != "headline":
        return blocks
    second, third = blocks[prose[1]], blocks[prose[2]]
    if second.end - second.start > 300 or second.kind not in ("paragraph", "subhead"):
        return blocks
    if third.kind not in ("byline", "dateline") or _opens_paragraph(text, third):
        return blocks
    blocks[prose[1]] = replace(second, kind="standfirst", level=0)
    return blocks


def _opens_paragraph(text: str, block: Block) -> bool:
    return block.kind == "dateline" and leading_dateline(text, block.start, len(text)) != block.start


def facts_of_opening(text: str, blocks: list[Block]) -> tuple[str | None, tuple[str, ...], str | None]:
    """Title, authors and ISO date, as the first blocks give them."""
    opening = [(block.kind, _plain(text, block)) for block in blocks[: _OPENING + 2]]
    title = _title(opening)
    bylines = [words for kind, words in opening if kind == "byline"]
    authors = next((found for words in bylines if (found := _authors(words))), ())
    days = [roles.date_line(words) for kind, words in opening if kind == "dateline"]
    days += [roles.date_within(words) for words in bylines]
    return title, authors, next((day for day in days if day), None) or _labelled(text, blocks)


def _title(opening: Sequence[tuple[str, str]]) -> str | None:
    """The headline; under a masthead in capitals ("TARN COUNTY COUNCIL") the heading that follows it."""
    at = next((at for at, (kind, _) in enumerate(opening) if kind == "headline"), None)
    if at is None:
        return None
    titles = [" ".join(words.split()) for kind, words in opening[at:] if kind not in ("dateline", "markup")]
    below = len(titles) > 1 and roles.is_masthead(titles[0]) and roles.is_heading(titles[1])
    return titles[1] if below and len(titles[1].split()) >= 3 and not titles[1].isupper() else titles[0]


def _labelled(text: str, blocks: list[Block]) -> str | None:
    """The one day that the first lines name as the text's own ("Minutes of the meeting of 2 May 2026")."""
    start = blocks[0].start if blocks else 0
    lines = [line.strip("#* \t") for line in text[start : start + _OPENING_LENGTH].splitlines()]
    days = {roles.labelled_day(line) for line in [line for line in lines if line][:_LABELLED]} - {None}
    return days.pop() if len(days) == 1 else None


def _plain(text: str, block: Block) -> str:
    """A block's words without Markdown's emphasis and marks of headings."""
    return _MARKED.sub("", text[block.start : block.end]).replace("*", "").strip("_")


def _authors(words: str) -> tuple[str, ...]:
    return roles.byline(words) or ((words,) if roles.is_name(words) else ())
