"""What the check-worthiness model sees of a sentence: five groups of hashed features.

Words and word pairs, character runs, a skeleton (function words stay, other words become their ending or
shape), signs of kind (length, persons, tense, figures), and single words weighted by their neighbours in
other texts. Nothing but hashes reaches the model file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import combinations
from operator import or_
from zlib import crc32

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[A-Za-z]+(?:['’][a-z]+)?|[^\sA-Za-z0-9]")
LONGEST = 120  # tokens read of a sentence; beyond that nothing changes the judgement
_LONGEST_WORD = 24

GROUP_BITS: tuple[int, ...] = (17, 16, 16, 12, 16)
"""Size of each group's table, as a power of two: words, characters, skeleton, signs, single words."""

Hashes = tuple[frozenset[int] | set[int], ...]
"""For each group the hashes of the features that are on in a sentence."""

_FUNCTION = frozenset(
    "a an the of in on at by for with to from as and or but nor so yet if than then that this "
    "these those which who whom "
    "whose what when where why how is are was were be been being am has have had do does did will "
    "would can could may "
    "might must shall should not no it its he she they his her their him them we us our you your i "
    "me my i'm i've we've "
    "we're they're it's that's don't didn't doesn't isn't wasn't can't won't there here all every "
    "more most less many "
    "much very just also only even now never ever because about over under after before out up down".split()
)
_ENDINGS = ("ing", "ed", "ly", "tion", "ment", "est", "er", "al", "ive", "ous", "n't", "s")
_SIGNS: dict[str, frozenset[str]] = {
    "i": frozenset("i i'm i've i'd i'll me my".split()),
    "we": frozenset("we us our we're we've we'll".split()),
    "you": frozenset("you your you're".split()),
    "they": frozenset("he she his her they their them him he's she's they're".split()),
    "modal": frozenset("will would should can could may might must shall ought i'll we'll".split()),
    "past": frozenset("has have had was were been did".split()),
    "opinion": frozenset(
        "think believe hope feel want like love hate know wish understand agree suppose guess "
        "proud honored mean "
        "need".split()
    ),
    "unit": frozenset("percent % per million billion trillion thousand hundred half $ third dollars".split()),
    "number": frozenset("one two three four five six seven eight nine ten twenty thirty".split()),
    "compare": frozenset(
        "more most less least higher lower largest biggest increase increased decreased cut cuts "
        "doubled fewer".split()
    ),
    "time": frozenset("years year months ago since last today now".split()),
}


_NAMES = (*_SIGNS, "ed", "digit", "capital", "negation")
_BIT = {name: 1 << at for at, name in enumerate(_NAMES)}
_NOT = frozenset(("not", "no", "never"))


@dataclass(frozen=True, slots=True)
class _Word:
    """All that a token adds to the groups, worked out once for each token there is.

    A hash of several words is continued from the hash of those before it (``crc32`` allows it), so that no
    text is put together.

    Attributes:
        tail: the shape as bytes, a space before it; bone_tail likewise.
        signs: the kinds of word it is, a bit each, without "capital".
        letters: the hashes of its runs of three to five letters.
    """

    shape: str
    hash: int
    tail: bytes
    bone: int
    bone_tail: bytes
    signs: int
    capital: bool
    letters: frozenset[int]


def tokens_of(text: str) -> list[str]:
    """The words, numerals and signs of a sentence, the first 120 of them."""
    return TOKEN.findall(text)[:LONGEST]


def shape_of(token: str) -> str:
    """A word in lower case; a numeral as its shape (a year, with decimals, how long)."""
    if not "0" <= token[0] <= "9":
        return token.lower().replace("’", "'")
    if len(token) == 4 and token[:2] in ("19", "20") and token.isdigit():
        return "0year"
    return f"0{'.' if '.' in token else ''}{',' if ',' in token else ''}{min(len(token), 4)}"


@lru_cache(maxsize=1 << 13)
def _word(token: str, first: bool = False) -> _Word:
    """The token as a word; ``first`` of its sentence, where a capital says nothing."""
    shape = shape_of(token)
    bone = _bone(token, shape, first)
    return _Word(
        shape,
        hashed(shape),
        _encoded(f" {shape}"),
        hashed(bone),
        _encoded(f" {bone}"),
        _signs(shape),
        token[0].isupper(),
        _letters(shape) if shape[0].isalpha() else frozenset(),
    )


