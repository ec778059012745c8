"""The program itself, serving: how it starts, what it prints, events, certificates, and what others can list."""

from __future__ import annotations

import json
import re
import signal
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from server_tools import PROGRAM, Guest, Running, environ, start
from web_desk import COST, MAY, SECRET, lay_out


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    root = tmp_path / "desk"
    root.mkdir()
    lay_out(root, tmp_path / "home/.local/state/claimcheck", tmp_path / "home/.local/share/claimcheck")
    return root.resolve()


@pytest.fixture
def running(desk: Path) -> Iterator[Running]:
    server = start(desk)
    yield server
    server.stop()


def run(desk: Path, *args: str, **extra: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(PROGRAM), *args], cwd=desk, env=environ(desk, **extra), capture_output=True, text=True, timeout=60,
        check=False,
    )  # fmt: skip


def test_it_listens_on_this_machine_only(running: Running) -> None:
    assert running.address.startswith("http://127.0.0.1:")
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    listening = [
        row[1].partition(":")[0] for row in rows if row[3] == "0A" and row[1].endswith(f":{running.port:04X}")
    ]
    assert listening == ["0100007F"]
    assert f":{running.port:04X} " not in Path("/proc/net/tcp6").read_text()


def test_the_link_is_in_no_process_list(running: Running) -> None:
    token = running.address.partition("token=")[2]
    for process in Path("/proc").glob("[0-9]*"):
        try:
            seen = (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
        except OSError:
            continue
        assert token.encode() not in seen


def test_a_browser_is_led_in_by_a_file_of_the_user_alone(desk: Path, tmp_path: Path) -> None:
    """The browser's command line names a file that only the user can read; the link is in the file."""
    noted = tmp_path / "called"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {noted}.new\nf="${{1#file://}}"\nstat -c %a "$f" >> {noted}.new\ncat "$f" >> {noted}.new\nmv {noted}.new {noted}\n')  # fmt: skip
    browser.chmod(0o755)
    server = start(desk, browser=str(browser))
    try:
        until(noted.exists)
        argument, mode, *content = noted.read_text().splitlines()
        assert argument.startswith("file:///")
        assert mode == "600"
        token = server.address.partition("token=")[2]
        assert token not in argument
        assert token in "\n".join(content)
        path = Path(argument.removeprefix("file://"))
        assert path.parent.stat().st_mode & 0o777 == 0o700
        server.process.send_signal(signal.SIGINT)
        assert server.process.wait(10) == 0
        assert not path.exists(), "nothing is left of it"
    finally:
        server.stop()


def test_where_there_is_no_browser_the_address_is_printed_and_none_is_started(desk: Path) -> None:
    server = start(desk, "--port", "0", no_browser=False)
    assert "/enter?token=" in server.address
    server.stop()


def test_the_whole_way_by_loopback(running: Running) -> None:
    ann = Guest.enter(running)
    assert ann.get("/").status_code == 303
    assert "Pier" in ann.get("/a/pier").text
    answer = ann.decide(COST, "tick", part=1)
    assert answer.status_code == 200
    assert Guest.stranger(running).get("/a/pier").status_code == 401


def test_a_name_bound_anew_to_this_machine_is_refused(running: Running) -> None:
    ann = Guest.enter(running)
    for host in ("evil.example", f"evil.example:{running.port}", f"localhost.evil.example:{running.port}"):
        assert ann.get("/a/pier", Host=host).status_code == 403
        assert ann.get("/events?a=pier", Host=host).status_code == 403


def test_two_hosts_in_one_request_are_none(running: Running) -> None:
    ann = Guest.enter(running)
    with socket.create_connection(("127.0.0.1", running.port), 5) as line:
        cookie = "; ".join(f"{name}={value}" for name, value in ann.client.cookies.items())
        line.sendall(
            f"GET /a/pier HTTP/1.1\r\nHost: 127.0.0.1:{running.port}\r\nHost: evil.example\r\nCookie: {cookie}\r\n"
            "Connection: close\r\n\r\n".encode()
        )
        answer = line.recv(200)
    assert answer.split(b" ")[1] in (b"400", b"403")


def until(done: object, seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not done():  # type: ignore[operator]
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)


class Listening:
    """An event stream read by a thread, as a page reads it."""

    def __init__(self, guest: Guest, path: str = "/events?a=pier") -> None:
        self.events: list[tuple[str, object]] = []
        self.status = 0
        self.left = False
        self._thread = threading.Thread(target=self._read, args=(guest, path), daemon=True)
        self._thread.start()

    def _read(self, guest: Guest, path: str) -> None:
        name = ""
        try:
            with guest.client.stream("GET", path, timeout=60) as answer:
                self.status = answer.status_code
                for line in answer.iter_lines():
                    if self.left:
                        return
                    if line.startswith("event: "):
                        name = line.removeprefix("event: ")
                    elif line.startswith("data: "):
                        self.events.append((name, json.loads(line.removeprefix("data: "))))
        except httpx2.HTTPError:
            pass

    def named(self, name: str) -> list[object]:
        return [data for found, data in self.events if found == name]


def test_events_tell_what_others_do_without_asking(running: Running, desk: Path) -> None:
    ann = Guest.enter(running)
    heard = Listening(ann)
    until(lambda: heard.named("article"))
    answer = ann.decide(COST, "tick", part=1)
    assert answer.status_code == 200
    until(lambda: heard.named("claim"))
    (told,) = heard.named("claim")
    assert isinstance(told, dict)
    assert told["revision"] == answer.json()["revision"], "what one did oneself is known by its revision"
    assert (told["short"], told["by"], told["what"]) == (COST, "ann", ["“41 million” was ticked."])
    assert told["mark"]["short"] == COST
    path = desk / "claims/pier.yaml"
    good = path.read_text()
    path.write_text(good.replace("kind: event", "kind: state"))
    until(lambda: len(heard.named("claim")) == 2)
    assert heard.named("claim")[1]["short"] == MAY  # type: ignore[index]
    path.write_text(good.replace("kind: event", "kind: rumour"))
    until(lambda: heard.named("record-error"))
    assert "claims/pier.yaml" in heard.named("record-error")[0]["message"]  # type: ignore[index]
    path.write_text(good)
    until(lambda: len(heard.named("record-error")) == 2)
    assert heard.named("record-error")[1] == {"message": ""}
    (desk / "claims/pier.txt").write_text((desk / "claims/pier.txt").read_text() + "More.\n")
    until(lambda: len(heard.named("article")) == 2)
    revisions = {event["revision"] for event in [*heard.named("claim"), *heard.named("article")]}  # type: ignore[index]
    assert len(revisions) == 5, "each change has a revision of its own"


def test_who_closes_the_page_is_no_longer_here(running: Running) -> None:
    ann, other = Guest.enter(running), Guest.stranger(running)
    heard = Listening(ann)
    until(lambda: heard.events)
    other.client.cookies = ann.client.cookies
    ann.post("/api/presence", {"slug": "pier", "claim": COST})
    assert {row["name"]: row["here"] for row in ann.get("/api/people").json()["people"]} == {"ann": True}
    heard.left = True
    ann.decide(COST, "tick", part=1)
    until(lambda: not other.get("/api/people").json()["people"][0]["here"])


def test_events_are_for_those_who_are_in_and_from_here(running: Running) -> None:
    assert Guest.stranger(running).get("/events?a=pier").status_code == 401
    ann = Guest.enter(running)
    assert ann.get("/events?a=pier", Origin="https://evil.example").status_code == 403
    assert ann.get("/events?a=pier", **{"Sec-Fetch-Site": "same-site"}).status_code == 403
    assert ann.get("/events?a=nowhere", **{"X-Claimcheck": "1"}).status_code == 404


def test_one_person_holds_only_so_many_streams(running: Running) -> None:
    ann = Guest.enter(running)
    heard = [Listening(ann) for _ in range(8)]
    until(lambda: all(one.status == 200 for one in heard))
    until(lambda: all(one.events for one in heard))
    assert ann.get("/events?a=pier", **{"X-Claimcheck": "1"}).status_code == 429


def test_it_ends_in_order_and_nothing_is_left_behind(desk: Path) -> None:
    server = start(desk)
    ann = Guest.enter(server)
    heard = Listening(ann)
    until(lambda: heard.events)
    ann.decide(COST, "tick", part=1)
    server.process.send_signal(signal.SIGINT)
    assert server.process.wait(15) == 0
    assert "Traceback" not in server.said()
    assert not list(desk.rglob("*.cctmp"))
    opened = list((desk.parent / "home").rglob("open/*"))
    assert opened == []


def test_a_taken_port_is_one_line(running: Running, desk: Path) -> None:
    done = run(desk, "review", "--no-browser", "--port", str(running.port))
    assert done.returncode == 2
    assert "cannot be listened on" in done.stderr
    assert "Traceback" not in done.stderr


# A network


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "::", "desk.example"])
def test_nothing_leaves_this_machine_in_the_clear(desk: Path, host: str) -> None:
    done = run(desk, "review", "--no-browser", "--host", host)
    assert done.returncode == 2
    assert "--tls" in done.stderr
    assert "token=" not in done.stdout


