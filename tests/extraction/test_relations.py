from __future__ import annotations

import pytest

from claimcheck.documents.reading import read_text_document
from claimcheck.extraction.claims import extract_claims
from claimcheck.extraction.relations import Relation, find_relations

FILLER = (
    "The committee meets in a former mill beside the river. Its archive holds letters from four centuries. "
    "Visitors may read them on weekdays. The roof was repaired by volunteers in autumn. "
    "A bakery rents the ground floor, and its owner keeps bees. The garden slopes towards the water.\n"
)


def relations(text: str) -> list[Relation]:
    document = read_text_document(text, "txt")
    claims = extract_claims(document, slug="a").claims
    found = find_relations(claims, document.text)
    known = {claim.id: claim.text for claim in claims}
    for relation in found:
        for claim, (start, end) in (
            (relation.first, relation.first_span),
            (relation.second, relation.second_span),
        ):
            assert 0 <= start < end <= len(known[claim])
    return found


def kinds(text: str) -> list[str]:
    return [relation.kind for relation in relations(text)]


def test_a_hedge_dropped_on_second_mention():
    text = (
        "Reports indicate that Norland has sent mercenaries to the Kestrel islands.\n"
        + FILLER
        + "The mercenaries Norland sent to the Kestrel islands show how far it will go.\n"
    )
    (found,) = [r for r in relations(text) if r.kind == "hedge"]
    assert "“Reports indicate”" in found.message


def test_a_hedge_kept_is_no_finding():
    text = (
        "Reports indicate that Norland has sent mercenaries to the Kestrel islands.\n"
        + FILLER
        + "The mercenaries Norland reportedly sent to the Kestrel islands wear no badges.\n"
    )
    assert "hedge" not in kinds(text)


def test_a_confirmed_report_is_no_finding():
    text = (
        "Reports indicate that Norland has sent mercenaries to the Kestrel islands.\n"
        + FILLER
        + "Norland confirmed that the mercenaries sent to the Kestrel islands are its own.\n"
    )
    assert "hedge" not in kinds(text)


def test_words_once_quoted_and_then_used_as_the_article_s_own():
    text = (
        'The inspector said the four mills "are quietly working hand in glove to keep wages low."\n'
        + FILLER
        + "The four mills are quietly working hand in glove to drive rivals out.\n"
    )
    (found,) = [r for r in relations(text) if r.kind == "quotation-marks"]
    assert "are quietly working hand in glove to" in found.message


def test_words_quoted_twice_are_no_finding():
    text = (
        'The inspector said the mills "are quietly working hand in glove to keep wages low."\n'
        + FILLER
        + 'That they "are quietly working hand in glove to keep wages low" surprised nobody.\n'
    )
    assert "quotation-marks" not in kinds(text)


def test_common_phrases_are_nobody_s_words():
    text = (
        'Lund said: "At the end of the day the mayor of the town is to blame."\n'
        + FILLER
        + "At the end of the day the doors were closed.\n"
    )
    assert "quotation-marks" not in kinds(text)


def test_one_study_cited_as_two():
    text = (
        "A 2025 study on coastal heron populations calls the losses small.\n"
        + FILLER
        + "Similarly, a study on coastal heron populations by the Talga Institute found that few birds were lost.\n"
    )
    (found,) = [r for r in relations(text) if r.kind == "same-study"]
    assert "may be one study" in found.message


@pytest.mark.parametrize(
    "second",
    [
        "A 2019 study on coastal heron populations by the Talga Institute found the opposite.",
        "A study on urban fox populations by the Talga Institute found few changes.",
    ],
)
def test_studies_that_differ_in_year_or_subject_are_two(second: str):
    assert "same-study" not in kinds(
        "A 2025 study on coastal heron populations calls the losses small.\n" + FILLER + second + "\n"
    )


