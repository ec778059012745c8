from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claimcheck.extraction.boilerplate.scored as scored
from claimcheck.documents.reading import read_text_document
from claimcheck.extraction.boilerplate import sort_blocks
from claimcheck.extraction.boilerplate.scored import BoilerplateModelUnreadable, read_model

MODEL = Path(scored.__file__).with_name("boilerplate.bin").read_bytes()
BODY = (
    "The lock keeper at Ostley opened all six gates on Sunday night after the river rose by two metres.\n"
    "Water ran through the cellars of 40 houses in Mill Lane, the fire service said.\n"
    "Mayor Ida Strand asked the county for sandbags, but none had come by Monday morning.\n"
    "The lock was last opened fully in 1997, when the railway bridge was carried away.\n"
)
TAIL = (
    "The Ostley Courier is the voice of the valley and has served its readers since 1904.\n"
    "You can change your preferences whenever you like.\n"
    "Thank you for supporting the work we do.\n"
    "Contact us\nPrivacy policy\n© 2026 Ostley Courier\n"
)


def dropped(text: str) -> dict[str, str | None]:
    document = read_text_document(text, "txt")
    return {document.text[s.start : s.end]: s.why for s in sort_blocks(document)}


def test_lines_in_which_the_outlet_speaks_of_itself_or_to_its_reader_are_the_page():
    found = dropped("River rises in Ostley\n" + BODY + TAIL)
    assert [line for line in TAIL.splitlines() if found[line] is None] == []
    assert [line for line in BODY.splitlines() if found[line] is not None] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "You need a licence to moor at Ostley, the mayor's office said.",
        "Strand will subscribe to the county's flood register in May.",
        "Readers of the gauge at Mill Lane have free access to it.",
    ],
)
def test_a_sentence_of_the_article_that_sounds_like_the_page_stays(sentence: str):
    found = dropped("River rises in Ostley\n" + BODY + sentence + "\n" + BODY.replace("Sunday", "Friday"))
    assert found[sentence] is None


def test_an_outlet_that_the_article_is_about_is_no_furniture():
    story = "The Ostley Courier was sold on Friday to a firm in Lindert.\n"
    told = BODY + story + "Ida Strand, who reads the Ostley Courier daily, called the sale a pity.\n"
    found = dropped("River rises in Ostley\n" + told + "© 2026 Ostley Courier\n")
    assert found[story.strip()] is None


def test_a_note_on_the_author_may_stand_before_the_text():
    note = "Ida Strand is an author and the former mayor of Ostley."
    found = dropped(f"The river is ours\nComment by Ida Strand\n{note}\n" + BODY.replace("Ida Strand", "Tom"))
    assert found[note] == "note on the author"


def test_the_same_text_is_sorted_the_same_way_twice():
    assert dropped(BODY + TAIL) == dropped(BODY + TAIL)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"CCB1",
        b"XXXX" + MODEL[4:],
        MODEL[:-40],
        MODEL[:20] + b"\0" * 40,
        MODEL[:16] + b"\1" + MODEL[17:],
    ],
    ids=["empty", "head only", "another magic", "cut short", "no tables", "another count"],
)
def test_a_damaged_model_is_refused(data: bytes):
    with pytest.raises(BoilerplateModelUnreadable, match="The boilerplate model cannot be read: it"):
        read_model(data)


@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=30))
def test_any_lines_are_sorted_in_order(lines: list[str]):
    text = "\n".join(lines).replace("\0", "").replace("\r", "")
    if not text.strip():
        return
    stretches = sort_blocks(read_text_document(text, "txt"))
    assert all(a.end <= b.start for a, b in pairwise(stretches))


def test_thousands_of_lines_are_sorted():
    document = read_text_document((BODY + TAIL) * 800, "txt")
    stretches = sort_blocks(document)
    assert stretches[-1].end > 0.9 * len(document.text)
