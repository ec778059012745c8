"""Plain pairs of sentences that disagree, and pairs that only look so."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.documents.reading import read_text_document
from claimcheck.extraction.claims import extract_claims
from claimcheck.extraction.relations import Relation, find_relations
from claimcheck.extraction.relations.changes import exchanged
from claimcheck.extraction.relations.studies import find_studies
from claimcheck.extraction.relations.terms import read_claims

BETWEEN = (
    "The committee meets in a former mill beside the river. Visitors may read its letters on weekdays. "
    "A bakery rents the ground floor, and its owner keeps bees.\n"
)


def relations(*sentences: str) -> list[Relation]:
    document = read_text_document(f"\n{BETWEEN}\n".join(sentences) + "\n", "txt")
    claims = extract_claims(document, slug="a").claims
    found = find_relations(claims, document.text)
    known = {claim.id: claim.text for claim in claims}
    for relation in found:
        assert known[relation.first][slice(*relation.first_span)].strip()
        assert known[relation.second][slice(*relation.second_span)].strip()
    return found


def kinds(*sentences: str) -> list[str]:
    return [relation.kind for relation in relations(*sentences)]


DATES = [
    ("The Lea tannery opened on 3 May.", "Since it opened in June, the tannery has lost money."),
    ("The writer was born in Odda in 1933.", "The writer, who was born in 1931, never married."),
    ("The land was bought in 2020.", "Since the county bought the land in 2018, its price has doubled."),
    ("Holm has been mayor since 2009.", "Holm, mayor since 2007, will not stand again."),
    (
        "The regatta was first held in 1998.",
        "Since 1996, when the regatta was first held, it has moved twice.",
    ),
    (
        "The satellite was launched in March 2015.",
        "Since its launch in May 2015, the satellite has sent maps.",
    ),
]
FIGURES = [
    ("The tannery employs 300 people.", "The tannery, with its staff of 280, is the largest in the valley."),
    ("The school has 640 pupils.", "Of the school's 700 pupils, most walk to school."),
    ("The tunnel cost £96 million.", "The £120 million tunnel leaks."),
    (
        "The flood destroyed 140 houses near Sault.",
        "Of the 190 houses that the flood destroyed near Sault, few were insured.",
    ),
    ("The Greens hold 17 of the 40 seats.", "The Greens hold 21 of the 40 seats and can govern alone."),
    ("Martin Oakes, 57, pleaded guilty.", "Oakes, 61, has paid the money back."),
    (
        "The orchestra tours. Its budget is 9.2 million euros.",
        "The orchestra's budget of 8.4 million euros is small.",
    ),
    ("Since she took over, she has cast 312 bells.", "Of the 321 bells that she has cast, two cracked."),
    ("The furnace is heated for eleven hours.", "The nine hours for which the furnace is heated are quiet."),
    ("The tower's height is 120 metres.", "The tower's height is 130 metres."),
    ("The party won in four districts.", "The party won in seven districts."),
    ("The tannery shed 90 jobs in Lea.", "The loss of 70 jobs at the tannery in Lea shook the valley."),
    (
        "The cream cut the risk of a rash by 31 percent.",
        "Nurses welcomed the 13 percent fall in the risk of a rash.",
    ),
    ("Rents in Odda rose by 4 percent.", "The 6 percent rise in rents in Odda drove tenants out."),
    ("Hail caused damage of £7,000 at the nursery.", "The £9,000 damage at the nursery was not insured."),
    ("The potters won a rise in pay of 3.5 percent.", "The 5.3 percent rise in pay applies to all."),
]
DENIALS = [
    ("The council approved the plan.", "The plan, which the council has not approved, would cost a lot."),
    ("Samson conceded defeat on Sunday evening.", "Samson did not concede defeat."),
    ("The board backed the sale on Thursday.", "The board rejected the sale on Thursday."),
    ("No jobs will be cut in Brunnfeld.", "Most of the jobs that will be cut in Brunnfeld are in sales."),
    ("The board has approved the takeover.", "Since the board turned down the takeover, it must buy fans."),
    ("Moe has never paid for an advertisement.", "Customers read the advertisements that Moe pays for."),
    ("The company did not insure the barge.", "The barge was insured by the company."),
]
HEDGES = [
    ("The raid may have cost 4 million euros.", "The raid, which cost 4 million euros, failed."),
    ("A heater may have started the fire.", "The heater that started the fire was old."),
    (
        "A developer has reportedly offered £2 million for the mill.",
        "The developer who offered £2 million for the mill is Dutch.",
    ),
    (
        "It is possible that wolves crossed the motorway.",
        "Wolves crossed the motorway, and a farmer saw them.",
    ),
    ("Oster may have torn a ligament.", "Oster, who tore a ligament, left the ground on crutches."),
    ("The museum might move to the old brewery.", "The museum will move to the old brewery in June."),
    ("The dam could flood two hamlets.", "The dam will flood two hamlets."),
    ("The new kiln could save £80,000 a year.", "The £80,000 annual saving pays for two potters."),
    (
        "Closing the tannery could cost up to 90 jobs.",
        "The loss of 90 jobs at the tannery worries the valley.",
    ),
    ("The toll could raise fares by 9 percent.", "The 9 percent rise in fares hits commuters."),
    ("The sale might bring in £340,000.", "The £340,000 that is coming goes to the schools."),
    ("The varnish might last for ten years.", "After the ten years of varnish the boat is painted."),
    (
        "Unconfirmed reports say boys had lit a stove on the second floor.",
        "The stove that the boys had lit was found.",
    ),
]


@pytest.mark.parametrize(("one", "other"), [*DATES, *FIGURES, *DENIALS])
def test_two_places_that_disagree(one: str, other: str):
    assert kinds(one, other) == ["disagreement"]


@pytest.mark.parametrize(("one", "other"), HEDGES)
def test_a_hedge_that_is_dropped(one: str, other: str):
    assert kinds(one, other) == ["hedge"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lina Moe, 51, runs the ferry.", "Her deputy, Owen Price, is 38."),
        ("Martin Oakes, 57, was jailed.", "His wife, Julia Oakes, 54, was acquitted."),
        ("The firm made 84 million euros in 2024.", "The firm made 79 million euros in 2023."),
        ("The firm plans to cut 90 jobs.", "The firm cut 40 jobs in 2022."),
        ("The plant in Skell employs 1,850 people.", "A second plant, in Lahti, employs 300 people."),
        ("The festival drew 48,000 visitors.", "According to the police, the festival drew 31,000 visitors."),
        (
            "Eleven people were hurt in the crash.",
            "Four of the people hurt in the crash are still in hospital.",
        ),
        ("The dam held through the night.", "The dam did not hold through the night, the mayor claims."),
        ("The frigate is 149 metres long.", "Its sister ship, the Orkan, is 152 metres long."),
        ("The bridge cost £9 million.", "A similar bridge cost £12 million."),
        ("Tarnby won the cup in 1978.", "Tarnby won the cup in 1992."),
        ("The board rejected the plan in March.", "The board backed the plan in June."),
        ("The baths in Orme Street were built in 1936.", "The baths in Lea Park were built in 1988."),
        ("The first attack killed two soldiers.", "The second attack killed nine soldiers."),
        ("“The harbour will never close,” Ruiz said.", "The harbour closed in May."),
        ("Fees will rise by 6 percent in September.", "Fees rose by 4 percent last year."),
        ("The company had 300 staff.", "If the company had 400 staff, it would pay more tax."),
        ("A storm may have sunk the barge.", "The owner confirmed that a storm sank the barge."),
        ("Prices fell by 3 percent in Ostley.", "Prices rose by 3 percent in Drelling."),
        ("The party won in four districts.", "The party won in seven districts in the south."),
        ("The train stops at 12 stations.", "The train stops at 14 stations on Sundays."),
        ("They have held five debates.", "They held 26 debates in all, rivals say."),
        ("In Clarke only 367 Republicans voted.", "Only 360 Republicans voted in Van Buren."),
        ("Ashby's debt is 12 million euros.", "Brill's debt is 14 million euros."),
        ("The club may sell its captain.", "The club will not sell its captain."),
        ("The bank may cut rates in June.", "Most economists expect that the bank will cut rates in June."),
        ("The council may approve the plan.", "The council will vote on the plan on Tuesday."),
        ("About 300 people came to the fair.", "The 310 people who came to the fair ate well."),
        ("The new kiln could save £80,000 a year.", "The possible £80,000 annual saving tempts the potters."),
        ("The sale might bring in £340,000.", "The £340,000 would go to the schools."),
        ("Fees of £340,000 are owed. The sale might bring in £340,000.", "The £340,000 owed is in dispute."),
        ("The new kiln could save £80,000 a year.", "If the £80,000 annual saving is made, fees will fall."),
        ("The new kiln could save £80,000 a year.", "An earlier kiln brought a saving of £80,000."),
        ("Nobody could reach the barge.", "A lifeboat reached the barge on Friday."),
        ("The tannery could hire 90 fitters.", "The tannery hired 90 fitters when it opened."),
        ("The board could sell the pier.", "The board will sell the pier only if it finds a buyer."),
        ("Rents in Odda rose by 4 percent.", "The 6 percent rise in rents in Lea drove tenants out."),
        ("Rents rose by 4 percent last year.", "The 6 percent rise in rents this year drove tenants out."),
        ("In other towns rents rose by 4 percent.", "The 6 percent rise in rents drove tenants out."),
        (
            "The cream cut the risk of a rash by 31 percent.",
            "The older cream's 13 percent cut in the risk is known.",
        ),
        ("The tannery shed 90 jobs.", "The loss of 70 of the jobs was felt in Lea."),
        ("The tannery lost 90 jobs in the spring.", "The loss of 70 jobs at the tannery in 2009 was felt."),
        (
            "The repairs to the weir cost £4,000.",
            "The £6,000 cost of the repairs to the lock was met by anglers.",
        ),
        ("Line 4 carried 2.4 million people in May.", "Line 3 carried 3.7 million people in May."),
        ("Ward 7 has 32 beds.", "Ward 8 has 41 beds."),
        ("Phase 2 will cost £3 million.", "Phase 3 will cost £5 million."),
        ("Platform 1 was shut for 3 days.", "Platform 2 was shut for 5 days."),
    ],
)
def test_what_can_both_be_right(one: str, other: str):
    assert kinds(one, other) == []


def test_both_places_are_quoted():
    (found,) = relations("The tannery employs 300 people.", "The tannery, with its staff of 280, is shut.")
    assert "“300” (“The tannery employs 300 people”)" in found.message
    assert "“280”" in found.message


def test_lost_marks_quote_the_sentence_that_has_them():
    (found,) = relations(
        'Ruiz said: "The four towns are quietly working hand in glove."',
        "The four towns are quietly working hand in glove and nobody objects.",
    )
    assert "“The four towns are quietly working hand in glove”" in found.message
    assert "Ruiz said" in found.message


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Divers freed all 317 seals from the nets.", "The 371 seals that were freed swam off."),
        ("The weir is 1,265 metres long.", "The Tarn weir, 1,256 metres long, was built by hand."),
        ("The firm did not insure the barge.", "The barge was insured by the firm for a third of its price."),
        ("Holm Brewers began work in 2014.", "Work at Holm Brewers began in 2012."),
    ],
)
def test_exchanged_digits_and_deeds_told_in_another_voice(first: str, second: str) -> None:
    assert kinds(first, second) == ["disagreement"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Divers freed all 317 seals from the nets.", "The 371 seals of the colony were counted in May."),
        ("The hearing lasted four hours.", "The six hours of sleep that she had tired the judge."),
        ("Police held 12 men after the raid.", "The 15 men who were held after the match went home."),
        ("The club has 1,204 members.", "The 1,240 members of the union voted on Friday."),
        ("The 312 men of the yard struck.", "The 321 men of the mine struck."),
        ("Holm Brewers moved its office in 2014.", "The office of the bank moved in 2012."),
        ("In the north, 12 people were hurt.", "In the south, 21 people were hurt."),
        ("It cost £1,200 to mend the roof.", "It cost £2,100 to mend the floor."),
        ("The bridge cost £1,250,000.", "The tower cost £1,520,000."),
        ("Divers freed 317 seals in March.", "The 371 seals that were freed in May swam off."),
        ("The weir is 265 metres long.", "The Tarn pier, 256 metres long, was built by hand."),
        ("The letters held classified papers.", "None of the papers was marked classified at the time."),
        ("Holm Brewers opened a shop in 2014.", "A school at Holm Brewers' old yard opened in 2012."),
    ],
)
def test_figures_and_deeds_of_other_things(first: str, second: str) -> None:
    assert "disagreement" not in kinds(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The dust of the quarry may harm the lungs of children.",
            "Fees fell, since the dust of the quarry harms their lungs.",
        ),
        (
            "Some reports say that a brewer wants to buy the weir.",
            "The brewer that wants to buy the weir is silent.",
        ),
        (
            "Stray dogs are believed to eat a tenth of the lambs.",
            "The tenth of the lambs that stray dogs eat is lost.",
        ),
        (
            "Cold air seems to do the worst damage, Dorn said.",
            "The cold air, which does the worst damage, will be gone in May.",
        ),
    ],
)
def test_what_was_doubtful_and_is_taken_for_known(first: str, second: str) -> None:
    assert kinds(first, second) == ["hedge"]


@pytest.mark.parametrize(
    "second",
    [
        "The brewer that may want to buy the weir is silent.",
        "The brewer that wanted to buy the weir was no brewer, Holm said.",
        "Nobody knows that a brewer wants to buy the weir.",
        "“The brewer that wants to buy the weir is silent,” Holm said.",
        "If a brewer wants to buy the weir, fees will fall.",
        "The weir that a miller wants to buy was sold by a brewer.",
    ],
)
def test_what_stays_doubtful(second: str) -> None:
    assert "hedge" not in kinds("Some reports say that a brewer wants to buy the weir.", second)


def test_all_of_a_kind_are_not_the_thing_that_was_doubtful() -> None:
    hedged = "The yard may close its gates to visitors."
    assert kinds(hedged, "Visitors who close the yard gates are rare.") == []
    assert kinds(hedged, "The visitors who close the yard gates are tall.") == ["hedge"]


def test_what_may_be_is_not_what_was_in_another_year() -> None:
    assert kinds("The tannery may move to Lea.", "The tannery that moved to Lea in 1990 has closed.") == []
    assert kinds("The tannery may have moved to Lea.", "The tannery, which moved to Lea, has closed.") == [
        "hedge"
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The ministry may cut the school grant.",
            "The ministry, which cut the school grant last year, is silent.",
        ),
        (
            "The weir is believed to leak at its north end.",
            "The weir that was built to leak at its north end is shut.",
        ),
        (
            "The salve may slow the loss of hair in mice.",
            "Holm dreams of a salve that slows the loss of hair in mice.",
        ),
        (
            "The salve may slow the loss of hair in mice.",
            "There is no salve that slows the loss of hair in mice.",
        ),
        (
            "The salve may slow the loss of hair in mice.",
            "He wants proof that the salve slows the loss of hair in mice.",
        ),
        (
            "The pollen may drift to farms in the east.",
            "Farms in the east, to which the pollen drifts, it is feared, want help.",
        ),
    ],
)
def test_what_is_sought_or_meant_or_long_past_drops_no_hedge(first: str, second: str) -> None:
    assert "hedge" not in kinds(first, second)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("214", "241", True),
        ("7,842 metres", "7,824 metres", True),
        ("€4.2 million", "€2.4 million", True),
        ("214", "214", False),
        ("214", "412", False),
        ("214", "2,140", False),
        ("5", "5", False),
        ("1122", "2211", False),
        ("1.2 million", "21 million", False),
        ("34.5", "3.45", False),
        ("five", "six", False),
    ],
)
def test_two_digits_exchanged(one: str, other: str, found: bool) -> None:
    assert exchanged(one, other) is found


@pytest.mark.parametrize("words", ["at risk", "under threat", "in doubt"])
def test_what_is_at_risk_is_not_told_for_sure(words: str) -> None:
    assert kinds("About 340 jobs may go.", f"The 340 jobs {words} are in Lea.") == []
    assert kinds("About 340 jobs may go.", "The 340 jobs that go are in Lea.") == ["hedge"]


@pytest.mark.parametrize(
    ("first", "found"),
    [
        ("The storm felled 12,340 trees.", True),
        ("The fund owes the town 340 jobs.", False),
        ("The fund perhaps owes the town 340 jobs.", True),
    ],
)
def test_a_figure_told_before_without_a_hedge_is_not_taken_up(first: str, found: bool) -> None:
    hedged, taken = "The plan may bring 340 jobs.", "The 340 jobs that are coming go to the town."
    assert ("hedge" in kinds(first, hedged, taken)) is found


def test_a_study_told_to_be_another_is_another():
    first = "A 2024 study of heron nests on the coast by the Talga Institute found losses."
    assert kinds(first, "A second study of heron nests on the coast found none.") == []
    assert kinds(first, "Similarly, a study found losses of heron nests.") == ["unnamed-study"]


def test_studies_of_the_same_number_are_one_though_told_apart():
    first = "A study of 48,200 people found that tea lowers the pulse."
    (found,) = relations(first, "A separate study of 48,200 people, by Talga University, praises tea.")
    assert found.kind == "same-study"
    assert "48,200" in found.message
    assert kinds(first, "A separate study of 48,300 people praises tea.") == []
    assert kinds(first, "A separate study of 48,200 cattle praises hay.") == []


def test_a_study_of_long_ago_is_not_one_without_a_year():
    first = "A study by Ruth Keller found in 2023 that noise keeps swallows from their nests."
    assert kinds(first, "A study in 1998 found that noise keeps swallows from their nests.") == []


HERONS = "study of heron nests on the coast"


@pytest.mark.parametrize(
    ("first", "second", "third", "found"),
    [
        (
            "A 2025 {} found losses.",
            "A {} by the Talga Institute found losses.",
            "By 2050 all will be gone.",
            1,
        ),
        ("A 2012 {} found losses.", "A {} by the Talga Institute found losses.", "The mill shut in 2025.", 1),
        (
            "A 2024 {} found losses.",
            "A new {} by the Talga Institute found losses.",
            "The mill shut in 2025.",
            1,
        ),
        (
            "A 2012 {} found losses.",
            "A new {} by the Talga Institute found losses.",
            "The mill shut in 2025.",
            0,
        ),
        ("A 2012 {} found losses.", "In 2019, a {} found losses.", "The mill shut in 1986.", 0),
        ("A 2012 {} found losses.", "A {} that the institute published in 2019 found none.", "It rained.", 0),
        ("A 2012 {} found losses.", "A {} showed in 2019 that there were none.", "It rained.", 0),
        ("A 2012 {} found losses.", "A {} (2019) found none.", "It rained.", 0),
        ("A 2012 {} found losses.", "A {}, dated 2019, found none.", "It rained.", 0),
        ("A 2012 {} found losses.", "A {} that compared nests in 1990 and 2010 found none.", "It rained.", 1),
        ("A 2012 {} found losses.", "A {} was published in March 2012 by Talga University.", "It rained.", 1),
    ],
)
def test_only_its_own_year_tells_a_study_from_another(
    first: str, second: str, third: str, found: int
) -> None:
    told = kinds(first.format(HERONS), second.format(HERONS), third)
    assert told.count("same-study") + told.count("unnamed-study") == found


def test_very_many_studies_are_compared_by_what_they_share() -> None:
    text = "A 2024 study of heron nests found losses. It rained.\n\n" * 4_000
    claims = extract_claims(read_text_document(text, "txt"), slug="a").claims
    found = list(find_studies(read_claims(claims, text)))
    assert [relation.kind for relation in found] == ["same-study"] * 3_999


def test_words_retold_with_another_pronoun_have_lost_their_marks():
    told = "Moe's people heard them knocking before they saw a lamp."
    assert kinds('"We heard them knocking before we saw a lamp," Holm said.', told) == ["quotation-marks"]


def test_a_dateline_dates_nothing():
    first = "LEA, 22 July 2025 – The tannery opened on 3 May."
    (found,) = relations(first, "Since it opened in June, the tannery has lost money.")
    assert "3 May" in found.message


def test_a_headline_that_hedges_says_no_more_than_the_text():
    document = "# Tannery could close its kiln\n\nThe tannery may close its kiln, its owner fears.\n"
    claims = extract_claims(read_text_document(document, "md"), slug="a").claims
    assert [one.kind for one in find_relations(claims, document)] == []


def test_a_headline_that_says_will_where_the_text_says_could():
    document = (
        "# New kiln will halve waste in Lea\n\nThe new kiln could halve waste in Lea, its owner says.\n"
    )
    claims = extract_claims(read_text_document(document, "md"), slug="a").claims
    assert {one.kind for one in find_relations(claims, document)} <= {"headline", "hedge"} != set()


def test_a_series_of_years_is_no_disagreement():
    assert kinds("The board spent $4 million in 2019.", "The board spent $5 million in 2020.") == []


def test_a_round_number_is_shared_by_chance():
    first = "A study of 1,000 people found that tea lowers the pulse."
    assert kinds(first, "A separate study of 1,000 people praises bread.") == []


def test_research_without_an_article_is_a_study_too():
    found = kinds(
        "A 2024 study of heron nests on the coast found heavy losses.",
        "Similarly, research by the Talga Institute found heavy losses of heron nests.",
    )
    assert found == ["same-study"]


def test_a_claim_of_a_page_is_not_taken_apart():
    long = "The tannery employs 300 people, " + "and so it goes on, " * 20_000 + "as they say."
    assert kinds(long, "The tannery employs 280 people.") == []


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(alphabet="The tan nery did not emp loy 3 00,.\"“”'’’;-—3%£\n\u200b\u0000é", max_size=120),
        max_size=5,
    )
)
def test_no_text_breaks_the_comparison(sentences: list[str]):
    document = read_text_document("\n\n".join(sentences), "txt")
    claims = extract_claims(document, slug="a").claims
    for relation in find_relations(claims, document.text):
        assert relation.message


def test_a_name_in_capitals_with_an_aside_is_the_subject_and_no_dateline() -> None:
    told = "The town is glad. HALDEX - a maker of tyres - employs 4,300 people in its offices."
    assert "disagreement" not in kinds(told, "NORSK employs 3,900 people in its offices.")
    assert "disagreement" in kinds(told, "HALDEX employs 3,900 people in its offices.")
