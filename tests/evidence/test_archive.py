from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.evidence.archive import archive_of, code_points

WORDS = "ship berth crate ice harbour pilot anchor customs engine lantern weir gull signal ferry market rope".split()


def _documents(count: int) -> list[tuple[str, str]]:
    rng = random.Random(7)
    return [
        (
            f"doc-{i}",
            f"Report {i}. " + " ".join(rng.choice(WORDS) + str(rng.randrange(90)) for _ in range(200)),
        )
        for i in range(count)
    ]


ARCHIVE = archive_of(
    [*_documents(60), ("speech", "Möwen! “The pier will not be sold,” she said, “not this year.” Applause.")]
)


def test_a_passage_is_found_in_its_document_at_its_place() -> None:
    text = dict(_documents(60))["doc-17"]
    found = ARCHIVE.search(text[400:460])
    assert (found[0].document, found[0].start, found[0].end) == ("doc-17", 400, 460)
    assert found[0].score == 1.0


def test_spans_count_bytes_that_lead_to_code_points() -> None:
    found = ARCHIVE.search("the pier will not be sold")
    assert found[0].document == "speech"
    data = "Möwen! “The pier will not be sold,” she said, “not this year.” Applause.".encode()
    assert data[found[0].start : found[0].end] == b"The pier will not be sold"
    assert code_points(data[: found[0].start]) == 8


def test_lines_accents_marks_and_capitals_do_not_hide_a_passage() -> None:
    archive = archive_of(
        [("minutes", "* Señor Núñez said:\n *   don\u2019t\n *   SELL the cafe\u0301 at once!\n")]
    )
    for quote in (
        "Don't sell the café at once",
        "don’t sell the cafe at once",
        "“DON’T SELL THE CAFÉ AT ONCE!”",
    ):
        assert archive.search(quote)[0].score == 1.0, quote


def test_words_left_out_and_put_in_do_not_hide_a_passage() -> None:
    text = dict(_documents(60))["doc-41"].split()
    quote = " ".join([*text[40:46], "… [the]", *text[60:72]])
    assert ARCHIVE.search(quote)[0].document == "doc-41"


def test_documents_with_the_same_words_are_named_together() -> None:
    archive = archive_of([(f"copy-{i}", f"Number {i}. The weir broke at noon on Friday.") for i in range(3)])
    found = archive.search("The weir broke at noon on Friday")
    assert len(found) == 1
    assert {found[0].document, *found[0].also} == {"copy-0", "copy-1", "copy-2"}


def test_a_stock_phrase_is_found_however_often_its_beginning_stands() -> None:
    begun = "This notice is given to you under the harbour act of last year and "
    texts = [(f"n{i}", (begun + f"order {i} of the board. ") * 40) for i in range(150)]
    archive = archive_of([*texts, ("last", begun + "nothing else at all.")])
    assert archive.search(begun + "nothing else at all")[0].document == "last"
    assert archive.search(begun)[0].score == 1.0


def test_a_changed_word_still_leads_to_the_passage() -> None:
    words = dict(_documents(60))["doc-23"].split()[50:66]
    words[7] = "changed"
    assert ARCHIVE.search(" ".join(words))[0].document == "doc-23"


def test_a_short_quotation_is_searched_plainly() -> None:
    found = ARCHIVE.search("Möwen")
    assert [candidate.document for candidate in found] == ["speech"]


def test_what_is_not_there_yields_nothing() -> None:
    assert ARCHIVE.search("an entirely different kettle of monkeys") == []
    assert ARCHIVE.search("") == []
    assert archive_of([]).search("the pier will not be sold") == []
    assert archive_of([("tiny", "ab")]).search("the pier will not be sold") == []


def test_boilerplate_does_not_slow_or_drown_it() -> None:
    same = "Subscribe to our newsletter for the latest news. " * 400
    archive = archive_of(
        [(f"d{i}", same) for i in range(20)] + [("real", same + "The weir broke at noon." + same)]
    )
    assert archive.search("The weir broke at noon")[0].document == "real"
    assert archive.search("Subscribe to our newsletter")[0].score == 1.0


def test_the_index_is_smaller_than_the_text() -> None:
    documents = _documents(400)
    assert archive_of(documents).index_bytes < sum(len(text) for _, text in documents)


@given(st.integers(min_value=0, max_value=59), st.integers(min_value=0, max_value=1200))
@settings(deadline=None, max_examples=60)
def test_any_forty_characters_are_found(document: int, start: int) -> None:
    name, text = _documents(60)[document]
    passage = text[start : start + 40]
    found = ARCHIVE.search(passage, limit=8)
    assert any(candidate.score == 1.0 for candidate in found)
    assert all(candidate.score <= 1.0 for candidate in found), name


@given(st.text(max_size=60))
@settings(deadline=None)
def test_any_string_may_be_asked_for(quote: str) -> None:
    for candidate in ARCHIVE.search(quote):
        assert candidate.start <= candidate.end


def test_both_halves_of_an_ellipsis_are_asked() -> None:
    stock = "the committee thanked the members for their patience and adjourned until further notice"
    texts = [(f"minutes-{i}", f"Report number {i} was heard. Then {stock}.") for i in range(60)]
    texts[55] = ("minutes-55", f"A heron had got into the boiler room. Later {stock}.")
    found = archive_of(texts).search(f"A heron had got into the boiler room … {stock}")
    assert found[0].document == "minutes-55"
    assert all(one.document != "minutes-55" for one in found[1:])
