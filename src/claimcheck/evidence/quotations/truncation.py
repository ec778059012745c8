"""Whether what was cut at an edge, or under an ellipsis, turns the meaning of what was kept.

Grammar without a parser: an operator in the cut text counts if it still governs the kept words, that is
if no clause ends between them. Where grammar leaves it open the answer is that it counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claimcheck.evidence.quotations import operators as ops
from claimcheck.evidence.quotations.operators import Turn
from claimcheck.evidence.quotations.source import PreparedSource
from claimcheck.evidence.quotations.wordlists import SUBJECTS, VERBS

_LEFT_COORDINATORS = frozenset(
    "but so yet although though while whereas since which who therefore instead because despite after "
    "amid unlike".split()
)
_RIGHT_CLOSERS = frozenset("and but so because which who although though while whereas since then or".split())
_ASKING = frozenset(
    "ask asks asked see wonder wonders know knows tell decide determine check asking say said".split()
)
_PREPOSITIONS = frozenset(
    "about of in on at for from with by into over under between against during through".split()
)
_NEARLY = frozenset("almost nearly virtually practically".split())
_RELATIVES = frozenset("who which whose where though although while when as despite".split())
_REPLIES = frozenset("said told replied answered".split())
_COMPLEMENTISERS = frozenset("that to whether how why dass que che".split())
_FIRST_PERSON = frozenset("i we".split())
_REACH_NEXT = 12


@dataclass(frozen=True, slots=True)
class Cut:
    """Source tokens ``start`` to ``end`` that were cut, and that turn the meaning: how, of what."""

    turn: Turn
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Frame:
    """What the article's own sentence says outside the quotation, as keys; and who is said to speak."""

    keys: frozenset[str]
    speaker: frozenset[str]
    asks: bool = False
    known: bool = False

    def supplies(self, turn: Turn) -> bool:
        """Whether the article says in its own words what was cut."""
        if turn == "question":
            return self.asks or bool(
                self.keys & {"ask", "asks", "asked", "asking", "question", "whether", "wonder", "wondered"}
            )
        return bool(self.keys & _SUPPLIES[turn])


_SUPPLIES: dict[Turn, frozenset[str]] = {
    "negation": ops.NEGATION
    | ops.REFUSAL
    | ops.FALSEHOOD
    | {
        "doubt",
        "doubts",
        "doubted",
        "against",
        "dismissed",
        "dismisses",
        "rather",
        "instead",
        "ruled",
        "warned",
        "longer",
        "unlikely",
        "denial",
        "refusal",
    },
    "condition": ops.CONDITION
    | {"conditional", "condition", "would", "depending", "depends", "only", "could", "unless"},
    "hearsay": ops.CROWD
    | ops.WITNESSES
    | {"quoted", "quoting", "claim", "claims", "claimed", "accused", "alleged", "those", "rumor", "rumors"},
    "doubt": ops.DOUBT
    | ops.MODAL_DOUBT
    | {"whether", "potential", "potentially", "possibly", "likely", "if", "alleged", "would", "hopeful"},
    "exception": ops.EXCEPTION | {"but", "apart", "exception", "limited", "some", "most"},
    "irony": ops.IRONY | {"sarcasm", "irony", "quipped", "mocked"},
    "question": frozenset(),
}


