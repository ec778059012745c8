"""What CI is given: the composite action's script is run as a runner would, hostile inputs included."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import ryaml
from calling import PROGRAM, Runner

ROOT = Path(__file__).parents[2]


def steps() -> list[dict[str, str]]:
    return ryaml.loads((ROOT / "action.yml").read_text("utf-8"))["runs"]["steps"]


def act(desk: Path, tmp_path: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    temp = tmp_path / "runner"
    (temp / "claimcheck" / "bin").mkdir(parents=True, exist_ok=True)
    (temp / "claimcheck" / "bin" / "claimcheck").unlink(missing_ok=True)
    (temp / "claimcheck" / "bin" / "claimcheck").symlink_to(PROGRAM)
    blank = {"WORKSPACE": ".", "FAIL_ON": "", "CHANGED": "", "POLICY_FROM": "", "SARIF_FILE": ""}
    environ = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path / "home"),
        "RUNNER_TEMP": str(temp),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
        "CLAIMCHECK_NOW": "2026-03-06T10:00:00Z",
        **blank,
        **inputs,
    }
    script = steps()[1]["run"]
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=desk, env=environ, capture_output=True, text=True, check=False)


@pytest.fixture
def begun(run: Runner, desk: Path) -> Path:
    (desk / "articles").mkdir()
    (desk / "articles" / "a.md").write_text("The board spent $41.2 million on 4 March 2026.\n")
    run("init")
    assert run("extract", "articles/a.md").status == 0
    return desk


def test_no_input_is_ever_part_of_a_script() -> None:
    assert all("${{" not in step["run"] for step in steps())
    assert set(steps()[1]["env"]) == {"WORKSPACE", "FAIL_ON", "CHANGED", "POLICY_FROM", "SARIF_FILE"}


def test_the_action_prints_annotates_and_fails(begun: Path, tmp_path: Path) -> None:
    done = act(begun, tmp_path, SARIF_FILE="out.sarif")
    assert done.returncode == 1, done.stderr
    lines = done.stdout.splitlines()
    stopped = lines[0].removeprefix("::stop-commands::")
    again = lines.index(f"::{stopped}::")
    assert not any(line.lstrip().startswith("::error") for line in lines[:again])
    assert any(line.startswith("::error file=articles/a.md") for line in lines[again:])
    assert (tmp_path / "summary").read_text().startswith("#")
    assert (begun / "out.sarif").is_file()


@pytest.mark.parametrize("name", ["WORKSPACE", "FAIL_ON", "CHANGED", "POLICY_FROM"])
def test_a_hostile_input_runs_nothing_and_is_never_green(begun: Path, tmp_path: Path, name: str) -> None:
    done = act(begun, tmp_path, **{name: '$(touch sprung)"; touch sprung; `touch sprung` --help'})
    assert done.returncode in (1, 2)
    assert not (begun / "sprung").exists()


def test_the_whole_action_from_installing_to_the_summary(begun: Path, tmp_path: Path) -> None:
    """Both steps as a runner would run them; dependencies are found where the tests have them."""
    product = tmp_path / "product"
    product.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE", "action.yml"):
        shutil.copy(ROOT / name, product)
    shutil.copytree(ROOT / "src", product / "src", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    temp = tmp_path / "temp"
    temp.mkdir()
    environ = {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "HOME": str(tmp_path / "home"),
        "RUNNER_TEMP": str(temp),
        "GITHUB_ACTION_PATH": str(product),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
        "CLAIMCHECK_NOW": "2026-03-06T10:00:00Z",
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "PIP_NO_DEPS": "1",
        "PIP_NO_INDEX": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # a negated option: 0 switches the isolation off
        **dict.fromkeys(steps()[1]["env"], ""),
        "WORKSPACE": ".",
    }
    statuses = []
    for step in steps():
        assert step["shell"] == "bash"
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done = subprocess.run(command, cwd=begun, env=environ, capture_output=True, text=True, check=False)
        statuses.append(done.returncode)
    assert statuses == [0, 1], done.stdout + done.stderr
    assert "::error file=articles/a.md" in done.stdout
    assert (tmp_path / "summary").read_text().startswith("## claimcheck")


def examples() -> list[object]:
    """The YAML that the page on CI shows, parsed."""
    page = (ROOT / "docs" / "ci.md").read_text("utf-8")
    return [ryaml.loads(block) for block in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)]


def test_the_gitlab_example_runs(begun: Path, tmp_path: Path) -> None:
    (job,) = [example["claims"] for example in examples() if "claims" in example]
    install, check = job["script"]
    assert install.startswith("pip install ")
    environ = {
        "PATH": f"{PROGRAM.parent}:{os.environ['PATH']}",
        "HOME": str(tmp_path / "home"),
        "CLAIMCHECK_NOW": "2026-03-06T10:00:00Z",
    }
    done = subprocess.run(
        ["bash", "-c", check], cwd=begun, env=environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stderr
    reports = job["artifacts"]["reports"]
    assert all((begun / name).is_file() for name in reports.values())
    assert job["variables"]["GIT_DEPTH"] == "0"


def test_the_examples_name_hooks_and_inputs_that_exist() -> None:
    inputs = set(ryaml.loads((ROOT / "action.yml").read_text("utf-8"))["inputs"])
    ids = {hook["id"] for hook in ryaml.loads((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    steps_shown = [
        step for example in examples() for step in example.get("jobs", {}).get("claims", {}).get("steps", [])
    ]
    assert any(set(step.get("with", {})) <= inputs for step in steps_shown if "claimcheck" in step["uses"])
    hooks = [hook for example in examples() for repo in example.get("repos", []) for hook in repo["hooks"]]
    assert {hook["id"] for hook in hooks} <= ids
    assert "OWNER" not in (ROOT / "docs" / "ci.md").read_text("utf-8")


def test_the_hooks_name_commands_that_exist(run: Runner, begun: Path) -> None:
    hooks = ryaml.loads((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    for hook in hooks:
        program, *args = hook["entry"].split()
        assert program == "claimcheck"
        assert run(*args, "--help").status == 0
        assert hook["pass_filenames"] is False
