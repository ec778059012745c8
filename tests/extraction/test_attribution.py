"""Who said what: spans, kinds, speakers, relays, hedges and anonymity, on sentences of our own."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.extraction.attribution import find_attributions
from claimcheck.records.models import Attribution, Span


def words(text: str, spans: list[Span]) -> list[str]:
    return [text[span.start : span.end] for span in spans]


def only(text: str, context: str = "") -> Attribution:
    found = find_attributions(text, context=context)
    assert len(found) == 1, found
    return found[0]


def roles(text: str) -> tuple[list[str], list[str], list[str]]:
    found = only(text)
    return words(text, found.source), words(text, found.cue), words(text, found.content)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The mayor said the bridge would reopen in May.",
            "The mayor",
            "said",
            "the bridge would reopen in May",
        ),
        (
            "The bridge will reopen in May, the mayor said.",
            "the mayor",
            "said",
            "The bridge will reopen in May",
        ),
        ("“We are ready,” Anna Keller said.", "Anna Keller", "said", "“We are ready,”"),
        ('"We are ready," said Anna Keller.', "Anna Keller", "said", '"We are ready,"'),
        (
            "According to the ministry, exports fell by 4%.",
            "the ministry",
            "According to",
            "exports fell by 4%",
        ),
        (
            "Exports fell by 4%, according to the ministry.",
            "the ministry",
            "according to",
            "Exports fell by 4%",
        ),
        (
            "Keller told the council that the budget was sound.",
            "Keller",
            "told",
            "that the budget was sound",
        ),
        (
            "The paper argues that deterrence, long taken for granted, has eroded.",
            "The paper",
            "argues",
            "that deterrence, long taken for granted, has eroded",
        ),
        ("As Okafor (2021) notes, the data are thin.", "Okafor (2021)", "notes", "the data are thin"),
        (
            "The study found that fewer birds came back.",
            "The study",
            "found",
            "that fewer birds came back",
        ),
        ("Some analysts believe the plan is doomed.", "Some analysts", "believe", "the plan is doomed"),
    ],
)
def test_spans_of_the_plain_patterns(text: str, source: str, cue: str, content: str) -> None:
    assert roles(text) == ([source], [cue], [content])


def test_a_quotation_split_by_its_speaker_is_one_content_of_two_spans() -> None:
    assert roles('"We waited," he said. "Nobody came."')[2] == ['"We waited,"', '"Nobody came."']
    text = "“I followed the rota,” Keane told the court, “and I would do it again.”"
    assert roles(text)[2] == ["“I followed the rota,”", "“and I would do it again.”"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We are ready,” Anna Keller said.", "direct"),
        ("Anna Keller said the town was ready.", "indirect"),
        ("Anna Keller said the town was “more than ready”.", "mixed"),
    ],
)
def test_kind_says_how_much_stands_in_quotation_marks(text: str, kind: str) -> None:
    assert only(text).kind == kind


def test_a_quotation_over_paragraphs_belongs_to_its_speaker_as_a_whole() -> None:
    text = "“We began in May,” Ruth Adler said. “It was cold.\n\n“Then it rained.\n\n“We stayed.”\n\nThe rest is known."
    assert words(text, only(text).content)[-2:] == ["“Then it rained.", "“We stayed.”"]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Minister: no plan to quit", "Minister", "no plan to quit"),
        ("Police: two held after harbour fire", "Police", "two held after harbour fire"),
        ("Council leader: ‘We were never told’", "Council leader", "‘We were never told’"),
        ("Rates to rise, says bank chief", "bank chief", "Rates to rise"),
        ("Dunes are vanishing fast, study finds", "study", "Dunes are vanishing fast"),
    ],
)
def test_headlines_with_a_colon(text: str, source: str, content: str) -> None:
    assert roles(text)[0] == [source]
    assert roles(text)[2] == [content]


@pytest.mark.parametrize(
    "text", ["Deeper Waters: A Closer Look at the Fleet", "Opinion: The trouble with trams"]
)
def test_labels_with_a_colon_are_no_speakers(text: str) -> None:
    assert find_attributions(text) == []


@pytest.mark.parametrize(
    ("context", "text", "speaker"),
    [
        ("Maria Lopez left the board in May.", "She said the work was done.", "Maria Lopez"),
        (
            "Ingrid Solberg, the regulator, spoke first. Tom Harker, a haulier, listened.",
            "“It is absurd,” he said.",
            "Tom Harker",
        ),
        (
            "Ingrid Solberg, the regulator, spoke first. Tom Harker, a haulier, listened.",
            "“It is not,” she said.",
            "Ingrid Solberg",
        ),
        ("Jonas Keller runs the yard.", "Keller said orders were up.", "Jonas Keller"),
        (
            "A 2025 study by the Harbour Institute counted the birds.",
            "The study found that half were gone.",
            "A 2025 study by the Harbour Institute",
        ),
    ],
)
def test_the_last_fitting_speaker(context: str, text: str, speaker: str) -> None:
    assert only(text, context=context).speaker == speaker


def test_speakers_are_resolved_within_an_article() -> None:
    text = "Mayor Anna Keller opened the bridge.\n\nShe said it was safe.\n\n“It took a year,” Keller said."
    speakers = {
        text[a.source[0].start : a.source[0].end]: a.speaker for a in find_attributions(text) if a.source
    }
    assert speakers["She"] == speakers["Keller"] == "Mayor Anna Keller"


def test_who_stands_for_what_it_hangs_on() -> None:
    text = "Jonas Keller, who said the yard was full, closed it on Monday."
    assert [a.speaker for a in find_attributions(text)] == ["Jonas Keller"]


def test_a_pronoun_nobody_introduced_has_no_speaker_and_is_not_called_anonymous() -> None:
    found = only("He said the yard was full.")
    assert (found.speaker, found.anonymous) == (None, False)


@pytest.mark.parametrize(
    ("text", "hops"),
    [
        ("“We will not stop,” Anna Keller told Reuters on Monday.", [("Reuters", "reported")]),
        (
            "According to the Daily Post, citing two officials, the bridge will close.",
            [("the Daily Post", "cited")],
        ),
        ("“No,” said Ivan Petrov, as translated by Lena Fischer.", [("Lena Fischer", "translated")]),
        ("The minister reportedly said he would resign.", [("unnamed", "reported")]),
        ("The mayor said the bridge was safe.", []),
    ],
)
def test_relays(text: str, hops: list[tuple[str, str]]) -> None:
    assert [(hop.name, hop.how) for hop in only(text).hops] == hops


def test_the_one_who_is_cited_speaks_and_the_one_who_cites_relays() -> None:
    found = only("According to the Daily Post, citing two officials, the bridge will close.")
    assert found.speaker == "two officials"
    assert found.anonymous


def test_a_place_somebody_is_based_in_is_nobodys_name() -> None:
    found = only("“No,” said Ivan Petrov, as translated by the Lisbon-based agency Verba.")
    assert found.translator is not None
    assert found.translator.startswith("the Lisbon-based agency")


def test_a_translator_is_named_and_is_not_the_speaker() -> None:
    found = only("“No,” said Ivan Petrov, as translated by Lena Fischer.")
    assert (found.speaker, found.translator) == ("Ivan Petrov", "Lena Fischer")


def test_words_within_a_quotation_are_no_relays() -> None:
    assert only("“They told Reuters and it was translated by Ann Lee,” Tom Harker said.").hops == []


@pytest.mark.parametrize(
    "text",
    [
        "Some analysts said the plan was doomed.",
        "Officials said the plan was sound.",
        "A senior official said the plan was sound.",
        "People familiar with the matter said the deal was off.",
        "One resident, who asked for her name to be withheld, said the noise was constant.",
        "Critics say the plan is flawed.",
        "Experts warned of floods.",
        "The intelligence community said the four states act together.",
    ],
)
def test_unnamed_and_collective_sources_are_anonymous(text: str) -> None:
    assert find_attributions(text)[-1].anonymous


@pytest.mark.parametrize(
    "text",
    [
        "Anna Keller said the plan was sound.",
        "A spokeswoman, Anna Whitford, said the line would reopen.",
        "The White House said it would appeal.",
        "Police said the road was closed.",
        "The Harbour Institute said stocks had fallen.",
        "Prime Minister Ole Hansen said he would stay.",
    ],
)
def test_named_sources_are_not_anonymous(text: str) -> None:
    assert not only(text).anonymous


@pytest.mark.parametrize(
    "text",
    [
        "Reports indicate that troops crossed the river.",
        "The scheme is often described as a failure.",
        "Hansen is said to have wept.",
        "Two men are believed to have fled.",
        "Keller is accused of lying to voters.",
        "It has been argued that tariffs hurt the poor.",
    ],
)
def test_hearsay_without_a_source_is_an_anonymous_attribution(text: str) -> None:
    assert only(text).anonymous


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("The minister reportedly said he would resign.", "reportedly"),
        ("The scheme is often described as a failure.", "is often described as"),
        ("The mayor said the bridge was safe.", None),
        ("The mayor said it was “apparently safe”.", None),
    ],
)
def test_hedges(text: str, hedge: str | None) -> None:
    assert only(text).hedge == hedge


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "The bridge opened in 1931.",
        "Rain fell on Tuesday.",
        "\x00\u202e\ud800",
        "“”",
        "!!!",
        ":",
    ],
)
def test_text_without_speech_has_no_attributions(text: str) -> None:
    assert find_attributions(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "x" * 1_000_000,
        "he said " * 20_000,
        "“" * 50_000,
        "“a” he said. " * 2_000,
        "“A.\n\n" * 10_000,
        "\n" * 200_000,
        "A" * 3 + " B" * 50_000,
        "a, " * 60_000,
        "the study " * 20_000,
        "1.1" * 100_000,
    ],
)
def test_no_input_is_too_much(text: str) -> None:
    for found in find_attributions(text):
        assert all(
            0 <= span.start < span.end <= len(text) for span in (*found.source, *found.cue, *found.content)
        )


def test_hard_wrapped_text_reads_like_the_same_text_on_one_line() -> None:
    line = "The harbour board said on Tuesday that the new crane would be in service before the end of the summer season."
    wrapped = line.replace("be in service", "be in\nservice")
    assert [words(wrapped, a.content) for a in find_attributions(wrapped)] == [
        [w.replace("be in service", "be in\nservice") for w in words(line, a.content)]
        for a in find_attributions(line)
    ]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "he",
                " said",
                " that",
                " “it",
                " rains”",
                ",",
                ".",
                "\n\n",
                " Anna",
                " Keller",
                " told",
                " Reuters",
                "’s",
                ":",
                " \ud800",
            ]
        ),
        max_size=40,
    ).map("".join)
)
def test_every_span_lies_in_the_text_in_order_and_without_space_at_its_ends(text: str) -> None:
    for found in find_attributions(text):
        assert found.cue
        for spans in (found.source, found.cue, found.content):
            assert all(0 <= s.start < s.end <= len(text) for s in spans)
            assert all(a.end <= b.start for a, b in pairwise(spans))
            assert all(text[s.start : s.end].strip() == text[s.start : s.end] for s in spans)


def test_the_same_text_gives_the_same_answer() -> None:
    text = "“We are ready,” Anna Keller said. Critics disagree, the Daily Post reported."
    assert find_attributions(text) == find_attributions(text)


def test_a_second_cue_without_a_source_of_its_own_keeps_the_speaker() -> None:
    text = "Ruth Adler said the yard was full, adding that orders were up."
    assert {a.speaker for a in find_attributions(text)} == {"Ruth Adler"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A spokeswoman, Anna Whitford, said the line would reopen.", "Anna Whitford"),
        ("Jonas Keller, the mayor of Sandhaven, said the line would reopen.", "Jonas Keller"),
        ("Supporters of Jonas Keller said the line would reopen.", "Supporters of Jonas Keller"),
        ("Keller's lawyer said the line would reopen.", "Keller's lawyer"),
    ],
)
def test_the_head_of_the_noun_phrase_speaks(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker


@pytest.mark.parametrize(
    ("source", "anonymous"),
    [
        ("A survey published in 2017 by the Royal Harbour Society", False),
        ("The reports by the Harbour Institute", False),
        ("A 2025 study", True),
        ("Another report", True),
        ("Two former officials", True),
        ("Protesters", True),
    ],
)
def test_a_document_is_named_by_who_issued_it(source: str, anonymous: bool) -> None:
    assert only(f"{source} said the harbour was full.").anonymous is anonymous


def test_a_surname_is_spelled_out_from_the_name_with_its_office() -> None:
    context = "Professor David Ashdown of the University of Sandhaven counted the birds."
    assert only("Dr. Ashdown said half were gone.", context=context).speaker == "Professor David Ashdown"


def test_a_country_is_not_spelled_out_from_a_phrase_that_ends_in_it() -> None:
    context = "Support for Norland has grown. Trade with South Norland has not."
    assert only("Norland said it would wait.", context=context).speaker == "Norland"


@pytest.mark.parametrize(
    "text",
    [
        "The new law will put an end to the practice.",
        "Officers reported to the scene shortly after noon.",
        "He read the letter to the board.",
        "The board voted 5-2 on Tuesday in favour of the plant.",
        "Workers called the police at noon.",
        "The storm claimed six lives.",
        "The mayor signed the bill on Friday.",
    ],
)
def test_an_act_with_an_object_is_no_speech(text: str):
    assert find_attributions(text) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The union warned of strikes in May.", "The union"),
        ("The dockers' union warned on Monday: the port would close.", "The dockers' union"),
        ("The mayor called the police chief a liar.", "The mayor"),
    ],
)
def test_whoever_stands_before_an_active_cue_speaks(text: str, source: str):
    (found,) = find_attributions(text)
    assert [text[span.start : span.end] for span in found.source] == [source]


@pytest.mark.parametrize("mark", ["[1]", "[^a]", " [2]", "[3, 4]", "[12–14]"])
def test_a_notes_mark_before_a_quotation_ends_the_sentence_as_if_it_were_not_there(mark: str) -> None:
    text = f"The tower is 40.5 metres high.{mark} “I love it,” said Jo Marsh."
    (found,) = find_attributions(text)
    assert [text[span.start : span.end] for span in found.content] == ["“I love it,”"]
    assert found.speaker == "Jo Marsh"


@pytest.mark.parametrize(
    "text",
    [
        "“We open in 2028,” said Tomas Reidl. Shares rose in April. “The tram is late,” said Ann Beck.",
        '"We open in 2028," said Tomas Reidl. Shares rose by 3 per cent. "The tram is late," Ann Beck said.',
        "“We open soon.” Tomas Reidl said so on Monday. It rained. “The tram is late,” said Ann Beck.",
    ],
)
def test_of_two_speakers_each_has_the_quotation_of_his_own_sentence(text: str) -> None:
    late = text.index("The tram is late")
    owners = {
        found.speaker
        for found in find_attributions(text)
        if any(span.start <= late < span.end for span in found.content)
    }
    assert owners == {"Ann Beck"}


def test_a_quotation_that_goes_on_behind_its_cue_stays_with_its_speaker() -> None:
    text = "“The bridge is safe,” said Mr Olu Ba. “It was built to last.” Ana Ruiz disagreed. “It is falling,” she said."
    spoken = {
        found.speaker: [text[s.start : s.end] for s in found.content] for found in find_attributions(text)
    }
    assert spoken == {
        "Mr Olu Ba": ["“The bridge is safe,”", "“It was built to last.”"],
        "Ana Ruiz": ["“It is falling,”"],
    }


@pytest.mark.parametrize(
    "text", ["Mr Reidl voted against the plan.", "The board voted for the budget on Monday."]
)
def test_a_vote_is_no_speech(text: str) -> None:
    assert find_attributions(text) == []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "According to Ana Ruiz, the dam is weak, Ruiz said later.",
            "Ana Ruiz",
            "the dam is weak",
        ),
        ("According to Olu Ba, the dam is safe, he said on Tuesday.", "Olu Ba", "the dam is safe"),
        ("According to the report, the dam was weak, the report said.", "the report", "the dam was weak"),
    ],
)
def test_who_is_named_twice_about_one_thing_said_it_once(text: str, source: str, content: str) -> None:
    assert roles(text) == ([source], ["According to"], [content])


def test_two_who_say_one_thing_are_both_told() -> None:
    found = find_attributions("According to Ana Ruiz, the dam is weak, the ministry said.")
    assert [one.speaker for one in found] == ["Ana Ruiz", "the ministry"]
    said, minutes = find_attributions("The pool will close, Ruiz said, according to minutes of the board.")
    assert (said.speaker, minutes.speaker) == ("Ruiz", "minutes of the board")
    assert said.content == minutes.content
