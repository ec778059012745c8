"""What must hold for any text: a slice under harmless change is never lost, a changed one never passes."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from claimcheck.evidence.quotations import find_quotation, judge_quotation, prepare_source
from claimcheck.evidence.quotations.figures import read_number

NOUNS = "ferry harbour pilot anchor lantern customs market engine captain island letter window garden signal".split()
VERBS = "carried crossed painted watched repaired measured followed counted visited described".split()
NAMES = "Tennant Becker Osei Harlan Castellan Lindqvist Moreau Adeyemi".split()


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A plain statement with a name, a figure and a negation, long enough to be told from others."""
    name, verb = draw(st.sampled_from(NAMES)), draw(st.sampled_from(VERBS))
    one, two, three = (draw(st.sampled_from(NOUNS)) for _ in range(3))
    figure = draw(st.integers(min_value=13, max_value=9_999))
    return (
        f"{name} {verb} the {one} near the {two} with {figure} others and did not open the {three} for them."
    )


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, str]:
    """A text and one of its sentences, which stands in it once."""
    all_ = draw(st.lists(sentences(), min_size=2, max_size=8, unique_by=lambda s: re.sub(r"\d+", "", s)))
    return " ".join(all_), draw(st.sampled_from(all_))


HARMLESS = [
    lambda q: q,
    lambda q: f"“{q}”",
    lambda q: q[:-1] + ",",
    lambda q: q[0].lower() + q[1:],
    lambda q: q.replace(" ", "\n", 3),
    lambda q: q.replace(" ", "\u00a0"),
    lambda q: q.replace("harbour", "harbor"),
    lambda q: q.replace("did not", "didn't"),
    lambda q: f"[{q[0].lower()}]{q[1:]}",
    lambda q: q.replace(" near the ", " … near the "),
]


@given(texts(), st.sampled_from(HARMLESS))
@settings(deadline=None, max_examples=150)
def test_a_slice_under_harmless_change_is_found(made: tuple[str, str], change) -> None:  # type: ignore[no-untyped-def]
    text, sentence = made
    verdict = judge_quotation(text, change(sentence))
    assert verdict.match in ("verbatim", "edited")
    assert verdict.start is not None
    assert abs(verdict.start - text.index(sentence)) <= 1
    assert verdict.end is not None
    assert abs(verdict.end - text.index(sentence) - len(sentence)) <= 1


@given(texts(), st.integers(min_value=13, max_value=9_999))
@settings(deadline=None)
def test_a_changed_figure_never_passes(made: tuple[str, str], figure: int) -> None:
    text, sentence = made
    changed = re.sub(r"\d+", str(figure), sentence)
    assume(changed not in text)
    verdict = judge_quotation(text, changed)
    assert verdict.match == "altered"
    assert any(d.kind in ("number", "date") and not d.harmless for d in verdict.differences)


@given(texts())
@settings(deadline=None)
def test_a_dropped_negation_never_passes(made: tuple[str, str]) -> None:
    text, sentence = made
    for cut in ("did open", "… open", "did … open"):
        assert judge_quotation(text, sentence.replace("did not open", cut)).match in ("altered", "truncated")


@given(texts(), st.sampled_from(NAMES))
@settings(deadline=None)
def test_a_swapped_name_never_passes(made: tuple[str, str], name: str) -> None:
    text, sentence = made
    changed = name + sentence[sentence.index(" ") :]
    assume(changed not in text)
    assert judge_quotation(text, changed).match in ("altered", "absent")


@given(st.text(max_size=200), st.text(max_size=80))
@settings(deadline=None, max_examples=300)
def test_any_two_strings_are_judged_and_spans_lie_inside(source: str, quote: str) -> None:
    verdict = judge_quotation(source, quote, context=quote + source, speaker=quote[:10])
    assert 0.0 <= verdict.score <= 1.0
    if verdict.match == "absent":
        assert verdict.start is verdict.end is None
        return
    assert verdict.start is not None
    assert verdict.end is not None
    assert 0 <= verdict.start < verdict.end <= len(source)
    for difference in verdict.differences:
        assert 0 <= difference.source_start <= difference.source_end <= len(source)
        assert 0 <= difference.printed_start <= difference.printed_end <= len(quote)


