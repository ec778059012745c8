"""Every format prints every kind of report as its golden file has it; UPDATE_GOLDENS=1 writes them anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from fixture_reports import EVERY

from claimcheck.formats import FORMATS, UnknownFormat, render

GOLDENS = Path(__file__).parent / "goldens"


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("kind", EVERY)
def test_golden(name, kind):
    printed = render(name, EVERY[kind]).encode("utf-8")
    golden = GOLDENS / f"{name}-{kind}.txt"
    if os.environ.get("UPDATE_GOLDENS"):
        GOLDENS.mkdir(exist_ok=True)
        golden.write_bytes(printed)
    assert printed == golden.read_bytes()


def test_no_golden_is_left_over():
    expected = {f"{name}-{kind}.txt" for name in FORMATS for kind in EVERY} | {"text-all.txt"}
    assert {path.name for path in GOLDENS.iterdir()} == expected


def test_text_unfolded():
    printed = render("text", EVERY["findings"], show_all=True).encode("utf-8")
    golden = GOLDENS / "text-all.txt"
    if os.environ.get("UPDATE_GOLDENS"):
        golden.write_bytes(printed)
    assert printed == golden.read_bytes()


def test_an_unknown_format_is_refused_with_a_suggestion():
    with pytest.raises(UnknownFormat) as caught:
        render("jsn", EVERY["clean"])
    assert str(caught.value) == "There is no output format 'jsn'. Did you mean json?"
    with pytest.raises(UnknownFormat, match="There are: text"):
        render("zzzz", EVERY["clean"])
