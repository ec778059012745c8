"""What is decided on the page: every action, through the decisions layer, guarded by what was on the screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from web_desk import COST, LETTER, MAY, MINUTES, QUOTE, Person, Served

from claimcheck.records.ids import evidence_key
from claimcheck.records.models import Claim
from claimcheck.records.workspace import Workspace


def key(person: Person, short: str, index: int = 0) -> str:
    return evidence_key(person.on_disk(short).evidence[index])


def item(claim: Claim, source: str) -> tuple[str, str, str, str]:
    found = next(item for item in claim.evidence if item.source == source)
    return found.status, found.stance, found.about, found.exact


def test_accept_and_reject(ann: Person) -> None:
    answer = ann.decide(COST, "accept", key=key(ann, COST), why="read it")
    assert answer.status_code == 200
    told = answer.json()
    assert (told["done"], told["claim"], told["undo"], told["mark"]["status"]) == (
        "accepted",
        COST,
        True,
        "contradicted",
    )
    assert told["seen"] == ann.seen(COST)
    assert ann.decide(COST, "reject", key=key(ann, COST, 1)).json()["done"] == "rejected"
    claim = ann.on_disk(COST)
    assert [(one.status, one.by, one.at) for one in claim.evidence] == [
        ("accepted", "ann", "2026-03-04T09:12:00Z"),
        ("rejected", "ann", "2026-03-04T09:12:00Z"),
    ]


def test_stance_and_layer(ann: Person) -> None:
    assert (
        ann.decide(COST, "stance", key=key(ann, COST), stance="supports", about="statement").status_code
        == 200
    )
    assert item(ann.on_disk(COST), "minutes")[:3] == ("proposed", "supports", "statement")


def test_the_part_that_a_passage_bears_on(ann: Person) -> None:
    asked = {"key": key(ann, COST), "stance": "supports"}
    assert ann.decide(COST, "stance", **asked, parts=[1]).status_code == 200
    assert ann.on_disk(COST).evidence[0].parts == [0]
    assert ann.decide(COST, "stance", **asked).status_code == 200
    assert ann.on_disk(COST).evidence[0].parts == [0]
    assert ann.decide(COST, "stance", **asked, parts=[]).status_code == 200
    assert ann.on_disk(COST).evidence[0].parts == []
    assert ann.decide(COST, "stance", **asked, parts=[99]).status_code >= 400


def test_a_selected_passage_is_evidence_at_once_with_its_snapshot_and_surroundings(ann: Person) -> None:
    start = LETTER.index("It opened")
    answer = ann.decide(
        MAY, "evidence", source="letter", start=start - 1, end=len(LETTER), about="content", stance="supports"
    )
    assert answer.status_code == 200
    (found,) = ann.on_disk(MAY).evidence
    assert (found.exact, found.start, found.end) == ("It opened in May.", start, len(LETTER))
    assert (found.status, found.by, found.judge, found.prefix[-10:]) == (
        "accepted",
        "ann",
        None,
        "ody knew. ",
    )
    assert found.snapshot
    assert answer.json()["mark"]["status"] != "unsourced"


def test_a_selected_quotation_says_how_the_printed_words_compare(ann: Person) -> None:
    start = LETTER.index("was never")
    end = start + len("was never safe in a storm")
    ann.decide(QUOTE, "evidence", source="letter", start=start, end=end, about="statement", stance="supports")
    (found,) = ann.on_disk(QUOTE).evidence
    assert (found.match, found.parts) == ("verbatim", [1])


@pytest.mark.parametrize(
    ("span", "source", "says"),
    [
        ((5, 5), "letter", "do not stand in"),
        ((10_000, 10_010), "letter", "do not stand in"),
        ((0, 5), "nothing", "No source 'nothing'"),
        ((0, 5), "confidential-source-1", "confidential"),
        ((0, 5), "../sources/letter", "cannot be an id"),
    ],
)
def test_what_is_no_passage_is_refused(ann: Person, span: tuple[int, int], source: str, says: str) -> None:
    answer = ann.decide(
        MAY, "evidence", source=source, start=span[0], end=span[1], about="content", stance="supports"
    )
    assert answer.status_code in (404, 422)
    assert says in answer.json()["error"]
    assert ann.on_disk(MAY).evidence == []


def test_a_pasted_quotation_is_located_and_verified_before_anything_is_written(ann: Person) -> None:
    quote = "the pier was rarely safe in a storm"
    answer = ann.decide(QUOTE, "quotation", quote=quote, about="statement", dry=True).json()
    assert (answer["source"], answer["match"], answer["done"]) == ("letter", "altered", "")
    assert answer["exact"] == LETTER[answer["start"] : answer["end"]]
    assert [(one["printed"], one["source"]) for one in answer["differences"]] == [("rarely", "never")]
    assert ann.on_disk(QUOTE).evidence == []
    answer = ann.decide(
        QUOTE, "quotation", quote=quote, source="letter", about="statement", stance="contradicts"
    ).json()
    assert (answer["done"], answer["undo"], answer["mark"]["short"]) == ("quotation added", True, QUOTE)
    (found,) = ann.on_disk(QUOTE).evidence
    assert found.exact == LETTER[found.start : found.end]
    assert (found.stance, found.match) == ("contradicts", "verbatim"), "the printed words are the source's"


def test_words_that_stand_nowhere_are_not_evidence(ann: Person) -> None:
    answer = ann.decide(
        QUOTE, "quotation", quote="zebras crossed the frozen lagoon at dusk", about="statement"
    )
    assert answer.status_code == 422
    assert "stand in none of 2 sources" in answer.json()["error"]
    assert ann.on_disk(QUOTE).evidence == []


def test_attribution_is_edited_added_and_removed(ann: Person) -> None:
    answer = ann.decide(
        QUOTE,
        "attribution",
        number=1,
        speaker="Her spokesman",
        anonymous=True,
        hops=[{"name": "the Ledger", "how": "reported"}],
    )
    assert answer.status_code == 200, answer.text
    (found,) = ann.on_disk(QUOTE).attributions
    assert (found.speaker, found.anonymous, found.kind) == ("Her spokesman", True, "direct")
    assert [(hop.name, hop.how) for hop in found.hops] == [("the Ledger", "reported")]
    assert [(span.start, span.end) for span in found.source] == [(0, 16)]
    assert (
        ann.decide(COST, "attribution", number=1, speaker="The clerk", hedge="reportedly").status_code == 200
    )
    (added,) = ann.on_disk(COST).attributions
    assert (added.speaker, added.content[0].end) == ("The clerk", 25)
    assert ann.decide(COST, "attribution", number=1, hedge="").status_code == 200
    assert ann.on_disk(COST).attributions[0].hedge is None
    assert ann.decide(COST, "attribution", number=1, remove=True).status_code == 200
    assert ann.on_disk(COST).attributions == []
    assert ann.decide(COST, "attribution", number=3, speaker="x").status_code == 422


def test_signing_carries_name_time_and_what_was_on_the_screen(ann: Person) -> None:
    assert ann.decide(COST, "sign", decision="verified", why="twice").status_code == 200
    (signed,) = ann.on_disk(COST).signoffs
    state = ann.room.readings.state("pier", "ann")
    assert (signed.by, signed.at, signed.decision) == ("ann", "2026-03-04T09:12:00Z", "verified")
    assert signed.fingerprint == state.fingerprint(ann.on_disk(COST))


def test_ticks_and_marks(ann: Person) -> None:
    assert ann.decide(COST, "tick", part=1).status_code == 200
    assert ann.on_disk(COST).parts[0].ticked is not None
    assert ann.decide(COST, "tick", part=9).status_code == 422
    for name in ("exempt", "states-dispute", "unnamed-approved"):
        assert ann.decide(COST, "mark", mark=name, why="so").status_code == 200
        assert ann.decide(COST, "mark", mark=name, why="", undo=True).status_code == 200
    assert ann.decide(COST, "mark", mark="exempt", why=" ").status_code == 422
    assert ann.on_disk(COST).exempt is None


def test_waiving_a_finding(ann: Person) -> None:
    listed = ann.get(f"/api/a/pier/claims/{COST}/findings").json()
    assert listed == [{"code": "CC101", "message": "The text names no source."}]
    answer = ann.decide(COST, "waive", code="CC101", reason="known", expires="2026-12-31")
    assert answer.json()["done"] == "waived until 2026-12-31"
    waivers = Workspace(ann.room.root).waivers()
    assert waivers is not None
    assert [(one.code, one.by) for one in waivers.record.waivers] == [("CC101", "ann")]
    assert ann.decide(COST, "waive", code="CC101", reason="x", expires="2020-01-01").status_code == 422


def test_the_desks_own_steps(ann: Person) -> None:
    assert (
        ann.say(COST, "query", to="the mayor", what="When?", due="2026-03-06").json()["done"]
        == "query to the mayor is out"
    )
    late = ann.say(COST, "query", to="the clerk", what="When?", due="2020-03-06").json()
    assert (
        late["done"] == "query to the clerk is out; mind: 2020-03-06 is past, so the query is overdue already"
    )
    assert ann.post("/api/a/pier/undo", {}).json()["done"] == "taken back: the query"
    assert ann.say(COST, "note", text="look again").status_code == 200
    assert ann.say(COST, "assign", to="bob").status_code == 200
    assert ann.say(COST, "reply", to="the mayor", how="by telephone").status_code == 200
    desk = Workspace(ann.room.root).desk("pier")
    assert desk is not None
    (query,) = desk.record.queries
    assert ann.say(COST, "answer", query=query.id, text="In May").status_code == 200
    assert ann.say(COST, "answer", query=query.id, text="In May").status_code == 422
    desk = Workspace(ann.room.root).desk("pier")
    assert desk is not None
    assert (desk.record.queries[0].answer, desk.record.notes[0].by, desk.record.assignments[0].to) == (
        "In May",
        "ann",
        "bob",
    )


def test_restore(ann: Person) -> None:
    answer = ann.post("/api/a/pier/restore", {"start": 105}).json()
    assert ann.on_disk(answer["claim"]).text == "Read more on page 3."
    assert ann.post("/api/a/pier/restore", {"start": 105}).status_code == 422


DEEDS: dict[str, Callable[[Person], object]] = {
    "accept": lambda p: p.decide(COST, "accept", key=key(p, COST)),
    "reject": lambda p: p.decide(COST, "reject", key=key(p, COST)),
    "stance": lambda p: p.decide(COST, "stance", key=key(p, COST), stance="neutral"),
    "evidence": lambda p: p.decide(
        MAY, "evidence", source="letter", start=0, end=10, about="content", stance="supports"
    ),
    "quotation": lambda p: p.decide(QUOTE, "quotation", quote="never safe in a storm", about="statement"),
    "attribution": lambda p: p.decide(QUOTE, "attribution", number=1, speaker="x"),
    "sign": lambda p: p.decide(COST, "sign", decision="on author"),
    "tick": lambda p: p.decide(COST, "tick", part=1),
    "mark": lambda p: p.decide(COST, "mark", mark="exempt", why="x"),
    "split": lambda p: p.decide(QUOTE, "split", at=25),
    "merge": lambda p: p.decide(COST, "merge", **{"with": MAY}),
    "waive": lambda p: p.decide(COST, "waive", code="CC101", reason="x", expires="2027-01-01"),
    "query": lambda p: p.say(COST, "query", to="x", what="y"),
    "note": lambda p: p.say(COST, "note", text="x"),
    "assign": lambda p: p.say(COST, "assign", to="x"),
    "reply": lambda p: p.say(COST, "reply", to="x"),
    "restore": lambda p: p.post("/api/a/pier/restore", {"start": 105}),
}


def records(root: Path) -> dict[str, str]:
    return {
        path.name: path.read_text() for path in sorted((root / "claims").iterdir()) if path.suffix == ".yaml"
    }


@pytest.mark.parametrize("deed", DEEDS)
def test_everything_can_be_taken_back(ann: Person, deed: str) -> None:
    before = Workspace(ann.room.root).article("pier").record
    answer = DEEDS[deed](ann)
    assert answer.status_code == 200, answer.text  # type: ignore[attr-defined]
    changed = records(ann.room.root)
    answer = ann.post("/api/a/pier/undo", {})
    assert answer.status_code == 200, answer.text
    assert answer.json()["undo"] is False
    assert Workspace(ann.room.root).article("pier").record == before
    assert records(ann.room.root) != changed
    assert ann.post("/api/a/pier/undo", {}).status_code == 422


def test_undo_takes_back_only_ones_own(served: Served, ann: Person) -> None:
    bob = served.invited("bob")
    bob.decide(COST, "tick", part=1)
    ann.decide(MAY, "sign", decision="verified")
    assert bob.post("/api/a/pier/undo", {}).json()["claim"] == COST
    assert len(ann.on_disk(MAY).signoffs) == 1


# Splitting and joining


def test_a_claim_is_cut_in_two_and_joined_again(ann: Person) -> None:
    text = ann.on_disk(QUOTE).text
    answer = ann.decide(QUOTE, "split", at=26).json()
    (second,) = answer["others"]
    one, two = ann.on_disk(QUOTE), ann.on_disk(second)
    assert (one.text, two.text) == ("Mayor Odile Fenn said the", 'pier "was never safe in a storm".')
    article = Workspace(ann.room.root).reading_text("pier")
    assert all(article[claim.anchor.start : claim.anchor.end] == claim.text for claim in (one, two))
    assert [two.text[part.start : part.end] for part in two.parts] == ['"was never safe in a storm"']
    assert (one.was, two.was) == (text, text)
    assert two.attributions[0].speaker == "Odile Fenn"
    joined = ann.decide(QUOTE, "merge", **{"with": second}).json()
    assert (joined["claim"], joined["others"]) == (QUOTE, [second])
    whole = ann.on_disk(QUOTE)
    assert whole.text == text
    assert [(part.start, part.end) for part in whole.parts] == [(6, 16), (31, 58)]


def test_what_was_decided_stands_with_both_halves(ann: Person) -> None:
    ann.decide(COST, "attribution", number=1, remove=False, speaker="The clerk")
    ann.decide(COST, "accept", key=key(ann, COST))
    ann.decide(COST, "sign", decision="verified")
    (second,) = ann.decide(COST, "split", at=9).json()["others"]
    for short in (COST, second):
        claim = ann.on_disk(short)
        assert item(claim, "minutes")[0] == "accepted"
        assert ann.room.readings.state("pier", "ann").changed(claim), "signed for other words, so open again"


@pytest.mark.parametrize("at", [0, 1, 24, 25, 10**6])
def test_no_cut_goes_through_a_word_or_leaves_nothing_on_a_side(ann: Person, at: int) -> None:
    assert ann.decide(COST, "split", at=at).status_code == 422


def test_no_cut_goes_through_a_figure_or_quotation(ann: Person) -> None:
    answer = ann.decide(QUOTE, "split", at=40)
    assert answer.status_code == 422
    assert "never safe" in answer.json()["error"]


def test_only_neighbours_are_joined(ann: Person) -> None:
    assert "another claim stands between" in ann.decide(QUOTE, "merge", **{"with": MAY}).json()["error"]
    assert ann.decide(QUOTE, "merge", **{"with": QUOTE}).status_code == 422
    assert ann.decide(QUOTE, "merge", **{"with": "zzzzzzzz"}).status_code == 404
    restored = ann.post("/api/a/pier/restore", {"start": 105}).json()["claim"]
    assert ann.decide(MAY, "merge", **{"with": restored}).status_code == 200


# Two people, and other programs


def test_a_decision_on_what_changed_meanwhile_shows_both_sides(served: Served, ann: Person) -> None:
    bob = served.invited("bob")
    ann.get(f"/a/pier/claims/{COST}/card")
    seen = ann.seen(COST)
    bob.decide(COST, "reject", key=key(bob, COST), why="another pier")
    answer = ann.decide(COST, "accept", key=key(ann, COST), seen=seen)
    assert answer.status_code == 409
    told = answer.json()
    assert told["conflict"]["claim"] == COST
    assert told["conflict"]["by"] == "bob"
    assert told["conflict"]["what"] == ["“the pier cost 40 million” of minutes was rejected: another pier."]
    assert told["seen"] == ann.seen(COST)
    assert told["mark"]["short"] == COST
    assert item(ann.on_disk(COST), "minutes")[0] == "rejected"
    assert ann.decide(COST, "accept", key=key(ann, COST), seen=told["seen"]).status_code == 200


def test_decisions_on_different_claims_are_both_kept(served: Served, ann: Person) -> None:
    bob = served.invited("bob")
    seen = ann.seen(MAY)
    bob.decide(COST, "reject", key=key(bob, COST))
    assert ann.decide(MAY, "sign", decision="verified", seen=seen).status_code == 200
    assert item(ann.on_disk(COST), "minutes")[0] == "rejected"


def test_a_text_editor_open_on_the_file_is_noticed_and_not_overwritten(ann: Person) -> None:
    path = ann.room.root / "claims/pier.yaml"
    seen = ann.seen(MAY)
    path.write_text(path.read_text().replace("kind: event", "kind: state  # by hand"))
    assert ann.decide(MAY, "sign", decision="verified", seen=seen).status_code == 409
    assert ann.decide(COST, "tick", part=1).status_code == 200
    assert "# by hand" in path.read_text()
    assert ann.on_disk(MAY).kind == "state"


def test_a_change_between_the_look_and_the_writing_is_no_lost_decision(
    ann: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The claim is compared once more under the lock that the writing takes."""
    from claimcheck.records.edits import Editor

    path = ann.room.root / "claims/pier.yaml"
    real = Editor.change_claim

    def late(self: Editor, claim_id: str, change: Callable[[Claim], Claim]) -> object:
        path.write_text(path.read_text().replace("kind: event", "kind: state"))
        return real(self, claim_id, change)

    seen = ann.seen(MAY)
    monkeypatch.setattr(Editor, "change_claim", late)
    assert ann.decide(MAY, "sign", decision="verified", seen=seen).status_code == 409
    assert ann.on_disk(MAY).signoffs == []


