"""What the review page costs on a long article: CPU time and memory of the server, in-process.

Run: ``python benchmarks/review_page.py [CLAIMS] [DECISIONS]``; without them, 1,500 and 2,000.
Compares an article of that length with the repository's own example, and prints the decision's cost by kind.
"""

from __future__ import annotations

import gc
import random
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from statistics import median

from starlette.testclient import TestClient

from claimcheck.decisions.claims import plain_claim
from claimcheck.records import codec
from claimcheck.records.edits import Editor
from claimcheck.records.ids import claim_id, evidence_key
from claimcheck.records.models import (
    Anchor,
    Article,
    Attribution,
    Claim,
    ClaimFile,
    Evidence,
    Part,
    Source,
    Span,
    StoredFile,
    Worthiness,
)
from claimcheck.records.private import PrivateStore
from claimcheck.records.workspace import Workspace
from claimcheck.review.web.addresses import Addresses
from claimcheck.review.web.app import create_app
from claimcheck.review.web.limits import Buckets, Rate
from claimcheck.review.web.pages.keys import PAGE_BINDINGS
from claimcheck.review.web.pages.marks import seen_token
from claimcheck.review.web.room import Room, WebDesk, open_room

ROOT = Path(__file__).parents[1]
ADDRESSES = Addresses("http", ("127.0.0.1",), 8123, loopback=True)
WORDS = (
    "council harbour budget vote mayor pier storm report audit quay ferry minister court grant water".split()
)


def long_desk(root: Path, count: int, sources: int = 17) -> None:
    """A workspace with one article of ``count`` claims, each with up to three proposals."""
    draw = random.Random(1)
    for folder in ("claims", "sources", "articles"):
        (root / folder).mkdir(parents=True)
    (root / "claimcheck.toml").touch()
    texts = {f"report-{number}": _source(root, f"report-{number}", draw) for number in range(sources)}
    parts: list[str] = []
    claims: list[Claim] = []
    at = 0
    for number in range(count):
        gap = "" if not parts else "\n\n" if number % 6 == 0 else " "
        text = (
            f"The {draw.choice(WORDS)} said the {draw.choice(WORDS)} would cost {draw.randint(2, 99)} "
            f"million by {draw.randint(2000, 2030)}, number {number}."
        )
        at += len(gap)
        parts += [gap, text]
        claims.append(_claim(text, at, texts, draw))
        at += len(text)
    text = "".join(parts)
    for place in ("claims/long.txt", "articles/long.md"):
        (root / place).write_text(text)
    about = Article(title="Long", path="articles/long.md", sha256=sha256(text.encode()).hexdigest())
    record = ClaimFile(claimcheck=1, article=about, claims=claims)
    (root / "claims/long.yaml").write_text(codec.dump_claims(record))


def _source(root: Path, name: str, draw: random.Random) -> str:
    sentences = [" ".join(draw.choices(WORDS, k=12)).capitalize() + f" {number}." for number in range(300)]
    text = "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, 300, 4))
    (root / "sources" / name).mkdir()
    (root / "sources" / name / "text.txt").write_text(text)
    stored = StoredFile(path=f"sources/{name}/text.txt", sha256=sha256(text.encode()).hexdigest())
    source = Source(
        claimcheck=1, id=name, title=name, text=stored, published="2026-03-01", tier="primary",
        reliability="A", lineage="original",
    )  # fmt: skip
    Editor(Workspace(root), root.parent / "cache").create_source(source)
    return text


def _claim(text: str, at: int, texts: dict[str, str], draw: random.Random) -> Claim:
    evidence = []
    for _ in range(draw.randint(0, 3)):
        name = draw.choice(list(texts))
        start = draw.randrange(len(texts[name]) - 120)
        evidence.append(
            Evidence(
                source=name, about="content", stance=draw.choice(["supports", "contradicts", "neutral"]),
                exact=texts[name][start : start + 100], start=start, end=start + 100, judge="facts/1",
                snapshot="sha256:" + sha256(texts[name].encode()).hexdigest(), status="proposed",
            )
        )  # fmt: skip
    said = Attribution(
        kind="indirect", speaker="x", source=[Span(start=0, end=3)], content=[Span(start=9, end=len(text))]
    )
    return Claim(
        id=claim_id("long", text, 0, ()),
        text=text,
        anchor=Anchor(start=at, end=at + len(text)),
        kind="quantity",
        check_worthiness=Worthiness(label="CFS", score=0.8),
        parts=[Part(kind="rest", start=0, end=len(text))],
        evidence=evidence,
        attributions=[said],
    )  # fmt: skip


def opened(root: Path, state: Path) -> tuple[Room, TestClient]:
    """The workspace served in-process, and its owner let in."""
    desk = WebDesk(
        workspace=lambda: Workspace(root), state=state, cache=state / "cache", owner="ann",
        now=lambda: "2026-03-04T09:12:00Z", copying=lambda workspace, sources: (), findings=lambda claim: [],
        rule=lambda name: name, build=plain_claim, private=PrivateStore(state), bindings=PAGE_BINDINGS,
        addresses=ADDRESSES,
    )  # fmt: skip
    room = open_room(desk)
    guard = create_app(room)
    guard._requests = Buckets(Rate(1e9, 1e9), time.monotonic)  # type: ignore[attr-defined]
    client = TestClient(guard, base_url="http://127.0.0.1:8123", client=("127.0.0.1", 5))
    client.get(f"/enter?token={room.visitors.link()}", follow_redirects=False)
    return room, client


