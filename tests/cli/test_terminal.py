from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.cli.terminal import one_line, plain


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[31mred", "\\x1b[31mred"),
        ("a\u202eb", "a\\u202eb"),
        ("zero\u200bwidth", "zero\\u200bwidth"),
        ("\U000e0041tag", "\\U000e0041tag"),
        ("bell\x07\r", "bell\\x07\\x0d"),
        ("línea\n\tok", "línea\n\tok"),
    ],
)
def test_what_a_terminal_would_obey_is_shown_instead(hostile: str, shown: str) -> None:
    assert plain(hostile) == shown


@given(st.text())
def test_nothing_unprintable_is_left(text: str) -> None:
    left = plain(text)
    assert all(c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co", "Cn"} for c in left)
    assert plain(left) == left


def test_one_line_folds_and_cuts() -> None:
    assert one_line("a\n b   c") == "a b c"
    assert one_line("abcdefgh", 5) == "abcd…"
