"""The house's own rules: layers, sizes, what start-up may not import."""

from __future__ import annotations

import ast
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "claimcheck"
FILES = sorted(SOURCE.rglob("*.py"))


def function_lengths() -> list[tuple[int, str]]:
    found = []
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                found.append((length, f"{path.relative_to(SOURCE)}:{node.lineno} {node.name}"))
    return sorted(found)


def test_functions_are_small() -> None:
    lengths = function_lengths()
    assert statistics.median(length for length, _ in lengths) <= 12
    assert lengths[-1][0] <= 50, lengths[-3:]


def test_files_are_small() -> None:
    assert [str(path) for path in FILES if path.read_text(encoding="utf-8").count("\n") > 450] == []


def test_layers_import_downward_only() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=SOURCE.parents[1], capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("statement", "barred"),
    [
        ("import claimcheck.cli.main", {"pydantic", "rich", "sqlmodel", "numpy", "claimcheck.records"}),
        (
            "import claimcheck.cli.gathering, claimcheck.cli.check",
            {
                "sqlmodel",
                "sqlalchemy",
                "fastapi",
                "trafilatura",
                "psycopg",
                "numpy",
                "tantivy",
                "rapidfuzz",
                "rich",
            },
        ),
        (
            "import claimcheck.cli.review, claimcheck.cli.review_page",
            {"fastapi", "starlette", "uvicorn", "cryptography", "jinja2", "pydantic"},
        ),
        ("import claimcheck", {"pydantic", "click", "claimcheck.records"}),
    ],
)
def test_start_up_leaves_heavy_things_alone(statement: str, barred: set[str]) -> None:
    code = f"{statement}\nimport sys\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert barred & set(done.stdout.split()) == set()


def test_only_records_writes_files() -> None:
    """Layers that are pure stay so: no writing, no clock, no environment in them."""
    pure = ("documents", "extraction", "assessment", "rules", "formats", "reporting", "exchange")
    barred = ("write_text(", "write_bytes(", "datetime.now(", "os.environ", "time.time(", "socket.")
    offenders = [
        f"{path.relative_to(SOURCE)}: {word}"
        for layer in pure
        for path in sorted((SOURCE / layer).rglob("*.py"))
        for word in barred
        if word in path.read_text(encoding="utf-8")
        and path.name not in ("sandbox.py", "child.py", "recording.py")
    ]
    assert offenders == []
