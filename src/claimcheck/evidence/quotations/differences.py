"""From runs of equal words to differences: of what kind each is, and whether style permits it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from claimcheck.documents.hyphens import known_words
from claimcheck.documents.normalise import without_hidden, without_note_marks
from claimcheck.evidence.quotations.figures import CURRENCIES, MONTHS, RELATIVE_DAYS, WEEKDAYS
from claimcheck.evidence.quotations.interludes import joins_speech
from claimcheck.evidence.quotations.locating import Placement
from claimcheck.evidence.quotations.merging import merged
from claimcheck.evidence.quotations.model import Difference, DifferenceKind
from claimcheck.evidence.quotations.printed import Printed
from claimcheck.evidence.quotations.source import PreparedSource
from claimcheck.evidence.quotations.spelling import misread
from claimcheck.evidence.quotations.variants import same_group, same_word, short_million, thousands_alike
from claimcheck.evidence.quotations.wordlists import (
    ACRONYMS_THAT_ARE_WORDS,
    FILLER_PAIRS,
    FILLERS,
    FUNCTION_WORDS,
    MODALS,
    NEGATIONS,
    QUANTIFIERS,
)

_QUOTE_MARKS = re.compile(r"[\s\"“”„‟‘’'‚‛«»‹›「」『』*_`]+")
_DASHES = re.compile(r"[-‐‑‒–—―−]+")
_YEAR = re.compile(r"#(?:1[5-9]|20)\d\d")
_LARGEST_GROUP = 60


@dataclass(frozen=True, slots=True)
class Group:
    """Printed tokens ``a`` to ``b`` stand where the source has tokens ``c`` to ``d``."""

    a: int
    b: int
    c: int
    d: int


class Comparison:
    """Compares one placed quotation with its source; spans and texts come from both sides' originals."""

    def __init__(self, printed: Printed, source: PreparedSource) -> None:
        self.printed = printed
        self.source = source

    def of(self, placement: Placement) -> list[Difference]:
        """All differences inside one placed chunk, in printed order."""
        found: list[Difference] = []
        groups = list(_groups(placement))
        found += self._turns(placement)
        swapped = _swap(groups, self) if placement.ordered and len(groups) > 1 else None
        if swapped:
            found.append(swapped)
        elif not placement.ordered:
            found.append(self.make("order", placement.start, placement.end, placement.low, placement.high))
        for group in [] if swapped else groups:
            found += self.group(group)
        for run in placement.runs:
            found += self._inside(run.printed, run.source, run.length, placement)
        return merged(
            sorted(found, key=lambda difference: (difference.printed_start, difference.source_start))
        )

    def _turns(self, placement: Placement) -> Iterator[Difference]:
        """What two people say in turn is not one quotation."""
        theirs, layout = self.source.tokens, self.source.layout
        if not layout.turns:
            return
        first = layout.turn_at(theirs.starts[placement.low])
        last = layout.turn_at(theirs.starts[placement.high - 1])
        speakers = {turn.speaker for turn in layout.turns[max(0, first) : last + 1]}
        if first < last and (len(speakers) > 1 or first < 0):
            yield self.make("order", placement.start, placement.end, placement.low, placement.high)

    def make(
        self, kind: DifferenceKind, a: int, b: int, c: int, d: int, *, harmless: bool = False
    ) -> Difference:
        """A difference between printed tokens ``a`` to ``b`` and source tokens ``c`` to ``d``."""
        ours, theirs = self.printed.tokens, self.source.tokens
        p = _span(ours.starts, ours.ends, a, b)
        s = _span(theirs.starts, theirs.ends, c, d)
        return Difference(kind, ours.text[p[0] : p[1]], theirs.text[s[0] : s[1]], *p, *s, harmless=harmless)

    def group(self, group: Group) -> list[Difference]:
        """Differences of one group of unequal words; harmless ones are marked so."""
        a, b, c, d = group.a, group.b, group.c, group.d
        if a == b and c == d:
            return []
        if self._same(a, b, c, d):
            return (
                [self.make("spelling", a, b, c, d, harmless=True)] if self._joins_visibly(a, b, c, d) else []
            )
        if max(b - a, d - c) > _LARGEST_GROUP:
            return self._plain_group(a, b, c, d)
        return [difference for piece in self._pieces(a, b, c, d) for difference in self._piece(*piece)]

    def _same(self, a: int, b: int, c: int, d: int) -> bool:
        if b - a > 6 or d - c > 6:
            return False
        ours, theirs = self.printed.tokens.keys[a:b], self.source.tokens.keys[c:d]
        hyphenated = "-" in self.printed.tokens.raw(a, b) or "-" in self.source.tokens.raw(c, d)
        return (
            same_group(ours, theirs, hyphenated)
            or thousands_alike(ours, theirs)
            or short_million(ours, theirs)
            or (b - a == d - c == 1 and self._same_word(a, c))
        )

    def _same_word(self, a: int, c: int) -> bool:
        ours, theirs = self.printed.tokens, self.source.tokens
        if a in self.printed.patched:
            return _patch_fits(self.printed.patched[a], theirs.plain[c])
        if same_word(ours.keys[a], theirs.keys[c], ours.plain[a], theirs.plain[c]):
            return True
        if self._named(a, c):
            return False
        return misread(ours.plain[a], theirs.plain[c], known_words)

    def _named(self, a: int, c: int) -> bool:
        """Whether one of two words is a name by its letters; how a sentence begins tells nothing."""
        ours, theirs = self.printed.tokens, self.source.tokens
        if ours.keys[a] in FUNCTION_WORDS:
            return False
        if self.source.begins_sentence(c):
            return ours.text[ours.starts[a]].isupper()
        return ours.text[ours.starts[a]].isupper() or theirs.text[theirs.starts[c]].isupper()

    def _joins_visibly(self, a: int, b: int, c: int, d: int) -> bool:
        """A word that only a line's end had broken, and a figure's other spaces, are no difference."""
        mine, other = self.printed.tokens.raw(a, b), self.source.tokens.raw(c, d)
        if "".join(mine.split()) == "".join(other.split()) and mine[:1].isdigit():
            return False
        broken = "\n" in self.source.tokens.raw(c, d) and "-" in self.source.tokens.raw(c, d)
        return not broken

    def _pieces(self, a: int, b: int, c: int, d: int) -> Iterator[tuple[int, int, int, int]]:
        """Pair off what is the same in other form inside a group; what stays is handed on as it is."""
        at, place = a, c
        while at < b and place < d:
            pair = self._next_pair(at, b, place, d)
            if pair is None:
                break
            if pair[0] > at or pair[2] > place:
                yield at, pair[0], place, pair[2]
            yield pair
            at, place = pair[1], pair[3]
        if at < b or place < d:
            yield at, b, place, d

    def _next_pair(self, a: int, b: int, c: int, d: int) -> tuple[int, int, int, int] | None:
        for skipped in range(b - a + d - c - 1):
            for i in range(max(a, a + skipped - (d - c) + 1), min(b, a + skipped + 1)):
                j = c + skipped - (i - a)
                for wide, tall in ((1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1)):
                    if i + wide <= b and j + tall <= d and self._equal_or_same(i, i + wide, j, j + tall):
                        return i, i + wide, j, j + tall
        return None

    def _equal_or_same(self, a: int, b: int, c: int, d: int) -> bool:
        if b - a == d - c == 1 and self.printed.tokens.keys[a] == self.source.tokens.keys[c]:
            return self.printed.tokens.keys[a] not in FUNCTION_WORDS
        return self._same(a, b, c, d)

    def _piece(self, a: int, b: int, c: int, d: int) -> list[Difference]:
        if self._same(a, b, c, d):
            return (
                [self.make("spelling", a, b, c, d, harmless=True)] if self._joins_visibly(a, b, c, d) else []
            )
        if b - a == d - c == 1 and self.printed.tokens.keys[a] == self.source.tokens.keys[c]:
            return []
        return self._plain_group(a, b, c, d)

    def _plain_group(self, a: int, b: int, c: int, d: int) -> list[Difference]:
        if self._currency_moved(a, b, c, d) or self._range(a, b, c, d):
            return [self.make("spelling", a, b, c, d, harmless=True)]
        if a == b and (joins_speech(self.source, c, d) or self._said_in_passing(c, d)):
            return [self.make("omission", a, b, c, d, harmless=True)]
        if a < b and a + 1 == b and a in self.printed.patched and d - c == 1:
            return [self.make("word", a, b, c, d)]
        return [self.make(self._kind(a, b, c, d), a, b, c, d)]

    def _range(self, a: int, b: int, c: int, d: int) -> bool:
        """ "212–198" beside "212 to 198": a dash between two figures for the word."""
        ours, theirs = self.printed.tokens, self.source.tokens
        for one, low, high, other, at in ((ours, a, b, theirs, c), (theirs, c, d, ours, a)):
            if one.keys[low:high] != ("to",) or not 0 < at < len(other) or not 0 < low < len(one) - 1:
                continue
            figures = (one.keys[low - 1], one.keys[low + 1], other.keys[at - 1], other.keys[at])
            dash = other.text[other.ends[at - 1] : other.starts[at]].strip()
            if (b - a) + (d - c) == 1 and all(key[0] == "#" for key in figures) and _DASHES.fullmatch(dash):
                return True
        return False

    def _currency_moved(self, a: int, b: int, c: int, d: int) -> bool:
        """ "$5 million" beside "5 million dollars": the same currency on the other side of the figure."""
        ours, theirs = self.printed.tokens.keys, self.source.tokens.keys
        if b - a == 1 and c == d and ours[a] in CURRENCIES:
            return ours[a] in (theirs[c + 1 : c + 2] + theirs[max(0, c - 2) : c - 1])
        if d - c == 1 and a == b and theirs[c] in CURRENCIES:
            return theirs[c] in (ours[a + 1 : a + 2] + ours[max(0, a - 2) : a - 1])
        return False

    def _said_in_passing(self, c: int, d: int) -> bool:
        """Whether source tokens are only "uh", "you know" or a word said twice, which style lets go."""
        keys = self.source.tokens.keys
        if not 0 < d - c <= 12:
            return False
        at = c
        while at < d:
            if keys[at] in FILLERS:
                at += 1
            elif keys[at : at + 2] in FILLER_PAIRS and at + 2 <= d and self._set_off(at, at + 2):
                at += 2
            else:
                break
        rest = d - at
        return rest == 0 or (
            rest <= 4 and keys[at:d] in (keys[d : d + rest], keys[at - rest : at]) and self._stutters(at, d)
        )

    def _set_off(self, start: int, end: int) -> bool:
        return any(mark in self.source.gap(place) for place in (start, end) for mark in ",—–-…")

    def _stutters(self, start: int, end: int) -> bool:
        """A repetition is a slip of the tongue unless it is one for effect ("never, never")."""
        keys = self.source.tokens.keys[start:end]
        if any(key in NEGATIONS for key in keys):
            return False
        return all(key in FUNCTION_WORDS for key in keys) or any(
            mark in self.source.gap(place) for place in (start, end) for mark in "—–…-"
        )

    def _kind(self, a: int, b: int, c: int, d: int) -> DifferenceKind:
        ours, theirs = self.printed.tokens.keys[a:b], self.source.tokens.keys[c:d]
        if not ours and any(map(self.source.begins_sentence, range(c + 1, d + 1))):
            return "omission"
        changed = set(ours) ^ set(theirs)
        for kind, test in _KINDS:
            if any(test(key) for key in changed):
                return kind
        if self._names(a, b, c, d):
            return "name"
        if not ours:
            return "omission"
        return "insertion" if not theirs else "word"

    def _names(self, a: int, b: int, c: int, d: int) -> bool:
        if b - a > 4 or d - c > 4:
            return False
        ours, theirs = self.printed.tokens, self.source.tokens
        inner = [
            ours.text[ours.starts[i]].isupper() and ours.keys[i] not in FUNCTION_WORDS
            for i in range(max(a, 1), b)
        ]
        inner += [
            theirs.text[theirs.starts[i]].isupper()
            and theirs.keys[i] not in FUNCTION_WORDS
            and not self.source.begins_sentence(i)
            for i in range(c, d)
        ]
        return any(inner)

    def _inside(self, a: int, c: int, length: int, placement: Placement) -> Iterator[Difference]:
        """Differences between words whose keys are equal: spelling, case, hidden characters, punctuation."""
        ours, theirs = self.printed.tokens, self.source.tokens
        first, after = ours.starts[a], ours.ends[a + length - 1]
        start, stop = theirs.starts[c], theirs.ends[c + length - 1]
        if ours.text[first:after] == theirs.text[start:stop] and not ours.odd and not theirs.odd:
            return
        seen = (-1, -1)
        for offset in range(length):
            i, j = a + offset, c + offset
            if offset:
                yield from self._between(i, j)
            if (ours.starts[i], theirs.starts[j]) != seen:
                seen = ours.starts[i], theirs.starts[j]
                yield from self._word(i, j, placement)

    def _word(self, i: int, j: int, placement: Placement) -> Iterator[Difference]:
        ours, theirs = self.printed.tokens, self.source.tokens
        mine, other = ours.raw(i, i + 1), theirs.raw(j, j + 1)
        if mine == other:
            return
        if i in ours.odd or j in theirs.odd:
            yield self.make("spelling", i, i + 1, j, j + 1, harmless=True)
            return
        if "\n" in other:
            other = re.sub(r"[-\u2010\u00ad\u2011]?\s*\n\s*", "", other)
        if ours.plain[i] != theirs.plain[j]:
            if _plainer(ours.plain[i]) != _plainer(theirs.plain[j]):
                yield self.make("spelling", i, i + 1, j, j + 1, harmless=True)
            return
        yield from self._case(i, j, _form(mine), _form(other), placement)

    def _case(self, i: int, j: int, mine: str, other: str, placement: Placement) -> Iterator[Difference]:
        if mine == other or i in self.printed.patched:
            if i in self.printed.patched:
                yield self.make("case", i, i + 1, j, j + 1, harmless=True)
            return
        key = self.printed.tokens.keys[i]
        if key in ACRONYMS_THAT_ARE_WORDS and mine.isupper() != other.isupper() and self._mixed_case(j):
            yield self.make("word", i, i + 1, j, j + 1)
            return
        if mine[1:] == other[1:] and (i == placement.start or self._after_stop(i, j)):
            return
        yield self.make("case", i, i + 1, j, j + 1, harmless=True)

    def _mixed_case(self, j: int) -> bool:
        tokens = self.source.tokens
        around = tokens.text[tokens.starts[max(0, j - 3)] : tokens.ends[min(len(tokens), j + 4) - 1]]
        return not around.isupper()

    def _after_stop(self, i: int, j: int) -> bool:
        ours = self.printed.tokens
        gap = ours.text[ours.ends[i - 1] : ours.starts[i]] if i else "."
        return any(mark in gap for mark in '.!?:;"“‘\n—–') or self.source.begins_sentence(j)

    def _between(self, i: int, j: int) -> Iterator[Difference]:
        ours, theirs = self.printed.tokens, self.source.tokens
        mine = ours.text[ours.ends[i - 1] : ours.starts[i]]
        other = theirs.text[theirs.ends[j - 1] : theirs.starts[j]]
        if mine == other:
            return
        one, two = _marks(mine), _marks(self._said(other, theirs.ends[j - 1]))
        if one == two:
            return
        asked = ("?" in one) != ("?" in two)
        yield Difference(
            "punctuation",
            mine.strip(),
            other.strip(),
            ours.ends[i - 1],
            ours.starts[i],
            theirs.ends[j - 1],
            theirs.starts[j],
            harmless=not asked,
        )

    def _said(self, gap: str, place: int) -> str:
        """``gap`` without what nobody said (time codes, labels, page furniture)."""
        if len(gap) < 3:
            return gap
        for start, end in reversed(self.source.layout.within(place, place + len(gap))):
            gap = gap[: max(0, start - place)] + " " + gap[max(0, end - place) :]
        return gap


