"""What the review reads again after a decision is what reading everything anew would give."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from review_desk import PIER, QUOTE, lay_out

from claimcheck.cli.invocation import Invocation
from claimcheck.cli.review import read_state
from claimcheck.decisions import claims as on_claims
from claimcheck.decisions import evidence as on_evidence
from claimcheck.decisions.desk import Desk
from claimcheck.decisions.sources import edit_source, retract_source
from claimcheck.records.edits import Editor
from claimcheck.records.workspace import Workspace

NOW = "2026-03-04T09:12:00Z"


@pytest.mark.parametrize(
    "decide",
    [
        lambda desk: on_evidence.accept(desk, PIER, 1),
        lambda desk: on_claims.exempt(desk, QUOTE, "why not"),
        lambda desk: edit_source(desk, "minutes", {"tier": "tertiary", "reliability": "E"}),
        lambda desk: retract_source(desk, "minutes", "forged"),
        lambda desk: desk.editor.change_article(
            "pier", lambda article: article.model_copy(update={"genre": "opinion"})
        ),
    ],
)
def test_only_what_changed_is_assessed_again_and_nothing_is_missed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, decide: Callable[[Desk], object]
) -> None:
    root = tmp_path / "desk"
    root.mkdir()
    lay_out(root)
    monkeypatch.setenv("HOME", str(tmp_path))
    call = Invocation(start=root)
    desk = Desk(Editor(Workspace(root), tmp_path / "cache"), "ann", NOW)
    on_evidence.accept(desk, PIER, 2)
    before = read_state(call, call.workspace(), "pier", "ann")
    decide(desk)
    again = read_state(call, call.workspace(), "pier", "ann", before)
    assert again == read_state(call, call.workspace(), "pier", "ann")
    assert again != before
