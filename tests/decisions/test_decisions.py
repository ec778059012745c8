from __future__ import annotations

import re
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from claimcheck.decisions import claims as on_claims
from claimcheck.decisions import desk_work, orphans, undoing
from claimcheck.decisions import evidence as on_evidence
from claimcheck.decisions.desk import Desk, NoDay, NothingSaid
from claimcheck.decisions.journal import Journal
from claimcheck.decisions.sources import AlreadyRetracted, edit_source, retract_source
from claimcheck.decisions.undoing import CannotUndo, NothingToUndo, in_words, undo
from claimcheck.records.edits import Editor
from claimcheck.records.ids import evidence_key
from claimcheck.records.models import Claim, Private, Source, StoredFile, Testimony
from claimcheck.records.settings import Settings
from claimcheck.records.workspace import UnknownArticle, UnknownClaim, UnknownSource, Workspace

ONE, TWO = "harbour/aaaaaaaa", "harbour/bbbbbbbb"
NOW = "2026-03-04T09:12:00Z"
CLAIMS = """\
# the harbour
claimcheck: 1
article: {title: "Harbour", path: "a.md", sha256: "%s"}
claims:
# first
- id: harbour/aaaaaaaa
  text: "The pier cost 41 million."
  anchor: {start: 0, end: 25}
  kind: quantity
  check_worthiness: {label: CFS, score: 0.9}
  parts:
  - {kind: figure, start: 14, end: 24}
  evidence:
  # the minutes
  - source: minutes
    about: content
    stance: supports
    status: proposed
  - source: release
    about: content
    stance: contradicts
    status: proposed
- id: harbour/bbbbbbbb
  text: "It opened in May."
  anchor: {start: 26, end: 43}
  kind: event
  check_worthiness: {label: UFS, score: 0.4}
dropped:
- {text: "Read more.", why: "call to the reader", start: 44, end: 54}
""" % ("0" * 64)
MINUTES = "The pier cost 41 million. Twice: 41 million."


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
    editor.create_source(Source(claimcheck=1, id="release", title="Release"))
    return Desk(editor, "ann", NOW, Journal(tmp_path / "state", editor.workspace.root))


def claim(desk: Desk, claim_id: str = ONE) -> Claim:
    return desk.workspace.claim(claim_id)[1]


def text(desk: Desk) -> str:
    return desk.workspace.claims_path("harbour").read_text()


def test_accepting_writes_who_and_when_and_nothing_else(desk: Desk) -> None:
    change = on_evidence.accept(desk, ONE, 1, "seen on page 4")
    decided = '    status: accepted\n    by: ann\n    at: "2026-03-04T09:12:00Z"\n    why: "seen on page 4"\n'
    assert text(desk) == CLAIMS.replace("    status: proposed\n", decided, 1)
    assert (change.verb, change.subject, change.place) == ("accept", ONE, "claims/harbour.yaml")


def test_accepting_may_correct_stance_layer_and_grade(desk: Desk) -> None:
    on_evidence.accept(desk, ONE, 2, stance="supports", about="statement", tier="primary", reliability="B")
    item = claim(desk).evidence[1]
    assert (item.stance, item.about, item.tier, item.reliability) == ("supports", "statement", "primary", "B")


def test_evidence_is_named_by_number_or_by_a_key_that_stays(desk: Desk) -> None:
    key = evidence_key(claim(desk).evidence[1])
    desk.editor.change_claim(ONE, lambda old: old.model_copy(update={"evidence": old.evidence[1:]}))
    on_evidence.reject(desk, ONE, key)
    assert [(item.source, item.status) for item in claim(desk).evidence] == [("release", "rejected")]


@pytest.mark.parametrize("wanted", [0, 3, "9", "-1", "exxxxxxx", "²"])
def test_evidence_that_is_not_there_names_what_is(desk: Desk, wanted: int | str) -> None:
    with pytest.raises(on_evidence.UnknownEvidence, match=r"There are: 1 \(e\w{7}\), 2"):
        on_evidence.accept(desk, ONE, wanted)
    assert text(desk) == CLAIMS


def test_deciding_the_same_twice_says_who_did_it_first(desk: Desk) -> None:
    on_evidence.accept(desk, ONE, 1)
    with pytest.raises(on_evidence.AlreadyDecided, match="accepted by ann at 2026"):
        on_evidence.accept(replace(desk, by="bob"), ONE, 1)
    on_evidence.reject(replace(desk, by="bob"), ONE, 1)
    assert claim(desk).evidence[0].by == "bob"


