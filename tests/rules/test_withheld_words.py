"""No finding prints what a source says that is off the record or under embargo."""

from __future__ import annotations

import re
from typing import Any

import pytest
from case_runner import CASES, load_cases, run_case

WITHHELD = ("off record", "embargo")
_KEPT = ("exact", "prefix", "suffix", "reason", "said_by")


def cases() -> list[tuple[str, dict[str, Any]]]:
    found = [(path.stem, case) for path in sorted(CASES.glob("*.yaml")) for case in load_cases(path.stem)]
    return [(code, case) for code, case in found if spoken(case)]


def spoken(case: dict[str, Any]) -> set[str]:
    """The words that only the evidence of a case has."""
    claims = case.get("claims", [])
    items = [item for claim in claims for item in claim.get("evidence", [])]
    said = [str(item.get(key) or "") for item in items for key in _KEPT]
    said += [cell for item in items for cell in item.get("calculation", {}).get("cells", {}).values()]
    known = words(" ".join([case.get("text", ""), *(claim.get("text", "") for claim in claims)]))
    return words(" ".join(said)) - known - {"says", "more"}


def words(text: str) -> set[str]:
    return {word for word in re.findall(r"[\w.,]*\w", text.casefold()) if len(word) > 3 or word[0].isdigit()}


def told(code: str, case: dict[str, Any], terms: str) -> list[str]:
    sources = [{**source, "terms": terms} for source in case.get("sources", [])]
    return [one.message + one.fix for one in run_case(code, {**case, "sources": sources}).findings]


def test_findings_print_the_words_of_a_source_on_the_record():
    printing = {
        code for code, case in cases() for one in told(code, case, "on record") if words(one) & spoken(case)
    }
    assert {"CC110", "CC202", "CC206", "CC207", "CC302", "CC309", "CC401", "CC406"} <= printing


@pytest.mark.parametrize("terms", WITHHELD)
def test_no_finding_prints_the_words_of_a_source_that_holds_them_back(terms):
    for code, case in cases():
        for one in told(code, case, terms):
            assert not words(one) & spoken(case), (code, case["name"], one)


def test_an_embargo_that_has_ended_holds_nothing_back():
    case = next(case for code, case in cases() if code == "CC302")
    for until, printed in (("2026-03-03T09:00:00Z", True), ("2026-03-04T09:00:00Z", False)):
        sources = [{**source, "terms": "embargo", "embargo_until": until} for source in case["sources"]]
        found = [one.message for one in run_case("CC302", {**case, "sources": sources}).findings]
        assert any(words(one) & spoken(case) for one in found) is printed


def test_a_desk_far_ahead_of_the_embargo_keeps_it_all_day():
    case = next(case for code, case in cases() if code == "CC302")
    held = {"terms": "embargo", "embargo_until": "2026-03-04T00:00:00Z"}  # eleven in the morning in Sydney
    sources = [{**source, **held} for source in case["sources"]]
    for zone, printed in (("Australia/Sydney", False), ("UTC", True), ("America/New_York", True)):
        given = {**case, "sources": sources, "desk": {"time_zone": zone}}
        found = [one.message for one in run_case("CC302", given).findings]
        assert any(words(one) & spoken(case) for one in found) is printed, zone


def test_a_message_without_the_words_is_a_whole_sentence():
    said = [one for code, case in cases() if code == "CC110" for one in told(code, case, "off record")]
    assert any("may contradict this.Read it" in one for one in said)  # the fix stands behind it
