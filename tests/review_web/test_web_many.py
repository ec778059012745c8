"""Many at once through real servers, and servers killed at any moment: nothing lost, nothing doubled.

``CLAIMCHECK_THOROUGH=1`` runs the full figures: 4 processes with 500 decisions each, and 60 kills.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import threading
import time
from pathlib import Path

import httpx2
import pytest
from server_tools import Guest, Running, start
from web_desk import lay_out

from claimcheck.records.codec import load_claims
from claimcheck.records.models import ClaimFile
from claimcheck.review.web.invitations import Invitations

THOROUGH = bool(os.environ.get("CLAIMCHECK_THOROUGH"))
DECISIONS = 500 if THOROUGH else 20
KILLS = 60 if THOROUGH else 4
CLAIMS = 60
SHORTS = tuple(f"{chr(97 + number // 26)}{chr(97 + number % 26)}aaaaaa" for number in range(CLAIMS))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    root = tmp_path / "desk"
    root.mkdir()
    lay_out(root, tmp_path / "home/.local/state/claimcheck")
    claims, text = [], ""
    for number, short in enumerate(SHORTS):
        sentence = f"Pier number {number} opened in May."
        claims.append(
            f'- id: pier/{short}\n  text: "{sentence}"\n'
            f"  anchor: {{start: {len(text)}, end: {len(text) + len(sentence)}}}\n"
            "  kind: event\n  check_worthiness: {label: CFS, score: 0.5}\n"
        )
        text += sentence + " "
    path = root / "claims/pier.yaml"
    path.write_text(path.read_text().partition("claims:")[0] + "claims:\n" + "".join(claims))
    (root / "claims/pier.txt").write_text(text)
    return root.resolve()


def read(desk: Path) -> ClaimFile:
    """The file as it is at this moment; it must be whole and valid whenever anybody looks."""
    return load_claims((desk / "claims/pier.yaml").read_bytes(), "claims/pier.yaml")


def marks(record: ClaimFile) -> list[str]:
    """Every decision by its mark."""
    signed = [item.why for claim in record.claims for item in claim.signoffs]
    return sorted(signed + [item.to for claim in record.claims for item in claim.reply_sought])


def work(
    origin: str, cookie: tuple[str, str], name: str, count: int, failed: multiprocessing.Queue[str]
) -> None:
    """Decide many times: half of it rests on what was seen, and is decided again where that changed."""
    try:
        with httpx2.Client(base_url=origin, cookies=dict([cookie]), timeout=60) as client:
            seen = dict.fromkeys(SHORTS, "")
            for number in range(count):
                _decide(
                    client, origin, seen, SHORTS[number % CLAIMS], f"{name}-{number}", signs=number % 2 == 0
                )
    except BaseException as error:
        failed.put(f"{name}: {error!r}")


def _decide(
    client: httpx2.Client, origin: str, seen: dict[str, str], short: str, mark: str, *, signs: bool
) -> None:
    own = {"Origin": origin, "X-Claimcheck": "1"}
    while True:
        body = {"decision": "on author", "why": mark, "seen": seen[short]} if signs else {"to": mark}
        answer = client.post(
            f"/api/a/pier/claims/{short}/{'sign' if signs else 'reply'}", json=body, headers=own
        )
        if answer.status_code == 429:
            time.sleep(float(answer.headers["retry-after"]))
            continue
        assert answer.status_code in (200, 409), answer.text
        seen[short] = answer.json()["seen"]
        if answer.status_code == 200:
            return


def session(desk: Path, running: Running, name: str) -> tuple[str, str]:
    """A session of an invited person: cookie and value."""
    state = desk.parent / "home/.local/state/claimcheck"
    _, token = Invitations(state, desk).invite(
        name, "editor", days=1, now=time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), owner="ann"
    )
    guest = Guest.stranger(running)
    answer = guest.client.post("/enter", data={"token": token}, headers={"Origin": running.origin})
    assert answer.status_code == 303, answer.text
    ((cookie, value),) = guest.client.cookies.items()
    return cookie, value


def test_four_processes_at_two_servers_lose_and_double_nothing(desk: Path) -> None:
    servers = [start(desk), start(desk)]
    context = multiprocessing.get_context("fork")
    failed: multiprocessing.Queue[str] = context.Queue()
    workers = []
    for number, name in enumerate("abcd"):
        server = servers[number % 2]
        arguments = (server.origin, session(desk, server, name), name, DECISIONS, failed)
        workers.append(context.Process(target=work, args=arguments))
    try:
        for worker in workers:
            worker.start()
        while any(worker.is_alive() for worker in workers):
            read(desk)
            time.sleep(0.05)
        assert failed.empty(), failed.get()
        assert marks(read(desk)) == sorted(
            f"{name}-{number}" for name in "abcd" for number in range(DECISIONS)
        )
        by = {item.why: item.by for claim in read(desk).claims for item in claim.signoffs}
        assert all(mark.startswith(f"{name}-") for mark, name in by.items()), (
            "each under the session's own name"
        )
    finally:
        for worker in workers:
            worker.kill()
        for server in servers:
            server.stop()
    assert not list(desk.rglob("*.cctmp"))


def test_a_server_killed_at_any_moment_loses_at_most_what_it_had_not_confirmed(desk: Path) -> None:
    draw = random.Random(11)
    confirmed: set[str] = set()
    asked: set[str] = set()
    for round_ in range(KILLS):
        server = start(desk)
        guest = Guest.enter(server)
        ending = threading.Event()

        def decide(guest: Guest = guest, round_: int = round_, ending: threading.Event = ending) -> None:
            for number in range(10_000):
                mark = f"k{round_}-{number}"
                asked.add(mark)
                try:
                    answer = guest.post(f"/api/a/pier/claims/{SHORTS[number % CLAIMS]}/reply", {"to": mark})
                except httpx2.HTTPError:
                    break
                if answer.status_code == 200:
                    confirmed.add(mark)
            ending.set()

        thread = threading.Thread(target=decide)
        thread.start()
        time.sleep(draw.uniform(0.0, 0.4))
        server.kill()
        thread.join(30)
        assert ending.is_set()
        found = marks(read(desk))
        assert len(found) == len(set(found)), "a decision was doubled"
        assert confirmed <= set(found), "a confirmed decision was lost"
        assert len(set(found) - confirmed) <= round_ + 1, "at most the one in flight was written unconfirmed"
        assert set(found) <= asked
    start(desk).stop()
    assert not list(desk.rglob("*.cctmp")), "the next start sweeps what a killed one left"
