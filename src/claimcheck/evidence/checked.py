"""Has this been checked before? Claims of an archive that say the same as a new one. Pure.

Only claims that a person has signed are worth telling of. What resembles the new claim is shown, never
counted: a claim that was verified once may be false of another day or place.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.evidence.matches import Archive
from claimcheck.evidence.stance import judge_stance
from claimcheck.evidence.terms import stems
from claimcheck.records.models import Claim, SignOff

LEAST_SHARE = 0.6
"""A claim resembles another that has this much of what it says, rare words counting more. Of public posts and
the claims they repeat, 105 of the 110 that are told are the right ones (``benchmarks/claim_matching.py``)."""
LEAST_STEMS = 4
"""A shorter claim resembles too much."""
MOST = 3
_LOOKED_AT = 10
_TWO_SIDES = re.compile(r"source: (.+); article: (.+)")


@dataclass(frozen=True, slots=True)
class Before:
    """A claim that was checked before.

    Attributes:
        share: how much of it the new claim says, in [0, 1].
        differs: what the two say differently, in words, or empty.
    """

    claim: Claim
    signed: SignOff
    share: float
    differs: str


class CheckedClaims:
    """The signed claims of an archive, prepared once and asked many times."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = {claim.id: claim for claim in claims if claim.signoffs}
        self._stems = {name: frozenset(stems(claim.text)) for name, claim in self._claims.items()}
        self._counts = Counter(term for found in self._stems.values() for term in found)
        self._archive = Archive([(name, claim.text) for name, claim in self._claims.items()])

    def __len__(self) -> int:
        return len(self._claims)

    def before(self, claim: Claim) -> list[Before]:
        """What of the archive says the same as a claim, closest first; never the claim itself."""
        asked = frozenset(stems(claim.text))
        found = []
        for match in self._archive.matches(claim.text, limit=_LOOKED_AT):
            share = self._share(match.id, asked)
            if match.id == claim.id or share < LEAST_SHARE or len(self._stems[match.id]) < LEAST_STEMS:
                continue
            known = self._claims[match.id]
            found.append(
                Before(known, known.signoffs[-1], round(share, 3), _difference(claim.text, known.text))
            )
        return sorted(found, key=lambda item: -item.share)[:MOST]

    def _share(self, name: str, asked: frozenset[str]) -> float:
        weights = {term: self._weight(term) for term in self._stems[name]}
        return sum(weight for term, weight in weights.items() if term in asked) / (
            sum(weights.values()) or 1.0
        )

    def _weight(self, term: str) -> float:
        return math.log((len(self._claims) + 1) / (self._counts[term] + 0.5)) + 0.1


def _difference(claim: str, known: str) -> str:
    verdict = judge_stance(claim, known)
    if verdict.stance != "contradicts" or not verdict.reasons:
        return ""
    told = _TWO_SIDES.fullmatch(verdict.reasons[0].text)
    return f"then {told[1]}, now {told[2]}" if told else verdict.reasons[0].text
