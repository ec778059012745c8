"""The published schemas fit the records: an editor accepts what claimcheck writes, and marks what it refuses."""

from __future__ import annotations

import copy
import json
import tomllib
from pathlib import Path

import pytest
import ryaml
from jsonschema import Draft202012Validator

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "docs" / "schemas"
CLAIMS = ROOT / "claims" / "port-ellery-budget.yaml"


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def records() -> list[tuple[str, Path]]:
    claims = [("claims", path) for path in sorted((ROOT / "claims").glob("*.yaml")) if path.stem != "waivers"]
    return [*claims, *(("source", path) for path in sorted((ROOT / "sources").glob("*.yaml")))]


@pytest.mark.parametrize(("kind", "path"), records(), ids=lambda item: getattr(item, "stem", item))
def test_the_records_of_the_example_fit(kind, path):
    assert [
        error.message for error in validator(kind).iter_errors(ryaml.loads(path.read_text("utf-8")))
    ] == []


def test_the_settings_and_the_baseline_of_the_example_fit():
    settings = tomllib.loads((ROOT / "claimcheck.toml").read_text("utf-8"))
    assert list(validator("settings").iter_errors(settings)) == []
    baseline = json.loads((ROOT / "claims" / "baseline.json").read_text("utf-8"))
    assert list(validator("baseline").iter_errors(baseline)) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda record: record.update(claimcheck=2),
        lambda record: record.update(sorces=[]),
        lambda record: record["claims"][0].update(kind="figure"),
        lambda record: record["claims"][0]["anchor"].update(start="5"),
        lambda record: record["claims"][0].pop("text"),
        lambda record: record["article"].update(stage="done"),
    ],
    ids=["version", "misspelt", "no such kind", "text for a number", "nothing said", "no such stage"],
)
def test_an_editor_marks_what_reading_refuses(spoil):
    record = copy.deepcopy(ryaml.loads(CLAIMS.read_text("utf-8")))
    spoil(record)
    assert list(validator("claims").iter_errors(record))
