"""What a rule on quotations says of a passage is not said again in general words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import pytest

from claimcheck.checking import ArticleInput, CheckInputs, check_workspace
from claimcheck.records.models import Baseline, ClaimFile, Source, Waiver
from claimcheck.records.settings import Settings
from claimcheck.rules.report import Finding, Report

TODAY = date(2026, 3, 4)
HASH = "0" * 64
TEXT = "“We will pay,” Ana Ruiz said."
CUT = {"exact": "We will pay", "suffix": " once the court has ruled. Then", "match": "truncated"}
OTHER = {"exact": "We will never pay.", "match": "altered"}
PLAIN = {"exact": "Ana Ruiz said nothing about it.", "start": 40, "end": 71}


def item(source: str = "transcript", status: str = "accepted", **fields: object) -> dict[str, object]:
    span = {"start": 0, "end": len(str(fields["exact"]))}
    decided = {"by": "m.ito", "at": "2026-03-04T09:00:00Z"} if status == "accepted" else {"confidence": 0.9}
    values = {"source": source, "about": "statement", "stance": "contradicts", "status": status, **decided}
    return {**values, **span, **fields}


def checked(
    *evidence: dict[str, object],
    grade: str = "A",
    waivers: Sequence[Waiver] = (),
    known: Iterable[Finding] = (),
    **check: object,
) -> Report:
    quotation = {"kind": "quotation", "start": 0, "end": 14}
    claim = {
        "id": "harbour/aaaaaaaa",
        "text": TEXT,
        "anchor": {"start": 0, "end": len(TEXT)},
        "kind": "quotation",
        "check_worthiness": {"label": "CFS", "score": 0.9},
        "parts": [quotation],
        "attributions": [{"kind": "direct", "speaker": "Ana Ruiz"}],
        "evidence": list(evidence),
    }
    article = {"title": "Harbour", "path": "articles/harbour.md", "sha256": HASH}
    record = ClaimFile.model_validate({"claimcheck": 1, "article": article, "claims": [claim]})
    text = {"path": "sources/x/text.txt", "sha256": HASH}
    made = {"claimcheck": 1, "lineage": "original", "tier": "primary", "reliability": grade, "text": text}
    sources = {n: Source.model_validate({**made, "id": n, "title": n}) for n in ("transcript", "letter")}
    given = ArticleInput("harbour", record, TEXT, "claims/harbour.yaml")
    baseline = Baseline(claimcheck=1, findings={one.fingerprint: one.code for one in known})
    settings = Settings.model_validate({"check": check})
    return check_workspace(
        CheckInputs(
            [given], TODAY, sources=sources, settings=settings, waivers=waivers, baseline=baseline, whole=True
        )
    )


def shown(findings: Iterable[Finding], *more: str) -> list[str]:
    codes = ("CC110", "CC20", "CC301", "CC302", "CC309", *more)
    return sorted(finding.code for finding in findings if finding.code.startswith(codes))


def codes(*evidence: dict[str, object], grade: str = "A", **check: object) -> list[str]:
    return shown(checked(*evidence, grade=grade, **check).findings)


@pytest.mark.parametrize("grade", ["A", "D"])
def test_a_cut_quotation_is_told_once(grade):
    assert codes(item(**CUT), grade=grade) == ["CC206"]


def test_an_altered_quotation_is_told_once():
    assert codes(item(**OTHER)) == ["CC203"]


def test_a_proposed_cut_is_told_once():
    assert codes(item(status="proposed", **CUT)) == ["CC206"]


@pytest.mark.parametrize(
    "check", [{"severity": {"CC206": "note"}}, {"severity": {"CC206": "off"}}, {"ignore": ["CC206"]}]
)
def test_where_the_precise_rule_is_silenced_the_general_one_speaks(check):
    assert "CC302" in codes(item(**CUT), **check)


def test_what_speaks_against_it_besides_is_told_too():
    assert codes(item(**CUT), item("letter", **PLAIN)) == ["CC206", "CC302"]
    assert codes(item(**CUT), item("letter", **PLAIN), grade="E") == ["CC206", "CC309"]


def test_a_dispute_between_two_sources_is_told_beside_the_cut():
    verbatim = {"exact": "We will pay", "match": "verbatim", "stance": "supports"}
    assert codes(item(**CUT), item("letter", **verbatim)) == ["CC206", "CC301"]


def test_where_the_precise_finding_is_waived_the_general_one_speaks():
    waiver = Waiver(
        code="CC206", claim="harbour/aaaaaaaa", reason="House style.", by="m.ito", expires="2026-04-01"
    )
    report = checked(item(**CUT), waivers=[waiver])
    assert shown(report.findings) == ["CC302"]
    assert [one.finding.code for one in report.waived] == ["CC206"]


def test_a_proposal_known_from_the_baseline_hides_nothing_once_it_is_accepted():
    before = checked(item(status="proposed", **CUT))
    known = [*before.findings, *before.repeats]
    assert shown(known) == ["CC110", "CC206"]
    assert shown(checked(item(status="proposed", **CUT), known=known).findings, "CC9") == []
    assert shown(checked(item(**CUT), known=known).findings) == ["CC206"]


@pytest.mark.parametrize(
    "passage",
    [
        CUT,
        {"exact": "We will never pay.", "match": "altered", "said_by": "Ana Ruiz"},
        {"exact": "We will pay", "match": "verbatim", "stance": "neutral", "said_by": "Tom Brandt"},
    ],
)
def test_what_was_known_of_a_proposal_is_new_once_it_is_accepted_and_never_the_other_way(passage):
    before = checked(item(status="proposed", **passage))
    known = [*before.findings, *before.repeats]
    (code,) = [one.code for one in known if one.code.startswith("CC20")]
    assert code in shown(known)
    assert code not in shown(checked(item(status="proposed", **passage), known=known).findings)
    (told,) = [one for one in checked(item(**passage), known=known).findings if one.code == code]
    assert told.level == "error"
    accepted = checked(item(**passage))
    known = [*accepted.findings, *accepted.repeats]
    assert shown(checked(item(**passage), known=known).findings, "CC9") == []
    assert code not in shown(checked(item(status="proposed", **passage), known=known).findings)


@pytest.mark.parametrize("grade", ["A", "E"])
def test_a_known_cut_hides_no_other_contradiction_accepted_since(grade):
    before = checked(item(**CUT), grade=grade)
    known = [*before.findings, *before.repeats]
    codes = shown(checked(item(**CUT), item("letter", **PLAIN), grade=grade, known=known).findings)
    assert codes == (["CC302"] if grade == "A" else ["CC309"])
    assert shown(checked(item(**CUT), item(**PLAIN), grade=grade, known=known).findings) == codes


def test_a_slight_dispute_that_was_known_is_new_once_it_is_grave():
    verbatim = item("letter", exact="We will pay", match="verbatim", stance="supports")
    before = checked(verbatim, item(**PLAIN, reliability="C", tier="secondary"))
    (dispute,) = [one for one in before.findings if one.code == "CC301"]
    assert dispute.level == "warning"
    after = checked(verbatim, item(**PLAIN), known=before.findings)
    assert [one.level for one in after.findings if one.code == "CC301"] == ["error"]
    known = checked(verbatim, item(**PLAIN)).findings
    eased = checked(verbatim, item(**PLAIN, reliability="C", tier="secondary"), known=known)
    assert shown(eased.findings, "CC9") == []


def test_what_is_not_told_twice_is_known_and_waived_as_before():
    before = checked(item(**CUT))
    assert shown(before.repeats) == ["CC302"]
    known = [*before.findings, *before.repeats]
    assert shown(checked(item(**CUT), known=known).findings, "CC9") == []
    waiver = Waiver(
        code="CC302", claim="harbour/aaaaaaaa", reason="Under way.", by="m.ito", expires="2026-04-01"
    )
    assert shown(checked(item(**CUT), waivers=[waiver]).findings, "CC902", "CC903") == ["CC206"]
