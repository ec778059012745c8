"""What the screens say, at any width, and what never reaches a terminal."""

from __future__ import annotations

import unicodedata
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from review_desk import MAY, PIER, QUOTE, Sitting
from rich.cells import cell_len

from claimcheck.decisions import claims as on_claims
from claimcheck.decisions import desk_work
from claimcheck.decisions import evidence as on_evidence
from claimcheck.decisions.desk import with_fields
from claimcheck.records.models import Attribution, Citation, Hop, Place
from claimcheck.review.terminal.frame import window_frame
from claimcheck.review.terminal.lines import Span, fit, text_of, width_of, wrap
from claimcheck.review.terminal.screens import source_page
from claimcheck.review.views import EvidenceView


def test_a_claim_stands_in_its_context_with_all_that_is_known(sitting: Sitting) -> None:
    text = sitting.whole()
    assert "▌ Mayor Odile Fenn said the pier" in text
    assert "The pier cost 41 million. It opened in May." in text, "the rest of the paragraph"
    assert "Under: The pier" in text
    assert "Said by: Odile Fenn < translated by her spokesman" in text
    assert "UNSOURCED" in text
    assert "1/3" in text
    assert "Proposed, not counted until somebody accepts (1)" in text
    assert "- contradicts  Letter to the council" in " ".join(text.split()).replace(
        "- contradicts Letter", "- contradicts  Letter"
    )
    assert "primary, A; 2026-03-03; about the statement" in " ".join(text.split())


def test_the_words_of_a_quotation_that_differ_are_struck_and_inserted(sitting: Sitting) -> None:
    assert "the pier was [-never-]{+rarely+} safe in a storm" in " ".join(sitting.whole().split())


def test_both_sides_stand_apart_with_who_accepted_them(sitting: Sitting) -> None:
    on_evidence.accept(sitting.desk(), PIER, 1)
    on_evidence.accept(sitting.desk(), PIER, 2, stance="supports")
    sitting.press("n")
    sitting.reviewer.tick()
    text = sitting.whole()
    order = [text.index(title) for title in ("For (1)", "Against (1)")]
    assert order == sorted(order)
    assert "accepted by ann, 2026-03-04" in text
    assert "page 4" in text
    assert "origin: " in text


def test_what_changed_since_sign_off_is_shown_in_words(sitting: Sitting) -> None:
    on_claims.sign(sitting.desk(), PIER, "verified")
    sitting.desk().editor.change_claim(
        PIER, lambda claim: with_fields(claim, was="The pier cost 39 million.", kind="cause", attributions=[])
    )
    sitting.desk().editor.change_claim(
        PIER, lambda claim: with_fields(claim, evidence=[claim.evidence[0].model_copy(update=ACCEPTED)])
    )
    sitting.reviewer.tick()
    sitting.press("f", "c")
    assert sitting.here == PIER
    text = " ".join(sitting.whole().split())
    assert "CHANGED SINCE SIGN-OFF" in text
    assert "Was: The pier cost [-39-]{+41+} million." in text
    assert "verified, ann, 2026-03-04T09:12 [changed since]" in text


ACCEPTED = {"status": "accepted", "by": "bo", "at": "2026-03-04T10:00:00Z"}


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 40), (40, 10), (20, 5), (1, 1), (300, 100)])
@pytest.mark.parametrize("keys", ["", "?", "o", "d", "s", "N", "f", "w"])
def test_every_screen_fits_its_window(sitting: Sitting, columns: int, rows: int, keys: str) -> None:
    sitting.press(*keys)
    frame = window_frame(sitting.reviewer, columns, rows, moved=True)
    assert max(map(width_of, frame.lines)) <= columns
    assert len(frame.lines) <= rows


def test_a_long_claim_scrolls_to_what_is_selected(sitting: Sitting) -> None:
    sitting.press("n", "2")
    text = sitting.screen(80, 12)
    assert ">2" in text
    assert "lines above" in text


def test_undo_and_the_keys_are_there_in_every_screen(sitting: Sitting) -> None:
    sitting.press("d", "enter")
    sitting.type("")
    assert sitting.bench.state.record.dropped == []
    sitting.press("u")
    assert [item.text for item in sitting.bench.state.record.dropped] == ["Read more on page 3."]
    sitting.press("x")
    assert "Esc goes back" in sitting.reviewer.message
    sitting.press("?")
    assert "undo your last decision" in sitting.whole()


def test_the_sentence_stays_in_sight_beside_the_first_proposal(sitting: Sitting) -> None:
    sitting.press("n")
    text = sitting.screen(80, 20)
    assert "▌ The pier cost 41 million." in text
    assert ">1" in text


HOSTILE = "Tick \x1b[2J\x1b]0;owned\x07 \x1b]8;;https://evil.example\x07link\x1b]8;;\x07 \x1b]52;c;ZXZpbA==\x07 \x90q\x9c \x9b31m \u202egnp.exe \u2066 \u200b \x00 \r back \u2028 tag\U000e0041 end"


