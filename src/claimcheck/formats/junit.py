"""JUnit XML, for CI servers: a suite an article, a case a claim, passes included.

The elements and attributes are those that Jenkins' xUnit plug-in, GitLab and GitHub actions read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from claimcheck.formats.escaping import cut, visible
from claimcheck.rules.model import LEVELS
from claimcheck.rules.report import ClaimRow, Finding, Report
from claimcheck.rules.running import by_place


def render(report: Report) -> str:
    """The report as one ``testsuites`` element."""
    suites = [_suite(path, cases) for path, cases in _cases(report)]
    body = "".join(suites)
    # The outermost element has no count of what was skipped in the schema that CI servers go by.
    totals = " ".join(f'{key}="{body.count(mark)}"' for key, mark in _TOTALS if key != "skipped")
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{head}\n<testsuites name="claimcheck" {totals}>\n{body}</testsuites>\n'


_TOTALS = (
    ("tests", "<testcase "),
    ("failures", "<failure "),
    ("errors", "<error "),
    ("skipped", "<skipped "),
)
"""What is counted; these strings stand in the XML as markup only, for all text in it is escaped."""


def _cases(report: Report) -> Iterator[tuple[str, list[str]]]:
    if report.problems:
        yield "claimcheck", [_problem(report, problem) for problem in report.problems]
    bar = LEVELS.index(report.fail_on)
    failing = [finding for finding in report.findings if LEVELS.index(finding.level) >= bar]
    by_claim: dict[str, list[Finding]] = {}
    for finding in failing:
        by_claim.setdefault(finding.claim, []).append(finding)
    waived = {item.finding.claim: item.reason for item in report.waived}
    for path, rows in groupby(report.claims, key=lambda row: row.path):
        yield path, [_claim(report, row, by_claim.pop(row.id, []), waived.get(row.id, "")) for row in rows]
    others = [finding for findings in by_claim.values() for finding in findings]
    if others:
        yield "records", [_other(report, finding) for finding in sorted(others, key=by_place)]


def _suite(name: str, cases: Sequence[str]) -> str:
    body = "".join(cases)
    totals = " ".join(f'{key}="{body.count(mark)}"' for key, mark in _TOTALS)
    return f" <testsuite name={_attribute(name)} {totals}>\n{body} </testsuite>\n"


def _claim(report: Report, row: ClaimRow, findings: Sequence[Finding], waived: str) -> str:
    name = f"{row.id} {cut(row.text, 80)}"
    inside = "".join(_failure(report, finding) for finding in findings)
    if not findings and waived:
        inside = f"   <skipped message={_attribute(f'waived: {waived}')}/>\n"
    return _case(row.path, name, inside)


def _other(report: Report, finding: Finding) -> str:
    return _case(finding.path, f"{finding.code} {finding.name} {finding.place}", _failure(report, finding))


def _problem(report: Report, problem: Finding) -> str:
    what = f"{problem.code} {problem.name} {problem.place}".strip()
    message, text = _attribute(problem.message), escape(visible(_todo(report, problem)))
    return _case("claimcheck", what, f'   <error type="{problem.code}" message={message}>{text}</error>\n')


def _case(classname: str, name: str, inside: str) -> str:
    head = f"  <testcase classname={_attribute(classname)} name={_attribute(name)}"
    return f"{head}>\n{inside}  </testcase>\n" if inside else f"{head}/>\n"


def _failure(report: Report, finding: Finding) -> str:
    kind, message = f"{finding.code} {finding.name}", _attribute(finding.message)
    text = escape(f"{visible(finding.place)}: {finding.level}: {visible(_todo(report, finding))}")
    return f"   <failure type={_attribute(kind)} message={message}>{text}</failure>\n"


def _todo(report: Report, finding: Finding) -> str:
    return f"{finding.fix} (Why: {report.why(finding.code, finding.name)})".lstrip()


def _attribute(text: str) -> str:
    return quoteattr(visible(text))
