"""Our own layout read without a YAML parser: never otherwise than the parser reads it, and never refused."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from record_strategies import claim_files

from claimcheck.records import codec
from claimcheck.records.dialect import RecordError
from claimcheck.records.models import ClaimFile
from claimcheck.records.parsing import parse
from claimcheck.records.transcribing import transcribe

RECORD = """claimcheck: 1
article:
  title: "Harbour: the board's \\"plan\\""
  path: "articles/harbour.md"
  sha256: "%s"
claims:
- id: harbour/aaaaaaaa
  text: "The board, it said, spent 5, or 6."
  anchor: {prefix: "a {b: [1, 2]} # c", suffix: "é\\n", start: 10, end: 44}
  kind: quantity
  check_worthiness: {label: CFS, score: 0.9415}
  asserted: false
  attributions:
  - source: [{start: 0, end: 9}]
    cue: []
    kind: direct
    speaker: "the board"
    hops:
    - {name: "an agency", how: translated}
  parts:
  - {kind: figure, start: 26, end: 27}
  resolved:
    "it": "the board"
  evidence:
  - source: minutes
    about: content
    stance: supports
    exact: ""
    parts: [0, 1]
    status: accepted
    by: m.ito
    at: "2026-03-04T09:12:00Z"
dropped:
- {text: "Share this", why: "share text", start: 0, end: 10}
""" % ("0" * 64)


def test_a_file_of_our_own_is_taken():
    transcribed = transcribe(RECORD)
    assert transcribed is not None
    assert json.loads(transcribed) == parse(RECORD, "x")


@settings(deadline=None)
@given(claim_files())
def test_what_is_written_reads_alike(record: ClaimFile) -> None:
    text = codec.dump_claims(record)
    transcribed = transcribe(text)
    assert transcribed is None or json.loads(transcribed) == parse(text, "x")


SNIPPETS = [
    *('"', "'", " ", "\n", "  ", "\n\n", "- ", "\n- ", ": ", ":", ", ", ",", "{", "}", "[", "]", "{}", "[]"),
    *(
        "#",
        " # c",
        "&a ",
        "*a",
        "!x ",
        "|",
        ">",
        "\\",
        "\\x92",
        "\\u2028",
        "\t",
        "\r\n",
        "\ufeff",
        "\x85",
        "\x7f",
    ),
    *("0", "5", "-5", "01", "1.5", "1e3", "0x1F", "1_000", "~", "null", "Null", "true", "yes", "no", "NaN"),
    *(
        "x",
        "x: 1",
        "start: 1",
        "kind: event",
        "\n  kind: event",
        "\n  ",
        "---\n",
        "é",
        "\u2028",
        "\x00",
        "? ",
    ),
    *('"a": "b"', ' "q"', '"a 5, b"', "id: a/b", "<<: *a", "\n    deep: 1", "\n- - 1", "%TAG"),
]


@st.composite
def mangled(draw: st.DrawFn) -> str:
    text = draw(st.just(RECORD) | claim_files(least=1).map(codec.dump_claims))
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        gone = draw(st.integers(0, 6))
        text = text[:at] + draw(st.sampled_from(SNIPPETS)) + text[at + gone :]
    return text


@settings(deadline=None)
@given(mangled())
def test_what_is_mangled_is_read_as_the_parser_reads_it_or_left_to_it(text: str) -> None:
    transcribed = transcribe(text)
    if transcribed is None:
        return
    try:
        read = json.loads(transcribed)
    except ValueError:
        return  # the model's own reader refuses it too, and the parser is asked
    assert json.dumps(read) == json.dumps(parse(text, "x"))


@settings(deadline=None)
@given(mangled())
def test_both_ways_come_to_the_same_record_or_complaint(text: str) -> None:
    def slowly() -> str:
        try:
            return repr(codec._validated(ClaimFile, parse(text, "harbour.yaml"), text, "harbour.yaml"))
        except RecordError as error:
            return str(error)

    try:
        found = repr(codec._load(ClaimFile, text.encode(), "harbour.yaml"))
    except RecordError as error:
        found = str(error)
    assert found == slowly()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "claimcheck: 1",
        "claimcheck: 1\nclaimcheck: 1\n",
        'a: {b: 1, "b": 2}\n',
        "a:\n  b: 1\n  b: 2\n",
        "a:\n  b: 1\n    c: 2\n",
        "a: 1\n  b: 2\n",
        "a:\n- 1\n-  2\n",
        "a: &x 1\nb: *x\n",
        "a: !!python/object 1\n",
        "a: one two\n",
        "a: 1 # c\n",
        "a: 2026-03-04\n",
        "a: 041\n",
        "a: 1e5\n",
        "a: No\n",
        "on: 1\n",
        "a:\nb: 1\n",
        "a: {b: 1\n}\n",
        'a: "\\x41"\n',
        'a: "b\n  c"\n',
        "a: 'b'\n",
        "---\na: 1\n",
        "a: 1\n...\n",
        'a: "b" "c"\n',
        "a: [1 2]\n",
        "a: [1,2]\n",
        "a: \u20281\n",
        'a: "\t"\n',
    ],
)
def test_what_is_not_certainly_ours_is_left_to_the_parser(text: str) -> None:
    assert transcribe(text) is None or text in ("\n", "")


def test_it_takes_linear_time_whatever_stands_there():
    for text in (
        'a: "' * 200_000,
        " 5" * 500_000,
        "- " * 400_000,
        "{" * 300_000,
        '"' * 500_000,
        "a:\n" * 200_000,
        "a: " + "{b: " * 100_000,
        "a: " + "[" * 100_000,
    ):
        assert transcribe(text) is None
