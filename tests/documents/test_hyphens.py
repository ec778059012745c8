"""Words that the end of a line broke: joined where they are one, kept where they are two."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.hyphens import joined_lines
from claimcheck.documents.reading import read_document
from claimcheck.extraction.claims import extract_claims


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("the govern-\nment said", "the government\nsaid"),
        ("a coun-\ncil, which", "a council,\nwhich"),
        ("its presi-\ndent\u2019s house", "its president\u2019s\nhouse"),
        ("for \u201crea-\nsons\u201d of state", "for \u201creasons\u201d\nof state"),
        ("the GOVERN-\nMENT said", "the GOVERNMENT\nsaid"),
        ("in Vladi-\nvostok on", "in Vladivostok\non"),
        ("the govern\u00ad\nment said", "the government\nsaid"),
        ("twenty-\none people", "twenty-one\npeople"),
        ("a long-\nterm plan", "a long-term\nplan"),
        ("an ex-\nminister of", "an ex-minister\nof"),
        ("a state-of-\nthe-art pump", "a state-of-the-art\npump"),
        ("by Smith-\nJones and", "by Smith-Jones\nand"),
        ("the 20-\nyear deal", "the 20-year\ndeal"),
        ("of al-\nshabab in", "of al-shabab\nin"),
        ("was under-\nmined\nby", "was \nundermined\nby"),
        ("ruin", "ruin"),
        ("a dash -\nand words", "a dash -\nand words"),
        ("see https://x.example/foo-\nbar", "see https://x.example/foo-\nbar"),
        ("the end govern-\n\nment", "the end govern-\n\nment"),
    ],
)
def test_words_are_joined_and_compounds_kept(text: str, joined: str) -> None:
    assert joined_lines(text) == joined


def test_what_the_text_writes_elsewhere_tells() -> None:
    assert joined_lines("A co-operative bank. The co-\noperative failed.") == (
        "A co-operative bank. The co-operative\nfailed."
    )
    assert joined_lines("The Greenhill road. In Green-\nhill it rained.") == (
        "The Greenhill road. In Greenhill\nit rained."
    )


def test_a_hard_wrapped_article_comes_back_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Harbour board approves budget\n\nThe harbour board of Port Alder approved a budget for the new govern-\n"
        "ment of the port on Tuesday, after twenty-\none members had spoken about the old crane and the coun-\n"
        "cil had met three times behind closed doors.\n"
    )
    document = read_document(path)
    extraction = extract_claims(document, slug="a")
    texts = [" ".join(claim.text.split()) for claim in extraction.claims]
    assert (
        "The harbour board of Port Alder approved a budget for the new government of the port on Tuesday, after "
        "twenty-one members had spoken about the old crane and the council had met three times behind closed doors."
    ) in texts
    for claim in extraction.claims:
        assert document.text[claim.anchor.start : claim.anchor.end] == claim.text


def test_front_matter_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("---\ntitle: On govern-\n  ment\n---\n\nThe coun-\ncil met on Tuesday.\n")
    assert "govern-\n" in read_document(path).text
    assert "The council\nmet" in read_document(path).text


@given(st.text(alphabet="ab -\n\u00adC1'.", max_size=60))
def test_no_letter_and_no_line_is_added(text: str) -> None:
    joined = joined_lines(text)
    assert [c for c in joined if c.isalnum()] == [c for c in text if c.isalnum()]
    assert joined.count("\n\n") <= text.count("\n\n")
    assert joined.count("\n") <= text.count("\n")


@pytest.mark.parametrize("unit", ["a-\n", "a-", "govern-\nment ", "-\n", "a", "- \n"])
def test_very_many_breaks_end(unit: str) -> None:
    assert joined_lines(unit * 200_000)
