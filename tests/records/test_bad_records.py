"""Everything a record file must not be, each with the place and what to do."""

from __future__ import annotations

import pytest

from claimcheck.records import codec
from claimcheck.records.codec import DuplicateClaim, ForeignClaim, MisnamedSource
from claimcheck.records.complaints import InvalidRecord, UnknownVersion
from claimcheck.records.dialect import (
    MAX_BYTES,
    BrokenYaml,
    ConflictMarkers,
    ForbiddenYaml,
    LostText,
    NotUtf8,
    RecordError,
    TooLarge,
)
from claimcheck.records.parsing import DuplicateKey, EmptyRecord

PLACE = "claims/harbour.yaml"
GOOD = f"""\
claimcheck: 1
article:
  title: "T"
  path: a.md
  sha256: "{"0" * 64}"
claims:
- id: harbour/aaaaaaaa
  text: "The pier cost 41."
  anchor: {{start: 0, end: 17}}
  kind: event
  check_worthiness: {{label: CFS, score: 0.5}}
  evidence:
  - source: minutes
    about: content
    stance: supports
    exact: "cost 41"
    start: 9
    end: 16
    status: proposed
"""


def load(data: str | bytes) -> RecordError:
    with pytest.raises(RecordError) as caught:
        codec.load_claims(data.encode() if isinstance(data, str) else data, PLACE)
    return caught.value


def test_the_good_one_reads() -> None:
    assert codec.load_claims(GOOD.encode(), PLACE).claims[0].evidence[0].exact == "cost 41"


def replaced(old: str, new: str) -> str:
    assert GOOD.count(old) >= 1
    return GOOD.replace(old, new, 1)


