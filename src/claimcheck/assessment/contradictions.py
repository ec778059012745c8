"""What speaks against a claim, whatever it weighs: an editor must hear of it, and of how good it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.assessment.status import Verdict
from claimcheck.assessment.weights import Exclusion, Item, say_grade
from claimcheck.records.models import Claim

_WITHDRAWN = frozenset({"no such source", "retracted"})
"""What has no source any more; rules of their own tell of it."""

EXCLUDED: dict[Exclusion, str] = {
    "no such source": "no source of that name is recorded",
    "off the record": "it is off the record",
    "retracted": "it, or all it rests on, was withdrawn",
    "text not on hand": "its text is not on hand",
    "no passage": "no passage of it is named",
    "ungraded": "nobody graded the source",
    "circular": "it rests on this article",
    "not word for word": "the words are not the source's",
}
"""Why an item counts for nothing, in words."""


def grade_of(item: Item) -> str:
    """How good an item's source is, in words."""
    return say_grade(item.tier, item.reliability)


def concerned(verdict: Verdict, items: Iterable[Item]) -> list[Item]:
    """The items that bear on the part of the claim that decided; all of them where the whole did."""
    return [item for item in items if verdict.part is None or not item.parts or verdict.part in item.parts]


def standing_against(items: Iterable[Item]) -> list[Item]:
    """The items that contradict, those that weigh little or nothing too; not what was withdrawn."""
    return [item for item in items if item.stance == "contradicts" and item.excluded not in _WITHDRAWN]


def lacks_support(verdict: Verdict, items: Iterable[Item]) -> bool:
    """Whether nothing that counts supports what decided, though something of weight contradicts it."""
    stances = {item.stance for item in concerned(verdict, items) if item.weight > 0.0}
    return "contradicts" in stances and "supports" not in stances


def look_again(claim: Claim, numbers: Iterable[int]) -> str:
    """What to do before all else where a claim's text was edited since it was decided on: a passage that was
    accepted against it may agree by now. Empty where nothing was edited; else another sentence has to follow.

    When the text was edited no record says, so the passage may have been accepted since; what is said holds
    of that too.

    Args:
        numbers: indexes of that evidence.
    """
    found = sorted(set(numbers))
    if claim.was is None or not found:
        return ""
    sources = sorted({claim.evidence[number].source for number in found})
    named = " and ".join([*([", ".join(sources[:-1])] if sources[1:] else []), sources[-1]])
    which = "NUMBER" if len(found) > 1 else str(found[0] + 1)
    return (
        f"The text was edited since it was first decided on: read what was accepted against it ({named}) "
        f"again. What agrees now: claimcheck accept {claim.id} {which} --stance supports. Otherwise: "
    )


def say_against(items: Sequence[Item], what: str, *, too_light_for: str = "", causes: bool = True) -> str:
    """A clause on items that contradict, to stand behind a sentence; empty without any.

    Args:
        what: what they contradict, in a word or two.
        too_light_for: the status that they weigh too little for, where that is to be said.
        causes: whether to say why those that cannot count do not.
    """
    light = [item for item in items if not item.excluded]
    told = []
    if light:
        told.append(f"; {_graded(light)} {_contradict(light)} {what}")
        weigh = "weighs" if len({item.source for item in light}) == 1 else "weigh"
        told.append(f", but {weigh} too little for “{too_light_for}”" if too_light_for else "")
    void = [item for item in items if item.excluded]
    if void:
        told.append(f"; {_graded(void)} {_contradict(void)} {what}")
        why = sorted({EXCLUDED[item.excluded] for item in void if item.excluded})
        told.append(f", which does not count ({'; '.join(why)})" if causes else "")
    return "".join(told)


def _graded(items: Iterable[Item]) -> str:
    names = sorted({f"{item.source} ({grade_of(item)})" for item in items})
    shown = names if len(names) <= 3 else [*names[:2], f"{len(names) - 2} more"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _contradict(items: Iterable[Item]) -> str:
    return "contradicts" if len({item.source for item in items}) == 1 else "contradict"
