"""Words round a figure that widen it, make it a change, or make it a rate."""

from __future__ import annotations

from claimcheck.extraction.figures.lexicon import DOWN, LESS, MORE, PRECISION, UP
from claimcheck.extraction.figures.model import Change, Precision
from claimcheck.extraction.figures.nouns import singular
from claimcheck.extraction.figures.numbers import read_number
from claimcheck.extraction.figures.tokens import Tokens

_RATE_UNITS = frozenset(
    "hour day week month year minute second night person head capita barrel share tonne ton litre "
    "liter gallon kilo "
    "kilogram kg mile kilometre kilometer km vote pound piece unit household family child pupil "
    "student visit trip "
    "dose seat ticket bottle room bed kwh mwh "
    "quarter game match square annum passenger acre hectare employee worker".split()
)
_STEP_OVER = frozenset(
    {"a", "an", "the", "of", "by", "total", "another", "only", "just", "even", "further", "as", "still"}
)


_OBJECT = frozenset("the a an its his her their our your my this that these those".split())
"""What opens the object of a verb."""
_LAST_WORDS = frozenset(words[-1] for words in PRECISION)


def precision_before(tokens: Tokens, index: int, *, duration: bool = False) -> tuple[Precision, int]:
    """The widening word that ends before a token, and how many tokens it takes.

    Args:
        duration: the figure is a duration, so that a bare "over" means "during" ("over three days").
    """
    at = index
    while tokens[at - 1].lower in ("a", "an", "the", "another", "total", "of") and at > index - 3:
        at -= 1
        if tuple(tokens.lowers(at - 2, at + 1)) in PRECISION or (
            tokens[at].lower in ("a", "an") and tokens[at - 1].lower in ("estimated",)
        ):
            break
    for start_at in {index: None, at: None}:
        if tokens[start_at - 1].lower not in _LAST_WORDS:
            continue
        for length in (4, 3, 2, 1):
            words = tuple(tokens.lowers(start_at - length, start_at))
            kind = PRECISION.get(words) if len(words) == length else None
            if kind is None or (length == 1 and not _widens(tokens, start_at - 1, duration)):
                continue
            return kind, index - start_at + length  # type: ignore[return-value]
    return "exact", 0


def _widens(tokens: Tokens, at: int, duration: bool) -> bool:
    """Whether "over", "around", "about", "under" … belong to the number and not to the verb before."""
    word, before = tokens[at].lower, tokens[at - 1].lower
    if duration and word == "over":
        return before in ("well", "just", "for", "of", "little", "after", "at", "took", "been")
    if word == "about":
        return before not in ("talked", "spoke", "asked", "thought", "concerned", "worried", "knew")
    if word in ("above", "below", "beyond"):
        return before not in ("the", "see", "described")
    return True


def precision_after(tokens: Tokens, index: int) -> tuple[Precision, int]:
    """ "or more", "or so", "+", "-plus", "-odd" after a figure, and how many tokens it takes."""
    words = tokens.lowers(index, index + 3)
    if words[:1] == ["+"] and tokens[index].glued:
        return "at least", 1
    if words[:2] in (["-", "plus"], ["-", "odd"]) and tokens[index].glued:
        return ("at least" if words[1] == "plus" else "about"), 2
    if words[:1] == ["or"] and len(words) > 1:
        if words[1] in ("more", "over", "above", "higher", "older"):
            return "at least", 2
        if words[1] in ("less", "fewer", "under", "below", "lower", "younger"):
            return "at most", 2
        if words[1] == "so":
            return "about", 2
    if words[:2] == ["at", "least"]:
        return "at least", 2
    if words[:2] == ["and", "over"] or words[:2] == ["and", "above"]:
        return "at least", 2
    return "exact", 0


def change_of(tokens: Tokens, start: int, stop: int, *, comparable: bool) -> Change:
    """Whether a figure says by how much something changed: "rose 5 per cent", "a cut of £3m", "5 % lower".

    A level ("rose to 5 per cent") is no change. ``comparable`` allows "5 per cent more".
    """
    after = [token for token in tokens.lowers(stop, stop + 3) if token not in ("-", "points", "point")]
    if after and after[0] not in ("up", "down", "cut", "lost", "gained", "shed", "added"):
        if (after[0] in UP and after[0] not in MORE) or (comparable and after[0] in MORE):
            return "up"
        if (after[0] in DOWN and after[0] not in LESS) or (comparable and after[0] in LESS):
            return "down"
    at = start - 1
    while tokens[at].lower in _STEP_OVER and at > start - 4:
        at -= 1
    word, past = tokens[at].lower, tokens[at + 1].lower
    if (
        word in ("added", "lost", "shed", "cut", "cuts", "down", "up", "gain")
        and not comparable
        and past not in ("by", "of")
    ):
        return ""
    if past == "by" and word not in UP and word not in DOWN:
        # "raised its rate by half a point": the verb stands before its object
        word = next((w for w in reversed(tokens.lowers(at - 4, at)) if w in UP or w in DOWN), "")
        word = word or _far_verb(tokens, at)
    if word in UP:
        return "up"
    return "down" if word in DOWN else ""


def _far_verb(tokens: Tokens, at: int) -> str:
    """A verb of change farther back, right before its object: "cut the risk of a stroke by a third"."""
    for place in range(at - 5, max(-1, at - 10), -1):
        word = tokens[place].lower
        if not tokens[place].word:
            break
        if (word in UP or word in DOWN) and tokens[place + 1].lower in _OBJECT:
            return word
    return ""


def rate_after(tokens: Tokens, index: int) -> tuple[str, int]:
    """What a rate counts by, and the token after it: "an hour", "per 100,000 people", "/km"."""
    word = tokens[index].lower
    if word in ("a", "an", "each", "every") and tokens[index + 1].lower in _RATE_UNITS:
        if tokens[index + 1].lower == "second" and tokens[index + 2].word:
            return "", index
        return singular(tokens[index + 1].lower), index + 2
    if word == "-" and tokens[index + 1].lower in ("a", "an") and tokens[index + 2].text == "-":
        unit = tokens[index + 3].lower
        return (singular(unit), index + 4) if unit in _RATE_UNITS else ("", index)
    glued_slash = word == "/" and tokens[index].glued and tokens[index + 1].glued
    if not (word == "per" or (glued_slash and tokens[index + 1].lower in _RATE_UNITS)):
        return "", index
    number = read_number(tokens, index + 1)
    at = number.stop if number else index + 1
    amount = f"{number.low:g} " if number and number.low < 1e6 else f"{number.low:.0f} " if number else ""
    amount = f"{int(number.low)} " if number and number.low == int(number.low) else amount
    if tokens[at].lower == "metric" and tokens[at + 1].word:
        at += 1
    if tokens[at].lower == "square":
        return f"{amount}square {singular(tokens[at + 1].lower)}", at + 2
    if tokens[at].word and tokens[at].lower not in ("in", "and", "of", "to", "for"):
        return f"{amount}{singular(tokens[at].lower)}", at + 1
    return (amount.strip(), at) if amount else ("", index)
