"""Of two findings on one matter the more precise: a cut or altered quotation is not told twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimcheck.records.models import Evidence
from claimcheck.rules.model import LEVELS, ClaimView, RuleContext
from claimcheck.rules.report import Finding

_QUOTATION = frozenset({"CC201", "CC202", "CC203", "CC204", "CC205", "CC206"})
"""Rules that say what is wrong with a quotation; each finding's subject is the passage: source and start."""
_GENERAL = frozenset({"CC110", "CC302", "CC309"})
"""Rules that say that a passage, or all that was accepted against a claim, contradicts it."""
_OTHER_WORDS = frozenset({"altered", "truncated", "absent"})


def without_repeats(found: Sequence[Finding], context: RuleContext) -> list[Finding]:
    """The findings without those that say less of what a rule on quotations tells at least as gravely.

    A rule that settings turn off or lower tells nothing here, so the general finding stays.
    """
    told: dict[tuple[str, str], int] = {}
    for finding in found:
        if finding.code in _QUOTATION:
            key = finding.claim, finding.subject
            told[key] = max(told.get(key, 0), LEVELS.index(finding.level))
    if not told:
        return list(found)
    views = context.by_id()
    return [
        finding
        for finding in found
        if finding.code not in _GENERAL or not _repeats(finding, views[finding.claim], told)
    ]


def _repeats(finding: Finding, view: ClaimView, told: Mapping[tuple[str, str], int]) -> bool:
    items = list(_spoken_of(finding, view))
    level = LEVELS.index(finding.level)
    return bool(items) and all(
        item.match in _OTHER_WORDS and told.get((view.claim.id, f"{item.source} {item.start}"), -1) >= level
        for item in items
    )


def _spoken_of(finding: Finding, view: ClaimView) -> Iterable[Evidence]:
    """The evidence that a general finding speaks of."""
    if finding.code == "CC110":
        return (item for item in view.claim.evidence if _subject(item) == finding.subject)
    name, _, source = finding.subject.partition(" ")
    layer = view.assessment.statement if name == "statement" else view.assessment.content
    return _accepted(view, (item.index for item in layer.against), source)


def _accepted(view: ClaimView, numbers: Iterable[int], source: str) -> Iterator[Evidence]:
    for number in numbers:
        item = view.claim.evidence[number]
        if source in ("", item.source):
            yield item


def _subject(item: Evidence) -> str:
    return f"{item.source} {item.about} {item.start}"
