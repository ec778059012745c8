"""The words beside a date as its verb is looked for among them: contractions written out, names told apart.

"It'll", "they've" and "wouldn't've" hide the auxiliary that tells past from coming; "Will", "May", "Rose" and
"Drew" look like one and are names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.extraction.closed import OWNING, uncontracted
from claimcheck.extraction.verbs import lexicon

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[,;:()—–]")
_LOWER = re.compile(r"\b[a-z]{3,}")
_SMALL = frozenset(
    "the and for but nor off out via per its from with into over after amid until upon than that near".split()
)
"""Words of three letters and more that headlines in capitals write small."""
_SPEAKER = re.compile(r"I\b")
_OPENING = frozenset('“"‘:')
_AUXILIARY_NAMES = frozenset(("will", "may"))
_NOUNS = frozenset("will might can must".split())
_WILLED = frozenset("free political good ill living last sheer popular".split())
"""What makes a noun of the "will" behind it."""
_HAVE_DONE = frozenset("been had got gone".split())
_PRONOUNS = frozenset(
    "he she it that this there here who what where when how everyone everybody everything someone somebody "
    "nobody nothing".split()
)
"""Words whose "'s" is a verb."""
_SPOKEN = {"gonna": ("going", "to"), "gotta": ("have", "to"), "wanna": ("want", "to")}
_BETWEEN = frozenset("not never also already just only even since then now soon still both all".split())
"""What may stand between an auxiliary and its verb, beside adverbs in -ly."""
_TELLING = _NOUNS | _SPOKEN.keys() | {"cannot"}
"""Words in small letters and without an apostrophe that are not always what they seem."""
_NOT_PAST = frozenset("hundred indeed speed exceed proceed succeed need united limited breed".split())


def is_past_form(word: str) -> bool:
    """Whether a word, as :func:`read_verbs` gives it, may be a past tense or a participle."""
    if word in lexicon().past:
        return True
    return word.endswith("ed") and len(word) > 4 and word[0].islower() and word not in _NOT_PAST


def read_verbs(before: str, after: str, *, asks: bool) -> tuple[list[str], list[str]]:
    """The words and marks before and after a date within its sentence, for its verb to be looked for.

    Contractions are written out, words are in lower case, and what cannot be a verb (a name, a noun like
    "his will") begins with a capital.

    Args:
        asks: whether the sentence is a question, which alone opens with "Will" or "May".
    """
    headline = _in_capitals(f"{before} {after}")
    return _read(before, asks, opens=True, headline=headline), _read(
        after, asks, opens=False, headline=headline
    )


def _in_capitals(text: str) -> bool:
    """Whether a headline begins all its words with a capital, so that no capital tells anything."""
    return all(word in _SMALL for word in _LOWER.findall(text))


def _read(text: str, asks: bool, *, opens: bool, headline: bool) -> list[str]:
    found: list[str] = []
    tokens = [(match[0], match.start()) for match in _TOKEN.finditer(text)]
    for at, (token, start) in enumerate(tokens):
        if token.isalpha() and token.islower() and token not in _TELLING:
            found.append(token)
            continue
        behind = [each for each, _ in tokens[at + 1 : at + 4]]
        low = token.lower().replace("’", "'")
        begins = (opens and not at) or text[:start].rstrip(" ")[-1:] in _OPENING
        asked = begins and asks
        if headline:
            named = low in _AUXILIARY_NAMES and token.istitle() and not asked and not _governs(behind)
        else:
            itself = asked or (begins and _opens(low, behind)) or _SPEAKER.match(token)
            named = token[0].isupper() and not itself
        found += [token] if named else _verbal(low, found, behind)
    return found


def _opens(word: str, behind: Sequence[str]) -> bool:
    """Whether a word with a capital at the head of a statement is itself, and no name."""
    followed = bool(behind) and behind[0][0].isupper()
    return word not in _AUXILIARY_NAMES and not (followed and is_past_form(word))


def _next(behind: Sequence[str]) -> str:
    """The word behind an auxiliary, adverbs passed over."""
    lows = (word.lower() for word in behind)
    return next((low for low in lows if low not in _BETWEEN and not low.endswith("ly")), "")


def _governs(behind: Sequence[str]) -> bool:
    """Whether what stands behind a word is a verb that it may be the auxiliary of."""
    following = _next(behind)
    return following in ("be", "have") or following in lexicon().base


def _verbal(word: str, before: Sequence[str], behind: Sequence[str]) -> list[str]:
    """A word as it is looked for: written out, or with a capital where it is a noun."""
    if word in _NOUNS and _is_noun(word, before[-1] if before else "", behind):
        return [word.capitalize()]
    if "'" not in word and word != "cannot":
        return list(_SPOKEN.get(word, (word,)))
    stem, *rest = uncontracted(word)
    following = _next([*rest[1:], *behind])
    done = following in _HAVE_DONE or is_past_form(following)
    if rest[:1] == ["'s"]:
        if stem not in _PRONOUNS:
            return [word]
        rest[0] = "has" if done else "is"
    elif rest[:1] == ["'d"]:
        rest[0] = "had" if done and following not in lexicon().base else "would"
    return [stem, *rest]


def _is_noun(word: str, previous: str, behind: Sequence[str]) -> bool:
    if previous in OWNING or (word == "will" and previous in _WILLED):
        return True
    return previous.endswith(("'s", "s'")) and not _governs(behind)
