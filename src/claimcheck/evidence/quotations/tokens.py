"""Words as comparison keys: two tokens are the same words exactly if their keys are equal.

House style is folded into the key (figures, contractions, abbreviations, British and American spelling,
accents); the plain form is kept beside it, so that a fold that was needed is reported as a difference.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimcheck.documents.normalise import Words, words_of
from claimcheck.evidence.quotations.figures import (
    CURRENCIES,
    MONTHS,
    SIGNS,
    WEEKDAYS,
    number_word,
    numeral_keys,
    ordinal_value,
    part_value,
    read_number,
)
from claimcheck.evidence.quotations.spelling import canonical_spelling

BRACKET = re.compile(r"\[([^\[\]]{0,300})\]")
_NOTE_MARK = re.compile(r"\[\w{1,3}\]")
_SCANNED = re.compile(r"[a-z]+(?:[01]+[a-z']+)+")
_GLUE = "\u2060"
_CONTRACTIONS = {
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "ain't": ("is", "not"),
    "let's": ("let", "us"),
    "y'all": ("you", "all"),
    "gonna": ("going", "to"),
    "gotta": ("got", "to"),
    "wanna": ("want", "to"),
    "i'm": ("i", "am"),
}
_ENDINGS = {"'ll": "will", "'re": "are", "'ve": "have", "'d": "'d", "'s": "'s"}
_SAME = {
    "okay": "ok",
    "pct": "percent",
    "km": "kilometer",
    "kms": "kilometer",
    "kilometers": "kilometer",
    "kilometres": "kilometer",
    "kilometre": "kilometer",
    "kg": "kilogram",
    "kgs": "kilogram",
    "kilos": "kilogram",
    "kilograms": "kilogram",
    "kilogrammes": "kilogram",
    "dollars": "dollar",
    "euros": "euro",
    "pounds": "pound",
    "degrees": "degree",
    "mister": "mr",
    "doctor": "dr",
    "professor": "prof",
    "senator": "sen",
    "governor": "gov",
    "representative": "rep",
    "general": "gen",
    "lieutenant": "lt",
    "'em": "them",
    "'cause": "because",
    "til": "until",
    "till": "until",
}
_JOINED = {("per", "cent"): "percent", ("all", "right"): "alright", ("any", "more"): "anymore"}


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens in order. Several may share one span ("don't"), and one may span several words ("2.5 million").

    Attributes:
        keys: what is compared.
        plain: the words as they stand, case and line breaks apart.
        starts, ends: half-open spans in ``text``, in code points.
        odd: token index to the hidden or lookalike characters the word holds.
    """

    text: str
    keys: tuple[str, ...]
    plain: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    odd: dict[int, str]

    def __len__(self) -> int:
        return len(self.keys)

    def raw(self, start: int, end: int) -> str:
        """The original text of tokens ``start`` to ``end`` (exclusive)."""
        return self.text[self.starts[start] : self.ends[end - 1]] if start < end else ""


def tokenise(
    text: str, language: str = "en", skip: Sequence[tuple[int, int]] = (), masked: str | None = None
) -> Tokens:
    """Tokens of ``text``, leaving out words inside the spans of ``skip`` (sorted, disjoint); linear time.

    Args:
        masked: the text as :func:`glued` returns it, where the caller has it already.
    """
    masked = masked if masked is not None else glued(text)[0] if "[" in text else text
    tokens = _Builder(words_of(masked), language, skip).build()
    if masked is text:
        return tokens
    odd = {
        i: note
        for i, note in tokens.odd.items()
        if not set("[]") & set(text[tokens.starts[i] : tokens.ends[i]])
    }
    return replace(tokens, text=text, odd=odd)


