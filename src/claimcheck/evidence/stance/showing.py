"""Reasons whose two sides read the same: enough of the words about them is shown that they differ.

"Every councillor" is told from "almost every councillor" by the word before, "5 per cent" of the drivers from
"5 per cent" of the passengers by the words behind.
"""

from __future__ import annotations

import re
from dataclasses import replace

from claimcheck.evidence.stance.model import Finding, Reason, Span

_SIDES = re.compile(
    r"(?:(?P<head>.*: )?source: (?P<its>.+); article: (?P<mine>.+))"
    r"|(?:not covered: (?P<ours>.+); the source says only (?P<theirs>.+))",
    re.DOTALL,
)
_MOST = 4
"""Words that are shown more on either side."""
_BEFORE, _BEHIND = re.compile(r"\S+\s+$"), re.compile(r"[\w’'%-]*\s*\S+")
_NEAR = 60
"""Code points in which the next word is looked for."""
_ELSEWHERE = "the source says it of something else"


def shown_apart(findings: list[Finding], claim: str, passage: str) -> list[Finding]:
    """The findings, with reasons in which what the source says reads otherwise than what the article says."""
    return [replace(f, reason=_apart(f.reason, claim, passage)) for f in findings]


def _apart(reason: Reason, claim: str, passage: str) -> Reason:
    match = _SIDES.fullmatch(reason.text) if "; " in reason.text else None
    if match is None:
        return reason
    its, mine = match["its"] or match["theirs"], match["mine"] or match["ours"]
    if not _alike(its, mine):
        return reason
    told = _widened(claim, reason.claim_span, passage, reason.passage_span)
    if told is None:
        return replace(reason, text=_ELSEWHERE)
    return replace(reason, text=f"{match['head'] or ''}source: {told[1]}; article: {told[0]}")


def _widened(claim: str, ours: Span | None, passage: str, theirs: Span | None) -> tuple[str, str] | None:
    """Both sides with the fewest words about them in which they differ; None where they never do."""
    if ours is None or theirs is None:
        return None
    before, behind = (ours, theirs), (ours, theirs)
    for _ in range(_MOST):
        before = _back(claim, before[0]), _back(passage, before[1])
        behind = _on(claim, behind[0]), _on(passage, behind[1])
        for one, other in (before, behind):
            shown = claim[slice(*one)].rstrip(" .,;"), passage[slice(*other)].rstrip(" .,;")
            if not _alike(*shown):
                return shown
    return None


def _back(text: str, span: Span) -> Span:
    match = _BEFORE.search(text[max(0, span[0] - _NEAR) : span[0]])
    return (span[0] - len(match[0]), span[1]) if match else span


def _on(text: str, span: Span) -> Span:
    match = _BEHIND.match(text, span[1], span[1] + _NEAR)
    return (span[0], match.end()) if match else span


def _alike(one: str, other: str) -> bool:
    return re.findall(r"[^\W_]+", one.casefold()) == re.findall(r"[^\W_]+", other.casefold())
