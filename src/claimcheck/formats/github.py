"""Annotations in a GitHub workflow: the worst ten, and how many more there are.

The escapes are those of GitHub's own toolkit for workflow commands: ``%``, line ends, and in properties
``:`` and ``,`` too. Control and bidi characters are made visible first.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.formats.escaping import visible
from claimcheck.records.counting import counted
from claimcheck.rules.report import Finding, Report
from claimcheck.rules.running import by_gravity

_MOST = 10
"""GitHub shows ten annotations of a level for a step."""
_COMMANDS = {"note": "notice", "warning": "warning", "error": "error"}


def render(report: Report) -> str:
    """The report as workflow commands, one a line."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    worst = [*report.problems, *sorted(report.findings, key=by_gravity)][:_MOST]
    for finding in worst:
        yield _annotation(finding, report.why(finding.code, finding.name))
    more = len(report.problems) + len(report.findings) - len(worst)
    if more:
        yield f"::notice title=claimcheck::{counted(more, 'more finding')}; see the job's log or summary."
    if not worst:
        yield f"::notice title=claimcheck::No findings in {counted(len(report.claims), 'claim')}."


def _annotation(finding: Finding, why: str) -> str:
    properties = {"file": finding.path} if finding.path else {}
    if finding.line:
        properties |= {"line": str(finding.line), "col": str(finding.column)}
        properties |= {"endLine": str(finding.end_line), "endColumn": str(finding.end_column)}
    properties["title"] = f"{finding.code} {finding.name}"
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    text = f"{finding.told} {finding.fix}".strip()
    return f"::{_COMMANDS[finding.level]} {listed}::{_data(f'{text} (Why: {why})')}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
