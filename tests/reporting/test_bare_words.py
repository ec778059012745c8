"""What a screen that draws no markup shows of Markdown: the words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.reading import read_text_document
from claimcheck.reporting.bare import bare_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("# Crane sinks", "Crane sinks"),
        ("It rose.\n\n### What *next*?\n\nIt sank.", "It rose.\n\nWhat next?\n\nIt sank."),
        ("Crane sinks\n===========\nIt sank.", "Crane sinks\nIt sank."),
        ("It **never** sank, _they_ say.", "It never sank, they say."),
        ("The [minutes](https://x.example/a) say so.", "The minutes say so."),
        ("Item #4 of C# and 2 * 3 * 4, snake_case_name", "Item #4 of C# and 2 * 3 * 4, snake_case_name"),
        ("#crane is a tag", "#crane is a tag"),
    ],
)
def test_marks_go_and_words_stay(text: str, words: str) -> None:
    assert bare_words(text) == words


@given(st.text())
def test_no_letter_is_lost(text: str) -> None:
    kept = [letter for letter in bare_words(text) if letter.isalnum()]
    assert len(kept) <= len(text)
    if "](" not in text:
        assert kept == [letter for letter in text if letter.isalnum()]


@pytest.mark.parametrize("unit", ["*a ", "**", "[", "[a](", "# ", "_ _", "=\n"])
def test_marks_without_end_end(unit: str) -> None:
    assert isinstance(bare_words(unit * 50_000), str)


@pytest.mark.parametrize("form", ["md", "txt"])
def test_a_title_has_no_marks(form: str) -> None:
    text = "# Crane sinks off Port Alder\n\nThe crane sank on Monday night.\n"
    assert read_text_document(text, form).title == "Crane sinks off Port Alder"
