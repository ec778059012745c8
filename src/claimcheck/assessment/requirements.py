"""What each kind of claim must have besides enough belief: the policies by kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.assessment.opinion import count_origins
from claimcheck.assessment.weights import Item
from claimcheck.records.models import Claim

_GOOD = frozenset("AB")
_FAIR = frozenset("ABC")


@dataclass(frozen=True, slots=True)
class Unmet:
    """A requirement that a claim does not meet, and what would meet it, in words."""

    need: str
    message: str


def unmet_needs(needs: Sequence[str], claim: Claim, support: Sequence[Item]) -> tuple[Unmet, ...]:
    """The requirements among ``needs`` that the claim does not meet.

    Args:
        support: the items that count for the claim in the layer that is judged.
    """
    return tuple(Unmet(need, _say(need, support)) for need in needs if not _CHECKS[need](claim, support))


def _say(need: str, support: Sequence[Item]) -> str:
    if need == "quotation-in-primary" and any(_has_words(item) for item in support):
        return "its words were written down by a machine, and nobody has heard the recording"
    return _WORDS[need]


def _quotation_in_primary(claim: Claim, support: Sequence[Item]) -> bool:
    # A machine's guess at what was spoken shows no wording, until somebody has listened.
    return any(_has_words(item) and not item.unheard for item in support)


def _has_words(item: Item) -> bool:
    return item.tier == "primary" and item.match in ("verbatim", "edited")


def _primary_or_two(claim: Claim, support: Sequence[Item]) -> bool:
    return any(item.tier == "primary" for item in support) or len(count_origins(support)) >= 2


def _good_origins_or_document(claim: Claim, support: Sequence[Item]) -> bool:
    good = [item for item in support if item.reliability in _GOOD]
    return any(item.tier == "primary" and item.document for item in support) or len(count_origins(good)) >= 2


def _fair_origin(claim: Claim, support: Sequence[Item]) -> bool:
    return any(item.reliability in _FAIR for item in support)


def _reply_sought(claim: Claim, support: Sequence[Item]) -> bool:
    return bool(claim.reply_sought)


def _attributed(claim: Claim, support: Sequence[Item]) -> bool:
    return any(attribution.speaker or attribution.source for attribution in claim.attributions)


def _unnamed_approved(claim: Claim, support: Sequence[Item]) -> bool:
    return claim.unnamed_approved is not None or all(item.named for item in support)


_CHECKS: Mapping[str, Callable[[Claim, Sequence[Item]], bool]] = {
    "approval-of-unnamed": _unnamed_approved,
    "attribution": _attributed,
    "one-fair-origin": _fair_origin,
    "primary-or-two-origins": _primary_or_two,
    "quotation-in-primary": _quotation_in_primary,
    "reply-sought": _reply_sought,
    "two-good-origins-or-document": _good_origins_or_document,
}

_WORDS: Mapping[str, str] = {
    "approval-of-unnamed": "it rests on an unnamed source, which an editor has to approve",
    "attribution": "a judgement has to say whose it is",
    "one-fair-origin": "it needs one origin of reliability C or better",
    "primary-or-two-origins": "a figure needs a primary source or two origins",
    "quotation-in-primary": "a quotation has to be found, word for word, in a primary source",
    "reply-sought": "nobody has recorded an attempt to get a reply",
    "two-good-origins-or-document": "it needs a primary document or two origins of reliability B or better",
}
