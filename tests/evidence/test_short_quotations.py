"""Quotations of a few words that a source has turned, changed or from another mouth: what ``link`` proposes.

All sentences are invented. Half of them are traps: the same words in a source that speaks of something else.
"""

from __future__ import annotations

import pytest

from claimcheck.documents.reading import read_text_document
from claimcheck.evidence.linking import propose
from claimcheck.evidence.source_library import Library
from claimcheck.evidence.speaking import is_somebody_else, speaker_of
from claimcheck.extraction.claims import extract_claims
from claimcheck.records.models import Claim, Evidence, Source
from claimcheck.sources.texts import SourceText

MISQUOTED = (
    (
        "The minister called the railway “very important” in a speech on Monday.",
        "The minister told parliament on Monday that the railway was not very important on its own, but that the port was.\n",
    ),
    (
        "Anna Kerr said there was “no alternative” to closing the school.",
        "Interviewer: So there is no alternative to closing the school?\n\nAnna Kerr: There are several. We look at all of them.\n",
    ),
    (
        "Harbour master Tom Ridley described the new pier as “perfectly safe”.",
        'Tom Ridley, the harbour master, said on Friday: "I would not call the new pier perfectly safe. I would call it usable in summer."\n',
    ),
    (
        "Inspector Lena Voss said the fire at the mill was “an accident”.",
        '"If it was an accident, we shall find the spark," Inspector Lena Voss said of the fire at the mill. "We are not there yet."\n',
    ),
    (
        "The report says the bridge at Colm is “beyond repair”.",
        "Some residents say that the bridge at Colm is beyond repair. Our survey of the bridge found the opposite: eleven of its twelve piers are sound.\n",
    ),
    (
        "Coach Petra Hahn said the team had been “lucky”.",
        'Asked about the match, coach Petra Hahn said: "People say we were lucky. We were not; we trained for the team we met."\n',
    ),
    (
        "Mayor Ines Duarte called the tram plan “a disgrace”.",
        '"It is a disgrace," said Paul Hendry, who leads the opposition, of the tram plan. Mayor Ines Duarte said the plan was the best the town had seen.\n',
    ),
    (
        "Farmer Joe Tully said the flood was “man-made”.",
        "Reporter: Would you say the flood was man-made?\n\nJoe Tully: I would say it rained for nine days.\n",
    ),
    (
        "Dr Elaine Moss said the vaccine was “a miracle”.",
        '"To me it is a miracle," said Greta Lund, whose son was given the vaccine. Dr Elaine Moss, who led the trial of the vaccine, was more careful: "It works in seven of ten."\n',
    ),
    (
        "The chief executive, Mark Oyelaran, called the strike “blackmail”.",
        "The strike was blackmail, one shareholder shouted. The chief executive, Mark Oyelaran, said he understood those who were on strike.\n",
    ),
    (
        "Minister Carla Ruiz said the new tax would be “fair to everybody”.",
        'Minister Carla Ruiz said the new tax would be "fair to almost everybody".\n',
    ),
    (
        "Union leader Bill Marsh said the offer was “completely unacceptable”.",
        'Union leader Bill Marsh said the offer was "completely acceptable" to most of the members.\n',
    ),
    (
        "Prosecutor Dana Weiss said there were “eleven victims”.",
        '"There are seven victims," prosecutor Dana Weiss said on Tuesday.\n',
    ),
    (
        "Judge Omar Sayed called the evidence against the baker “worthless”.",
        '"I do not find the evidence against the baker worthless," Judge Omar Sayed said, "but it does not '
        'carry a conviction."\n',
    ),
)
"""Article and source: something is proposed against the words, or as another's."""
FAIR_OR_UNRELATED = (
    (
        "The minister called the railway “very important”.",
        "The minister said on Monday that the railway was very important to the north.\n",
    ),
    (
        "Anna Kerr said there was “no alternative” to closing the school.",
        "Interviewer: Is the school lost?\n\nAnna Kerr: I see no alternative to closing it.\n",
    ),
    (
        "Mayor Ines Duarte denied that the tram plan was “a disgrace”.",
        '"The tram plan is not a disgrace," Mayor Ines Duarte said.\n',
    ),
    (
        "Judge Omar Sayed did not find the evidence “worthless”.",
        '"I do not find the evidence against the baker worthless," Judge Omar Sayed said.\n',
    ),
    (
        "The minister called the railway “very important” in a speech on Monday.",
        "Sleep is not very important to cats, said the vet, who has nine of them.\n",
    ),
    (
        "Anna Kerr said there was “no alternative” to closing the school.",
        "If there is no alternative to butter, oil will do. Stir the flour in slowly.\n",
    ),
    (
        "Coach Petra Hahn said the team had been “lucky”.",
        "Some say that four-leaved clover is lucky. It grows on the dunes in June.\n",
    ),
    (
        "Inspector Lena Voss said the fire at the mill was “an accident”.",
        "The collision on the A4 was not an accident, the court in Lund found. The driver of the lorry was fined.\n",
    ),
    (
        "Union leader Bill Marsh said the offer was “completely unacceptable”.",
        "The hotel found the guest's conduct completely inexcusable and asked him to leave.\n",
    ),
    (
        "Prosecutor Dana Weiss said there were “eleven victims”.",
        "The storm in Corwen had seven victims, among them two divers.\n",
    ),
    (
        "Minister Carla Ruiz said the new tax would be “fair to everybody”.",
        "The referee was not fair to everybody, the home side complained after the cup match.\n",
    ),
    (
        "The report says the bridge at Colm is “beyond repair”.",
        "My old bicycle is hardly beyond repair, but the shop would not touch it.\n",
    ),
    (
        "Farmer Joe Tully said the flood was “man-made”.",
        "The lake at Orme is not man-made, as visitors think. It was there before the Romans.\n",
    ),
    (
        "Dr Elaine Moss said the vaccine was “a miracle”.",
        "It was a miracle, said the goalkeeper's mother. He had been under the ice for a quarter of an hour.\n",
    ),
    (
        "The bank told customers their savings were “never at risk”.",
        "Whales were never at risk here, if the fishermen are to be believed.\n",
    ),
)


