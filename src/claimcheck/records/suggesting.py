"""What may have been meant by a name that no record has."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

_LISTED = 8


def which_name(word: str, known: Sequence[str], listing: str) -> str:
    """One sentence: the name that is nearly the same, else the first of those there are.

    Args:
        listing: the command that lists them all.
    """
    if close := get_close_matches(word, known, 1, 0.6):
        return f"Did you mean {close[0]}?"
    if not known:
        return "None is recorded yet."
    more = len(known) - _LISTED
    rest = f", and {more} more; list them with: {listing}" if more > 0 else "."
    return f"There are: {', '.join(known[:_LISTED])}{rest}"


def which_claim(word: str, known: Sequence[str]) -> str:
    """One sentence: the claim whose key is nearly the same, else what ids look like and how to list them.

    The key alone decides, for all claims of an article have the other half in common.
    """
    if not known:
        return "None is recorded yet."
    slug, _, key = word.rpartition("/")
    of_article = [name for name in known if name.partition("/")[0] == (slug or word)]
    by_key = {name.partition("/")[2]: name for name in reversed(of_article or known)}
    if close := get_close_matches(key, by_key, 1, 0.7):
        return f"Did you mean {by_key[close[0]]}?"
    listed = f" {slug or word}" if of_article else ""
    example = (of_article or known)[0]
    form = f"A claim's id is its article and a key, such as {example}"
    return f"{form}; list them with: claimcheck export csv{listed}"
