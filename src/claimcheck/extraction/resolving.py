"""Words that mean something only in their place ("this study", "he"), spelled out where that is sure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extraction.passage import Sentence

_NOUNS = (
    "study|report|survey|poll|trial|paper|analysis|audit|inquiry|investigation|review|assessment|"
    "estimate|deal|agreement|treaty|"
    "contract|bill|law|plan|proposal|programme|program|scheme|project|company|firm|agency|committee|"
    "commission|court|"
    "ministry|vote|election|strike|fire|crash|attack|storm|match|law|ban|book|film"
)
_BACK = re.compile(
    rf"\b(?:[Tt]h(?:is|at)(?: same)?|[Tt]he(?: same| latest| new)?) ({_NOUNS})\b(?! (?:of|on|into|"
    rf"by|for|in|at|to|from)\b)"
)
_FIRST = re.compile(
    rf"\b(?:[Aa]n?|[Oo]ne) (?:[\w’'-]+ ){{0,4}}?({_NOUNS})\b(?: (?:of|on|into|by|in|from|for) "
    rf"[^,.;:()\"“”]{{2,60}}?(?=[,.;:()\"“”]| "
    r"(?:has|have|had|was|were|is|are|that|which|said|found|says|suggest\w*|will)\b))?"
)
_PRONOUNS = frozenset({"he", "she", "they"})
_NEAR = 4
"""How many sentences back a first mention may stand."""


def _speakers(sentence: Sentence) -> Iterator[tuple[str, str]]:
    """Pronouns, surnames and titles of speakers, and whom they stand for."""
    for found in sentence.attributions:
        if not found.source or not found.speaker:
            continue
        words = sentence.text[found.source[0].start : found.source[0].end]
        parts = found.speaker.split()
        title = words.lower().startswith("the ") and words.count(" ") <= 2
        surname = words in parts and len(parts) > 1
        if (
            (words.lower() in _PRONOUNS or title or surname)
            and words != found.speaker
            and parts[0][0].isupper()
        ):
            yield words, found.speaker


class Mentions:
    """First mentions seen so far, in text order; one object reads one document."""

    def __init__(self) -> None:
        self._at = 0
        self._first: list[tuple[int, str, str]] = []

    def resolve(self, sentence: Sentence) -> dict[str, str]:
        """Context-dependent words of the sentence and what they stand for; then remembers its own mentions.

        A noun is spelled out only where exactly one thing of that name was introduced in the last
        sentences.
        """
        resolved = dict(_speakers(sentence))
        recent = [entry for entry in self._first if self._at - entry[0] <= _NEAR]
        for match in _BACK.finditer(sentence.text):
            same = {words for _, noun, words in recent if noun == match[1]}
            if len(same) == 1:
                resolved.setdefault(match[0], same.pop())
        self._first = recent + [
            (self._at, match[1], " ".join(match[0].split())) for match in _FIRST.finditer(sentence.text)
        ]
        self._at += 1
        return resolved