def test_a_later_mention_without_a_name():
    text = (
        "A study on coastal heron populations by the Talga Institute found that few birds were lost.\n"
        + FILLER
        + "The nests stayed where they were, as noted in a coastal heron populations study.\n"
    )
    assert "unnamed-study" in kinds(text)


def test_a_figure_that_changes_between_mentions():
    text = (
        "The Wexcombe flood destroyed 140 houses along the embankment.\n"
        + FILLER
        + "Along the embankment the Wexcombe flood destroyed 190 houses.\n"
    )
    (found,) = [r for r in relations(text) if r.kind == "disagreement"]
    assert "“140”" in found.message
    assert "“190”" in found.message


@pytest.mark.parametrize(
    "second",
    [
        "Along the embankment the Wexcombe flood destroyed more than 100 houses.",
        "Along the embankment the Wexcombe flood of 1953 destroyed 190 houses.",
        "In Lower Thrupp the storm destroyed 190 houses.",
        "Along the embankment the Wexcombe flood destroyed 190 boats.",
    ],
)
def test_figures_that_can_both_be_right(second: str):
    first = "The Wexcombe flood destroyed 140 houses along the embankment.\n"
    assert "disagreement" not in kinds(first + FILLER + second + "\n")


def test_two_assertions_of_which_one_is_negated():
    text = (
        "The Wexcombe alarm was working on the night of the raid.\n"
        + FILLER
        + "The Wexcombe alarm was not working on the night of the raid.\n"
    )
    assert "disagreement" in kinds(text)


def test_a_headline_that_says_more_than_the_body():
    text = (
        "# Treasurer stole hospice money\n\n"
        "The treasurer allegedly stole money from the hospice over six years.\n\n" + FILLER
    )
    document = read_text_document(text, "md")
    claims = extract_claims(document, slug="a").claims
    assert "headline" in [r.kind for r in find_relations(claims, document.text)]


def test_a_headline_with_the_same_hedge_is_fine():
    text = (
        "# Treasurer allegedly stole hospice money\n\n"
        "The treasurer allegedly stole money from the hospice over six years.\n\n" + FILLER
    )
    document = read_text_document(text, "md")
    claims = extract_claims(document, slug="a").claims
    assert "headline" not in [r.kind for r in find_relations(claims, document.text)]


def test_the_latest_of_something_with_an_old_date():
    text = (
        "The most recent inspection of the dam took place in March 2021.\n"
        + FILLER
        + "A 2025 audit of the dam found cracks.\n"
    )
    assert "stale" in kinds(text)
    assert "stale" not in kinds(text.replace("2025", "2021"))


def test_a_span_that_counts_up_to_publication():
    assert "relative" in kinds("The two states have kept embassies for more than 75 years.\n")
    assert "relative" not in kinds("The two states kept embassies for 75 years until 1990.\n")


def test_a_view_that_nobody_is_named_for():
    assert "no-source" in kinds("The alliance, often described as fragile, meets in May.\n")
    assert "no-source" not in kinds("The alliance was described as fragile by Tom Obi.\n")


def test_the_same_sentence_twice():
    text = (
        "The ferry Saltmarsh sank off the cape on Sunday.\n"
        + FILLER
        + "The ferry Saltmarsh sank off the cape on Sunday.\n"
    )
    assert kinds(text) == ["repeated"]


def test_plain_prose_has_no_findings():
    assert kinds(FILLER) == []


def test_claims_that_do_not_fit_the_text_are_left_out():
    document = read_text_document("The ferry sank.\n\nThe ferry sank.\n", "txt")
    claims = extract_claims(document, slug="a").claims
    assert find_relations(claims, "another text altogether") == []


def test_no_claims_no_relations():
    assert find_relations([], "") == []


def test_many_claims_are_compared():
    text = " ".join(
        f"The town of Wexcombe {n} counted {n % 97} boats in its harbour, and reports say it may have lost some."
        for n in range(600)
    )
    document = read_text_document(text, "txt")
    claims = extract_claims(document, slug="a").claims
    assert len(claims) == 600
    find_relations(claims, document.text)
