from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claimcheck.documents.reading import read_text_document
from claimcheck.extraction.claims import Extraction, extract_claims
from claimcheck.extraction.edits import Reanchored, reanchor
from claimcheck.records.models import (
    Article,
    Claim,
    ClaimFile,
    Decided,
    Dropped,
    Evidence,
    SignOff,
)

TEXT = (
    "The council approved a budget of $41.2 million on Tuesday. Mayor Ines Lund said the vote was historic. "
    "The harbour was closed for nine days after the storm.\n"
)
AT = datetime(2026, 3, 4, tzinfo=UTC).isoformat().replace("+00:00", "Z")


def extract(text: str) -> Extraction:
    return extract_claims(read_text_document(text, "txt"), slug="budget")


def record(claims: list[Claim], dropped: list[Dropped] | None = None) -> ClaimFile:
    article = Article(title="Budget", path="articles/budget.txt", sha256="0" * 64)
    return ClaimFile(claimcheck=1, article=article, claims=claims, dropped=dropped or [])


def evidence(**more: object) -> Evidence:
    fields: dict[str, object] = {
        "source": "minutes",
        "about": "content",
        "stance": "supports",
        "status": "proposed",
    }
    return Evidence.model_validate(fields | more)


def signed(claim: Claim) -> Claim:
    sign = SignOff(by="r.osei", at=AT, decision="verified", fingerprint="cc1:" + "a" * 16)
    return claim.model_copy(update={"signoffs": [sign], "evidence": [evidence()]})


def first_file() -> ClaimFile:
    return record([signed(claim) for claim in extract(TEXT).claims])


def after(text: str, old: ClaimFile | None = None) -> tuple[list[Claim], Reanchored]:
    return reanchor(old or first_file(), extract(text))


def test_an_unchanged_article_changes_nothing():
    claims, report = after(TEXT)
    assert claims == first_file().claims
    assert report.count("same") == 3


def test_a_moved_sentence_keeps_everything_but_its_place():
    sentences = [claim.text for claim in extract(TEXT).claims]
    claims, report = after(" ".join([sentences[2], sentences[0], sentences[1]]) + "\n")
    old = {claim.id: claim for claim in first_file().claims}
    assert [claim.text for claim in claims] == [sentences[2], sentences[0], sentences[1]]
    assert all(claim.signoffs == old[claim.id].signoffs and claim.was is None for claim in claims)
    assert report.count("moved") == 1


def test_a_changed_figure_keeps_id_and_evidence_but_reopens_the_claim():
    claims, report = after(TEXT.replace("$41.2", "$44.2"))
    old = first_file().claims[0]
    assert (claims[0].id, claims[0].was) == (old.id, old.text)
    assert claims[0].evidence == old.evidence
    assert claims[0].signoffs == old.signoffs
    assert report.count("changed") == 1


def test_a_person_exempted_the_old_words_not_the_new_ones():
    old = first_file()
    exempt = old.claims[0].model_copy(update={"exempt": Decided(by="r.osei", at=AT)})
    changed, report = after(TEXT.replace("$41.2", "$44.2"), record([exempt, *old.claims[1:]]))
    assert changed[0].exempt is None
    assert report.reopened == (exempt.id,)
    reworded, _ = after(TEXT.replace("on Tuesday", "Tuesday"), record([exempt, *old.claims[1:]]))
    assert reworded[0].exempt == exempt.exempt


def test_a_deleted_sentence_with_evidence_waits_as_an_orphan():
    claims, report = after(TEXT.replace("Mayor Ines Lund said the vote was historic. ", ""))
    assert [claim.orphan for claim in claims] == [False, False, True]
    assert claims[2].evidence == first_file().claims[1].evidence
    assert report.count("orphaned") == 1


def test_proposals_alone_keep_no_sentence_that_is_gone_but_a_note_does():
    old = record([c.model_copy(update={"evidence": [evidence()]}) for c in extract(TEXT).claims])
    edited = extract(TEXT.replace("Mayor Ines Lund said the vote was historic. ", ""))
    claims, report = reanchor(old, edited)
    assert (len(claims), report.count("removed")) == (2, 1)
    claims, report = reanchor(old, edited, spoken_of={old.claims[1].id})
    assert [claim.orphan for claim in claims] == [False, False, True]
    assert report.count("orphaned") == 1


def test_a_deleted_sentence_nobody_worked_on_goes():
    old = record(list(extract(TEXT).claims))
    claims, report = after(TEXT.replace("Mayor Ines Lund said the vote was historic. ", ""), old)
    assert len(claims) == 2
    assert report.count("removed") == 1


