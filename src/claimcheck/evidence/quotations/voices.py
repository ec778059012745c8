"""Words that somebody speaking in the first person gives as another's: "The prefect says no shots were fired.
I am a surgeon. …"

A report in the third person ascribes what it quotes, and an article may do the same. A person who tells what
others say, or what he himself once said, and then goes on in his own name does not say it now.
"""

from __future__ import annotations

from claimcheck.evidence.quotations import lexicon as lx
from claimcheck.evidence.quotations import operators as ops
from claimcheck.evidence.quotations.source import PreparedSource
from claimcheck.evidence.quotations.surroundings import Cut, Frame
from claimcheck.evidence.quotations.wordlists import FUNCTION_WORDS

_FIRST = lx.words("i we my our me us mine ours myself")
_SAYERS = ops.HEARSAY_VERB - lx.words(
    "call calls called fear fears feared sing sings sang cry cries cried"
) | lx.words(
    "assure assures assured assurance promise promises promised describes described announced announces"
)
_LABELS = lx.words(
    "describes described describing referred refers labels labeled branded had has portrays called calls"
)
_SIDING = lx.words(
    "agree agrees right true believe borne correct confirmed confirms proved so too also indeed both"
)
_BACK = 14
_AHEAD = 40
_OPENING = 7


def other_voice(source: PreparedSource, frame: Frame, low: int, high: int, start: int) -> Cut | None:
    """What gives kept tokens ``low`` to ``high`` to another than the one who goes on speaking as "I".

    Args:
        start: the first token of the sentence, or of what was cut from it.
    """
    if not _FIRST & set(source.tokens.keys[high : high + 2 * _AHEAD]) or not _goes_on_as_i(source, high):
        return None
    return _said_before(source, frame, low, start) or _said_behind(source, frame, high)


def _said_before(source: PreparedSource, frame: Frame, low: int, start: int) -> Cut | None:
    """ "The prefect has told the press that" ⟦…⟧."""
    keys = source.tokens.keys
    first = max(start, low - _BACK)
    if first >= low or source.quoted_from(source.tokens.starts[low]) is not None:
        return None
    labeled = keys[low - 1] == "as"
    for at in range(low - 1, first - 1, -1):
        if keys[at] not in (_LABELS if labeled else _SAYERS):
            continue
        subject = keys[max(start, at - 6) : at]
        siding = "same" in keys[at:low]  # "she will tell you the same: …"
        if not subject or siding or {"i", "we"} & set(subject) or _known(frame, subject):
            return None
        return Cut("hearsay", max(start, at - 6), at + 1)
    return None


def _said_behind(source: PreparedSource, frame: Frame, high: int) -> Cut | None:
    """⟦…⟧ ", said the notice." """
    keys, end = source.tokens.keys, source.sentence_end(high - 1)
    near = keys[high : min(end, high + _OPENING)]
    if end - high > _OPENING or len(near) < 2 or "," not in source.gap(high) or _FIRST & set(near[:1]):
        return None
    if any(mark in source.gap(high) for mark in '"”»') or not _SAYERS & set(near) or _known(frame, near):
        return None
    said = near[0] in _SAYERS or near[-1] in _SAYERS or near[-2] in _SAYERS
    return Cut("hearsay", high, high + len(near)) if said and not {"i", "we"} & set(near) else None


def _known(frame: Frame, keys: tuple[str, ...]) -> bool:
    """Whether the article names whoever is named here."""
    return bool((frame.keys | frame.speaker) & (set(keys) - FUNCTION_WORDS - _SAYERS))


def _goes_on_as_i(source: PreparedSource, high: int) -> bool:
    """Whether the sentence behind the kept one speaks in the first person, and does not side with it."""
    start = source.sentence_end(high - 1)
    if start >= len(source.tokens) or "\n\n" in source.gap(start):
        return False
    layout, starts = source.layout, source.tokens.starts
    if layout.speaker_at(starts[start]) is not layout.speaker_at(starts[high - 1]):
        return False
    if source.quoted_from(starts[start]) != source.quoted_from(starts[high - 1]):
        return False
    following = source.tokens.keys[start : min(len(source.tokens), start + _AHEAD)]
    if _SIDING & set(following):
        return False
    own = [at for at, key in enumerate(following, start) if key in ("i", "we", "my")]
    return any(source.quoted_from(starts[at]) == source.quoted_from(starts[high - 1]) for at in own)
