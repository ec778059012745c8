"""An article judged before and the others judged now make the same report as all of them judged at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from claimcheck.checking import ArticleInput, CheckInputs, check_and_judge, check_workspace
from claimcheck.extraction.relations import find_relations
from claimcheck.records.models import Source
from claimcheck.records.workspace import Workspace
from claimcheck.rules.model import Complaint, RuleContext
from claimcheck.rules.registry import Rule

ROOT = Path(__file__).parent.parent.parent


def example(sources: Mapping[str, Source] | None = None) -> CheckInputs:
    workspace = Workspace(ROOT)
    articles = []
    for loaded in workspace.articles():
        text = workspace.reading_text(loaded.path.stem)
        relations = find_relations(loaded.record.claims, text)
        articles.append(
            ArticleInput(loaded.path.stem, loaded.record, text, loaded.place, relations=relations)
        )
    known = {loaded.record.id: loaded.record for loaded in workspace.sources()}
    return CheckInputs(articles, date(2026, 11, 23), sources=sources or known)


def in_parts(inputs: CheckInputs, now: int) -> CheckInputs:
    """The same check, where all articles but one were judged before."""
    others = [article for at, article in enumerate(inputs.articles) if at != now]
    _, judged = check_and_judge(replace(inputs, articles=others))
    return replace(inputs, articles=[inputs.articles[now]], judged=judged)


@pytest.mark.parametrize("now", [0, 1])
def test_it_makes_no_difference_when_an_article_was_judged(now: int) -> None:
    inputs = example()
    assert check_workspace(in_parts(inputs, now)) == check_workspace(inputs)


@pytest.mark.parametrize("now", [0, 1])
def test_a_source_that_only_an_unchanged_article_uses_is_still_in_use(now: int) -> None:
    known = example().sources
    changes = {"lineage": "unknown", "derived_from": [], "study": None, "wire": None, "language": "xx"}
    sources = {name: source.model_copy(update=changes) for name, source in known.items()}
    inputs = example(sources)
    whole = check_workspace(inputs)
    assert {"CC504", "CC004"} <= {finding.code for finding in whole.findings}
    assert check_workspace(in_parts(inputs, now)) == whole


def test_all_judged_before_is_the_same_too() -> None:
    inputs = example()
    report, judged = check_and_judge(inputs)
    assert check_workspace(replace(inputs, articles=[], judged=judged)) == report


def test_nothing_is_kept_where_a_rule_crashed() -> None:
    def crash(context: RuleContext) -> list[Complaint]:
        raise RuntimeError("no")

    inputs = replace(example(), extra_rules=[(Rule("XX001", "crash", "error"), crash)])
    report, judged = check_and_judge(inputs)
    assert report.problems
    assert judged == []
