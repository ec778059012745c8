from __future__ import annotations

import pytest

from claimcheck.documents.reading import read_text_document
from claimcheck.extraction.boilerplate import sort_blocks
from claimcheck.extraction.boilerplate.calls import call_to_reader, is_fragment
from claimcheck.extraction.boilerplate.language import is_foreign
from claimcheck.extraction.claims import extract_claims
from claimcheck.extraction.verbs import asserts, asserts_as_headline, words_of

BODY = (
    "The ferry Saltmarsh ran aground off the northern cape on Sunday with 212 passengers on board. "
    "Nobody was hurt, the coastguard said.\n"
    "The captain of the ferry told the coastguard that fog had hidden the light on the cape.\n"
)


def reasons(text: str) -> dict[str, str | None]:
    document = read_text_document(text, "txt")
    return {document.text[s.start : s.end]: s.why for s in sort_blocks(document)}


def kept(text: str) -> list[str]:
    return [claim.text for claim in extract_claims(read_text_document(text, "txt"), slug="a").claims]


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Ana Ruiz / Northlight",
        "© 2026 The Cape Ledger. All rights reserved.",
        "Share this article",
        "Sign up for our weekly newsletter",
        "We use cookies to improve your experience on this website.",
        "Comments (14)",
        "Read more: Fog and the law",
        "Home | News | Sport | Weather",
        "Advertisement",
        "We and our 212 partners value your privacy",
        "Share prices delayed by at least 20 minutes",
        "Thanks, you're signed up.",
        "Yes, I would like to hear from the Ledger.",
        "Your subscription pays for reporters in every town.",
        "2,114 votes. The results are not scientific.",
        "Worried about a neighbour? The Harbour Line is open from 8am to 6pm.",
        "If you are struggling with debt, call the Harbour Line on 0800 555 0100.",
        "Correction: the ferry is 84 metres long, not 48 as we first had it.",
        "Ana Ruiz, the editor of Northlight, chooses her favourites in this weekly newsletter.",
        "3. Ruane, K., Odd-Bell, M. et al. J. Tidal Stud. 12, 44–61 (2024).",
        "Filed under: Ferries, Fog",
        "Published 4 May 2026, 09:12",
        "5 min read",
        "https://img.capeledger.example/2026/05/ferry_640x360.jpg?quality=80",
        "¿Por qué se hundió el barco en la costa?",
        "Почему паром сел на мель у мыса",
        "Tags: ferry, fog",
        "Follow us on Facebook",
        "The views expressed are the author's own.",
        "Related articles",
        "Got a tip? Write to desk@capeledger.example",
        "This story is more than three years old",
        "You have two free articles left this month.",
        "To continue reading, sign in.",
        "By signing up, I accept the terms of use.",
        "(Adds the owner's comment in the third paragraph.)",
        "Something went wrong, please try again later.",
        "Materials provided by the Cape Institute.",
        "Do you have a question? We welcome all letters.",
        "12h ago",
        "Ana Ruiz contributed to this report.",
        "How we checked this article:",
        "Our editors look at all stories again once a year.",
        "Bookmark",
        "Aug. 3, 2026 — A wreck found by divers off the southern bank may be older than any other ...",
    ],
)
def test_page_furniture_is_no_claim(line: str):
    assert line not in kept(BODY + line + "\n")


def test_a_box_in_which_the_site_speaks_of_itself_is_furniture():
    box = "Sign up to Tide\nOur weekly letter brings you the best of the coast\nEnter your email address\n"
    assert kept(BODY + box + BODY) == [*kept(BODY), *kept(BODY)]


def test_a_short_sentence_of_the_article_between_two_such_boxes_stays():
    box = "Sign up for our newsletter\n"
    assert "The coastguard has closed the cape." in kept(
        BODY + box + "The coastguard has closed the cape.\n" + box + BODY
    )


def test_a_note_on_the_author_is_told_by_name_and_trade():
    text = f"Ferry aground off the cape\nBy Ana Ruiz\n{BODY}Ana Ruiz is a reporter and lives in Saltmarsh.\n{BODY}"
    assert reasons(text)["Ana Ruiz is a reporter and lives in Saltmarsh."] == "note on the author"


