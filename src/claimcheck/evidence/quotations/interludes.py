"""What a report says between two pieces of speech: "she said" joins them, a sentence of its own does not."""

from __future__ import annotations

from claimcheck.evidence.quotations import operators as ops
from claimcheck.evidence.quotations.source import PreparedSource
from claimcheck.evidence.quotations.speaker import Voices

_LONGEST = 25
_FEW = 3
_SAYING = ops.HEARSAY_VERB | frozenset(
    "added adds explained replied answered continued went recalled".split()
)


def joins_speech(source: PreparedSource, low: int, high: int) -> bool:
    """Whether source tokens ``low`` to ``high`` are a report's "she said" within one speech."""
    if not 0 < low < high < len(source.tokens) or high - low > _LONGEST:
        return False
    starts = source.tokens.starts
    if any(source.quoted_from(starts[at]) is not None for at in range(low, high)):
        return False
    if source.quoted_from(starts[low - 1]) is None or source.quoted_from(starts[high]) is None:
        return False
    voices = Voices(source)
    one, other = voices.at(low - 1, low).name, voices.at(high, high + 1).name
    same = one is None or other is None or voices.same(one, other)
    return same and not _tells_more(source, low, high)


def _tells_more(source: PreparedSource, low: int, high: int) -> bool:
    """ "Asked about the tunnel, she said that was another matter.": what follows may be of something else."""
    at = low
    while at < high:
        end = min(source.sentence_end(at), high)
        keys = source.tokens.keys[at:end]
        leads = ":" in source.gap(end) or "," in source.gap(end)
        said = next((place for place, key in enumerate(keys) if key in _SAYING), None)
        own = said is None or (keys[said + 1 : said + 2] == ("that",) and len(keys) > said + _FEW)
        if own and len(keys) > _FEW and source.begins_sentence(at) and not leads:
            return True
        at = end
    return False
