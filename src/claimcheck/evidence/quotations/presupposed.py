"""Denials that leave what follows as it was: "few people remember that", "nobody needs to be told that"."""

from __future__ import annotations

from claimcheck.evidence.quotations import lexicon as lx

_REACH = 8
_NEAR = 4
_KNOWING = lx.words(
    "know knows knew known remember remembers remembered notice noticed realize realizes realized aware "
    "learned discovered appreciate understood"
)
"""Whoever denies that somebody knows it says that it is so."""
_FIRST_PERSON = lx.words("i we")
_TODAY = lx.words("know remember notice realize appreciate see")
_WIDELY = lx.words("widely generally commonly well much often always")
_NEEDS = lx.words("need needs needed have has had require requires required")
_SEEING = lx.words("see know understand realize notice")
_SAYING = lx.words("say add mention explain point")
_TELLING = lx.words(
    "told remind reminded reminding tell telling convince convinced convincing persuade persuaded persuading "
    "teach taught"
)


def presupposed(keys: tuple[str, ...], at: int, end: int) -> int:
    """Where a phrase ends that begins with the denial ``keys[at]`` and leaves what follows as it was.

    ``at`` itself where there is none.

    Args:
        end: how far ``keys`` are read.
    """
    return _needless(keys, at, end) or _hardly(keys, at, end) or _known(keys, at, end) or at


def _needless(keys: tuple[str, ...], at: int, end: int) -> int:
    """ "Nobody here needs to be told that", "you do not have to be a lawyer to see that"."""
    need = next((i for i in range(at + 1, min(end, at + _REACH)) if keys[i] in _NEEDS), 0)
    if not need or (keys[need] in ("have", "has", "had") and keys[need + 1 : need + 2] != ("to",)):
        return 0
    near = range(need + 1, min(end, need + _REACH))
    told = next((i for i in near if keys[i] in _TELLING and i <= need + _NEAR), 0)
    seen = next((i for i in near if keys[i] in _SEEING and keys[i - 1] == "to" and i > need + 2), 0)
    return (told or seen) + 1 if told or seen else 0


def _hardly(keys: tuple[str, ...], at: int, end: int) -> int:
    """ "I need hardly remind you that"."""
    needed = at > 0 and keys[at - 1] in _NEEDS and at + 1 < end
    return at + 2 if needed and keys[at + 1] in _TELLING | _SAYING else 0


def _known(keys: tuple[str, ...], at: int, end: int) -> int:
    """ "Few people remember that", "it is not widely known that", "we did not notice that"."""
    near = range(at + 1, min(end, at + _REACH))
    knows = next((i for i in near if keys[i] in _KNOWING), 0)
    if not knows or "who" in keys[at:knows]:
        return 0
    if knows + 1 < end and "that" not in keys[knows + 1 : knows + 1 + _NEAR]:
        return 0
    if _FIRST_PERSON & set(keys[max(0, at - 2) : at]) and keys[knows] in _TODAY and keys[at - 1] == "do":
        return 0  # "I do not remember that …"
    passive = keys[knows] == "known"
    return 0 if passive and not _WIDELY & set(keys[at + 1 : knows]) else knows + 1