@pytest.mark.parametrize("name", ["harbour/aaaaaaab", "harbor/aaaaaaaa", "aaaaaaaa", "../etc/aaaaaaaa", ""])
def test_an_unknown_claim_gets_a_suggestion_and_touches_nothing(desk: Desk, name: str) -> None:
    with pytest.raises(UnknownClaim) as caught:
        on_evidence.accept(desk, name, 1)
    if name:
        assert "Did you mean harbour/aaaaaaaa?" in str(caught.value)
    assert text(desk) == CLAIMS


def test_a_part_of_the_claim_is_named_when_accepting_and_taken_back(desk: Desk) -> None:
    on_evidence.accept(desk, ONE, 1, parts=[1])
    assert claim(desk).evidence[0].parts == [0]
    with pytest.raises(on_evidence.AlreadyDecided):
        on_evidence.accept(desk, ONE, 1, parts=[1])
    on_evidence.accept(desk, ONE, 1, parts=[])
    assert claim(desk).evidence[0].parts == []
    on_evidence.change_stance(desk, ONE, 2, "contradicts", parts=[1])
    assert (claim(desk).evidence[1].parts, claim(desk).evidence[1].status) == ([0], "proposed")


@pytest.mark.parametrize("number", [0, 2, -1, 10**9])
def test_a_part_that_there_is_not_is_refused(desk: Desk, number: int) -> None:
    for decide in (
        lambda: on_evidence.accept(desk, ONE, 1, parts=[number]),
        lambda: on_evidence.change_stance(desk, ONE, 1, "supports", parts=[1, number]),
    ):
        with pytest.raises(on_claims.UnknownPart, match=f"has no part {number}"):
            decide()
    assert text(desk) == CLAIMS


def test_changing_the_stance_of_a_proposal_decides_nothing(desk: Desk) -> None:
    on_evidence.change_stance(desk, ONE, 1, "neutral")
    assert claim(desk).evidence[0].status == "proposed"
    assert claim(desk).evidence[0].stance == "neutral"


def test_evidence_added_by_hand_is_located_in_the_source(desk: Desk) -> None:
    on_evidence.add_evidence(desk, TWO, "minutes", "content", "supports", exact="pier cost 41")
    item = claim(desk, TWO).evidence[0]
    assert (item.start, item.end, item.status) == (4, 16, "accepted")
    assert item.snapshot == "sha256:" + sha256(MINUTES.encode()).hexdigest()


def test_words_not_in_the_source_or_there_twice_are_no_evidence(desk: Desk) -> None:
    with pytest.raises(on_evidence.PassageNotFound, match="do not stand in"):
        on_evidence.add_evidence(desk, TWO, "minutes", "content", "supports", exact="42 million")
    with pytest.raises(on_evidence.PassageNotFound, match="stand 2 times"):
        on_evidence.add_evidence(desk, TWO, "minutes", "content", "supports", exact="41 million")
    on_evidence.add_evidence(desk, TWO, "minutes", "content", "supports", exact="41 million", start=33)
    with pytest.raises(on_evidence.TextNotHeld):
        on_evidence.add_evidence(desk, TWO, "release", "content", "supports", exact="x")
    with pytest.raises(UnknownSource, match="Did you mean minutes"):
        on_evidence.add_evidence(desk, TWO, "minute", "content", "supports")


def test_words_of_a_confidential_source_never_enter_the_workspace(desk: Desk) -> None:
    held = Private(pseudonym="Confidential source 1", hash="hmac-sha256:" + "0" * 64, attested_by="ann")
    desk.editor.create_source(Source(claimcheck=1, id="confidential-1", title=held.pseudonym, private=held))
    with pytest.raises(on_evidence.PrivateWords) as caught:
        on_evidence.add_evidence(desk, TWO, "confidential-1", "content", "supports", exact="canary words")
    assert "canary" not in str(caught.value) + text(desk)
    on_evidence.add_evidence(desk, TWO, "confidential-1", "content", "supports")
    assert claim(desk, TWO).evidence[0].exact == ""