def proposals(article: str, source: str, context: str = "") -> list[tuple[Claim, Evidence]]:
    document = read_text_document(source, "md")
    record = Source.model_validate({"claimcheck": 1, "id": "report", "title": "Report"})
    library = Library([SourceText(record, document.text, tuple(document.blocks), "sha256:1")])
    claims = extract_claims(read_text_document(article, "md"), slug="article").claims
    return [(claim, item) for claim in claims for item in propose(claim, library, context=context)]


def speaks_against(claim: Claim, item: Evidence) -> bool:
    speaker = speaker_of(claim, 0, len(claim.text))
    others = bool(item.match and item.said_by and speaker and is_somebody_else(speaker, item.said_by))
    return item.about == "statement" and (item.stance == "contradicts" or others)


@pytest.mark.parametrize(("article", "source"), MISQUOTED, ids=lambda text: text[:40])
def test_a_short_misquotation_is_proposed_against_or_as_anothers_words(article: str, source: str) -> None:
    assert any(speaks_against(claim, item) for claim, item in proposals(article, source))


@pytest.mark.parametrize(("article", "source"), FAIR_OR_UNRELATED, ids=lambda text: text[:40])
def test_fair_quotations_and_unrelated_sources_are_left_alone(article: str, source: str) -> None:
    assert not any(speaks_against(claim, item) for claim, item in proposals(article, source))


def test_a_turned_quotation_of_two_words_is_told_with_what_was_cut() -> None:
    told = proposals(*MISQUOTED[0])
    assert ("contradicts", "truncated", "very important") in [
        (item.stance, item.match, item.exact) for _, item in told
    ]


def test_where_one_source_has_the_words_fairly_the_other_is_not_held_against_them() -> None:
    article = "The minister called the railway “very important” in a speech on Monday."
    fair = (
        "“It is very important,” the minister said of the railway.\n\nAn aide said it was not very important."
    )
    assert not any(speaks_against(claim, item) for claim, item in proposals(article, fair))


def test_a_claim_that_names_no_matter_is_held_to_what_was_written_before_it() -> None:
    before = "Minister Ida Roth spoke about the northern railway and its tunnel."
    source = "Minister Ida Roth said the railway was not very important. The tunnel would leak.\n"
    other = "Minister Ida Roth said breakfast was not very important to her.\n"
    article = f"{before} Roth called it “very important”."
    assert any(speaks_against(claim, item) for claim, item in proposals(article, source, before))
    assert not any(speaks_against(claim, item) for claim, item in proposals(article, other, before))


@pytest.mark.parametrize(
    ("article", "source", "told"),
    [
        (
            "“It was a muddle,” said Bill Marsh.",
            "Ada Lund: It was a muddle.\n\nBill Marsh: We asked for a tent.\n",
            True,
        ),
        (
            "“We had no say,” said Bill Marsh.",
            "Ada Lund: We had no say.\n\nBill Marsh: We asked for a tent.\n",
            True,
        ),
        (
            "“It was a muddle,” said Bill Marsh.",
            "Ada Lund: It was a muddle.\n\nTom Voss: We asked for a tent.\n",
            False,
        ),
        (
            "Bill Marsh spoke of “muddle”.",
            "Ada Lund: It was a muddle.\n\nBill Marsh: We asked for a tent.\n",
            False,
        ),
    ],
)
def test_a_clause_with_little_in_it_is_known_as_anothers_words_where_the_speaker_speaks_too(
    article: str, source: str, told: bool
) -> None:
    found = [speaks_against(claim, item) for claim, item in proposals(article, source)]
    assert any(found) is told


def test_a_report_of_what_was_said_is_proposed_and_holds_nothing_against_the_quotation() -> None:
    article = "“We were sold the quay for 2 million crowns,” Bill Marsh said."
    source = "The guild was sold the quay for 2 million crowns, Bill Marsh added.\n"
    told = [item for _, item in proposals(article, source) if item.about == "statement"]
    assert {item.stance for item in told} == {"neutral"}
    assert any("Not there as a quotation" in (item.reason or "") for item in told)
