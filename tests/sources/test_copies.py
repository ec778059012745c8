from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.assessment.origins import trace_lineage
from claimcheck.documents.copying import containment, longest_shared_run, unquoted_shingles
from claimcheck.records.models import Source
from claimcheck.sources import copies
from claimcheck.sources.copies import find_copies
from claimcheck.sources.texts import SourceText, text_hash

DAYS = [None, "2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04"]
PARTS = [" ".join(f"{letter}{number}" for number in range(length)) for letter, length in zip("abcdefgh", (9, 13, 20, 8, 14, 9, 30, 11), strict=True)]  # fmt: skip


def held(name: str, text: str, published: str | None = None, lineage: str = "original") -> SourceText:
    record = {"claimcheck": 1, "id": name, "title": name, "provider": "outlet", "published": published}
    source = Source.model_validate({**record, "lineage": lineage})
    return SourceText(source, text, (), f"sha256:{text_hash(text)}")


def every_pair(texts: Sequence[SourceText]) -> list[tuple[str, str]]:
    """All copying between texts, said as plainly as can be."""
    found = []
    for one, other in combinations(texts, 2):
        share = max(containment(one.text, other.text), containment(other.text, one.text))
        if share < 0.3 and longest_shared_run(one.text, other.text, unquoted_only=True) < 12:
            continue
        first, second = one.source, other.source
        unsaid = not first.published or not second.published or first.published == second.published
        if unsaid or str(first.published) > str(second.published):
            found.append((first.id, second.id))
        if unsaid or str(first.published) < str(second.published):
            found.append((second.id, first.id))
    return found


texts_of_parts = st.lists(
    st.tuples(st.lists(st.sampled_from(PARTS), min_size=1, max_size=4), st.sampled_from(DAYS)),
    min_size=2,
    max_size=9,
).map(lambda rows: [held(f"s{at}", " ".join(parts), day) for at, (parts, day) in enumerate(rows)])


@given(texts_of_parts, st.data())
def test_the_roots_are_those_of_all_pairs(texts: list[SourceText], data: st.DataObject) -> None:
    sources = {text.source.id: text.source for text in texts}
    articles = data.draw(st.sets(st.sampled_from(sorted(sources)), max_size=2))
    found, plain = find_copies(texts, articles), every_pair(texts)
    assert set(found) <= set(plain)
    for article in ["", *articles]:
        expected = trace_lineage(sources, plain, article=article)
        assert trace_lineage(sources, found, article=article) == expected


@given(st.lists(st.sampled_from(PARTS), max_size=4), st.lists(st.sampled_from(PARTS), max_size=4))
def test_texts_share_a_run_where_they_share_a_window_of_it(one: list[str], other: list[str]) -> None:
    first, second = f'{" ".join(one)} "said in quotation marks"', " ".join(other)
    shared = unquoted_shingles(first, 12) & unquoted_shingles(second, 12)
    assert bool(shared) == (longest_shared_run(first, second, unquoted_only=True) >= 12)


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How often two texts were compared, as the length of a list."""
    made: list[int] = []
    alike = copies._alike

    def counted(one: copies._Words, other: copies._Words) -> bool:
        made.append(1)
        return alike(one, other)

    monkeypatch.setattr(copies, "_alike", counted)
    return made


def reprints(number: int, days: Sequence[str | None]) -> list[SourceText]:
    """As many near copies of one report, each with words of its own, and as many texts of other matter."""
    report = [f"word{at}" for at in range(120)]
    texts = []
    for at in range(number):
        words = [f"own{at}" if (place + at) % 17 == 0 else word for place, word in enumerate(report)]
        texts.append(held(f"copy{at}", " ".join(words), days[at % len(days)]))
        texts.append(held(f"else{at}", " ".join(f"x{at}y{place}" for place in range(30))))
    return texts


@pytest.mark.parametrize(
    "days",
    [[None], ["2026-03-01"], [f"2026-{m:02}-{d:02}" for m in range(1, 13) for d in range(1, 29)], DAYS],
)
def test_many_reprints_cost_few_comparisons_and_few_pairs(
    compared: list[int], days: Sequence[str | None]
) -> None:
    texts = reprints(300, days)
    found = find_copies(texts)
    assert len(found) <= 2 * 300
    assert len(compared) <= 6 * 300
    sources = {text.source.id: text.source for text in texts}
    roots = trace_lineage(sources, found)
    assert len({roots.of(f"copy{at}") for at in range(300)}) == 1
    assert len({roots.of(f"else{at}") for at in range(300)}) == 300


def test_texts_that_are_the_same_to_the_letter_are_copies_however_many_they_are() -> None:
    report = " ".join(f"word{at}" for at in range(40))
    texts = [held(f"s{at:02}", report, f"2026-03-{at + 1:02}") for at in range(25)]
    found = find_copies(texts)
    assert found == [(f"s{at:02}", f"s{at - 1:02}") for at in range(1, 25)]


def test_a_footer_in_most_texts_joins_nothing() -> None:
    footer = " ".join(f"footer{at}" for at in range(20))
    texts = [
        held(f"s{at}", " ".join(f"x{at}y{place}" for place in range(60)) + " " + footer) for at in range(30)
    ]
    assert find_copies(texts) == []


def test_texts_too_short_for_a_shingle_are_no_copies() -> None:
    assert find_copies([held("a", "Fees rose."), held("b", "Fees rose."), held("c", "")]) == []
