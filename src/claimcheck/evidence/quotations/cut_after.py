"""Operators cut from behind kept words: in the same sentence, or in an afterthought that takes it back."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.evidence.quotations import operators as ops
from claimcheck.evidence.quotations.surroundings import STAMMER, Cut, Surroundings
from claimcheck.evidence.quotations.wordlists import SUBJECTS

_RIGHT_CLOSERS = frozenset("and but so because which who although though while whereas since then or".split())
_BEFORE_ADJECTIVE = frozenset("the an a his her its their our my this".split())
_ASKING = frozenset(
    "ask asks asked see wonder wonders know knows tell decide determine check asking say said".split()
)
_GONE = frozenset(
    "regained relapsed vanished disappeared evaporated reversed collapsed withdrawn retracted".split()
)
_REACH_NEXT = 12
_REMARK = 8
_PROMISES = frozenset("will shall can".split())
_ALL_OR_NONE = frozenset(
    "nothing none nobody no nowhere all everything anything everyone everybody anyone anybody".split()
)
_CLOSED = frozenset('"”»')
_YIELDING = frozenset("but though although yet however".split())
_VOUCHING = frozenset("exclude guarantee swear vouch prove confirm verify".split())
_TELLING = frozenset("say know tell promise".split())
_IT = frozenset("it that this".split())
_SURELY = frozenset("sure certain certainty certainly whether if".split())
_LOOKED = frozenset(
    "looked look checked check examined examine tested test searched seen read finished".split()
)
_KNOWN = frozenset("concerned know knew goes tell see".split())
_OTHERWISE = 3
_NOBODY = frozenset("nobody nothing none no neither".split())
_DENIED = frozenset("not no never hardly too".split())
_AUXILIARIES = frozenset(
    "did do does is was are were am have has had will would can could shall should".split()
)
_PRONOUNS = frozenset("i we he she it they you that this".split())


class After(Surroundings):
    """Reads what was cut behind kept words."""

    def right(self, low: int, high: int, end: int) -> Cut | None:
        """The first operator in source tokens ``high`` to ``end`` that limits the kept ones."""
        spared = self._harmless(high, end)
        for at in range(high, end):
            if at in spared:
                continue
            if self._right_closed(at, high):
                break
            cut = self._right_operator(at, low, high, end)
            if cut and not self._said_again(at, end):
                return cut
        return (
            self._denied(low, high, end)
            or self._conceded(high, end)
            or self._unassured(high, end)
            or self._limited(low, high, end)
            or self._bounded(low, high, end)
            or self._ironic(high, end)
        )

    def _said_again(self, at: int, end: int) -> bool:
        """Whether the kept words go on with the very word, as somebody who stammers does."""
        return end - at <= STAMMER and end < len(self._keys) and self._keys[end] == self._keys[at]

    def _conceded(self, high: int, end: int) -> Cut | None:
        """ "…, although the difference was not significant"."""
        if high >= end or self._keys[high] not in ops.CONCESSION or "," not in self._source.gap(high):
            return None
        clause = self._keys[high : min(end, high + _REACH_NEXT)]
        denied = next((i for i, key in enumerate(clause) if key in _DENIED), None)
        denying = denied is not None and bool(ops.QUALIFIED & set(clause[denied + 1 : denied + 6]))
        if not (denying or ops.TENTATIVE & set(clause) or _GONE & set(clause)):
            return None
        return Cut("doubt", high, min(end, high + len(clause)))

    def _unassured(self, high: int, end: int) -> Cut | None:
        """ "…, but we cannot rule it out": the speaker does not vouch for what the kept words say."""
        if high >= end or self._keys[high] not in _YIELDING:
            return None
        far = range(high + 1, min(end, high + _REACH_NEXT))
        end = next(
            (at for at in far if not _CLOSED.isdisjoint(self._source.gap(at))), min(end, high + _REACH_NEXT)
        )
        keys = self._keys[high:end]
        denied = next((at for at, key in enumerate(keys[:5]) if key in ("not", "never")), None)
        if denied is None:
            return None
        rest = keys[denied + 1 :]
        assured = rest[:1] and (
            (rest[0] == "rule" and "out" in rest[1:5])
            or (rest[0] in _VOUCHING and (len(rest) == 1 or _IT & set(rest[1:3])))
            or (rest[0] in _TELLING and (set(rest[1:4]) & _SURELY or _IT & set(rest[1:2])))
            or (rest[0] == "be" and rest[1:2] and rest[1] in ("sure", "certain", "ruled", "excluded"))
            or (rest[0] in _LOOKED and set(rest[1:4]) & {"everything", "all", "everywhere", "yet"})
        )
        return Cut("doubt", high, high + len(keys)) if assured else None

    def _bounded(self, low: int, high: int, end: int) -> Cut | None:
        """ "nothing" but one thing; a state "until" it ended; so far "as I know"."""
        keys = self._keys
        following = keys[high + 1] if high + 1 < end else ""
        if high >= end:
            return None
        if keys[high] == "but" and keys[high - 1] in _ALL_OR_NONE:
            return Cut("exception", high, min(end, high + 2))
        if keys[high] == "or" and ops.MODAL_DOUBT & set(keys[low:high]) and end - high <= _OTHERWISE:
            return Cut("doubt", high, end)
        if keys[high] == "until" and following in SUBJECTS and ops.BE & set(keys[low:high]):
            return Cut("condition", high, min(end, high + 4))
        if keys[high : high + 3] in (("as", "far", "as"), ("so", "far", "as")) and _KNOWN & set(
            keys[high + 3 : min(end, high + 8)]
        ):
            return Cut("condition", high, min(end, high + 5))
        return None

    def _limited(self, low: int, high: int, end: int) -> Cut | None:
        """A denial or a promise for the present only, or once something has happened."""
        kept = set(self._keys[low:high])
        if high >= end or not (kept & ops.NEGATION or kept & _PROMISES):
            return None
        following = self._keys[high + 1] if high + 1 < end else ""
        if self._keys[high] == "once" and kept & _PROMISES and following in SUBJECTS:
            return Cut("condition", high, high + 1)
        if self._keys[high : high + 3] == ("as", "soon", "as") and kept & _PROMISES:
            return Cut("condition", high, high + 3)
        for phrase in ops.FOR_NOW if kept & ops.NEGATION else ():
            if self._keys[high : high + len(phrase)] == phrase:
                return Cut("exception", high, high + len(phrase))
        return None

    def _right_closed(self, at: int, high: int) -> bool:
        if ";" in self._source.gap(at) and (at > high or self._keys[at] in _NOBODY):
            return True
        if self._keys[at] not in _RIGHT_CLOSERS:
            return False
        return not any(
            self._keys[at : at + len(phrase)] == phrase
            for phrase, _ in ops.RIGHT_BY_WORD.get(self._keys[at], ())
        )

    def _right_operator(self, at: int, low: int, high: int, end: int) -> Cut | None:
        key = self._keys[at]
        pair = self._keys[at - 1 : at + 1]
        if pair in ops.NO_LIMIT or self._keys[at : at + 2] in ops.NO_LIMIT:
            return None
        for phrase, turn in ops.RIGHT_BY_WORD.get(key, ()):
            if key == "as" and self._keys[at - 1] == "for":
                continue  # "for as long as there is anyone to crew them"
            if key == "or" and "whether" in self._keys[max(high, at - _REACH_NEXT) : at]:
                continue  # "whether or not they like it"
            if phrase[-1] == "told" and self._keys[at + len(phrase) : at + len(phrase) + 1] == ("by",):
                continue  # "I am told by every surgeon I ask"
            if phrase[0] == "you" and not any(mark in self._source.gap(at) for mark in ",–—"):
                continue  # "as you say"
            if self._keys[at : at + len(phrase)] == phrase and at + len(phrase) <= end:
                return Cut(turn, at, at + len(phrase))
        if (
            key in ops.CONDITION_RIGHT
            and self._conditional(at)
            and ("," in self._source.gap(at) or not any(k in _ASKING for k in self._keys[high:at]))
        ):
            return Cut("condition", at, at + 1)
        if key in ops.EXCEPTION and not (key == "only" and self._keys[at - 1] in _BEFORE_ADJECTIVE):
            return Cut("exception", at, at + 1)
        if key in ops.NEGATION and at == high and key not in ("few", "no") and not self._contrast(at):
            return Cut("negation", at, at + 1)
        if key in ops.DOUBT and self._adverb(at) and at - high <= 3:
            return Cut("doubt", at, at + 1)
        return self._right_hearsay(at, high, end)

    def _contrast(self, at: int) -> bool:
        """ "…, not for the first time": what else is denied is judged as a phrase of its own."""
        return self._keys[at] == "not" and any(mark in self._source.gap(at) for mark in ",–—")

    def _right_hearsay(self, at: int, high: int, end: int) -> Cut | None:
        gap = self._source.gap(high)
        if at - high > 2 or "," not in gap or any(mark in gap for mark in '"”»'):
            return None
        if self._keys[at : at + 2] in (("they", "said"), ("they", "told")):
            return None
        if self._keys[high] in ("whatever", "despite"):
            return None
        before = self._keys[high + 1] if high + 1 < end else ""
        whose = self._keys[high] in ("the", "its", "his", "her", "their", "my", "your")
        claimed = self._keys[at] in ops.DISTANCE_VERB and whose and at == high + 2
        if claimed and before not in self._frame.keys | self._frame.speaker:
            return Cut("hearsay", high, at + 1)
        others = self._keys[high] in ("my", "your", "their") and not self._frame.speaker
        if others and any(key in ops.DISTANCE_VERB for key in self._keys[high : min(end, high + 5)]):
            return Cut("hearsay", high, min(end, high + 3))
        crowd = bool(ops.CROWD & set(self._keys[at + 1 : min(end, at + 4)]))
        if at == high and crowd and self._keys[at] in ("say", "claim", "argue", "insist", "claimed", "think"):
            return Cut("hearsay", at, min(end, at + 3))
        reach = at + 6 if "to" in self._keys[at + 1 : min(end, at + 5)] else at + 4
        if self._keys[at] in ops.CROWD and ops.HEARSAY_VERB & set(self._keys[at + 1 : min(end, reach)]):
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
                if self._keys[place] in ops.DENIALS or self._never_said(place, end):
                    return Cut(
                        "hearsay" if self._keys[place] in ("what", "how") else "negation", high, place + 1
                    )
        return None

    def _never_said(self, place: int, end: int) -> bool:
        """ "… is a thing I have never said"."""
        rest = self._keys[place : min(end, place + 7)]
        denied = next((i for i, key in enumerate(rest) if key in ("never", "not")), None)
        return denied is not None and bool(ops.HEARSAY_VERB & set(rest[denied + 1 : denied + 3]))

    def question(self, low: int, high: int) -> Cut | None:
        """The question mark of the sentence, where the kept words look like a statement."""
        end = self._source.sentence_end(high - 1)
        if "?" not in self._source.gap(end)[:3] or high - low < 3:
            return None
        if self._keys[end : end + 1] == ("yes",):
            return None
        if not self._has_verb(low, high) and not (self._source.begins_sentence(low) and end == high):
            return None
        return Cut("question", high, end) if end > high else Cut("question", high, high)

    def sentence_after(self, low: int, high: int) -> Cut | None:
        """The next sentence, where it takes back or limits what the kept words say."""
        if high >= len(self._keys):
            return None
        if not self._source.begins_sentence(high):
            return self._taken_back(self._source.sentence_end(high - 1))
        if self._turn_differs(high - 1, high) or "\n\n" in self._source.gap(high):
            return None  # a paragraph of its own: in a transcript without labels, somebody else
        end = min(self._source.sentence_end(high), high + _REACH_NEXT)
        following = self._keys[high:end]
        if following[:3] == ("but", "just", "as"):
            return None
        return (
            self._flatly_denied(low, high, following)
            or self._next_denies(high, following)
            or (self._ironic(high, min(end, high + 6)) if len(following) <= _REMARK else None)
        )

    def _taken_back(self, start: int) -> Cut | None:
        """ "I am joking.", "This is not one." after the sentence that the kept words stand in."""
        following = self._keys[start : min(self._source.sentence_end(start), start + _REACH_NEXT)]
        if len(following) == 4 and following[1] in ("is", "was") and following[2:] in _NOT_SO:
            return Cut("negation", start, start + 4)
        return self._ironic(start, min(start + 4, len(self._keys)))

    def _flatly_denied(self, low: int, high: int, keys: tuple[str, ...]) -> Cut | None:
        """ "I never did.", "It is not.": a sentence that denies the kept one, of the same subject."""
        if not 3 <= len(keys) <= 4 or keys[0] not in _PRONOUNS or not {"not", "never"} & set(keys):
            return None
        if set(keys[1:]) - _AUXILIARIES - {"not", "never"}:
            return None
        first = self._keys[low]
        same = first == keys[0] or (first not in _PRONOUNS and keys[0] not in ("i", "we", "you"))
        return Cut("negation", high, high + len(keys)) if same else None

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
        unreal = keys[:2] == ("if", "only") and len(keys) > 2
        if keys[0] in ("if", "unless", "provided") and "," not in said and len(keys) <= 8 and not unreal:
            return Cut("condition", high, high + 1)
        if keys[0] in ("except", "unless") and "," not in said:
            return Cut("exception", high, high + 1)
        for phrase, turn in ops.RIGHT_BY_WORD.get(keys[0], ()):
            if loose and phrase[:2] not in ops.AFTERTHOUGHTS:
                continue
            if phrase[-1] == "told" and len(keys) > len(phrase) + 1:
                continue  # "We are told we shall move again."
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
        if rest[:1] == ("what",):
            others = bool(set(rest[1:3]) & (ops.CROWD | {"he", "she"})) and bool(set(keys) & ops.HEARSAY_VERB)
            return Cut("hearsay", high, high + start + 3) if others else None
        flatly = rest == ("not",) and len(keys) == start + 3
        denied = (
            flatly
            or rest[:2] in _NOT_SO
            or (_denying(rest[1:]) if rest[:1] == ("not",) else _takes_back(rest))
        )
        return Cut("negation", high, high + start + 3) if denied else None


_NOT_SO = tuple(("not", word) for word in ("#1", "it", "such", "now", "here"))


def _takes_back(keys: tuple[str, ...]) -> bool:
    """ "a lie", "simply wrong": but not "wrong to steal", which says something else."""
    for place, key in enumerate(keys[:3]):
        if key in ops.TAKEN_BACK:
            return keys[place + 1 : place + 2] not in (("to",), ("that",), ("how",), ("when",), ("of",))
    return False


def _denying(keys: Iterable[str]) -> bool:
    """What a "not" before it denies: "not true", "not the case"."""
    return bool(set(keys) & (ops.FALSEHOOD | {"true", "case", "so", "joke", "correct", "right", "accurate"}))
