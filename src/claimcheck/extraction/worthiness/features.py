"""What the check-worthiness model sees of a sentence: five groups of hashed features.

Words and word pairs, character runs, a skeleton (function words stay, other words become their ending or
shape), signs of kind (length, persons, tense, figures), and single words weighted by their neighbours in
other texts. Nothing but hashes reaches the model file.
"""

from __future__ import annotations

import re
from functools import lru_cache
from zlib import crc32

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[A-Za-z]+(?:['’][a-z]+)?|[^\sA-Za-z0-9]")
LONGEST = 120  # tokens read of a sentence; beyond that nothing changes the judgement
_LONGEST_WORD = 24

GROUP_BITS: tuple[int, ...] = (17, 16, 16, 12, 16)
"""Size of each group's table, as a power of two: words, characters, skeleton, signs, single words."""

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


def tokens_of(text: str) -> list[str]:
    """The words, numerals and signs of a sentence, the first 120 of them."""
    found = []
    for match in TOKEN.finditer(text):
        found.append(match[0])
        if len(found) == LONGEST:
            break
    return found


def shape_of(token: str) -> str:
    """A word in lower case; a numeral as its shape (a year, with decimals, how long)."""
    if not "0" <= token[0] <= "9":
        return token.lower().replace("’", "'")
    if len(token) == 4 and token[:2] in ("19", "20") and token.isdigit():
        return "0year"
    return f"0{'.' if '.' in token else ''}{',' if ',' in token else ''}{min(len(token), 4)}"


def _bone(token: str, shape: str, first: bool) -> str:
    if shape in _FUNCTION or shape[0] == "0" or not shape[0].isalpha():
        return shape
    if token[0].isupper() and not first:
        return "Cap"
    for ending in _ENDINGS:
        if shape.endswith(ending) and len(shape) > len(ending) + 2:
            return f"-{ending}"
    return "w"


def _runs(pieces: list[str], longest: int) -> set[str]:
    found = set(pieces)
    for size in range(2, longest + 1):
        found.update(" ".join(pieces[at : at + size]) for at in range(len(pieces) - size + 1))
    return found


@lru_cache(maxsize=8192)
def _letters(word: str) -> frozenset[int]:
    """The hashes of the runs of three to five letters within a word (ASCII only, so bytes are letters)."""
    marked = b"<%b>" % word[:_LONGEST_WORD].encode()
    length = len(marked)
    return frozenset(crc32(marked[at : at + size]) for size in (3, 4, 5) for at in range(length - size + 1))


def signs_of(tokens: list[str], shapes: list[str]) -> list[str]:
    """The kinds of word a sentence holds, by name."""
    words = set(shapes)
    on = [name for name, kind in _SIGNS.items() if not kind.isdisjoint(words)]
    if any(shape.endswith("ed") and len(shape) > 4 for shape in shapes):
        on.append("ed")
    if any(shape[0] == "0" for shape in shapes):
        on.append("digit")
    if any(token[0].isupper() for token in tokens[1:]):
        on.append("capital")
    if not words.isdisjoint(("not", "no", "never")) or any(shape.endswith("n't") for shape in shapes):
        on.append("negation")
    return on


def _kinds(tokens: list[str], shapes: list[str]) -> set[str]:
    on = signs_of(tokens, shapes)
    found = set(on)
    found.update(f"{one}+{other}" for at, one in enumerate(on) for other in on[at + 1 :])
    capitals = sum(token[0].isupper() for token in tokens[1:])
    digits = sum(shape[0] == "0" for shape in shapes)
    found.update(
        (
            f"long {min(len(shapes) // 4, 12)}",
            f"asks {'?' in shapes}",
            f"digits {min(digits, 4)}",
            f"capitals {min(capitals, 6)}",
            f"first {' '.join(shapes[:1])}",
            f"opens {' '.join(shapes[:2])}",
        )
    )
    return found


def hashed(feature: str) -> int:
    """The hash of one feature; a table place is its lowest bits."""
    return crc32(feature.encode("utf-8", "replace"))


def groups_of(text: str) -> list[list[int]]:
    """For each group the table places of the features that are on; a group's weight is 1/sqrt of their
    number."""
    tokens = tokens_of(text)
    shapes = [shape_of(token) for token in tokens]
    bones = [
        _bone(token, shape, at == 0) for at, (token, shape) in enumerate(zip(tokens, shapes, strict=True))
    ]
    texts = (
        _runs(["^", *shapes, "$end"], 2),
        _runs(["^", *bones, "$end"], 3),
        _kinds(tokens, shapes),
        set(shapes),
    )
    words, skeleton, kinds, single = ([hashed(feature) for feature in group] for group in texts)
    letters = list(frozenset().union(*[_letters(shape) for shape in texts[3] if shape[0].isalpha()]))
    masks = [(1 << bits) - 1 for bits in GROUP_BITS]
    groups = (words, letters, skeleton, kinds, single)
    return [[place & mask for place in group] for group, mask in zip(groups, masks, strict=True)]
