"""``claimcheck judge quotes``: what cannot be judged is told with file, line and column, and never a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from calling import Runner

GOOD = {"id": 1, "source_text": "He said no.", "quote": "He said no."}


def _asked(run: Runner, desk: Path, *lines: bytes | dict[str, object]) -> list[dict[str, object]]:
    made = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    (desk / "asked.jsonl").write_bytes(b"\n".join(made) + b"\n")
    told = run("judge", "quotes", "asked.jsonl")
    assert "Traceback" not in told.err
    answers = [json.loads(line, parse_constant=pytest.fail) for line in told.out.splitlines()]
    assert told.status == (2 if any("error" in answer for answer in answers) else 0)
    return answers


@pytest.mark.parametrize("quote", ["", "…", "???", "“”", " \n", "🙂"])
def test_a_quotation_without_words_is_an_error_not_absent(run: Runner, desk: Path, quote: str) -> None:
    (told,) = _asked(run, desk, {**GOOD, "quote": quote})
    assert told["id"] == 1
    assert str(told["error"]).endswith("field 'quote' has no words: there is nothing to check")


def test_a_source_without_words_is_not_on_hand(run: Runner, desk: Path) -> None:
    (told,) = _asked(run, desk, {**GOOD, "source_text": " \n…"})
    assert str(told["error"]).endswith("field 'source_text' has no words: the source's text is not on hand")


@pytest.mark.parametrize(
    ("line", "place", "what"),
    [
        (b'{"id": 1, "quote": }', "2:20", "no JSON: Expecting value"),
        (b"[1, 2]", "2:1", "not a JSON object"),
        (b'{"id": "\xff"}', "2:9", "byte 0xff is no UTF-8"),
        (b'{"id": NaN}', "2:1", "NaN is none of its numbers"),
        (b'{"id": 1e999}', "2:1", "1e999 is none of its numbers"),
        (b"[" * 100_000, "2:1", "nested too deeply"),
        (b'{"id": 1, "source_text": "a b"}', "2:1", "field 'quote' is missing"),
        (b'{"source_text": "a b", "quote": 5}', "2:33", "field 'quote' is not a string"),
        (b'{"source_text": "a b", "quote": "a\\ud800"}', "2:33", "half a character, U+D800, at offset 1"),
        (b'{"source_text": "a b", "quote": "a", "segments": ["a", 1]}', "2:50", "is not a list of strings"),
        (b'{"source_text": "a b", "quote": "a", "speaker": []}', "2:49", "field 'speaker' is not a string"),
    ],
)
def test_a_bad_line_is_told_with_its_place_and_costs_no_other(
    run: Runner, desk: Path, line: bytes, place: str, what: str
) -> None:
    before, told, after = _asked(run, desk, GOOD, line, GOOD)
    assert before["match"] == after["match"] == "verbatim"
    assert str(told["error"]).startswith(f"asked.jsonl:{place}: ")
    assert what in str(told["error"])


def test_blank_lines_count_as_lines_of_the_file_and_get_no_answer(run: Runner, desk: Path) -> None:
    first, told = _asked(run, desk, b"", GOOD, b"  ", b"{")
    assert first["id"] == 1
    assert str(told["error"]).startswith("asked.jsonl:4:")


def test_a_byte_order_mark_is_no_error(run: Runner, desk: Path) -> None:
    (told,) = _asked(run, desk, b"\xef\xbb\xbf" + json.dumps(GOOD).encode())
    assert told["id"] == 1
    assert "match" in told


def test_a_line_of_five_megabytes_is_answered(run: Runner, desk: Path) -> None:
    (told,) = _asked(run, desk, {**GOOD, "source_text": "He said no. " * 420_000})
    assert told["start"] is not None
