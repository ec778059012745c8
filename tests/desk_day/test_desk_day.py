"""A first working day on the desk: what every claim is at each hour, from arrival to correction."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

import pexpect
import pytest
from day_tools import PROGRAM, Day

ARTICLE = """# Weir at Sandholm to be raised

The water board approved 3.2 million crowns for the weir on Monday. The vote was five to one.

Chair Signe Aberg said the weir "will hold for sixty years".

Critics accuse Aberg of hiding a survey of the old weir. The mill pond was drained in 1994.
"""
MINUTES = """# Minutes of 2 March 2026

The water board approved 3.2 million crowns for the weir on Monday. The vote was five to two.

Chair Signe Aberg: "The weir will hold for sixty years."
"""
HEAD, BOARD, VOTE, CHAIR, CRITICS, POND = (
    "Weir at",
    "The water board",
    "The vote",
    "Chair Signe",
    "Critics accuse",
    "The mill pond",
)


class State(NamedTuple):
    """One claim at one hour.

    Attributes:
        accepted: passages a person accepted.
        signed: who has signed it as it stands.
        reopened: whether the gate says that it changed since it was decided on.
        out: whom a query on it is out to.
        given: who is to check it.
    """

    status: str = "unsourced"
    accepted: int = 0
    signed: str = ""
    reopened: bool = False
    out: str = ""
    given: str = ""


UNTOUCHED = dict.fromkeys((HEAD, BOARD, VOTE, CHAIR, CRITICS, POND), State())


class Weir:
    """The article on the desk, and what is known of each of its claims."""

    def __init__(self, day: Day) -> None:
        self.day = day

    def id(self, words: str) -> str:
        return self.day.named("weir", words)

    def states(self) -> dict[str, State]:
        """Every claim by its first words, from what the program itself says."""
        report: Any = json.loads(self.day.run("check", "--format", "json", status=None))
        statuses = {claim["id"]: claim["status"] for claim in report["claims"]}
        reopened = {item["claim"] for item in report["findings"] if item["name"] == "changed-since-sign-off"}
        status: Any = json.loads(self.day.run("status", "--json"))
        out = {query["claim"]: query["to"] for query in status["queries"]}
        given = self.given()
        return {
            next(name for name in UNTOUCHED if claim["text"].startswith(name)): State(
                statuses[claim["id"]],
                sum(item["status"] == "accepted" for item in claim["evidence"]),
                self.signed(claim["id"]) if claim["signoffs"] else "",
                claim["id"] in reopened,
                out.get(claim["id"], ""),
                given.get(claim["id"], ""),
            )
            for claim in self.day.claims("weir")
        }

    def given(self) -> dict[str, str]:
        from claimcheck.records.workspace import Workspace

        notes = Workspace(self.day.root).desk("weir")
        return {item.claim: item.to for item in notes.record.assignments} if notes else {}

    def signed(self, claim_id: str) -> str:
        """Who signed it as it stands, as `explain` tells."""
        lines = [
            line for line in self.day.run("explain", claim_id).splitlines() if line.startswith("Signed: ")
        ]
        holding = [line for line in lines if "NO LONGER HOLDS" not in line]
        return " ".join(line.split(" by ")[1].split(",")[0] for line in holding)

    def passage(self, words: str, stance: str) -> str:
        """The number of the first passage of a stance."""
        claim = next(item for item in self.day.claims("weir") if item["text"].startswith(words))
        return str(next(n for n, item in enumerate(claim["evidence"], 1) if item["stance"] == stance))

    def review(self, by: str) -> pexpect.spawn:
        child = pexpect.spawn(
            str(PROGRAM), ["review", "--terminal", "weir"], cwd=str(self.day.root),
            env={**self.day.environ(by), "TERM": "xterm"}, dimensions=(24, 80), timeout=30, encoding="utf-8",
        )  # fmt: skip
        child.delaybeforesend = None
        child.expect("keys")
        return child

    def go_to(self, child: pexpect.spawn, words: str) -> None:
        """To the first claim, then on until the claim is shown."""
        order = [claim["text"] for claim in self.day.claims("weir")]
        at = next(number for number, text in enumerate(order) if text.startswith(words))
        for _ in order:
            child.send("b")
        child.expect("first claim")
        for number in range(1, at + 1):
            child.send("n")
            child.expect(f"{number + 1}/{len(order)}")


def keys(child: pexpect.spawn, *steps: tuple[str, str]) -> None:
    """Send keys, each with what the screen has to say then."""
    for sent, wanted in steps:
        child.send(sent)
        child.expect(wanted)


def leave(child: pexpect.spawn) -> None:
    child.send("q")
    child.expect("everything is saved")
    child.expect(pexpect.EOF)


def test_from_arrival_to_correction(day: Day) -> None:
    weir = Weir(day)
    # 10:00, the feature arrives
    (day.root / "weir.md").write_text(ARTICLE)
    (day.root / "minutes.md").write_text(MINUTES)
    day.run("init")
    with (day.root / "claimcheck.toml").open("a") as settings:
        settings.write('second_person = "all"\n')
    day.run("extract", "weir.md")
    day.run("desk", "writer", "weir", "wil")
    day.run("desk", "stage", "weir", "checking")
    now = dict(UNTOUCHED)
    assert weir.states() == now

    # 11:00, a source comes in; what is proposed changes nothing yet
    day.at("11:00")
    day.run("source", "add", "minutes.md", "--from", "official-record", "--original")
    day.run("link")
    assert weir.states() == now
    board, vote, chair = weir.id(BOARD), weir.id(VOTE), weir.id(CHAIR)

    # 12:00, ann gives a claim to bo and asks a question, then decides; all in the terminal
    day.at("12:00")
    child = weir.review("ann")
    weir.go_to(child, BOARD)
    keys(child, (weir.passage(BOARD, "supports") + "a", "accepted"), ("v", "signed: verified"))
    weir.go_to(child, VOTE)
    keys(
        child,
        ("g", "Who is to check"),
        ("bo\r", "given to bo"),
        ("Q", "Query to whom"),
        ("the clerk\r", "What do you"),
    )
    keys(child, ("Was it five to one?\r", "Answer due"), ("2026-03-06\r", "query to the clerk is out"))
    leave(child)
    now[BOARD] = State("strong", 1, "ann")
    now[VOTE] = State(out="the clerk", given="bo")
    assert weir.states() == now

    # 13:00, bo checks what he was given, and the quotation; ann signs twice in vain, and so does the writer
    day.at("13:00")
    child = weir.review("bo")
    keys(child, ("f", "Show"), ("m", r"\[mine\]"), (weir.passage(VOTE, "contradicts") + "a", "accepted"))
    keys(child, ("f", "Show"), ("a", "left for you"))
    weir.go_to(child, CHAIR)
    keys(child, (weir.passage(CHAIR, "supports") + "a", "accepted"), ("v", "signed: verified"))
    leave(child)
    now[VOTE] = now[VOTE]._replace(status="contradicted", accepted=1)
    now[CHAIR] = State("strong", 1, "bo")
    assert weir.states() == now
    day.run("sign", chair, by="bo", status=2)
    day.run("sign", chair, by="wil", status=2)
    assert weir.states() == now

    # 14:00, the clerk answers; a reply is sought, a note is left, a finding waived, a slip undone
    day.at("14:00")
    child = weir.review("bo")
    weir.go_to(child, VOTE)
    keys(child, ("y", "What does the clerk"), ("Five to two.\r", "answer of the clerk recorded"))
    weir.go_to(child, CRITICS)
    keys(
        child,
        ("l", "Whom did you"),
        ("Signe Aberg\r", "How"),
        ("by telephone\r", "What did they"),
        ("\r", "attempt"),
    )
    keys(child, ("N", "Note: "), ("call again at five\r", "noted"))
    keys(
        child,
        ("w", "Waive"),
        ("1", "Why waive"),
        ("the survey is due\r", "Last day"),
        ("2026-12-31\r", "waived until"),
    )
    weir.go_to(child, POND)
    keys(child, ("v", "signed: verified"), ("u", "Taken back: the sign-off."))
    leave(child)
    now[VOTE] = now[VOTE]._replace(out="")
    assert weir.states() == now
    critics = next(claim for claim in day.claims("weir") if claim["text"].startswith(CRITICS))
    assert [(item["to"], item["how"]) for item in critics["reply_sought"]] == [
        ("Signe Aberg", "by telephone")
    ]
    assert "call again at five" in (day.root / "claims/weir.desk.yaml").read_text()
    assert critics["id"] in (day.root / "claims/waivers.yaml").read_text()

    # 15:00, the writer edits a figure and puts the vote right: these two are reopened, nothing else
    day.at("15:00")
    edited = ARTICLE.replace("five to one", "five to two").replace("3.2 million crowns", "3.4 million crowns")
    (day.root / "weir.md").write_text(edited)
    told = day.run("extract", "weir.md", by="wil")
    assert "[-3.2-]{+3.4+} million" in told
    assert "five to [-one.-]{+two.+}" in told
    states = weir.states()
    assert {words for words, state in states.items() if state.reopened} == {BOARD, VOTE}
    assert {words: states[words] for words in (HEAD, CHAIR, CRITICS, POND)} == {
        words: now[words] for words in (HEAD, CHAIR, CRITICS, POND)
    }
    assert (states[BOARD].signed, states[BOARD].accepted) == ("", 1)
    assert (states[VOTE].accepted, states[VOTE].given) == (1, "bo")

    # 16:00, the figure is taken back, so ann's signature holds again; bo reads the vote anew
    day.at("16:00")
    (day.root / "weir.md").write_text(edited.replace("3.4 million", "3.2 million"))
    day.run("extract", "weir.md", by="wil")
    day.run("accept", vote, weir.passage(VOTE, "contradicts"), "--stance", "supports", by="bo")
    child = weir.review("bo")
    keys(child, ("f", "Show"), ("m", r"one.*two"), ("v", "signed: verified"))
    leave(child)
    now[VOTE] = State("strong", 1, "bo", given="bo")
    assert weir.states() == now

    # 17:00, the second signatures; then it is cleared
    day.at("17:00")
    day.run("sign", board, by="bo")
    day.run("sign", vote, by="ann")
    day.run("sign", chair, by="ann")
    day.run("desk", "stage", "weir", "cleared")
    now[BOARD], now[VOTE] = now[BOARD]._replace(signed="ann bo"), now[VOTE]._replace(signed="bo ann")
    now[CHAIR] = now[CHAIR]._replace(signed="bo ann")
    assert weir.states() == now
    report = json.loads(day.run("check", "--format", "json", status=None))
    assert "second-person-missing" not in {item["name"] for item in report["findings"]}

    # 18:00, published; what was printed is held against what was cleared
    day.at("18:00")
    (day.root / "printed.md").write_text((day.root / "weir.md").read_text().replace("sixty", "sixteen"))
    assert "[-sixty-]{+sixteen+}" in day.run("compare", "weir", "printed.md", status=1)
    day.run("compare", "weir", "weir.md")
    day.run("desk", "stage", "weir", "published", "--published", "2026-03-06T18:00:00Z")
    assert weir.states() == now

    # A week later a reader finds an error, and the minutes turn out a forgery
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
    assert weir.states() == now
    fallen = day.run("source", "retract", "minutes", "--why", "a forgery")
    for claim in (board, vote, chair):
        assert f"falls back: {claim}  strong -> " in fallen
    states = weir.states()
    for words in (BOARD, VOTE, CHAIR):
        assert (states[words].status, states[words].signed, states[words].reopened) == (
            states[words].status,
            "",
            True,
        )
        assert states[words].status != "strong"
    assert {words: states[words] for words in (HEAD, CRITICS, POND)} == {
        words: now[words] for words in (HEAD, CRITICS, POND)
    }

    # What was known on the day, at one o'clock, and before anybody had decided
    def known(moment: str) -> dict[str, str]:
        day.run("report", "--as-of", moment, "-o", "then.json")
        (then,) = json.loads((day.root / "then.json").read_text())["articles"]
        return {entry["id"]: entry["status"] for entry in then["entries"]}

    assert [known("2026-03-06")[claim] for claim in (board, vote, chair)] == ["strong"] * 3
    assert [known("2026-03-06T12:30:00Z")[claim] for claim in (board, chair)] == ["strong", "unsourced"]
    assert set(known("2026-03-06T10:30:00Z").values()) == {"unsourced"}
    assert known("2026-03-14")[board] != "strong"
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


@pytest.mark.parametrize("several", [False, True])
def test_an_answer_finds_its_question_by_the_claim(day: Day, several: bool) -> None:
    (day.root / "weir.md").write_text(ARTICLE)
    day.run("init")
    day.run("extract", "weir.md")
    board = day.named("weir", "The water board")
    asked = day.run("desk", "query", board, "--to", "Aberg", "When?").split()[1]
    assert asked in day.run("status")
    if several:
        day.run("desk", "query", board, "--to", "the clerk", "When?")
        day.run("desk", "answer", "weir", board, "On Monday.", status=2)
        day.run("desk", "answer", "weir", asked, "On Monday.")
    day.run("desk", "answer", "weir", board, "On Monday.")
    assert "Aberg" not in day.run("status")
    day.run("desk", "answer", "weir", board, "On Monday.", status=2)
