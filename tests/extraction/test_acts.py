"""Acts with verbs that may tell of speech, and the same verbs where something is said."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.extraction.attribution import find_attributions
from claimcheck.extraction.attribution.acts import is_act
from claimcheck.extraction.attribution.spans import Spans
from claimcheck.extraction.verbs import forms_of


@pytest.mark.parametrize(
    "text",
    [
        "The neighbour rejected the parcel at his door.",
        "She accepted the keys from the caretaker.",
        "Guards denied him entry to the hall.",
        "Guards denied the two girls a seat.",
        "The clinic admitted the patients at night.",
        "The clinic admitted her on Sunday.",
        "The maker recalled 400 prams.",
        "He declared the wine to customs.",
        "Detectives questioned the two drivers.",
        "The judge refused the brothers bail.",
        "The court dismissed the charges.",
        "The keeper conceded two goals.",
        "The referee called a halt to the match.",
        "The truce put an end to the siege.",
        "The parcel was rejected at his door.",
        "The lorries were accepted by a guard.",
    ],
)
def test_an_act_with_a_thing_or_a_person_is_no_speech(text: str) -> None:
    assert find_attributions(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The neighbour rejected the claim.",
        "She accepted that the keys were lost.",
        "She accepted the keys were lost.",
        "Guards denied hitting him.",
        "Guards denied any wrongdoing.",
        "The clinic admitted the patients were never told.",
        "The clerk denied the affair.",
        "The maker recalled that the prams were built in haste.",
        "He declared himself innocent.",
        "The minister questioned the figures.",
        "She rejected it as “nonsense”.",
        "He dismissed the clerk as a liar.",
        "The mayor accepted responsibility for the leak.",
        "The coach conceded defeat.",
    ],
)
def test_the_same_verb_with_what_can_be_said_is_speech(text: str) -> None:
    assert len(find_attributions(text)) == 1


@pytest.mark.parametrize("verb", ["ratified", "ratifies", "ratify", "vetoed", "passing", "approves"])
def test_what_is_decided_on_is_an_act(verb: str) -> None:
    text = f"The assembly {verb} a new treaty that the army must leave."
    cue = text.index(verb), text.index(" that")
    assert is_act(text, Spans(source=((0, 12),), cue=(cue,), content=((cue[1] + 6, len(text)),)))
    assert not is_act(text.replace("treaty", "claim"), Spans(((0, 12),), ((cue[0], cue[1] - 1),), ()))


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("ratify", "ratify ratifies ratified ratifying"),
        ("deny", "deny denies denied denying"),
        ("convey", "convey conveys conveyed conveying"),
        ("approve", "approve approves approved approving"),
        ("agree", "agree agrees agreed agreeing"),
        ("tie", "tie ties tied tying"),
        ("veto", "veto vetoes vetoed vetoing"),
        ("plan", "plan plans planned planning"),
        ("pass", "pass passes passed passing"),
    ],
)
def test_the_forms_of_a_verb(verb: str, forms: str) -> None:
    assert set(forms.split()) <= forms_of(verb)
    assert forms_of(verb).isdisjoint(("ratifyed", "ratifys", "denyed", "conveied", "agreing", "tieing"))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(["denied", "the", "him", "a", "as", "of", "'s", "İ", "was", "keys", ".", ","]))
)
def test_verbs_without_order_are_read_without_error(words: list[str]) -> None:
    find_attributions(" ".join(["The firm accepted", *words]))
