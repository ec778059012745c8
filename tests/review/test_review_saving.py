"""Saved at once, resumed where it stopped, and never over somebody else's decision."""

from __future__ import annotations

from review_desk import MAY, PIER, QUOTE, Sitting

from claimcheck.decisions import claims as on_claims
from claimcheck.decisions import desk_work
from claimcheck.decisions import evidence as on_evidence


def test_a_review_resumes_where_it_stopped_with_its_filter(sitting: Sitting) -> None:
    sitting.press("f", "u", "n", "n")
    assert sitting.here == MAY
    again = Sitting(sitting.root, sitting.state)
    assert again.here == MAY
    assert "stopped here" in again.reviewer.message
    assert "[unsourced]" in again.screen()
    assert Sitting(sitting.root, sitting.state, by="bo").here == QUOTE, "each person has a place of their own"


def test_a_damaged_place_is_the_beginning(sitting: Sitting) -> None:
    sitting.press("n")
    for path in (sitting.state / "review").iterdir():
        path.write_bytes(b"[" * 100_000)
    assert Sitting(sitting.root, sitting.state).here == QUOTE


def test_a_claim_that_changed_while_it_was_looked_at_is_shown_anew_and_not_decided(sitting: Sitting) -> None:
    on_evidence.reject(sitting.desk("bo"), QUOTE, 1)
    sitting.press("a")
    assert sitting.reviewer.message == (
        f"bo changed {QUOTE} while you had it before you. “the pier was rarely safe in a storm” of letter was "
        "rejected. Nothing of yours was written. Look at how it stands now, then decide again."
    )
    assert sitting.claim(QUOTE).evidence[0].by == "bo"
    assert "Rejected (1)" in sitting.whole()
    on_evidence.accept(sitting.desk("bo"), QUOTE, 1)
    sitting.press("v")
    assert sitting.claim(QUOTE).signoffs == []
    sitting.press("v")
    assert sitting.claim(QUOTE).signoffs


def test_a_change_during_a_dialogue_is_noticed_at_its_end(sitting: Sitting) -> None:
    sitting.press("s", "v")
    on_evidence.accept(sitting.desk("bo"), QUOTE, 1)
    assert not sitting.reviewer.tick(), "nobody's typing is disturbed"
    sitting.type("")
    assert sitting.claim(QUOTE).signoffs == []


def test_a_note_is_not_lost_because_the_claim_changed(sitting: Sitting) -> None:
    sitting.press("N")
    on_evidence.accept(sitting.desk("bo"), QUOTE, 1)
    sitting.type("typed with care")
    assert sitting.bench.state.desk.notes[0].text == "typed with care"


def test_what_others_decide_on_other_claims_disturbs_nothing(sitting: Sitting) -> None:
    on_claims.sign(sitting.desk("bo"), PIER, "verified")
    sitting.press("v")
    assert [item.by for item in sitting.claim(PIER).signoffs] == ["bo"]
    assert [item.by for item in sitting.claim(QUOTE).signoffs] == ["ann"]


def test_changes_of_others_appear_while_nobody_types(sitting: Sitting) -> None:
    assert not sitting.reviewer.tick()
    desk_work.note(sitting.desk("bo"), QUOTE, "seen the letter")
    assert sitting.reviewer.tick()
    assert "seen the letter" in sitting.whole()
    assert "somebody else" in sitting.reviewer.message


def test_a_record_broken_from_outside_is_told_and_nothing_is_written(sitting: Sitting) -> None:
    path = sitting.root / "claims/pier.yaml"
    broken = path.read_text() + "\n<<<<<<< ours\n"
    path.write_text(broken)
    assert sitting.reviewer.tick()
    assert "pier.yaml" in sitting.reviewer.message
    sitting.press("v")
    assert path.read_text() == broken
    sitting.press("q")
    assert sitting.reviewer.done


def test_a_claim_deleted_from_outside_gives_way_to_another(sitting: Sitting) -> None:
    sitting.desk("bo").editor.change_claims(
        "pier",
        lambda record: record.model_copy(update={"claims": [c for c in record.claims if c.id != QUOTE]}),  # type: ignore[union-attr]
    )
    sitting.press("v")
    assert sitting.here in (PIER, MAY)
    assert not sitting.claim(PIER).signoffs


def test_left_counts_what_this_person_has_not_signed(sitting: Sitting) -> None:
    assert sitting.bench.state.left() == 3
    sitting.press("v")
    assert sitting.bench.state.left() == 2
    on_evidence.accept(sitting.desk("bo"), QUOTE, 1)
    sitting.reviewer.tick()
    assert sitting.bench.state.left() == 3, "what changed since is to be looked at again"


def test_undo_selects_the_passage_whose_decision_it_took_back(sitting: Sitting) -> None:
    records = sitting.root / "claims/pier.yaml"
    text = records.read_text()
    item = text[text.index("  - source: letter\n    about: content") : text.index(f"- id: {MAY}")]
    records.write_text(text.replace(item, item + item.replace("content", "statement")))
    sitting.open()
    sitting.press("n", "2", "a")
    assert [item.status for item in sitting.claim(PIER).evidence] == ["proposed", "accepted", "proposed"]
    sitting.press("3", "u", "a")
    assert [item.status for item in sitting.claim(PIER).evidence] == ["proposed", "accepted", "proposed"]
    sitting.press("b", "u", "r")
    assert sitting.here == PIER, "also where the decision was on another claim"
    assert [item.status for item in sitting.claim(PIER).evidence] == ["proposed", "rejected", "proposed"]


def test_undo_does_not_take_back_what_others_did(sitting: Sitting) -> None:
    sitting.press("v")
    on_claims.sign(sitting.desk("bo"), QUOTE, "on author")
    sitting.press("u")
    assert [item.by for item in sitting.claim(QUOTE).signoffs] == ["bo"]