def test_an_orphan_that_comes_back_is_the_same_claim_again():
    without = TEXT.replace("Mayor Ines Lund said the vote was historic. ", "")
    orphaned, _ = after(without)
    claims, report = after(TEXT, record(orphaned))
    assert [claim.id for claim in claims] == [claim.id for claim in first_file().claims]
    assert not any(claim.orphan for claim in claims)
    assert report.count("revived") == 1


def test_a_split_keeps_the_id_on_the_part_that_says_most():
    old = record(
        [signed(c) for c in extract("The ferry left at noon with 212 people on board, and it sank.\n").claims]
    )
    claims, _ = reanchor(old, extract("The ferry left at noon with 212 people on board. The ferry sank.\n"))
    assert claims[0].id == old.claims[0].id
    assert claims[1].id != old.claims[0].id
    assert claims[1].evidence == []


def test_a_merge_loses_no_evidence():
    old = record(
        [signed(c) for c in extract("The boats lay in the harbour. They were covered in ice.\n").claims]
    )
    claims, _ = reanchor(old, extract("The boats lay in the harbour and were covered in ice.\n"))
    assert len([claim for claim in claims if not claim.orphan]) == 1
    assert {claim.id for claim in claims} == {claim.id for claim in old.claims}


def test_a_restored_sentence_stays_restored():
    text = TEXT + "\nWho will pay?\n"
    extraction = extract(text)
    question = next(item for item in extraction.dropped if item.text == "Who will pay?")
    fields = extraction.claims[0].model_dump() | {
        "id": "budget/aaaaaaaa",
        "text": question.text,
        "anchor": {"start": question.start, "end": question.end},
        "restored": {"by": "r.osei", "at": AT},
        "parts": [],
        "attributions": [],
        "citations": [],
    }
    restored = Claim.model_validate(fields)
    old = record([*extraction.claims, restored], [d for d in extraction.dropped if d != question])
    claims, report = reanchor(old, extract("A new first sentence was added today. " + text))
    kept = next(claim for claim in claims if claim.id == restored.id)
    assert kept.restored
    assert ("A new first sentence was added today. " + text)[
        kept.anchor.start : kept.anchor.end
    ] == "Who will pay?"
    assert question.text not in [item.text for item in report.dropped]


def test_ticks_and_part_numbers_follow_the_words():
    base = extract("On 3 May 2024 the mill paid $4 million to Tom Obi.\n").claims[0]
    parts = [part.model_copy(update={"ticked": Decided(by="a", at=AT)}) for part in base.parts]
    figure = next(at for at, part in enumerate(parts) if part.kind == "figure")
    claim = base.model_copy(update={"parts": parts, "evidence": [evidence(parts=[figure])]})
    ((edited,), _) = reanchor(
        record([claim]), extract("In spring the mill paid $4 million to Tom Obi on 3 May 2024.\n")
    )
    (index,) = edited.evidence[0].parts
    span = edited.parts[index]
    assert edited.text[span.start : span.end] == "$4 million"
    assert edited.parts[index].ticked


@pytest.mark.parametrize(
    "edit",
    [
        TEXT,
        TEXT.replace("$41.2", "$44.2"),
        TEXT.replace("Mayor Ines Lund said the vote was historic. ", "") + "A choir sang in the chamber.\n",
        "Nothing of it is left here now.\n",
        "",
    ],
)
def test_running_it_twice_changes_nothing(edit: str):
    once, _ = after(edit)
    twice, report = reanchor(record(once), extract(edit))
    assert twice == once
    assert not report.count("changed")


def test_a_new_sentence_never_takes_an_id_that_was_given():
    old = first_file()
    changed, _ = after(TEXT.replace("$41.2", "$44.2"))
    back = (
        TEXT.replace("$41.2", "$44.2").rstrip()
        + " The council approved a budget of $41.2 million on Tuesday.\n"
    )
    claims, _ = reanchor(record(changed), extract(back))
    ids = [claim.id for claim in claims]
    assert len(set(ids)) == len(ids)
    assert old.claims[0].id in ids


def test_rewrapped_lines_are_the_same_sentence():
    wrapped = TEXT.replace("nine days", "nine\ndays")
    claims, report = after(wrapped)
    assert report.count("same") == 3
    assert all(wrapped[c.anchor.start : c.anchor.end] == c.text for c in claims)
    assert claims[2].was is None
