"""From an article to a failing gate and a report, through the program as a person calls it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from calling import Runner

ARTICLE = """---
title: Budget approved
date: 2026-03-06
---

# Budget approved

The town council approved a budget of $41.2 million on Tuesday. The vote was seven to two.

Mayor Ines Calloway said the budget "keeps the promises we made to the harbour".

What do you think? Tell us in the comments below.
"""
MINUTES = """# Minutes of 3 March 2026

The town council approved the budget of $41,200,000 by six votes to three.
"""
RELEASE = """# Budget approved

"This budget keeps the promises we made to the harbour," said Mayor Ines Calloway.
"""


def tree(root: Path) -> dict[str, str]:
    return {
        str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def begin(run: Runner, desk: Path) -> None:
    (desk / "articles").mkdir()
    (desk / "articles" / "budget.md").write_text(ARTICLE)
    (desk / "minutes.md").write_text(MINUTES)
    (desk / "release.md").write_text(RELEASE)
    assert run("init").status == 0
    assert run("extract", "articles/budget.md").status == 0


def claims(run: Runner, desk: Path) -> list[dict[str, str]]:
    return run("extract", "--json", "articles/budget.md").json["claims"]


def test_from_article_to_a_failing_gate_to_a_report(run: Runner, desk: Path) -> None:
    begin(run, desk)
    before = run("check", "--format", "json")
    assert before.status == 1
    unsourced = {"uncited", "cited-not-read"}
    named = {finding["claim"] for finding in before.json["findings"] if finding["name"] in unsourced}
    worthy = {c["id"] for c in claims(run, desk) if c["check_worthiness"]["label"] == "CFS"}  # type: ignore[index]
    assert worthy
    assert worthy <= named

    assert run("source", "add", "minutes.md", "--from", "official-record", "--original").status == 0
    assert run("source", "add", "release.md", "--from", "party", "--original").status == 0
    linked = run("link")
    assert linked.status == 0, linked.err

    quoted = next(c["id"] for c in claims(run, desk) if "promises" in c["text"])
    explained = run("explain", quoted, "--json").json
    assert explained["status"] == "unsourced", "what the machine proposes does not count"
    accepted = run("accept", quoted, "1", "--why", "read it")
    assert accepted.status == 0, accepted.err
    assert run("explain", quoted, "--json").json["status"] in ("adequate", "strong", "weak")
    assert run("sign", quoted).status == 0

    report = run("report", "--disputed", "-o", "report.html")
    assert report.status == 0, report.err
    page = (desk / "report.html").read_text()
    assert "approved a budget of $41.2 million" in page
    assert "<script" not in page
    assert run("report", "--disputed", "-o", "report.json").status == 0
    assert run("report").out.startswith("# Claims")


def test_running_anything_twice_changes_nothing(run: Runner, desk: Path) -> None:
    begin(run, desk)
    run("source", "add", "minutes.md", "--from", "official-record", "--original")
    run("link")
    before = tree(desk)
    assert run("extract", "articles/budget.md").status == 0
    assert run("link").status == 0
    assert tree(desk) == before


def test_check_never_writes_in_the_workspace(run: Runner, desk: Path) -> None:
    begin(run, desk)
    before = tree(desk)
    first, second = run("check"), run("check")
    assert tree(desk) == before
    assert first.out == second.out


def test_an_edit_reopens_the_changed_sentence_and_no_other(run: Runner, desk: Path) -> None:
    begin(run, desk)
    ids = {c["text"]: c["id"] for c in claims(run, desk)}
    for name in ids.values():
        signed = run("sign", name)
        assert signed.status == 0
        assert "the claim is unsourced" in signed.err
    path = desk / "articles" / "budget.md"
    path.write_text(ARTICLE.replace("seven to two", "six to three"))
    told = run("extract", "articles/budget.md")
    changed = next(name for text, name in ids.items() if "seven to two" in text)
    assert f"changed {changed}" in told.out
    assert "seven to two" in told.out
    findings = run("check", "--format", "json").json["findings"]
    reopened = {f["claim"] for f in findings if f["name"] == "changed-since-sign-off"}
    assert reopened == {changed}
    explained = run("explain", changed).out
    assert "NO LONGER HOLDS" in explained
    assert "seven to two" in explained
    assert explained.count("Signed:") == 1
    rows = run("export", "csv").out.splitlines()
    assert [changed in row for row in rows] == ["(changed since)" in row for row in rows]


def test_what_was_dropped_is_listed_and_comes_back(run: Runner, desk: Path) -> None:
    begin(run, desk)
    listed = run("extract", "--dry-run", "--dropped", "articles/budget.md").out
    assert "Tell us in the comments below." in listed
    restored = run("restore", "budget", "Tell us in the comments")
    assert restored.status == 0, restored.err
    assert run("extract", "articles/budget.md").status == 0
    assert "Tell us in the comments below." in run("report").out


def test_a_waiver_excuses_until_its_day(run: Runner, desk: Path) -> None:
    begin(run, desk)
    claim = claims(run, desk)[0]["id"]
    waived = run("waive", "uncited", claim, "--reason", "read in court", "--expires", "2026-03-20")
    assert waived.status == 0, waived.err

    def codes(now: str) -> set[tuple[str, str]]:
        report = run("check", "--format", "json", CLAIMCHECK_NOW=now).json
        return {(f["code"], f["claim"]) for f in report["findings"]}

    assert ("CC101", claim) not in codes("2026-03-20T12:00:00Z")
    assert ("CC101", claim) in codes("2026-03-21T12:00:00Z")


def test_a_baseline_lets_only_new_findings_through(run: Runner, desk: Path) -> None:
    begin(run, desk)
    assert run("check").status == 1
    assert run("baseline", "add").status == 0
    assert run("check").status == 0
    path = desk / "articles" / "budget.md"
    path.write_text(ARTICLE + "\nThe port of Ellery closed on 4 March after 31 ships collided.\n")
    run("extract", "articles/budget.md")
    report = run("check", "--format", "json")
    assert report.status == 1
    assert [f["code"] for f in report.json["findings"] if f["level"] == "error"] == ["CC101"]


def test_check_works_on_a_bare_draft(run: Runner, desk: Path) -> None:
    (desk / "draft.md").write_text(ARTICLE)
    done = run("check", "draft.md")
    assert done.status == 1, done.err
    assert "claimcheck init" in done.out
    assert [path.name for path in desk.iterdir()] == ["draft.md"]


def test_an_empty_workspace_is_no_green_gate(run: Runner) -> None:
    run("init")
    assert run("check").status == 2
    assert run("check", "--format", "json").status == 2


def test_retracting_a_source_names_every_claim_that_falls(run: Runner, desk: Path) -> None:
    begin(run, desk)
    run("source", "add", "release.md", "--from", "party", "--original")
    run("link")
    quoted = next(c["id"] for c in claims(run, desk) if "promises" in c["text"])
    run("accept", quoted, "1")
    told = run("source", "retract", "release", "--why", "forged")
    assert quoted in told.out
    assert run("explain", quoted, "--json").json["status"] not in ("adequate", "strong", "weak")


def test_undo_takes_back_the_last_decision(run: Runner, desk: Path) -> None:
    begin(run, desk)
    claim = claims(run, desk)[0]["id"]
    run("sign", claim)
    before = run("check", "--format", "json").out
    run("desk", "note", claim, "look again")
    assert run("undo").status == 0
    assert run("check", "--format", "json").out == before


def test_status_counts_from_the_index(run: Runner, desk: Path) -> None:
    begin(run, desk)
    claim = claims(run, desk)[0]["id"]
    asked = run("desk", "query", claim, "--to", "the clerk", "--due", "2026-03-05", "Which vote?")
    assert asked.err == "Mind: 2026-03-05 is past, so the query is overdue already.\n"
    status = run("status", "--json").json
    assert status["articles"][0]["claims"] == len(claims(run, desk))
    assert status["queries"][0]["overdue"] is True


def test_compare_shows_the_words_that_differ(run: Runner, desk: Path) -> None:
    begin(run, desk)
    (desk / "published.md").write_text(ARTICLE.replace("$41.2 million", "$42.1 million"))
    done = run("compare", "budget", "published.md")
    assert done.status == 1
    assert "[-$41.2-]{+$42.1+}" in done.out
    assert run("compare", "budget", "articles/budget.md").status == 0


def test_quote_finds_words_and_says_what_differs(run: Runner, desk: Path) -> None:
    begin(run, desk)
    run("source", "add", "release.md", "--from", "party", "--original")
    assert run("quote", "keeps the promises we made to the harbour").out.startswith("VERBATIM")
    altered = run("quote", "keeps the promises we never made to the harbour")
    assert altered.status == 1
    assert run("quote", "the moon is made of cheese and butter").status == 1


def test_linking_again_sees_a_source_that_came_in_between(run: Runner, desk: Path) -> None:
    begin(run, desk)
    run("source", "add", "minutes.md", "--from", "official-record", "--original")
    run("link")
    run("source", "add", "release.md", "--from", "party", "--original")
    run("link")
    quoted = next(c["id"] for c in claims(run, desk) if "promises" in c["text"])
    assert "release" in run("explain", quoted).out


@pytest.mark.parametrize("record", ["claims/budget.yaml", "claims/budget.txt"])
def test_a_record_is_no_article(run: Runner, desk: Path, record: str) -> None:
    begin(run, desk)
    before = (desk / record).read_bytes()
    refused = run("extract", record)
    assert refused.status == 2
    assert refused.err == (
        f"claimcheck: {record} is claimcheck's own record of articles/budget.md, not an article. "
        "Extract the article itself: claimcheck extract articles/budget.md\n"
    )
    assert (desk / record).read_bytes() == before


def test_a_source_s_record_is_no_article(run: Runner, desk: Path) -> None:
    begin(run, desk)
    (desk / "sources").mkdir(exist_ok=True)
    (desk / "sources/minutes.yaml").write_text("claimcheck: 1\nid: minutes\n")
    refused = run("extract", "sources/minutes.yaml")
    assert "sources/minutes.yaml is a record of claimcheck's own, not an article." in refused.err


def test_accept_without_a_number_lists_what_is_open(run: Runner, desk: Path) -> None:
    run("init")
    (desk / "story.md").write_text("# Pier\n\n“We will close the pier in May,” Vera Lind said.\n")
    for name, words in (
        ("letter", "We will close the pier in May"),
        ("notes", "We will close the pier in May"),
    ):
        (desk / f"{name}.md").write_text(f"# {name}\n\n“{words},” Vera Lind told the {name} on the quay.\n")
        run("source", "add", f"{name}.md", "--from", "named-witness", "--original")
    told = run("extract", "--json", "story.md").json["claims"]
    claim = next(c["id"] for c in told if "close" in c["text"])
    run("extract", "story.md")
    run("link")
    asked = run("accept", claim)
    assert asked.status == 2
    assert "open proposals. Name the evidence by its number or key." in asked.err
    listed = [line.split()[0] for line in asked.err.splitlines() if "  proposed  " in line]
    assert listed == [str(number) for number in range(1, len(listed) + 1)]
    assert len(listed) > 1
    assert "supports    about the statement letter: “We will close the pier in May”" in asked.err
    run("accept", claim, *listed)
    nothing = run("accept", claim)
    assert f"claimcheck desk evidence {claim} SOURCE" in nothing.err
    assert f"claimcheck desk evidence {claim} SOURCE" in run("explain", claim).out


def test_a_quotation_that_is_in_no_source_is_named(run: Runner, desk: Path) -> None:
    begin(run, desk)
    invented = "“Nobody asked the harbour board once,” said Mayor Ines Calloway."
    article = desk / "articles" / "budget.md"
    article.write_text(ARTICLE.replace("What do you", f"{invented}\n\nWhat do you"))
    run("extract", "articles/budget.md")
    run("source", "add", "release.md", "--from", "party", "--original")
    linked = run("link")
    assert "no source on hand has “Nobody asked the harbour board once”, nor words near" in linked.out
    (quotations,) = run("link", "--json").json[0]["quotations_not_found"].values()
    assert quotations == ["Nobody asked the harbour board once,"]
