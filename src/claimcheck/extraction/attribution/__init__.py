"""Who said what: source, cue and content of every attribution in a text."""

from __future__ import annotations

import re

from claimcheck.extraction.quotations import Quoted, find_quoted
from claimcheck.records.models import Attribution

__all__ = ["find_attributions"]

_NOTE_MARK = re.compile(r"\[(?:\^[\w-]{1,40}|\d{1,3}(?:[,–-]\s?\d{1,3}){0,9})\]")


def find_attributions(
    text: str, *, context: str = "", quoted: list[Quoted] | None = None
) -> list[Attribution]:
    """Find who says what in ``text``, in order of the cues.

    Args:
        text: one sentence, or a whole article; an article at once is faster than its sentences one by one,
            and lets quotations go on from one sentence to the next.
        context: the text before ``text``; only used to resolve pronouns and "the study".
        quoted: what ``find_quoted`` says of ``text``, where it is known already.

    All spans are in code points of ``text``. ``speaker`` is the name or noun phrase that a pronoun or a short
    reference stands for, as far as the text before it tells; None where nobody is named.
    """
    # numpy and the model cost a tenth of a second, and not every command reads an article.
    from claimcheck.extraction.attribution.finder import read_attributions

    # A note's mark is nobody's word, and hides where its sentence ends.
    plain = _NOTE_MARK.sub(lambda mark: " " * len(mark[0]), text) if "[" in text else text
    return read_attributions(plain, context, find_quoted(text) if quoted is None else quoted)
