"""Passages that a person finds for a quotation are compared with it where they stand."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from claimcheck.decisions.desk import Desk
from claimcheck.decisions.evidence import accept, add_evidence, change_stance
from claimcheck.decisions.passages import select_passage
from claimcheck.records.edits import Editor
from claimcheck.records.models import Source, StoredFile
from claimcheck.records.workspace import Workspace

CLAIM = "harbour/aaaaaaaa"
CLAIMS = """\
claimcheck: 1
article: {title: "Harbour", path: "a.md", sha256: "%s"}
claims:
- id: harbour/aaaaaaaa
  text: "“The pier cost 41 million,” she said."
  anchor: {start: 0, end: 37}
  kind: quantity
  check_worthiness: {label: CFS, score: 0.9}
  parts:
  - {kind: quotation, start: 1, end: 25}
""" % ("0" * 64)
MINUTES = "It is not true that the pier cost 41 million. The pier cost 41 million in all, she added."


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    root = tmp_path / "desk"
    for folder in ("claims", "sources/minutes"):
        (root / folder).mkdir(parents=True)
    (root / "claimcheck.toml").touch()
    (root / "claims/harbour.yaml").write_text(CLAIMS)
    (root / "sources/minutes/text.txt").write_text(MINUTES)
    text = StoredFile(path="sources/minutes/text.txt", sha256=sha256(MINUTES.encode()).hexdigest())
    editor = Editor(Workspace(root), tmp_path / "cache")
    editor.create_source(Source(claimcheck=1, id="minutes", title="Minutes", text=text))
    return Desk(editor, "ann", "2026-03-04T09:12:00Z")


def _match(desk: Desk) -> str | None:
    return desk.workspace.claim(CLAIM)[1].evidence[0].match


def test_words_given_by_hand_are_read_with_what_stands_before_them(desk: Desk) -> None:
    change = add_evidence(desk, CLAIM, "minutes", "statement", "supports", exact="the pier cost 41 million")
    assert _match(desk) == "truncated"
    assert change.mind == "the quotation is truncated in this passage"


def test_the_place_decides_which_of_two_passages_is_meant(desk: Desk) -> None:
    change = add_evidence(desk, CLAIM, "minutes", "statement", "supports", exact="The pier cost 41 million")
    assert (_match(desk), change.mind) == ("verbatim", "")


@pytest.mark.parametrize(("about", "stance"), [("content", "supports"), ("statement", "contradicts")])
def test_what_does_not_show_that_it_was_said_is_not_compared(desk: Desk, about: str, stance: str) -> None:
    change = add_evidence(desk, CLAIM, "minutes", about, stance, exact="the pier cost 41 million")  # type: ignore[arg-type]
    assert (_match(desk), change.mind) == (None, "")


def test_words_selected_on_the_page_are_read_with_what_stands_before_them(desk: Desk) -> None:
    start = MINUTES.index("the pier")
    select_passage(desk, CLAIM, "minutes", start, start + 24, "statement", "supports")
    assert _match(desk) == "truncated"


TWO = """\
claimcheck: 1
article: {title: "Harbour", path: "a.md", sha256: "%s"}
claims:
- id: harbour/aaaaaaaa
  text: "“The pier cost 41 million,” she said. “I stole it.”"
  anchor: {start: 0, end: 51}
  kind: quantity
  check_worthiness: {label: CFS, score: 0.9}
  parts:
  - {kind: quotation, start: 1, end: 25}
  - {kind: quotation, start: 39, end: 50}
  evidence:
  - {source: minutes, about: statement, stance: supports, status: proposed, exact: "The pier cost 41 million",
     start: 46, end: 70, match: verbatim, parts: [0]}
""" % ("0" * 64)


@pytest.mark.parametrize(("parts", "match"), [((1,), "verbatim"), ((), "absent"), ((2,), "absent")])
def test_a_passage_for_other_parts_is_compared_with_their_words(
    desk: Desk, parts: tuple[int, ...], match: str
) -> None:
    (desk.workspace.root / "claims/harbour.yaml").write_text(TWO)
    accept(desk, CLAIM, 1, parts=parts)
    assert _match(desk) == match


def test_a_stance_said_of_other_parts_compares_their_words(desk: Desk) -> None:
    (desk.workspace.root / "claims/harbour.yaml").write_text(TWO)
    change_stance(desk, CLAIM, 1, "supports", parts=())
    assert _match(desk) == "absent"


def test_of_two_quotations_the_one_that_a_passage_has_is_meant(desk: Desk) -> None:
    (desk.workspace.root / "claims/harbour.yaml").write_text(TWO[: TWO.index("  evidence:")])
    add_evidence(desk, CLAIM, "minutes", "statement", "supports", exact="The pier cost 41 million")
    item = desk.workspace.claim(CLAIM)[1].evidence[0]
    assert (item.match, item.parts) == ("verbatim", [0])


def test_a_passage_with_the_words_of_no_quotation_says_so(desk: Desk) -> None:
    (desk.workspace.root / "claims/harbour.yaml").write_text(TWO[: TWO.index("  evidence:")])
    change = add_evidence(desk, CLAIM, "minutes", "statement", "supports", exact="in all, she added")
    assert (_match(desk), change.mind) == ("absent", "the quotation is absent in this passage")
