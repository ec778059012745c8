"""Whether an ellipsis, a bracket or an attribution between the chunks of a quotation is honest."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from claimcheck.evidence.quotations.brackets import PRONOUNS, Referents
from claimcheck.evidence.quotations.chains import Chain
from claimcheck.evidence.quotations.differences import Comparison, Group
from claimcheck.evidence.quotations.locating import Placement
from claimcheck.evidence.quotations.model import Difference, DifferenceKind
from claimcheck.evidence.quotations.printed import Joint, Printed
from claimcheck.evidence.quotations.source import PreparedSource

FARTHEST_ELLIPSIS = 150
"""Source words that one ellipsis may stand for; beyond it two passages are made one."""
_LONGEST_REPLACED = 15
_SHORT_EDGE = 5
_INTERJECTION = 2
_OPEN = frozenset(
    "the a an of to in on at by for from with and or my our your his her its their this that these those "
    "every each no some is are was were be not very".split()
)
"""Words that need another after them."""


@dataclass(frozen=True, slots=True)
class Seam:
    """The joints between two chunks, or at an edge of the quotation, and the placements on either side."""

    joints: tuple[Joint, ...]
    left: Placement | None
    right: Placement | None
    at_edge: bool

    @property
    def bracket(self) -> Joint | None:
        """The first bracket of the seam, if it has one."""
        return next((joint for joint in self.joints if joint.kind == "bracket"), None)

    def has(self, kind: str) -> bool:
        """Whether a joint of this kind is here."""
        return any(joint.kind == kind for joint in self.joints)


def join_differences(
    comparison: Comparison, chain: Chain, referents: Referents
) -> tuple[list[Difference], bool]:
    """Differences at the joints, and whether the quotation carries marks of an edit at all."""
    printed, source = comparison.printed, comparison.source
    if chain.literal:
        return [], any(_leaves_mark(joint, printed, source, chain) for joint in printed.joints)
    found = [comparison.make("insertion", chunk.start, chunk.end, 0, 0) for chunk in chain.missing]
    marked = False
    for seam in seams(printed, chain):
        if seam.joints:
            marked = True
        found += _seam(comparison, seam, referents)
    return found, marked


def seams(printed: Printed, chain: Chain) -> list[Seam]:
    """The seams of a quotation in order, one before, between and after its chunks, empty ones too."""
    by_start = {placement.start: placement for placement in chain.placements}
    made: list[Seam] = []
    joints: list[Joint] = []
    left: Placement | None = None
    first = True
    for part in printed.parts:
        if isinstance(part, Joint):
            joints.append(part)
            continue
        right = by_start.get(part.start)
        made.append(Seam(tuple(joints), left, right, first))
        left, joints, first = right, [], False
    made.append(Seam(tuple(joints), left, None, True))
    return made


def limits_of(printed: Printed, chain: Chain, source: PreparedSource) -> list[tuple[int, int]]:
    """For each placement, the kept (or replaced) source tokens on either side that bound what was cut."""
    if chain.literal:
        return [(0, len(source.tokens))]
    limits: dict[int, tuple[int, int]] = {}
    made = seams(printed, chain)
    for before, after in itertools.pairwise(made):
        placed = before.right
        if placed is None:
            continue
        floor = 0 if before.at_edge else before.left.high if before.left else placed.low
        ceiling = len(source.tokens) if after.at_edge else after.right.low if after.right else placed.high
        if before.bracket and not before.has("ellipsis"):
            floor = placed.low if not before.at_edge else _replaced(source, before)[0]
        if after.bracket and not after.has("ellipsis"):
            ceiling = placed.high if not after.at_edge else _replaced(source, after)[1]
        limits[placed.start] = (floor, ceiling)
    return [limits[placement.start] for placement in chain.placements]


def _leaves_mark(joint: Joint, printed: Printed, source: PreparedSource, chain: Chain) -> bool:
    """Whether a joint is the editor's; an ellipsis that the source has too is not."""
    passage = source.text[source.tokens.starts[chain.low] : source.tokens.ends[chain.high - 1] + 4]
    return joint.kind != "ellipsis" or not ("…" in passage or "..." in passage or ". . ." in passage)