def test_a_document_on_hand_is_no_evidence_without_a_passage(desk: Desk) -> None:
    with pytest.raises(on_evidence.PassageNeeded, match="count for nothing") as caught:
        on_evidence.add_evidence(desk, TWO, "minutes", "content", "supports")
    assert "word for word" in caught.value.remedy
    assert text(desk) == CLAIMS
    on_evidence.add_evidence(desk, TWO, "release", "content", "supports")
    said = Testimony(who="Ida Moe", when=NOW, by="ann", answer="Yes.")
    desk.editor.create_source(Source(claimcheck=1, id="call", title="Call", testimony=said))
    on_evidence.add_evidence(desk, TWO, "call", "content", "supports")
    assert [item.source for item in claim(desk, TWO).evidence] == ["release", "call"]


def test_a_sign_off_carries_the_fingerprint_of_what_was_judged(desk: Desk) -> None:
    on_evidence.accept(desk, ONE, 1)
    on_claims.sign(desk, ONE, "verified", "read the minutes")
    signed = claim(desk).signoffs[0]
    assert signed.fingerprint == on_claims.fingerprint_now(desk, claim(desk))
    on_evidence.reject(desk, ONE, 2)
    assert signed.fingerprint == on_claims.fingerprint_now(desk, claim(desk))
    on_evidence.accept(desk, ONE, 2)
    assert signed.fingerprint != on_claims.fingerprint_now(desk, claim(desk))


def test_a_retraction_changes_what_was_judged(desk: Desk) -> None:
    on_evidence.accept(desk, ONE, 1)
    before = on_claims.fingerprint_now(desk, claim(desk))
    gone = {"at": NOW, "by": "bob", "why": "forged"}
    desk.editor.change_source("minutes", lambda old: Source.model_validate({**dict(old), "retracted": gone}))
    assert before != on_claims.fingerprint_now(desk, claim(desk))


def test_a_retraction_is_recorded_once_and_is_what_undo_takes_back(desk: Desk) -> None:
    on_evidence.accept(desk, ONE, 1)
    before = (desk.workspace.root / "sources/minutes.yaml").read_bytes()
    assert retract_source(desk, "minutes", "forged").verb == "retract source"
    retraction = desk.fresh().source("minutes").record.retracted
    assert retraction is not None
    assert (retraction.at, retraction.by, retraction.why) == (NOW, "ann", "forged")
    with pytest.raises(AlreadyRetracted, match="recorded by ann on 2026-03-04"):
        retract_source(replace(desk, by="bob"), "minutes", "again")
    with pytest.raises(UnknownSource):
        retract_source(desk, "minute", "forged")
    assert undo(desk).verb == "undo retract source"
    assert (desk.workspace.root / "sources/minutes.yaml").read_bytes() == before
    assert claim(desk).evidence[0].status == "accepted"


def test_what_was_taken_back_is_said_in_words(desk: Desk) -> None:
    on_evidence.accept(desk, ONE, 1)
    on_claims.sign(desk, ONE, "verified")
    assert in_words(undo(desk).verb) == "the sign-off"
    assert in_words(undo(desk).verb) == "the acceptance of a passage"


_DECIDED = r'\b(?:on_claim|done|_mark|_on_article|_changed|_decide)\(\s*(?:desk, )?"([a-z ]+)"'
"""Where the decisions layer names the verb that is written to the journal."""


def test_every_decision_has_a_name_for_when_it_is_taken_back() -> None:
    folder = Path(undoing.__file__).parent
    verbs = {verb for path in folder.glob("*.py") for verb in re.findall(_DECIDED, path.read_text())}
    assert {"sign", "split", "set stage", "edit source", "exempt"} <= verbs
    assert [verb for verb in sorted(verbs) if in_words(verb) == f"“{verb}”"] == []


def test_undoing_a_retraction_keeps_what_others_said_of_the_source_since(desk: Desk) -> None:
    retract_source(desk, "minutes", "forged")
    edit_source(replace(desk, by="bob"), "minutes", {"publisher": "Town hall"})
    undo(desk)
    source = desk.fresh().source("minutes").record
    assert (source.retracted, source.publisher) == (None, "Town hall")


def test_nothing_is_signed_when_the_claim_changed_meanwhile(desk: Desk) -> None:
    seen = on_claims.fingerprint_now(desk, claim(desk))
    on_evidence.accept(replace(desk, by="bob"), ONE, 1)
    with pytest.raises(on_claims.ChangedMeanwhile):
        on_claims.sign(desk, ONE, "verified", seen=seen)
    assert claim(desk).signoffs == []


