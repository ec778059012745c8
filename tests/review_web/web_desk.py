"""A small workspace served in-process, and people who ask for it as a browser would."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import httpx2
from starlette.testclient import TestClient

from claimcheck.decisions.claims import plain_claim
from claimcheck.records.edits import Editor
from claimcheck.records.models import Claim, Source, StoredFile
from claimcheck.records.private import ConfidentialSource, PrivateStore
from claimcheck.records.workspace import Workspace
from claimcheck.review.web.addresses import Addresses
from claimcheck.review.web.app import create_app
from claimcheck.review.web.pages.keys import PAGE_BINDINGS
from claimcheck.review.web.pages.marks import seen_token
from claimcheck.review.web.room import Room, WebDesk, open_room
from claimcheck.sources.adding import Details
from claimcheck.sources.confidential import add_confidential

PORT = 8123
HERE = Addresses("http", ("127.0.0.1", "localhost"), PORT, loopback=True)
NETWORK = Addresses("https", ("desk.example", "192.0.2.7"), PORT, loopback=False)
QUOTE, COST, MAY = "aaaaaaaa", "bbbbbbbb", "cccccccc"
ARTICLE = (
    'Mayor Odile Fenn said the pier "was never safe in a storm". The pier cost 41 million. It opened in May.\n\n'
    "Read more on page 3.\n"
)
LETTER = "Mayor Fenn wrote: the pier was never safe in a storm, as everybody knew. It opened in May."
MINUTES = "The council heard that the pier cost 40 million."
SECRET = ConfidentialSource(name="Ysolde Varga", text="I kept the books and the pier cost 44 million.")
CLAIMS = f"""\
claimcheck: 1
article: {{title: "Pier", path: "articles/pier.md", sha256: "{"0" * 64}", stage: checking}}
claims:
- id: pier/{QUOTE}
  text: "Mayor Odile Fenn said the pier \\"was never safe in a storm\\"."
  anchor: {{start: 0, end: 59}}
  kind: quotation
  check_worthiness: {{label: CFS, score: 0.9}}
  attributions:
  - source: [{{start: 0, end: 16}}]
    content: [{{start: 31, end: 58}}]
    kind: direct
    speaker: "Odile Fenn"
  parts:
  - {{kind: name, start: 6, end: 16}}
  - {{kind: quotation, start: 31, end: 58}}
- id: pier/{COST}
  text: "The pier cost 41 million."
  anchor: {{start: 60, end: 85}}
  kind: quantity
  check_worthiness: {{label: CFS, score: 0.8}}
  parts:
  - {{kind: figure, start: 14, end: 24}}
  evidence:
  - source: minutes
    about: content
    stance: contradicts
    exact: "the pier cost 40 million"
    start: 23
    end: 47
    judge: "facts/1"
    status: proposed
  - source: letter
    about: content
    stance: neutral
    judge: "facts/1"
    status: proposed
- id: pier/{MAY}
  text: "It opened in May."
  anchor: {{start: 86, end: 103}}
  kind: event
  check_worthiness: {{label: UFS, score: 0.3}}