@given(texts())
@settings(deadline=None, max_examples=40)
def test_a_prepared_source_gives_the_same_verdict(made: tuple[str, str]) -> None:
    text, sentence = made
    assert judge_quotation(prepare_source(text), sentence[:-9]) == judge_quotation(text, sentence[:-9])


HARD = [
    ("50,000 quotation marks", lambda n: ('"' * n + "The pier is closed. ", '"' * n + "The pier is closed")),
    ("a periodic text", lambda n: ("la " * n, "la " * (n // 2) + "lo " + "la " * (n // 3))),
    ("a long quotation", lambda n: (_numbered(n // 40), _numbered(n // 40))),
    ("a long changed quotation", lambda n: (_numbered(n // 40), _numbered(n // 40).replace("gull", "tern"))),
    ("one endless word", lambda n: ("a" * 20 * n, "a" * 10 * n)),
    ("open brackets", lambda n: ("The pier is closed. ", "[" * n + "The pier is closed")),
    ("dots", lambda n: ("The pier is closed. ", "." * n + "The pier" + ". " * n)),
    ("labels", lambda n: ("ANN: the pier\nBOB: is closed\n" * (n // 30), "the pier was closed")),
    ("nul", lambda n: ("The pier\0is closed " * (n // 20), "pier\0is closed")),
    ("lone surrogates", lambda n: ("The pier \ud800 is closed " * (n // 20), "\ud800 is closed")),
]


def _numbered(count: int) -> str:
    return "".join(f"The gull number {i} sat on the pier. " for i in range(count))


@pytest.mark.parametrize(("what", "make"), HARD, ids=[name for name, _ in HARD])
def test_fifty_thousand_of_anything_are_judged(what: str, make: Callable[[int], tuple[str, str]]) -> None:
    source, quote = make(50_000)
    judged = judge_quotation(source, quote)
    assert (judged.match == "absent") == (judged.start is None), what


def test_hidden_and_lookalike_characters_are_told() -> None:
    source = "The chair said the harbour wall has failed in 2024."
    for quote in (
        "the har\u200bbour wall has failed",
        "the h\u0430rbour wall has failed",
        "the harbour\u2060 wall has failed",
        "the harbour\u200f wall has failed",
    ):
        verdict = judge_quotation(source, quote)
        assert verdict.match == "edited"
        assert verdict.warnings
        assert verdict.differences
    there = judge_quotation(source.replace("harbour", "harb\u043eur"), "the harbour wall has failed")
    assert there.warnings
    assert there.differences


def test_text_that_reads_otherwise_than_it_is_stored_is_altered() -> None:
    verdict = judge_quotation("It happened in 2024.", "It happened in \u202e2024\u202c")
    assert verdict.match == "altered"
    assert verdict.warnings[0].startswith("direction-changing characters in the quotation")


def test_the_best_of_several_sources_comes_first() -> None:
    sources = {
        "a": prepare_source("The pier has been closed since May, he said."),
        "b": prepare_source("The pier has been closed since June, he said."),
        "c": prepare_source("Nothing to see."),
    }
    found = find_quotation(sources, "The pier has been closed since June")
    assert [name for name, _ in found] == ["b", "a"]
    assert [verdict.match for _, verdict in found] == ["verbatim", "altered"]


def test_surroundings_and_turning_words_are_shown() -> None:
    verdict = judge_quotation("We met. I cannot promise that the pier will open.", "the pier will open")
    assert verdict.match == "truncated"
    assert verdict.turned_by == "cannot"
    assert verdict.before.endswith("promise that ")
    assert verdict.after == "."


@pytest.mark.parametrize(
    ("words", "key", "after"),
    [
        ("two hundred and five", "#205", 4),
        ("two and a half million", "#2500000", 5),
        ("a million", "#1000000", 2),
        ("twenty first", "~21", 2),
        ("#2.5 million", "#2500000", 2),
        ("nineteen eighty four", "#19", 1),
        ("three and out", "#3", 1),
    ],
)
def test_numbers_in_words(words: str, key: str, after: int) -> None:
    assert read_number(words.split(), 0) == (key, after)
