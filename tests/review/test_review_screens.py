"""What the screens say, at any width, and what never reaches a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from review_desk import MAY, PIER, QUOTE, Sitting
from rich.cells import cell_len

from claimcheck.decisions import claims as on_claims
from claimcheck.decisions import evidence as on_evidence
from claimcheck.decisions.desk import with_fields
from claimcheck.review.terminal.frame import window_frame
from claimcheck.review.terminal.lines import Span, fit, text_of, width_of, wrap


def test_a_claim_stands_in_its_context_with_all_that_is_known(sitting: Sitting) -> None:
    text = sitting.whole()
    assert "▌ Mayor Odile Fenn said the pier" in text
    assert "The pier cost 41 million. It opened in May." in text, "the rest of the paragraph"
    assert "# The pier" in text
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
    on_evidence.add_evidence(sitting.desk(), PIER, "letter", "content", "supports")
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


HOSTILE = (
    "Tick \x1b[2J\x1b]0;owned\x07 \x9b31m \u202egnp.exe \u2066 \u200b \x00 \r back \u2028 tag\U000e0041 end"
)


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
