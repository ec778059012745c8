"""The library as somebody else's program would use it."""

from __future__ import annotations

from pathlib import Path

import pytest

import claimcheck


def test_at_most_ten_names_and_all_of_them_resolve() -> None:
    assert len(claimcheck.__all__) <= 10
    assert all(getattr(claimcheck, name) is not None for name in claimcheck.__all__)
    assert set(claimcheck.__all__) < set(dir(claimcheck))


def test_a_name_that_is_not_there_says_so() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        _ = claimcheck.nonsense  # type: ignore[attr-defined]


def test_an_article_is_read_judged_and_graded(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text('The council approved the plan. "We kept our word," said Mayor Ines Calloway.\n')
    document = claimcheck.read_document(path)
    extraction = claimcheck.extract_claims(document, slug="draft")
    assert [document.text[c.anchor.start : c.anchor.end] for c in extraction.claims] == [
        c.text for c in extraction.claims
    ]
    verdict = claimcheck.judge_quotation("MAYOR CALLOWAY: We kept our word.", "We never kept our word")
    assert verdict.match == "altered"
    assert claimcheck.judge_stance("The plan was approved.", "The plan was rejected.").stance != "supports"
    assessment = claimcheck.assess_claim(extraction.claims[0], {}, claimcheck.load_policy())
    assert assessment.status == "unsourced"


def test_errors_have_one_base(tmp_path: Path) -> None:
    with pytest.raises(claimcheck.ClaimcheckError):
        claimcheck.read_document(tmp_path / "missing.md")