@pytest.mark.parametrize(
    ("decide", "field"),
    [
        (on_claims.exempt, "exempt"),
        (on_claims.states_dispute, "states_dispute"),
        (on_claims.approve_unnamed, "unnamed_approved"),
    ],
)
def test_marks_are_set_with_a_reason_and_taken_back(desk: Desk, decide, field: str) -> None:
    with pytest.raises(NothingSaid):
        decide(desk, TWO, " ")
    decide(desk, TWO, "the editor says so")
    assert getattr(claim(desk, TWO), field).by == "ann"
    with pytest.raises(on_claims.NotRecorded, match="already"):
        decide(desk, TWO, "again")
    decide(desk, TWO, "", undo=True)
    assert text(desk) == CLAIMS
    with pytest.raises(on_claims.NotRecorded):
        decide(desk, TWO, "", undo=True)


def test_a_part_is_ticked_by_itself(desk: Desk) -> None:
    on_claims.tick(desk, ONE, 1)
    assert claim(desk).parts[0].ticked is not None
    with pytest.raises(on_claims.UnknownPart, match="It has 1"):
        on_claims.tick(desk, ONE, 2)


def test_reply_attempts_and_corrections_are_kept_in_order(desk: Desk) -> None:
    on_claims.reply_attempt(desk, TWO, "the mayor", "by telephone")
    on_claims.reply_attempt(desk, TWO, "the mayor", "by letter", "No comment.")
    assert [item.answer for item in claim(desk, TWO).reply_sought] == [None, "No comment."]
    on_claims.correct(desk, TWO, "It opened in June.", cause="wrong month", found_by="a reader")
    assert claim(desk, TWO).corrections[0].was == "It opened in May."


def test_the_stage_of_an_article_moves_on(desk: Desk) -> None:
    on_claims.set_stage(desk, "harbour", "published", "2026-03-04")
    article = desk.workspace.article("harbour").record.article
    assert (article.stage, article.published) == ("published", "2026-03-04")
    assert text(desk).count("# ") == CLAIMS.count("# ")
    with pytest.raises(UnknownArticle, match="Did you mean harbour"):
        on_claims.set_stage(desk, "harbor", "cleared")


@pytest.mark.parametrize("given", ["2026-03-04T18:00:00Z", "2026-03-04T18:00", "2026-03-04T18:00:00+01:00"])
def test_an_article_may_be_published_at_an_hour(desk: Desk, given: str) -> None:
    on_claims.set_stage(desk, "harbour", "published", given)
    assert desk.workspace.article("harbour").record.article.published == given
    undo(desk)
    assert text(desk) == CLAIMS


@pytest.mark.parametrize(
    "given", ["Friday", "2026-02-30", "2026-03-04T25:00:00Z", "04.03.2026", "", "2026-03-04 "]
)
def test_what_is_no_day_of_publication_is_refused(desk: Desk, given: str) -> None:
    with pytest.raises(NoDay, match="2026-03-04T18:00:00Z"):
        on_claims.set_stage(desk, "harbour", "published", given)
    assert text(desk) == CLAIMS


def test_signing_the_same_twice_is_no_second_signature(desk: Desk) -> None:
    on_claims.sign(desk, ONE, "verified")
    with pytest.raises(on_claims.AlreadySigned, match="somebody else's"):
        on_claims.sign(desk, ONE, "verified")
    with pytest.raises(on_claims.AlreadySigned):
        on_claims.sign(replace(desk, by="Ann"), ONE, "verified")
    on_claims.sign(desk, ONE, "verified", "read it again")
    on_claims.sign(desk, ONE, "could not determine")
    on_claims.sign(replace(desk, by="bob"), ONE, "verified")
    on_evidence.accept(desk, ONE, 1)
    on_claims.sign(desk, ONE, "could not determine")
    assert [item.by for item in claim(desk).signoffs] == ["ann", "ann", "ann", "bob", "ann"]


@pytest.mark.parametrize(
    ("wanted", "refused"), [("all", {ONE, TWO}), ("check-worthy", {ONE}), ("none", set())]
)
def test_the_writer_is_no_second_person_where_settings_ask_for_one(
    desk: Desk, wanted: str, refused: set[str]
) -> None:
    settings = Settings.model_validate({"desk": {"second_person": wanted}})
    asking = replace(
        desk, editor=Editor(Workspace(desk.workspace.root, settings), desk.workspace.root.parent)
    )
    on_claims.set_writer(asking, "harbour", "Ann")
    for name in (ONE, TWO):
        if name in refused:
            with pytest.raises(on_claims.OwnWork, match="have somebody else sign"):
                on_claims.sign(asking, name, "verified")
        else:
            on_claims.sign(asking, name, "verified")
        on_claims.sign(replace(asking, by="bob"), name, "verified")


