"""Hostile text is harmless in every format, and no format decides what the check's outcome is."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace

import pytest
from fixture_reports import EVERY, EVIL, FINDINGS, HOSTILE, REPORT

from claimcheck.formats import FORMATS, render
from claimcheck.formats.escaping import visible

HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_a_terminal_would_obey_is_printed(name):
    printed = render(name, HOSTILE)
    assert [c for c in printed if c != "\n" and unicodedata.category(c) in HIDDEN] == []
    printed.encode("utf-8")


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("kind", EVERY)
def test_output_ends_in_one_line_end(name, kind):
    printed = render(name, EVERY[kind])
    assert printed.endswith("\n")
    assert not printed.endswith("\n\n")


def test_github_commands_are_only_ours():
    lines = render("github", HOSTILE).splitlines()
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)
    assert all("%0A::error" not in line for line in lines)
    properties = lines[1].split("::")[1].removeprefix("error ")
    assert [item.split("=")[0] for item in properties.split(",")] == [
        "file",
        "line",
        "col",
        "endLine",
        "endColumn",
        "title",
    ]


def test_github_prints_the_worst_ten_and_counts_the_rest():
    many = [replace(FINDINGS[3], start=n, column=n + 1) for n in range(20)]
    lines = render("github", replace(REPORT, findings=(*many, FINDINGS[0]))).splitlines()
    assert len(lines) == 11
    assert "CC401" in lines[0]
    assert lines[-1] == "::notice title=claimcheck::11 more findings; see the job's log or summary."


def test_json_is_one_ascii_object_that_keeps_the_text():
    printed = render("json", HOSTILE)
    assert printed.isascii()
    tree = json.loads(printed)
    assert tree["findings"][0]["message"] == EVIL
    assert tree["claims"][0]["text"] == EVIL


def test_markdown_rows_stay_rows():
    rows = [line for line in render("markdown", HOSTILE).splitlines() if line.startswith("|")]
    assert all(row.replace("\\|", "").count("|") == 6 for row in rows)
    assert all("<script" not in row and "](javascript" not in row for row in rows)


def test_text_marks_the_span_under_the_line():
    lines = render("text", REPORT).splitlines()
    marks = next(line for line in lines if line.strip().startswith("| ") and "^" in line)
    above = lines[lines.index(marks) - 1]
    assert above[marks.index("^") : marks.rindex("^") + 1] == "$42 million"


def test_text_folds_unsourced_claims_and_names_the_check_worthy_ones():
    many = [replace(FINDINGS[1], line=n, fingerprint=str(n), section=f"Part {n // 30}") for n in range(1, 91)]
    printed = render("text", replace(REPORT, findings=tuple(many)))
    assert "90 unsourced claims (90 errors), by section:" in printed
    assert len(printed.splitlines()) < 110
    assert all(f" {n}:1" in printed for n in range(1, 91))
    unfolded = render("text", replace(REPORT, findings=tuple(many)), show_all=True)
    assert unfolded.count("CC101 uncited") == 90


def test_a_line_of_a_hundred_thousand_characters_is_no_trouble():
    long = replace(FINDINGS[0], message="y" * 100_000)
    for name in FORMATS:
        assert render(name, replace(REPORT, findings=(long,)))


def test_visible_keeps_what_people_read():
    assert visible("Łódź – “naïve” 東京 😀") == "Łódź – “naïve” 東京 😀"
    assert visible("a\nb\tc\x1b\u202e\ud800\U000e0041") == "a b c\\x1b\\u202e\\ud800\\U000e0041"