class Reader:
    """Reads the surroundings of kept words in one source."""

    def __init__(self, source: PreparedSource, frame: Frame) -> None:
        self._source = source
        self._frame = frame
        self._keys = source.tokens.keys

    def cut(self, low: int, high: int, floor: int, ceiling: int, asks: bool) -> Cut | None:
        """The first cut that turns the meaning of kept tokens ``low`` to ``high``.

        Args:
            floor, ceiling: kept tokens of the same quotation before and after; what lies within is cut.
            asks: whether the printed words end in a question mark.
        """
        found = (
            self._left(low, high, max(floor, self._source.sentence_start(low)))
            or self._right(low, high, min(ceiling, self._source.sentence_end(high - 1)))
            or (self._question(low, high) if not asks and ceiling >= len(self._keys) else None)
            or (self._before(low) if floor == 0 else None)
            or (self._after(low, high) if ceiling >= len(self._keys) else None)
        )
        return found if found and not self._frame.supplies(found.turn) else None

    # what stands before, in the same sentence

    def _left(self, low: int, high: int, start: int) -> Cut | None:
        if low == start or self._asserts_nothing(low, high):
            return None
        harmless = self._harmless(start, low)
        for at in range(low - 1, start - 1, -1):
            if at in harmless:
                continue
            cut = self._left_operator(at, start, low, high)
            if cut and cut.turn == "hearsay" and self._outside_marks(cut.start, low):
                continue
            if cut and not self._closed(at, cut, low, high):
                return cut
        return None

    def _asserts_nothing(self, low: int, high: int) -> bool:
        """Whether the kept words are only the object of a preposition, on which no predicate hangs."""
        if high - low > 8 or self._keys[low - 1] not in _PREPOSITIONS or self._keys[low].endswith("ing"):
            return False
        afar = low > 1 and self._keys[low - 2] in ("far", "short", "instead", "lack", "but")
        return not afar and not any(key in VERBS for key in self._keys[low:high])

    def _outside_marks(self, at: int, low: int) -> bool:
        """Whether the source quotes the kept words, and the words at ``at`` are its attribution of them."""
        opened = self._source.quoted_from(self._source.tokens.starts[low])
        return opened is not None and self._source.tokens.starts[at] < opened

    def _harmless(self, start: int, end: int) -> set[int]:
        spared: set[int] = set()
        for at in range(start, end):
            for phrase in ops.HARMLESS:
                if (
                    self._keys[at] == phrase[0]
                    and self._keys[at : at + len(phrase)] == phrase
                    and at + len(phrase) <= end
                ):
                    spared.update(range(at, at + len(phrase)))
        return spared

    def _left_operator(self, at: int, start: int, low: int, high: int) -> Cut | None:
        key = self._keys[at]
        for phrase, turn in ops.PHRASES_LEFT:
            if key == phrase[0] and self._keys[at : at + len(phrase)] == phrase and at + len(phrase) <= low:
                if phrase == ("according", "to") and not ops.CROWD & set(self._keys[at : min(low, at + 6)]):
                    continue
                return Cut(turn, at, at + len(phrase))
        if key in ops.NEGATION and self._keys[at + 1][:1] != "#":
            return Cut("negation", at, at + 1)
        if key in ops.CONDITION and self._conditional(at):
            return Cut("condition", at, at + 1)
        if key in ops.REFUSAL and low - at <= 6:
            return Cut("negation", at, at + 1)
        if key in ops.FALSEHOOD and self._governs(at, low):
            return Cut("negation", at, at + 1)
        if key in ops.DOUBT and (key in ("wish", "wished") or self._governs(at, low) or self._adverb(at)):
            return Cut("doubt", at, at + 1)
        if (
            key in ops.MODAL_DOUBT
            and (low - at <= 2 or self._interrupted(at, low))
            and not self._clause(low, high)
        ):
            return Cut("doubt", at, at + 1)
        if key in _NEARLY and at == low - 1:
            return Cut("exception", at, at + 1)
        if key == "only" and (at == start or (low - at <= 3 and self._has_verb(low, high))):
            return Cut("exception", at, at + 1)
        return self._hearsay(at, start, low)

    def _interrupted(self, at: int, low: int) -> bool:
        """Whether only a parenthesis between commas stands between the word and the kept ones."""
        return "," in self._source.gap(at + 1) and "," in self._source.gap(low)

    def _conditional(self, at: int) -> bool:
        """ "provided the levy passes" is a condition, "provided food" is none."""
        if self._keys[at] not in ("provided", "providing", "assuming", "assume", "supposing"):
            return True
        following = self._keys[at + 1] if at + 1 < len(self._keys) else ""
        parted = self._source.begins_sentence(at) or "," in self._source.gap(at)
        return following == "that" or (
            following in SUBJECTS and following not in ("a", "an", "some") and parted
        )

    def _governs(self, at: int, low: int) -> bool:
        """Whether "that", "to" or nothing at all leads from the word to the kept ones."""
        return (
            low - at <= 2
            or any(key in _COMPLEMENTISERS for key in self._keys[at + 1 : low])
            or self._adjacent_clause(at, low)
        )

    def _adjacent_clause(self, at: int, low: int) -> bool:
        return low == at + 1

    def _adverb(self, at: int) -> bool:
        return self._keys[at].endswith("ly") or self._keys[at] in (
            "perhaps",
            "maybe",
            "vielleicht",
            "quizas",
            "forse",
        )

    def _hearsay(self, at: int, start: int, low: int) -> Cut | None:
        key = self._keys[at]
        if (
            key in ops.HEARSAY_NOUN
            and self._governs(at, low)
            and any(k in _COMPLEMENTISERS for k in self._keys[at:low])
        ):
            return Cut("hearsay", at, at + 1)
        if key not in ops.HEARSAY_VERB:
            return None
        subject = self._subject(at, start)
        if subject is None:
            return None
        return Cut("hearsay", subject, at + 1)

    def _subject(self, verb: int, start: int) -> int | None:
        """Where the subject of a verb of saying begins, if the words are somebody else's; None if they are not."""
        nearby = range(verb - 1, max(start, verb - 6) - 1, -1)
        for at in nearby:
            key = self._keys[at]
            if key in _FIRST_PERSON:
                return None
            if key in ops.CROWD:
                brushed_off = at > start and self._keys[at - 1] in ("whatever", "what") and at - start <= 2
                return None if brushed_off else at
            if key in ops.WITNESSES:
                return at if self._elsewhere(at) else None
            if (
                key in ("he", "she", "you", "it")
                and self._keys[verb] in ops.DISTANCE_VERB
                and not self._frame.keys & ops.DISTANCE_VERB
            ):
                return at
        return self._named_subject(verb, start)

    def _elsewhere(self, at: int) -> bool:
        """Whether the article names a speaker, and it is not this one."""
        return self._frame.known and self._keys[at] not in self._frame.keys | self._frame.speaker

    def _named_subject(self, verb: int, start: int) -> int | None:
        tokens = self._source.tokens
        for at in range(verb - 1, max(start, verb - 5) - 1, -1):
            if tokens.text[tokens.starts[at]].isupper() and tokens.keys[at] != "i":
                known = tokens.keys[at] in self._frame.keys | self._frame.speaker
                return at if self._frame.speaker and not known and self._spoken() else None
        return None

    def _spoken(self) -> bool:
        """Whether the source is somebody's own speech: a transcript, or text in the first person."""
        if self._source.layout.turns:
            return True
        return self._source.frequency("i") + self._source.frequency("we") > len(self._keys) / 60

    def _closed(self, at: int, cut: Cut, low: int, high: int) -> bool:
        """Whether a clause ends between the operator and the kept words."""
        if cut.turn != "condition" and self._parenthesis(at, low):
            return True
        linked = self._keys[low - 1] in _COMPLEMENTISERS and low - 1 > at
        for place in range(cut.end, low + 1):
            gap = self._source.gap(place) if place > at + 1 or place == low else ""
            if ";" in gap:
                return True
            if place < low and (self._coordinates(place, cut) or self._asserts(place, cut, low)):
                return True
            if place == low and "," in gap and self._keys[low] in _RIGHT_CLOSERS and cut.turn != "condition":
                return True
            if linked or cut.turn in ("condition", "hearsay"):
                continue
            if any(mark in gap for mark in ":—–") or " - " in gap:
                return True
            if "," in gap and self._begins_clause(place, low, high):
                return True
        return cut.turn == "condition" and self._asked(cut.end, low)

    def _asserts(self, place: int, cut: Cut, low: int) -> bool:
        """ "what they never mention is that …" says that it is so."""
        copula = (
            self._keys[place] in ("is", "was", "'s") and self._keys[place + 1] == "that" and place + 1 < low
        )
        return copula and cut.turn == "negation" and place > cut.end

    def _parenthesis(self, at: int, low: int) -> bool:
        """ "the doctors, not the managers, ran the ward": between two commas it governs nothing outside."""
        opened = next((i for i in range(at, max(0, at - 25), -1) if "," in self._source.gap(i)), None)
        if opened is None or (opened != at and self._keys[opened] not in _RELATIVES):
            return False
        return any("," in self._source.gap(place) for place in range(at + 1, low + 1))

    def _coordinates(self, place: int, cut: Cut) -> bool:
        key = self._keys[place]
        if key == "because":
            return cut.turn != "negation" or "," in self._source.gap(place) or self._keys[cut.start] != "not"
        if key in _LEFT_COORDINATORS:
            return not (cut.turn == "hearsay" and key in ("which", "who"))
        following = self._keys[place + 1] if place + 1 < len(self._keys) else ""
        return key == "and" and following in SUBJECTS and cut.turn != "condition"

    def _begins_clause(self, place: int, low: int, high: int) -> bool:
        if place == low:
            return self._clause(low, high)
        return self._keys[place] in SUBJECTS and self._keys[place] != "that"

    def _clause(self, low: int, high: int) -> bool:
        """Whether the kept words look like a clause of their own: a subject, and a verb."""
        tokens = self._source.tokens
        subject = self._keys[low] in SUBJECTS or tokens.text[tokens.starts[low]].isupper()
        return high - low >= 3 and subject and self._has_verb(low, high)

    def _has_verb(self, low: int, high: int) -> bool:
        kept = self._keys[low : min(high, low + 40)]
        return any(key in VERBS for key in kept) or len(kept) >= 6

    def _asked(self, start: int, end: int) -> bool:
        return any(key in _REPLIES for key in self._keys[start:end])

    # what stands after, in the same sentence

    def _right(self, low: int, high: int, end: int) -> Cut | None:
        for at in range(high, end):
            if self._right_closed(at, high):
                break
            cut = self._right_operator(at, low, high, end)
            if cut:
                return cut
        return self._denied(low, high, end) or self._ironic(high, end)

    def _right_closed(self, at: int, high: int) -> bool:
        if at > high and ";" in self._source.gap(at):
            return True
        if self._keys[at] not in _RIGHT_CLOSERS:
            return False
        return not any(
            self._keys[at : at + len(phrase)] == phrase
            for phrase, _ in ops.PHRASES_RIGHT
            if phrase[0] == self._keys[at]
        )

    def _right_operator(self, at: int, low: int, high: int, end: int) -> Cut | None:
        key = self._keys[at]
        pair = self._keys[at - 1 : at + 1]
        if pair in ops.NO_LIMIT or self._keys[at : at + 2] in ops.NO_LIMIT:
            return None
        for phrase, turn in ops.PHRASES_RIGHT:
            if key == phrase[0] and self._keys[at : at + len(phrase)] == phrase and at + len(phrase) <= end:
                return Cut(turn, at, at + len(phrase))
        if (
            key in ops.CONDITION_RIGHT
            and self._conditional(at)
            and not any(k in _ASKING for k in self._keys[high:at])
        ):
            return Cut("condition", at, at + 1)
        if key in ops.EXCEPTION:
            return Cut("exception", at, at + 1)
        if key in ops.NEGATION and at == high and key not in ("few", "no"):
            return Cut("negation", at, at + 1)
        if key in ops.DOUBT and self._adverb(at) and at - high <= 3:
            return Cut("doubt", at, at + 1)
        return self._right_hearsay(at, high, end)

    def _right_hearsay(self, at: int, high: int, end: int) -> Cut | None:
        gap = self._source.gap(high)
        if at - high > 2 or "," not in gap or any(mark in gap for mark in '"”»'):
            return None
        if self._keys[at : at + 2] in (("they", "said"), ("they", "told")):
            return None
        crowd = bool(ops.CROWD & set(self._keys[at + 1 : min(end, at + 4)]))
        if at == high and crowd and self._keys[at] in ("say", "claim", "argue", "insist", "claimed", "think"):
            return Cut("hearsay", at, min(end, at + 3))
        if self._keys[at] in ops.CROWD and any(
            key in ops.HEARSAY_VERB for key in self._keys[at + 1 : min(end, at + 4)]
        ):
            return Cut("hearsay", at, min(end, at + 2))
        if self._keys[at : at + 2] == ("according", "to") and any(
            key in ops.CROWD for key in self._keys[at + 2 : min(end, at + 6)]
        ):
            return Cut("hearsay", at, min(end, at + 4))
        return None

    def _denied(self, low: int, high: int, end: int) -> Cut | None:
        """ "… is what they claim", "… is a lie", "…, but that is not true"."""
        if high >= end or not self._has_verb(low, high):
            return None
        at = high
        if self._keys[at] in ("but", "which", "and") and at + 1 < end:
            at += 1
        at += 1 if at > high and self._keys[at] in ("this", "that", "it") else 0
        pointed = at > high
        at += 1 if at < end and self._keys[at] in ("would", "will", "has") else 0
        if at < end and self._keys[at] in ops.BE and at - high <= 4:
            for place in range(at + 1, min(end, at + 5)):
                if (
                    self._keys[place] == "not"
                    and pointed
                    and not _denying(self._keys[place : min(end, place + 4)])
                ):
                    break
                if self._keys[place] in ops.DENIALS:
                    return Cut(
                        "hearsay" if self._keys[place] in ("what", "how") else "negation", high, place + 1
                    )
        return None

    def _ironic(self, start: int, end: int) -> Cut | None:
        return next(
            (Cut("irony", at, at + 1) for at in range(start, end) if self._keys[at] in ops.IRONY), None
        )

    # the sentence as a whole, and its neighbours

    def _question(self, low: int, high: int) -> Cut | None:
        end = self._source.sentence_end(high - 1)
        if "?" not in self._source.gap(end)[:3] or high - low < 3 or not self._has_verb(low, high):
            return None
        return Cut("question", high, end) if end > high else Cut("question", high, high)

    def _before(self, low: int) -> Cut | None:
        if not self._source.begins_sentence(low) or low == 0 or self._turn_differs(low - 1, low):
            return None
        start = self._source.sentence_start(low - 1)
        short = self._keys[start:low]
        if len(short) <= 4 and short and short[0] in ("imagine", "suppose", "picture", "pretend"):
            return Cut("condition", start, low)
        return None

    def _after(self, low: int, high: int) -> Cut | None:
        if high >= len(self._keys):
            return None
        if not self._source.begins_sentence(high):
            return self._taken_back(self._source.sentence_end(high - 1))
        if self._turn_differs(high - 1, high):
            return None
        end = min(self._source.sentence_end(high), high + _REACH_NEXT)
        following = self._keys[high:end]
        return self._next_denies(high, following) or self._ironic(high, min(end, high + 6))

    def _taken_back(self, start: int) -> Cut | None:
        """ "I am joking." after the sentence that the kept words stand in."""
        return self._ironic(start, min(start + 4, len(self._keys)))

    def _next_denies(self, high: int, keys: tuple[str, ...]) -> Cut | None:
        if keys[0] in ("wrong", "false", "nonsense", "rubbish") and len(keys) <= 3:
            return Cut("negation", high, high + 1)
        tokens = self._source.tokens
        said = tokens.text[tokens.starts[high] : tokens.ends[high + len(keys) - 1]]
        loose = len(keys) > 7 or "," in said
        if keys[0] == "not" and (
            len(keys) <= 4 or keys[1:2] in (("true",), ("if",), ("unless",), ("until",))
        ):
            return Cut("negation", high, high + 1)
        if keys[0] in ("if", "unless", "provided") and "," not in said and len(keys) <= 8:
            return Cut("condition", high, high + 1)
        if keys[0] in ("except", "unless") and "," not in said:
            return Cut("exception", high, high + 1)
        for phrase, turn in ops.PHRASES_RIGHT:
            if loose and phrase[:2] not in ops.AFTERTHOUGHTS:
                continue
            if keys[: len(phrase)] == phrase and not (phrase[0] == "i" and len(keys) > 6):
                return Cut(turn, high, high + len(phrase))
        if keys[:1] in (("or",), ("so",)) and len(keys) <= 6 and any(key in ops.HEARSAY_VERB for key in keys):
            return Cut("hearsay", high, high + len(keys))
        return self._pointed_denial(high, keys)

    def _pointed_denial(self, high: int, keys: tuple[str, ...]) -> Cut | None:
        start = 1 if keys[0] in ("but", "and", "well", "yet", "of") else 0
        if keys[start : start + 1] not in (("that",), ("this",), ("it",)) or keys[
            start + 1 : start + 2
        ] not in (("is",), ("was",), ("'s",), ("would",)):
            return None
        rest = keys[start + 2 : start + 8]
        if not rest or (rest[0] == "not" and not _denying(rest[1:])):
            return None
        if rest[0] == "what" and not (
            set(rest) & (ops.CROWD | {"he", "she", "critic"}) and set(keys) & ops.HEARSAY_VERB
        ):
            return None
        hit = _denying(rest[:4]) or rest[0] == "what"
        return Cut("hearsay" if rest[0] == "what" else "negation", high, high + start + 3) if hit else None

    def _turn_differs(self, one: int, other: int) -> bool:
        tokens, layout = self._source.tokens, self._source.layout
        return layout.speaker_at(tokens.starts[one]) is not layout.speaker_at(tokens.starts[other])


def _denying(keys: Iterable[str]) -> bool:
    return bool(
        set(keys)
        & (ops.FALSEHOOD | ops.IRONY | {"true", "case", "so", "joke", "correct", "right", "accurate"})
    )