def cost(work: Callable[[], object], times: int = 5) -> float:
    """Least CPU time of several, in milliseconds."""
    best = float("inf")
    for _ in range(times):
        before = time.process_time()
        work()
        best = min(best, time.process_time() - before)
    return best * 1000


def pages(title: str, client: TestClient, slug: str, short: str) -> dict[str, float]:
    """What it costs to look, and how large the first page is."""
    first = client.get(f"/a/{slug}")
    assert first.status_code == 200, first.text
    paths = {"page": f"/a/{slug}", "card": f"/a/{slug}/claims/{short}/card", "strip": f"/a/{slug}/strip"}
    found = {name: cost(lambda path=path: client.get(path)) for name, path in paths.items()}  # type: ignore[misc]
    print(
        f"{title:28} {len(first.content) / 1024:9.0f} KB"
        + "".join(f"{value:9.1f} ms" for value in found.values())
    )
    return found


class Hand:
    """Decides, as fast as the page can."""

    def __init__(self, room: Room, client: TestClient, slug: str) -> None:
        self.room, self.client, self.slug = room, client, slug
        self.claims = [claim.id for claim in room.readings.state(slug, "ann").record.claims]
        self.next = 0

    def claim(self) -> Claim:
        """The next claim as it is now."""
        self.next += 1
        found = self.room.readings.state(self.slug, "ann").claim(self.claims[self.next % len(self.claims)])
        assert found is not None
        return found

    def decide(self, action: str, claim: Claim, **body: object) -> float:
        """One decision; its CPU time in milliseconds, the client's own share included."""
        path = f"/api/a/{self.slug}/claims/{claim.id.partition('/')[2]}/{action}"
        own = {"Origin": "http://127.0.0.1:8123", "X-Claimcheck": "1"}
        if action not in ("note", "assign"):
            body["seen"] = seen_token(claim)
        before = time.process_time()
        answer = self.client.post(path, json=body, headers=own)
        spent = time.process_time() - before
        assert answer.status_code == 200, answer.text
        return spent * 1000

    def undo(self) -> float:
        """Take the last decision back."""
        own = {"Origin": "http://127.0.0.1:8123", "X-Claimcheck": "1"}
        before = time.process_time()
        answer = self.client.post(f"/api/a/{self.slug}/undo", json={}, headers=own)
        assert answer.status_code == 200, answer.text
        return (time.process_time() - before) * 1000

    def of_kind(self, kind: str) -> float:
        """A decision of a kind on the next claim it can be made on."""
        if kind == "undo":
            return self.undo()
        claim = self.claim()
        while kind in ("accept", "reject") and not any(item.status == "proposed" for item in claim.evidence):
            claim = self.claim()
        item = next((item for item in claim.evidence if item.status == "proposed"), None)
        body: dict[str, dict[str, object]] = {
            "accept": {"key": evidence_key(item) if item else ""},
            "reject": {"key": evidence_key(item) if item else ""},
            "sign": {"decision": "verified", "why": str(self.next)},
            "tick": {"part": 1, "why": str(self.next)},
            "note": {"text": f"note {self.next}"},
            "assign": {"to": "bob"},
            "waive": {"code": "CC101", "reason": "x", "expires": "2027-01-01"},
            "split": {"at": 9},
        }
        return self.decide(kind, claim, **body[kind])


def memory() -> float:
    """Resident memory now, in MB."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6


def main(count: int, decisions: int) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory(prefix="claimcheck-bench-") as name:
        folder = Path(name)
        (folder / "example").mkdir()
        for part in ("claims", "sources", "articles"):
            shutil.copytree(ROOT / part, folder / "example" / part)
        (folder / "example/claimcheck.toml").touch()
        long_desk(folder / "long", count)
        print(f"{'':28} {'first page':>12}{'page':>12}{'card':>12}{'strip':>12}")
        room, client = opened(folder / "example", folder / "state-1")
        slug = "four-capitals"
        short = room.readings.state(slug, "").record.claims[0].id.partition("/")[2]
        example = pages("the example, 33 claims", client, slug, short)
        room, client = opened(folder / "long", folder / "state-2")
        hand = Hand(room, client, "long")
        long = pages(f"{count} claims", client, "long", hand.claims[0].partition("/")[2])
        print(f"{'ratio':28} {'':12}" + "".join(f"{long[key] / example[key]:12.2f}" for key in example))
        print("\na decision, answered (CPU ms: median, worst of 9)")
        for kind in ("accept", "reject", "sign", "tick", "note", "assign", "waive", "undo", "split"):
            spent = [hand.of_kind(kind) for _ in range(9)]
            print(f"  {kind:10} {median(spent):8.1f} {max(spent):8.1f}")
        print("\nmemory over decisions (resident MB)")
        for number in range(decisions):
            hand.of_kind(("tick", "sign", "note", "tick")[number % 4])
            if number % max(decisions // 8, 1) == 0:
                print(f"  after {number:5}: {memory():7.1f}")
        print(f"  after {decisions:5}: {memory():7.1f}")


if __name__ == "__main__":
    main(*(int(value) for value in (*sys.argv[1:], *("1500", "2000")[len(sys.argv) - 1 :])))