def _groups(placement: Placement) -> Iterator[Group]:
    a, c = placement.start, placement.low
    if not placement.ordered:
        for run in placement.runs:
            if run.printed > a:
                yield Group(a, run.printed, run.source, run.source)
            a = run.printed + run.length
        return
    for run in placement.runs:
        if run.printed > a or run.source > c:
            yield Group(a, run.printed, c, run.source)
        a, c = run.printed + run.length, run.source + run.length
    if placement.end > a or placement.high > c:
        yield Group(a, placement.end, c, placement.high)


def _swap(groups: list[Group], comparison: Comparison) -> Difference | None:
    """One difference of order where the words gone in one place are those come in another."""
    ours, theirs = comparison.printed.tokens.keys, comparison.source.tokens.keys
    come = sorted(key for group in groups for key in ours[group.a : group.b])
    gone = sorted(key for group in groups for key in theirs[group.c : group.d])
    if not come or come != gone:
        return None
    return comparison.make("order", groups[0].a, groups[-1].b, groups[0].c, groups[-1].d)


def _span(starts: tuple[int, ...], ends: tuple[int, ...], first: int, after: int) -> tuple[int, int]:
    if first < after:
        return starts[first], ends[after - 1]
    place = ends[first - 1] if first else 0
    return place, place