def test_titles_under_a_bare_cue_are_links_up_to_the_next_sentence():
    text = f"Ferry aground off the cape\n\n{BODY}RELATED COVERAGE\nTwo tugs sold\nHarbour plan dropped\nShare\n{BODY}"
    found = reasons(text)
    assert found["Two tugs sold"] == found["Harbour plan dropped"] == "list of links"
    assert kept(text)[-1].startswith("The captain")


def test_the_last_title_under_a_cue_is_no_heading_of_what_follows():
    links = "Related coverage\nCat found in postbag\nBaker fined over short loaves at fair\n"
    text = kept("Ferry aground off cape\n" + BODY + links + BODY.replace("Sunday", "Monday"))
    assert not any("loaves" in claim or "postbag" in claim for claim in text)
    headed = BODY + "Related coverage\nCat found in postbag\nCoastguard blames the captain\n" + BODY
    assert "Coastguard blames the captain" in kept("Ferry aground off cape\n" + headed)


def test_a_line_that_only_begins_the_headline_again_is_no_second_claim():
    text = f"Ferry aground off northern cape as fog hides light\n\n{BODY}Ferry aground off northern cape.\n{BODY}"
    assert reasons(text)["Ferry aground off northern cape."] == "repeats the headline"


def test_advice_stays_advice_with_a_condition_behind_it():
    assert call_to_reader("Ask your doctor if you are tired all day.") == "call to act"
    assert call_to_reader("Work on the bridge stopped when the ferry sank.") is None


def test_lists_of_what_is_most_read_are_told_by_their_ranks():
    text = f"{BODY}\n- 1 Ferry captain wins the lottery\n- 2 Cape hotel is sold again\n"
    assert kept(text) == kept(BODY)


@pytest.mark.parametrize(
    "sentence",
    [
        "Share prices fell by 3 percent after the ferry ran aground.",
        "Comments by the captain angered the families of the passengers.",
        "Photographs of the ferry show a hole two metres wide.",
        "Read out in court, the letter named the captain.",
        "Home sales in the cape towns rose by a fifth last year.",
        "Cookies baked on board were thrown into the sea, the cook said.",
        "Follow-up checks found that the ferry had two broken radars.",
        "By Friday, 300 people had signed the petition.",
        "Visit numbers at the lighthouse doubled in 2025.",
        "El País de la Costa reported that the captain had been warned.",
        '"Don\'t send any more ferries," wrote the harbour master in May.',
        "Search teams found the ferry's log on Monday.",
        "Work on the lighthouse began in March.",
        "Contact with the ferry was lost at 3 a.m.",
        "Support for the ferry line has fallen to 31 percent.",
        "Reports indicate that the radar was broken.",
        "He embraced the captain.",
        "It disintegrated.",
    ],
)
def test_running_prose_that_looks_like_furniture_is_kept(sentence: str):
    assert sentence in kept(BODY + sentence + "\n" + BODY)


def test_a_contents_list_repeats_the_headings():
    text = (
        "Ferry runs aground\nIn this article\n- How it happened\n- Who is to blame\n\nHow it happened\n"
        + BODY
        + "Who is to blame\n"
        + BODY
    )
    why = reasons(text)
    document = read_text_document(text, "txt")
    listed = [s.why for s in sort_blocks(document) if s.block.kind == "list_item"]
    assert listed == ["table of contents", "table of contents"]
    assert why["How it happened"] == "heading that asserts nothing"


def test_a_chapter_of_the_contents_list_is_a_label_although_it_holds_a_verb():
    text = (
        "Ferry runs aground\nTable of Contents\n- The Changing Coast: A New Danger Emerges\n- Old Maps and Charts\n\n"
        "The Changing Coast: A New Danger Emerges\n" + BODY + "Old Maps and Charts\n" + BODY
    )
    assert not [claim for claim in kept(text) if "Danger" in claim]


def test_title_case_lists_between_paragraphs_are_links():
    links = [
        "The Untold Story Of A Famous Cake",
        "Ten Gadgets Your Kitchen Needs",
        "How To Train A Nervous Horse",
    ]
    text = BODY + "".join(f"- {link}\n" for link in links) + BODY
    why = reasons(text)
    assert [why[link] for link in links] == ["list of links"] * 3


