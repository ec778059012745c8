"""Prepositions that turn a phrase round: for and against, with and without, to and from."""

from __future__ import annotations

from claimcheck.evidence.stance.align import Pair
from claimcheck.evidence.stance.deeds import matched
from claimcheck.evidence.stance.model import Finding, Reason
from claimcheck.evidence.stance.phrases import governing_preposition

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
