"""The fast line grammar accepts nothing that the slow event pass would refuse."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimcheck.records import dialect
from claimcheck.records.dialect import BrokenYaml, is_own_layout, refuse_unsafe

pieces = st.sampled_from(
    [
        *"&*!|>%@`#:?-,[]{}'\"\\~ \n",
        "- ",
        ": ",
        " #",
        "\n  ",
        "a",
        "text",
        "stage",
        "1",
        "---",
        "<<",
        "''",
        '\\"',
        "&x",
        "*x",
        "!!str ",
    ]
)


@settings(max_examples=1500, deadline=None)
@given(st.lists(pieces, max_size=14).map("".join))
@example("a: {b: &x c}")
@example("- &a b")
@example('"a": *b')
@example("text: a #b")
@example("- a: b #c")
@example('- "a": "b" &c')
@example("a: b\n *c\n")
def test_own_lines_hold_nothing_that_must_be_refused(text: str) -> None:
    if not is_own_layout(text):
        return
    with suppress(BrokenYaml):
        dialect._refuse_foreign(text, "x")


@pytest.mark.parametrize(
    "text",
    [
        'a: "x & y * z ! # w"\n',
        "a: x & y * z ! w\n",
        "a: it's 5 o'clock\n",
        "- {a: 'it''s', b: [1, 2], c: {d: e}}  # why\n",
        "# only\n\n  # remarks\n",
        'a:\n- b: "c"\n  d: -5\n  "e f": ~\n',
    ],
)
def test_signs_inside_texts_do_no_harm(text: str) -> None:
    assert is_own_layout(text)
    assert refuse_unsafe(text, "x")
