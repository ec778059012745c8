from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.documents.model import Block, Document, Reference
from claimcheck.documents.reading import read_text_document
from claimcheck.extraction.claims import Extraction, extract_claims
from claimcheck.extraction.naming import claim_id, normalise_text

ARTICLE = """\
Harbour board approves new crane

By Ana Ruiz

The harbour board approved a crane worth $4.2 million on Tuesday. "We waited nine years," said chair Tom Obi.
Mr. Obi thanked Dr. Ines Lund. What do you think? Tell us in the comments below.

- Ten Ways To Clean A Boat
- The Secret Life Of Seagulls
"""


def extract(text: str, form: str = "txt") -> Extraction:
    return extract_claims(read_text_document(text, form), slug="harbour")


def texts(extraction: Extraction) -> list[str]:
    return [claim.text for claim in extraction.claims]


def test_every_assertive_sentence_is_one_claim_and_nothing_else_is():
    assert texts(extract(ARTICLE)) == [
        "Harbour board approves new crane",
        "The harbour board approved a crane worth $4.2 million on Tuesday.",
        '"We waited nine years," said chair Tom Obi.',
        "Mr. Obi thanked Dr. Ines Lund.",
    ]


def test_what_is_left_out_is_listed_with_a_reason():
    why = {item.text: item.why for item in extract(ARTICLE).dropped}
    assert why["By Ana Ruiz"] == "byline"
    assert why["What do you think?"] == "question"
    assert why["Tell us in the comments below."] == "call to act"
    assert why["Ten Ways To Clean A Boat"] == "list of links"


def test_claims_and_dropped_stretches_cover_the_text():
    extraction = extract(ARTICLE)
    covered = [False] * len(ARTICLE)
    spans = [(c.anchor.start, c.anchor.end) for c in extraction.claims]
    spans += [(item.start, item.end) for item in extraction.dropped]
    for start, end in spans:
        assert not any(covered[start:end])
        covered[start:end] = [True] * (end - start)
    assert all(done or char.isspace() for char, done in zip(ARTICLE, covered, strict=True))


def test_anchor_carries_what_stands_around():
    claim = extract(ARTICLE).claims[2]
    assert claim.anchor.prefix.endswith("on Tuesday. ")
    assert len(claim.anchor.prefix) == 32
    assert claim.anchor.suffix.startswith("\nMr. Obi")


def test_the_same_document_gives_the_same_ids():
    assert [c.id for c in extract(ARTICLE).claims] == [c.id for c in extract(ARTICLE).claims]


def test_equal_sentences_get_ids_of_their_own():
    extraction = extract("The dam broke in May.\n\nNobody was warned in time.\n\nThe dam broke in May.\n")
    ids = [claim.id for claim in extraction.claims]
    assert len(set(ids)) == 3
    assert all(re.fullmatch(r"harbour/[a-z2-7]{8}", claim) for claim in ids)


def test_an_id_grows_on_collision_and_knows_no_quotation_mark_style():
    first = claim_id("a", "He said “yes”.", 0, set())
    assert first == claim_id("a", 'He  said "yes".', 0, set())
    longer = claim_id("a", "He said “yes”.", 0, {first})
    assert longer.startswith(first)
    assert len(longer) == len(first) + 1


def test_a_lone_surrogate_has_an_id():
    assert claim_id("a", "odd \ud800 text", 0, set()) != claim_id("a", "odd text", 0, set())


def test_normalised_text_ignores_case_space_and_typography():
    assert normalise_text("It’s  HERE\n") == "it's here"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The storm killed 14 people on Monday.", "quantity"),
        ('"We had no choice," said Lena Voss.', "quotation"),
        ("The minister said the ferry was safe.", "reported"),
        ("The clerk allegedly burned the files.", "allegation"),
        ("The port will close for repairs.", "prediction"),
        ("The council's plan is a disgraceful shambles.", "judgement"),
        ("Lena Voss is a surgeon from Tromsø.", "identity"),
        ("The bridge collapsed because a bolt had rusted.", "cause"),
        ("The northern pier is longer than the southern one.", "comparison"),
        ("Thieves broke into the chapel.", "event"),
        ("The harbour lies north of the town.", "state"),
    ],
)
def test_kinds(sentence: str, kind: str):
    assert [claim.kind for claim in extract(sentence + "\n").claims] == [kind]