@pytest.mark.parametrize(
    ("data", "kind", "place", "says"),
    [
        ("", EmptyRecord, "", "holds nothing"),
        ("# only a remark\n", EmptyRecord, "", "holds nothing"),
        ("- a\n", EmptyRecord, "", "a list"),
        ("just words\n", EmptyRecord, "", "a single value"),
        (GOOD.encode("utf-16"), NotUtf8, ":1:1", "UTF-16"),
        (GOOD.encode().replace(b"pier", b"p\xffer"), NotUtf8, ":8:15", "not valid UTF-8"),
        (replaced("pier", "pi\0er"), ForbiddenYaml, ":8:16", "NUL"),
        (replaced("pier", "pi\\0er"), ForbiddenYaml, ":8:16", "NUL"),
        (replaced("pier", "pi\\u0000er"), ForbiddenYaml, ":8:16", "NUL"),
        (replaced("pier", "pi\x07er"), BrokenYaml, ":8:16", "U+0007"),
        (replaced("pier", "pi\u2028er"), ForbiddenYaml, ":8:16", "\\u2028"),
        (replaced("pier", "pi\x85er"), ForbiddenYaml, ":8:16", "\\u0085"),
        (replaced("pier", "pi\\ud800er"), BrokenYaml, ":8:18", "escape"),
        (replaced("text: ", "text: &a "), ForbiddenYaml, ":8:9", "anchor"),
        (replaced("kind: event", "kind: *a"), ForbiddenYaml, ":10:9", "alias"),
        (replaced("text: ", "text: !!python/object:os.system "), ForbiddenYaml, ":8:9", "tag"),
        (replaced("text: ", "text: !!str "), ForbiddenYaml, ":8:9", "tag"),
        ("---\n" + GOOD, ForbiddenYaml, ":1:1", "---"),
        (GOOD + "---\n" + GOOD, ForbiddenYaml, ":20:1", "---"),
        (replaced('"The pier cost 41."', "Room #4 #and 5"), LostText, ":8:9", "double quotes"),
        (replaced("kind: event", "kind: event\n  kind: state"), DuplicateKey, ":11:3", '"kind"'),
        (GOOD + "claims: []\n", DuplicateKey, ":20:1", '"claims"'),
        (GOOD + '"claims": []\n', DuplicateKey, ":20:1", '"claims"'),
        (replaced("    about", "    source: x\n    about"), DuplicateKey, ":14:5", '"source"'),
        (replaced("    about", "    start: 9\n    about"), DuplicateKey, ":18:5", '"start"'),
        (replaced("  kind: event", "  kind: event\n  id: x"), DuplicateKey, ":11:3", '"id"'),
        (replaced("label: CFS,", "label: CFS, label: UFS,"), DuplicateKey, ":11:34", '"label"'),
        (replaced("  kind", "\tkind"), BrokenYaml, ":10:1", "tab"),
        (replaced("kind: event", "kind:\tevent"), BrokenYaml, "", "tab"),
        (replaced("- id", "<<<<<<< HEAD\n- id"), ConflictMarkers, ":7:1", "Keep one"),
        (replaced("- id", "=======\n>>>>>>> main\n- id"), ConflictMarkers, ":7:1", "Keep one"),
        (GOOD[:170], BrokenYaml, ":8:14", "stops in the middle"),
        (GOOD[:200], BrokenYaml, ":9:16", "stops in the middle"),
        (GOOD[:300], InvalidRecord, ":13:5", "may have been cut off"),
        (replaced("claimcheck: 1", "claimcheck: 7"), UnknownVersion, ":1:13", "Update claimcheck"),
        (replaced("claimcheck: 1", "claimcheck: 0"), UnknownVersion, ":1:13", "claimcheck migrate"),
        (replaced("claimcheck: 1", 'claimcheck: "1"'), UnknownVersion, ":1:13", "claimcheck migrate"),
        (replaced("claimcheck: 1", "claimcheck: true"), UnknownVersion, ":1:13", "claimcheck migrate"),
        (replaced("claimcheck: 1\n", ""), UnknownVersion, ":1:1", "format version"),
        (replaced("stance:", "stanse:"), InvalidRecord, ":15:5", 'Did you mean "stance"?'),
        (replaced("kind: event", "kind: evnt"), InvalidRecord, ":10:9", 'Did you mean "event"?'),
        (replaced("kind: event", "kind: 7"), InvalidRecord, ":10:9", "event"),
        (replaced('"T"', "2025"), InvalidRecord, ":3:10", "double quotes"),
        (replaced('"T"', "41.20"), InvalidRecord, ":3:10", "double quotes"),
        (replaced('"T"', "true"), InvalidRecord, ":3:10", "double quotes"),
        (replaced('"T"', "null"), InvalidRecord, ":3:10", "double quotes"),
        (replaced("start: 9", "start: nine"), InvalidRecord, ":17:12", "start"),
        (replaced("start: 9", "start: -9"), InvalidRecord, ":17:12", "start"),
        (replaced("start: 9", "start: 9.0"), InvalidRecord, ":17:12", "start"),
        (replaced("end: 16", "end: 15"), InvalidRecord, ":13:5", "exact has 7 characters"),
        (replaced("end: 17", "end: 18"), InvalidRecord, ":7:3", "text has 17 characters"),
        (replaced("status: proposed", "status: accepted"), InvalidRecord, ":13:5", "who decided"),
        (replaced("  kind: event\n", ""), InvalidRecord, ":7:3", "kind"),
        (replaced("    about: content\n", ""), InvalidRecord, ":13:5", "about"),
        (replaced("score: 0.5", "score: 1.5"), InvalidRecord, ":11:41", "score"),
        (replaced("score: 0.5", "score: .nan"), InvalidRecord, ":11:41", "score"),
        (replaced("  evidence:", "  signoffs: no\n  evidence:"), InvalidRecord, ":12:13", "a list"),
        (replaced("harbour/aaaaaaaa", "../../etc/passwd"), InvalidRecord, ":7:7", "id is lower-case"),
        (replaced("harbour/aaaaaaaa", "harbour/AAAAAAAA"), InvalidRecord, ":7:7", "base32"),
        (replaced("harbour/aaaaaaaa", "other/aaaaaaaa"), ForeignClaim, ":7:7", "harbour/"),
        (GOOD + GOOD[GOOD.index("- id") :], DuplicateClaim, ":20:7", "given twice"),
        (replaced("article:", "article: {title: T, 5}\nx:"), InvalidRecord, "", ""),
    ],
)
def test_bad_content_is_refused_with_its_place_and_a_remedy(
    data: str | bytes, kind: type[RecordError], place: str, says: str
) -> None:
    error = load(data)
    assert type(error) is kind, error
    assert error.place.startswith(PLACE + place)
    assert says in str(error)
    assert error.remedy
    assert "\n" not in str(error)


