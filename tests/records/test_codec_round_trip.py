from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from record_strategies import TIME, claim_files, names, texts

from claimcheck.records import codec
from claimcheck.records.dialect import is_own_layout
from claimcheck.records.models import Article, Baseline, ClaimFile, DeskFile, Note, Source, Waiver, WaiverFile
from claimcheck.records.writing import UnwritableText, quote

PLACE = "claims/harbour.yaml"


@given(claim_files())
def test_what_is_written_reads_back_the_same(record: ClaimFile) -> None:
    text = codec.dump_claims(record)
    assert codec.load_claims(text.encode(), PLACE) == record


@given(claim_files())
def test_what_is_written_is_in_our_own_layout_and_stable(record: ClaimFile) -> None:
    text = codec.dump_claims(record)
    assert is_own_layout(text)
    assert codec.dump_claims(codec.load_claims(text.encode(), PLACE)) == text


def test_every_code_point_but_nul_and_surrogates_survives() -> None:
    every = "".join(chr(code) for code in range(1, 0x110000) if not 0xD800 <= code < 0xE000)
    for start in range(0, len(every), 0x8000):
        piece = every[start : start + 0x8000]
        record = ClaimFile(claimcheck=1, article=Article(title=piece, path="a.md", sha256="0" * 64))
        assert codec.load_claims(codec.dump_claims(record).encode(), PLACE).article.title == piece


def test_invisible_characters_are_written_as_escapes() -> None:
    assert quote("a\u202eb\u2028c\x85d\ufeff") == '"a\\u202Eb\\u2028c\\x85d\\uFEFF"'


@pytest.mark.parametrize(("text", "what"), [("a\0b", "NUL"), ("a\ud800b", "surrogate")])
def test_text_that_no_record_can_keep_is_refused_when_writing(text: str, what: str) -> None:
    with pytest.raises(UnwritableText, match=what):
        quote(text, "title")


@given(texts, names, texts)
def test_other_records_round_trip(title: str, name: str, notes: str) -> None:
    source = Source(claimcheck=1, id="minutes", title=title, authors=[name], notes=notes, publisher=name)
    assert codec.load_source(codec.dump_source(source).encode(), "sources/minutes.yaml") == source
    desk = DeskFile(claimcheck=1, notes=[Note(claim="harbour/aaaaaaaa", by=name, at=TIME, text=notes)])
    assert codec.load_desk(codec.dump_desk(desk).encode(), "claims/harbour.desk.yaml") == desk
    waiver = Waiver(code="CC101", claim="harbour/aaaaaaaa", reason=notes, by=name, expires="2026-04-01")
    waivers = WaiverFile(claimcheck=1, waivers=[waiver])
    assert codec.load_waivers(codec.dump_waivers(waivers).encode(), "claims/waivers.yaml") == waivers
    baseline = Baseline(claimcheck=1, findings={"cc1:" + "0" * 64: notes})
    assert codec.load_baseline(codec.dump_baseline(baseline).encode(), "claims/baseline.json") == baseline


@settings(max_examples=50)
@given(st.binary(max_size=200))
def test_random_bytes_never_crash_the_reader(data: bytes) -> None:
    with pytest.raises(codec.RecordError):
        codec.load_claims(data, PLACE)
