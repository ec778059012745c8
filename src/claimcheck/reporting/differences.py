"""What differs between two wordings, word by word, for people: struck and inserted."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from claimcheck.evidence.quotations import judge_quotation

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


def compare_quotation(printed: str, passage: str, context: str) -> tuple[Stretch, ...]:
    """A source's passage with the words that the article prints otherwise struck before the source's own.

    Differences that newsroom style permits are left as the source has them.

    Args:
        printed: the quotation as the article prints it.
        context: the article's sentence.

    Returns:
        Nothing where no difference matters, or where the words do not stand in the passage at all.
    """
    verdict = judge_quotation(passage, printed.strip("\"'“”‘’«»"), context=context)
    harmful = [item for item in verdict.differences if not item.harmless]
    if verdict.match == "absent" or not harmful:
        return ()
    pieces: list[tuple[Fate, str]] = []
    at = 0
    for item in sorted(harmful, key=lambda item: (item.source_start, item.source_end)):
        start, end = max(item.source_start, at), max(item.source_end, at)
        pieces += [("same", passage[at:start]), ("struck", item.printed), ("inserted", passage[start:end])]
        at = end
    return _row([*pieces, ("same", passage[at:])])


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
