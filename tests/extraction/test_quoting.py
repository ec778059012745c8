"""Which quotation marks pair up, and which hold no speech."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extraction.quotations import find_quoted


def inner(text: str) -> list[str]:
    return [text[q.inner_start : q.inner_end] for q in find_quoted(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no" twice.', ["no"]),
        ("He said “no” twice.", ["no"]),
        ("He said ''no'' twice.", ["no"]),
        ("He said ``no'' twice.", ["no"]),
        ("He said 'no' twice.", ["no"]),
        ("He said ‘no’ twice.", ["no"]),
        ("Il a dit « non » deux fois.", [" non "]),
        ("Er sagte »nein« und ging.", ["nein"]),
        ("Er sagte „nein“ und ging.", ["nein"]),
        ("“He told me ‘go’ and I went,” she said.", ["He told me ‘go’ and I went,", "go"]),
        ("\"She said, 'Stop,' so I did,\" he said.", ["She said, 'Stop,' so I did,", "Stop,"]),
        ('(“yes”) and—"no"—and ["maybe"]', ["yes", "no", "maybe"]),
    ],
)
def test_every_style_of_marks_is_paired(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The workers' union won't talk about the '90s.",
        "It’s the boss’s view, and the drivers’ too.",
        "Rock 'n' roll: give 'em hell, 'tis the season.",
        "She is 5'10\" tall and the shelf is 6'2\" wide.",
        'A 12" pipe burst.',
        "",
    ],
)
def test_apostrophes_primes_and_inches_are_no_quotations(text: str) -> None:
    assert inner(text) == []


def test_an_apostrophe_inside_single_marks_closes_nothing() -> None:
    assert inner("She called it 'the bosses' fault' on Monday.") == ["the bosses' fault"]
    assert inner("He said 'it's over' and left.") == ["it's over"]


def test_depth_counts_the_quotations_around_it() -> None:
    depths = [q.depth for q in find_quoted("“A ‘b “c” d’ e,” he said. “F.”")]
    assert depths == [0, 1, 2, 0]


@pytest.mark.parametrize(("begin", "end"), [("“", "”"), ('"', '"'), ("''", "''"), ("‘", "’")])
def test_a_quotation_continued_over_paragraphs_is_one_piece_a_paragraph(begin: str, end: str) -> None:
    text = f"{begin}We began in May.\n\n{begin}It took a year.\n\n{begin}It was worth it,{end} she said."
    found = find_quoted(text)
    assert [q.open for q in found] == [True, True, False]
    assert [q.depth for q in found] == [0, 0, 0]
    assert [text[q.inner_start : q.inner_end] for q in found] == [
        "We began in May.",
        "It took a year.",
        "It was worth it,",
    ]


def test_lines_that_each_open_are_continued_without_blank_lines_too() -> None:
    assert [q.open for q in find_quoted('"One.\n"Two," he said.')] == [True, False]


def test_a_hard_wrapped_quotation_is_one() -> None:
    assert inner('She said "the harbour\nis closed" today.') == ["the harbour\nis closed"]


def test_a_mark_never_closed_ends_with_its_paragraph_and_spoils_nothing_after_it() -> None:
    text = "“The start of it, he said.\n\nShe said “yes” and “no”."
    found = find_quoted(text)
    assert [(text[q.start : q.end], q.open) for q in found] == [
        ("“The start of it, he said.", True),
        ("“yes”", False),
        ("“no”", False),
    ]


def test_a_mark_never_closed_ends_before_the_next_that_is() -> None:
    assert inner("“Broken he said. “Right,” he said.") == ["Broken he said.", "Right,"]


def test_a_stray_closing_mark_is_nothing() -> None:
    assert inner("Nothing here” at all.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “moderates” lost their seats.",
        "Shares in “green” funds fell on Tuesday.",
        "Fans of “The Long Way Home” queued for hours.",
        "The suspect, known as “the Baker”, was arrested, police said.",
        'The word "fairness" appears nine times.',
    ],
)
def test_scare_quotes_titles_and_words_as_words_are_told_apart(text: str) -> None:
    assert [q.scare for q in find_quoted(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "The report called the fears “overstated”.",
        "“We will appeal,” said the mayor.",
        "She warned of “a long winter”.",
        "“Never,” he said.",
        "The minister accused them of “acting in unison”.",
        "“I was there.”",
        "The note read: “Burn this.”",
    ],
)
def test_speech_is_not_taken_for_scare_quotes(text: str) -> None:
    assert [q.scare for q in find_quoted(text)] == [False]


@pytest.mark.parametrize(
    "text",
    [
        '"' * 50_000,
        "“" * 50_000,
        "”" * 50_000,
        "'" * 50_000,
        "“”" * 25_000,
        "« “ ' " * 12_500,
        "‘a " * 25_000,
        "s' a" * 25_000,
        "x" * 5_000_000,
        "\n" * 100_000,
        ("y" * 130 + "\n") * 5_000,
    ],
)
def test_no_input_is_too_much(text: str) -> None:
    assert all(0 <= found.start < found.end <= len(text) for found in find_quoted(text))


def test_bidi_marks_nul_and_lone_surrogates_are_text_like_any_other() -> None:
    assert inner("\x00\u202e“a\ud800b”\u202c") == ["a\ud800b"]


@given(st.text(alphabet="ab .,\n\"'“”‘’«»„`´(5s", max_size=120))
def test_spans_lie_in_the_text_and_nest(text: str) -> None:
    found = find_quoted(text)
    assert [q.start for q in found] == sorted(q.start for q in found)
    around: list[int] = []
    for q in found:
        assert 0 <= q.start < q.inner_start <= q.inner_end <= q.end <= len(text)
        assert q.open == (q.inner_end == q.end)
        while around and around[-1] <= q.start:
            around.pop()
        assert not around or q.end <= around[-1]
        assert q.depth == len(around)
        around.append(q.end)
