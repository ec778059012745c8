from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.checking import ArticleInput, CheckInputs, check_article, check_workspace
from claimcheck.errors import ClaimcheckError, ExitCode
from claimcheck.formats import FORMATS, render
from claimcheck.records.models import Article, Baseline, Claim, ClaimFile, Place, Source, Waiver
from claimcheck.records.settings import Settings
from claimcheck.rules.model import Complaint
from claimcheck.rules.registry import Rule

TODAY = date(2026, 3, 4)
AT = "2026-03-04T09:00:00Z"
HASH = "0" * 64
SOURCE = Source.model_validate(
    {
        "claimcheck": 1,
        "id": "minutes",
        "title": "Minutes",
        "reliability": "A",
        "tier": "primary",
        "lineage": "original",
        "text": {"path": "sources/minutes/text.txt", "sha256": HASH},
    }
)
SENTENCES = ["The board met on Monday.", "The harbour spent $41 million.", "Ana Ruiz opened the bridge."]


def article(*texts: str, slug: str = "harbour", sourced: tuple[str, ...] = (), **fields: Any) -> ArticleInput:
    """An article of sentences, of which those in ``sourced`` have accepted evidence."""
    claims, text = [], ""
    for number, sentence in enumerate(texts):
        item = {
            "source": "minutes",
            "about": "content",
            "stance": "supports",
            "exact": "so",
            "start": 0,
            "end": 2,
            "status": "accepted",
            "by": "m.ito",
            "at": AT,
        }
        claims.append(
            Claim.model_validate(
                {
                    "id": f"{slug}/{key(sentence, number)}",
                    "text": sentence,
                    "anchor": {"start": len(text), "end": len(text) + len(sentence)},
                    "kind": "event",
                    "check_worthiness": {"label": "CFS", "score": 0.9},
                    "evidence": [item] if sentence in sourced else [],
                }
            )
        )
        text += sentence + "\n"
    about = {"title": slug, "path": f"articles/{slug}.md", "sha256": HASH, **fields}
    record = ClaimFile(claimcheck=1, article=Article.model_validate(about), claims=claims)
    return ArticleInput(slug, record, text, f"claims/{slug}.yaml")


def without_sentence(item: ArticleInput, place: int) -> ArticleInput:
    """The article after the sentence of one of its claims was taken out."""
    claims = list(item.record.claims)
    claims[place] = claims[place].model_copy(update={"orphan": True})
    return replace(item, record=item.record.model_copy(update={"claims": claims}))


def key(sentence: str, number: int) -> str:
    known = {text: "abcdefgh"[place] * 8 for place, text in enumerate(SENTENCES)}
    return known.get(sentence) or "".join("qrstuvwxyz"[int(digit)] for digit in f"{number:08d}")


def inputs(*articles: ArticleInput, **fields: Any) -> CheckInputs:
    values = {"sources": {"minutes": SOURCE}, "source_hashes": {"minutes": HASH}, **fields}
    return CheckInputs(articles, TODAY, **values)


def codes(report):
    return [finding.code for finding in report.findings]


def waiver(text: str, code: str = "CC101", expires: str = "2026-05-01") -> Waiver:
    return Waiver(code=code, claim=f"harbour/{key(text, 0)}", reason="known", by="r.osei", expires=expires)


def test_a_sourced_article_is_clean():
    report = check_workspace(inputs(article(*SENTENCES, sourced=tuple(SENTENCES))))
    assert (codes(report), report.exit_code) == ([], ExitCode.CLEAN)


def test_an_unsourced_claim_fails_with_its_place():
    report = check_workspace(inputs(article(*SENTENCES, sourced=(SENTENCES[0], SENTENCES[2]))))
    assert report.exit_code == ExitCode.FINDINGS
    assert [finding.place for finding in report.findings] == ["articles/harbour.md:2:1"]


def test_fail_on_decides_what_fails():
    strict = Settings.model_validate({"check": {"fail_on": "warning", "unsourced_cfs": "warning"}})
    lax = Settings.model_validate({"check": {"unsourced_cfs": "warning"}})
    assert check_workspace(inputs(article(SENTENCES[0]), settings=strict)).exit_code == ExitCode.FINDINGS
    assert check_workspace(inputs(article(SENTENCES[0]), settings=lax)).exit_code == ExitCode.CLEAN


@pytest.mark.parametrize("articles", [(), (article(),)])
def test_nothing_to_check_is_never_clean(articles):
    report = check_workspace(inputs(*articles))
    assert [problem.code for problem in report.problems] == ["CC091"]
    assert report.exit_code == ExitCode.COULD_NOT_CHECK