def test_a_source_withdrawn_meanwhile_is_not_signed_over(ann: Person) -> None:
    ann.decide(COST, "accept", key=key(ann, COST))
    ann.get("/a/pier")
    before = ann.room.readings.state("pier", "ann").fingerprint(ann.on_disk(COST))
    path = ann.room.root / "sources/minutes.yaml"
    path.write_text(path.read_text() + 'retracted: {at: "2026-03-04T09:00:00Z", by: bob, why: "withdrawn"}\n')
    assert ann.decide(COST, "sign", decision="verified").status_code == 200
    (signed,) = ann.on_disk(COST).signoffs
    assert signed.fingerprint != before


def test_what_changes_after_a_sign_off_reopens_that_claim_and_is_told(served: Served, ann: Person) -> None:
    start = LETTER.index("It opened")
    ann.decide(
        MAY, "evidence", source="letter", start=start, end=len(LETTER), about="content", stance="supports"
    )
    ann.decide(COST, "accept", key=key(ann, COST))
    for short in (MAY, COST):
        ann.decide(short, "sign", decision="verified")
    path = ann.room.root / "sources/letter/text.txt"
    path.write_text(LETTER + " Or so they say.")
    state = ann.room.readings.state("pier", "ann")
    assert [state.changed(ann.on_disk(short)) for short in (MAY, COST)] == [True, False]
    assert state.why_changed(ann.on_disk(MAY)) == [
        "The text of letter is not what the passage was taken from."
    ]
    path.write_text(LETTER)
    assert not ann.room.readings.state("pier", "ann").changed(ann.on_disk(MAY))
    served.now = "2026-03-05T08:00:00Z"
    ann.decide(MAY, "stance", key=key(ann, MAY), stance="neutral")
    state = ann.room.readings.state("pier", "ann")
    assert state.why_changed(ann.on_disk(MAY)) == ["ann accepted a passage of letter."]
    ann.decide(COST, "attribution", number=1, speaker="The clerk")
    state = ann.room.readings.state("pier", "ann")
    assert "ann changed its attribution." in state.why_changed(ann.on_disk(COST))


