"""Headlines of two or three words, and cells of tables behind the last sentence."""

from __future__ import annotations

import pytest

from claimcheck.documents.readers import html
from claimcheck.extraction.claims import extract_claims
from claimcheck.extraction.verbs import asserts_as_headline


@pytest.mark.parametrize(
    "headline",
    ["Mill closes", "Bridge collapses", "Strike Ends", "Prices rise", "Talks collapse", "The harbour opens"],
)
def test_a_short_headline_with_a_verb_asserts(headline: str) -> None:
    assert asserts_as_headline(headline)


@pytest.mark.parametrize(
    "headline",
    [
        "Mill closure", "Rate cuts", "House prices", "Sports results", "Sales drop", "Sea change",
        "What happens next", "If mill closes", "Loss of votes", "Our values",
    ],
)  # fmt: skip
def test_a_label_does_not(headline: str) -> None:
    assert not asserts_as_headline(headline)


PAGE = """<html><body><article><h1>Mill closes</h1>
<p>The Tarn mill shut its gates on Friday after 140 years, with the loss of 212 jobs.</p>
<p>The owner, Lund Paper, blamed energy prices that it said had doubled in three years.</p>
<table><caption>Jobs at the mill</caption><tr><th>Year</th><th>Jobs</th><th>Latest</th></tr>
<tr><td>2015</td><td>400</td><td>yes</td></tr><tr><td>2025</td><td>212</td><td>no</td></tr></table>
</article></body></html>"""


def test_a_table_behind_the_last_sentence_is_a_table() -> None:
    found = extract_claims(html.read(PAGE.encode(), "page.html"), slug="mill")
    assert found.claims[0].text == "Mill closes"
    assert {item.text: item.why for item in found.dropped} == {
        "Jobs at the mill": "caption that asserts nothing",
        **dict.fromkeys(
            ["Year", "Jobs", "Latest", "2015", "400", "yes", "2025", "212", "no"], "table cell"
        ),
    }  # fmt: skip


def test_a_cell_asserts_only_as_a_sentence() -> None:
    page = PAGE.replace("<td>400</td>", "<td>Land sold, in millions</td>").replace(
        "<td>212</td>", "<td>The mill employed 212 people that year.</td>"
    )
    found = extract_claims(html.read(page.encode(), "page.html"), slug="mill")
    assert "Land sold, in millions" in [item.text for item in found.dropped]
    assert "The mill employed 212 people that year." in [claim.text for claim in found.claims]
