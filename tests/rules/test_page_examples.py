"""What a rule's page shows as its example is found in that text, and its repaired version is clean."""

from __future__ import annotations

import importlib
import re
from datetime import date

import pytest

from claimcheck.checking import check_article
from claimcheck.documents.reading import read_text_document
from claimcheck.extraction.claims import extract_claims
from claimcheck.extraction.relations import find_relations
from claimcheck.records.models import Article
from claimcheck.rules.registry import find_rule

DAY = date(2026, 3, 4)
FROM_TEXT = (
    *("CC208", "CC209", "CC210", "CC303", "CC304", "CC305", "CC306", "CC402", "CC403", "CC405"),
    *("CC601", "CC602", "CC603", "CC604", "CC605", "CC606", "CC607"),
)
"""Rules that an article alone can show; the others need sources, decisions or settings."""
AROUND = (
    "The committee meets in a former mill beside the river.",
    "Visitors may read the letters in its archive on weekdays.",
    "A bakery rents the ground floor, and its owner keeps bees.",
)


def block(code: str, heading: str) -> list[str]:
    page = importlib.import_module(find_rule(code).module).__doc__ or ""
    found = re.search(rf"^## {heading}\n(.*?)(?=^## )", page, re.MULTILINE | re.DOTALL)
    assert found, f"{code} has no {heading}"
    return [line.strip() for line in found[1].splitlines() if line.strip()]


def codes(lines: list[str]) -> list[str]:
    document = read_text_document("\n\n".join(lines) + "\n", "md")
    claims = extract_claims(document, slug="a", published=DAY).claims
    article = Article.model_validate(
        {"title": "Harbour", "path": "a.md", "sha256": "0" * 64, "published": DAY.isoformat()}
    )
    relations = find_relations(claims, document.text)
    report = check_article(article, claims, document.text, today=DAY, slug="a", relations=relations)
    return [finding.code for finding in report.findings]


@pytest.mark.parametrize("code", FROM_TEXT)
def test_the_example_has_the_finding(code: str):
    assert code in codes(block(code, "Example"))


@pytest.mark.parametrize("code", FROM_TEXT)
def test_the_example_has_the_finding_in_the_midst_of_other_text(code: str):
    first, *rest = block(code, "Example")
    assert code in codes([first, *AROUND, *rest, *AROUND[:1]])


@pytest.mark.parametrize("code", FROM_TEXT)
def test_the_repaired_version_does_not_have_it(code: str):
    assert code not in codes(block(code, "Instead"))
