"""Check-worthiness: labels, scores, reasons, and a model file that is checked."""

from __future__ import annotations

import struct
import zlib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extraction.worthiness import judge_worthiness
from claimcheck.extraction.worthiness.features import GROUP_BITS, tokens_of
from claimcheck.extraction.worthiness.model import MAGIC, ModelUnreadable, read_model


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


def constant(first: float, second: float) -> float:
    """The score by a model whose readings say the same of every sentence."""
    none = (0.0,) * len(GROUP_BITS)
    head = struct.pack(f"<{2 * len(GROUP_BITS) + 4}f", *none, 1.0, first, *none, 1.0, second)
    tables = bytes([128]) * (2 * sum(1 << bits for bits in GROUP_BITS))
    return read_model(MAGIC + head + zlib.compress(tables)).score(tokens_of("Crime has doubled."))


def test_the_first_reading_alone_says_what_is_not_surely_check_worthy() -> None:
    assert constant(-1.0, -3.0) == pytest.approx(constant(-1.0, 3.0), abs=0.01)
    assert constant(-4.0, 3.0) == constant(-4.0, -3.0) == pytest.approx(0.018, abs=0.001)


def test_the_second_reading_orders_what_is_surely_check_worthy() -> None:
    scores = [constant(5.0, second) for second in (-3.0, -1.0, 0.0, 1.0, 3.0)]
    assert scores == sorted(scores)
    assert scores[0] > 0.75
    assert scores[-1] - scores[0] > 0.05
    assert scores[0] > constant(0.5, 3.0)
