"""Small words that move the sense of a sentence: what "only", "even" or "not" bears on, whether a thing is
the greatest or one of the greatest, "the" or "a", and which of two clauses depends on the other.

Each check compares what both sentences have; words that one of them lacks are judged elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.extraction.words import is_function_word, same_meaning, stem, tokens

_FORWARD = frozenset("only even just merely solely exclusively not also".split())
"""Words that bear on what follows them."""
_BACKWARD = frozenset({"alone"})
_FIXED = frozenset("so though if as when after before then now".split())
"""After "even" and "just" these make conjunctions and adverbs of time: "even so", "just before"."""
_PASSED_OVER = frozenset(
    "however though therefore the a an is are was were be been being has have had do does did can could may"
    " might must shall should will would yet ever really quite his her its their".split()
)
_PARTS = frozenset("one some part parts much many most several few half none any".split())
_LOOKED_AT = 50
"""So many words a small word may bear on are compared, in a sentence that is no sentence."""
_OF = frozenset("the its his her their our these those this that".split())
_MOST = frozenset("best worst most least foremost".split())
_NO_SUPERLATIVES = frozenset(
    "arrest behest bequest breast chest conquest contest crest digest earnest everest forest guest harvest"
    " honest inquest interest invest latest manifest modest molest northwest protest request southeast"
    " southwest suggest tempest unrest zest budapest bucharest priest dearest".split()
)
_NUMBERS = frozenset("two three four five six seven eight nine ten".split())
_MORE_NUMBERS = frozenset(
    "one eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty"
    " fifty sixty seventy eighty ninety hundred thousand million".split()
)
_DEPENDING = re.compile(
    r"(?<!\w)(if|unless|because|before|after|until|when|whenever|although|though|while|so that)(?!\w)"
    r"([^,.;:!?—()]*)",
    re.IGNORECASE,
)
_OPENING = re.compile(r"\A\W*(?:also|even so|not only)\b", re.IGNORECASE)


def scope_changed(old: str, new: str) -> bool:
    """Whether a small word bears on something else in ``new`` than in ``old``, both normalised."""
    one, other = tokens(old), tokens(new)
    if _bearings_differ(one, other, old, new):
        return True
    if _softened(one) != _softened(other) or _parts(one) != _parts(other):
        return True
    return _definiteness_differs(one, other) or _clauses_change_places(old, new)


def _bearings_differ(one: Sequence[str], other: Sequence[str], old: str, new: str) -> bool:
    mine, theirs = _bearings(one, old), _bearings(other, new)
    for word in mine.keys() | theirs.keys():
        before, after = mine.get(word, []), theirs.get(word, [])
        if word == "even" and len(before) != len(after):
            return True
        if len(before) == len(after) and not _paired(before, after):
            return True
    return False


def _bearings(words: Sequence[str], text: str) -> dict[str, list[str]]:
    """What each small word bears on: the next word that says something, or for "alone" the one before."""
    found: dict[str, list[str]] = {}
    first = bool(_OPENING.match(text))
    for at, word in enumerate(words):
        if word in _BACKWARD and at:
            found.setdefault(word, []).append(words[at - 1])
        elif word in _FORWARD and not (first and at == 0 and word == "also"):
            following = (words[k] for k in range(at + 1, len(words)))
            bears = next((other for other in following if other not in _PASSED_OVER), "")
            if not (word in ("even", "just") and bears in _FIXED):
                found.setdefault(word, []).append(bears)
    return found


def _paired(before: Sequence[str], after: Sequence[str]) -> bool:
    left = list((Counter(after) - Counter(before)).elements())
    for word in (Counter(before) - Counter(after)).elements():
        partner = next((other for other in left[:_LOOKED_AT] if _alike(word, other)), None)
        if partner is None:
            return False
        left.remove(partner)
    return True


def _alike(one: str, other: str) -> bool:
    """Whether two words can be the same; of numbers the values are compared elsewhere."""
    return same_meaning(one, other) or (_counts(one) and _counts(other))


def _counts(word: str) -> bool:
    return word[:1].isdigit() or word in _NUMBERS or word in _MORE_NUMBERS


def _superlative(word: str) -> bool:
    return word in _MOST or (len(word) > 5 and word.endswith("est") and word not in _NO_SUPERLATIVES)


def _softened(words: Sequence[str]) -> int:
    """How many superlatives are shared by several: "one of the largest", "among the oldest"."""
    count = 0
    for at, word in enumerate(words):
        if _superlative(word):
            before = words[max(at - 5, 0) : at]
            shared = any((a in _PARTS or a in _NUMBERS) and b == "of" for a, b in pairwise(before))
            count += shared or bool({"among", "amongst"} & {*before})
    return count


def _parts(words: Sequence[str]) -> Counter[str]:
    """Parts of a whole: "one of the bridges", "some of its members"."""
    three = zip(words, words[1:], words[2:], strict=False)
    return Counter(a for a, b, c in three if a in _PARTS and b == "of" and c in _OF)


def _articles(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    for word, following in pairwise(words):
        if word in ("the", "a", "an") and not is_function_word(following):
            yield following, "the" if word == "the" else "a"


def _definiteness_differs(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the same word, said once in each, is "the" in one and "a" in the other, or one of a definite
    number in one only."""
    mine, theirs = dict(_articles(one)), dict(_articles(other))
    counts, there = Counter(one), Counter(other)
    for word in mine.keys() & theirs.keys():
        if mine[word] != theirs[word] and counts[word] == there[word] == 1:
            return True
    return _counted(one) != _counted(other)


def _counted(words: Sequence[str]) -> Counter[str]:
    """Numbers of a whole that is known: "the two men"."""
    return Counter(b for a, b in pairwise(words) if a == "the" and _is_number(b))


def _is_number(word: str) -> bool:
    return word in _NUMBERS or (word.isdigit() and len(word) < 4)


def _clauses_change_places(old: str, new: str) -> bool:
    """Whether what depends on "if" or "because" in one is what it makes depend in the other."""
    mine, theirs = dict(_depending(old)), dict(_depending(new))
    for word in mine.keys() & theirs.keys():
        one, other = mine[word], theirs[word]
        if one and other and not one & other and _stems(old) == _stems(new):
            return True
    return False


def _depending(text: str) -> Iterator[tuple[str, frozenset[str]]]:
    for match in _DEPENDING.finditer(text):
        yield match[1].lower(), _stems(match[2])


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in tokens(text) if not is_function_word(word))
