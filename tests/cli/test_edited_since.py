"""An accepted contradiction after the text was edited: it may agree by now, and what to do says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from calling import Runner

from claimcheck.decisions.desk import Desk
from claimcheck.decisions.evidence import change_stance
from claimcheck.records.edits import Editor
from claimcheck.records.workspace import Workspace

MINUTES = (
    "The harbour board met on 3 March 2026.\n\nThe repairs to the north pier cost $12.5 million.\n\n"
    "Ana Ruiz said: “We will not close the yard before the winter.”\n"
)
FIGURE = "The repairs to the north pier cost $14 million."
QUOTED = "“We will close the yard before the winter,” Ana Ruiz said."


@pytest.fixture
def write(run: Runner, desk: Path) -> str:
    (desk / "articles").mkdir()
    (desk / "minutes.txt").write_text(MINUTES)
    run("init")
    run("source", "add", "minutes.txt", "--from", "official-record", "--original")
    return "articles/pier.md"


def recorded(run: Runner, desk: Path, sentence: str) -> str:
    (desk / "articles" / "pier.md").write_text(f"# The pier\n\n{sentence}\n")
    run("extract", "articles/pier.md")
    claims = run("check", "--format", "json").json["claims"]
    return next(claim["id"] for claim in claims if claim["text"] == sentence)


def told(run: Runner, claim: str, *codes: str) -> list[tuple[str, str]]:
    found = run("check", "--format", "json").json["findings"]
    return [(one["message"], one["fix"]) for one in found if one["claim"] == claim and one["code"] in codes]


@pytest.mark.usefixtures("write")
def test_a_figure_that_was_corrected(run: Runner, desk: Path) -> None:
    claim = recorded(run, desk, FIGURE)
    words = "The repairs to the north pier cost $12.5 million."
    run("desk", "evidence", claim, "minutes", words, "--about", "content", "--stance", "contradicts")
    ((message, fix),) = told(run, claim, "CC302")
    assert "edited" not in message + fix
    assert fix.startswith("Correct the text")
    assert recorded(run, desk, FIGURE.replace("$14", "$12.5")) == claim
    ((message, fix),) = told(run, claim, "CC302")
    assert message.endswith("The text was edited since it was first decided on.")
    again = f"claimcheck accept {claim} 1 --stance supports"
    assert fix == (
        "The text was edited since it was first decided on: read what was accepted against it (minutes) again. "
        f"What agrees now: {again}. Otherwise: correct the text, or show why minutes should not count."
    )
    assert again in run("explain", claim).out
    assert run("accept", claim, "1", "--stance", "supports").status == 0
    assert told(run, claim, "CC302", "CC309") == []


def with_accept(run: Runner, desk: Path, claim: str, item: int) -> None:
    assert run("accept", claim, str(item), "--stance", "supports").status == 0


def on_the_review_page(run: Runner, desk: Path, claim: str, item: int) -> None:
    editor = Editor(Workspace(desk), desk.parent / "page")
    change_stance(Desk(editor, "m.ito", "2026-03-05T09:00:00Z"), claim, item, "supports")


@pytest.mark.usefixtures("write")
@pytest.mark.parametrize("decide", [with_accept, on_the_review_page])
def test_a_quotation_that_was_corrected(
    run: Runner, desk: Path, decide: Callable[[Runner, Path, str, int], None]
) -> None:
    claim = recorded(run, desk, QUOTED)
    words = "We will not close the yard before the winter."
    run("link")
    item = next(
        number
        for number, one in enumerate(run("explain", claim, "--json").json["evidence"], 1)
        if one.get("match") == "altered" and words.startswith(one["exact"].strip("“”.")[:20])
    )
    run("accept", claim, str(item), "--stance", "contradicts")
    ((message, fix),) = told(run, claim, "CC203")
    assert "edited" not in message + fix
    assert recorded(run, desk, QUOTED.replace("will close", "will not close")) == claim
    found = told(run, claim, "CC202", "CC203", "CC204", "CC205")
    assert [message for message, _ in found] == [
        "The quotation was accepted as not having the words of minutes. "
        "The text was edited since it was first decided on."
    ]
    assert f"claimcheck accept {claim} {item} --stance supports" in found[0][1]
    decide(run, desk, claim, item)
    assert told(run, claim, "CC202", "CC203", "CC204", "CC205", "CC302") == []
    shown = run("explain", claim, "--json").json["evidence"][item - 1]
    assert (shown["match"], shown["stance"], shown["status"]) == ("verbatim", "supports", "accepted")


@pytest.mark.usefixtures("write")
@pytest.mark.parametrize("proposed", [True, False])
def test_what_is_first_accepted_after_an_edit_is_for_the_text_as_it_stands(
    run: Runner, desk: Path, proposed: bool
) -> None:
    claim = recorded(run, desk, FIGURE.replace("$14", "$15"))
    assert recorded(run, desk, FIGURE) == claim
    run("link") if proposed else None
    words = "The repairs to the north pier cost $12.5 million."
    decide = (
        ("accept", claim, "1")
        if proposed
        else ("desk", "evidence", claim, "minutes", words, "--about", "content", "--stance", "contradicts")
    )
    assert run(*decide).status == 0
    assert told(run, claim, "CC702") == []
    ((message, fix),) = told(run, claim, "CC302")
    assert "edited" not in message + fix
    assert recorded(run, desk, FIGURE.replace("$14", "$13")) == claim
    assert told(run, claim, "CC702") != []