def test_a_certificate_is_made_and_its_fingerprint_printed(desk: Path) -> None:
    server = start(desk, "--host", "0.0.0.0", "--tls")
    try:
        printed = re.search(r"SHA-256 fingerprint: ([0-9A-F:]{95})", server.said())
        assert printed
        assert server.address.startswith("https://")
        loose = ssl.create_default_context()
        loose.check_hostname, loose.verify_mode = False, ssl.CERT_NONE
        with socket.create_connection(("127.0.0.1", server.port)) as raw, loose.wrap_socket(raw) as line:
            from hashlib import sha256

            shown = sha256(line.getpeercert(binary_form=True) or b"").hexdigest().upper()
        assert printed[1].replace(":", "") == shown
        made = list((desk.parent / "home").rglob("certificates/*"))
        assert {path.suffix for path in made} == {".crt", ".key"}
        assert all(path.stat().st_mode & 0o777 == 0o600 for path in made)
    finally:
        server.stop()
    again = start(desk, "--host", "0.0.0.0", "--tls")
    again.stop()
    assert printed[1] in again.said(), "the fingerprint stays the same, so that people can compare it"


def test_over_the_network_the_link_cookie_and_confidential_sources_are_as_they_should_be(desk: Path) -> None:
    server = start(desk, "--host", "127.0.0.1", "--tls")
    try:
        ann = Guest.enter(server)
        answer = ann.get("/s/confidential-source-1?a=pier")
        assert answer.status_code == 200
        assert SECRET.text in answer.text, "the owner, at this machine"
        with pytest.raises(httpx2.HTTPError):
            httpx2.get(f"http://127.0.0.1:{server.port}/", timeout=5)
    finally:
        server.stop()


