"""Whatever is accepted against a claim is told at every door, with the grade of its source."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import NamedTuple

import pytest

from claimcheck.assessment.assess import assess_claim
from claimcheck.assessment.explain import explain
from claimcheck.assessment.policy import load_policy
from claimcheck.checking import ArticleInput, CheckInputs, check_workspace
from claimcheck.records.models import Claim, ClaimFile, Source
from claimcheck.reporting.markdown import render_markdown
from claimcheck.reporting.model import ArticleInput as Reported
from claimcheck.reporting.model import build_report
from claimcheck.rules.report import Report

TODAY = date(2026, 3, 4)
POLICY = load_policy()
AT = "2026-03-04T09:00:00Z"
HASH = "0" * 64
TEXT = "Ana Ruiz said the harbour had made a loss of $2 million."


def accepted_item(source: str, stance: str, about: str, match: str | None = None) -> dict[str, object]:
    span = {"exact": "so it was", "start": 0, "end": 9}
    decided = {"status": "accepted", "by": "m.ito", "at": AT, "match": match}
    return {"source": source, "stance": stance, "about": about, **span, **decided}


def claim_of(*items: dict[str, object], kind: str, asserted: bool, label: str) -> Claim:
    values = {
        "id": "harbour/aaaaaaaa",
        "text": TEXT,
        "anchor": {"start": 0, "end": len(TEXT)},
        "kind": kind,
        "asserted": asserted,
        "check_worthiness": {"label": label, "score": 0.9},
        "attributions": [{"kind": "indirect", "speaker": "Ana Ruiz", "source": [{"start": 0, "end": 8}]}],
        "evidence": list(items),
    }
    return Claim.model_validate(values)


def record_of(claim: Claim) -> ClaimFile:
    article = {"title": "Harbour", "path": "articles/harbour.md", "sha256": HASH}
    empty = ClaimFile.model_validate({"claimcheck": 1, "article": article, "claims": []})
    return empty.model_copy(update={"claims": [claim]})


def source_of(name: str, reliability: str, tier: str) -> Source:
    text = {"path": f"sources/{name}/text.txt", "sha256": HASH}
    grade = {"reliability": reliability, "tier": tier, "lineage": "original"}
    return Source.model_validate({"claimcheck": 1, "id": name, "title": name, "text": text, **grade})


class Case(NamedTuple):
    kind: str
    asserted: bool
    label: str
    about: str
    stance: str
    grade: str
    tier: str
    support: str

    def claim(self, *, bare: bool = False) -> Claim:
        layer = "statement" if self.kind in ("quotation", "reported") else "content"
        items = [] if bare else [accepted_item("blog", self.stance, self.about)]
        if self.support:
            items.append(accepted_item("minutes", "supports", layer, match="verbatim"))
        return claim_of(*items, kind=self.kind, asserted=self.asserted, label=self.label)

    def sources(self) -> dict[str, Source]:
        blog = source_of("blog", self.grade, self.tier)
        minutes = source_of("minutes", self.support or "B", "primary")
        return {"blog": blog, "minutes": minutes}


def cases(stance: str) -> Iterator[Case]:
    kinds = ("event", "quantity", "state", "allegation", "quotation", "reported")
    rest = ((True, False), ("CFS",), ("content", "statement"), (stance,))
    grades = ("ACDF", ("primary", "tertiary"), ("", "A", "D"))
    yield from (Case(*fields) for fields in product(kinds, *rest, *grades))


def check(case: Case, claim: Claim) -> Report:
    given = ArticleInput("harbour", record_of(claim), claim.text, "claims/harbour.yaml")
    sources = case.sources()
    hashes = dict.fromkeys(sources, "0" * 64)
    return check_workspace(CheckInputs([given], TODAY, sources=sources, source_hashes=hashes))


def test_check_names_every_source_that_contradicts_and_its_grade():
    for case in cases("contradicts"):
        findings = check(case, case.claim()).findings
        told = [f for f in findings if f.code in ("CC301", "CC302", "CC308", "CC309")]
        grade = f"blog ({case.tier}, reliability {case.grade})"
        assert any(grade in finding.message for finding in told), case
        assert all(finding.level != "note" for finding in told), case


def test_the_sentence_and_the_explanation_tell_it_too():
    for case in cases("contradicts"):
        claim = case.claim()
        assessment = assess_claim(claim, case.sources(), POLICY)
        told = explain(claim, assessment, POLICY)
        assert "blog" in told.sentence, case
        assert any(word in told.sentence for word in ("ontradict", "against")), case
        assert told.cheapest_fix, case
        reasons = [reason for layer in told.layers for reason in layer.reasons]
        assert any(reason.startswith("blog (contradicts; ") for reason in reasons), case


def test_to_accept_a_contradiction_never_makes_the_gate_laxer():
    graver = list(cases("contradicts"))
    for case in [*graver, *(case._replace(label="UFS") for case in graver)]:
        with_it, without = check(case, case.claim()), check(case, case.claim(bare=True))
        assert with_it.exit_code >= without.exit_code, case


@pytest.mark.parametrize("stance", ["supports", "neutral"])
def test_nothing_is_called_contradicted_that_nothing_contradicts(stance):
    for case in cases(stance):
        report = check(case, case.claim())
        codes = {finding.code for finding in report.findings}
        assert codes.isdisjoint({"CC301", "CC302", "CC308", "CC309"}), case
        assert "contradicted" not in report.claims[0].sentence.casefold(), case


def test_the_report_for_the_desk_shows_it():
    for case in list(cases("contradicts"))[::7]:
        claim = case.claim()
        assessed = {claim.id: assess_claim(claim, case.sources(), POLICY)}
        given = Reported("harbour", record_of(claim), claim.text, assessed)
        made = "2026-03-04T09:00:00Z"
        report = build_report([given], case.sources(), {}, POLICY, made=made, disputed_only=False)
        page = render_markdown(report)
        assert "Contradicts:\n" in page, case
        assert "“so it was” blog" in page, case
        on_its_side = case.about == ("statement" if case.kind in ("quotation", "reported") else "content")
        assert not (case.support and on_its_side) or "nothing supports" not in page, case