def test_hostile_text_never_reaches_the_terminal(sitting: Sitting) -> None:
    def poison(claim):  # type: ignore[no-untyped-def]
        text = HOSTILE.replace("\x00", "")
        return with_fields(
            claim, text=text, anchor=claim.anchor.model_copy(update={"end": claim.anchor.start + len(text)}),
            section=text, was=text[::-1], parts=[], evidence=[], resolved={text: text},
        )  # fmt: skip

    sitting.desk().editor.change_claim(MAY, poison)
    sitting.desk().editor.change_source(
        "letter", lambda source: source.model_copy(update={"title": HOSTILE.replace("\x00", "")})
    )
    sitting.open()
    for keys in ("", "o", "esc", "n", "n", "N"):
        if keys:
            sitting.press(keys)
        for view in (sitting.whole(), sitting.screen()):
            assert {unicodedata.category(c) for c in view} & {"Cc", "Cf", "Cs", "Zl", "Zp"} <= {"Cc"}
            assert set(view) & {chr(n) for n in range(32)} <= {"\n"}
    sitting.press(*"x\x1b\u202e", "enter")
    assert "\x1b" not in sitting.whole()


@given(st.text(), st.integers(20, 90))
def test_wrapping_keeps_every_visible_character_and_the_width(text: str, width: int) -> None:
    lines = wrap([Span(text)], width, first="> ", rest="  ")
    assert all(width_of(line) <= width for line in lines)
    kept = "".join(text_of(line)[2:] for line in lines)
    whole = "".join(text_of(line)[2:] for line in wrap([Span(text)], 10**9, first="> "))
    assert "".join(kept.split()) == "".join(whole.split())


@given(st.text(), st.integers(1, 60))
def test_a_fitted_line_never_overflows(text: str, width: int) -> None:
    assert width_of(fit([Span(text), Span(text, "dim")], width)) <= max(width, 1)


@pytest.mark.parametrize("text", ["x" * 1_000_000, "a " * 500_000, '"' * 50_000, "漢" * 100_000])
def test_monstrous_lines_wrap_in_linear_time(text: str) -> None:
    lines = wrap([Span(text)], 80)
    assert all(cell_len(text_of(line)) <= 80 for line in lines[:100])


def test_an_article_without_claims_can_be_reviewed(sitting: Sitting) -> None:
    sitting.desk().editor.change_claims("pier", lambda record: record.model_copy(update={"claims": []}))
    sitting.open()
    assert "No claim is" in sitting.screen()
    sitting.press(*"arvnbsmtwQyNglcoAR", "1", "tab", "esc", "q")
    assert sitting.reviewer.done


def test_quote_is_first(sitting: Sitting) -> None:
    assert sitting.here == QUOTE


def test_hostile_text_in_any_field_is_made_visible(sitting: Sitting) -> None:
    bad = HOSTILE.replace("\x00", "")
    desk = sitting.desk(by=f"bo{bad}")
    on_evidence.accept(desk, PIER, 1, bad)
    on_claims.sign(desk, PIER, "on author", bad)
    on_claims.exempt(desk, PIER, bad)
    on_claims.reply_attempt(desk, PIER, bad, bad, bad)
    on_claims.correct(desk, PIER, bad, was=bad)
    desk_work.note(desk, PIER, bad)
    desk_work.assign(desk, PIER, bad)
    asked, _ = desk_work.query(desk, PIER, bad, bad)
    desk_work.answer(desk, "pier", asked.id, bad)
    desk_work.query(desk, PIER, bad, bad)

    def poison(claim):  # type: ignore[no-untyped-def]
        attribution = Attribution(
            kind="direct",
            speaker=bad,
            hedge=bad,
            translator=bad,
            hops=[Hop(name=bad, how="quoted")],
            anonymous=True,
        )
        evidence = [
            item.model_copy(update={"reason": bad, "locator": Place(cell=bad, time=bad)})
            for item in claim.evidence
        ]
        cited = Citation(start=0, end=3, kind="link", target=bad)
        return with_fields(
            claim, attributions=[attribution], evidence=evidence, citations=[cited], was=bad, section=bad
        )

    sitting.desk().editor.change_claim(PIER, poison)
    sitting.desk().editor.change_claims(
        "pier",
        lambda record: record.model_copy(  # type: ignore[union-attr]
            update={"dropped": [item.model_copy(update={"why": bad}) for item in record.dropped]}  # type: ignore[union-attr]
        ),
    )
    sitting.open()
    sitting.press("n")
    for keys in (
        (),
        ("o", "tab"),
        ("esc", "d"),
        ("esc", "y", "esc"),
        ("w",),
        ("esc", "A", *bad),
        ("esc", "f"),
    ):
        sitting.press(*keys)
        for view in (sitting.whole(), sitting.screen(), sitting.screen(20, 5)):
            assert not {c for c in view if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")} - {"\n"}
    sitting.press("esc")
    assert "\\x1b]52;c;" in sitting.whole(200), "what was hidden is shown"


def test_a_transcripts_turns_stand_over_what_is_said() -> None:
    said = SimpleNamespace(
        title="Talk", short_grade="first-hand, B", published="", place="at 00:00:12", exact="It is old."
    )
    text = "What now?\n\nWe shut it. It is old.\n\nNever.\n"
    turns = {0: "00:00:02 · CHAIR", 11: "00:00:09 · MS RUHL", text.index("Never"): "00:00:30 · MR OBI"}
    item = cast(EvidenceView, SimpleNamespace(passage=said))
    page = source_page(item, text, text.index("It is"), 80, turns)
    shown = ["".join(span.text for span in line) for line in page.lines[3:]]
    assert [line for line in shown if line] == [
        "00:00:02 · CHAIR", "What now?", "00:00:09 · MS RUHL", "We shut it.", "» It is old. «",
        "00:00:30 · MR OBI", "Never.",
    ]  # fmt: skip
    assert shown[page.tops[1] - 3] == "» It is old. «"
