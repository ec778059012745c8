"""What is wrong with a setting is told of where the setting was given."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from calling import Runner

from claimcheck.cli.plugins import plugin_formats, plugin_judges, plugin_readers, plugin_rules
from claimcheck.errors import ClaimcheckError
from claimcheck.records.settings import Settings, load_settings


@pytest.mark.parametrize(
    ("key", "ask"),
    [
        ("plugins.rules", plugin_rules),
        ("plugins.formats", plugin_formats),
        ("plugins.readers", plugin_readers),
        ("judges.use", plugin_judges),
    ],
)
def test_a_plug_in_that_is_not_there_is_told_of_where_it_was_named(
    tmp_path: Path, key: str, ask: Callable[[Settings], object]
) -> None:
    section, name = key.split(".")
    variable = f"CLAIMCHECK_{section}_{name}".upper()
    own, shared = tmp_path / "own", tmp_path / "desk"
    for folder, line in ((own, f'[{section}]\n{name} = ["nothere"]\n'), (shared, "[check]\n")):
        folder.mkdir()
        (folder / "claimcheck.toml").write_text(line)

    def place(settings: Settings) -> str:
        with pytest.raises(ClaimcheckError) as caught:
            ask(settings)
        return caught.value.place

    assert place(load_settings(shared, environ={variable: '["nothere"]'})) == variable
    assert place(load_settings(shared, overrides={key: ["nothere"]})) == f"--set {key}"
    assert place(load_settings(shared, user=own)) == f"{own / 'claimcheck.toml'}:2"
    (shared / "claimcheck.toml").write_text(f'[check]\n[{section}]\n{name} = ["nothere"]\n')
    assert place(load_settings(shared)) == "claimcheck.toml:3"


def test_a_constant_of_the_assessment_that_is_none_is_told_of_where_it_was_given(
    run: Runner, desk: Path
) -> None:
    run("init")
    assert "CLAIMCHECK_POLICY_TYPO" in run("check", CLAIMCHECK_POLICY_TYPO="1").out
    with (desk / "claimcheck.toml").open("a") as file:
        file.write("[policy]\n\n[policy.weights]\ncap = 7\n")
    told = run("check")
    assert told.status == 2
    assert "claimcheck.toml" in told.out
    assert "between 0 and 0.999" in told.out


def test_a_key_set_in_the_environment_is_told_of_there(run: Runner, desk: Path) -> None:
    run("init")
    (desk / "note.txt").write_text("The board met on Tuesday and approved the budget.\n")
    run("extract", "note.txt")
    told = run("review", "--terminal", CLAIMCHECK_REVIEW_KEYS='{acept = "z"}')
    assert told.status == 2
    assert "CLAIMCHECK_REVIEW_KEYS: [review.keys] names" in told.err
