"""The pages under docs/rules are those the rules' modules hold now."""

from __future__ import annotations

import importlib.util
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_pages_of_the_docs_are_current():
    spec = importlib.util.spec_from_file_location("make_rule_pages", DOCS / "make_rule_pages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found = {path.name: path.read_text("utf-8") for path in (DOCS / "rules").iterdir()}
    assert found == module.pages(), "run: python docs/make_rule_pages.py"
