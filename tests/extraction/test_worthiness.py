"""Check-worthiness: labels, scores, reasons, and a model file that is checked."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extraction.worthiness import judge_worthiness
from claimcheck.extraction.worthiness.model import ModelUnreadable, read_model


@pytest.mark.parametrize(
    "text",
    [
        "Unemployment fell to 4.1 per cent in October, the lowest since 2008.",
        "The board approved a budget of $41.2 million on Tuesday.",
        "Researchers found that the drug cut deaths by a third.",
        "Crime has doubled under this government.",
    ],
)
def test_figures_of_public_weight_are_check_worthy(text: str) -> None:
    verdict = judge_worthiness(text)
    assert verdict.label == "CFS"
    assert verdict.score >= 0.5


@pytest.mark.parametrize(
    "text",
    [
        "Thank you very much.",
        "What do you think of the plan?",
        "Share your thoughts in the comments below.",
        "I believe our best days are ahead.",
        "It is a disgrace.",
        "Councils must act now.",
        "Good evening.",
        "We will never give up.",
        "***",
        "",
    ],
)
def test_what_asserts_nothing_is_not_factual(text: str) -> None:
    verdict = judge_worthiness(text)
    assert verdict.label == "NFS"
    assert verdict.score < 0.5
    assert verdict.reasons


@pytest.mark.parametrize(
    "text",
    [
        "The minister said the tunnel would open in May.",
        "Police arrested two men near the station.",
        "“We were not told,” said Ann Lee, a nurse at the hospital.",
        "He was born in Leeds in 1941 and studied law.",
        "Rovers beat United 2-1.",
        "The study was published in a journal.",
        "Make-up artist Jo Field has left the company.",
        "Look Ltd was fined by the regulator.",
    ],
)
def test_news_with_an_event_figure_date_or_quotation_is_factual(text: str) -> None:
    assert judge_worthiness(text).label in ("UFS", "CFS")


def test_the_reasons_name_what_spoke() -> None:
    reasons = " ".join(judge_worthiness("Unemployment fell to 4.1 per cent in October.").reasons)
    assert "states a figure" in reasons
    assert "Unemployment" in reasons


@given(st.text(max_size=300))
def test_any_text_gets_one_label_that_fits_its_score(text: str) -> None:
    verdict = judge_worthiness(text)
    assert 0 <= verdict.score <= 1
    assert (verdict.label == "CFS") == (verdict.score >= 0.5)
    assert judge_worthiness(text) == verdict


@pytest.mark.parametrize("unit", ["a", "a ", '"', "I will ", "1", "\x00", "\ud800", "has never "])
def test_a_megabyte_in_one_sentence_is_judged(unit: str) -> None:
    assert 0 <= judge_worthiness(unit * (1_000_000 // len(unit))).score <= 1


def test_a_damaged_model_is_refused() -> None:
    whole = files("claimcheck.extraction.worthiness").joinpath("model.bin").read_bytes()
    assert len(whole) <= 1_000_000
    for damaged in (b"", b"CCW0" + whole[4:], whole[:-5], whole[:40] + b"x" * 20, whole[:200]):
        with pytest.raises(ModelUnreadable, match="Install claimcheck-desk again"):
            read_model(damaged)
