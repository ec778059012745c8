"""A first working day on the desk: what every claim is at each hour, from arrival to correction."""

from __future__ import annotations

import json
from typing import Any

import pexpect
from day_tools import PROGRAM, Day

ARTICLE = """# Weir at Sandholm to be raised

The water board approved 3.2 million crowns for the weir on Monday. The vote was five to one.

Chair Signe Aberg said the weir "will hold for sixty years".
"""
MINUTES = """# Minutes of 2 March 2026

The water board approved 3.2 million crowns for the weir on Monday. The vote was five to two.

Chair Signe Aberg: "The weir will hold for sixty years."
"""


def summary(day: Day, slug: str = "weir") -> dict[str, tuple[str, int, int, bool]]:
    """By first words: status, accepted passages, sign-offs, orphaned."""
    status = day.statuses(slug)
    found: dict[str, tuple[str, int, int, bool]] = {}
    for claim in day.claims(slug):
        name = " ".join(claim["text"].split()[:3])
        accepted = sum(item["status"] == "accepted" for item in claim["evidence"])
        found[name] = (status.get(name, "gone"), accepted, len(claim["signoffs"]), claim["orphan"])
    return found


def reopened(day: Day) -> set[str]:
    report: Any = json.loads(day.run("check", "--format", "json", status=None))
    return {item["claim"] for item in report["findings"] if item["name"] == "changed-since-sign-off"}


def proposal(day: Day, claim_id: str, stance: str) -> str:
    claim = next(item for item in day.claims("weir") if item["id"] == claim_id)
    numbers = [n for n, item in enumerate(claim["evidence"], 1) if item["stance"] == stance]
    return str(numbers[0])


def test_from_arrival_to_correction(day: Day) -> None:
    # 10:00, the feature arrives
    (day.root / "weir.md").write_text(ARTICLE)
    (day.root / "minutes.md").write_text(MINUTES)
    day.run("init")
    day.run("extract", "weir.md")
    day.run("desk", "writer", "weir", "wil")
    day.run("desk", "stage", "weir", "checking")
    arrived = summary(day)
    assert set(arrived) >= {"The water board", "The vote was", "Chair Signe Aberg"}
    assert set(arrived.values()) == {("unsourced", 0, 0, False)}
    board, vote, chair = (
        day.named("weir", words) for words in ("The water board", "The vote", "Signe Aberg")
    )

    # 11:00, a source comes in; what is proposed changes nothing yet
    day.at("11:00")
    day.run("source", "add", "minutes.md", "--from", "official-record", "--original")
    day.run("link")
    assert set(summary(day).values()) == {("unsourced", 0, 0, False)}

    # 12:00, two people check: one by the terminal, one is given a claim and asks a question
    day.at("12:00")
    day.run("desk", "assign", vote, "--to", "bo")
    day.run("desk", "query", vote, "--to", "the clerk", "--due", "2026-03-06", "Was it five to one?")
    child = pexpect.spawn(
        str(PROGRAM), ["review", "--terminal", "weir"], cwd=str(day.root), env={**day.environ("ann"), "TERM": "xterm"},
        dimensions=(24, 80), timeout=20, encoding="utf-8",
    )  # fmt: skip
    child.expect("keys")
    child.send("n" * [claim["id"] for claim in day.claims("weir")].index(board) + "fa")
    child.expect(r"\x1b\[1mThe water board")
    child.send(proposal(day, board, "supports") + "a")
    child.expect("accepted")
    child.send("v")
    child.expect("signed: verified")
    child.send("q")
    child.expect(pexpect.EOF)
    day.run("accept", vote, proposal(day, vote, "contradicts"), by="bo")
    day.run("accept", chair, proposal(day, chair, "supports"), by="bo")
    day.run("sign", chair, by="bo")
    noon = summary(day)
    assert noon["The water board"] == ("strong", 1, 1, False)
    assert noon["The vote was"] == ("contradicted", 1, 0, False)
    assert noon["Chair Signe Aberg"] == ("strong", 1, 1, False)
    assert "the clerk" in day.run("status")

    # 15:00, the writer edits a figure and puts the vote right: these two are reopened, nothing else
    day.at("15:00")
    edited = ARTICLE.replace("five to one", "five to two").replace("3.2 million crowns", "3.4 million crowns")
    (day.root / "weir.md").write_text(edited)
    told = day.run("extract", "weir.md")
    assert "was: " in told
    assert reopened(day) == {board, vote}
    day.run("link")
    # The same passage now supports the sentence; only a person may say so.
    day.run("accept", vote, proposal(day, vote, "contradicts"), "--stance", "supports", by="bo")
    assert summary(day)["The vote was"] == ("strong", 1, 0, False)

    # 16:00, the figure is taken back, and a second person signs
    day.at("16:00")
    (day.root / "weir.md").write_text(edited.replace("3.4 million", "3.2 million"))
    day.run("extract", "weir.md")
    day.run("sign", board, by="bo")
    day.run("sign", vote, by="bo")
    day.run("sign", chair, by="ann")
    assert reopened(day) == set()

    # 18:00, published; what was printed is held against what was cleared
    day.at("18:00")
    day.run("desk", "stage", "weir", "published", "--published", "2026-03-06")
    (day.root / "printed.md").write_text((day.root / "weir.md").read_text().replace("sixty", "sixteen"))
    assert "[-sixty-]{+sixteen+}" in day.run("compare", "weir", "printed.md", status=1)

    # A week later, a reader finds an error
    day.at("09:00", "2026-03-13")
    day.run(
        "desk", "correct", chair, "--now", "The weir will hold for sixteen years.", "--notice", "We were wrong.",
        "--cause", "misheard", "--found-by", "a reader",
    )  # fmt: skip
    listed = day.run("corrections")
    for words in ("was:", "is:", "We were wrong.", "misheard", "a reader"):
        assert words in listed
    (row,) = json.loads(day.run("corrections", "weir", "--json"))
    assert (row["claim"], row["at"]) == (chair, "2026-03-13T09:00:00Z")

    # What was known on the day, and before anybody had decided
    day.run("source", "retract", "minutes", "--why", "a forgery")
    day.run("report", "--as-of", "2026-03-06", "-o", "then.json")
    (then,) = json.loads((day.root / "then.json").read_text())["articles"]
    states = {entry["id"]: entry["status"] for entry in then["entries"]}
    assert states[board] == "strong"
    day.run("report", "--as-of", "2026-03-06T10:30:00Z", "-o", "then.json")
    (then,) = json.loads((day.root / "then.json").read_text())["articles"]
    assert {entry["status"] for entry in then["entries"]} == {"unsourced"}
    assert summary(day)["The water board"][0] != "strong"
    day.run("report", "--as-of", "yesterday", status=2)


def test_bad_days_and_the_writer(day: Day) -> None:
    (day.root / "weir.md").write_text(ARTICLE)
    day.run("init")
    day.run("extract", "weir.md")
    board = day.named("weir", "The water board")
    day.run("desk", "query", board, "--to", "Aberg", "--due", "soon", "When?", status=2)
    day.run("desk", "stage", "weir", "published", "--published", "Friday", status=2)
    day.run("desk", "writer", "weir", " ", status=2)
    day.run("desk", "writer", "weir", "ann")
    day.run("sign", board, by="ann")
    report = json.loads(day.run("check", "--format", "json", status=None))
    assert "signed-own-work" in {item["name"] for item in report["findings"] if item["claim"] == board}
    assert "Nothing was corrected" in day.run("corrections")