def test_a_claim_whose_sentence_is_gone_is_a_finding_and_not_counted_among_the_claims():
    report = check_workspace(
        inputs(without_sentence(article(*SENTENCES[:2], sourced=tuple(SENTENCES[:2])), 0))
    )
    assert [finding.name for finding in report.findings if finding.claim.endswith(key(SENTENCES[0], 0))] == [
        "claim-gone"
    ]
    assert [row.text for row in report.claims] == [SENTENCES[1]]
    assert report.articles[0].claims == 1


def paged(item: ArticleInput, place: int) -> ArticleInput:
    """The article with one claim as it was read from the pages of another file."""
    claims = list(item.record.claims)
    claims[place] = claims[place].model_copy(update={"locator": Place(page=3, paragraph=2)})
    return replace(item, record=item.record.model_copy(update={"claims": claims}))


def test_a_claim_whose_sentence_is_gone_has_its_place_in_its_record():
    given = article(*SENTENCES[:2], sourced=tuple(SENTENCES[:2]))
    moved = paged(without_sentence(given, 1), 1)
    report = check_workspace(CheckInputs([moved], TODAY))
    gone = [finding for finding in report.findings if finding.claim == moved.record.claims[1].id]
    assert {finding.code for finding in gone} == {"CC001", "CC003"}
    for finding in gone:
        assert finding.place == "claims/harbour.yaml"
        assert (finding.line, finding.start, finding.end, finding.excerpt) == (0, None, None, None)
    placed = check_workspace(CheckInputs([replace(moved, recorded={gone[0].claim: (41, 3)})], TODAY))
    gone = [finding for finding in placed.findings if finding.claim == gone[0].claim]
    assert {finding.place for finding in gone} == {"claims/harbour.yaml:41:3"}
    assert {finding.excerpt for finding in gone} == {None}
    there = [finding for finding in report.findings if finding.claim == moved.record.claims[0].id]
    assert {finding.place for finding in there} == {"articles/harbour.md:1:1"}


def test_a_finding_on_a_record_names_no_page_of_the_article():
    given = paged(article(SENTENCES[0]), 0)
    broken = replace(given, text="Other words altogether.")
    report = check_workspace(CheckInputs([broken], TODAY))
    places = {finding.code: finding.place for finding in report.findings}
    assert places["CC005"] == "claims/harbour.yaml"
    assert places["CC101"] == "articles/harbour.md, page 3, paragraph 2"


def test_an_article_of_which_no_sentence_is_left_is_never_clean():
    report = check_workspace(inputs(without_sentence(article(SENTENCES[0], sourced=(SENTENCES[0],)), 0)))
    assert [problem.code for problem in report.problems] == ["CC091"]


def test_what_cannot_be_read_makes_it_two_and_the_rest_is_still_checked():
    broken = ClaimcheckError("Duplicate key.", place="claims/other.yaml:12:3", remedy="Remove one.")
    report = check_workspace(inputs(article(SENTENCES[0]), problems=[broken]))
    problem = report.problems[0]
    assert (problem.path, problem.line, problem.column) == ("claims/other.yaml", 12, 3)
    assert codes(report) == ["CC101"]
    assert report.exit_code == ExitCode.COULD_NOT_CHECK


@pytest.mark.parametrize("place", ["", "claims/a.yaml", "claims/a.yaml:3", "c:3:4:5"])
def test_places_of_problems(place):
    problem = check_workspace(inputs(problems=[ClaimcheckError("No.", place=place)])).problems[-1]
    assert problem.place == {"claims/a.yaml:3": "claims/a.yaml:3:1"}.get(place, place)


def crash(context):
    raise ValueError("no")


def test_a_rule_that_crashes_is_a_problem_and_the_others_run():
    plugin = Rule("CC801", "house-style", "warning")
    report = check_workspace(inputs(article(SENTENCES[0]), extra_rules=[(plugin, crash)]))
    assert report.problems[0].message == "The rule CC801 house-style could not run: ValueError: no"
    assert codes(report) == ["CC101"]
    assert report.exit_code == ExitCode.COULD_NOT_CHECK


def test_a_plug_in_rule_adds_findings():
    def check(context):
        yield Complaint("Too long.", "Shorten it.", "articles/harbour.md", article="harbour", start=0, end=3)

    report = check_workspace(
        inputs(
            article(SENTENCES[0], sourced=(SENTENCES[0],)),
            extra_rules=[(Rule("CC801", "long", "error"), check)],
        )
    )
    assert [(finding.code, finding.place) for finding in report.findings] == [
        ("CC801", "articles/harbour.md:1:1")
    ]


