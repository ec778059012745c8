"""A GitLab Code Quality report: a JSON array of findings with unique fingerprints."""

from __future__ import annotations

import json
from collections.abc import Mapping

from claimcheck.formats.escaping import visible
from claimcheck.rules.report import Finding, Report

_SEVERITIES = {"note": "info", "warning": "minor", "error": "major"}


def render(report: Report) -> str:
    """The report as one array; what makes the check impossible is a blocker."""
    entries = [_entry(report, problem, "blocker") for problem in report.problems]
    entries += [_entry(report, finding, _SEVERITIES[finding.level]) for finding in report.findings]
    return json.dumps(entries, indent=1) + "\n"


def _entry(report: Report, finding: Finding, severity: str) -> Mapping[str, object]:
    why = report.why(finding.code, finding.name)
    return {
        "description": visible(f"{f'{finding.told} {finding.fix}'.strip()} (Why: {why})"),
        "check_name": f"{finding.code} {finding.name}",
        "fingerprint": finding.fingerprint,
        "severity": severity,
        "location": {
            "path": visible(finding.path or "claimcheck.toml"),
            "lines": {"begin": finding.line or 1, "end": finding.end_line or 1},
        },
    }
