"""Of two findings on one matter the more precise: a cut or altered quotation is not told twice."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from claimcheck.records.fingerprints import fingerprint
from claimcheck.records.models import Evidence
from claimcheck.rules.model import LEVELS, ClaimView, RuleContext
from claimcheck.rules.report import Finding

_QUOTATION = frozenset({"CC201", "CC202", "CC203", "CC204", "CC205", "CC206"})
"""Rules that say what is wrong with a quotation; each finding's subject is the passage: source and start."""
_GENERAL = frozenset({"CC110", "CC302", "CC309"})
"""Rules that say that a passage, or all that was accepted against a claim, contradicts it."""
_OTHER_WORDS = frozenset({"altered", "truncated", "absent"})


def repeats_marked(found: Sequence[Finding], context: RuleContext) -> list[Finding]:
    """The findings; those that say less of what rules on quotations tell at least as gravely name these.

    A rule that settings turn off or lower tells nothing here.
    """
    told: dict[tuple[str, str], Finding] = {}
    for finding in found:
        if finding.code in _QUOTATION:
            known = told.setdefault((finding.claim, finding.subject), finding)
            if _gravity(finding) > _gravity(known):
                told[finding.claim, finding.subject] = finding
    if not told:
        return list(found)
    views = context.by_id()
    return [
        _marked(finding, _told_by(finding, views[finding.claim], told))
        if finding.code in _GENERAL
        else finding
        for finding in found
    ]


def without_repeats(found: Sequence[Finding], known: Container[str]) -> tuple[list[Finding], list[Finding]]:
    """The findings that count without those that others of them say more precisely; and these.

    What is waived or known tells nothing here: a passage that was a proposal when somebody excused it may
    have been accepted since.

    Args:
        found: what no waiver excuses.
        known: fingerprints in the baseline; what has one of them is left out of both.
    """
    counted = [finding for finding in found if not any(name in known for name in finding.names)]
    told = {finding.fingerprint for finding in counted}
    fresh: list[Finding] = []
    repeats: list[Finding] = []
    for finding in counted:
        (repeats if finding.told_by and told.issuperset(finding.told_by) else fresh).append(finding)
    return fresh, repeats


def _marked(finding: Finding, told_by: tuple[str, ...]) -> Finding:
    """A finding with those that tell all of it, under a fingerprint other than its own.

    What a baseline took in because a cut quotation was known excuses no contradiction accepted since.
    """
    if not told_by:
        return finding
    return replace(
        finding,
        told_by=told_by,
        fingerprint=fingerprint([finding.fingerprint, "told by others"]),
        graver=finding.graver or finding.fingerprint,
    )


def _gravity(finding: Finding) -> int:
    return LEVELS.index(finding.level)


def _told_by(finding: Finding, view: ClaimView, told: Mapping[tuple[str, str], Finding]) -> tuple[str, ...]:
    """Fingerprints of the findings that tell all that a general one speaks of; none if they do not."""
    items = list(_spoken_of(finding, view))
    precise = [told.get((view.claim.id, f"{item.source} {item.start}")) for item in items]
    if any(item.match not in _OTHER_WORDS for item in items):
        return ()
    names = [one.fingerprint for one in precise if one is not None and _gravity(one) >= _gravity(finding)]
    return tuple(dict.fromkeys(names)) if len(names) == len(items) else ()


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
