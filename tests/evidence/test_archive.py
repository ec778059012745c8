from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.evidence.archive import Archive

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


ARCHIVE = Archive(
    [*_documents(60), ("speech", "Möwen! “The pier will not be sold,” she said, “not this year.” Applause.")]
)


def test_a_passage_is_found_in_its_document_at_its_place() -> None:
    text = dict(_documents(60))["doc-17"]
    found = ARCHIVE.search(text[400:460])
    assert (found[0].document, found[0].start, found[0].end) == ("doc-17", 400, 460)
    assert found[0].score == 1.0


def test_spans_count_code_points() -> None:
    found = ARCHIVE.search("the pier will not be sold")
    assert found[0].document == "speech"
    assert (found[0].start, found[0].end) == (8, 33)


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
    assert Archive([]).search("the pier will not be sold") == []
    assert Archive([("tiny", "ab")]).search("the pier will not be sold") == []


def test_boilerplate_does_not_slow_or_drown_it() -> None:
    same = "Subscribe to our newsletter for the latest news. " * 400
    archive = Archive(
        [(f"d{i}", same) for i in range(20)] + [("real", same + "The weir broke at noon." + same)]
    )
    assert archive.search("The weir broke at noon")[0].document == "real"
    assert archive.search("Subscribe to our newsletter")[0].score == 1.0


def test_the_index_is_smaller_than_the_text() -> None:
    documents = _documents(400)
    assert Archive(documents).index_bytes < sum(len(text) for _, text in documents)


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
