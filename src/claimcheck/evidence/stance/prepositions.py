"""Prepositions that turn a phrase round: for and against, with and without, to and from."""

from __future__ import annotations

from claimcheck.evidence.stance.align import Pair
from claimcheck.evidence.stance.deeds import matched
from claimcheck.evidence.stance.model import Finding, Reason
from claimcheck.evidence.stance.reading import Reading

_TURNED = {
    frozenset(pair.split())
    for pair in (
        "for against",
        "with without",
        "to from",
        "inside outside",
        "in outside",
        "within outside",
        "above below",
        "over under",
        "on off",
        "into from",
    )
}


def check_prepositions(pair: Pair) -> list[Finding]:
    """A contradiction where the same thing stands behind the opposite preposition of the same event."""
    findings = []
    for match in matched(pair):
        if match.relation not in ("same", "synonym", "derived"):
            continue
        there = {*match.passage.subject, *match.passage.objects}
        for at in (*match.claim.subject, *match.claim.objects):
            mine = governing_preposition(pair.claim, at)
            for answer in pair.matches.get(at, ()):
                its = governing_preposition(pair.passage, answer.index)
                if answer.index not in there or not answer.strength or mine < 0 or its < 0:
                    continue
                lows = frozenset((pair.claim.words[mine].low, pair.passage.words[its].low))
                if lows in _TURNED and match.claim.negative == match.passage.negative:
                    spans = pair.claim.span(mine, at), pair.passage.span(its, answer.index)
                    theirs, ours = pair.passage.text[slice(*spans[1])], pair.claim.text[slice(*spans[0])]
                    text = f"source: {theirs}; article: {ours}"
                    findings.append(Finding("contradiction", "contrast", 0.8, Reason(text, *spans)))
    return findings


def governing_preposition(reading: Reading, at: int) -> int:
    """The preposition that governs a noun: the nearest before it and its modifiers; or -1."""
    if reading.tags[at] not in ("noun", "name"):
        return -1
    for before in range(at - 1, max(-1, at - 5), -1):
        if reading.tags[before] in ("prep", "to"):
            return before
        if reading.tags[before] not in ("det", "adj", "noun", "name", "num"):
            return -1
    return -1