@pytest.mark.parametrize(("args", "says"), [(["--cert", "x.crt"], "both --cert and --key"), (["--cert", "x.crt", "--key", "x.crt"], "cannot be used")])  # fmt: skip
def test_a_certificate_that_cannot_be_used_is_one_line(desk: Path, args: list[str], says: str) -> None:
    (desk / "x.crt").write_text("no certificate")
    done = run(desk, "review", "--no-browser", *args)
    assert done.returncode == 2
    assert says in done.stderr


def test_a_key_that_others_can_read_is_refused(desk: Path) -> None:
    start(desk, "--tls").stop()
    (cert,) = (desk.parent / "home").rglob("certificates/*.crt")
    key = cert.with_suffix(".key")
    key.chmod(0o644)
    done = run(desk, "review", "--no-browser", "--cert", str(cert), "--key", str(key))
    assert done.returncode == 2
    assert "chmod 600" in done.stderr


# Without the extra


def test_without_the_extra_the_install_line_and_the_terminal_are_named(desk: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.mkdir()
    (blocked / "sitecustomize.py").write_text(
        "import sys\n\nclass No:\n    def find_spec(self, name, path=None, target=None):\n"
        "        if name.partition('.')[0] in ('fastapi', 'starlette', 'uvicorn'):\n"
        "            raise ModuleNotFoundError(f'No module named {name!r}', name=name)\n\nsys.meta_path.insert(0, No())\n"
    )
    done = run(desk, "review", PYTHONPATH=str(blocked))
    assert done.returncode == 2
    assert "pip install 'claimcheck-desk[review]'" in done.stderr
    assert "claimcheck review --terminal" in done.stderr
    assert "Traceback" not in done.stderr
    done = run(desk, "review", "--terminal", PYTHONPATH=str(blocked))
    assert done.returncode == 0
