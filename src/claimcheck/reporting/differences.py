"""What differs between two wordings, word by word, for people: struck and inserted."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from claimcheck.evidence.quotations import QuotationVerdict, prepare_source
from claimcheck.evidence.quotations.in_place import judge_in_place

_MOST_WORDS = 4000
"""Beyond this the whole is shown struck and inserted: comparing takes quadratic time."""
_WORDS = re.compile(r"\s+|\S+")

Fate = Literal["same", "struck", "inserted"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text that both wordings have, or only the first (struck), or only the second."""

    fate: Fate
    text: str


def compare_words(old: str, new: str) -> tuple[Stretch, ...]:
    """Both wordings as one row of stretches, whole words at a time."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if len(before) + len(after) > _MOST_WORDS:
        return _row([("struck", old), ("inserted", new)]) if old != new else _row([("same", new)])
    pieces: list[tuple[Fate, str]] = []
    for tag, i, j, k, m in difflib.SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(("same", "".join(after[k:m])))
        else:
            pieces += [("struck", "".join(before[i:j])), ("inserted", "".join(after[k:m]))]
    return _row(pieces)


@dataclass(frozen=True, slots=True)
class Marked:
    """A source's passage as an editor would mark it, with what is left of the text on either side.

    Attributes:
        row: the printed words that are not the source's struck before the source's own; what was cut at an
            edge is inserted there. Empty where no difference matters.
    """

    before: str
    row: tuple[Stretch, ...]
    after: str


def compare_quotation(printed: str, passage: str, context: str, before: str = "", after: str = "") -> Marked:
    """Mark a source's passage with the words that the article prints otherwise, or has cut.

    Differences that newsroom style permits are left as the source has them.

    Args:
        printed: the quotation as the article prints it.
        context: the article's sentence.
        before, after: what stands about the passage in the source.
    """
    text = f"{before}{passage}{after}"
    start = len(before)
    printed = printed.strip("\"'“”‘’«»")
    verdict = judge_in_place(prepare_source(text), start, start + len(passage), printed, context)
    harmful = [item for item in verdict.differences if not item.harmless]
    if verdict.start is None or verdict.end is None or not harmful:
        return Marked(before, (), after)
    low = min(len(before), verdict.start, *(item.source_start for item in harmful))
    high = max(len(before) + len(passage), verdict.end, *(item.source_end for item in harmful))
    pieces: list[tuple[Fate, str]] = []
    at = low
    for item in sorted(harmful, key=lambda item: (item.source_start, item.source_end)):
        start, end = max(item.source_start, at), max(item.source_end, at)
        pieces += [("same", text[at:start]), ("struck", item.printed), ("inserted", text[start:end])]
        at = end
    return Marked(text[:low], _row([*pieces, ("same", text[at:high])]), text[high:])


def mark_quotation(printed: str, verdict: QuotationVerdict) -> tuple[Stretch, ...]:
    """The printed quotation corrected to its source: words struck, and the source's inserted after them.

    Nothing where no difference matters, or where the words stand nowhere.
    """
    harmful = [item for item in verdict.differences if not item.harmless]
    if verdict.end is None:
        return ()
    pieces: list[tuple[Fate, str]] = []
    at = 0
    for item in sorted(harmful, key=lambda item: (item.printed_start, item.source_start)):
        start, end = max(item.printed_start, at), max(item.printed_end, at)
        there = f" {item.source} " if not item.printed and item.source[-1:].isalnum() else item.source
        pieces += [("same", printed[at:start]), ("struck", printed[start:end]), ("inserted", there)]
        at = end
    return _row([*pieces, ("same", printed[at:])]) if pieces else ()


def _row(pieces: Sequence[tuple[Fate, str]]) -> tuple[Stretch, ...]:
    return tuple(Stretch(fate, text) for fate, text in pieces if text)


def in_marks(row: Iterable[Stretch]) -> str:
    """The row in plain characters: ``[-struck-]`` and ``{+inserted+}``, as git's word diff has it."""
    return "".join(mark(stretch) for stretch in row)


def mark(stretch: Stretch) -> str:
    """One stretch in plain characters."""
    if stretch.fate == "same":
        return stretch.text
    return f"[-{stretch.text}-]" if stretch.fate == "struck" else f"{{+{stretch.text}+}}"
