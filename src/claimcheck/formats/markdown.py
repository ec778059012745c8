"""A summary in Markdown, for a comment or a step summary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.formats.escaping import cut, visible
from claimcheck.records.counting import counted
from claimcheck.rules.report import Finding, Report
from claimcheck.rules.running import by_gravity

_MOST = 50
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|~>@:-])")


def render(report: Report) -> str:
    """The report as Markdown: counts, then a table, the worst first."""
    return "\n".join(_lines(report)).rstrip() + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield "## claimcheck"
    yield ""
    verdict = ("No findings that fail.", "Findings that fail.", "Could not check.")[int(report.exit_code)]
    looked = f"{counted(len(report.claims), 'claim')} in {counted(len(report.articles), 'article')}"
    yield f"**{verdict}** {looked}."
    yield ""
    statuses = ", ".join(f"{number} {status}" for status, number in report.statuses().items())
    if statuses:
        yield f"Claims: {statuses}."
        yield ""
    yield from _table(report, report.problems)
    order = sorted(report.findings, key=by_gravity)
    yield from _table(report, order[:_MOST])
    if len(order) > _MOST:
        yield f"And {len(order) - _MOST} more."
        yield ""
    apart = [f"{len(report.waived)} waived"] if report.waived else []
    apart += [f"{len(report.baselined)} known from the baseline"] if report.baselined else []
    if apart:
        yield f"Not counted: {', '.join(apart)}."


def _table(report: Report, findings: Sequence[Finding]) -> Iterator[str]:
    if not findings:
        return
    yield "| Level | Rule | Place | What | Fix |"
    yield "|---|---|---|---|---|"
    for finding in findings:
        cells = (finding.place, finding.message, finding.fix)
        rule, page = f"{finding.code} {finding.name}", report.page_url(finding.code, finding.name)
        rule = f"[{rule}](<{page}>)" if page else rule
        yield f"| {finding.level} | {rule} | {' | '.join(map(escape, cells))} |"
    yield ""


def escape(text: str) -> str:
    """Text in which no character means anything to Markdown or HTML, on one line."""
    harmless = _SPECIAL.sub(r"\\\1", cut(visible(text), 500))
    return harmless.replace("&", "&amp;").replace("<", "&lt;")