@pytest.fixture
def orphaned(desk: Desk) -> Desk:
    """The first claim's sentence is gone; one passage was accepted for it, one rejected."""
    on_evidence.accept(desk, ONE, 1)
    on_evidence.reject(desk, ONE, 2)
    on_claims.sign(desk, ONE, "verified")
    desk.editor.change_claim(ONE, lambda old: old.model_copy(update={"orphan": True}))
    return desk


def test_what_was_accepted_for_a_sentence_that_is_gone_is_proposed_for_the_one_in_its_place(
    orphaned: Desk,
) -> None:
    gone = claim(orphaned)
    orphans.move_evidence(orphaned, ONE, TWO)
    (item,) = claim(orphaned, TWO).evidence
    assert (item.source, item.status, item.by, item.judge) == ("minutes", "proposed", None, None)
    assert ONE in item.reason
    with pytest.raises(UnknownClaim):
        claim(orphaned, ONE)
    undo(orphaned)
    assert claim(orphaned) == gone
    assert claim(orphaned, TWO).evidence == []


def test_a_claim_whose_sentence_is_gone_can_be_let_go_and_brought_back(orphaned: Desk) -> None:
    gone = claim(orphaned)
    orphans.discard(orphaned, ONE)
    with pytest.raises(UnknownClaim):
        claim(orphaned)
    undo(orphaned)
    assert claim(orphaned) == gone


def test_only_what_is_gone_can_be_moved_and_only_to_what_stands(orphaned: Desk) -> None:
    before = text(orphaned)
    for decide in (lambda: orphans.discard(orphaned, TWO), lambda: orphans.move_evidence(orphaned, TWO, ONE)):
        with pytest.raises(orphans.StillThere):
            decide()
    for target in (ONE, "harbour/cccccccc", "other/aaaaaaaa", ""):
        with pytest.raises(orphans.NoPlaceForIt):
            orphans.move_evidence(orphaned, ONE, target)
    with pytest.raises(UnknownClaim, match="Did you mean harbour/aaaaaaaa"):
        orphans.discard(orphaned, "harbour/aaaaaaab")
    with pytest.raises(UnknownArticle):
        orphans.discard(orphaned, "quay/aaaaaaaa")
    assert text(orphaned) == before


def test_a_dropped_sentence_comes_back_as_a_claim(desk: Desk) -> None:
    change = on_claims.restore(desk, "harbour", 44, "it is news")
    back = claim(desk, change.subject)
    assert (back.text, back.anchor.start, back.restored and back.restored.by) == ("Read more.", 44, "ann")
    assert desk.workspace.article("harbour").record.dropped == []
    with pytest.raises(on_claims.NotDropped):
        on_claims.restore(desk, "harbour", 44)
    undo(desk)
    record = desk.workspace.article("harbour").record
    assert (len(record.claims), len(record.dropped)) == (2, 1)


def test_what_makes_a_check_impossible_is_never_waived(desk: Desk) -> None:
    for code in ("CC090", "CC091", "CC092"):
        with pytest.raises(desk_work.NeverWaived, match=code):
            desk_work.waive(desk, code, ONE, "later", "2026-04-01")


def test_waivers_need_a_reason_and_a_day_to_come(desk: Desk) -> None:
    with pytest.raises(NothingSaid):
        desk_work.waive(desk, "CC101", ONE, "", "2026-04-01")
    for day in ("2026-03-03", "soon", "2026-02-30"):
        with pytest.raises(desk_work.ExpiryPast):
            desk_work.waive(desk, "CC101", ONE, "later", day)
    with pytest.raises(UnknownClaim):
        desk_work.waive(desk, "CC101", "harbour/cccccccc", "later", "2026-04-01")
    desk_work.waive(desk, "CC101", ONE, "minutes come on Monday", "2026-03-04")
    desk_work.waive(desk, "CC101", ONE, "minutes are late", "2026-03-20")
    found = desk.workspace.waivers()
    assert found is not None
    assert [item.reason for item in found.record.waivers] == ["minutes are late"]
    undo(desk)
    found = desk.workspace.waivers()
    assert found is not None
    assert [item.reason for item in found.record.waivers] == ["minutes come on Monday"]


