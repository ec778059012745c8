"""What the article's own sentence says of a quotation, and what it only seems to say. All sentences are invented."""

from __future__ import annotations

import pytest

from claimcheck.evidence.quotations import judge_quotation

SUPPLIED = (
    (
        "We will pay the drivers once the court has ruled.",
        "We will pay the drivers",
        "Once the court has ruled, “we will pay the drivers”, she said.",
    ),
    (
        "We will pay the drivers if the court agrees.",
        "We will pay the drivers",
        "Should the court agree, “we will pay the drivers”, she said.",
    ),
    (
        "I do not believe that the bridge is safe.",
        "the bridge is safe",
        "She does not believe “the bridge is safe”.",
    ),
    (
        "I do not believe that the bridge is safe.",
        "the bridge is safe",
        "She denied that “the bridge is safe”.",
    ),
    (
        "I do not believe that the bridge is safe.",
        "the bridge is safe",
        "She doubted whether “the bridge is safe”.",
    ),
    (
        "The drug works in mice.",
        "The drug works",
        "The drug works, she wrote, but so far only in mice: “The drug works”.",
    ),
    (
        "Some say that the minister took the money.",
        "the minister took the money",
        "Some say, the paper wrote, that “the minister took the money”.",
    ),
    (
        "Some say that the minister took the money.",
        "the minister took the money",
        "According to rumours that the paper repeated, “the minister took the money”.",
    ),
    (
        "The plan will work, provided that everyone pays.",
        "The plan will work",
        "“The plan will work”, he said, on condition that everyone pays.",
    ),
    (
        "The plan will work, provided that everyone pays.",
        "The plan will work",
        "“The plan will work”, he said – as long as everyone pays.",
    ),
    (
        "We may have to close the school.",
        "have to close the school",
        "They may “have to close the school”, the board said.",
    ),
    (
        "The trams are never late except in snow.",
        "The trams are never late",
        "Except in snow, “the trams are never late”.",
    ),
    (
        "The trams are never late except in snow.",
        "The trams are never late",
        "In snow it is different, but otherwise “the trams are never late”.",
    ),
    (
        "It is a lie that I took the envelope.",
        "I took the envelope",
        "It was a lie, he said, that “I took the envelope”.",
    ),
    (
        "It is a lie that I took the envelope.",
        "I took the envelope",
        "He called it untrue that “I took the envelope”.",
    ),
    (
        "The city is safe for now.",
        "The city is safe",
        "For the moment “the city is safe”, the general said.",
    ),
    (
        "Crime fell by a third in the two streets with cameras.",
        "Crime fell by a third",
        "In the two streets that have cameras, “crime fell by a third”.",
    ),
    (
        "Crime fell by a third in the two streets with cameras.",
        "Crime fell by a third",
        "“Crime fell by a third” where cameras had been put up.",
    ),
    (
        "We will never accept closing the school.",
        "closing the school",
        "She was against “closing the school”.",
    ),
)
"""Source, quotation, and an article's sentence that says itself what was cut."""
MISSING = (
    (
        "We will pay the drivers once the court has ruled.",
        "We will pay the drivers",
        "“We will pay the drivers”, she told the court.",
    ),
    (
        "We will pay the drivers once the court has ruled.",
        "We will pay the drivers",
        "“We will pay the drivers”, she said when she left the court.",
    ),
    (
        "We will pay the drivers if it rains.",
        "We will pay the drivers",
        "As the rain fell she said: “We will pay the drivers”.",
    ),
    (
        "I do not believe that the bridge is safe.",
        "the bridge is safe",
        "She did not hesitate. “The bridge is safe”, she said.",
    ),
    (
        "I do not believe that the bridge is safe.",
        "the bridge is safe",
        "She believes “the bridge is safe”.",
    ),
    (
        "Some say that the minister took the money.",
        "the minister took the money",
        "She said “the minister took the money”.",
    ),
    (
        "It is a lie that I took the envelope.",
        "I took the envelope",
        "He said at the trial: “I took the envelope”.",
    ),
    (
        "The trams are never late except in snow.",
        "The trams are never late",
        "The manager, whose office is in Snow Street, says “the trams are never late”.",
    ),
    (
        "The city is safe for now.",
        "The city is safe",
        "The general was curt. “The city is safe”, he said.",
    ),
    (
        "The plan will work, provided that everyone pays.",
        "The plan will work",
        "Everyone in the room cheered when he said “the plan will work”.",
    ),
    (
        "Crime fell by a third in the two streets with cameras.",
        "Crime fell by a third",
        "The mayor told the council: “Crime fell by a third”.",
    ),
    (
        "The drug works in mice.",
        "The drug works",
        "“The drug works”, she told reporters in Berlin.",
    ),
    (
        "I cannot promise that the ferry will sail.",
        "the ferry will sail",
        "He promised passengers that “the ferry will sail”.",
    ),
    (
        "I do not find the evidence against the baker worthless.",
        "worthless",
        "She called the evidence against the baker “worthless”.",
    ),
)
"""The same where the sentence has words of what was cut, or a denial of something else, and does not say it."""


@pytest.mark.parametrize(("source", "quote", "context"), SUPPLIED)
def test_what_the_article_says_in_its_own_words_is_not_gone(source: str, quote: str, context: str) -> None:
    assert judge_quotation(source, quote).match == "truncated"
    assert judge_quotation(source, quote, context=context).match == "verbatim"


@pytest.mark.parametrize(("source", "quote", "context"), MISSING)
def test_what_the_article_does_not_say_is_gone(source: str, quote: str, context: str) -> None:
    assert judge_quotation(source, quote, context=context).match == "truncated"
