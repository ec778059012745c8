"""Cutting and joining claims, and who says them: nothing of a claim is lost, and every offset stays exact."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.cli.invocation import Invocation
from claimcheck.cli.newsroom import desk_command
from claimcheck.decisions.desk import Desk
from claimcheck.decisions.journal import Journal
from claimcheck.decisions.shaping import (
    CutsNothing,
    NotNeighbours,
    attribution_of,
    join,
    set_attribution,
    split,
)
from claimcheck.decisions.undoing import undo
from claimcheck.errors import ClaimcheckError
from claimcheck.records.codec import dump_claims
from claimcheck.records.edits import Editor
from claimcheck.records.models import Anchor, Article, Attribution, Claim, ClaimFile, Part, Span, Worthiness
from claimcheck.records.workspace import Workspace

TEXT = "Mayor Fenn said the pier cost 41 million; the clerk called that wrong."
ABOUT = Article(title="Pier", path="articles/pier.md", sha256="0" * 64)


def claim(parts: list[Part], text: str = TEXT, start: int = 0, key: str = "aaaaaaaa") -> Claim:
    whole = Span(start=0, end=len(text))
    return Claim(
        id=f"pier/{key}", text=text, anchor=Anchor(start=start, end=start + len(text)), kind="reported",
        check_worthiness=Worthiness(label="CFS", score=0.9), parts=parts,
        attributions=[Attribution(kind="indirect", speaker="Fenn", content=[whole])],
    )  # fmt: skip


@contextmanager
def a_desk(*claims: Claim, text: str = TEXT + " It opened in May.") -> Iterator[Desk]:
    with TemporaryDirectory() as name:
        root = Path(name).resolve() / "desk"
        (root / "claims").mkdir(parents=True)
        (root / "claimcheck.toml").touch()
        (root / "claims/pier.txt").write_text(text)
        (root / "claims/pier.yaml").write_text(
            dump_claims(ClaimFile(claimcheck=1, article=ABOUT, claims=list(claims)))
        )
        editor = Editor(Workspace(root), root.parent / "cache")
        yield Desk(editor, "ann", "2026-03-04T09:12:00Z", Journal(root.parent / "state", root))


def record(desk: Desk) -> ClaimFile:
    return desk.fresh().article("pier").record


@pytest.mark.parametrize("at", [-2, 0, 2, len(TEXT), len(TEXT) + 5])
def test_a_cut_outside_the_text_or_through_a_word_is_refused(at: int) -> None:
    with a_desk(claim([])) as desk:
        before = record(desk)
        with pytest.raises(CutsNothing):
            split(desk, "pier/aaaaaaaa", at)
        assert record(desk) == before


@settings(deadline=None, max_examples=40)
@given(
    st.integers(-5, len(TEXT) + 5),
    st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))), max_size=4),
)
def test_any_cut_is_refused_or_exact_and_can_be_taken_back(at: int, spans: list[tuple[int, int]]) -> None:
    parts = [Part(kind="figure", start=min(pair), end=max(pair)) for pair in spans]
    with a_desk(claim(parts)) as desk:
        before = record(desk)
        try:
            second, _ = split(desk, "pier/aaaaaaaa", at)
        except CutsNothing:
            assert record(desk) == before
            return
        text = desk.workspace.reading_text("pier")
        halves = record(desk).claims
        assert [half.id for half in halves] == ["pier/aaaaaaaa", second]
        assert all(text[half.anchor.start : half.anchor.end] == half.text for half in halves)
        assert "".join(half.text for half in halves).replace(" ", "") == TEXT.replace(" ", "")
        kept = [
            half.text[part.start : part.end]
            for half in halves
            for part in half.parts
            if part.end > part.start
        ]
        assert sorted(kept) == sorted(TEXT[p.start : p.end].strip() for p in parts if p.end > p.start) or any(
            word != word.strip() for word in (TEXT[p.start : p.end] for p in parts)
        )
        joined = join(desk, second, "pier/aaaaaaaa")
        assert joined.subject == "pier/aaaaaaaa"
        assert [(item.id, item.text) for item in record(desk).claims] == [("pier/aaaaaaaa", TEXT)]
        undo(desk)
        assert record(desk).claims == halves
        undo(desk)
        assert record(desk) == before


def test_the_attribution_stays_with_each_half_that_it_speaks_of() -> None:
    with a_desk(claim([])) as desk:
        split(desk, "pier/aaaaaaaa", TEXT.index("the clerk"))
        for half in record(desk).claims:
            (said,) = half.attributions
            assert (said.speaker, said.content) == ("Fenn", [Span(start=0, end=len(half.text))])


def test_claims_far_apart_are_not_joined() -> None:
    far = " " * 300
    text = TEXT + far + "It opened in May."
    other = claim([], "It opened in May.", len(TEXT + far), "bbbbbbbb")
    with a_desk(claim([]), other, text=text) as desk, pytest.raises(NotNeighbours, match="do not follow"):
        join(desk, "pier/aaaaaaaa", "pier/bbbbbbbb")


def test_an_attribution_is_changed_field_by_field() -> None:
    made = attribution_of(claim([]), 1, speaker=None, hedge="reportedly", anonymous=True)
    assert (made.speaker, made.hedge, made.anonymous) == ("Fenn", "reportedly", True)
    assert attribution_of(claim([]), 1, hedge="").hedge is None
    assert attribution_of(claim([]), 2, speaker="The clerk").content == [Span(start=0, end=len(TEXT))]


def test_an_attribution_that_is_not_there_is_not_changed() -> None:
    with a_desk(claim([])) as desk, pytest.raises(ClaimcheckError, match="no attribution 3"):
        set_attribution(desk, "pier/aaaaaaaa", 3, attribution_of(claim([]), 3))


def test_scripts_can_do_it_too(monkeypatch: pytest.MonkeyPatch) -> None:
    with a_desk(claim([])) as desk:
        root = desk.workspace.root
        for name in ("HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
            monkeypatch.setenv(name, str(root.parent))
        monkeypatch.setenv("CLAIMCHECK_AS", "ann")

        def run(*args: str) -> str:
            done = CliRunner().invoke(desk_command, args, obj=Invocation(root), catch_exceptions=False)
            assert done.exit_code == 0, done.output
            return done.output

        said = run("split", "pier/aaaaaaaa", "the clerk")
        assert "the clerk called that wrong." in said
        second = record(desk).claims[1].id
        assert "attribution 1 is The clerk" in run("attribute", second, "--speaker", "The clerk", "--named")
        assert TEXT in run("join", "pier/aaaaaaaa", second)
        assert "is nobody" in run("attribute", "pier/aaaaaaaa", "--remove")
        with pytest.raises(ClaimcheckError, match="stands 0 times"):
            run("split", "pier/aaaaaaaa", "nowhere")