def test_a_record_that_cannot_be_read_is_said_and_the_last_good_one_still_shown(ann: Person) -> None:
    assert ann.get("/a/pier").status_code == 200
    path = ann.room.root / "claims/pier.yaml"
    good = path.read_text()
    path.write_text(good.replace("kind: event", "kind: rumour"))
    assert ann.get("/a/pier").status_code == 200
    answer = ann.say(COST, "note", text="x")
    assert answer.status_code == 422
    assert answer.json()["error"].startswith("claims/pier.yaml:")
    assert "rumour" in path.read_text()
    path.write_text(good)
    assert ann.say(COST, "note", text="x").status_code == 200


# Bad requests


@pytest.mark.parametrize(
    ("action", "body"),
    [
        ("accept", {}),
        ("accept", {"key": "e1", "seen": "x", "by": "eve"}),
        ("accept", {"key": 1, "seen": "x"}),
        ("sign", {"decision": "true", "seen": "x"}),
        ("tick", {"part": "1", "seen": "x"}),
        ("tick", {"part": True, "seen": "x"}),
        ("split", {"at": -1, "seen": "x"}),
        (
            "evidence",
            {
                "source": "letter",
                "start": 0,
                "end": 10**12,
                "about": "content",
                "stance": "supports",
                "seen": "x",
            },
        ),
        ("note", {"text": "x" * 5000}),
        ("note", {"text": ["x"]}),
        ("note", []),
        ("quotation", {"quote": "", "seen": "x"}),
    ],
)
def test_a_request_that_says_something_else_is_refused_in_words(
    ann: Person, action: str, body: object
) -> None:
    answer = ann.post(f"/api/a/pier/claims/{COST}/{action}", body)
    assert answer.status_code == 422
    assert set(answer.json()) == {"error", "remedy"}
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("raw", [b"", b"{", b"\xff", b'{"text": "\\ud800"}', b'{"text": "a\\u0000b"}', b"[" * 50_000, b'{"text": NaN}'])  # fmt: skip
def test_bytes_that_are_no_request_are_refused_in_words(ann: Person, raw: bytes) -> None:
    own = {
        "Origin": str(ann.client.base_url).rstrip("/"),
        "X-Claimcheck": "1",
        "Content-Type": "application/json",
    }
    answer = ann.client.post(f"/api/a/pier/claims/{COST}/note", content=raw, headers=own)
    assert answer.status_code in (400, 422)
    assert set(answer.json()) == {"error", "remedy"}
    assert not (ann.room.root / "claims/pier.desk.yaml").exists()


