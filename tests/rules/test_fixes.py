"""What a finding tells a person to do, where that depends on what the desk has already."""

from __future__ import annotations

import copy

from case_runner import run_case

SAID = {
    "text": "The harbour spent $41 million, according to the port accounts.",
    "citations": [{"on": "the port accounts"}],
}


def fix_of(**case):
    case = copy.deepcopy(case)  # making a case takes its parts apart
    (finding,) = [item for item in run_case("CC102", case).findings if item.code == "CC102"]
    return finding.fix


def test_a_source_that_is_not_here_is_to_be_got():
    assert fix_of(claims=[SAID], sources=[{"id": "minutes"}]).startswith("Get the source, add it")


def test_a_source_that_is_here_is_named():
    fix = fix_of(claims=[SAID], sources=[{"id": "port-accounts-2026"}, {"id": "minutes"}])
    assert fix.startswith("port-accounts-2026 may be what is meant")
    assert "claimcheck desk evidence harbour/aaaaaaaa port-accounts-2026" in fix


def test_a_source_without_a_text_or_withdrawn_is_not():
    sources = [{"id": "port-accounts-2025", "text": None}, {"id": "port-accounts-2026", "retracted": "wrong"}]
    assert fix_of(claims=[SAID], sources=sources).startswith("Get the source")


def test_passages_that_wait_are_to_be_looked_at():
    waiting = {"from": "minutes", "stance": "neutral", "status": "proposed", "by": None, "at": None}
    fix = fix_of(claims=[{**SAID, "evidence": [waiting]}], sources=[{"id": "minutes"}])
    assert fix.startswith("Look at what was found (claimcheck explain harbour/aaaaaaaa)")
