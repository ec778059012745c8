"""Buttons and labels of a page are no sections; what stands over a table of rates asserts nothing."""

import pytest

from claimcheck.documents.reading import read_text_document
from claimcheck.extraction.claims import extract_claims
from claimcheck.extraction.verbs import asserts

WALL = "The harbour wall at Tarn will be rebuilt by 2028 at a cost of £4m."
CRACKS = "The council said the wall had cracked in three places."


@pytest.mark.parametrize(
    "line",
    [
        "Save for later", "Share", "Share this article", "Listen to this article", "Sign in", "Most read",
        "Skip to content", "Subscribe", "Add to reading list", "Print this page", "Share full article",
        "My account", "Text size", "Toggle caption", "Play audio", "4 min read", "Send to a friend",
        "Go to homepage", "Accept all", "Open menu", "Report an error", "Image 1 of 4", "Get alerts",
    ],
)  # fmt: skip
@pytest.mark.parametrize("frame", ["{0}\n\n{1}\n\n{2}\n", "Wall to be rebuilt\n\n{1}\n\n{0}\n\n{2}\n"])
def test_a_button_is_no_section(line: str, frame: str) -> None:
    found = extract_claims(read_text_document(frame.format(line, WALL, CRACKS), "txt"), slug="a")
    assert line not in {claim.section for claim in found.claims} | {claim.text for claim in found.claims}
    assert {WALL, CRACKS} <= {claim.text for claim in found.claims}


def test_a_heading_that_begins_like_a_button_is_one() -> None:
    text = f"Wall to be rebuilt\n\n{WALL}\n\nShare of the cost\n\n{CRACKS}\n"
    found = extract_claims(read_text_document(text, "txt"), slug="a")
    assert [claim.section for claim in found.claims][-1] == "Share of the cost"


@pytest.mark.parametrize(
    "caption",
    [
        "Heart attacks per 1,000 nurses",
        "Claims paid per 100 policies",
        "Bus strikes per year",
        "Police stops per 1,000 residents",
        "Heart attacks among nurses",
    ],
)
def test_a_rate_without_a_verb_asserts_nothing(caption: str) -> None:
    assert not asserts(caption)


@pytest.mark.parametrize(
    "line",
    [
        "Heart attacks per nurse rose in 2024",
        "The ward reports 14 deaths per 1,000 births",
        "Tarn builds two homes per acre",
        "Sales fell by a third in 2024",
    ],
)
def test_a_rate_with_a_verb_asserts(line: str) -> None:
    assert asserts(line)
