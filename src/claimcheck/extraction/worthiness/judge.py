"""Whether a sentence is worth a fact-checker's time, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimcheck.extraction.worthiness.features import Hashes, hashes_of, tokens_of
from claimcheck.extraction.worthiness.model import Model, shipped_model
from claimcheck.extraction.worthiness.signs import facts_in, why_not_factual

Label = Literal["NFS", "UFS", "CFS"]
CHECK_WORTHY = 0.5
"""From this score on a sentence is check-worthy."""
_SPEAKING_WORDS = 3
_LONGEST = 2000  # code points read; no sentence needs more


@dataclass(frozen=True, slots=True)
class WorthinessVerdict:
    """The label after ClaimBuster, a score in [0, 1], and which features spoke, in words.

    CFS, check-worthy factual: the score is at least 0.5. NFS, non-factual: below it, and a rule found no
    assertion that could be checked. UFS, unimportant factual: everything else.
    """

    label: Label
    score: float
    reasons: tuple[str, ...]


def wording_of(text: str) -> Hashes:
    """The hashed features of a sentence, which the small models read; none where there are no words in it."""
    tokens = tokens_of(text[:_LONGEST])
    return hashes_of(tokens) if any(token[0].isalnum() for token in tokens) else ()


def score_worthiness(wording: Hashes) -> float:
    """The score alone, with four decimals: of all that :func:`judge_worthiness` says the cheap half.

    Args:
        wording: the sentence's, by :func:`wording_of`.

    Raises:
        ModelUnreadable: the installed model file is damaged.
    """
    return round(shipped_model().score(wording), 4) if wording else 0.0


def judge_worthiness(text: str) -> WorthinessVerdict:
    """Judge one sentence by itself.

    The score comes from a linear model trained on ClaimBuster and CLEF-2019 (see
    ``benchmarks/train_worthiness.py``); the border between NFS and UFS, for which no public labels were at
    hand, is drawn by rules. Deterministic, needs no network.

    Raises:
        ModelUnreadable: the installed model file is damaged.
    """
    text = text[:_LONGEST]
    model, tokens = shipped_model(), tokens_of(text)
    words = [token for token in tokens if token[0].isalpha()]
    if not any(token[0].isalnum() for token in tokens):
        return WorthinessVerdict("NFS", 0.0, ("there are no words in it",))
    score = score_worthiness(wording_of(text))
    if score >= CHECK_WORTHY:
        return WorthinessVerdict("CFS", score, (*facts_in(text), *_spoken(model, words, up=True)))
    why = why_not_factual(text, len(words))
    if why:
        return WorthinessVerdict("NFS", score, (why,))
    return WorthinessVerdict("UFS", score, (*facts_in(text), *_spoken(model, words, up=False)))


def _spoken(model: Model, words: list[str], *, up: bool) -> tuple[str, ...]:
    ranked = model.words(words)
    strongest = ranked[:_SPEAKING_WORDS] if up else ranked[::-1][:_SPEAKING_WORDS]
    named = [f"“{word}”" for word, weight in strongest if (weight > 0) == up and weight]
    if not named:
        return ()
    return (f"the words {', '.join(named)} speak {'for' if up else 'against'} checking it",)