@pytest.mark.parametrize(
    "check", [{"select": ["CC999"]}, {"ignore": ["uncitd"]}, {"severity": {"CC999": "off"}}]
)
def test_an_unknown_rule_in_the_settings_is_no_clean_check(check):
    report = check_workspace(inputs(article(*SENTENCES), settings=Settings.model_validate({"check": check})))
    assert "There is no rule" in report.problems[0].message
    assert report.exit_code == ExitCode.COULD_NOT_CHECK


def test_an_unknown_policy_key_is_no_clean_check():
    report = check_workspace(inputs(article(*SENTENCES), settings=Settings(policy={"weihgts": {}})))
    assert report.exit_code == ExitCode.COULD_NOT_CHECK


def test_problems_can_be_neither_ignored_nor_lowered():
    check = {"ignore": ["CC0xx"], "severity": {"nothing-to-check": "off"}}
    report = check_workspace(inputs(settings=Settings.model_validate({"check": check})))
    assert report.exit_code == ExitCode.COULD_NOT_CHECK


def test_select_ignore_and_severity():
    def run(**check):
        return codes(
            check_workspace(inputs(article(*SENTENCES), settings=Settings.model_validate({"check": check})))
        )

    assert run(select=["CC3xx"]) == []
    assert run(select=["uncited"]) == ["CC101"] * 3
    assert run(ignore=["CC1"]) == []
    assert run(severity={"uncited": "off"}) == []


@pytest.mark.parametrize(
    "check", [{"ignore": ["CC0", "CC1", "CC2", "CC3", "CC4", "CC5", "CC6", "CC7"]}, {"select": ["CC9"]}]
)
def test_a_check_without_rules_is_not_clean(check):
    report = check_workspace(inputs(article(*SENTENCES), settings=Settings.model_validate({"check": check})))
    assert [problem.message for problem in report.problems] == ["The settings leave no rule to check with."]
    assert [problem.fix for problem in report.problems] == ["Correct select and ignore: claimcheck.toml."]


def test_a_waiver_excuses_until_the_end_of_its_day():
    given = inputs(article(SENTENCES[0]), waivers=[waiver(SENTENCES[0], expires="2026-03-04")])
    report = check_workspace(given)
    assert [item.by for item in report.waived] == ["r.osei"]
    assert (codes(report), report.exit_code) == (["CC905"], ExitCode.CLEAN)
    tomorrow = check_workspace(replace(given, today=date(2026, 3, 5)))
    assert (codes(tomorrow), tomorrow.exit_code) == (["CC101", "CC901"], ExitCode.FINDINGS)


def test_of_two_waivers_the_one_that_runs_longer_counts():
    short, long = waiver(SENTENCES[0], expires="2026-03-20"), waiver(SENTENCES[0], expires="2026-05-01")
    for waivers in ([short, long], [long, short]):
        report = check_workspace(inputs(article(SENTENCES[0]), waivers=waivers))
        assert report.waived[0].expires == "2026-05-01"
        assert codes(report) == ["CC902"]


def test_adopting_on_an_archive():
    before = check_workspace(inputs(article(*SENTENCES)))
    known = Baseline(claimcheck=1, findings={f.fingerprint: f"{f.code} {f.claim}" for f in before.findings})
    adopted = check_workspace(inputs(article(*SENTENCES), baseline=known))
    assert (codes(adopted), len(adopted.baselined), adopted.exit_code) == ([], 3, ExitCode.CLEAN)
    one_more = check_workspace(inputs(article("The mayor resigned.", *SENTENCES), baseline=known))
    assert [finding.excerpt.text for finding in one_more.findings] == ["The mayor resigned."]
    one_less = check_workspace(inputs(article(*SENTENCES, sourced=(SENTENCES[1],)), baseline=known))
    assert codes(one_less) == ["CC904"]


def test_a_baseline_follows_a_claim_that_moves_and_leaves_one_that_changes():
    one, other = article(SENTENCES[0]), article(SENTENCES[1], SENTENCES[0])
    first = check_workspace(inputs(one)).findings[0]
    assert first.fingerprint in {finding.fingerprint for finding in check_workspace(inputs(other)).findings}
    claim = one.record.claims[0]
    text = "The board met on Sunday."
    changed = claim.model_copy(update={"text": text})
    reworded = ArticleInput("harbour", one.record.model_copy(update={"claims": [changed]}), text)
    assert check_workspace(inputs(reworded)).findings[0].fingerprint != first.fingerprint


def test_a_source_that_cites_one_article_is_circular_there_and_sound_elsewhere():
    cited = {"derived_from": [{"source": "harbour"}], "lineage": "derived"}
    blog = Source.model_validate({**SOURCE.model_dump(), **cited})
    here = article(SENTENCES[0], sourced=(SENTENCES[0],))
    there = article(SENTENCES[0], slug="bridge", sourced=(SENTENCES[0],))
    report = check_workspace(inputs(here, there, sources={"minutes": blog}))
    assert {row.article: row.status for row in report.claims} == {"harbour": "circular", "bridge": "strong"}


