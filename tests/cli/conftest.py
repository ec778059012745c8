from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from calling import PROGRAM, Ran, Runner


@pytest.fixture
def run(tmp_path: Path) -> Runner:
    """Call the installed program in a folder of its own, with its own home, name and clock."""
    home = tmp_path / "home"
    home.mkdir()
    environ = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "CLAIMCHECK_AS": "m.ito",
        "CLAIMCHECK_NOW": "2026-03-06T10:00:00Z",
        "LANG": "C.UTF-8",
    }

    def call(*args: str, cwd: Path | None = None, stdin: bytes = b"", **extra: str) -> Ran:
        done = subprocess.run(
            [str(PROGRAM), *args],
            cwd=cwd or tmp_path / "desk",
            input=stdin,
            capture_output=True,
            env={**environ, **extra},
            timeout=120,
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    (tmp_path / "desk").mkdir()
    return call


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return tmp_path / "desk"
