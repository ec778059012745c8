"""Hypothesis strategies for records, shared by the tests of this folder."""

from __future__ import annotations

from hypothesis import strategies as st

from claimcheck.records.models import (
    Anchor,
    Article,
    Attribution,
    Claim,
    ClaimFile,
    Decided,
    Evidence,
    Part,
    Place,
    Span,
    Worthiness,
)

TIME = "2026-03-04T09:12:00Z"

texts = st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)), min_size=1, max_size=30)
names = st.one_of(
    texts, st.sampled_from(["m.ito", "no", "null", "1e3", "~", "- a", "a: b", "x #y", "'", "Yes"])
)
scores = st.floats(0, 1, allow_nan=False)


@st.composite
def spans(draw: st.DrawFn, length: int) -> tuple[int, int]:
    start = draw(st.integers(0, length))
    return start, draw(st.integers(start, length))


@st.composite
def evidence(draw: st.DrawFn, parts: int = 0) -> Evidence:
    exact = draw(texts)
    start = draw(st.none() | st.integers(0, 10**6))
    status = draw(st.sampled_from(["proposed", "accepted", "rejected"]))
    decided = {"by": draw(names), "at": TIME} if status != "proposed" else {}
    return Evidence(
        source=draw(st.sampled_from(["minutes", "press-release", "2026-03-04", "no"])),
        about=draw(st.sampled_from(["statement", "content"])),
        stance=draw(st.sampled_from(["supports", "contradicts", "neutral"])),
        exact=exact,
        start=start,
        end=None if start is None else start + len(exact),
        locator=draw(st.none() | st.builds(Place, page=st.integers(1, 9), cell=st.none() | texts)),
        confidence=draw(st.none() | scores),
        parts=draw(st.lists(st.integers(0, parts - 1), max_size=2)) if parts else [],
        reason=draw(st.just("") | texts),
        status=status,
        **decided,
    )


@st.composite
def claims(draw: st.DrawFn, claim_id: str = "harbour/aaaaaaaa") -> Claim:
    text = draw(texts)
    start = draw(st.integers(0, 10**6))
    parts = [
        Part(kind=draw(st.sampled_from(["figure", "name", "rest"])), start=a, end=b)
        for a, b in draw(st.lists(spans(len(text)), max_size=2))
    ]
    attributions = [
        Attribution(source=[Span(start=a, end=b)], kind="direct", speaker=draw(st.none() | names))
        for a, b in draw(st.lists(spans(len(text)), max_size=1))
    ]
    return Claim(
        id=claim_id,
        text=text,
        anchor=Anchor(start=start, end=start + len(text), prefix=draw(st.just("") | texts)),
        kind=draw(st.sampled_from(["event", "quantity", "judgement"])),
        check_worthiness=Worthiness(label="CFS", score=draw(scores)),
        parts=parts,
        attributions=attributions,
        evidence=draw(st.lists(evidence(len(parts)), max_size=3)),
        resolved=draw(st.dictionaries(texts, texts, max_size=2)),
        exempt=draw(st.none() | st.builds(Decided, by=names, at=st.just(TIME), why=st.just("") | texts)),
        was=draw(st.none() | texts),
    )


KEYS = ["aaaaaaaa", "bbbbbbbb", "cccccccc", "dddddddd"]


@st.composite
def claim_files(draw: st.DrawFn, least: int = 0) -> ClaimFile:
    count = draw(st.integers(least, len(KEYS)))
    article = Article(
        title=draw(texts),
        path="articles/harbour.md",
        sha256="0" * 64,
        stage=draw(st.sampled_from(["draft", "checking"])),
    )
    return ClaimFile(
        claimcheck=1, article=article, claims=[draw(claims(f"harbour/{key}")) for key in KEYS[:count]]
    )
