"""Starting the program as a server, and asking it over a real connection."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import httpx2

from claimcheck.records.workspace import Workspace
from claimcheck.review.web.pages.marks import seen_token

PROGRAM = Path(sys.executable).with_name("claimcheck")
_ADDRESS = re.compile(r"https?://\S+/enter\?token=\S+")


def environ(desk: Path, **extra: str) -> dict[str, str]:
    home = desk.parent / "home"
    home.mkdir(exist_ok=True)
    base = {"PATH": os.environ["PATH"], "HOME": str(home), "CLAIMCHECK_AS": "ann", "LANG": "C.UTF-8"}
    return {**base, "PYTHONUNBUFFERED": "1", **extra}


@dataclass
class Running:
    """A server that answers."""

    process: subprocess.Popen[str]
    root: Path
    address: str = ""
    lines: list[str] = field(default_factory=list)

    @property
    def port(self) -> int:
        return int(re.search(r":(\d+)/", self.address)[1])  # type: ignore[index]

    @property
    def origin(self) -> str:
        return self.address.partition("/enter")[0]

    def said(self) -> str:
        return "".join(self.lines)

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


def start(desk: Path, *args: str, browser: str = "", no_browser: bool = True) -> Running:
    """Start the program and wait until it answers."""
    extra = {"BROWSER": browser} if browser else {}
    command = [str(PROGRAM), "review", *(["--no-browser"] if no_browser and not browser else []), *args]
    process = subprocess.Popen(
        command, cwd=desk, env=environ(desk, **extra), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    running = Running(process, desk)
    assert process.stdout is not None
    for line in process.stdout:
        running.lines.append(line)
        if "lets you in once" in line:
            break
    found = _ADDRESS.search(running.said())
    assert found, running.said()
    running.address = found[0]
    threading.Thread(target=lambda: running.lines.extend(process.stdout or ()), daemon=True).start()
    for _ in range(200):
        try:
            httpx2.get(
                f"http{'s' * running.address.startswith('https')}://127.0.0.1:{running.port}/",
                verify=False,
                timeout=5,
            )
        except httpx2.HTTPError:
            time.sleep(0.05)
        else:
            return running
    raise AssertionError(f"it does not answer: {running.said()}")


@dataclass
class Guest:
    """Somebody who asks over a real connection."""

    running: Running
    client: httpx2.Client

    @classmethod
    def stranger(cls, running: Running) -> Guest:
        return cls(running, httpx2.Client(base_url=running.origin, verify=False, timeout=30))

    @classmethod
    def enter(cls, running: Running) -> Guest:
        guest = cls.stranger(running)
        answer = guest.client.get(running.address)
        assert answer.status_code == 303, answer.text
        return guest

    def get(self, path: str, **headers: str) -> httpx2.Response:
        return self.client.get(path, headers=headers)

    def post(self, path: str, body: object) -> httpx2.Response:
        return self.client.post(path, json=body, headers={"Origin": self.running.origin, "X-Claimcheck": "1"})

    def decide(self, short: str, action: str, slug: str = "pier", **body: object) -> httpx2.Response:
        claim = Workspace(self.running.root).claim(f"{slug}/{short}")[1]
        return self.post(f"/api/a/{slug}/claims/{short}/{action}", {"seen": seen_token(claim), **body})
