"""Several people on one desk: invitations, roles, presence, and what each may do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from web_desk import COST, MAY, Person, Served, enter

from claimcheck.review.web.invitations import BadInvitation, Invitations, UnknownInvitation
from claimcheck.review.web.people import People

NOW = "2026-03-04T09:12:00Z"


def test_an_invitation_lets_one_person_in_once_under_its_name_and_role(network: Served) -> None:
    ann = network.owner_in()
    made = ann.post("/api/invitations", {"name": "r.osei", "role": "checker", "days": 2}).json()
    assert made["url"].startswith("https://desk.example:8123/enter?token=")
    assert made["expires"] == "2026-03-06T09:12:00Z"
    token = made["url"].partition("token=")[2]
    bob, eve = network.stranger(client="198.51.100.9"), network.stranger(client="198.51.100.66")
    look = bob.get(f"/enter?token={token}")
    assert look.status_code == 200
    assert "r.osei" in look.text
    assert "set-cookie" not in look.headers, "looking uses nothing up"
    assert enter(bob, token).status_code == 303
    assert enter(eve, token).status_code == 403
    bob.decide(COST, "tick", part=1)
    ticked = bob.on_disk(COST).parts[0].ticked
    assert ticked is not None
    assert ticked.by == "r.osei"


def test_an_invitation_expires_and_so_does_the_session_that_came_of_it(network: Served) -> None:
    bob = network.invited("bob")
    _, late = network.room.visitors.invitations.invite("mo", "editor", days=1, now=network.now, owner="ann")
    assert bob.get("/a/pier").status_code == 200
    network.now = "2026-03-07T00:00:00Z"
    assert bob.get("/a/pier").status_code == 401
    assert enter(network.stranger(), late).status_code == 403


def test_a_revoked_invitation_turns_its_visitor_out_at_once(network: Served) -> None:
    ann, bob = network.owner_in(), network.invited("bob")
    (row,) = ann.get("/api/people").json()["invitations"]
    assert (row["name"], row["role"], row["used"]) == ("bob", "editor", True)
    assert ann.delete(f"/api/invitations/{row['id']}").status_code == 200
    assert bob.get("/a/pier").status_code == 401
    assert bob.say(COST, "note", text="x").status_code == 401
    assert ann.delete(f"/api/invitations/{row['id']}").status_code == 404


def test_an_unused_invitation_can_be_revoked(network: Served) -> None:
    made, token = network.room.visitors.invitations.invite("bob", "editor", days=1, now=NOW, owner="ann")
    network.owner_in().delete(f"/api/invitations/{made.id}")
    assert enter(network.stranger(), token).status_code == 403


def test_only_the_owner_invites_revokes_and_sees_the_invitations(network: Served) -> None:
    bob = network.invited("bob", "editor")
    assert bob.post("/api/invitations", {"name": "mo", "role": "editor"}).status_code == 403
    assert bob.get("/api/people").json()["invitations"] == []
    key = network.room.visitors.invitations.all()[0].id
    assert bob.delete(f"/api/invitations/{key}").status_code == 403


@pytest.mark.parametrize(
    "body",
    [
        {"name": "", "role": "editor"},
        {"name": "ann", "role": "editor"},
        {"name": "ANN", "role": "editor"},
        {"name": "bob\u202e", "role": "editor"},
        {"name": "bob", "role": "owner"},
        {"name": "bob", "role": "editor", "days": 0},
        {"name": "bob", "role": "editor", "days": 31},
        {"name": "x" * 81, "role": "editor"},
    ],
)
def test_what_is_no_invitation_is_refused(network: Served, body: object) -> None:
    assert network.owner_in().post("/api/invitations", body).status_code == 422
    assert network.room.visitors.invitations.all() == ()


def test_where_settings_name_the_people_only_they_are_invited(tmp_path: Path, network: Served) -> None:
    (network.root / "claimcheck.toml").write_text('[desk.people]\nbob = "Bob Bell"\nann = "Ann"\n')
    from claimcheck.records.settings import load_settings

    people = load_settings(network.root).desk.people
    object.__setattr__(network.room, "people_known", people)
    ann = network.owner_in()
    assert ann.post("/api/invitations", {"name": "eve", "role": "editor"}).status_code == 422
    assert ann.post("/api/invitations", {"name": "Bob Bell", "role": "editor"}).status_code == 200
    assert network.room.visitors.invitations.all()[0].name == "bob"


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        ("reader", {"note"}),
        ("checker", {"note", "tick", "sign", "query", "reply"}),
        ("editor", {"note", "tick", "sign", "query", "reply", "mark", "waive", "assign"}),
    ],
)
def test_a_role_decides_what_may_be_done(network: Served, role: str, allowed: set[str]) -> None:
    bob = network.invited("bob", role)
    answers = {
        "note": bob.say(COST, "note", text="x"),
        "tick": bob.decide(COST, "tick", part=1),
        "sign": bob.decide(COST, "sign", decision="verified"),
        "query": bob.say(COST, "query", to="x", what="y"),
        "reply": bob.say(COST, "reply", to="x"),
        "mark": bob.decide(MAY, "mark", mark="exempt", why="x"),
        "waive": bob.decide(COST, "waive", code="CC101", reason="x", expires="2026-12-31"),
        "assign": bob.say(COST, "assign", to="bob"),
    }
    assert {name for name, answer in answers.items() if answer.status_code == 200} == allowed
    refused = {answer.status_code for name, answer in answers.items() if name not in allowed}
    assert refused <= {403}
    for path in ("/api/a/pier/undo", "/api/a/pier/restore"):
        body = {"start": 105} if path.endswith("restore") else {}
        assert (bob.post(path, body).status_code == 403) == (role == "reader")


def test_links_and_sessions_are_kept_hashed_and_for_the_user_only(network: Served) -> None:
    made, token = network.room.visitors.invitations.invite("bob", "editor", days=1, now=NOW, owner="ann")
    (path,) = (network.state / "invitations").glob("*.json")
    assert token not in path.read_text()
    assert made.token in path.read_text()
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_an_invited_session_outlives_the_server_and_the_owners_does_not(network: Served) -> None:
    ann, bob = network.owner_in(), network.invited("bob")
    again = Served(network.root, network.state, addresses=network.addresses)
    for person, status in ((ann, 401), (bob, 200)):
        other = again.stranger()
        other.client.cookies = person.client.cookies
        assert other.get("/a/pier").status_code == status


def test_a_damaged_file_of_invitations_lets_nobody_in(network: Served) -> None:
    bob = network.invited("bob")
    (path,) = (network.state / "invitations").glob("*.json")
    for damaged in ("", "{}", "[{}]", "[1]", '[{"id": 1}]', "[" * 100_000):
        path.write_text(damaged)
        assert bob.get("/a/pier").status_code == 401


def test_two_servers_know_of_one_revocation(network: Served) -> None:
    bob = network.invited("bob")
    other = Invitations(network.state, network.root)
    other.revoke(other.all()[0].id)
    assert bob.get("/a/pier").status_code == 401
    with pytest.raises(UnknownInvitation, match="revoked already"):
        other.revoke("00000000")
    with pytest.raises(BadInvitation, match="at most 80"):
        other.invite(" ", "editor", days=1, now=NOW, owner="ann")


# Who is where


def test_presence_tells_others_and_not_oneself(served: Served, ann: Person) -> None:
    bob = served.invited("bob")
    assert ann.post("/api/presence", {"slug": "pier", "claim": COST}).json() == {"people": {}}
    assert bob.post("/api/presence", {"slug": "pier", "claim": MAY}).json() == {"people": {COST: ["ann"]}}
    assert ann.post("/api/presence", {"slug": "pier", "claim": COST}).json() == {"people": {MAY: ["bob"]}}
    here = {row["name"]: row["here"] for row in ann.get("/api/people").json()["people"]}
    assert here == {"ann": True, "bob": True}
    assert "bob" in ann.get(f"/a/pier/claims/{MAY}/card").text
    assert ann.post("/api/presence", {"slug": "nowhere", "claim": ""}).status_code == 404


def test_silence_ends_presence() -> None:
    times = [0.0]
    people = People(lambda: times[0])
    assert people.on("s1", "ann", "pier", COST)
    assert not people.on("s1", "ann", "pier", COST)
    assert people.on("s1", "ann", "pier", MAY)
    assert people.in_article("pier") == {MAY: ("ann",)}
    assert people.in_article("pier", but="ann") == {}
    times[0] = 61.0
    assert people.names() == set()
    people.on("s2", "bob", "pier", COST)
    people.gone("s2")
    people.gone("s2")
    assert people.names() == set()


def test_the_interface_is_described(ann: Person) -> None:
    tree = ann.get("/api/openapi.json").json()
    assert "/api/a/{slug}/claims/{short}/accept" in tree["paths"]
    assert "/enter" not in tree["paths"]
    bodies = json.dumps(tree["components"]["schemas"])
    assert '"by"' not in json.dumps(tree["components"]["schemas"]["OnItem"]), "who decides is never asked"
    assert '"additionalProperties": false' in bodies
