"""Claims that a person cut or joined: extracting the article again leaves them so."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.decisions.desk import Desk
from claimcheck.decisions.shaping import join, set_attribution, split
from claimcheck.documents.reading import read_text_document
from claimcheck.extraction.recording import record_article
from claimcheck.records.edits import Editor
from claimcheck.records.models import Attribution, Claim
from claimcheck.records.workspace import Workspace

ARTICLE = (
    "The council approved the budget on Monday and the mayor resigned an hour later.\n\n"
    "The quay reopened in May. It had been shut since the storm of 2019. The ferry runs daily.\n"
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    root = tmp_path / "desk"
    (root / "articles").mkdir(parents=True)
    (root / "claimcheck.toml").touch()
    editor = Editor(Workspace(root), tmp_path / "cache")
    made = Desk(editor, "ann", "2026-03-04T09:12:00Z")
    extract(made, ARTICLE)
    return made


def extract(desk: Desk, text: str) -> list[str]:
    path = desk.workspace.root / "articles/news.txt"
    path.write_text(text)
    record_article(desk.editor, path, "news", read_text_document(text, "txt"), "0" * 64)
    desk.workspace.reload()
    live = [claim for claim in claims(desk) if not claim.orphan]
    assert [text[claim.anchor.start : claim.anchor.end] for claim in live] == [claim.text for claim in live]
    return [claim.text for claim in live]


def claims(desk: Desk) -> list[Claim]:
    return desk.fresh().article("news").record.claims


def by_text(desk: Desk, beginning: str) -> Claim:
    return next(claim for claim in claims(desk) if claim.text.startswith(beginning))


def test_a_cut_stays_where_it_was_made(desk: Desk) -> None:
    whole = by_text(desk, "The council")
    split(desk, whole.id, whole.text.index("and the mayor"))
    before = claims(desk)
    assert before[0].text == "The council approved the budget on Monday"
    assert before[1].text == "and the mayor resigned an hour later."
    extract(desk, ARTICLE)
    assert claims(desk) == before
    moved = "A word before.\n\n" + ARTICLE
    assert extract(desk, moved)[-5:] == [claim.text for claim in before]
    assert [claim.id for claim in claims(desk)][-5:] == [claim.id for claim in before]


def test_what_was_joined_stays_one(desk: Desk) -> None:
    first, second = by_text(desk, "The quay"), by_text(desk, "It had")
    join(desk, second.id, first.id)
    before = claims(desk)
    assert [claim.text for claim in before][1:] == [
        "The quay reopened in May. It had been shut since the storm of 2019.",
        "The ferry runs daily.",
    ]
    extract(desk, ARTICLE)
    assert claims(desk) == before


def test_a_half_that_was_edited_is_told_and_the_other_stays(desk: Desk) -> None:
    whole = by_text(desk, "The council")
    other, _ = split(desk, whole.id, whole.text.index("and the mayor"))
    texts = extract(desk, ARTICLE.replace("an hour later", "two hours later"))
    assert "The council approved the budget on Monday" in texts
    assert desk.workspace.claim(whole.id)[1].text == "The council approved the budget on Monday"
    edited = desk.workspace.claim(other)[1]
    assert edited.text == "and the mayor resigned two hours later."


def test_a_shaped_claim_whose_words_are_gone_is_read_as_any_other(desk: Desk) -> None:
    whole = by_text(desk, "The council")
    split(desk, whole.id, whole.text.index("and the mayor"))
    texts = extract(desk, "The ferry runs daily.\n")
    assert texts == ["The ferry runs daily."]


def test_an_attribution_that_a_person_gave_stays(desk: Desk) -> None:
    claim = by_text(desk, "The ferry")
    set_attribution(desk, claim.id, 1, Attribution(kind="indirect", speaker="The harbour master"))
    extract(desk, "Another beginning.\n\n" + ARTICLE)
    assert [item.speaker for item in by_text(desk, "The ferry").attributions] == ["The harbour master"]