def _seam(comparison: Comparison, seam: Seam, referents: Referents) -> list[Difference]:
    if not seam.joints or (seam.left is None and seam.right is None):
        return []
    if seam.at_edge:
        return _edge(comparison, seam, referents)
    left, right = seam.left, seam.right
    if left is None or right is None:
        return []
    if right.low < left.high:
        return [
            comparison.make(
                "order", left.start, right.end, min(left.low, right.low), max(left.high, right.high)
            )
        ]
    if seam.bracket is not None:
        return _bracket(comparison, seam, referents, left.high, right.low)
    if right.low == left.high:
        return []
    if seam.has("ellipsis"):
        return [_omitted(comparison, seam, left.high, right.low)]
    return comparison.group(Group(left.end, left.end, left.high, right.low))


def _omitted(comparison: Comparison, seam: Seam, low: int, high: int) -> Difference:
    """What an ellipsis stands for: harmless unless it joins what was said far apart or by two people."""
    source = comparison.source
    starts = source.tokens.starts
    same_turn = source.layout.same_speaker(starts[low - 1], starts[high])
    same_turn = same_turn and not _others_between(source, low, high)
    honest = high - low <= FARTHEST_ELLIPSIS and same_turn and not _makes_one_of_two(source, low, high)
    joint = next(joint for joint in seam.joints if joint.kind == "ellipsis")
    return Difference(
        "omission",
        joint.text,
        source.tokens.raw(low, high),
        joint.place,
        joint.stop,
        starts[low],
        source.tokens.ends[high - 1],
        harmless=honest,
    )


def _others_between(source: PreparedSource, low: int, high: int) -> bool:
    """Whether somebody else says more than a word or two, a question say, within what was left out."""
    layout, starts = source.layout, source.tokens.starts
    others = sum(not layout.same_speaker(starts[high], starts[at]) for at in range(low, high))
    return others > _INTERJECTION


def _makes_one_of_two(source: PreparedSource, low: int, high: int) -> bool:
    """Whether the phrase that one sentence leaves open is completed with a word of a later one."""
    if source.begins_sentence(high) or source.tokens.keys[low - 1] not in _OPEN:
        return False
    return any(source.begins_sentence(place) for place in range(low, high))


def _bracket(
    comparison: Comparison, seam: Seam, referents: Referents, low: int, high: int
) -> list[Difference]:
    bracket = seam.bracket
    if bracket is None:
        return []
    if seam.has("ellipsis"):
        keys = comparison.source.tokens.keys
        first = high - 1 if high > low and keys[high - 1] in PRONOUNS else high
        return [_omitted(comparison, seam, low, first)] * (first > low) + [
            _judged(comparison, bracket, referents, first, high)
        ]
    fits = high - low <= _LONGEST_REPLACED
    return [_judged(comparison, bracket, referents, low, high, possible=fits)]


def _judged(
    comparison: Comparison,
    bracket: Joint,
    referents: Referents,
    low: int,
    high: int,
    *,
    possible: bool = True,
) -> Difference:
    tokens = comparison.printed.tokens
    good = possible and referents.fits(tokens, bracket.start, bracket.end, low, high)
    made = comparison.make("word", bracket.start, bracket.end, low, high)
    named = tokens.text[tokens.starts[bracket.start]].isupper() if bracket.start < bracket.end else False
    kind: DifferenceKind = "insertion" if low == high else "name" if named else "word"
    return Difference(
        kind,
        bracket.text,
        made.source,
        bracket.place,
        bracket.stop,
        made.source_start,
        made.source_end,
        harmless=good,
    )


def _edge(comparison: Comparison, seam: Seam, referents: Referents) -> list[Difference]:
    bracket = seam.bracket
    if bracket is None:
        return []
    low, high = _replaced(comparison.source, seam)
    return [_judged(comparison, bracket, referents, low, high)]


def _replaced(source: PreparedSource, seam: Seam) -> tuple[int, int]:
    """The source tokens that a bracket at an edge most likely stands for."""
    if seam.right is not None:
        high = seam.right.low
        start = source.sentence_start(high) if high < len(source.tokens) else high
        if 0 < high - start <= _SHORT_EDGE:
            return start, high
        return (high - 1, high) if high > start and source.tokens.keys[high - 1] in PRONOUNS else (high, high)
    low = seam.left.high if seam.left else 0
    end = source.sentence_end(low - 1) if low else 0
    if 0 < end - low <= _SHORT_EDGE:
        return low, end
    return (low, low + 1) if low < end and source.tokens.keys[low] in PRONOUNS else (low, low)
