"""Which parts of a transcript a machine wrote down, asked of one passage after another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.records.models import Source

SPANS = st.tuples(st.integers(0, 60), st.integers(0, 12)).map(lambda pair: (pair[0], pair[0] + pair[1]))


def transcript(parts: list[tuple[int, int]]) -> Source:
    spans = [{"start": start, "end": end} for start, end in parts]
    values = {"claimcheck": 1, "id": "talk", "title": "Talk", "machine_transcript": True}
    return Source.model_validate({**values, "machine_parts": spans})


@given(st.lists(SPANS, min_size=1, max_size=12), SPANS)
def test_a_passage_is_unheard_where_it_touches_any_part(
    parts: list[tuple[int, int]], passage: tuple[int, int]
) -> None:
    start, end = passage
    assert transcript(parts).unheard_at(start, end) == any(s < end and start < e for s, e in parts)


def test_parts_in_any_order_are_the_same_record() -> None:
    known = transcript([(0, 4), (10, 20), (30, 40)])
    assert transcript([(30, 40), (0, 4), (10, 15), (14, 20)]) == known


def test_very_many_passages_are_held_against_very_many_parts() -> None:
    many = 100_000
    source = transcript([(10 * number, 10 * number + 5) for number in range(many)])
    found = [source.unheard_at(5 * number, 5 * number + 5) for number in range(2 * many)]
    assert found == [True, False] * many
