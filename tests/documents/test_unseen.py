from __future__ import annotations

import pytest

from claimcheck.documents.readers import plain
from claimcheck.documents.unseen import warnings_of_unseen


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("a\nb\u200bc\u200b", "2 zero-width characters, first at 2:2."),
        ("ab\U000e0061\U000e0062", "2 tag characters (invisible letters), first at 1:3."),
        ("a\u202eb\u202c", "2 bidirectional control characters, first at 1:2."),
        ("co\u00adop", "1 soft hyphens, first at 1:3."),
        ("a\x07b", "1 control characters, first at 1:2."),
        (
            "The b\u043eard met. P\u0430yp\u0430l",
            "2 words with lookalike letters of another alphabet, first 'b\u043eard' at 1:5.",
        ),
    ],
)
def test_each_kind_is_told_with_count_and_place(text: str, warning: str) -> None:
    assert warnings_of_unseen(text) == (warning,)


@pytest.mark.parametrize(
    "text",
    [
        "Plain words, café, naïve, 5 μm.",
        "Совет одобрил бюджет. Η Αθήνα.",
        "A family: 👩\u200d👩\u200d👧 and 🏴\U000e0067\U000e0062\U000e007f.",
        "tabs\tand\nlines",
    ],
)
def test_ordinary_text_is_not_suspected(text: str) -> None:
    assert warnings_of_unseen(text) == ()


def test_the_text_itself_stays_as_it_is() -> None:
    document = plain.read_text("The cra\u200bne sank.\n")
    assert document.text == "The cra\u200bne sank.\n"
    assert document.warnings == ("1 zero-width characters, first at 1:8.",)
