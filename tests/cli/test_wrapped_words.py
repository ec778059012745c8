"""An article whose lines break words: what is recorded, and that the gate knows its file again."""

from __future__ import annotations

from pathlib import Path

from calling import Runner

ARTICLE = """Harbour board approves budget

The board of Port Alder approved a budget of $41.2 million for the new govern-
ment of the harbour on Tuesday, and twenty-
one members voted for it after a long debate that had gone on for most of the
evening in the town hall.
"""


def test_broken_words_are_whole_and_the_file_is_not_stale(run: Runner, desk: Path) -> None:
    run("init")
    (desk / "articles").mkdir(exist_ok=True)
    article = desk / "articles" / "budget.txt"
    article.write_text(ARTICLE)
    assert run("extract", str(article)).status == 0
    claims = run("extract", "--json", str(article)).json
    assert claims["article"]["text"] == (desk / "claims" / "budget.txt").read_text()
    assert "government\nof the harbour on Tuesday, and twenty-one\nmembers" in claims["article"]["text"]
    codes = {finding["code"] for finding in run("check", "--format", "json").json["findings"]}
    assert "CC002" not in codes
    article.write_text(ARTICLE.replace("Tuesday", "Monday"))
    codes = {finding["code"] for finding in run("check", "--format", "json").json["findings"]}
    assert "CC002" in codes


def test_a_quotation_is_found_in_a_source_that_breaks_its_words(run: Runner, desk: Path) -> None:
    run("init")
    (desk / "minutes.txt").write_text(ARTICLE)
    run("source", "add", "minutes.txt", "--from", "official-record", "--original")
    assert run("quote", "a budget of $41.2 million for the new government of the harbour").status == 0
