"""``claimcheck quote`` and who said it: sources, archives, what is printed, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from calling import Runner

MINUTES = (
    "Minutes of the harbour board.\n\nAna Ruiz: We cannot pay 41 crowns a barge for the harbour.\n\n"
    "Kofi Osei: The wall was never inspected, and nobody asked.\n"
)
NEWS = (
    "Arms spending rose again last year, a report says.\n\n"
    "The Tarn Institute published its yearly survey on Monday. The old alliances are crumbling before our eyes. "
    "“Spending rose by a tenth,” the institute wrote.\n"
)


@pytest.fixture
def sources(run: Runner, desk: Path) -> Path:
    run("init")
    (desk / "minutes.md").write_text(MINUTES, encoding="utf-8")
    run("source", "add", "minutes.md", "--from", "official-record", "--original")
    return desk


def test_a_changed_quotation_is_marked_as_an_editor_would(run: Runner, sources: Path) -> None:
    told = run("quote", "We can pay 14 crowns a barge for the harbor")
    assert told.status == 1
    assert told.out.startswith("ALTERED")
    assert "Mark: We [-can-]{+cannot+} pay [-14-]{+41+} crowns a barge for the harbor" in told.out
    assert "Permitted by style: spelling: printed “harbor”, source “harbour”." in told.out


def test_words_that_were_cut_are_inserted(run: Runner, sources: Path) -> None:
    told = run("quote", "pay 41 crowns a barge for the harbour")
    assert told.out.startswith("TRUNCATED")
    assert "{+ not +}" in told.out or "{+ cannot +}" in told.out


def test_the_speaker_is_compared(run: Runner, sources: Path) -> None:
    wrong = run("quote", "The wall was never inspected", "--speaker", "Ana Ruiz", "--json").json[0]
    assert wrong["match"] == "verbatim"
    assert wrong["speaker"] == "Kofi Osei"
    assert wrong["warnings"][0].startswith("wrong speaker")
    assert wrong["wrong_speaker"]
    told = run("quote", "The wall was never inspected", "--speaker", "Ana Ruiz")
    assert (told.status, told.out.split("\n")[0].endswith("wrong speaker")) == (1, True)
    assert run("quote", "The wall was never inspected", "--speaker", "Kofi Osei").status == 0
    right = run("quote", "The wall was never inspected", "--speaker", "Kofi Osei", "--json").json[0]
    assert right["warnings"] == []


def test_an_archive_gives_candidates_and_verifies_nothing(run: Runner, sources: Path, tmp_path: Path) -> None:
    clippings = tmp_path / "clippings"
    clippings.mkdir()
    (clippings / "news.txt").write_text("“The pier will not be sold this year,” the mayor said.\n")
    told = run("quote", "The pier will not be sold this year", "--archive", str(clippings))
    assert told.status == 1, "an archive is no source"
    assert told.out.startswith("VERBATIM")
    assert "candidate, no source" in told.out
    rows = run("quote", "The pier will be sold", "--archive", str(clippings), "--json").json
    assert [row.get("candidate") for row in rows] == [True]
    assert rows[0]["match"] == "altered"
    assert rows[0]["file"].endswith("clippings/news.txt")
    text = (clippings / "news.txt").read_text()
    assert text[rows[0]["start"] : rows[0]["end"]] == rows[0]["passage"]
    assert sorted(path.name for path in clippings.iterdir()) == ["news.txt"]


def test_an_archive_needs_no_workspace_but_must_be_a_folder(run: Runner, tmp_path: Path) -> None:
    alone = tmp_path / "alone"
    alone.mkdir()
    (alone / "note.txt").write_text("The lighthouse was sold for one crown.\n")
    assert "LIGHTHOUSE" in run("quote", "the lighthouse was sold", "--archive", ".", cwd=alone).out.upper()
    assert run("quote", "the lighthouse was sold", cwd=alone).status == 2
    missing = run("quote", "the lighthouse", "--archive", "nowhere", cwd=alone)
    assert missing.status == 2
    assert "is not a folder" in missing.err


def test_narration_given_to_an_institute_goes_all_the_way_to_the_report(run: Runner, desk: Path) -> None:
    run("init")
    (desk / "articles").mkdir(exist_ok=True)
    (desk / "articles" / "axis.md").write_text(
        "# Alliances\n\n“The old alliances are crumbling before our eyes,” the Tarn Institute wrote on Monday.\n"
    )
    (desk / "news.md").write_text(NEWS, encoding="utf-8")
    run("extract", "articles/axis.md")
    run("source", "add", "news.md", "--from", "outlet", "--original")
    assert run("link").status == 0
    exported = json.loads(run("explain", _claim(desk), "--json").out)
    assert exported["status"] == "unsourced"
    assert "Wrong speaker: these are the source's own words" in run("explain", _claim(desk)).out
    accepted = run("accept", _claim(desk), "1", "--why", "seen")
    assert accepted.status == 0, accepted.err
    checked = run("check", "--format", "json")
    found = [finding for finding in checked.json["findings"] if finding["code"] == "CC207"]
    assert len(found) == 1
    assert "Tarn Institute" in found[0]["message"]
    assert "own words" in found[0]["message"]
    assert "Wrong speaker: these are the source's own words" in run("report").out


def _claim(desk: Path) -> str:
    lines = (desk / "claims" / "axis.yaml").read_text(encoding="utf-8").splitlines()
    number = next(i for i, line in enumerate(lines) if "crumbling" in line)
    return next(line for line in reversed(lines[:number]) if "id:" in line).split("id:")[1].strip(' "')


def test_evidence_added_by_hand_is_held_to_its_speaker_too(run: Runner, desk: Path) -> None:
    run("init")
    (desk / "articles").mkdir(exist_ok=True)
    (desk / "articles" / "wall.md").write_text(
        "# The wall\n\n“The wall was never inspected,” Ana Ruiz said on Monday.\n"
    )
    (desk / "minutes.md").write_text(MINUTES, encoding="utf-8")
    run("extract", "articles/wall.md")
    run("source", "add", "minutes.md", "--from", "official-record", "--original")
    lines = (desk / "claims" / "wall.yaml").read_text(encoding="utf-8").splitlines()
    claim = next(line for line in lines if "id: wall/" in line).split("id:")[1].strip(' "')
    words = "The wall was never inspected"
    added = run("desk", "evidence", claim, "minutes", words, "--about", "statement", "--stance", "supports")
    assert added.status == 0, added.err
    findings = run("check", "--format", "json").json["findings"]
    (found,) = [finding for finding in findings if finding["code"] == "CC207"]
    assert "in minutes it is Kofi Osei who says it" in found["message"]


@pytest.mark.parametrize("words", ["", "  ", "…", "“”"])
def test_no_words_are_a_usage_error_that_says_what_to_do(run: Runner, sources: Path, words: str) -> None:
    told = run("quote", words)
    assert told.status == 2
    assert "no words to look for" in told.err
    assert 'claimcheck quote "WORDS AS PRINTED"' in told.err


def test_the_speaker_is_told_without_being_asked_for(run: Runner, sources: Path) -> None:
    told = run("quote", "The wall was never inspected").out
    assert "\n  Said by: Kofi Osei\n" in told
    (sources / "news.md").write_text(
        NEWS + "\nThe pier is closed for good, Vera Lind said.\n", encoding="utf-8"
    )
    run("source", "add", "news.md", "--from", "outlet", "--original")
    assert "\n  Said by: the institute\n" in run("quote", "Spending rose by a tenth").out
    reported = run("quote", "The pier is closed for good").out
    assert "\n  Reported, in the source's own words, of: Vera Lind\n" in reported


def test_what_stands_about_a_passage_is_spaced_as_in_the_source(run: Runner, sources: Path) -> None:
    (sources / "news.md").write_text(NEWS, encoding="utf-8")
    run("source", "add", "news.md", "--from", "outlet", "--original")
    told = run("quote", "Spending rose by a tenth").out
    assert "“«Spending rose by a tenth»,” the institute wrote." in told
    told = run("quote", "crumbling before our eyes").out
    assert "are «crumbling before our eyes». “Spending" in told
    assert "  …" in told, "what is left out before the passage is marked"


def test_what_is_only_reported_is_told_as_that(run: Runner, sources: Path) -> None:
    (sources / "note.md").write_text("The guild was sold the quay for a crown, Vera Lind added.\n")
    run("source", "add", "note.md", "--from", "outlet", "--original")
    told = run("quote", "We were sold the quay for a crown")
    assert told.status == 1
    assert told.out.startswith("REPORTED")
    assert "Not there as a quotation" in told.out
    assert "Mark:" not in told.out


def test_the_docs_name_every_key_of_the_json(run: Runner, sources: Path, tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "exchange.md").read_text(encoding="utf-8")
    clippings = tmp_path / "clippings"
    clippings.mkdir()
    (clippings / "news.txt").write_text("“The pier will not be sold this year,” the mayor said.\n")
    (sources / "aside.txt").write_text("Kofi Osei said: “The pier will not be sold this year, I think.”\n")
    run("source", "add", "aside.txt", "--terms", "off record")
    words = ("quote", "The pier will be sold this year", "--archive", str(clippings), "--json")
    rows = run(*words).json
    held, printed = sorted(rows, key=lambda row: "not_printed" not in row)
    assert set(printed) - set(held) == {
        *("file", "candidate", "also", "passage", "speaker", "differences", "warnings")
    }
    keys = {*held, *printed, *printed["differences"][0]}
    assert [key for key in keys if f"`{key}`" not in page] == []
