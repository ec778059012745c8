"""Whose name an attribution bears: titles, particles, bodies, groups, pronouns; hops and who is nobody."""

from __future__ import annotations

import pytest

from claimcheck.extraction.attribution import find_attributions
from claimcheck.records.models import Attribution


def last(text: str) -> Attribution:
    return find_attributions(text)[-1]


def words(text: str, found: Attribution, role: str) -> list[str]:
    return [text[span.start : span.end] for span in getattr(found, role)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Dr. M. K. Lund runs the mill. "We sold nothing in May," he added.', "Dr. M. K. Lund"),
        ("Prof. E. Sand of the Mill School said the loom was cold.", "Prof. E. Sand"),
        ("Marten van den Berg, the mill's engineer, said the wheel would hold.", "Marten van den Berg"),
        ("Omar bin Salem al Harbi said the mill had been dry since May.", "Omar bin Salem al Harbi"),
        ("Weavers' leader Petra Sand said the mill was cold.", "Petra Sand"),
        ('Weavers’ leader Petra Sand called it cold. "Nobody asked us," she said.', "Petra Sand"),
        ("The bus drivers' spokesman Per Lund said talks would go on.", "Per Lund"),
        ("Webb & Tolley said it would shut the mill.", "Webb & Tolley"),
        ("According to Brandt, Osei & Lund, the deed was never signed.", "Brandt, Osei & Lund"),
        ("Vermont Senator Leo Tarrant said the mill was empty.", "Senator Leo Tarrant"),
        ("New Zealand Minister Ada Finn said the mill was empty.", "Minister Ada Finn"),
        ('"It was safe," the owner, Millworks, said in a statement.', "Millworks"),
        ("Kim Minjae said it would open. It was late, Kim said.", "Kim Minjae"),
        ("Joan Tully kept the mill. “It never stops,” Tully says.", "Joan Tully"),
        (
            "Mayor Eva Falk and her deputy, Jan Roos, said they would stay.",
            "Mayor Eva Falk and her deputy, Jan Roos",
        ),
        ("The paper, published in a journal of mills, concludes that wheels break.", "The paper"),
        ("Six climbers were brought down. They said the rope had frozen.", "Six climbers"),
        ('"It is a shame," said Rita Holm. Per Dahl, the owner, was not there.', "Rita Holm"),
        ('"Where," asked the widow, "is the deed?"', "the widow"),
        ('"It is only money," shrugged Basil Knott, 70.', "Basil Knott"),
        ("The cause, say investigators, was a loose bolt.", "investigators"),
        ('Said the mayor: "I will not sign it."', "the mayor"),
        ("The minister was quoted by state radio as saying that the mill would reopen.", "The minister"),
    ],
)
def test_a_speaker_bears_the_whole_name_and_no_more(text: str, speaker: str) -> None:
    assert last(text).speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Mark Ennis met Paul Rowe at the mill. He said nobody had been paid.",
        "The board sued the council in May. It said the deed was void.",
        "The mill stands in the United States. He said it was old.",
        "It is widely believed that the mill was burnt.",
    ],
)
def test_of_two_who_may_be_meant_nobody_is_named(text: str) -> None:
    assert last(text).speaker is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mark Ennis met Ann Reid at the mill. She said nobody had been paid.", "Ann Reid"),
        ("Holm won. Per Dahl came second. Holm said it was hard. He added that it rained.", "Holm"),
        ("Paul Rowe told Mark Ennis that it was late. He said the mill was shut.", "Paul Rowe"),
    ],
)
def test_who_fits_alone_or_spoke_before_is_meant(text: str, speaker: str) -> None:
    assert last(text).speaker == speaker


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Col. Bruno Adler told the inquiry that the order came late.", ["that the order came late"]),
        (
            "The roof, engineers warned in March, could not carry more snow.",
            ["The roof", "could not carry more snow"],
        ),
        ('"The grain is gone," the elder said, as translated by Ada Finn.', ['"The grain is gone,"']),
        ("According to Ann Reid, 300 people, citing the cold, left.", ["300 people, citing the cold, left"]),
        (
            "Not since 1976, writes Clara Voss, had the river been so low.",
            ["Not since 1976", "had the river been so low"],
        ),
    ],
)
def test_a_content_is_what_was_said_and_no_more(text: str, content: list[str]) -> None:
    (found,) = find_attributions(text)
    assert words(text, found, "content") == content


@pytest.mark.parametrize(
    ("text", "anonymous"),
    [
        ("A spokeswoman for the Mill Board said it was shut.", False),
        ("A Pentagon spokesman said it was shut.", False),
        ("A spokesman said the mill was shut on Monday.", True),
    ],
)
def test_who_speaks_for_a_named_body_is_not_unnamed(text: str, anonymous: bool) -> None:
    assert last(text).anonymous is anonymous


def test_an_agency_that_reports_a_report_is_a_hop_of_its_own() -> None:
    text = "The premier told the Evening Ledger, Reuters reported, that he would go in May."
    first = find_attributions(text)[0]
    assert [hop.name for hop in first.hops] == ["Reuters", "the Evening Ledger"]


@pytest.mark.parametrize(
    "text", ["Police had found a van in the mill.", "The chairman said nobody had warned her."]
)
def test_acts_and_nobody_say_nothing(text: str) -> None:
    assert not {"found", "warned"} & {
        words(text, one, "cue")[0].split()[-1] for one in find_attributions(text)
    }


@pytest.mark.parametrize(
    "text", ["A. " * 60_000, "St. " * 60_000, "Ann & Co, " * 30_000, "Two men. They said. " * 4_000]
)
def test_a_flood_of_names_ends(text: str) -> None:
    assert isinstance(find_attributions(text), list)


def test_whole_paragraphs_of_quotation_go_on_with_their_speaker() -> None:
    text = (
        "“We came at dawn,” said Ole Berg.\n\n“The men were asleep.\n\n“Then the dog barked.”\n\n"
        "“It was noon,” said Eva Lind.\n"
    )
    berg, lind = find_attributions(text)
    assert words(text, berg, "content")[1:] == ["“The men were asleep.", "“Then the dog barked.”"]
    assert words(text, lind, "content") == ["“It was noon,”"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('"The plan," Berg wrote, "costs a million", but auditors put it at five.', '"costs a million"'),
        ('Asked whether he would go, Ole Berg said: "No."', "whether he would go"),
    ],
)
def test_what_another_says_or_is_asked_is_cut_off(text: str, content: str) -> None:
    assert words(text, find_attributions(text)[0], "content")[-1] == content


def test_who_is_named_beside_a_passive_is_not_the_speaker_before() -> None:
    found = find_attributions('"I do not know," said Lund when asked by Berg about the "missing" files.')
    assert found[0].speaker == "Lund"
    assert [one.speaker for one in found[1:]] in ([], [None])
