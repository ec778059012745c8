"""Calling the installed program through a day: folder, name and clock of one's own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PROGRAM = Path(sys.executable).with_name("claimcheck")


@dataclass
class Day:
    """A newsroom's folder, and the hour it is."""

    root: Path
    home: Path
    now: str = "2026-03-06T10:00:00Z"
    said: list[bytes] = field(default_factory=list)
    extra: dict[str, str] = field(default_factory=dict)

    def environ(self, by: str) -> dict[str, str]:
        return {
            "PATH": os.pathsep.join([str(PROGRAM.parent), os.environ["PATH"]]), "HOME": str(self.home),
            "CLAIMCHECK_AS": by, "CLAIMCHECK_NOW": self.now, "LANG": "C.UTF-8", "TERM": "dumb",
            "GIT_AUTHOR_NAME": by, "GIT_AUTHOR_EMAIL": f"{by}@desk.example", "GIT_COMMITTER_NAME": by,
            "GIT_COMMITTER_EMAIL": f"{by}@desk.example", **self.extra,
        }  # fmt: skip

    def at(self, hour: str, day: str = "2026-03-06") -> None:
        self.now = f"{day}T{hour}:00Z"

    def run(self, *args: str, by: str = "ann", status: int | None = 0, stdin: str = "") -> str:
        done = subprocess.run(
            [str(PROGRAM), *args], cwd=self.root, env=self.environ(by), input=stdin.encode(),
            capture_output=True, timeout=60, check=False,
        )  # fmt: skip
        self.said += [done.stdout, done.stderr]
        assert b"Traceback" not in done.stderr
        assert status is None or done.returncode == status, done.stderr.decode() + done.stdout.decode()
        return done.stdout.decode()

    def git(self, *args: str, by: str = "ann", status: int = 0) -> str:
        done = subprocess.run(
            ["git", *args], cwd=self.root, env=self.environ(by), capture_output=True, timeout=60, check=False
        )
        assert done.returncode == status, done.stderr.decode() + done.stdout.decode()
        return done.stdout.decode()

    def claims(self, slug: str) -> list[dict[str, Any]]:
        from claimcheck.records.workspace import Workspace

        record = Workspace(self.root).article(slug).record
        return [json.loads(claim.model_dump_json()) for claim in record.claims]

    def named(self, slug: str, words: str) -> str:
        (found,) = [
            claim["id"] for claim in self.claims(slug) if words in claim["text"] and not claim["orphan"]
        ]
        return str(found)

    def statuses(self, slug: str) -> dict[str, str]:
        """Every claim's status, by the first words of its text."""
        self.run("report", slug, "-o", "day.json")
        (article,) = json.loads((self.root / "day.json").read_text())["articles"]
        (self.root / "day.json").unlink()
        return {" ".join(entry["text"].split()[:3]): entry["status"] for entry in article["entries"]}
