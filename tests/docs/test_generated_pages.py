"""The generated pages under docs are what the program says of itself now."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from claimcheck.cli.main import COMMANDS

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_pages", DOCS / "make_pages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_pages_of_the_docs_are_current() -> None:
    # In a process of its own: a command that another test called by itself remembers that test's options.
    script = "import json, make_pages; print(json.dumps(make_pages.pages()))"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=DOCS, capture_output=True, check=True, text=True
    )
    wanted = json.loads(done.stdout)
    found = {name: (DOCS / name).read_text("utf-8") for name in wanted if (DOCS / name).is_file()}
    stale = sorted(name for name in wanted if found.get(name) != wanted[name])
    assert stale == [], "run: python docs/make_pages.py"


@pytest.mark.parametrize("folder", ["rules", "commands", "schemas"])
def test_no_generated_page_is_left_over(maker: ModuleType, folder: str) -> None:
    found = {f"{folder}/{path.name}" for path in (DOCS / folder).iterdir()}
    assert found <= set(maker.pages())


def test_every_setting_says_what_it_means(maker: ModuleType) -> None:
    for part in maker.pages()["settings.md"].split("\n### ")[1:]:
        name, meaning = part.split("\n\n")[:2]
        assert not meaning.startswith("Type:"), f"{name} has no line under Attributes: of its class"


@pytest.mark.parametrize("name", ["check", "desk", "lsp"])
def test_the_help_that_a_person_sees_is_the_page(name: str) -> None:
    """Pages come from the program's objects; this holds three of them to what the installed program prints."""
    program = Path(sys.executable).with_name("claimcheck")
    printed = subprocess.run(
        [str(program), name, "--help"],
        capture_output=True,
        text=True,
        check=True,
        env={"COLUMNS": "102", "PATH": "/usr/bin:/bin"},
    ).stdout
    assert name in COMMANDS
    assert f"```text\n{printed}```" in (DOCS / "commands" / f"{name}.md").read_text("utf-8")
