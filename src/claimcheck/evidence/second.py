"""A second judge beside the comparison of facts: what it is asked about, and what holds it in check.

The language model and the judges of plug-ins stand behind the same two functions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from math import isfinite
from typing import get_args

from claimcheck.errors import ClaimcheckError
from claimcheck.evidence.linking import layers
from claimcheck.evidence.passages import Passage, windows
from claimcheck.evidence.proposing import evidence_at
from claimcheck.evidence.source_library import Library
from claimcheck.evidence.stance import Judge, Stance, StanceVerdict, combine, judge_stance
from claimcheck.records.models import Claim, Evidence

HITS = 8
"""Sentences, over all sources, that a second judge is asked about for one claim and layer."""
WINDOW = 3
"""Sentences in a passage that it is given: the one that was found and its neighbours."""


class JudgeFailed(ClaimcheckError):
    """The judge of a plug-in raised, or gave no verdict."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(
            f'The plug-in judge "{name}" failed: {why}.',
            remedy=f'Tell those who wrote it, or take "{name}" out of judges.use.',
        )


@dataclass(slots=True)
class PluginJudge:
    """The judge of a plug-in, asked about the claims of one run.

    Attributes:
        name: its entry point's.
        asked, vetoed: how many passages it judged, and in how many of them the facts overruled it.
    """

    name: str
    judge: Judge
    asked: int = field(default=0, init=False)
    vetoed: int = field(default=0, init=False)

    def propose(
        self,
        claim: Claim,
        library: Library,
        *,
        context: str = "",
        published: date | None = None,
        skip: Sequence[str] = (),
    ) -> list[Evidence]:
        """What the judge proposes for a claim, passages that decide something only.

        Args:
            context, published, skip: as for :func:`claimcheck.evidence.linking.propose`.

        Raises:
            JudgeFailed.
        """
        found = []
        allowed = frozenset(library.texts) - set(skip)
        for layer, text in layers(claim):
            for source, runs in runs_by_source(text, library, context, allowed):
                for run in runs:
                    verdict = self._verdict(
                        text, library.text_between(run[0], run[-1]), published, library, source
                    )
                    if verdict.stance == "neutral":
                        continue
                    found.append(
                        evidence_at(
                            library.texts[source],
                            run[0].start,
                            run[-1].end,
                            about=layer,
                            stance=verdict.stance,
                            confidence=round(verdict.confidence, 3),
                            reason="; ".join(reason.text for reason in verdict.reasons) or self.name,
                            judge=f"plugin:{self.name}",
                        )
                    )
        return found

    def _verdict(
        self, claim: str, passage: str, claim_date: date | None, library: Library, source: str
    ) -> StanceVerdict:
        passage_date = library.date_of(source)
        self.asked += 1
        try:
            told = self.judge.judge(claim, passage, claim_date=claim_date, passage_date=passage_date)
            _believable(told)
        except Exception as error:
            raise JudgeFailed(self.name, f"{type(error).__name__}: {str(error)[:300]}") from error
        verdict, vetoed = held_to_facts(
            claim, passage, told, claim_date=claim_date, passage_date=passage_date
        )
        self.vetoed += vetoed
        return verdict


def _believable(told: object) -> None:
    if not isinstance(told, StanceVerdict):
        raise TypeError(f"it gave {type(told).__name__}, no StanceVerdict")
    if told.stance not in get_args(Stance):
        raise ValueError(f"{told.stance!r} is no stance")
    if not isfinite(told.confidence) or not 0 <= told.confidence <= 1:
        raise ValueError(f"its confidence is {told.confidence!r}, which is not from 0 to 1")


def held_to_facts(
    claim: str, passage: str, told: StanceVerdict, *, claim_date: date | None, passage_date: date | None
) -> tuple[StanceVerdict, bool]:
    """A second judge's verdict, neutral where the comparison of facts says otherwise; and whether it does."""
    facts = judge_stance(claim, passage, claim_date=claim_date, passage_date=passage_date)
    verdict = combine(facts, told)
    if told.stance == "neutral" or verdict.stance == told.stance:
        return verdict, False
    return replace(verdict, stance="neutral"), True


def runs_by_source(
    text: str, library: Library, context: str, allowed: frozenset[str]
) -> Iterator[tuple[str, list[Sequence[Passage]]]]:
    """The passages to ask a second judge about, source by source, each a run of neighbouring sentences.

    Args:
        allowed: ids of the sources that may be asked about.
    """
    runs: dict[str, list[Sequence[Passage]]] = {}
    taken: set[int] = set()
    count = 0
    for number in library.search(text, context=context, limit=HITS * 5):
        passage = library.passages[number]
        if passage.source not in allowed or number in taken:
            continue
        run = _around(library, number)
        first = number - run.index(passage)
        taken.update(range(first, first + len(run)))
        runs.setdefault(passage.source, []).append(run)
        count += 1
        if count == HITS:
            break
    yield from runs.items()


def _around(library: Library, number: int) -> Sequence[Passage]:
    """The sentence with its neighbours of the same block: the widest run that has it in the middle."""
    best: Sequence[Passage] = [library.passages[number]]
    for run in windows(library.passages, number, longest=WINDOW):
        middle = run[len(run) // 2] is library.passages[number]
        if len(run) > len(best) and (middle or len(run) < WINDOW):
            best = run
    return best
