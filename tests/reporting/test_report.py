"""The report: what an editor reads, in three forms from one model. Golden files beside this one."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from claimcheck.assessment.assess import assess_claim
from claimcheck.assessment.policy import load_policy
from claimcheck.records.models import (
    Anchor,
    Article,
    Attribution,
    Claim,
    ClaimFile,
    Evidence,
    Kind,
    Part,
    Private,
    Source,
    Span,
    StoredFile,
    Worthiness,
)
from claimcheck.reporting.data import render_json
from claimcheck.reporting.html import render_html
from claimcheck.reporting.markdown import render_markdown
from claimcheck.reporting.model import ArticleInput, DeskReport, build_report
from claimcheck.reporting.paragraphs import paragraph_around

HERE = Path(__file__).parent
AT = "2026-03-06T09:30:00Z"
TEXT = """# Budget approved

The vote was seven to two. The ferry opens in June. "We kept all our promises," said Calloway.

Nobody knows why. It rained.
"""
MINUTES = "The council approved the budget by six votes to three."
RELEASE = 'The ferry opens in June. "We kept our promises," said Calloway.'
INTERVIEW = "RENN: It cannot open before September <b>& that is that</b>."


def source(name: str, text: str, provider: str, tier: str, letter: str) -> Source:
    return Source(
        claimcheck=1, id=name, title=f"The {name}", provider=provider, tier=tier, reliability=letter,
        lineage="original", published="2026-03-04", text=StoredFile(path=f"sources/{name}/text.txt", sha256="0" * 64),
    )  # fmt: skip


SOURCES = {
    "minutes": source("minutes", MINUTES, "official-record", "primary", "A"),
    "release": source("release", RELEASE, "party", "primary", "D"),
    "interview": source("interview", INTERVIEW, "named-witness", "first-hand", "B"),
    "hidden": Source(
        claimcheck=1, id="hidden", title="Confidential source 1", tier="first-hand", reliability="B",
        private=Private(pseudonym="Confidential source 1", hash="hmac-sha256:" + "0" * 64, attested_by="m.ito"),
    ),
}  # fmt: skip
TEXTS = {"minutes": MINUTES, "release": RELEASE, "interview": INTERVIEW}


def evidence(name: str, exact: str, stance: str, status: str = "accepted", **more: object) -> Evidence:
    start = TEXTS[name].index(exact)
    who = {"by": "m.ito", "at": AT} if status == "accepted" else {"judge": "facts/1", "reason": "they differ"}
    about = more.pop("about", "content")
    return Evidence(
        source=name, about=about, stance=stance, exact=exact, start=start, end=start + len(exact),
        snapshot="sha256:1", status=status, **who, **more,
    )  # fmt: skip


def claim(key: str, text: str, kind: Kind, *items: Evidence, **more: object) -> Claim:
    start = TEXT.index(text)
    return Claim(
        id=f"budget/{key}", text=text, anchor=Anchor(start=start, end=start + len(text)), kind=kind,
        section="Budget approved", check_worthiness=Worthiness(label="CFS", score=0.9), evidence=list(items), **more,
    )  # fmt: skip


def desk_report(*, disputed_only: bool = True) -> DeskReport:
    quote = '"We kept all our promises," said Calloway.'
    claims = [
        claim("aaaaaaaa", "The vote was seven to two.", "quantity", evidence("minutes", "six votes to three", "contradicts")),
        claim(
            "bbbbbbbb", "The ferry opens in June.", "event",
            evidence("release", "The ferry opens in June.", "supports", reliability="B"),
            evidence("interview", "It cannot open before September <b>& that is that</b>.", "contradicts"),
            Evidence(source="hidden", about="content", stance="supports", status="accepted", by="m.ito", at=AT),
        ),
        claim(
            "cccccccc", quote, "quotation",
            evidence("release", "We kept our promises", "contradicts", "proposed", about="statement", match="altered", parts=[0]),
            parts=[Part(kind="quotation", start=1, end=25)],
            attributions=[
                Attribution(source=[Span(start=33, end=41)], cue=[Span(start=28, end=32)],
                            content=[Span(start=1, end=25)], kind="direct", speaker="Calloway")
            ],
        ),
        claim("dddddddd", "Nobody knows why.", "state"),
        claim("eeeeeeee", "It rained.", "state", exempt={"by": "r.osei", "at": AT, "why": "plain to see"}),
    ]  # fmt: skip
    return report_on(claims, disputed_only=disputed_only)


def report_on(claims: list[Claim], *, disputed_only: bool) -> DeskReport:
    policy = load_policy()
    record = ClaimFile(
        claimcheck=1,
        article=Article(title="Budget <approved>", path="articles/budget.md", sha256="0" * 64),
        claims=claims,
    )
    assessments = {c.id: assess_claim(c, SOURCES, policy) for c in claims}
    given = ArticleInput("budget", record, TEXT, assessments)
    return build_report([given], SOURCES, TEXTS, policy, made=AT, disputed_only=disputed_only)


@pytest.mark.parametrize(
    ("name", "render"),
    [("report.html", render_html), ("report.md", render_markdown), ("report.json", render_json)],
)
def test_golden(name: str, render: object) -> None:
    golden = HERE / "golden" / name
    printed = render(desk_report())  # type: ignore[operator]
    if os.environ.get("CLAIMCHECK_UPDATE"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(printed, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == printed


def test_the_worst_stands_first_and_the_strip_has_every_claim() -> None:
    article = desk_report().articles[0]
    assert [entry.status for entry in article.entries] == [
        "contradicted",
        "disputed",
        "unsourced",
        "unsourced",
    ]
    assert [status for _, _, status in article.strip] == [
        "contradicted", "disputed", "unsourced", "unsourced", "exempt",
    ]  # fmt: skip


def test_a_whole_report_holds_what_is_settled_too() -> None:
    assert len(desk_report(disputed_only=False).articles[0].entries) == 5


def test_claims_without_any_passage_share_their_paragraph() -> None:
    article = desk_report().articles[0]
    assert [[e.text for e in bare.entries] for bare in article.bare] == [["Nobody knows why."]]
    assert "".join(piece.text for piece in article.bare[0].pieces) == "Nobody knows why. It rained."
    assert len(article.full) + len(article.bare) == len(article.entries)


def test_what_was_changed_in_a_quotation_is_struck_and_inserted() -> None:
    page = render_html(desk_report())
    assert "<del>" in page


def test_nothing_of_a_source_is_markup() -> None:
    page = render_html(desk_report())
    assert "<b>& that" not in page
    assert "&lt;b&gt;&amp; that is that" in page
    assert "<script" not in page


def test_a_private_source_shows_its_pseudonym_and_who_attests_it() -> None:
    assert "Confidential source 1: held privately, attested by m.ito" in render_html(desk_report())


def test_json_is_the_model() -> None:
    data = json.loads(render_json(desk_report()))
    assert data["articles"][0]["entries"][0]["contradicting"][0]["exact"] == "six votes to three"


def edited_report(*, disputed_only: bool = True, **more: object) -> DeskReport:
    good = evidence("minutes", "six votes to three", "supports")
    against = evidence("interview", "It cannot open before September <b>& that is that</b>.", "contradicts")
    return report_on(
        [
            claim("aaaaaaaa", "The vote was seven to two.", "event", good, was="The vote was <six> to three.", **more),
            claim("bbbbbbbb", "The ferry opens in June.", "event", against, was="The ferry opens in autumn."),
            claim("dddddddd", "Nobody knows why.", "state", was="Somebody knows why."),
            claim("eeeeeeee", "It rained.", "state", good),
        ],
        disputed_only=disputed_only,
    )  # fmt: skip


def test_a_sentence_edited_after_it_was_decided_stands_between_the_disputed_and_the_unsourced() -> None:
    (article,) = edited_report().articles
    assert [(e.text, e.group) for e in article.entries] == [
        ("The ferry opens in June.", "contradicted"),
        ("The vote was seven to two.", "changed"),
        ("Nobody knows why.", "unsourced"),
    ]
    assert article.changed == ("budget/aaaaaaaa", "budget/bbbbbbbb"), "nothing was decided on the last"
    assert article.entries[1].status in ("adequate", "strong"), "the status itself stays"
    assert article.entries[1] in article.full


def test_every_form_marks_an_edited_sentence_with_what_it_was() -> None:
    report = edited_report()
    page, plain, data = render_html(report), render_markdown(report), json.loads(render_json(report))
    assert (
        "Sentence changed since its evidence was decided</b>; was: The vote was &lt;six&gt; to three." in page
    )
    assert "<del>&lt;six&gt;</del> <ins>seven</ins>" in page
    assert (
        "**Sentence changed since its evidence was decided**; was: The vote was \\<six\\> to three." in plain
    )
    assert "### Changed since it was decided: " in plain
    assert [e["changed"] for e in data["articles"][0]["entries"]] == [
        "The ferry opens in autumn.", "The vote was <six> to three.", "",
    ]  # fmt: skip


def test_a_signature_on_the_old_wording_is_a_decision_too() -> None:
    signed = claim("dddddddd", "Nobody knows why.", "state", was="Somebody knows why.", signoffs=[
        {"by": "m.ito", "at": AT, "decision": "verified", "fingerprint": "cc1:" + "0" * 16}
    ])  # fmt: skip
    (article,) = report_on([signed], disputed_only=True).articles
    assert [e.group for e in article.full] == ["changed"]


@pytest.mark.parametrize(
    ("text", "sentence", "around"),
    [
        ("One. Two. Three.\n\nFour.", "Two.", ("One. ", " Three.")),
        (
            "A line that is\nwrapped. Two. And\non.\n\nFour.",
            "Two.",
            ("A line that is\nwrapped. ", " And\non."),
        ),
        ("# Head\nTwo. Three.", "Two.", ("", " Three.")),
        ("One.\n\n## Port opens\n\nTwo.", "Port opens", ("", "")),
        ("Berth #4 shut. Two.", "Two.", ("Berth #4 shut. ", "")),
    ],
)
def test_a_sentence_is_shown_in_its_paragraph(text: str, sentence: str, around: tuple[str, str]) -> None:
    start = text.index(sentence)
    assert paragraph_around(text, start, start + len(sentence)) == around


def test_thousands_of_claims_below_millions_of_lines_have_their_places() -> None:
    lines, sentence = 3_000_000, "It rained.\n"
    text = "\n" * lines + sentence * 4_000
    first = claim("aaaaaaaa", "It rained.", "event")
    claims = []
    for number in range(4_000):
        start = lines + number * len(sentence)
        anchor = Anchor(start=start, end=start + len(first.text))
        claims.append(first.model_copy(update={"id": f"budget/{number:08}", "anchor": anchor}))
    about = Article(title="Budget", path="articles/budget.md", sha256="0" * 64)
    record = ClaimFile.model_construct(claimcheck=1, article=about, claims=claims, dropped=[])
    policy = load_policy()
    assessed = assess_claim(first, SOURCES, policy)
    given = ArticleInput("budget", record, text, {one.id: assessed for one in claims})
    made = build_report([given], SOURCES, TEXTS, policy, made=AT, disputed_only=False)
    places = {entry.id: entry.place for entry in made.articles[0].entries}
    assert places["budget/00003999"] == "articles/budget.md:3004000:1"
