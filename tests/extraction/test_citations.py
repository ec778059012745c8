"""References in brackets, and notes that are no claims."""

from __future__ import annotations

import pytest

from claimcheck.documents.readers import markdown, plain
from claimcheck.extraction.citations import References, names_a_source
from claimcheck.extraction.claims import extract_claims

CLAUSE = "The board sold the mill in May"


def cited(text: str) -> list[tuple[str, str]]:
    found = References(plain.read_text(text)).within(0, len(text))
    return [(text[one.start : one.end], one.target) for one in found]


@pytest.mark.parametrize(
    "work",
    [
        "Holt 2019",
        "Holt, 2019",
        "Holt & Moe, 2019",
        "Holt et al., 2019a",
        "Audit Office, 2024",
        "Van Dijk 2019",
        "Holt, 2019, p. 44",
        "Holt 2019: 44",
        "Office of National Accounts, n.d.",
        "Board minutes, 4 June 2019",
        "Board minutes, June 2019",
    ],
)
def test_a_work_in_brackets_hangs_on_the_clause_before_it(work: str) -> None:
    assert cited(f"{CLAUSE} ({work}).") == [(CLAUSE, work)]
    assert cited(f"{CLAUSE} [{work}].") == [(CLAUSE, work)]


@pytest.mark.parametrize(
    "words",
    [
        "see Table 2",
        "Table 2, 2019",
        "May 2019",
        "Spring 2020",
        "born 1950",
        "Born 1950",
        "1950",
        "about 2,000 people",
        "Q3 2020",
        "the old one",
        "PLC",
        "sic",
    ],
)
def test_other_words_in_brackets_cite_nothing(words: str) -> None:
    assert cited(f"{CLAUSE} ({words}).") == []


def test_a_name_with_its_year_is_no_clause() -> None:
    assert cited("The painter Ada Finn (Lisbon, 1954) was poor.") == []


def test_several_works_and_several_clauses() -> None:
    text = f"{CLAUSE} (Holt, 2019; Moe 2020), and the price was never told (source: land register)."
    assert cited(text) == [
        (CLAUSE, "Holt, 2019"),
        (CLAUSE, "Moe 2020"),
        ("and the price was never told", "land register"),
    ]


@pytest.mark.parametrize("around", ["({})", "[{}]", "(see {})", "(source: {})", "(<{}>)"])
def test_an_address_in_brackets_hangs_on_the_words_before(around: str) -> None:
    address = "https://example.org/mill"
    assert cited(f"{CLAUSE} {around.format(address)}.") == [(CLAUSE, address)]


def test_an_address_in_running_text_hangs_on_itself() -> None:
    address = "https://example.org/mill"
    assert cited(f"{CLAUSE}, see {address} for more.") == [(address, address)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{CLAUSE} ([deed](https://example.org/d)).", CLAUSE),
        ("The [deed of May](https://example.org/d) is lost.", "deed of May"),
        ("The ([deed](https://example.org/d)-like) paper is lost.", "deed"),
    ],
)
def test_a_link_that_fills_a_bracket_hangs_on_the_words_before(text: str, words: str) -> None:
    (one,) = References(markdown.read_text(text)).within(0, len(text))
    assert text[one.start : one.end] == words


@pytest.mark.parametrize(
    "note",
    [
        "Holt, Mills of the North, 2019",
        "Hearing of 3 May, page 12",
        "Ibid., p. 4.",
        "Holt, J. (2019). The mill was sold. Ends Press.",
        "https://example.org/mill",
    ],
)
def test_a_note_that_names_a_source(note: str) -> None:
    assert names_a_source(note)


def test_a_note_is_no_claim_but_what_it_asserts_is() -> None:
    text = f"{CLAUSE}.[1] It was empty.[2]\n\n[1] Holt, Mills, 2019\n[2] Two looms were left in the attic.\n"
    found = extract_claims(plain.read_text(text), slug="a")
    assert [claim.text for claim in found.claims][-1] == "Two looms were left in the attic."
    assert ("Holt, Mills, 2019", "note that names a source") in [(one.text, one.why) for one in found.dropped]
    assert {(one.target, found.claims[0].text[one.start : one.end]) for one in found.claims[0].citations} >= {
        ("Holt, Mills, 2019", f"{CLAUSE}.")
    }


@pytest.mark.parametrize("text", ["(" * 100_000, "(Holt, 2019" * 50_000, "a (A " + "b " * 100_000 + "2019)"])
def test_a_flood_of_brackets_ends(text: str) -> None:
    assert cited(text) == []


def test_who_is_named_is_cited_on_what_is_said_and_not_beside_a_link_on_the_name() -> None:
    (claim,) = extract_claims(
        plain.read_text("According to the Audit Office, the mill cost 4 million."), slug="a"
    ).claims
    assert [(claim.text[one.start : one.end], one.target) for one in claim.citations] == [
        ("the mill cost 4 million", "the Audit Office")
    ]
    linked = markdown.read_text(
        "According to the [Audit Office](https://x.example/a), the mill cost 4 million."
    )
    (claim,) = extract_claims(linked, slug="a").claims
    assert [one.target for one in claim.citations] == ["https://x.example/a"]


def test_a_pronoun_that_stands_for_nobody_known_cites_nothing() -> None:
    claims = extract_claims(plain.read_text("He said the mill was shut for good in May.\n"), slug="a").claims
    assert [one for claim in claims for one in claim.citations] == []
