"""Signs that a claim and a passage speak of two things of one kind, so that neither denies the other.

"Line 2 carried …", "Line 4 carried …"; "the plant in Osk employs 640", "the plant in Lund employs 460".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.evidence.stance.model import Finding, Span

_EITHER = (
    "line|room|ward|route|gate|platform|unit|block|section|group|class|pier|plot|hall|studio|"
    "zone|team|court|terminal|reactor"
)
"""Things that are told apart by a number or by a letter."""
_NUMBERED = re.compile(
    rf"\b({_EITHER}|flight|junction|phase|highway|motorway|article|chapter|level|stage|grade|"
    r"bus|tram|train|lot|site|district|area|exit|well|form|question|round|volume|no)\.? "
    r"(\d{1,4}[a-z]?)\b(?! (?:percent|per cent|million|billion|people|years?|days?|hours?))",
    re.IGNORECASE,
)
_LETTERED = re.compile(
    rf"\b((?i:{_EITHER}|building|wing|car park|tower|pitch|deck|hangar|stand)) ([A-Z])\b(?!\.)"
)
_CODED = re.compile(r"\b([A-Z]{1,3})-?(\d{1,4})\b")
_FACTS = frozenset(("name", "quantity", "date", "contrast", "ranking"))
_OPEN = 0.5


def other_numbered(claim: str, passage: str) -> bool:
    """Whether both name a thing by number, and not by the same one ("Room 12"; "A12"; "Ward A")."""
    for pattern in (_NUMBERED, _LETTERED, _CODED):
        ours, theirs = _labels(pattern, claim), _labels(pattern, passage)
        if any(kind in theirs and numbers.isdisjoint(theirs[kind]) for kind, numbers in ours.items()):
            return True
    return False


def _labels(pattern: re.Pattern[str], text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for match in pattern.finditer(text):
        found.setdefault(match[1].lower(), set()).add(match[2].lower())
    return found


def apart(findings: Sequence[Finding], claim: str, passage: str) -> list[Finding]:
    """The findings; where two facts differ at once, another thing is meant, and nothing is denied.

    What the passage has elsewhere does not count: "from Lund to Ystad" is turned round, not another way.
    """
    spans: list[Span] = []
    held = set(re.findall(r"\w+", passage.casefold()))
    for finding in findings:
        span = finding.reason.claim_span
        fact = finding.kind == "contradiction" and finding.check in _FACTS
        if span is None or (
            finding.check != "ranking"
            and held.issuperset(re.findall(r"\w+", claim[span[0] : span[1]].casefold()))
        ):
            continue
        if fact and not any(start < span[1] and span[0] < end for start, end in spans):
            spans.append(span)
    if len(spans) < 2:
        return list(findings)
    return [
        replace(f, kind="gap", weight=_OPEN) if f.kind == "contradiction" and f.check in _FACTS else f
        for f in findings
    ]