def test_who_decides_is_never_taken_from_the_request(served: Served) -> None:
    bob = served.invited("bob")
    bob.post(f"/api/a/pier/claims/{COST}/note?by=ann&as=ann", {"text": "x"}, **{"X-Forwarded-User": "ann"})
    desk = Workspace(served.root).desk("pier")
    assert desk is not None
    assert desk.record.notes[0].by == "bob"


def test_hostile_words_are_kept_as_they_are_and_shown_as_text(ann: Person) -> None:
    words = "<script>alert(1)</script> \"'`${x}</textarea> \u202e javascript:alert(1)"
    assert ann.say(COST, "note", text=words).status_code == 200
    desk = Workspace(ann.room.root).desk("pier")
    assert desk is not None
    assert desk.record.notes[0].text == words
    card = ann.get(f"/a/pier/claims/{COST}/card").text
    assert "<script" not in card
    assert "&lt;script&gt;alert(1)" in card


# Sources


def attach(person: Person, name: str, data: bytes, **form: str) -> object:
    own = {"Origin": str(person.client.base_url).rstrip("/"), "X-Claimcheck": "1"}
    return person.client.post("/api/sources", files={"file": (name, data)}, data=form, headers=own)


def test_a_file_is_attached_as_a_source(ann: Person) -> None:
    answer = attach(
        ann, "../../Quay Report.txt", b"The quay opened in May.\n", title="Quay", **{"from": "agency"}
    )
    assert answer.json() == {"done": "attached", "source": "quay-report"}  # type: ignore[attr-defined]
    source = Workspace(ann.room.root).source("quay-report").record
    assert (source.title, source.provider, source.reliability) == ("Quay", "agency", "B")
    again = attach(ann, "Quay Report.txt", b"Another.\n")
    assert again.json()["source"] == "quay-report-2"  # type: ignore[attr-defined]
    answer = ann.decide(
        MAY, "evidence", source="quay-report", start=0, end=23, about="content", stance="supports"
    )
    assert answer.status_code == 200


