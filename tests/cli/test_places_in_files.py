"""The gate names places as the file has them that an editor opens."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from calling import Runner
from ruamel.yaml import YAML

from claimcheck.records.layout import claim_places

PAGE = """<html><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>
<article>

<h1>Tarn mill closes its gates</h1>
<p class="first">The Tarn mill shut its gates on Friday after 140 years.
It employed 212 people.</p>

<p>&ldquo;We were told nothing for weeks,&rdquo; said Joan Petrie.</p>
</article></body></html>"""
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def findings(run: Runner, *arguments: str) -> list[dict[str, object]]:
    report = json.loads(run("check", *arguments, "--format", "json").out)
    found: list[dict[str, object]] = [*report["findings"], *report["claims"]]
    return found


def places(found: list[dict[str, object]]) -> set[tuple[object, object]]:
    return {(one["line"], one["column"]) for one in found}


def test_lines_of_a_page_are_those_of_its_code(run: Runner, desk: Path) -> None:
    (desk / "mill.html").write_text(PAGE)
    bare = places(findings(run, "mill.html"))
    assert {(5, 5), (6, 18), (7, 1), (9, 4)} <= bare
    run("init")
    run("extract", "mill.html")
    assert places(findings(run)) >= {(5, 5), (6, 18), (7, 1), (9, 4)}
    assert places(findings(run)) >= {(5, 5), (6, 18), (7, 1), (9, 4)}  # as remembered
    (desk / "mill.html").write_text("\n\n" + PAGE)
    assert (8, 18) in places(findings(run))


@pytest.fixture
def word_file(desk: Path) -> Path:
    texts = (
        "Tarn mill closes its gates",
        "The Tarn mill shut its gates on Friday.",
        "It employed 212 people.",
    )
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)
    with zipfile.ZipFile(desk / "mill.docx", "w") as package:
        package.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
    return desk / "mill.docx"


def test_a_word_file_has_paragraphs_in_place_of_lines(run: Runner, desk: Path, word_file: Path) -> None:
    found = findings(run, "mill.docx")
    assert {one["line"] for one in found} == {None}
    assert {one["where"] for one in found} == {"paragraph 1", "paragraph 2", "paragraph 3"}
    printed = run("check", "mill.docx", "--all").out
    assert "  paragraph 3  error  CC101 uncited" in printed
    assert "0:0" not in printed
    assert "file=mill.docx,title" in run("check", "mill.docx", "--format", "github").out
    assert "::Paragraph 3: The text names no source" in run("check", "mill.docx", "--format", "github").out


def test_places_in_a_word_file_are_recorded_and_reported(run: Runner, desk: Path, word_file: Path) -> None:
    run("init")
    run("extract", "mill.docx")
    folded = run("check").out
    assert "CC101 uncited: paragraph " in folded
    run("report", "-o", "report.md")
    assert "paragraph 3" in (desk / "report.md").read_text()
    sarif = json.loads(run("check", "--format", "sarif").out)["runs"][0]["results"]
    assert all("region" not in one["locations"][0]["physicalLocation"] for one in sarif)


def test_a_report_names_the_lines_of_a_page(run: Runner, desk: Path) -> None:
    (desk / "mill.html").write_text(PAGE)
    run("init")
    run("extract", "mill.html")
    run("report", "-o", "report.html")
    assert "mill.html:6:18" in (desk / "report.html").read_text()


def test_subtitles_are_placed_by_their_time(run: Runner, desk: Path) -> None:
    (desk / "talk.srt").write_text(
        "1\n00:00:05,000 --> 00:00:09,000\nThe mill employed 212 people.\n\n"
        "2\n00:01:30,000 --> 00:01:34,000\nIt lost $4 million last year.\n"
    )
    assert {one["where"] for one in findings(run, "talk.srt")} >= {"at 00:00:05", "at 00:01:30"}


OTHER_LAYOUTS = {
    "own": lambda text: text,
    "comments": lambda text: text.replace("claims:\n", "claims:\n# the first of them\n\n"),
    "indented": lambda text: (
        text.partition("claims:\n")[0]
        + "claims:\n"
        + "".join(f"    {line}" for line in text.partition("claims:\n")[2].splitlines(keepends=True))
    ),
    "JSON": lambda text: json.dumps(YAML(typ="safe").load(text), indent=1, ensure_ascii=False),
}


@pytest.mark.parametrize("layout", OTHER_LAYOUTS)
def test_a_claim_whose_sentence_is_gone_is_placed_in_its_record(run: Runner, desk: Path, layout: str) -> None:
    draft, record = desk / "mill.md", desk / "claims" / "mill.yaml"
    draft.write_text("The mill lost $4 million in 2025.\n\nIt employed 212 people in 2025.\n")
    run("init")
    run("extract", "mill.md")
    claim = run("check", "--format", "json").json["claims"][1]["id"]
    assert run("sign", claim, "--as", "m.ito").status == 0
    draft.write_text("The mill lost $4 million in 2025.\n")
    run("extract", "mill.md")
    record.write_text(OTHER_LAYOUTS[layout](record.read_text()), encoding="utf-8")
    (gone,) = [one for one in run("check", "--format", "json").json["findings"] if one["code"] == "CC001"]
    there = record.read_text().splitlines()[gone["line"] - 1 :]
    assert claim in there[0] + there[1]
    assert there[0][gone["column"] - 1 :].startswith(("id", "{"))
    place = f"claims/mill.yaml:{gone['line']}:{gone['column']}"
    assert f"waits in {place}." in run("explain", claim).out
    assert f"line={gone['line']}," in run("check", "--format", "github").out
    region = {"startLine": gone["line"], "startColumn": gone["column"]}
    results = json.loads(run("check", "--format", "sarif").out)["runs"][0]["results"]
    (told,) = [one for one in results if one["ruleId"] == "CC001"]
    assert region.items() <= told["locations"][0]["physicalLocation"]["region"].items()


def test_places_of_very_many_claims_are_found_in_one_pass() -> None:
    ids = [f"mill/{number:08}" for number in range(60_000)]
    text = "claimcheck: 1\nclaims:\n" + "".join(f'- id: {key}\n  text: "It is."\n' for key in ids)
    assert claim_places(text, frozenset(ids), own=True) == {
        key: (3 + 2 * number, 3) for number, key in enumerate(ids)
    }
