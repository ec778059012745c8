"""The hooks of .pre-commit-hooks.yaml, tried with pre-commit itself from a repository with a tag.

So that nothing is fetched, the hook's environment is built without dependencies, and finds them where the
tests do.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from calling import PROGRAM

ROOT = Path(__file__).parents[2]
ARTICLE = "# Harbour\n\nThe harbour board spent $42 million on dredging in 2025.\n"


def git(folder: Path, *args: str) -> None:
    subprocess.run(["git", *args], cwd=folder, check=True, capture_output=True)


def repository(folder: Path) -> None:
    git(folder, "init", "-q", "-b", "main")
    git(folder, "config", "user.name", "m.ito")
    git(folder, "config", "user.email", "m.ito@desk.example")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "begun")


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program as somebody would clone it, with a tag."""
    folder = tmp_path_factory.mktemp("product")
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, folder)
    shutil.copytree(ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    repository(folder)
    git(folder, "tag", "v0.1.0")
    return folder


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


def environ(home: Path) -> dict[str, str]:
    return {
        "PATH": f"{PROGRAM.parent}:{os.environ['PATH']}",
        "HOME": str(home),
        "CLAIMCHECK_AS": "m.ito",
        "CLAIMCHECK_NOW": "2026-03-06T10:00:00Z",
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "PIP_NO_DEPS": "1",
        "PIP_NO_INDEX": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # a negated option: 0 switches the isolation off
        "LANG": "C.UTF-8",
    }


def run(desk: Path, home: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        list(args), cwd=desk, env=environ(home), capture_output=True, text=True, check=False, timeout=300
    )


def begun(folder: Path, home: Path, product: Path, hook: str) -> Path:
    folder.mkdir()
    (folder / "articles").mkdir()
    (folder / "articles" / "harbour.md").write_text(ARTICLE)
    (folder / "articles" / "other.md").write_text("# Other\n\nThe bridge cost $9 million in 2021.\n")
    (folder / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {product}\n  rev: v0.1.0\n  hooks:\n  - id: {hook}\n"
    )
    for command in (["init"], ["extract", "articles/harbour.md", "articles/other.md"]):
        done = run(folder, home, str(PROGRAM), *command)
        assert done.returncode == 0, done.stderr
    repository(folder)
    return folder


def pre_commit(desk: Path, home: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return run(desk, home, sys.executable, "-m", "pre_commit", *args)


def test_the_gate_stops_a_commit_and_lets_one_through(tmp_path: Path, home: Path, product: Path) -> None:
    desk = begun(tmp_path / "desk", home, product, "claimcheck")
    failed = pre_commit(desk, home, "run", "--all-files")
    assert failed.returncode == 1, failed.stdout + failed.stderr
    assert "CC101 uncited" in failed.stdout, failed.stdout
    assert run(desk, home, str(PROGRAM), "baseline", "add").returncode == 0
    git(desk, "add", ".")
    passed = pre_commit(desk, home, "run", "--all-files")
    assert passed.returncode == 0, passed.stdout
    assert "Passed" in passed.stdout
    assert pre_commit(desk, home, "install").returncode == 0
    (desk / "articles" / "harbour.md").write_text(ARTICLE + "\nThe quay cost $7 million in 2024.\n")
    assert run(desk, home, str(PROGRAM), "extract", "articles/harbour.md").returncode == 0
    git(desk, "add", ".")
    refused = run(desk, home, "git", "commit", "-m", "one more")
    assert refused.returncode == 1
    assert "1 unsourced claim" in refused.stdout + refused.stderr


def test_only_what_changed_is_looked_at(tmp_path: Path, home: Path, product: Path) -> None:
    desk = begun(tmp_path / "desk", home, product, "claimcheck-changed")
    same = pre_commit(desk, home, "run", "--all-files")
    assert same.returncode == 0, same.stdout
    (desk / "articles" / "harbour.md").write_text(ARTICLE + "\nThe quay cost $7 million in 2024.\n")
    assert run(desk, home, str(PROGRAM), "extract", "articles/harbour.md").returncode == 0
    git(desk, "add", ".")
    changed = pre_commit(desk, home, "run")
    assert changed.returncode == 1
    assert "claims in 1 article" in changed.stdout
    assert "other.md" not in changed.stdout


def test_a_commit_that_touches_no_records_is_not_held_up(tmp_path: Path, home: Path, product: Path) -> None:
    desk = begun(tmp_path / "desk", home, product, "claimcheck")
    (desk / "notes.txt").write_text("nothing to check\n")
    git(desk, "add", "notes.txt")
    assert "no files to check" in pre_commit(desk, home, "run").stdout