@pytest.mark.parametrize("name", ["x", "x.exe", "x.txt/../y", ".", "", "x.a/b"])
def test_a_file_of_no_known_kind_is_refused_or_kept_in_its_place(ann: Person, name: str) -> None:
    before = set(ann.room.root.rglob("*"))
    answer = attach(ann, name, b"words\n")
    new = set(ann.room.root.rglob("*")) - before
    assert answer.status_code in (200, 422)  # type: ignore[attr-defined]
    assert all(path.is_relative_to(ann.room.root / "sources") for path in new)


def test_what_a_person_said_is_attached(ann: Person) -> None:
    told = {"testimony": {"who": "Bo Lind", "question": "When?", "answer": "It opened in May."}}
    answer = ann.post("/api/sources", told)
    source = Workspace(ann.room.root).source(answer.json()["source"]).record
    assert source.testimony is not None
    assert (source.testimony.who, source.testimony.by, source.testimony.answer) == (
        "Bo Lind",
        "ann",
        "It opened in May.",
    )
    assert ann.post("/api/sources", {"testimony": {"who": " ", "answer": "x"}}).status_code == 422
    assert (
        ann.post("/api/sources", {"testimony": {"who": "x", "answer": "y", "by": "eve"}}).status_code == 422
    )


def test_minutes_are_as_they_were(ann: Person) -> None:
    assert (ann.room.root / "sources/minutes/text.txt").read_text() == MINUTES
