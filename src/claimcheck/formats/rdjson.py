"""Reviewdog's diagnostic format (rdjson): lines 1-based, columns in UTF-8 bytes."""

from __future__ import annotations

import json

from claimcheck.formats.escaping import visible
from claimcheck.rules.report import Finding, Report

_SEVERITIES = {"note": "INFO", "warning": "WARNING", "error": "ERROR"}


def render(report: Report) -> str:
    """The report as one DiagnosticResult, ASCII only."""
    diagnostics = [_diagnostic(report, finding) for finding in (*report.problems, *report.findings)]
    return json.dumps({"source": {"name": "claimcheck"}, "diagnostics": diagnostics}, indent=1) + "\n"


def _diagnostic(report: Report, finding: Finding) -> dict[str, object]:
    location: dict[str, object] = {"path": visible(finding.path or "claimcheck.toml")}
    if finding.line:
        location["range"] = {
            "start": {"line": finding.line, "column": finding.byte_column},
            "end": {"line": finding.end_line, "column": finding.end_byte_column},
        }
    code = {"value": f"{finding.code} {finding.name}"}
    if page := report.page_url(finding.code, finding.name):
        code["url"] = page
    return {
        "message": visible(f"{finding.told} {finding.fix}".strip()),
        "location": location,
        "severity": _SEVERITIES[finding.level],
        "code": code,
    }