def bomb() -> str:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{new}: &{new} [{', '.join(['*' + old] * 9)}]"
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (bomb(), ForbiddenYaml),
        ("a: " + "[" * 50_000 + "]" * 50_000, ForbiddenYaml),
        ("a: " + "[" * 50_000, ForbiddenYaml),
        ("a: " + "{a: " * 50_000, ForbiddenYaml),
        ("- " * 50_000 + "a\n", ForbiddenYaml),
        ("? " * 50_000, ForbiddenYaml),
        ("".join(" " * depth + "a:\n" for depth in range(60)), ForbiddenYaml),
        ("a: " + '"' * 50_000, BrokenYaml),
        ("a: '" + "''" * 50_000 + "\n", BrokenYaml),
        ("a: " + "x" * 5_000_000, UnknownVersion),
        ("a: " + "x: " * 100_000, BrokenYaml),
        ("a: [" + "x, " * 2_000_000, TooLarge),
        (" " * 5_000_000, EmptyRecord),
        ("\n" * 1_000_000, EmptyRecord),
        ("#" * 5_000_000, EmptyRecord),
        ("\\" * 1_000_000, RecordError),
        ('a: "' + "\\" * 1_000_001 + "\n", RecordError),
    ],
)
def test_hostile_input_is_refused(data: str, kind: type[RecordError]) -> None:
    assert isinstance(load(data), kind)


def test_a_file_beyond_the_limit_is_refused_before_it_is_decoded() -> None:
    assert isinstance(load(b"\xff" * (MAX_BYTES + 1)), TooLarge)


def test_many_errors_name_the_first_and_count_the_rest() -> None:
    error = load(replaced("stance: supports", "stance: suports").replace("kind: event", "kind: evnt"))
    assert error.place == f"{PLACE}:10:9"
    assert "1 more in this file" in str(error)


def test_the_place_is_right_far_down_a_long_file() -> None:
    head, claim = GOOD[: GOOD.index("- id")], GOOD[GOOD.index("- id") :]
    keys = [f"{'abcdefgh'[n // 64]}{'abcdefgh'[n // 8 % 8]}{'abcdefgh'[n % 8]}aaaaa" for n in range(400)]
    text = head + "".join(claim.replace("aaaaaaaa", key) for key in keys)
    codec.load_claims(text.encode(), PLACE)
    at = text.index("stance", len(text) - 500)
    error = load(text[:at] + "stanze" + text[at + 6 :])
    assert error.place == f"{PLACE}:{text[:at].count(chr(10)) + 1}:5"


def test_comments_may_stand_where_they_lose_nothing() -> None:
    text = replaced("kind: event", "kind: event  # for now").replace(
        'exact: "cost 41"', 'exact: "cost 41" # as heard'
    )
    assert codec.load_claims(text.encode(), PLACE) == codec.load_claims(GOOD.encode(), PLACE)


@pytest.mark.parametrize(
    "text",
    [
        GOOD.replace("\n", "\r\n"),
        "\ufeff" + GOOD,
        replaced('"The pier cost 41."', "'The pier cost 41.'"),
        replaced('"The pier cost 41."', "The pier cost 41."),
        replaced('"The pier cost 41."', '"The pier\n    cost 41."'),
        replaced('"The pier cost 41."', "|-\n    The pier cost 41."),
        replaced("anchor: {start: 0, end: 17}", "anchor:\n    start: 0\n    end: 17"),
        replaced("anchor: {start: 0, end: 17}", "anchor: {\n    start: 0,\n    end: 17 }"),
        GOOD.rstrip("\n"),
    ],
)
def test_other_ways_to_write_the_same_are_read(text: str) -> None:
    assert codec.load_claims(text.encode(), PLACE) == codec.load_claims(GOOD.encode(), PLACE)


def test_a_source_must_be_named_like_its_file() -> None:
    data = b'claimcheck: 1\nid: minutes\ntitle: "M"\n'
    assert codec.load_source(data, "sources/minutes.yaml").id == "minutes"
    with pytest.raises(MisnamedSource, match=r"minuets\.yaml:2:5"):
        codec.load_source(data, "sources/minuets.yaml")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ("", BrokenYaml),
        ("{", BrokenYaml),
        ("[]", EmptyRecord),
        ('{"claimcheck": 1, "claimcheck": 1}', DuplicateKey),
        ('{"claimcheck": 2}', UnknownVersion),
        ('{"claimcheck": 1, "findings": {"a": 1}}', InvalidRecord),
        ('{"claimcheck": 1, "findings": ' + '{"a": ' * 100_000, BrokenYaml),
        ('{"claimcheck": 1, "fndings": {}}', InvalidRecord),
    ],
)
def test_a_bad_baseline_is_refused(data: str, kind: type[RecordError]) -> None:
    with pytest.raises(kind):
        codec.load_baseline(data.encode(), "claims/baseline.json")