@pytest.mark.parametrize(
    ("zone", "due", "past"),
    [
        ("UTC", "2026-03-03", True),
        ("UTC", "2026-03-04", False),
        ("Pacific/Pago_Pago", "2026-03-03", False),
    ],
)
def test_an_answer_due_on_a_day_that_is_past_is_recorded_and_said(
    desk: Desk, zone: str, due: str, past: bool
) -> None:
    settings = Settings.model_validate({"desk": {"time_zone": zone}})
    at_desk = replace(
        desk, editor=Editor(Workspace(desk.workspace.root, settings), desk.workspace.root.parent)
    )
    asked, change = desk_work.query(at_desk, ONE, "the port", "Who paid?", due)
    assert change.mind == (f"{due} is past, so the query is overdue already" if past else "")
    assert asked.due == due


@pytest.mark.parametrize("given", ["aaaaaaaa", "harbour", "harbour/zzzzzzzz", ""])
def test_what_is_noted_on_no_claim_is_refused(desk: Desk, given: str) -> None:
    for put in (
        lambda: desk_work.query(desk, given, "the port", "Who paid?"),
        lambda: desk_work.note(desk, given, "look again"),
        lambda: desk_work.assign(desk, given, "bob"),
    ):
        with pytest.raises(UnknownClaim):
            put()
    assert desk.workspace.desk("harbour") is None


def test_queries_notes_and_assignments_lie_in_a_file_of_their_own(desk: Desk) -> None:
    asked, _ = desk_work.query(desk, ONE, "the port", "Who paid?", "2026-03-06")
    desk_work.note(desk, ONE, "called twice # no answer")
    desk_work.assign(desk, ONE, "bob")
    desk_work.assign(desk, ONE, "cleo")
    desk_work.answer(desk, "harbour", asked.id, "The city.")
    with pytest.raises(desk_work.AlreadyAnswered):
        desk_work.answer(desk, "harbour", asked.id, "The state.")
    with pytest.raises(desk_work.UnknownQuery, match="None is open"):
        desk_work.answer(desk, "harbour", "q0", "?")
    found = desk.workspace.desk("harbour")
    assert found is not None
    assert [item.answer for item in found.record.queries] == ["The city."]
    assert [item.to for item in found.record.assignments] == ["cleo"]
    assert found.record.notes[0].text == "called twice # no answer"
    assert text(desk) == CLAIMS


def test_undo_takes_back_one_decision_after_the_other_byte_for_byte(desk: Desk) -> None:
    states = [text(desk)]
    on_evidence.accept(desk, ONE, 1)
    states.append(text(desk))
    on_evidence.reject(desk, ONE, 2)
    states.append(text(desk))
    on_claims.sign(desk, ONE, "verified")
    states.append(text(desk))
    on_claims.set_stage(desk, "harbour", "checking")
    while len(states) > 1:
        undo(desk)
        assert text(desk) == states.pop()
    undo(desk)
    assert text(desk) == CLAIMS
    with pytest.raises(NothingToUndo):
        undo(desk)


def test_undo_leaves_what_others_did_since_and_refuses_what_they_changed(desk: Desk) -> None:
    bob = replace(desk, by="bob")
    on_evidence.accept(desk, ONE, 1)
    on_evidence.reject(bob, ONE, 2)
    undo(desk)
    assert [item.status for item in claim(desk).evidence] == ["proposed", "rejected"]
    on_evidence.accept(desk, ONE, 1)
    on_evidence.reject(bob, ONE, 1)
    with pytest.raises(CannotUndo, match="was changed since"):
        undo(desk)
    assert claim(desk).evidence[0].by == "bob"
    undo(bob)
    assert (claim(desk).evidence[0].status, claim(desk).evidence[0].by) == ("accepted", "ann")


def test_the_journal_survives_a_line_half_written(desk: Desk, tmp_path: Path) -> None:
    on_evidence.accept(desk, ONE, 1)
    journal = next((tmp_path / "state" / "journals").glob("*.jsonl"))
    journal.write_bytes(journal.read_bytes() + b'["x", "ann", ')
    on_evidence.reject(desk, ONE, 2)
    undo(desk)
    assert [item.status for item in claim(desk).evidence] == ["accepted", "proposed"]
