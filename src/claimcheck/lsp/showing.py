"""Findings as diagnostics, and what a hover says of a claim."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from lsprotocol import types

from claimcheck.formats.escaping import cut, visible
from claimcheck.formats.markdown import escape
from claimcheck.lsp.model import Checked
from claimcheck.lsp.positions import Lines
from claimcheck.records.models import Claim
from claimcheck.rules.report import ClaimRow, Finding

SOURCE = "claimcheck"
_SEVERITIES = {
    "note": types.DiagnosticSeverity.Information,
    "warning": types.DiagnosticSeverity.Warning,
    "error": types.DiagnosticSeverity.Error,
}
_LONGEST = 2_000
"""Code points of one message at most; editors show it on hover."""
PageOf = Callable[[str], str | None]
"""From a rule's code to the address of its page."""


def range_of(lines: Lines, start: int, end: int) -> types.Range:
    """A span in code points as an editor's range."""
    first, last = lines.place(start), lines.place(end)
    return types.Range(types.Position(first.line, first.character), types.Position(last.line, last.character))


def diagnostics(checked: Checked, page_of: PageOf, hidden: frozenset[str]) -> list[types.Diagnostic]:
    """The draft's findings and what kept it from being checked, by place.

    Args:
        hidden: codes that the editor was asked not to show; what makes a check impossible is always shown.
    """
    lines = Lines(checked.text)
    shown = [finding for finding in checked.report.findings if finding.code not in hidden]
    found = (*checked.report.problems, *shown)
    return [_diagnostic(lines, item, _page(checked, item, page_of)) for item in found]


def _page(checked: Checked, finding: Finding, page_of: PageOf) -> str | None:
    """Where settings say that the pages are, or else where the server keeps a copy."""
    return checked.report.page_url(finding.code, finding.name) or page_of(finding.code)


def _diagnostic(lines: Lines, finding: Finding, page: str | None) -> types.Diagnostic:
    start, end = finding.start or 0, finding.end or 0
    return types.Diagnostic(
        range=range_of(lines, start, end),
        message=cut(visible(f"{finding.message} {finding.fix}".strip()), _LONGEST),
        severity=_SEVERITIES[finding.level],
        code=finding.code,
        code_description=types.CodeDescription(page) if page else None,
        source=SOURCE,
        data={"claim": finding.claim, "name": finding.name},
    )


def hover(checked: Checked, offset: int, page_of: PageOf) -> types.Hover | None:
    """What is known of the claims at an offset, and why what stands there is no claim; None for neither."""
    lines = Lines(checked.text)
    here = [claim for claim in checked.claims if claim.anchor.start <= offset <= claim.anchor.end]
    dropped = [item for item in checked.dropped if item.start <= offset <= item.end]
    if here:
        rows = {row.id: row for row in checked.report.claims}
        text = "\n\n---\n\n".join("\n\n".join(_claim(checked, claim, rows, page_of)) for claim in here)
        start, end = here[0].anchor.start, here[-1].anchor.end
    elif dropped:
        text = f"No claim: {escape(dropped[0].why)}."
        start, end = dropped[0].start, dropped[0].end
    else:
        return None
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text), range_of(lines, start, end))


def _claim(checked: Checked, claim: Claim, rows: dict[str, ClaimRow], page_of: PageOf) -> Iterator[str]:
    row = rows.get(claim.id)
    if row is not None:
        yield f"**{escape(row.status)}** ({row.kind}, {_WORTH[row.worthiness]})"
        yield escape(row.sentence)
    findings = [finding for finding in checked.report.findings if finding.claim == claim.id]
    yield from (_finding(finding, _page(checked, finding, page_of)) for finding in findings)
    counts = _evidence(claim)
    if counts:
        yield f"Evidence: {counts}."
    if claim.id in checked.recorded:
        yield f"`claimcheck explain {claim.id}`"


_WORTH = {"CFS": "check-worthy", "UFS": "of little weight", "NFS": "not factual"}


def _finding(finding: Finding, page: str | None) -> str:
    name = f"{finding.code} {finding.name}"
    head = f"[{name}](<{page}>)" if page else name
    return f"{finding.level} {head}: {escape(finding.message)} {escape(finding.fix)}".rstrip()


def _evidence(claim: Claim) -> str:
    statuses: Sequence[str] = [item.status for item in claim.evidence]
    counts = ((statuses.count(status), status) for status in ("accepted", "proposed", "rejected"))
    return ", ".join(f"{number} {status}" for number, status in counts if number)
