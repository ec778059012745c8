"""SARIF 2.1.0 (OASIS), for code scanning: relative URIs, columns in code points, waivers as suppressions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from urllib.parse import quote

from claimcheck.formats.escaping import visible
from claimcheck.rules.registry import RULES, Rule, rule_page
from claimcheck.rules.report import Finding, Report, Waived

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_Tree = dict[str, object]


def render(report: Report) -> str:
    """The report as one SARIF log with one run, ASCII only."""
    known = {rule.code: rule for rule in (*RULES, *report.plugin_rules)}
    findings = [*report.findings, *(item.finding for item in report.waived), *report.baselined]
    used = sorted({finding.code for finding in findings if finding.code in known})
    index = {code: place for place, code in enumerate(used)}
    state = {"new": "new", "old": "unchanged"} if report.baselined else {}
    results = [_result(finding, index, state.get("new")) for finding in report.findings]
    results += [_waived(item, index, state.get("new")) for item in report.waived]
    results += [_result(finding, index, state.get("old")) for finding in report.baselined]
    run: _Tree = {
        "tool": {"driver": {"name": "claimcheck", "rules": [_rule(report, known[code]) for code in used]}},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not report.problems,
                "exitCode": int(report.exit_code),
                "toolExecutionNotifications": [_notification(problem) for problem in report.problems],
            }
        ],
        "results": results,
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1) + "\n"


def _rule(report: Report, rule: Rule) -> _Tree:
    page = rule_page(rule) or rule.name
    url = report.page_url(rule.code, rule.name)
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": _message(page.splitlines()[0])},
        "help": {"text": _message(page), "markdown": page},
        **({"helpUri": url} if url else {}),
        "defaultConfiguration": {"level": rule.level},
    }


def _result(finding: Finding, index: Mapping[str, int], state: str | None) -> _Tree:
    tree: _Tree = {
        "ruleId": finding.code,
        "level": finding.level,
        "message": {"text": _message(f"{finding.told} {finding.fix}")},
        "locations": [_location(finding)],
        "partialFingerprints": {"claimcheck/v1": finding.fingerprint},
    }
    if finding.code in index:
        tree["ruleIndex"] = index[finding.code]
    if state is not None:
        tree["baselineState"] = state
    return tree


def _waived(item: Waived, index: Mapping[str, int], state: str | None) -> _Tree:
    why = f"{item.reason} ({item.by}, until {item.expires})"
    suppression = {"kind": "external", "status": "accepted", "justification": visible(why)}
    return {**_result(item.finding, index, state), "suppressions": [suppression]}


def _notification(problem: Finding) -> _Tree:
    text = f"{problem.code} {problem.name}: {problem.message} {problem.fix}".strip()
    tree: _Tree = {"level": "error", "message": {"text": _message(text)}}
    if problem.path:
        tree["locations"] = [_location(problem)]
    return tree


def _location(finding: Finding) -> _Tree:
    physical: _Tree = {"artifactLocation": {"uri": quote(visible(finding.path), safe="/")}}
    if finding.line:
        physical["region"] = {
            "startLine": finding.line,
            "startColumn": finding.column,
            "endLine": finding.end_line,
            "endColumn": finding.end_column,
        }
    tree: _Tree = {"physicalLocation": physical}
    if finding.claim:
        tree["logicalLocations"] = [{"fullyQualifiedName": visible(finding.claim)}]
    return tree


def _message(text: str) -> str:
    """Text in which SARIF sees neither a placeholder nor a link (sections 3.11.5 and 3.11.6)."""
    lines = (visible(line) for line in text.splitlines())
    escaped = "\n".join(lines).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return escaped.replace("{", "{{").replace("}", "}}")
