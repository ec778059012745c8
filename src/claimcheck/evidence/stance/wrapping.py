"""What a passage puts around the claim's own words: "it is unclear whether …"."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.evidence.stance.align import Pair
from claimcheck.evidence.stance.model import Finding, Reason
from claimcheck.evidence.stance.reading import Reading
from claimcheck.extraction.clauses.governors import (
    DENYING,
    DOUBTED,
    ESTABLISHING,
    FALSEHOOD,
    HEDGES,
    RECORDS,
    REPORTING,
    UNSETTLED,
)

LEAST_SHARED = 0.85
"""Share of the claim's words that must stand inside the frame."""
_TRUTH = frozenset("true case correct accurate right fact".split())
_DISPROVING = frozenset("disprove refute debunk impossible inconceivable unthinkable".split())


def check_wrapping(pair: Pair) -> list[Finding]:
    """A finding where the claim's words stand behind "that" or "whether" of a frame that leaves them open."""
    if pair.copy is None or pair.copy.shared < LEAST_SHARED or not pair.copy.places:
        return []
    first, last = min(pair.copy.places.values()), max(pair.copy.places.values())
    sentence = pair.passage.sentence_of
    before = [i for i in range(max(0, first - 25), first) if sentence[i] == sentence[first]]
    after = [i for i in range(last + 1, min(last + 12, len(sentence))) if sentence[i] == sentence[last]]
    while before and pair.passage.words[before[-1]].low in (",", "“", '"', "the", "a"):
        before.pop()
    if not before or pair.passage.words[before[-1]].low not in ("that", "whether"):
        return []
    span = pair.passage.span(before[0], before[-1])
    shown = pair.passage.text[slice(*span)]
    kind = _frame(pair.passage, before, after)
    if kind == "false":
        text = f"the source says that it is not so: “{shown} …”"
        return [Finding("contradiction", "polarity", 0.9, Reason(text, None, span))]
    if kind:
        return [Finding("gap", kind, 0.85, Reason(f"the source only says “{shown} …”", None, span))]
    return []


def _frame(reading: Reading, before: list[int], after: list[int]) -> str:
    """``false``, ``modality``, ``attribution``, or empty where the frame asserts what it holds."""
    if reading.words[before[-1]].low == "whether":
        return "modality"
    lemmas, behind = _lemmas(reading, before), _lemmas(reading, after)
    denied = any(reading.tags[at] == "not" for at in before)
    closing = bool(behind & (FALSEHOOD | _DISPROVING)) and not any(reading.tags[at] == "not" for at in after)
    told = lemmas & (DOUBTED | FALSEHOOD)
    if (lemmas & _TRUTH and denied) or (closing and told):
        return "false"
    if lemmas & (FALSEHOOD | _DISPROVING):
        return "" if denied else "false"
    if lemmas & (DOUBTED | UNSETTLED | HEDGES):
        return "modality"
    official = lemmas & (ESTABLISHING | RECORDS)
    return "attribution" if lemmas & (REPORTING | DENYING) and not official else ""


def _lemmas(reading: Reading, words: Iterable[int]) -> set[str]:
    return {lemma for at in words for lemma in (*reading.words[at].lemmas, reading.words[at].low)}