def _marks(gap: str) -> str:
    """What is left of the text between two words when marks that house style may change are gone."""
    gap = _QUOTE_MARKS.sub("", without_hidden(gap))
    gap = "" if _DASHES.fullmatch(gap) else gap
    gap = _DASHES.sub("", gap).replace("…", "").replace("...", "")
    return "".join(character for character in gap if not unicodedata.category(character).startswith("C"))


def _form(word: str) -> str:
    return unicodedata.normalize("NFKC", without_note_marks(without_hidden(word))).replace("’", "'")


def _plainer(plain: str) -> str:
    """Plain forms that differ in nothing a reader would call spelling."""
    return plain.replace(".", "").replace("-", "")


def _patch_fits(patch: tuple[str, str, str], there: str) -> bool:
    """Whether a word patched with brackets ("walk[ed]") stands for the source's word."""
    before, inside, after = patch
    if inside.casefold() in ("un", "in", "im", "dis", "non", "il", "ir", "not"):
        return False
    stem = before[:-1] if before and not after and len(before) > 3 else before
    return len(before) + len(after) >= 2 and there.startswith(stem) and there.endswith(after)


def _is_date(key: str) -> bool:
    dated = (
        key[:1] == "@" or key.startswith("month") or (key in MONTHS and key != "may") or key in RELATIVE_DAYS
    )
    return dated or key in WEEKDAYS or bool(_YEAR.fullmatch(key))


def _is_number(key: str) -> bool:
    return key[:1] in ("#", "~", "/") or key in (
        "million",
        "billion",
        "trillion",
        "thousand",
        "percent",
        "minus",
    )


_KINDS: tuple[tuple[DifferenceKind, Callable[[str], bool]], ...] = (
    ("negation", NEGATIONS.__contains__),
    ("date", _is_date),
    ("number", _is_number),
    ("modality", MODALS.__contains__),
    ("quantifier", QUANTIFIERS.__contains__),
)
