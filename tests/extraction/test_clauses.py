"""What the words of a sentence do: contractions, names that look like auxiliaries."""

from __future__ import annotations

import pytest

from claimcheck.extraction.clauses.events import read_sentence
from claimcheck.extraction.closed import uncontracted
from claimcheck.extraction.kinds import Signals, kind_of


@pytest.mark.parametrize(
    ("text", "verb", "mood", "negative"),
    [
        ("They won't open the bridge.", "open", "future", True),
        ("They can't open the bridge.", "open", "possible", True),
        ("They shan’t open the bridge.", "open", "future", True),
        ("He'd opened the bridge.", "opened", "fact", False),
        ("He'd never opened the bridge.", "opened", "fact", True),
        ("He'd open the bridge.", "open", "future", False),
        ("They wouldn't've opened the bridge.", "opened", "future", True),
        ("Will Young opened the bridge.", "opened", "fact", False),
        ("May opened the bridge on Friday.", "opened", "fact", False),
        ("The family read his will on Friday.", "read", "fact", False),
    ],
)
def test_how_a_verb_is_told(text: str, verb: str, mood: str, negative: bool) -> None:
    sentence = read_sentence(text)
    (event,) = sentence.events
    assert (sentence.words[event.head].low, event.mood, event.negative) == (verb, mood, negative)


@pytest.mark.parametrize(
    ("word", "words"),
    [
        ("wouldn't've", "would not have"),
        ("won't", "will not"),
        ("shan't", "shall not"),
        ("cannot", "can not"),
        ("i'd've", "i 'd have"),
        ("it'll", "it will"),
        ("mill's", "mill 's"),
        ("workers'", "workers'"),
        ("o'neill", "o'neill"),
        ("n't", "n't"),
        ("'s", "'s"),
        ("", ""),
    ],
)
def test_contractions_are_written_out(word: str, words: str) -> None:
    assert " ".join(uncontracted(word)) == words


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It'll open the bridge on Friday.", "prediction"),
        ("It’ll open the bridge on Friday.", "prediction"),
        ("The family read her will on Friday.", "event"),
        ("The troops showed their might on Friday.", "event"),
    ],
)
def test_what_predicts(text: str, kind: str) -> None:
    assert kind_of(Signals(text, (), quoted=False, figures=0, dates=0)) == kind


def test_a_chain_of_contractions_is_read_to_its_end() -> None:
    chain = "they" + "'s" * 50_000
    assert len(uncontracted(chain)) == 4
    assert len(read_sentence(f"{chain} opened the bridge.").words) == 6


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        ("A film directed by Ana Holm.", True),
        ("Ten resigned by Christmas.", False),
        ("The plan lapsed by Easter.", False),
        ("The ship sailed by Dover.", False),
        ("The crew arrived by Lea Road.", False),
    ],
)
def test_by_a_feast_or_a_place_is_by_nobody(text: str, passive: bool) -> None:
    assert read_sentence(text).events[0].passive is passive
