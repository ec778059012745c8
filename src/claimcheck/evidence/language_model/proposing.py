"""Proposals of a language model: its answers held to the text, and to the comparison of facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from claimcheck.errors import ClaimcheckError
from claimcheck.evidence.language_model.answers import Quoted, answer_schema, believed
from claimcheck.evidence.language_model.prompt import PROMPT_VERSION, Question, messages
from claimcheck.evidence.linking import layers
from claimcheck.evidence.proposing import evidence_at
from claimcheck.evidence.second import held_to_facts, runs_by_source
from claimcheck.evidence.source_library import Library
from claimcheck.evidence.stance import StanceVerdict
from claimcheck.evidence.stance.model import Reason
from claimcheck.records.models import Claim, Evidence

CONFIDENCE = 0.6
"""Of what a model says. It is not calibrated: what models say of their own sureness is not either."""
MOST_FAILURES = 3
"""After so many failures in a row the model is not asked again in this run."""

Remember = Callable[[Sequence[str], Callable[[], str]], str]
"""From the parts of a key, and how to ask where no answer is kept under it, to the answer."""


class Asks(Protocol):
    """What is asked: :class:`~claimcheck.evidence.language_model.client.Client`, or a stand-in for it."""

    def ask(self, messages: Sequence[Mapping[str, str]], schema: Mapping[str, object]) -> str:
        """The text of the answer."""
        ...


@dataclass(slots=True)
class Tally:
    """What came of asking, for the person to read."""

    asked: int = 0
    discarded: Counter[str] = field(default_factory=Counter)
    vetoed: int = 0
    failures: list[str] = field(default_factory=list)
    stopped: bool = False


class LanguageModel:
    """A model asked about the claims of one run.

    Args:
        client: what is asked.
        name: the model's name, as proposals record it.
        allowed: ids of the sources that may be sent; no other ever is.
        remember: keeps answers by content, so that a second run is free and identical.
    """

    def __init__(self, client: Asks, name: str, allowed: frozenset[str], remember: Remember) -> None:
        self.tally = Tally()
        self.judge = f"llm:{name}/{PROMPT_VERSION}"
        self._client = client
        self._allowed = allowed
        self._remember = remember
        self._in_a_row = 0

    def propose(
        self,
        claim: Claim,
        library: Library,
        *,
        context: str = "",
        published: date | None = None,
        skip: Sequence[str] = (),
    ) -> list[Evidence]:
        """What the model proposes for a claim, passages that decide something only.

        Args:
            context, published, skip: as for :func:`claimcheck.evidence.linking.propose`.
        """
        found = []
        for layer, text in layers(claim):
            for source, runs in runs_by_source(text, library, context, self._allowed - set(skip)):
                passages = [library.text_between(run[0], run[-1]) for run in runs]
                question = Question(text, passages, published, library.date_of(source))
                for quoted in self._answers(question):
                    verdict = self._held(question, quoted)
                    if verdict.stance == "neutral":
                        continue
                    start = runs[quoted.passage][0].start + quoted.start
                    found.append(
                        evidence_at(
                            library.texts[source],
                            start,
                            start + quoted.end - quoted.start,
                            about=layer,
                            stance=verdict.stance,
                            confidence=round(verdict.confidence, 3),
                            reason="; ".join(reason.text for reason in verdict.reasons),
                            judge=self.judge,
                        )
                    )
        return found

    def _answers(self, question: Question) -> list[Quoted]:
        text = self._asked(question)
        if text is None:
            return []
        found, faults = believed(text, question.passages)
        self.tally.discarded.update(faults)
        return found

    def _asked(self, question: Question) -> str | None:
        """The answer, kept or fresh, or None where there is none to be had."""
        sent = messages(question)
        key = [self.judge, *(message["content"] for message in sent)]
        try:
            text = self._remember(key, lambda: self._fresh(sent))
        except ClaimcheckError as error:
            self.tally.failures.append(str(error))
            self._in_a_row += 1
            self.tally.stopped = self.tally.stopped or self._in_a_row >= MOST_FAILURES
            return None
        except _Stopped:
            return None
        self._in_a_row = 0
        return text

    def _fresh(self, sent: Sequence[Mapping[str, str]]) -> str:
        if self.tally.stopped:
            raise _Stopped
        self.tally.asked += 1
        return self._client.ask(sent, answer_schema())

    def _held(self, question: Question, quoted: Quoted) -> StanceVerdict:
        """The model's stance, unless the comparison of facts says otherwise."""
        told = Reason(f"language model: {quoted.why or quoted.stance}")
        verdict, vetoed = held_to_facts(
            question.claim,
            question.passages[quoted.passage],
            StanceVerdict(quoted.stance, CONFIDENCE, (told,)),
            claim_date=question.claim_date,
            passage_date=question.source_date,
        )
        self.tally.vetoed += vetoed
        return verdict


class _Stopped(Exception):
    """The model failed too often and is not asked again."""