def _bone(token: str, shape: str, first: bool) -> str:
    if shape in _FUNCTION or shape[0] == "0" or not shape[0].isalpha():
        return shape
    if token[0].isupper() and not first:
        return "Cap"
    for ending in _ENDINGS:
        if shape.endswith(ending) and len(shape) > len(ending) + 2:
            return f"-{ending}"
    return "w"


def _signs(shape: str) -> int:
    """The kinds of word that a word is, a bit each."""
    found = sum(_BIT[name] for name, kind in _SIGNS.items() if shape in kind)
    if shape.endswith("ed") and len(shape) > 4:
        found |= _BIT["ed"]
    if shape[0] == "0":
        found |= _BIT["digit"]
    if shape in _NOT or shape.endswith("n't"):
        found |= _BIT["negation"]
    return found


def _letters(word: str) -> frozenset[int]:
    """The hashes of the runs of three to five letters within a word."""
    marked = b"<%b>" % word[:_LONGEST_WORD].encode()
    length = len(marked)
    return frozenset(crc32(marked[at : at + size]) for size in (3, 4, 5) for at in range(length - size + 1))


@lru_cache(maxsize=4096)
def _kind_hashes(signs: int) -> frozenset[int]:
    """The hashes of the kinds of word that are on, and of each two of them."""
    on = [name for name in _NAMES if signs & _BIT[name]]
    return frozenset(map(hashed, (*on, *(f"{one}+{other}" for one, other in combinations(on, 2)))))


@lru_cache(maxsize=4096)
def _count_hashes(words: int, asks: bool, digits: int, capitals: int) -> frozenset[int]:
    counts = (f"long {words}", f"asks {asks}", f"digits {digits}", f"capitals {capitals}")
    return frozenset(map(hashed, counts))


def _kinds(words: list[_Word]) -> set[int]:
    """Which kinds of word a sentence holds, how many of some, and what it opens with."""
    signs = reduce(or_, [word.signs for word in words], 0)
    capitals = sum([word.capital for word in words[1:]])
    digits = sum([word.signs & _BIT["digit"] > 0 for word in words])
    asks = any(word.shape == "?" for word in words)
    first, opens = hashed("first "), hashed("opens ")
    for at, word in enumerate(words[:2]):
        first = first if at else crc32(word.tail[1:], first)
        opens = crc32(word.tail[not at :], opens)
    return {
        first,
        opens,
        *_kind_hashes(signs | (_BIT["capital"] if capitals else 0)),
        *_count_hashes(min(len(words) // 4, 12), asks, min(digits, 4), min(capitals, 6)),
    }


def _encoded(feature: str) -> bytes:
    return feature.encode("utf-8", "replace")


def hashed(feature: str) -> int:
    """The hash of one feature; a table place is its lowest bits."""
    return crc32(_encoded(feature))


_BEGIN, _END, _END_TAIL = hashed("^"), hashed("$end"), _encoded(" $end")


def hashes_of(tokens: list[str]) -> Hashes:
    """For each group the hashes of the features that are on in a sentence of these tokens."""
    words = list(map(_word, tokens))
    if words:
        words[0] = _word(tokens[0], True)
    single = [word.hash for word in words]
    hashes = [_BEGIN, *single, _END]
    tails = [*[word.tail for word in words], _END_TAIL]
    bones = [_BEGIN, *[word.bone for word in words], _END]
    bone_tails = [*[word.bone_tail for word in words], _END_TAIL]
    pairs = list(map(crc32, bone_tails, bones))
    return (
        {*hashes, *map(crc32, tails, hashes)},
        frozenset().union(*[word.letters for word in words]),
        {*bones, *pairs, *map(crc32, bone_tails[1:], pairs)},
        _kinds(words),
        {*single},
    )


def groups_of(text: str) -> list[list[int]]:
    """For each group the table places of the features that are on; a group's weight is 1/sqrt of their
    number."""
    masks = [(1 << bits) - 1 for bits in GROUP_BITS]
    groups = hashes_of(tokens_of(text))
    return [[place & mask for place in group] for group, mask in zip(groups, masks, strict=True)]