def glued(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Brackets inside a word ("[T]he", "walk[ed]") become joiners, so that the word stays one word."""
    masked = list(text)
    patches: list[tuple[int, int]] = []
    for match in BRACKET.finditer(text):
        before = text[match.start() - 1 : match.start()] if match.start() else ""
        after = text[match.end() : match.end() + 1]
        inside = match[1]
        if (
            inside.isalpha()
            and len(inside) <= 12
            and (before.isalpha() or (after.isalpha() and after.islower()))
        ):
            masked[match.start()] = masked[match.end() - 1] = _GLUE
            patches.append(match.span())
    return "".join(masked), patches


class _Builder:
    """Collects tokens from words; one pass to expand, one to join numbers and dates."""

    def __init__(self, words: Words, language: str, skip: Sequence[tuple[int, int]]) -> None:
        self._words = words
        self._language = language
        self._skip = skip
        self._memo: dict[tuple[str, bool], tuple[str, ...]] = {}
        self._keys: list[str] = []
        self._from: list[int] = []

    def build(self) -> Tokens:
        self._expand()
        return self._join()

    def _expand(self) -> None:
        words, skip, memo = self._words, self._skip, self._memo
        next_skip, money = 0, False
        for index, start in enumerate(words.starts):
            while next_skip < len(skip) and skip[next_skip][1] <= start:
                next_skip += 1
            if next_skip < len(skip) and skip[next_skip][0] <= start:
                continue
            bare = words.bare[index]
            keys = memo.get((bare, money))
            if keys is None:
                keys = memo[bare, money] = _word_keys(bare, self._language, money)
            self._keys.extend(keys)
            self._from.extend([index] * len(keys))
            money = keys[-1] in CURRENCIES

    def _join(self) -> Tokens:
        keys, origin, words = self._keys, self._from, self._words
        out: list[str] = []
        plain: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        odd: dict[int, str] = {}
        at = 0
        while at < len(keys):
            key, after = self._next(at)
            first, last = origin[at], origin[after - 1]
            for word in range(first, last + 1) if words.odd else ():
                if word in words.odd:
                    odd[len(out)] = words.odd[word]
            out.append(key)
            plain.append(words.plain[first] if first == last else " ".join(words.plain[first : last + 1]))
            starts.append(words.starts[first])
            ends.append(words.ends[last])
            at = after
        return Tokens(words.text, tuple(out), tuple(plain), tuple(starts), tuple(ends), odd)

    def _next(self, at: int) -> tuple[str, int]:
        """The token that begins with key ``at``, and the index of the key after it."""
        keys = self._keys
        word = keys[at]
        if word in _STARTERS or word[0] in "#~":
            key, length = _joined(self._phrase(at), 0)
            return key, at + length
        if word in _PREFIXES and at + 1 < len(keys) and self._hyphened(at):
            whole = word + keys[at + 1]
            if whole not in _OTHER_WORDS:
                return canonical_spelling(whole), at + 2
        return word, at + 1

    def _phrase(self, at: int) -> list[str]:
        """Keys from ``at`` to the next mark, at most 24: figures and dates do not reach beyond."""
        words, origin = self._words, self._from
        end = at + 1
        while end < min(len(origin), at + 24):
            gap = _NOTE_MARK.sub("", words.text[words.ends[origin[end - 1]] : words.starts[origin[end]]])
            if (
                not gap.isspace()
                and gap not in ("", "-", "\u2010", "\u2011")
                and not (gap == ". " and self._keys[end - 1] in MONTHS)
            ):
                break
            end += 1
        return self._keys[at:end]

    def _hyphened(self, at: int) -> bool:
        words, first, second = self._words, self._from[at], self._from[at + 1]
        return words.text[words.ends[first] : words.starts[second]] in ("-", "\u2010", "\u2011")


_PREFIXES = frozenset(
    "co re pre anti non multi semi over under sub inter mid post pro counter e cyber micro".split()
)
_OTHER_WORDS = frozenset("resign recover recreate resent reform repress resort relay prefer".split())
"""Words that a hyphen after the prefix would make another word of ("re-sign")."""


def _word_keys(bare: str, language: str, money: bool) -> tuple[str, ...]:
    if bare.isalpha():
        return _CONTRACTIONS.get(bare) or (_SAME.get(bare) or canonical_spelling(bare),)
    if bare in SIGNS:
        return (SIGNS[bare],)
    if bare[0].isdecimal() or bare[-1] in "½¼¾":
        keys = numeral_keys(bare, language, money=money)
        return tuple(_SAME.get(key, key) for key in keys) if keys else (canonical_spelling(bare),)
    if not bare.isalpha() and _SCANNED.fullmatch(bare) and len(bare) > 4:
        bare = bare.replace("0", "o").replace("1", "l")
    if bare in _CONTRACTIONS:
        return _CONTRACTIONS[bare]
    if bare.endswith("n't") and len(bare) > 3:
        return (bare[:-3], "not")
    for ending, word in _ENDINGS.items():
        if bare.endswith(ending) and len(bare) > len(ending):
            return (_simple(bare[: -len(ending)]), word)
    return (_simple(bare),)


def _simple(bare: str) -> str:
    if bare.endswith(".") or "." in bare:
        bare = bare.replace(".", "") or bare
    known = _SAME.get(bare)
    return known if known is not None else canonical_spelling(bare)


_STARTERS = frozenset(
    list("a the zero one two three four five six seven eight nine ten eleven twelve".split())
    + "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty".split()
    + "seventy eighty ninety first second third fourth fifth sixth seventh eighth ninth tenth".split()
    + "eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
    + "twentieth thirtieth fortieth fiftieth sixtieth hundredth thousandth".split()
    + list(MONTHS)
    + list(WEEKDAYS)
    + [first for first, _ in _JOINED]
)


def _joined(keys: list[str], at: int) -> tuple[str, int]:
    """The token that begins at ``at`` and the index after it."""
    word = keys[at]
    pair = _JOINED.get((word, keys[at + 1])) if at + 1 < len(keys) else None
    if pair:
        return pair, at + 2
    if word in MONTHS or word in WEEKDAYS:
        return _month_or_day(keys, at)
    if word == "the":
        return (at + 1 < len(keys) and _day_then_month(keys, at + 1)) or (word, at + 1)
    date = _day_then_month(keys, at)
    if date:
        return date
    if word == "a" and at + 1 < len(keys) and keys[at + 1] in ("third", "quarter"):
        return f"/1:{part_value(keys[at + 1])}", at + 2
    number = read_number(keys, at)
    if number:
        return _with_fraction(keys, at, *number)
    ordinal = ordinal_value(word)
    return (f"~{ordinal}", at + 1) if ordinal else (word, at + 1)


def _with_fraction(keys: list[str], at: int, key: str, after: int) -> tuple[str, int]:
    """ "two thirds" as one fraction; anything else unchanged."""
    if after == at + 1 and after < len(keys) and key[0] == "#":
        part = part_value(keys[after])
        if part and (keys[after].endswith("s") or key == "#1"):
            return f"/{key[1:]}:{part}", after + 1
    return key, after


def _day_of_month(key: str) -> int:
    if key[:1] not in ("#", "~"):
        return ordinal_value(key) or 0
    digits = key[1:]
    return int(digits) if digits.isdecimal() and len(digits) <= 2 and 1 <= int(digits) <= 31 else 0


def _month_or_day(keys: list[str], at: int) -> tuple[str, int]:
    word = keys[at]
    if word in WEEKDAYS:
        return WEEKDAYS[word], at + 1
    after = at + 1
    if after < len(keys) and keys[after] == "the":
        after += 1
    day = _day_of_month(keys[after]) if after < len(keys) else 0
    if day:
        return f"@{MONTHS[word]}-{day}", after + 1
    return (f"month{MONTHS[word]}" if word != "may" else word), at + 1


def _day_then_month(keys: list[str], at: int) -> tuple[str, int] | None:
    day = _day_of_month(keys[at])
    after = at + 1
    if day and after + 1 < len(keys) and keys[after] == "of":
        after += 1
    if not day or after >= len(keys) or keys[after] not in MONTHS or number_word(keys[at]):
        return None
    return f"@{MONTHS[keys[after]]}-{day}", after + 1
