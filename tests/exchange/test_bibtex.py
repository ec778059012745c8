"""Bibliographies as reference managers write them, and files that are none."""

from __future__ import annotations

import contextlib
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.exchange import bibtex

LIBRARY = r"""
@string{press = "Harbour Press"}
% a remark
@Article{Berg:2024,
  author  = {van den Berg, Jo and {The Board of Trade} and M{\"u}ller, J{\'e}r{\^o}me and others},
  title   = {On {H}arbours \& Quays},
  year    = 2024, month = mar,
  journal = {Journal of Ports},
  doi     = {10.1000/x},
}
@book{lind, title = "Tides " # press, publisher = press, date = {2023-05-06}, langid = {british},
  editor = {Lind, Ada}, url = {https://a.example/b?x=1\&y=2}}
@misc{odd, title = {An Odd One}, url = {javascript:alert(1)}, year = {in press}}
@misc{odd, title = {The key once more}}
@comment{nothing}
"""


def test_what_a_bibliography_says_is_kept():
    found = bibtex.read(LIBRARY)
    berg, lind, odd = found.citations
    assert berg.source_id == "berg-2024"
    assert berg.details.title == "On Harbours & Quays"
    assert berg.details.authors == ("Jo van den Berg", "The Board of Trade", "Jérôme Müller")
    assert berg.details.publisher == "Journal of Ports"
    assert (berg.details.published, berg.details.notes) == (None, "Issued: 2024-03.")
    assert berg.obtainable == "https://doi.org/10.1000/x"
    assert lind.details.published == "2023-05-06"
    assert lind.details.publisher == "Harbour Press"
    assert lind.details.language == "en-GB"
    assert lind.details.authors == ("Ada Lind",)
    assert lind.details.url == "https://a.example/b?x=1&y=2"
    assert odd.details.url is None
    assert odd.details.notes == "Issued: in press."
    assert found.left == (("odd", "that key was there before"),)


def test_an_entry_that_is_not_closed_is_left_aside_and_the_others_come():
    found = bibtex.read("@misc{a, title={unclosed\n@misc{b, title={whole}}\n")
    assert [citation.details.title for citation in found.citations] == ["whole"]
    assert found.left == (("the entry on line 1", "it is not closed, or has a field without a value"),)


@pytest.mark.parametrize(
    ("year", "month", "day", "wanted"),
    [
        ("2024", "3", "7", "2024-03-07"),
        ("2024", "March", "07", "2024-03-07"),
        ("2024", "2", "31", None),
        ("", "3", "7", None),
    ],
)
def test_only_a_whole_day_is_a_date(year, month, day, wanted):
    fields = f"title={{x}}, year={{{year}}}, month={{{month}}}, day={{{day}}}"
    (found,) = bibtex.read(f"@misc{{k, {fields}}}").citations
    assert found.details.published == wanted
    assert bool(found.details.notes) == (wanted is None)


@pytest.mark.parametrize("text", ["", "not a bibliography", "[]", "@comment{only this}"])
def test_what_holds_no_entry_is_refused(text):
    with pytest.raises(bibtex.NotBibtex):
        bibtex.read(text)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("@article{x,", True),
        (" @Misc (x,", True),
        ("write to a@b{c}", False),
        ("[]", False),
        ("", False),
    ],
)
def test_a_bibliography_is_told_by_its_entries(text, is_one):
    assert bibtex.is_bibtex(text) is is_one


@given(st.text(alphabet=st.sampled_from('@ab{}",=#\\\n $%~\u202e😀'), max_size=80))
def test_any_text_is_read_or_refused(text):
    try:
        found = bibtex.read(f"@misc{{k, title={{{text}}}}}")
    except bibtex.NotBibtex:
        return
    assert found.citations or found.left


@pytest.mark.parametrize(
    "text",
    [
        "@misc{k, title={" + "x" * 1_000_000 + "}}",
        "@misc{k, title={" + "{" * 100_000,
        "@misc{k, title={" + "{" * 3_000 + "}" * 3_000 + "}}",
        '@misc{k, title="' + '{\\"' * 50_000 + '"}',
        "@misc{k, author={" + "a and " * 100_000 + "b}}",
        "@" * 200_000 + "misc{k, title={x}}",
        "".join(f"@misc{{k{n}, title={{x}}}}\n" for n in range(5_000)),
    ],
    ids=["long", "open", "nested", "accents", "people", "signs", "many"],
)
def test_hostile_files_are_read_or_refused(text):
    with contextlib.suppress(bibtex.NotBibtex):
        bibtex.read(text)


def test_without_the_extra_the_install_line_is_named():
    script = (
        "import sys; sys.modules['bibtexparser'] = sys.modules['bibtexparser.entrypoint'] = None\n"
        "from claimcheck.exchange import bibtex\nbibtex.read('@misc{k, title={x}}')"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert "pip install 'claimcheck-desk[bibtex]'" in done.stderr
