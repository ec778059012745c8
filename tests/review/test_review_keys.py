"""Every key of the table, pressed; what it did is read back from disk."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from review_desk import MAY, PIER, QUOTE, Sitting

from claimcheck.records.workspace import Workspace
from claimcheck.review.keys import BINDINGS, action_for, hints
from claimcheck.review.views import passing


def next_and_back(s: Sitting) -> None:
    s.press("n")
    assert s.here == PIER
    s.press("right")
    assert s.here == MAY
    s.press("n")
    assert s.here == MAY
    assert "last claim" in s.reviewer.message
    s.press("b", "left")
    assert s.here == QUOTE


def filters(s: Sitting) -> None:
    s.press("v", "b", "f", "n")
    assert passing(s.bench.state, "not yet reviewed") == [PIER, MAY]
    assert s.here == PIER
    s.press("n", "n")
    assert "not yet reviewed" in s.reviewer.message
    s.press("f", "m")
    assert "No claim" in s.reviewer.message


def scrolling(s: Sitting) -> None:
    s.press("?")
    s.screen(80, 12)
    for key, top in (("j", 1), ("down", 2), ("k", 1), ("up", 0)):
        s.press(key)
        s.screen(80, 12)
        assert s.reviewer.top == top
    s.press("space")
    s.screen(80, 12)
    down = s.reviewer.top
    assert down > 3
    s.press("pagedown", "pageup", "backspace")
    s.screen(80, 12)
    assert s.reviewer.top < down


def selecting(s: Sitting) -> None:
    s.press("n")
    assert ">1" in s.whole()
    s.press("tab")
    assert ">2" in s.whole()
    s.press("backtab")
    assert ">1" in s.whole()
    s.press("2")
    assert ">2" in s.whole()
    s.press("7")
    assert "no evidence 7" in s.reviewer.message


def accepting(s: Sitting) -> None:
    s.press("n", "a")
    item = s.claim(PIER).evidence[0]
    assert (item.status, item.by, item.at) == ("accepted", "ann", s.now)
    assert ">2" in s.whole(), "the next proposal is selected"
    assert s.here == PIER


def accepting_with_a_reason(s: Sitting) -> None:
    s.press("n", "A")
    s.type("page 4, read twice")
    assert s.claim(PIER).evidence[0].why == "page 4, read twice"


def rejecting(s: Sitting) -> None:
    s.press("r")
    assert s.claim(QUOTE).evidence[0].status == "rejected"


def rejecting_with_a_reason(s: Sitting) -> None:
    s.press("R")
    s.type("another pier")
    assert (s.claim(QUOTE).evidence[0].status, s.claim(QUOTE).evidence[0].why) == ("rejected", "another pier")


def changing_stance(s: Sitting) -> None:
    s.press("n", "c", "s")
    assert s.claim(PIER).evidence[0].stance == "supports"
    assert s.claim(PIER).evidence[0].status == "proposed"
    s.press("c", "t")
    assert s.claim(PIER).evidence[0].about == "statement"
    s.press("c", "p")
    assert "0 the whole claim · 1 “41 million” · 2 “pier”" in s.screen()
    s.press("2")
    assert "Saved: 1: about “pier”." in s.screen()
    assert "of “pier”" in " ".join(s.screen().split())
    assert s.claim(PIER).evidence[0].parts == [1]
    s.press("a")
    assert (s.claim(PIER).evidence[0].status, s.claim(PIER).evidence[0].parts) == ("accepted", [1])
    s.press("1", "c", "p", "3")
    assert "Choose one of the keys shown" in s.screen()
    s.press("0")
    assert s.claim(PIER).evidence[0].parts == []
    s.press("b", "c", "p")
    assert "Choose one of the keys shown" in s.screen(), "a claim of one part has no other"
    s.press("esc")


def opening_the_source(s: Sitting) -> None:
    s.press("n", "o")
    assert "» the pier cost 40 million «" in s.screen()
    s.press("esc")
    assert s.reviewer.pane == "claim"
    s.press("enter")
    assert s.reviewer.pane == "source"
    s.press("o")
    assert s.reviewer.pane == "claim"


def verifying(s: Sitting) -> None:
    s.press("v")
    (signed,) = s.claim(QUOTE).signoffs
    assert (signed.by, signed.decision) == ("ann", "verified")
    assert s.here == PIER, "one key decides, saves and moves on"
    s.press("b", "v")
    assert len(s.claim(QUOTE).signoffs) == 1, "the same signature twice is none"
    assert "has signed" in s.reviewer.message
    assert s.here == PIER


def signing(s: Sitting) -> None:
    for key, decision in (
        ("f", "fixed in text"), ("o", "on author"), ("n", "could not determine"),
        ("e", "published at editor's risk"), ("v", "verified"),
    ):  # fmt: skip
        s.press("s", key)
        s.type("as the lawyers wish")
        assert s.claim(QUOTE).signoffs[-1].decision == decision
        assert s.claim(QUOTE).signoffs[-1].why == "as the lawyers wish"
        s.press("b")


def marking(s: Sitting) -> None:
    for key, name in (("x", "exempt"), ("d", "states_dispute"), ("u", "unnamed_approved")):
        s.press("m", key)
        s.type("the editor says so")
        assert getattr(s.claim(QUOTE), name).why == "the editor says so"
        s.press("m", key)
        assert getattr(s.claim(QUOTE), name) is None


def ticking(s: Sitting) -> None:
    s.press("n", "t", "2")
    assert [part.ticked is not None for part in s.claim(PIER).parts] == [False, True]
    s.press("b", "t")
    assert s.claim(QUOTE).parts[0].ticked is not None, "the only part needs no choice"
    s.press("n", "n", "t")
    assert "no parts" in s.reviewer.message


def waiving(s: Sitting) -> None:
    s.press("w", "2")
    s.type("one source is enough for a footnote")
    s.type("2026-12-31")
    loaded = Workspace(s.root).waivers()
    assert loaded is not None
    (waiver,) = loaded.record.waivers
    assert (waiver.code, waiver.claim, waiver.expires) == ("CC105", QUOTE, "2026-12-31")


def asking_and_answering(s: Sitting) -> None:
    s.press("Q")
    s.type("the harbour office")
    s.type("What did it cost?")
    s.type("2026-03-05")
    (query,) = s.bench.state.desk.queries
    assert (query.to, query.what, query.due) == ("the harbour office", "What did it cost?", "2026-03-05")
    assert "query to the harbour office is out." in s.reviewer.message
    assert "[out]" in s.whole()
    s.press("y")
    s.type("41 million")
    assert s.bench.state.desk.queries[0].answer == "41 million"
    s.press("y")
    assert "No query" in s.reviewer.message


def noting(s: Sitting) -> None:
    s.press("N")
    s.type("ask the archive, too?")
    assert s.bench.state.desk.notes[0].text == "ask the archive, too?"
    assert "ask the archive, too?" in s.whole()


def assigning(s: Sitting) -> None:
    s.press("g")
    s.type("ann")
    assert passing(s.bench.state, "mine") == [QUOTE]


def reply(s: Sitting) -> None:
    s.press("l")
    s.type("Odile Fenn")
    s.type("by telephone")
    s.type("")
    (attempt,) = s.claim(QUOTE).reply_sought
    assert (attempt.to, attempt.how, attempt.answer) == ("Odile Fenn", "by telephone", None)


def restoring(s: Sitting) -> None:
    s.press("d")
    assert "Read more on page 3." in s.screen()
    s.press("d")
    assert s.reviewer.pane == "claim"
    s.press("d", "down", "up", "enter")
    s.type("")
    claims = Workspace(s.root).article("pier").record.claims
    assert [claim.text for claim in claims][-1] == "Read more on page 3."


def undoing(s: Sitting) -> None:
    s.press("v", "n", "u")
    assert s.claim(QUOTE).signoffs == []
    assert s.here == QUOTE, "the claim that was undone is shown"
    s.press("u")
    assert "no decision" in s.reviewer.message


def help_shows_every_key(s: Sitting) -> None:
    s.press("?")
    text = s.whole()
    for binding in BINDINGS:
        assert binding.help in text
    s.press("?")
    assert s.reviewer.pane == "claim"


def leaving(s: Sitting) -> None:
    s.press("N", "a", "b", "esc")
    assert "nothing was decided" in s.reviewer.message
    assert s.bench.state.desk.notes == []
    s.press("esc")
    assert not s.reviewer.done


def quitting(s: Sitting) -> None:
    s.press("?", "q")
    assert not s.reviewer.done, "q closes what is open first"
    s.press("q")
    assert s.reviewer.done


TESTS: dict[str, Callable[[Sitting], None]] = {
    "next_claim": next_and_back, "previous_claim": next_and_back, "choose_filter": filters,
    "scroll_down": scrolling, "scroll_up": scrolling, "page_down": scrolling, "page_up": scrolling,
    "next_evidence": selecting, "previous_evidence": selecting, "accept": accepting,
    "accept_why": accepting_with_a_reason, "reject": rejecting, "reject_why": rejecting_with_a_reason,
    "change_stance": changing_stance, "open_source": opening_the_source, "verify": verifying, "sign": signing,
    "mark": marking, "tick_part": ticking, "waive": waiving, "query": asking_and_answering,
    "answer": asking_and_answering, "note": noting, "assign": assigning, "reply": reply,
    "open_dropped": restoring, "undo": undoing, "open_help": help_shows_every_key, "leave": leaving,
    "quit": quitting,
}  # fmt: skip


@pytest.mark.parametrize("action", [binding.action for binding in BINDINGS])
def test_every_key_does_what_the_table_says(sitting: Sitting, action: str) -> None:
    TESTS[action](sitting)


def test_no_key_means_two_things() -> None:
    keys = [key for binding in BINDINGS for key in binding.keys]
    assert len(keys) == len(set(keys))


def test_the_hints_fit_80_columns_and_name_real_keys() -> None:
    assert len(hints()) <= 80
    for hint in hints().split("  "):
        assert action_for(hint.split()[0]), hint


def test_an_unknown_key_points_to_the_help(sitting: Sitting) -> None:
    sitting.press("§")
    assert "?" in sitting.reviewer.message


def test_keys_work_again_after_a_line_was_typed(sitting: Sitting) -> None:
    sitting.press("N")
    sitting.type("a note with v and q in it")
    sitting.press("v")
    assert sitting.claim(QUOTE).signoffs
    assert not sitting.reviewer.done


def test_what_must_be_said_cannot_be_left_out(sitting: Sitting) -> None:
    sitting.press("R", "enter")
    assert sitting.reviewer.asking is not None
    assert "needs an answer" in sitting.screen()
    sitting.press("esc")
    assert sitting.claim(QUOTE).evidence[0].status == "proposed"


def test_a_line_can_be_corrected(sitting: Sitting) -> None:
    sitting.press("N", *"wrong", "clear", *"rightt", "backspace", "paste:\nand\tpasted", "enter")
    assert sitting.bench.state.desk.notes[0].text == "rightand pasted"


def test_pasted_text_is_never_taken_for_keys(sitting: Sitting) -> None:
    sitting.press("paste:vvvqr")
    assert not sitting.reviewer.done
    assert sitting.claim(QUOTE).signoffs == []


def test_bad_days_are_refused_in_one_line(sitting: Sitting) -> None:
    sitting.press("Q")
    sitting.type("Fenn")
    sitting.type("When?")
    sitting.type("next Tuesday")
    assert "no day" in sitting.reviewer.message
    sitting.press("w", "1")
    sitting.type("because")
    sitting.type("2020-01-01")
    assert "cannot expire" in sitting.reviewer.message
