"""What of the claim the passage does not speak of."""

from __future__ import annotations

from claimcheck.evidence.stance.align import Pair, is_copula, predicate
from claimcheck.evidence.stance.clauses import Event
from claimcheck.evidence.stance.deeds import LEAST_SCORE
from claimcheck.evidence.stance.model import Finding, Reason

_WEIGHTS = {"noun": 0.6, "verb": 0.7, "part": 0.7, "ing": 0.5, "adj": 0.45, "adv": 0.2, "name": 0.0}


def check_coverage(pair: Pair, answered: frozenset[int]) -> list[Finding]:
    """A gap for every content word of the claim that the passage has in no form."""
    taken = answered | _in_names(pair)
    findings = []
    for at in pair.content:
        if at in pair.covered or at in taken:
            continue
        weight = _WEIGHTS.get(pair.claim.tags[at], 0.4)
        if weight:
            text = f"not covered: {pair.claim.words[at].text}"
            findings.append(Finding("gap", "coverage", weight, Reason(text, pair.claim.span(at, at))))
    return findings + _unanswered(pair, answered)


def _in_names(pair: Pair) -> frozenset[int]:
    return frozenset(at for m in pair.names for at in range(m.name.start, m.name.end))


def _unanswered(pair: Pair, answered: frozenset[int]) -> list[Finding]:
    """Events whose words are all there, but not together in any event of the passage."""
    findings = []
    for event, match in zip(pair.claim.events, pair.events, strict=True):
        if match is not None and match.score >= LEAST_SCORE or event.head in answered:
            continue
        words = predicate(pair.claim, event)
        expletive = all(pair.claim.tags[at] == "pron" for at in event.subject)
        if expletive or _apposed(pair, event) or not any(at in pair.matches for at in words):
            continue
        if all(at in pair.covered for at in words if at in pair.matches):
            text = f"not covered: the source does not say this of “{pair.claim.phrase(event.subject)}”"
            span = pair.claim.span(event.head, event.head)
            findings.append(Finding("gap", "unanswered", 0.4, Reason(text, span)))
    return findings


def _apposed(pair: Pair, event: Event) -> bool:
    """Whether what is predicated stands beside the subject in the passage ("The tunnel, 8 kilometres long,")."""
    if not is_copula(pair.claim, event):
        return False
    subjects = [m.index for at in event.subject for m in pair.matches.get(at, ()) if m.strength]
    said = [m.index for at in predicate(pair.claim, event) for m in pair.matches.get(at, ()) if m.strength]
    return any(0 < there - at <= 6 and _only_between(pair, at, there) for at in subjects for there in said)


def _only_between(pair: Pair, start: int, end: int) -> bool:
    between = pair.passage.tags[start + 1 : end]
    return (
        all(tag in ("mark", "det", "num", "adj", "noun", "name") for tag in between)
        and pair.passage.words[start + 1].low == ","
    )
