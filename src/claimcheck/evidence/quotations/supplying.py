"""Whether the article says in its own words what was cut from a quotation: then nothing is gone."""

from __future__ import annotations

from claimcheck.evidence.quotations import operators as ops
from claimcheck.evidence.quotations.source import PreparedSource
from claimcheck.evidence.quotations.surroundings import Cut, Frame
from claimcheck.evidence.quotations.wordlists import FUNCTION_WORDS, SUBJECTS

_REACH = 14
_ENDINGS = ("ing", "ed", "es", "s", "e")
_SHORTEST = 4
_FEW = 3
_DENYING = ops.NEGATION | ops.FALSEHOOD | ops.REFUSAL
_BINDING = ops.CONDITION | frozenset(
    "should once when until only case condition given except apart otherwise long".split()
)
"""Words by which a sentence may bind a claim to what else it names."""
_NOW = frozenset("now present presently moment currently today stage".split())


def supplied(source: PreparedSource, frame: Frame, cut: Cut, low: int) -> bool:
    """Whether the article's sentence says what ``cut`` took from about kept words that begin at ``low``."""
    if not frame.keys:
        return False
    first, last = _stretch(source, cut, low)
    keys = source.tokens.keys[first:last]
    if cut.turn != "limit" and (
        frame.supplies(cut.turn) or (_DENYING & set(keys) and frame.supplies("negation"))
    ):
        return True
    if keys in ops.FOR_NOW or keys[:3] in ops.FOR_NOW or keys[:2] in ops.FOR_NOW:
        return bool(_NOW & frame.keys)
    telling = {_stem(key) for key in keys if key not in FUNCTION_WORDS | SUBJECTS | ops.CONDITION}
    shared = telling & {_stem(key) for key in frame.keys}
    if cut.turn == "limit":
        return len(shared) >= (1 if len(telling) <= _FEW else 2)
    bound = cut.turn in ("condition", "exception") and bool(_BINDING & frame.keys)
    return bound and 2 * len(shared) > len(telling)


def _stretch(source: PreparedSource, cut: Cut, low: int) -> tuple[int, int]:
    """The phrase that a cut begins, up to the kept words, a mark or the sentence's end."""
    stop = low if cut.start < low else len(source.tokens)
    end = max(cut.start + 1, min(stop, cut.start + _REACH))
    for at in range(cut.start + 2, end):
        if at >= cut.end and (source.begins_sentence(at) or any(mark in source.gap(at) for mark in ",;:")):
            return cut.start, at
    return cut.start, end


def _stem(key: str) -> str:
    for ending in _ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) >= _SHORTEST - 1:
            return key[: -len(ending)]
    return key
