"""Denials and opposites that stand although the sentence says more: the same deed, plainly told.

:mod:`sobering` leaves a contradiction open unless nearly all words of the claim stand close by. Where doer
and object of the claim have their places in the passage's event, and nothing in its sentence limits or turns
what is said, the contradiction stands all the same.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from claimcheck.evidence.stance.align import EventMatch, Pair
from claimcheck.evidence.stance.deeds import matched, only_how
from claimcheck.evidence.stance.grounding import check_grounds
from claimcheck.evidence.stance.model import Finding
from claimcheck.evidence.stance.reading import Reading
from claimcheck.extraction.clauses.events import Event

WEIGHT = 0.75
LEAST_GAP = 0.4
"""A gap that weighs less keeps no support back."""
_CHECKS = ("denial", "polarity")
_LIMITING = frozenset(
    "only just first before since until again longer no_longer ever yet still some most few part partly half "
    "all except without unless if whether or both every other another second later earlier already than "
    "would could might may nearly almost hardly barely outside elsewhere instead".split()
)
_DENYING = frozenset("no not n't never none nobody no_one nothing neither nor cannot without".split())


def restored(pair: Pair, findings: list[Finding]) -> list[Finding]:
    """The findings, with a denial or opposite of the same deed, told plainly, a contradiction again."""
    findings = [_spared(pair, finding) for finding in findings]
    open_ = [f for f in findings if f.kind == "gap" and f.weight >= LEAST_GAP]
    if not open_ or any(f.check not in _CHECKS for f in open_) or len(open_) < len(findings):
        return findings
    if not all(_plain(pair, finding) for finding in open_) or check_grounds(pair, frozenset()):
        return findings
    return [replace(f, kind="contradiction", weight=WEIGHT) for f in findings]


def _spared(pair: Pair, finding: Finding) -> Finding:
    """ "All but two were moved" denies nothing of the two."""
    if finding.kind != "contradiction" or finding.check not in (*_CHECKS, "negation"):
        return finding
    but = any(a.low in ("all", "none") and b.low == "but" for a, b in pairwise(pair.passage.words))
    return replace(finding, kind="gap", weight=0.5) if but else finding


def _plain(pair: Pair, finding: Finding) -> bool:
    """Whether neither side says more of its deed than that it was done, or was not."""
    match = next((m for m in matched(pair) if _told_in(pair, m, finding)), None)
    if match is None or match.relation not in ("same", "synonym", "opposite") or match.governing:
        return False
    if match.passage.mood != "fact" or match.claim.mood != "fact" or match.passage.reporter >= 0:
        return False
    if only_how(pair, match):
        return False
    return unlimited(pair.claim, match.claim) and unlimited(pair.passage, match.passage)


def _told_in(pair: Pair, match: EventMatch, finding: Finding) -> bool:
    span = finding.reason.claim_span
    head = pair.claim.words[match.claim.head]
    return span is not None and span[0] <= head.start < span[1]


def unlimited(reading: Reading, event: Event) -> bool:
    """Whether the sentence of an event has no word that limits it, and no denial but the event's own."""
    number = reading.sentence_of[event.head]
    for at, word in enumerate(reading.words):
        if reading.sentence_of[at] != number:
            continue
        if word.low in _LIMITING:
            return False
        if at not in event.denials and (word.low in _DENYING or reading.tags[at] == "not"):
            return False
    return True
