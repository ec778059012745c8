"""What SARIF, JUnit, GitLab and reviewdog ask of their files, on every kind of report."""

from __future__ import annotations

import json
from dataclasses import replace
from urllib.parse import unquote, urlparse

import pytest
from fixture_reports import EVERY, FINDINGS, REPORT
from format_schemas import WITH_SCHEMA, assert_valid
from lxml import etree

from claimcheck.formats import FORMATS, render


def sarif(kind):
    return json.loads(render("sarif", EVERY[kind]))["runs"][0]


@pytest.mark.parametrize("kind", EVERY)
def test_sarif_run(kind):
    run = sarif(kind)
    rules = run["tool"]["driver"]["rules"]
    assert run["columnKind"] == "unicodeCodePoints"
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("note", "warning", "error")
        assert result["message"]["text"].strip()
        physical = result["locations"][0]["physicalLocation"]
        uri = urlparse(physical["artifactLocation"]["uri"])
        assert (uri.scheme, uri.netloc, uri.path.startswith("/")) == ("", "", False)
        region = physical.get("region", {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1})
        assert min(region.values()) >= 1
        assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])
    assert run["invocations"][0]["exitCode"] == int(EVERY[kind].exit_code)
    assert run["invocations"][0]["executionSuccessful"] is not bool(EVERY[kind].problems)


@pytest.mark.parametrize("kind", EVERY)
@pytest.mark.parametrize("name", WITH_SCHEMA)
def test_every_kind_of_report_fits_the_format_s_schema(name, kind):
    assert_valid(name, render(name, EVERY[kind]))
    linked = replace(EVERY[kind], rule_url="https://desk.example/rules/{code}.html")
    assert_valid(name, render(name, linked))


@pytest.mark.parametrize(
    ("name", "was", "now"),
    [
        ("sarif", '"level": "error"', '"level": "grave"'),
        ("sarif", '"startLine": 7', '"startLine": 0'),
        ("junit", 'failures="2"', 'failures="two"'),
        ("junit", "<failure ", "<defect "),
        ("gitlab", '"severity": "major"', '"severity": "error"'),
        ("rdjson", '"severity": "ERROR"', '"severity": "error"'),
        ("rdjson", '"column": 19', '"column": 0'),
    ],
)
def test_the_schemas_notice_what_is_wrong(name, was, now):
    printed = render(name, EVERY["findings"])
    spoilt = printed.replace(was, now).replace("</failure>", "</defect>" if "defect" in now else "</failure>")
    assert spoilt != printed
    with pytest.raises((AssertionError, etree.DocumentInvalid)):
        assert_valid(name, spoilt)


def test_a_configured_address_is_linked_in_every_format_for_people_and_programs():
    linked = replace(REPORT, rule_url="https://desk.example/{code}/{name}")
    for name in FORMATS:
        assert "https://desk.example/CC401/figure-differs" in render(name, linked), name
        assert "desk.example" not in render(name, REPORT), name


def test_sarif_tells_waived_known_and_new_findings_apart():
    results = sarif("findings")["results"]
    assert [result["baselineState"] for result in results] == ["new"] * 6 + ["unchanged"]
    waived = [result for result in results if "suppressions" in result]
    assert [item["justification"] for result in waived for item in result["suppressions"]] == [
        "the editor knows who it is (r.osei, until 2026-04-01)"
    ]
    assert "baselineState" not in render("sarif", replace(REPORT, baselined=()))


def test_sarif_escapes_placeholders_links_and_paths():
    result = sarif("hostile")["results"][0]
    assert "\\[x\\](javascript:1)" in result["message"]["text"]
    path = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert ":" not in path
    assert unquote(path) == "articles/a,b:c \\x1b.md"


def suites(kind):
    return etree.fromstring(render("junit", EVERY[kind]).encode("utf-8"))


@pytest.mark.parametrize("kind", EVERY)
def test_junit_counts_what_it_holds(kind):
    root = suites(kind)
    for element in (root, *root):
        for name, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
            assert element.get(name) == str(len(list(element.iter(tag))))
    assert {element.tag for element in root.iter()} <= {
        "testsuites",
        "testsuite",
        "testcase",
        "failure",
        "error",
        "skipped",
    }


def test_junit_has_one_case_a_claim_and_only_failing_findings_fail():
    root = suites("findings")
    cases = {case.get("name").split()[0]: [child.tag for child in case] for case in root.iter("testcase")}
    assert cases == {
        "harbour/aaaaaaaa": ["failure"],
        "harbour/bbbbbbbb": ["failure"],
        "harbour/cccccccc": [],
        "harbour/dddddddd": ["skipped"],
    }


@pytest.mark.parametrize("kind", EVERY)
def test_gitlab_entries(kind):
    entries = json.loads(render("gitlab", EVERY[kind]))
    prints = [entry["fingerprint"] for entry in entries]
    assert len(set(prints)) == len(prints)
    for entry in entries:
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert entry["description"]
        assert entry["check_name"]
        assert entry["location"]["path"]
        assert entry["location"]["lines"]["begin"] >= 1


@pytest.mark.parametrize("kind", EVERY)
def test_rdjson_diagnostics(kind):
    tree = json.loads(render("rdjson", EVERY[kind]))
    assert tree["source"] == {"name": "claimcheck"}
    assert len(tree["diagnostics"]) == len(EVERY[kind].findings) + len(EVERY[kind].problems)
    for diagnostic in tree["diagnostics"]:
        assert diagnostic["severity"] in ("ERROR", "WARNING", "INFO")
        assert diagnostic["location"]["path"]


def test_rdjson_counts_bytes():
    wide = replace(FINDINGS[0], byte_column=40)
    report = replace(REPORT, findings=(wide,))
    start = json.loads(render("rdjson", report))["diagnostics"][0]["location"]["range"]["start"]
    assert start == {"line": 7, "column": 40}