def test_an_opinion_is_no_fact_to_check():
    opinion, fact = extract("The plan is a shameful farce. The plan costs 40 million crowns.\n").claims
    assert (opinion.kind, opinion.check_worthiness.label) == ("judgement", "NFS")
    assert fact.check_worthiness.label != "NFS"


def test_evaluative_words_of_somebody_else_are_no_judgement_of_the_article():
    (claim,) = extract('The mayor called the plan "a shameful farce and a disgrace".\n').claims
    assert claim.kind == "quotation"


def test_what_somebody_said_is_not_asserted_by_the_article():
    said, own = extract("Officials said that the dam was sound. The dam broke in May.\n").claims
    assert not said.asserted
    assert own.asserted


def test_parts_are_quotations_figures_dates_and_names():
    (claim,) = extract(
        'On 3 March 2026 Ines Lund paid $4 million for what she called "a very small island".\n'
    ).claims
    parts = {(part.kind, claim.text[part.start : part.end]) for part in claim.parts}
    assert {
        ("date", "3 March 2026"),
        ("name", "Ines Lund"),
        ("figure", "$4 million"),
        ("quotation", "a very small island"),
    } <= parts


def test_a_section_is_the_heading_a_claim_stands_under():
    claims = extract("# Storm hits coast\n\n## Damage\n\nThe storm destroyed the old pier.\n", "md").claims
    assert claims[-1].section == "Damage"


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Breaking news", "Storm hits coast"),
        ("News:", "Storm hits coast"),
        ("LATEST HEADLINES", "Storm hits coast"),
        ("More local news", "Storm hits coast"),
        ("Good news for anglers", "Good news for anglers"),
        ("World", "World"),
        ("Live animals", "Live animals"),
        ("And", "And"),
    ],
)
def test_a_label_of_news_is_no_section(heading: str, section: str) -> None:
    text = f"# Storm hits coast\n\n## {heading}\n\nThe storm destroyed the old pier.\n"
    assert extract(text, "md").claims[-1].section == section


def test_a_label_of_news_ends_the_section_before_it() -> None:
    text = "# Town\n\n## Sport\n\nThe club won in Lea.\n\n## Breaking news\n\nThe storm destroyed the pier.\n"
    assert [claim.section for claim in extract(text, "md").claims][-2:] == ["Sport", "Town"]


def test_a_writers_link_is_cited_on_the_words_it_hangs_on():
    text = "The board met on Tuesday, minutes show."
    start = text.index("minutes show")
    document = Document(
        text=text,
        format="txt",
        blocks=(Block("paragraph", 0, len(text)),),
        references=(Reference(start, start + 12, "https://example.org/minutes", "link"),),
    )
    (claim,) = extract_claims(document, slug="a").claims
    linked = [c for c in claim.citations if c.kind == "link"]
    assert [(claim.text[c.start : c.end], c.target) for c in linked] == [
        ("minutes show", "https://example.org/minutes")
    ]


def test_a_backward_noun_is_spelled_out_where_only_one_thing_can_be_meant():
    text = "A 2024 survey of 900 nurses was published in May. The survey covered four hospitals.\n"
    assert extract(text).claims[1].resolved == {"The survey": "A 2024 survey of 900 nurses"}


def test_a_backward_noun_with_two_candidates_is_left_alone():
    text = (
        "A survey of nurses was published in May. A survey of doctors came in June. The survey was small.\n"
    )
    assert extract(text).claims[2].resolved == {}


def test_hard_wrapped_sentences_stay_whole():
    text = (
        "The trustees of the museum said on Thursday that the collection would be moved,\n"
        "at a cost of 3 million euros, to a former mill. The director, Dr.\n"
        "Oona Feldt, resigned the same evening and gave no reason for it to reporters.\n"
    )
    found = [" ".join(claim.text.split()) for claim in extract(text).claims]
    assert (
        found[1]
        == "The director, Dr. Oona Feldt, resigned the same evening and gave no reason for it to reporters."
    )


def test_every_sentence_of_a_long_quotation_is_a_claim():
    text = '"The water came at night. We ran. Who would have stayed?" said Emre Kaya.\n'
    assert len(extract(text).claims) == 3