@settings(max_examples=25)
@given(st.randoms(use_true_random=False))
def test_the_report_is_the_same_bytes_whatever_the_order_of_its_inputs(random):
    articles = [article(*SENTENCES), article(*SENTENCES, slug="bridge", sourced=(SENTENCES[1],))]
    waivers = [
        waiver(SENTENCES[0]),
        waiver(SENTENCES[1], expires="2026-03-01"),
        waiver(SENTENCES[2], "CC301"),
    ]
    other = SOURCE.model_copy(update={"id": "report", "text": None})
    sources = [("minutes", SOURCE), ("report", other)]
    shown = []
    for _ in range(2):
        report = check_workspace(inputs(*articles, waivers=waivers, sources=dict(sources)))
        shown.append([render(name, report) for name in FORMATS])
        for items in (articles, waivers, sources):
            random.shuffle(items)
        articles = [shuffled(item, random) for item in articles]
    assert shown[0] == shown[1]


def shuffled(item: ArticleInput, random: Any) -> ArticleInput:
    """The article with its claims, and each claim's evidence, in another order."""
    claims = [
        claim.model_copy(update={"evidence": random.sample(claim.evidence, len(claim.evidence))})
        for claim in random.sample(item.record.claims, len(item.record.claims))
    ]
    return replace(item, record=item.record.model_copy(update={"claims": claims}))


def test_the_order_of_contradicting_passages_does_not_show():
    given = article(SENTENCES[0], sourced=(SENTENCES[0],))
    claim = given.record.claims[0]
    items = [
        claim.evidence[0].model_copy(
            update={"stance": "contradicts", "exact": exact, "start": at, "end": at + 2}
        )
        for exact, at in (("no", 9), ("nö", 4), ("ne", 7))
    ]
    shown = set()
    for order in (items, items[::-1], items[1:] + items[:1]):
        record = given.record.model_copy(update={"claims": [claim.model_copy(update={"evidence": order})]})
        shown.add(render("json", check_workspace(inputs(replace(given, record=record)))))
    assert len(shown) == 1


def bare(*texts: str, **fields: Any):
    given = article(*texts, **fields)
    return check_article(given.record.article, given.record.claims, given.text, slug="harbour", today=TODAY)


def test_a_bare_article_shows_what_its_text_alone_shows():
    report = bare("The board met yesterday.", *SENTENCES)
    assert report.alone
    assert codes(report) == ["CC101"] * 4
    assert report.exit_code == ExitCode.FINDINGS
    assert report.next_command == "claimcheck init && claimcheck extract articles/harbour.md"


def test_a_bare_article_shows_the_most_serious_first():
    report = bare(*SENTENCES, language="de")
    assert [finding.level for finding in report.findings] == ["error"] * 3 + ["warning"]


def test_a_bare_article_without_claims_is_not_clean():
    assert bare().exit_code == ExitCode.COULD_NOT_CHECK


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("expected", list(ExitCode))
def test_the_exit_code_never_depends_on_the_format(name, expected):
    given = {
        ExitCode.CLEAN: inputs(article(*SENTENCES, sourced=tuple(SENTENCES))),
        ExitCode.FINDINGS: inputs(article(*SENTENCES)),
        ExitCode.COULD_NOT_CHECK: inputs(),
    }[expected]
    report = check_workspace(given)
    assert render(name, report)
    assert report.exit_code == expected


def test_every_one_of_thousands_of_claims_is_checked():
    many = article(*(f"The board met for the {n}th time." for n in range(3000)))
    told = [finding for finding in check_workspace(inputs(many)).findings if finding.code == "CC101"]
    assert len(told) == 3000


@dataclass(frozen=True)
class Disagree:
    first: str
    second: str
    kind: str = "disagreement"
    first_span: tuple[int, int] = (0, 3)
    second_span: tuple[int, int] = (0, 3)
    message: str = "Two figures for one thing."


def test_thousands_of_relations_in_a_text_of_many_lines_name_their_places():
    given = article(*(f"Sentence {number} says so.\n\n\n\n\n\n\n\n" for number in range(8_000)))
    ids = [claim.id for claim in given.record.claims]
    padded = replace(given, text=given.text + "\n" * 3_000_000)
    related = replace(padded, relations=[Disagree(*pair) for pair in pairwise(ids)])
    report = check_workspace(CheckInputs([related], TODAY, settings=Settings(check={"select": ["CC303"]})))
    assert len(report.findings) == 7_999
    assert report.findings[-1].message.endswith("The other place: articles/harbour.md:71983:1.")
