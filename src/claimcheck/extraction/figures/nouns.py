"""The noun a figure counts, found without a parser."""

from __future__ import annotations

from claimcheck.extraction.figures.lexicon import (
    FUNCTION_WORDS,
    NOT_NOUNS,
    PLURALS,
    PREMODIFIERS,
    STANDING_FOR_PEOPLE,
)
from claimcheck.extraction.figures.tokens import Tokens

_REACH = 5  # words from the figure to its head noun
_INSIDE_NAMES = frozenset({"-", "‑", "'", "’", "“", '"', "‘", "&"})
_ADJECTIVE_ENDS = (
    "al",
    "ive",
    "ous",
    "ic",
    "ful",
    "less",
    "ish",
    "ary",
    "able",
    "ible",
    "ed",
    "ing",
    "an",
    "ese",
    "est",
    "ern",
)


def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun."""
    if word in PLURALS:
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "ous"))
        and word not in NOT_NOUNS
    )


def singular(word: str) -> str:
    """The singular of a lower-case noun, by rule and a short list of exceptions."""
    if word in PLURALS:
        return PLURALS[word]
    if not is_plural(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    return word[:-1]


def noun_after(tokens: Tokens, index: int, *, one: bool = False) -> tuple[str, int]:
    """The head noun counted by a figure that ends before a token, singular, and the token after it.

    Takes the first plural within five words ("1,200 local council workers"); for "one" the first word that
    does not look like an adjective. ("", index) if there is none. "of the", "of its" … are stepped over.
    """
    at = _past_of(tokens, index)
    if tokens[at].text in ("-", "‑") and tokens[at].glued and tokens[at + 1].glued and tokens[at + 1].word:
        return _compounded(tokens, at + 1, index)
    for ahead in range(at, at + _REACH):
        token = tokens[ahead]
        if token.text in _INSIDE_NAMES or (token.lower == "s" and tokens[ahead - 1].text in "'’"):
            continue
        if not token.word or token.lower in FUNCTION_WORDS:
            break
        if _counted(tokens, ahead):
            return singular(token.lower), ahead + 1
        followed = tokens[ahead + 1].word and tokens[ahead + 1].lower not in FUNCTION_WORDS
        adjective = followed and token.lower.endswith(_ADJECTIVE_ENDS)
        if one and token.lower not in PREMODIFIERS and not adjective:
            return token.lower, ahead + 1
    return "", index


def _counted(tokens: Tokens, at: int) -> bool:
    """Whether a word is a plural noun, and not one that only describes the next ("wounded people")."""
    token, after = tokens[at], tokens[at + 1].lower
    if not is_plural(token.lower) or token.text[-2:].isupper():
        return False
    if token.lower in STANDING_FOR_PEOPLE:
        return not is_plural(after)
    return token.lower in PLURALS or after not in PLURALS or after in STANDING_FOR_PEOPLE


def _past_of(tokens: Tokens, index: int) -> int:
    """Steps over "of", "of the", "of all its"."""
    if tokens[index].lower != "of":
        return index
    at = index + 1
    while tokens[at].lower in (
        "the",
        "all",
        "its",
        "their",
        "his",
        "her",
        "those",
        "these",
        "our",
        "my",
        "your",
        "both",
    ):
        at += 1
    return at


def _compounded(tokens: Tokens, at: int, index: int) -> tuple[str, int]:
    """The "bedroom" of "three-bedroom", not the "off" of "one-off"."""
    word = tokens[at].lower
    if word in FUNCTION_WORDS or word in (
        "time",
        "off",
        "sided",
        "way",
        "handed",
        "hand",
        "fold",
        "plus",
        "odd",
        "something",
        "tier",
    ):
        return "", index
    return singular(word), at + 1
