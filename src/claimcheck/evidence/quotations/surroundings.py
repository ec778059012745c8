"""What lies about kept words in a source, and what the article supplies in its own words."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.evidence.quotations import operators as ops
from claimcheck.evidence.quotations.operators import Turn
from claimcheck.evidence.quotations.presupposed import presupposed
from claimcheck.evidence.quotations.source import PreparedSource
from claimcheck.evidence.quotations.wordlists import SUBJECTS, VERBS

STAMMER = 4
"""Within so many words a word said again is a slip of the tongue; leaving one out turns nothing."""

_BETWEEN = frozenset(
    "it ever really seriously should can could will would may might must be been is was are were a "
    "any us one".split()
)

_AWARE = frozenset("know see remember realize notice understand admit say".split())


@dataclass(frozen=True, slots=True)
class Cut:
    """Source tokens ``start`` to ``end`` that were cut, and that turn the meaning: how, of what."""

    turn: Turn
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Frame:
    """What the article's own sentence says outside the quotation, as keys; and who is said to speak.

    Attributes:
        asks: the sentence asks.
        known: there is a frame, or a speaker, at all.
        direct: the words are introduced as direct speech, on which the frame's grammar has no hold.
    """

    keys: frozenset[str]
    speaker: frozenset[str]
    asks: bool = False
    known: bool = False
    direct: bool = False

    def supplies(self, turn: Turn) -> bool:
        """Whether the article says in its own words what was cut."""
        if turn == "question":
            return self.asks or bool(
                self.keys & {"ask", "asks", "asked", "asking", "question", "whether", "wonder", "wondered"}
            )
        if self.direct and turn in _GRAMMATICAL:
            return False
        return bool(self.keys & _SUPPLIES[turn])


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_GRAMMATICAL = _words("negation condition doubt exception")
_SUPPLIES: dict[Turn, frozenset[str]] = {
    "negation": ops.NEGATION
    | ops.REFUSAL
    | ops.FALSEHOOD
    | _words(
        "doubt doubts doubted against dismissed dismisses rather instead ruled warned longer unlikely "
        "denial refusal"
    ),
    "condition": ops.CONDITION
    | {"conditional", "condition", "would", "depending", "depends", "only", "could", "unless"},
    "hearsay": ops.CROWD
    | ops.WITNESSES
    | {"quoted", "quoting", "claim", "claims", "claimed", "accused", "alleged", "those", "rumor", "rumors"},
    "doubt": ops.DOUBT
    | ops.MODAL_DOUBT
    | {"whether", "potential", "potentially", "possibly", "likely", "if", "alleged", "would", "hopeful"},
    "exception": ops.EXCEPTION
    | {word for phrase in ops.LIMITS for word in phrase}
    | {"now", "present", "moment", "few"}
    | {"but", "apart", "exception", "limited", "some", "most"},
    "irony": ops.IRONY | {"sarcasm", "irony", "quipped", "mocked"},
    "question": frozenset(),
    "limit": frozenset(),
}


class Surroundings:
    """What both sides of kept words are read with."""

    def __init__(self, source: PreparedSource, frame: Frame) -> None:
        self._source = source
        self._frame = frame
        self._keys = source.tokens.keys

    def _harmless(self, start: int, end: int) -> set[int]:
        spared: set[int] = set()
        for at in range(start, end):
            for phrase, _ in ops.HARMLESS_BY_WORD.get(self._keys[at], ()):
                if self._keys[at : at + len(phrase)] == phrase and at + len(phrase) <= end:
                    spared.update(range(at, at + len(phrase)))
            if self._keys[at] in ops.NEGATION:
                spared.update(self._overturned(at, end))
                spared.update(range(at, presupposed(self._keys, at, end)))
                spared.update(self._denied_twice(at, end))
        return spared

    def _denied_twice(self, at: int, end: int) -> range:
        """The words of "there isn't a farmer who doesn't know", which affirms what follows."""
        for place in range(at + 2, min(end, at + 12)):
            if self._keys[place] in ops.NEGATION and _AWARE & set(
                self._keys[place + 1 : min(end, place + 3)]
            ):
                return range(at, place + 1)
        return range(0)

    def _overturned(self, at: int, end: int) -> range:
        """The words of "nobody should be surprised", which affirms what follows."""
        for place in range(at + 1, min(end, at + 5)):
            if self._keys[place] in ops.OVERTURNED:
                return range(at, place + 1)
            if self._keys[place] not in _BETWEEN:
                break
        return range(0)

    def _adverb(self, at: int) -> bool:
        return self._keys[at].endswith("ly") or self._keys[at] in (
            "perhaps",
            "maybe",
            "vielleicht",
            "quizas",
            "forse",
        )

    def _clause(self, low: int, high: int) -> bool:
        """Whether the kept words look like a clause of their own: a subject, and a verb."""
        tokens = self._source.tokens
        subject = self._keys[low] in SUBJECTS or tokens.text[tokens.starts[low]].isupper()
        return high - low >= 3 and subject and self._has_verb(low, high)

    def _has_verb(self, low: int, high: int) -> bool:
        kept = self._keys[low : min(high, low + 40)]
        return any(key in VERBS for key in kept) or len(kept) >= 6

    def _conditional(self, at: int) -> bool:
        """ "provided the levy passes" is a condition, "provided food" is none."""
        if self._keys[at] == "otherwise":
            return self._source.begins_sentence(at) or self._keys[at - 1] in ("or", "else", "because", "and")
        if self._keys[at] not in ("provided", "providing", "assuming", "assume", "supposing"):
            return True
        following = self._keys[at + 1] if at + 1 < len(self._keys) else ""
        parted = self._source.begins_sentence(at) or "," in self._source.gap(at)
        return following == "that" or (
            following in SUBJECTS and following not in ("a", "an", "some") and parted
        )

    def _ironic(self, start: int, end: int) -> Cut | None:
        return next(
            (Cut("irony", at, at + 1) for at in range(start, end) if self._keys[at] in ops.IRONY), None
        )

    def _turn_differs(self, one: int, other: int) -> bool:
        tokens, layout = self._source.tokens, self._source.layout
        return layout.speaker_at(tokens.starts[one]) is not layout.speaker_at(tokens.starts[other])
