"""Words of closed classes that several readers ask for, and contractions written out. Plain data."""

from __future__ import annotations

MODALS = frozenset("will would can could may might must shall should".split())
FINITE = MODALS | frozenset("is are was were has have had does did".split())
"""Auxiliaries that tell that a clause has a verb."""
NEGATED = frozenset(
    "isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't cannot couldn't mustn't "
    "shouldn't doesn't didn't don't".split()
)
REPORTED = frozenset("said says told according added".split())
"""Words by which a line lets somebody speak: he is the article's business, not the page's."""
OWNING = frozenset("a an the my your his her its our their own".split())
"""Words behind which an auxiliary is a noun: "his will", "their might"."""
_STEMS = {"ca": "can", "wo": "will", "sha": "shall", "ai": "is"}
"""What stands before "n't" where a letter was lost with it."""
_TAILS = {"'ll": "will", "'ve": "have", "'re": "are", "'m": "am", "'s": "'s", "'d": "'d"}
_MOST = 3
"""Contractions in one word: "they'd've" has two."""


def uncontracted(word: str) -> list[str]:
    """A word in lower case, with straight apostrophes, and what is contracted in it as words of its own.

    "wouldn't've" is "would", "not", "have". What may be one thing or another stays as it is, a word of its
    own: "'s", "'d".
    """
    behind: list[str] = []
    while len(behind) < _MOST:
        stem, mark, tail = word.rpartition("'")
        if word == "cannot" or (word.endswith("n't") and len(word) > 3):
            stem, told = word[:-3], "not"
            stem = _STEMS.get(stem, stem)
        elif stem and mark + tail in _TAILS:
            told = _TAILS[mark + tail]
        else:
            break
        behind.append(told)
        word = stem
    return [word, *reversed(behind)]