dropped:
- {{text: "Read more on page 3.", why: "call to the reader", start: 105, end: 125}}
"""


@dataclass
class Person:
    """Somebody with a browser that was let in."""

    room: Room
    client: TestClient
    slug: str = "pier"

    def get(self, path: str, **headers: str) -> httpx2.Response:
        return self.client.get(path, headers=headers, follow_redirects=False)

    def post(self, path: str, body: object, **headers: str) -> httpx2.Response:
        own = {"Origin": str(self.client.base_url).rstrip("/"), "X-Claimcheck": "1", **headers}
        return self.client.post(path, json=body, headers={k: v for k, v in own.items() if v})

    def delete(self, path: str) -> httpx2.Response:
        own = {"Origin": str(self.client.base_url).rstrip("/"), "X-Claimcheck": "1"}
        return self.client.delete(path, headers=own)

    def decide(self, short: str, action: str, **body: object) -> httpx2.Response:
        """Decide on a claim as it is on disk now, unless ``seen`` says otherwise."""
        body = {"seen": self.seen(short), **body}
        return self.post(
            f"/api/a/{self.slug}/claims/{short}/{action}", {k: v for k, v in body.items() if v is not None}
        )

    def say(self, short: str, action: str, **body: object) -> httpx2.Response:
        return self.post(f"/api/a/{self.slug}/claims/{short}/{action}", body)

    def seen(self, short: str) -> str:
        return seen_token(self.on_disk(short))

    def on_disk(self, short: str) -> Claim:
        return Workspace(self.room.root).claim(f"{self.slug}/{short}")[1]


@dataclass
class Served:
    """A room, its application, and its doors."""

    root: Path
    state: Path
    addresses: Addresses = HERE
    owner: str = "ann"
    now: str = "2026-03-04T09:12:00Z"
    findings: list[tuple[str, str]] = field(default_factory=lambda: [("CC101", "The text names no source.")])

    def __post_init__(self) -> None:
        self.private = PrivateStore(self.state / "data")
        desk = WebDesk(
            workspace=lambda: Workspace(self.root),
            state=self.state,
            cache=self.state / "cache",
            owner=self.owner,
            now=lambda: self.now,
            copying=lambda workspace, sources: (),
            findings=lambda claim_id: self.findings,
            rule=lambda name: name,
            build=plain_claim,
            private=self.private,
            bindings=PAGE_BINDINGS,
            addresses=self.addresses,
        )
        self.room = open_room(desk)
        self.app = create_app(self.room)

    def stranger(self, host: str = "", client: str = "127.0.0.1") -> Person:
        base = f"{self.addresses.scheme}://{host or self.addresses.names[0]}:{self.addresses.port}"
        return Person(
            self.room,
            TestClient(self.app, base_url=base, client=(client, 50000), raise_server_exceptions=False),
        )

    def owner_in(self, client: str = "127.0.0.1") -> Person:
        person = self.stranger(client=client)
        assert person.get(f"/enter?token={self.room.visitors.link()}").status_code == 303
        return person

    def invited(
        self, name: str, role: Any = "editor", *, confidential: bool = False, client: str = "198.51.100.9"
    ) -> Person:
        _, token = self.room.visitors.invitations.invite(
            name, role, days=2, now=self.now, owner=self.owner, confidential=confidential
        )
        person = self.stranger(client=client)
        answer = enter(person, token)
        assert answer.status_code == 303, answer.text
        return person


def enter(person: Person, token: str) -> httpx2.Response:
    """Come in by the form that an invited person is shown."""
    origin = str(person.client.base_url).rstrip("/")
    return person.client.post(
        "/enter", data={"token": token}, headers={"Origin": origin}, follow_redirects=False
    )


def lay_out(root: Path, state: Path, data: Path | None = None) -> None:
    """The workspace: an article, two sources with a text, one that is confidential."""
    for folder in ("claims", "sources", "articles"):
        (root / folder).mkdir(parents=True)
    (root / "claimcheck.toml").touch()
    (root / "claims/pier.yaml").write_text(CLAIMS)
    (root / "claims/pier.txt").write_text(ARTICLE)
    (root / "articles/pier.md").write_text(ARTICLE)
    editor = Editor(Workspace(root), state / "cache")
    for name, title, text in (("letter", "Letter to the council", LETTER), ("minutes", "Minutes", MINUTES)):
        (root / "sources" / name).mkdir()
        (root / "sources" / name / "text.txt").write_text(text)
        stored = StoredFile(path=f"sources/{name}/text.txt", sha256=sha256(text.encode()).hexdigest())
        editor.create_source(
            Source(
                claimcheck=1, id=name, title=title, text=stored, published="2026-03-03",
                tier="primary", reliability="A", lineage="original",
            )
        )  # fmt: skip
    add_confidential(editor, PrivateStore(data or state / "data"), SECRET, Details(), by="ann")
