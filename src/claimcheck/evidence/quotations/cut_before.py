"""Operators cut from before kept words that still govern them, within their sentence.

Grammar without a parser: an operator counts if no clause ends between it and the kept words. Where grammar
leaves it open the answer is that it counts.
"""

from __future__ import annotations

from claimcheck.evidence.quotations import operators as ops
from claimcheck.evidence.quotations.surroundings import STAMMER, Cut, Surroundings
from claimcheck.evidence.quotations.wordlists import SUBJECTS, VERBS

_LEFT_COORDINATORS = frozenset(
    "but so yet although though while whereas since which who therefore instead because despite "
    "after amid unlike".split()
)
_OPENERS = frozenset("and but so because which who although though while whereas since then or".split())
_PREPOSITIONS = frozenset(
    "about of in on at for from with by into over under between against during through".split()
)
_SHARES = frozenset("some part half most many much".split())
_NEARLY = frozenset("almost nearly virtually practically".split())
_FEW = frozenset("few little".split())
_FIGURES = frozenset("half third quarter all dozen dozens hundreds thousands".split())
_DETERMINERS = frozenset("the a an this that these those his her its their our my your every each".split())
_OTHERS = frozenset("my his her their our the a".split())
_NOUNS_TOO = frozenset("report reports claim claims fear fears call calls warn insist".split())
_RELATIVES = frozenset("who which whose where though although while when as despite".split())
_REPLIES = frozenset("said told replied answered".split())
_COMPLEMENTISERS = frozenset("that to whether how why dass que che".split())
_BRUSHED_OFF = frozenset("whatever despite contrary notwithstanding".split())
_APODOSIS = 5
"""Words of the kept clause among which its verb is looked for."""
_REJECTED = (("rather", "than"), ("instead", "of"), ("far", "from"))
_TIMING = frozenset("until before after since".split())
_OWN_SAYING = frozenset("say answer reply tell said answered replied".split())
_REPORTING = (ops.HEARSAY_VERB - _NOUNS_TOO) | frozenset(
    "calling describing adding noting telling stating insisting warning referring added noted stated".split()
)
_FIRST_PERSON = frozenset("i we".split())


