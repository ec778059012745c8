"""What a model must answer, and what of an answer is believed: only what quotes the source word for word."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from claimcheck.evidence.stance import Stance

Fault: TypeAlias = Literal[
    "malformed", "no such passage", "quotation not in the source", "quotation too short"
]
"""Why an answer, or one judgement of it, was discarded."""

LEAST_WORDS = 4
"""A quotation of fewer words proves nothing, unless it is the whole passage."""
MOST_JUDGEMENTS = 16


class Judgement(BaseModel):
    """What the model says of one passage."""

    model_config = ConfigDict(strict=True, extra="forbid")

    passage: int = Field(description="number of the passage")
    stance: Stance
    quote: str = Field(description="the words of the passage it rests on, copied exactly")
    why: str = Field(description="one short sentence")


class Answer(BaseModel):
    """A whole answer."""

    model_config = ConfigDict(strict=True, extra="forbid")

    judgements: list[Judgement] = Field(max_length=MOST_JUDGEMENTS)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A judgement that is believed.

    Attributes:
        passage: index of the passage, counted from 0.
        start, end: where the quoted words stand within the passage, code points.
    """

    passage: int
    start: int
    end: int
    stance: Stance
    why: str


def answer_schema() -> dict[str, object]:
    """The JSON Schema that a server is asked to keep to."""
    return Answer.model_json_schema()


def believed(text: str, passages: Sequence[str]) -> tuple[list[Quoted], Counter[Fault]]:
    """What of an answer is believed, and how much was discarded and why.

    Args:
        text: the answer as it came; a Markdown fence around the JSON is passed over.
        passages: the passages that were sent, in order; the model counts them from 1.
    """
    faults: Counter[Fault] = Counter()
    try:
        answer = Answer.model_validate_json(_unfenced(text))
    except (ValidationError, ValueError, RecursionError):
        return [], Counter({"malformed": 1})
    found = []
    for judgement in answer.judgements:
        result = _checked(judgement, passages)
        if isinstance(result, Quoted):
            found.append(result)
        else:
            faults[result] += 1
    return found, faults


def _checked(judgement: Judgement, passages: Sequence[str]) -> Quoted | Fault:
    if not 1 <= judgement.passage <= len(passages):
        return "no such passage"
    passage, quote = passages[judgement.passage - 1], judgement.quote.strip()
    start = passage.find(quote) if quote else -1
    if start < 0:
        return "quotation not in the source"
    if len(quote.split()) < LEAST_WORDS and quote != passage.strip():
        return "quotation too short"
    why = " ".join(judgement.why.split())[:300]
    return Quoted(judgement.passage - 1, start, start + len(quote), judgement.stance, why)


def _unfenced(text: str) -> str:
    """The JSON within a Markdown fence, or the text itself; one that is no JSON is left to be refused."""
    stripped = text.strip()
    if stripped.startswith("```") and stripped.endswith("```"):
        stripped = stripped[3:-3].removeprefix("json")
    return json.dumps(json.loads(stripped)) if stripped else stripped
