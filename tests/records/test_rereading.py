"""Reading a claims file again: the same as reading it whole, at the price of what changed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.records.codec import DuplicateClaim, load_claims
from claimcheck.records.dialect import RecordError
from claimcheck.records.rereading import read_claims

PLACE = "claims/pier.yaml"
HEAD = f'claimcheck: 1\narticle: {{title: "Pier", path: "a.md", sha256: "{"0" * 64}"}}\nclaims:\n'
TAIL = 'dropped:\n- {text: "Read on.", why: "call", start: 0, end: 8}\n'
KEYS = ["aaaaaaaa", "bbbbbbbb", "cccccccc", "dddddddd"]


def claim(key: str, kind: str = "event", note: str = "") -> str:
    return (
        f'{note}- id: pier/{key}\n  text: "One."\n  anchor: {{start: 0, end: 4}}\n  kind: {kind}\n'
        "  check_worthiness: {label: CFS, score: 0.5}\n"
    )


def whole(*claims: str, head: str = HEAD, tail: str = TAIL) -> bytes:
    return (head + "".join(claims) + tail).encode()


def test_only_the_claim_that_changed_is_read_again() -> None:
    first = read_claims(whole(*map(claim, KEYS)), PLACE)
    changed = whole(claim(KEYS[0]), claim(KEYS[1], "cause"), claim(KEYS[2]), claim(KEYS[3]))
    second = read_claims(changed, PLACE, first)
    assert second.record == load_claims(changed, PLACE)
    same = [old is new for old, new in zip(first.record.claims, second.record.claims, strict=True)]
    assert same == [True, False, True, True]

    assert (first.changed, second.changed) == (None, (1,))


def test_the_same_bytes_are_not_read_at_all() -> None:
    first = read_claims(whole(claim(KEYS[0])), PLACE)
    second = read_claims(whole(claim(KEYS[0])), PLACE, first)
    assert (second.record is first.record, second.changed) == (True, ())


def test_claims_that_changed_together_are_all_named() -> None:
    first = read_claims(whole(*map(claim, KEYS)), PLACE)
    data = whole(claim(KEYS[0], "cause"), claim(KEYS[1]), claim(KEYS[2], "state"), claim(KEYS[3]))
    second = read_claims(data, PLACE, first)
    assert (second.record, second.changed) == (load_claims(data, PLACE), (0, 2))
    third = read_claims(whole(claim(KEYS[0]), claim(KEYS[2])), PLACE, second)
    assert ([item.id for item in third.record.claims], third.changed) == (
        ["pier/aaaaaaaa", "pier/cccccccc"],
        None,
    )


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(KEYS), unique=True, max_size=4),
    st.lists(st.sampled_from(KEYS), unique=True, max_size=4),
    st.sampled_from(["event", "cause", "state"]),
    st.sampled_from(["", "# by hand\n", "\n# a\n\n"]),
    st.sampled_from([HEAD, HEAD.replace("Pier", "Quay"), "# top\n" + HEAD]),
    st.sampled_from(["", TAIL]),
)
def test_reading_again_gives_what_reading_whole_gives(
    before: list[str], after: list[str], kind: str, note: str, head: str, tail: str
) -> None:
    first = read_claims(whole(*map(claim, KEYS[:1]), *map(claim, [k for k in before if k != KEYS[0]])), PLACE)
    data = whole(claim(KEYS[0], kind), *(claim(k, kind, note) for k in after if k != KEYS[0]), head=head, tail=tail)  # fmt: skip
    assert read_claims(data, PLACE, first).record == load_claims(data, PLACE)


@settings(deadline=None)
@given(
    st.integers(0, 700),
    st.integers(0, 300),
    st.sampled_from(
        [
            "",
            "x",
            "\n",
            "- ",
            "\n- ",
            "  ",
            "#",
            '"',
            "cause",
            claim("dddddddd"),
            claim("aaaaaaaa"),
            "dropped:\n",
        ]
    ),
)
def test_any_edit_reads_as_it_would_to_somebody_new(at: int, gone: int, put: str) -> None:
    before = whole(*map(claim, KEYS[:3]))
    first = read_claims(before, PLACE)
    data = before[:at] + put.encode() + before[at + gone :]
    try:
        fresh: object = load_claims(data, PLACE)
    except RecordError as error:
        fresh = str(error)
    try:
        again: object = read_claims(data, PLACE, first).record
    except RecordError as error:
        again = str(error)
    assert again == fresh


@pytest.mark.parametrize(
    "broken",
    [
        whole(claim("aaaaaaaa"), claim("aaaaaaaa", "cause")),
        whole(claim("aaaaaaaa"), claim("bbbbbbbb").replace("event", "rumour")),
        whole(claim("aaaaaaaa"), claim("bbbbbbbb").replace('"One."', '"One.')),
        whole(claim("aaaaaaaa"), claim("bbbbbbbb").replace("pier/", "quay/")),
        whole(claim("aaaaaaaa"), "<<<<<<< ours\n", claim("bbbbbbbb")),
        whole(claim("aaaaaaaa"), "dropped: []\n"),
        b"\xff\xfe",
        b"",
    ],
)
def test_what_cannot_be_read_is_said_as_ever(broken: bytes) -> None:
    first = read_claims(whole(claim("aaaaaaaa"), claim("bbbbbbbb")), PLACE)
    with pytest.raises(RecordError) as again:
        read_claims(broken, PLACE, first)
    with pytest.raises(RecordError) as fresh:
        load_claims(broken, PLACE)
    assert str(again.value) == str(fresh.value)


def test_a_copy_of_a_claim_is_not_passed_over() -> None:
    first = read_claims(whole(claim("aaaaaaaa")), PLACE)
    with pytest.raises(DuplicateClaim):
        read_claims(whole(claim("aaaaaaaa"), claim("aaaaaaaa")), PLACE, first)


@pytest.mark.parametrize("odd", [lambda text: text.replace("\n", "\r\n"), lambda text: "\ufeff" + text])
def test_other_line_ends_and_marks_are_read_whole(odd: object) -> None:
    text = whole(claim(KEYS[0]), claim(KEYS[1])).decode()
    data = odd(text).encode()  # type: ignore[operator]
    first = read_claims(data, PLACE)
    second = read_claims(data.replace(b"cause", b"event") + b"# end\n", PLACE, first)
    assert [item.id for item in second.record.claims] == ["pier/aaaaaaaa", "pier/bbbbbbbb"]