def test_a_list_that_reports_is_kept():
    items = [
        "The ferry left the harbour at 2 a.m.",
        "Fog was reported at 2.40 a.m.",
        "The radar failed twice in May",
    ]
    text = BODY + "".join(f"- {item}\n" for item in items) + BODY
    assert [item in kept(text) for item in items] == [True] * 3


def test_headlines_after_the_text_belong_to_other_articles():
    text = BODY + "Bakery Wins Prize For Rye Bread\nStorm Expected In The Hills\n"
    assert "Bakery Wins Prize For Rye Bread" not in kept(text)


@pytest.mark.parametrize(
    "line",
    [
        "Two held after museum raid",
        "Council to scrap night buses",
        "Rebels plan vote as minister quits",
        "Shares slump 18% after profit warning",
        "A New Axis Emerges",
        "Warehouse costs doubled",
    ],
)
def test_headlines_that_assert(line: str):
    assert asserts(line)


@pytest.mark.parametrize(
    "line",
    [
        "Conclusion",
        "Historical Ties and Nuances",
        "The road to resignation",
        "What's in the plan",
        "How do you date a sponge?",
        "Key numbers",
        "Support for the war effort",
        "Joint Military Drills and Proposals",
        "The real cost",
        "Left and right",
        "'Nothing to lose'",
        "Ways to save",
    ],
)
def test_labels_assert_nothing(line: str):
    assert not asserts(line)


def test_a_main_headline_may_lack_a_verb():
    assert asserts_as_headline("Dozens dead in boat fire off the coast")
    assert asserts_as_headline("Two dead")
    assert asserts_as_headline("Airline folds")
    assert asserts_as_headline("Dam bursts")
    assert not asserts_as_headline("The Shifting Order: The Alignment Of Four Powers")
    assert not asserts_as_headline("Why the ferry sank")


@pytest.mark.parametrize(
    "sentence",
    [
        "Tell us in the comments below.",
        "Write to your councillor before the vote on 12 June.",
        "Let us not go quietly.",
        "Please share this story.",
        "Anyone with information is asked to call 101.",
        "Don't miss our special report.",
        "And then ask yourself who paid.",
        "Thank you for reading.",
        "Stand behind a heavy table and bend one knee.",
        "Rinse the lentils twice, then simmer them for an hour.",
        "So clear a path to the gate tonight.",
    ],
)
def test_calls_to_the_reader(sentence: str):
    assert call_to_reader(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Residents were urged to leave their homes on Sunday.",
        "Reports of fraud doubled in 2024.",
        "Call centres in the region lost 400 jobs.",
        "Like her mother, she never spoke of it.",
        "Help came too late for the crew.",
        "See, nobody knew.",
        "Plant workers walked out on Monday.",
        "Count Orlov left the palace at dawn.",
        "Rest homes in the county lost 400 beds.",
    ],
)
def test_statements_are_no_calls(sentence: str):
    assert call_to_reader(sentence) is None


def test_a_question_that_rests_on_a_figure_is_kept_unless_put_to_the_reader():
    text = BODY + "Why did 40 of the 52 lifeboats leak? Would you pay $40 for a ferry ticket? Who knows?\n"
    found = kept(text)
    assert "Why did 40 of the 52 lifeboats leak?" in found
    assert "Would you pay $40 for a ferry ticket?" not in found
    assert "Who knows?" not in found


def test_a_question_somebody_asked_is_a_quotation():
    assert '"Who will pay for this?" asked Tom Obi.' in kept(
        BODY + '"Who will pay for this?" asked Tom Obi.\n'
    )


def test_fragments_need_a_verb_or_a_figure():
    assert is_fragment("Far from it.", has_data=False)
    assert not is_fragment("He embraced Marxism.", has_data=False)
    assert not is_fragment("About 40.", has_data=True)


@pytest.mark.parametrize(
    ("line", "foreign"),
    [
        ("Die Fähre ist auf dem Weg nach Norden", True),
        ("Les passagers sont dans le port avec nous", True),
        ("De boot is op weg naar het noorden", True),
        ("渡船在海岬附近搁浅", True),
        ("The ferry of the Compagnie de la Mer sank", False),
        ("Die-hard fans of the ferry waited", False),
        ("Café owners in São Paulo were told to close", False),
    ],
)
def test_other_languages_are_told_by_function_words_and_script(line: str, foreign: bool):
    assert is_foreign(line, [word.lower() for word in words_of(line)]) is foreign
