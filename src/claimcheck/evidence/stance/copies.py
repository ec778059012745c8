"""Near copies: which sentence of a passage the claim nearly repeats, and where the two part."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from claimcheck.evidence.stance.reading import Reading
from claimcheck.extraction.clauses.names import unaccented

LEAST_SHARED = 0.66
"""Share of the claim's words that one sentence has in the same order, for it to be a copy."""
MOST_WORDS = 150


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the claim (may be none) in the place of words of the passage (may be none)."""

    ours: tuple[int, ...]
    theirs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """A sentence of the passage that the claim nearly repeats, and every difference in order.

    Attributes:
        shared: share of the claim's words that the sentence has in the same order.
        places: word of the claim -> word of the passage in its place.
    """

    shared: float
    changes: tuple[Change, ...]
    places: dict[int, int]


def find_copy(claim: Reading, passage: Reading) -> Copy | None:
    """The claim as a near copy of one sentence, or None where it is not."""
    ours = [at for at, w in enumerate(claim.words) if _counts(w.text)][:MOST_WORDS]
    if len(ours) < 3:
        return None
    best: Copy | None = None
    for sentence in sorted(set(passage.sentence_of)):
        theirs = [
            at
            for at, s in enumerate(passage.sentence_of)
            if s == sentence and _counts(passage.words[at].text)
        ][:MOST_WORDS]
        if not _overlaps(claim, passage, ours, theirs):
            continue
        copy = _compare(claim, passage, ours, theirs)
        if best is None or copy.shared > best.shared:
            best = copy
    return best if best and best.shared >= LEAST_SHARED else None


def _counts(text: str) -> bool:
    return text[0].isalnum() or text.startswith(("'", "’"))


def _overlaps(claim: Reading, passage: Reading, ours: list[int], theirs: list[int]) -> bool:
    mine = {unaccented(claim.words[at].low) for at in ours}
    its = {unaccented(passage.words[at].low) for at in theirs}
    return len(mine & its) >= LEAST_SHARED * len(mine) * 0.8


def _compare(claim: Reading, passage: Reading, ours: list[int], theirs: list[int]) -> Copy:
    a = [unaccented(claim.words[at].low) for at in ours]
    b = [unaccented(passage.words[at].low) for at in theirs]
    changes: list[Change] = []
    places: dict[int, int] = {}
    shared = 0
    for kind, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind == "equal":
            shared += j - i
        else:
            changes.append(Change(tuple(ours[i:j]), tuple(theirs[k:m])))
        if j - i == m - k:
            places.update(zip(ours[i:j], theirs[k:m], strict=True))
    return Copy(shared / len(a), tuple(changes), places)
