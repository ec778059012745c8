from __future__ import annotations

import pytest

from claimcheck.documents.reading import read_text_document
from claimcheck.extraction.claims import extract_claims
from claimcheck.extraction.duties import states_duty
from claimcheck.extraction.idioms import has_idiom_of_view

NEWS = "Ferry fares rise\nBy Ana Ruiz\nThe council voted 8-3 on Monday to raise ferry fares from May.\n"
VIEW = "Opinion\nFares are too high\nBy Ana Ruiz\nThe council voted 8-3 on Monday to raise ferry fares from May.\n"


def kind_in(page: str, sentence: str) -> str:
    claims = extract_claims(read_text_document(page + sentence + "\n", "txt"), slug="a").claims
    return next(claim.kind for claim in claims if claim.text == sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Under the harbour code, skippers must report every passenger.",
        "Owners must register a boat within ten days.",
        "Parliament must now decide whether to accept the treaty.",
        "The bill must be approved by the upper house.",
        "Anyone with a dog must keep it on a lead at the pier.",
    ],
)
@pytest.mark.parametrize("page", [NEWS, VIEW], ids=["news", "opinion page"])
def test_a_duty_in_rules_is_no_judgement(page: str, sentence: str):
    assert states_duty(sentence.lower())
    assert kind_in(page, sentence) != "judgement"


@pytest.mark.parametrize(
    "sentence",
    [
        "The council must think again.",
        "We must not let the ferry die.",
        "The mayor has learned nothing from her mistakes.",
        "That was a failure of nerve.",
        "The old pier is too precious to be left to rot.",
        "Money was poured down the drain.",
    ],
)
def test_the_writers_demand_or_verdict_is_a_judgement(sentence: str):
    assert kind_in(VIEW, sentence) == "judgement"


def test_a_menu_that_lists_opinion_among_sections_makes_no_opinion_page():
    menu = "Markets\nSport\nOpinion\nWeather\nTravel\n"
    assert kind_in(menu + NEWS, "Most islanders have no car.") != "judgement"
    assert kind_in(VIEW, "Most islanders have no car.") == "judgement"


REVIEW = (
    "Film\nTidewrack review – a thriller with salt in its lungs\nOwen Pell\n"
    "The film was shot in 23 days on a budget of €1.8m.\n"
)


@pytest.mark.parametrize(
    "sentence",
    [
        "It feels longer.",
        "The script is in search of a plot.",
        "The food was not.",
    ],
)
def test_a_reviewers_word_on_the_work_is_a_judgement(sentence: str):
    assert kind_in(REVIEW, sentence) == "judgement"


@pytest.mark.parametrize(
    "sentence", ["Dahl made eleven short films.", "The film won the jury prize at Port Amity."]
)
def test_a_fact_in_a_review_is_none(sentence: str):
    assert kind_in(REVIEW, sentence) != "judgement"


def test_a_review_of_spending_is_no_review():
    page = "Politics\nSpending review: what we know\nBy Ana Ruiz\nThe council voted 8-3 on Monday to raise fares.\n"
    assert kind_in(page, "The plan is long.") != "judgement"


def test_what_nobody_would_look_up_is_a_view_on_an_opinion_page_only():
    sentence = "The council knows this and does not care."
    assert kind_in(VIEW, sentence) == "judgement"
    assert kind_in(NEWS, sentence) != "judgement"


ANALYSIS = "Politics\nAnalysis\nFares buy the council a year\nBy Ana Ruiz\nThe council voted 8-3 on Monday.\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "Strategy has become a substitute for money.",
        "It is a harbour built by people who have never seen a boat.",
        "We deserve a timetable and not another apology.",
        "Nobody who has waited in that shed will believe a word of it.",
    ],
)
def test_a_view_without_one_word_of_evaluation_is_told(sentence: str):
    assert kind_in(VIEW, sentence) == "judgement"


@pytest.mark.parametrize(
    "sentence",
    [
        "The shed has no heating.",
        "Most islanders have no car.",
        "The new boat is larger than the old one.",
        "Appeals are heard in the autumn.",
        "Ferries were cancelled on both days.",
        "Residents called the decision a disgrace.",
        "The union said the council had learned nothing.",
        "The minister described the harbour as a shambles.",
    ],
)
def test_plain_facts_and_the_views_of_others_are_no_view_of_the_writer(sentence: str):
    assert kind_in(NEWS, sentence) != "judgement"
    assert kind_in(ANALYSIS, sentence) != "judgement"


@pytest.mark.parametrize(
    "kicker", ["Columnists", "Editorials", "Leading article", "Letters to the editor", "Essay"]
)
def test_other_names_of_opinion_pages_are_known(kicker: str):
    page = VIEW.replace("Opinion", kicker, 1)
    assert page != VIEW
    assert kind_in(page, "The council knows this and does not care.") == "judgement"


def test_a_will_is_no_forecast():
    assert kind_in(NEWS, "The will was read on a boat.") != "prediction"


@pytest.mark.parametrize(
    "sentence",
    [
        "A toll of £9 for a bridge of 40 yards is daylight robbery.",
        "The queue, to put it mildly, did not move between 9am and noon on 3 May.",
        "It was, it must be said, a dull evening for the 900 who came.",
        "Two hours for 31 signatures is an almost comic return.",
    ],
)
def test_a_turn_of_phrase_tells_a_view_whatever_figures_stand_beside_it(sentence: str):
    assert has_idiom_of_view(sentence.lower())
    assert kind_in(NEWS, sentence) == "judgement"


@pytest.mark.parametrize(
    "sentence",
    [
        "The island has more sheep than any country on earth.",
        "The witness said that the toll was daylight robbery.",
        "Half of all people worldwide live within 200 km of a coast.",
        "The clerk found a book of stamps.",
    ],
)
def test_plain_words_and_others_idioms_tell_no_view_of_the_writer(sentence: str):
    assert kind_in(NEWS, sentence) != "judgement"
