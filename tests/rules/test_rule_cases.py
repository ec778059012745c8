"""Every case of every rule: what it must find, with its place, and what it must leave alone."""

from __future__ import annotations

import pytest
from case_runner import CASES, load_cases, run_case

from claimcheck.rules.registry import RULES

CHECKED = [rule.code for rule in RULES if rule.stage != "problem"]


def every_case():
    for code in CHECKED:
        path = CASES / f"{code}.yaml"
        for number, case in enumerate(load_cases(code) if path.exists() else []):
            yield pytest.param(code, case, id=f"{code}-{number}-{case['name']}")


@pytest.mark.parametrize(("code", "case"), list(every_case()))
def test_case(code, case):
    report = run_case(code, case)
    assert [problem.message for problem in report.problems if problem.code != "CC091"] == []
    found = [finding for finding in report.findings if finding.code == code]
    expected = case["finds"]
    assert len(found) == len(expected), [finding.message for finding in found]
    for finding, wanted in zip(found, expected, strict=True):
        assert wanted["says"] in finding.message
        assert finding.fix
        if "level" in wanted:
            assert finding.level == wanted["level"]
        if "on" in wanted:
            assert finding.excerpt is not None
            assert finding.excerpt.text[finding.excerpt.start : finding.excerpt.end] == wanted["on"]


@pytest.mark.parametrize("code", CHECKED)
def test_each_rule_has_cases_that_fail_and_that_pass(code):
    cases = load_cases(code)
    assert any(case["finds"] for case in cases)
    assert any(not case["finds"] for case in cases)
