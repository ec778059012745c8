"""Text that no reader sees, from the file to the list of it: told, kept, and never proposed."""

from __future__ import annotations

from pathlib import Path

import pytest
from calling import Runner

UNSEEN = "The harbour lost forty million dollars last year."
PAGE = f"""<html><head><title>Harbour board meets</title></head><body><article><h1>Harbour board meets</h1>
<p>The harbour board met on Tuesday and heard the auditor for two hours.</p>
<p style="display:none">{UNSEEN}</p>
<p>It will meet again on 4 May, the clerk said.</p></article></body></html>"""


@pytest.fixture
def page(run: Runner, desk: Path) -> Path:
    run("init")
    path = desk / "articles" / "page.html"
    path.parent.mkdir(exist_ok=True)
    path.write_text(PAGE)
    return path


def test_extract_tells_and_lists_it(run: Runner, desk: Path, page: Path) -> None:
    done = run("extract", str(page))
    assert "kept apart 1: 1 display: none; never evidence" in done.out
    assert UNSEEN not in done.out
    assert UNSEEN in run("extract", "--dropped", str(page)).out
    assert UNSEEN in run("extract", "--dry-run", "--dropped", str(page)).out
    assert run("extract", "--json", str(page)).json["apart"][0]["why"] == "display: none"
    assert UNSEEN in (desk / "claims" / "page.apart.json").read_text()
    assert UNSEEN not in (desk / "claims" / "page.yaml").read_text()
    assert UNSEEN not in (desk / "claims" / "page.txt").read_text()


def test_the_list_is_emptied_once_nothing_is_hidden(run: Runner, desk: Path, page: Path) -> None:
    run("extract", str(page))
    page.write_text(PAGE.replace(' style="display:none"', ""))
    assert "kept apart" not in run("extract", str(page)).out
    assert UNSEEN not in (desk / "claims" / "page.apart.json").read_text()


def test_a_source_tells_and_lists_it_and_never_yields_it(run: Runner, desk: Path, page: Path) -> None:
    added = run("source", "add", str(page), "--from", "outlet", "--original")
    assert "kept apart 1: 1 display: none; never evidence" in added.err
    assert "claimcheck source show page --dropped" in added.err
    assert f"{UNSEEN}  (display: none, paragraph" in run("source", "show", "page", "--dropped").out
    assert UNSEEN not in run("source", "show", "page", "--text").out
    article = desk / "articles" / "story.txt"
    article.write_text(f"Harbour in debt\n\n{UNSEEN}\n\nThe harbour board met on Tuesday.\n")
    run("extract", str(article))
    run("link")
    proposed = (desk / "claims" / "story.yaml").read_text().partition("evidence:")[2]
    assert "board met" in proposed
    assert "forty million" not in proposed.replace(f'text: "{UNSEEN}"', "")
    assert "Absent: none of 1 source" in run("quote", UNSEEN).err


def test_a_source_that_hides_nothing_says_so(run: Runner, desk: Path, page: Path) -> None:
    (desk / "plain.txt").write_text("The board met on Tuesday.\n")
    run("source", "add", "plain.txt")
    assert "Nothing was kept apart" in run("source", "show", "plain", "--dropped").out


def test_a_damaged_list_is_one_line(run: Runner, desk: Path, page: Path) -> None:
    run("source", "add", str(page))
    (desk / "sources" / "page" / "apart.json").write_text("{")
    shown = run("source", "show", "page", "--dropped")
    assert shown.status == 2
    assert "cannot be read" in shown.err


def test_what_a_confidential_file_hides_stays_private(run: Runner, desk: Path, page: Path) -> None:
    added = run("source", "add", str(page), "--confidential", "--id", "friend")
    assert UNSEEN not in added.out + added.err
    assert not any(UNSEEN in path.read_text() for path in (desk / "sources").rglob("*") if path.is_file())


def test_letters_that_deceive_are_told_as_standing_in_the_text(run: Runner, desk: Path, page: Path) -> None:
    (desk / "odd.txt").write_text("The b\u043eard met on Tuesday and heard the auditor.\n")
    told = run("source", "add", "odd.txt").err
    assert "in the text, but not as it looks 1: 1 lookalike letters" in told
    assert "never evidence" not in told