@pytest.mark.parametrize("text", ["", "\n\n \n", "\x00", "\u202e", "…", "***"])
def test_nothing_gives_nothing(text: str):
    assert extract(text).claims == ()


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "word " * 200_000,
        '"' * 50_000,
        "The dam broke. " * 5_000,
        "- Ten Ways To Win\n" * 10_000,
        "((((" * 20_000,
        "the most the most " * 20_000,
    ],
    ids=["letters", "words", "marks", "sentences", "links", "brackets", "superlatives"],
)
def test_hostile_input_is_read_in_time_and_exactly(text: str):
    extraction = extract(text)
    for claim in extraction.claims[:50]:
        assert text[claim.anchor.start : claim.anchor.end] == claim.text


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
def test_offsets_are_exact_for_any_text(text: str):
    document = read_text_document(text, "txt")
    extraction = extract_claims(document, slug="any")
    end = 0
    spans = [(c.anchor.start, c.anchor.end, c.text) for c in extraction.claims]
    spans += [(item.start, item.end, item.text) for item in extraction.dropped]
    for start, stop, exact in sorted(spans):
        assert end <= start < stop
        assert document.text[start:stop] == exact
        assert not document.text[end:start].strip()
        end = stop
    assert not document.text[end:].strip()


@pytest.mark.parametrize(
    "line",
    [
        "Port jobs cut by 12%",
        "Council tax up 4%",
        "Ferry deaths down by 30",
        "Shares hit by 40p fall in profit",
        "Unemployment fell to 4.1 per cent",
        "Town hosts 3,000 runners",
    ],
)
def test_a_headline_that_says_what_moved_is_a_claim(line: str):
    article = f"# {line}\n\nThe harbour board approved a budget of $41.2 million on Tuesday.\n"
    assert line in texts(extract(article, "md"))


@pytest.mark.parametrize(
    "line", ["Sea walls and money", "Round-up 2026", "Bus routes 14 and 15", "Opening times"]
)
def test_a_label_is_no_claim(line: str):
    article = (
        f"The harbour board approved a budget of $41.2 million on Tuesday.\n\n## {line}\n\nIt met twice.\n"
    )
    assert line not in texts(extract(article, "md"))


FACTS = """\
# Bryce Foods to open second bakery

The family-owned maker of flatbreads will open a second bakery in Harrow Bay in September, it said.

- The site covers 11,000 square metres
- The port employs 300 people
- Opening: September 2026
- Jobs: 180, of which 90 are apprenticeships

The company bought the former mill in 2024 for a sum that was not disclosed.
"""


def test_items_of_a_list_of_facts_are_claims():
    found = texts(extract(FACTS, "md"))
    assert "The port employs 300 people" in found
    assert "Opening: September 2026" in found
    assert "Jobs: 180, of which 90 are apprenticeships" in found


def test_the_mark_of_a_note_goes_with_the_sentence_before_it():
    article = "The walls will cost £3m, the board said. [2] It has not said who will pay.[3] [4] Work began in May.\n"
    assert texts(extract(article)) == [
        "The walls will cost £3m, the board said. [2]",
        "It has not said who will pay.[3] [4]",
        "Work began in May.",
    ]


def test_the_lines_of_a_press_release_are_furniture_and_its_headline_is_not():
    release = (
        "PRESS RELEASE\n\nBryce Foods to open second bakery in Harrow Bay\n\n"
        "The maker of flatbreads will open a second bakery in September, it said on Monday.\n\nENDS\n\n"
        "High-resolution images are available on request.\n"
    )
    assert texts(extract(release)) == [
        "Bryce Foods to open second bakery in Harrow Bay",
        "The maker of flatbreads will open a second bakery in September, it said on Monday.",
    ]


@pytest.mark.parametrize(
    ("question", "claimed"),
    [
        ("Did 40 of the 50 trains fail?", False),
        ("Will the pier be sold?", False),
        ("How many women work there today?", False),
        ("Why did 40 of the 50 trains fail?", True),
        ("Is it right that 40 children died in 2019?", True),
    ],
)
def test_a_question_asserts_only_what_it_takes_for_granted(question: str, claimed: bool):
    article = f"The harbour board approved a budget of $41.2 million on Tuesday. {question}\n"
    assert (question in texts(extract(article))) == claimed