class Before(Surroundings):
    """Reads what was cut before kept words."""

    def left(self, low: int, high: int, start: int) -> Cut | None:
        """The nearest operator in source tokens ``start`` to ``low`` that governs the kept ones."""
        if low == start or self._asserts_nothing(low, high):
            return None
        harmless = self._harmless(start, low)
        for at in range(low - 1, start - 1, -1):
            if at in harmless or (self._keys[at] == self._keys[low] and low - at <= STAMMER):
                continue
            if self._keys[start] in _BRUSHED_OFF and any(
                "," in self._source.gap(i) for i in range(at + 1, low + 1)
            ):
                continue
            cut = self._left_operator(at, start, low, high) or self._supposed(at, start, low)
            outside = cut is not None and self._outside_marks(cut.start, low)
            if cut and outside and (cut.turn == "hearsay" or self._of_the_report(at, low)):
                continue
            supplied = cut is not None and self._frame.supplies(cut.turn)
            if cut and not supplied and not self._closed(at, cut, start, low, high):
                return cut
        return None

    def _asserts_nothing(self, low: int, high: int) -> bool:
        """Whether the kept words are only the object of a preposition, on which no predicate hangs."""
        if high - low > 8 or self._keys[low - 1] not in _PREPOSITIONS or self._keys[low].endswith("ing"):
            return False
        afar = low > 1 and self._keys[low - 2] in (*_SHARES, "far", "short", "instead", "lack", "but")
        return not afar and not any(key in VERBS for key in self._keys[low:high])

    def _outside_marks(self, at: int, low: int) -> bool:
        """Whether the source quotes the kept words, and the words at ``at`` are its attribution of them."""
        opened = self._source.quoted_from(self._source.tokens.starts[low])
        return opened is not None and self._source.tokens.starts[at] < opened

    def _of_the_report(self, at: int, low: int) -> bool:
        """Whether a report says the word at ``at`` of something else than the words that it quotes then.

        It stands in another quotation, or in a clause before "she said"; not in "he never said".
        """
        if self._source.quoted_from(self._source.tokens.starts[at]) is not None:
            return True
        return any(key in _REPORTING for key in self._keys[at + STAMMER : low])

    def _left_operator(self, at: int, start: int, low: int, high: int) -> Cut | None:
        key = self._keys[at]
        for phrase, turn in ops.LEFT_BY_WORD.get(key, ()):
            if self._keys[at : at + len(phrase)] == phrase and at + len(phrase) <= low:
                if phrase in _REJECTED and at == start and "," in self._source.gap(low):
                    continue
                if phrase[0] == "i" and self._keys[at - 1] in _TIMING:
                    continue
                if phrase == ("according", "to") and not ops.CROWD & set(self._keys[at : min(low, at + 6)]):
                    continue
                return Cut(turn, at, at + len(phrase))
        if key in ops.NEGATION and self._keys[at + 1][:1] != "#":
            if key == "no" and self._keys[at - 1] == "with" and "," in self._source.gap(low):
                return None
            return Cut("negation", at, at + 1)
        if key in ops.CONDITION and self._conditional(at) and not self._either_way(at, low):
            return Cut("condition", at, at + 1)
        opening = key == "without" and at == start and self._keys[low] in SUBJECTS and high - low >= STAMMER
        if key in ops.REFUSAL and low - at <= 6 and not opening:
            return Cut("negation", at, at + 1)
        if key in ops.FALSEHOOD and self._governs(at, low):
            return Cut("negation", at, at + 1)
        if key == "wish" and self._keys[at + 1] == "to" and self._keys[at - 1] in _FIRST_PERSON:
            return None
        if key in ops.DOUBT and (key in ("wish", "wished") or self._governs(at, low) or self._adverb(at)):
            return Cut("doubt", at, at + 1)
        if (
            key in ops.MODAL_DOUBT
            and (low - at <= 2 or self._interrupted(at, low))
            and not self._clause(low, high)
        ):
            return Cut("doubt", at, at + 1)
        if key in _SHARES and at == low - 2 and self._keys[low - 1] == "of" and self._has_verb(low, high):
            return Cut("exception", at, low)
        limit = self._limit(at, low, high)
        if limit:
            return limit
        if key == "only" and (at == start or (low - at <= 3 and self._has_verb(low, high))):
            return Cut("exception", at, at + 1)
        return self._hearsay(at, start, low)

    def _either_way(self, at: int, low: int) -> bool:
        """ "Whether or not he likes it, …": what holds in either case."""
        between = self._keys[at:low]
        leads = (
            "," in self._source.gap(at) or self._source.begins_sentence(at) or self._keys[at - 1] == "that"
        )
        return between[0] == "whether" and "or" in between and leads and "," in self._source.gap(low)

    def _supposed(self, at: int, start: int, low: int) -> Cut | None:
        """ "Had the dam held, …": a condition without an if."""
        leads = at == start or "," in self._source.gap(at)
        if not leads or self._keys[at] not in ("had", "were", "should"):
            return None
        would = {"would", "could", "might", "'d"} & set(self._keys[at + 2 : low + _APODOSIS])
        if "," not in self._source.gap(low) and not would:
            return None
        if at != start and not would:
            return None
        subject = self._source.tokens.text[self._source.tokens.starts[at + 1]]
        led = self._keys[at + 1] in SUBJECTS | _DETERMINERS or subject.isupper()
        return Cut("condition", at, low) if led else None

    def _limit(self, at: int, low: int, high: int) -> Cut | None:
        """What bounds the first of the kept words: "up to" 400, "a" few, "nearly" all."""
        if self._keys[at] in _NEARLY and at == low - 1:
            return Cut("exception", at, at + 1)
        if self._keys[at] == "a" and at == low - 1 and self._keys[low] in _FEW:
            return Cut("exception", at, at + 1)
        figure = self._keys[low][:1] in "#/" or self._keys[low] in _FIGURES
        bounded = figure and self._has_verb(low, high)
        if bounded and self._keys[at:low] in ops.LIMITS:
            return Cut("exception", at, low)
        return None

    def _interrupted(self, at: int, low: int) -> bool:
        """Whether only a parenthesis between commas stands between the word and the kept ones."""
        return "," in self._source.gap(at + 1) and "," in self._source.gap(low)

    def _governs(self, at: int, low: int) -> bool:
        """Whether "that", "to" or nothing at all leads from the word to the kept ones."""
        return low - at <= 2 or any(key in _COMPLEMENTISERS for key in self._keys[at + 1 : low])

    def _hearsay(self, at: int, start: int, low: int) -> Cut | None:
        key = self._keys[at]
        if (
            key in ops.HEARSAY_NOUN
            and self._governs(at, low)
            and any(k in _COMPLEMENTISERS for k in self._keys[at:low])
        ):
            return Cut("hearsay", at, at + 1)
        noun = key in _NOUNS_TOO and bool(_DETERMINERS & set(self._keys[max(start, at - 2) : at]))
        if key not in ops.HEARSAY_VERB or noun:
            return None
        subject = self._subject(at, start)
        if subject is None:
            return None
        return Cut("hearsay", subject, at + 1)

    def _subject(self, verb: int, start: int) -> int | None:
        """Where the subject of a verb of saying begins, if the words are somebody else's."""
        nearby = range(verb - 1, max(start, verb - 6) - 1, -1)
        for at in nearby:
            key = self._keys[at]
            if key in _FIRST_PERSON:
                return None
            if key in ops.CROWD:
                brushed_off = at > start and self._keys[at - 1] in ("whatever", "what") and at - start <= 2
                return None if brushed_off else at
            if key in ops.WITNESSES:
                distant = self._keys[verb] in ops.DISTANCE_VERB
                return at if distant or self._elsewhere(at) else None
            if (
                key in ("he", "she", "you", "it")
                and self._keys[verb] in ops.DISTANCE_VERB
                and not self._frame.keys & ops.DISTANCE_VERB
            ):
                return at
        return self._named_subject(verb, start) or self._told_of_me(verb, start)

    def _told_of_me(self, verb: int, start: int) -> int | None:
        """ "My opponent says …", or "The paper says I …": words that are another's."""
        mine = next(
            (at for at in range(verb - 1, max(start, verb - 3) - 1, -1) if self._keys[at] == "my"), None
        )
        if mine is not None and self._keys[verb - 1] != "my":
            return mine
        if self._keys[verb + 1 : verb + 2] not in (("i",), ("we",)) and self._keys[
            verb + 1 : verb + 3
        ] not in (
            ("that", "i"),
            ("that", "we"),
        ):
            return None
        nearby = range(verb - 1, max(start, verb - 4) - 1, -1)
        return next((at for at in nearby if self._keys[at] in _OTHERS), None)

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

    def _closed(self, at: int, cut: Cut, start: int, low: int, high: int) -> bool:
        """Whether a clause ends between the operator and the kept words."""
        if cut.turn != "condition" and (self._parenthesis(at, low) or self._enclosed(at, start, low)):
            return True
        linked = self._keys[low - 1] in _COMPLEMENTISERS and low - 1 > at
        if self._own_words(cut, low) or (cut.turn == "condition" and ":" in self._source.gap(low)):
            return True
        for place in range(cut.end, low + 1):
            gap = self._source.gap(place) if place > at + 1 or place == low else ""
            if ";" in gap:
                return True
            if place < low and (self._coordinates(place, cut) or self._asserts(place, cut, low)):
                return True
            if place == low and "," in gap and self._keys[low] in _OPENERS and cut.turn != "condition":
                return True
            if place == low and (self._answered(low) or self._coordinated(low, high, cut)):
                return True
            if linked or cut.turn in ("condition", "hearsay"):
                continue
            if any(mark in gap for mark in ":—–") or " - " in gap:
                return True
            if "," in gap and self._begins_clause(place, low, high):
                return True
        return cut.turn == "condition" and self._asked(cut.end, low)

    def _answered(self, low: int) -> bool:
        """ "If that is what you mean, yes, ⟦I knew her⟧"."""
        return self._keys[low - 1] in ("yes", "indeed") and "," in self._source.gap(low - 1)

    def _coordinated(self, low: int, high: int, cut: Cut) -> bool:
        """ "Wages have not moved and ⟦prices have risen⟧": a main clause with its own subject and verb."""
        if self._keys[low - 1] not in ("and", "but") or cut.turn not in ("negation", "exception", "doubt"):
            return False
        near = self._keys[low : min(high, low + STAMMER)]
        return near[0] not in VERBS and any(key in VERBS for key in near[1:])

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

    def _own_words(self, cut: Cut, low: int) -> bool:
        """ "The critics say so, and to them ⟦I say that⟧ …": the nearest frame is the speaker's own."""
        between = self._keys[cut.end + 1 : low]
        return cut.turn == "hearsay" and any(
            key in _FIRST_PERSON and between[i + 1 : i + 2] and between[i + 1] in _OWN_SAYING
            for i, key in enumerate(between)
        )

    def _enclosed(self, at: int, start: int, low: int) -> bool:
        """Whether commas close off all that an ellipsis left out: ", to nobody's surprise,"."""
        inside = start > 0 and not self._source.begins_sentence(start)
        return inside and at > start and "," in self._source.gap(start) and "," in self._source.gap(low)

    def _coordinates(self, place: int, cut: Cut) -> bool:
        key = self._keys[place]
        if key == "because":
            return cut.turn != "negation" or "," in self._source.gap(place) or self._keys[cut.start] != "not"
        if cut.turn == "condition" and key in _RELATIVES | {"since"}:
            return False
        if key in _LEFT_COORDINATORS:
            return not (cut.turn == "hearsay" and key in ("which", "who"))
        following = self._keys[place + 1] if place + 1 < len(self._keys) else ""
        if key == "and" and "," in self._source.gap(place) and cut.turn in ("negation", "exception"):
            return True
        return key == "and" and (following in SUBJECTS or following == "then") and cut.turn != "condition"

    def _begins_clause(self, place: int, low: int, high: int) -> bool:
        if place == low:
            return self._clause(low, high)
        return self._keys[place] in SUBJECTS and self._keys[place] != "that"

    def _asked(self, start: int, end: int) -> bool:
        return any(key in _REPLIES for key in self._keys[start:end])

    def sentence_before(self, low: int) -> Cut | None:
        """ "Imagine this." before the kept words."""
        if not self._source.begins_sentence(low) or low == 0 or self._turn_differs(low - 1, low):
            return None
        start = self._source.sentence_start(low - 1)
        short = self._keys[start:low]
        if len(short) <= 4 and short and short[0] in ("imagine", "suppose", "picture", "pretend"):
            return Cut("condition", start, low)
        return None
