"""Figures with a grammar of their own: multiples, ratios, scores, ordinals, ages."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.extraction.figures.context import change_of, precision_before
from claimcheck.extraction.figures.lexicon import (
    BARE_MULTIPLES,
    FOLDS,
    FUNCTION_WORDS,
    MULTIPLES,
    ORDINALS,
    SCALES,
    TENS,
)
from claimcheck.extraction.figures.model import Change, Figure
from claimcheck.extraction.figures.nouns import is_plural, noun_after
from claimcheck.extraction.figures.numbers import Number, read_number
from claimcheck.extraction.figures.tokens import Tokens
from claimcheck.extraction.figures.units import by_words, key_of

Found = tuple[Figure, int]
_COMPARING = frozenset(
    "as the that those more higher larger bigger greater its what faster longer likelier their less "
    "lower fewer annual yearly monthly today's last previous earnings book revenue income turnover "
    "average normal usual".split()
)
_PRICED = frozenset({"priced", "price", "prices"})
_BET_ON = frozenset(
    "favourite favourites favorite favorites shot shots outsider outsiders chance chances underdog "
    "underdogs joint".split()
)
_BETTING = frozenset(
    "bookmaker bookmakers bookies bookie betting bet bets punters offer offers offering offered backed "
    "wager against".split()
)
_COUNTED_IN_CONTESTS = frozenset("votes goals points seats runs frames sets legs rounds games".split())
_MODALS = frozenset(
    "to will would could may might must can nearly almost than about roughly least should".split()
)
_CONTEST = frozenset(
    "win wins won winning winner beat beats beating beaten defeat defeated defeats lost lose lose "
    "loss draw drew drawn "
    "lead leads led leading trailed victory vote voted votes ruling ruled decision score scored "
    "margin goal goals "
    "ahead match game final set sets series split passed approved aggregate thrashed rout "
    "penalties shootout".split()
)
_BEFORE_ORDINAL = frozenset(
    "the a an his her its their my our your this that s every for in finished finish came come "
    "placed ranked ranks rank "
    "finishing lies sits stood second third fourth".split()
)
_NOT_RANKED = frozenset(
    "lady minister aid hand class name degree thing person floor amendment world sight "
    "place-holder glance of and or to "
    "in at on with by but nor is was are were had has have that who which came".split()
)


def multiple_at(tokens: Tokens, index: int) -> Found | None:
    """ "doubled", "twice as many", "threefold"."""
    token, after = tokens[index], tokens[index + 1].lower
    word = token.lower
    if word in MULTIPLES:
        value = MULTIPLES[word]
        return _widened(tokens, index, value, _way(value)), index + 1
    if word in BARE_MULTIPLES and (
        tokens[index - 1].lower in _MODALS or after in ("the", "that", "what", "its", "their")
    ):
        value = BARE_MULTIPLES[word]
        moves = tokens[index - 1].lower in _MODALS
        return _widened(tokens, index, value, _way(value) if moves else ""), index + 1
    if word in FOLDS:
        change = change_of(tokens, index, index + 1, comparable=False)
        return _widened(tokens, index, FOLDS[word], change), index + 1
    if word not in ("twice", "thrice"):
        return None
    value = 2 if word == "twice" else 3
    if after in _COMPARING:
        return _multiple(token.start, token.end, value), index + 1
    return Figure(token.start, token.end, value, value, noun="time"), index + 1


def _way(value: float) -> Change:
    return "down" if value < 1 else "up"


def _widened(tokens: Tokens, index: int, value: float, change: Change) -> Figure:
    """The multiple at a token, with the widening word before it: "more than doubled"."""
    token, (precision, _) = tokens[index], precision_before(tokens, index)
    return replace(_multiple(token.start, token.end, value, change), precision=precision)


def _multiple(start: int, end: int, value: float, change: Change = "") -> Figure:
    return Figure(start, end, value, value, "times", "multiple", change=change, step=0.0)


def multiple_of(tokens: Tokens, start: int, number: Number) -> Found | None:
    """ "three times as many", "10-fold", "3x": a number already read, made a multiple."""
    at = number.stop
    hyphen = tokens[at].text in ("-", "‑") and tokens[at].glued
    word = tokens[at + hyphen]
    fold = word.lower == "fold" and (hyphen or word.glued or number.form == "words")
    times = word.lower == "times" and (tokens[at + 1].lower in _COMPARING or number.low % 1 != 0)
    if fold or times or (word.text == "x" and word.glued and not tokens[at + 1].glued):
        stop = at + 1 + hyphen
        change = change_of(tokens, start, stop, comparable=False) if fold else ""
        return _multiple(tokens[start].start, tokens[stop - 1].end, number.low, change), stop
    return None


_TIMES = ("night", "day", "week", "month", "year", "hour")
"""In the singular these are no unit behind five: "one in five night passengers"."""


def ratio_at(tokens: Tokens, index: int, first: Number) -> Found | None:
    """ "one in five", "three out of four", "1 for every 3", "3:1", "two-to-one"."""
    at = first.stop
    words = tokens.lowers(at, at + 4)
    if first.scaled or first.form == "vague" or not words:
        return None
    if (
        words[0] == ":"
        and tokens[at].glued
        and tokens[at + 1].glued
        and tokens[at + 1].numeral
        and len(tokens[at + 1].text) == 1
    ):
        return _odds(tokens, index, first, at + 1)
    hyphens = words[:1] in (["-"], ["‑"]) and words[1:2] == ["to"] and words[2:3] in (["-"], ["‑"])
    if hyphens or (
        words[:2] == ["to", "one"] and tokens[at + 2].lower in ("on", "against", "odds", "in", ".", "")
    ):
        return _odds(tokens, index, first, at + (3 if hyphens else 1))
    step = _until_whole(words)
    vague = tokens[at + step].lower in ("a", "an") and tokens[at + step + 1].lower not in SCALES
    second = read_number(tokens, at + step) if step and not vague else None
    if second is None or second.form == "vague" or second.low <= first.low:
        return None
    if step == 1 and (
        (_is_unit(tokens, second.stop) and tokens[second.stop].lower not in _TIMES)
        or first.low > 20
        or (first.low > 1 and second.low not in (3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100, 1000, 10000))
    ):
        return None
    value = first.low / second.low
    noun = noun_after(tokens, second.stop)[0]
    figure = Figure(
        tokens[index].start, tokens[second.stop - 1].end, value, value, "", "ratio", noun, step=0.0
    )
    return figure, second.stop


def _until_whole(words: list[str]) -> int:
    """How many tokens lie between the parts of "one in five", "three out of every four"; 0 if it is no
    ratio."""
    if words[:2] in (["out", "of"], ["in", "every"], ["for", "every"], ["of", "every"]):
        return 3 if words[2:3] == ["every"] else 2
    if words[:3] == ["-", "in", "-"]:
        return 3
    return 1 if words[0] == "in" else 0


def _odds(tokens: Tokens, index: int, first: Number, at: int) -> Found | None:
    second = read_number(tokens, at)
    if second is None or not second.low or second.scaled:
        return None
    value = first.low / second.low
    return Figure(
        tokens[index].start, tokens[second.stop - 1].end, value, value, "to one", "ratio", step=0.0
    ), second.stop


def _is_unit(tokens: Tokens, index: int) -> bool:
    return (key_of(tokens[index].text),) in by_words()


def score_at(tokens: Tokens, index: int) -> Found | None:
    """ "2-1", "52–48", "6-4": two small numbers of a match or a vote, the sides as written."""
    first, dash, second, after = (tokens[index + k] for k in range(4))
    if dash.lower == "to" and _voted(tokens, index):
        return Figure(first.start, second.end, float(first.text), float(second.text), "", "score"), index + 3
    if dash.text not in ("-", "–", "‑") or not (
        dash.glued and second.glued and second.numeral and first.numeral
    ):
        return None
    if not (first.text.isdigit() and second.text.isdigit()) or len(first.text) > 3 or len(second.text) > 3:
        return None
    ends = after.text in ".:" and not (tokens[index + 4].glued and tokens[index + 4].numeral)
    if after.glued and not ends and (after.word or after.text in "%-–‑°/:."):
        return None
    low, high = int(first.text), int(second.text)
    falling = low >= high and after.lower not in ("%", "percent", "per")
    contest = any(word in _CONTEST for word in tokens.lowers(index - 9, index + 9))
    counted = is_plural(after.lower) and after.lower not in _CONTEST
    if falling or (contest and not counted and not _is_unit(tokens, index + 3)):
        return Figure(first.start, second.end, low, high, "", "score"), index + 3
    return None


def odds_at(tokens: Tokens, index: int) -> Found | None:
    """ "odds of 9-2", "a 20-1 shot", "the 7/4 favourite", "7/1 against": a price, no score and no date."""
    first, mark, second = tokens[index], tokens[index + 1], tokens[index + 2]
    joined = mark.text in ("-", "–", "/") and mark.glued and second.glued
    if not joined and mark.lower != "to":
        return None
    if not (first.text.isdigit() and second.text.isdigit() and len(first.text) < 5 and len(second.text) < 3):
        return None
    near, follows = tokens.lowers(index - 4, index), tokens[index + 3]
    told = "odds" in near or (joined and follows.lower in _BET_ON)
    if joined and int(first.text) > int(second.text) and any(word in _PRICED for word in near):
        told = told or not (follows.word or follows.text == "%")
    if mark.text == "/" and not told:
        told = follows.lower == "against" or any(word in _BETTING for word in tokens.lowers(index - 6, index))
    if not told or (follows.glued and follows.text in "/-") or not int(second.text):
        return None
    if int(first.text) + int(second.text) == 100:
        return None  # a 50/50 chance
    value = int(first.text) / int(second.text)
    return Figure(first.start, second.end, value, value, "to one", "ratio", step=0.0), index + 3


def height_at(tokens: Tokens, index: int) -> Found | None:
    """5'10" and 5-foot-10: feet and inches."""
    foot, mark, inches, close = (tokens[index + k] for k in range(1, 5))
    if foot.text == "-" and mark.lower in ("foot", "feet") and inches.text == "-":
        inches, stop = close, index + 5
    elif foot.text in ("'", "’", "′") and mark.numeral and inches.text in ('"', "”", "″"):
        inches, stop = mark, index + 4
    else:
        return None
    both = tokens[index].text, inches.text
    if not (inches.glued and all(part.isdigit() and len(part) < 3 for part in both)) or int(both[1]) > 11:
        return None
    value = int(both[0]) + int(both[1]) / 12
    return Figure(tokens[index].start, tokens[stop - 1].end, value, value, "foot", "length", step=0.0), stop


def votes_at(tokens: Tokens, index: int, first: Number) -> Found | None:
    """ "311 votes to 287", "three goals to one": a score whose first side says what is counted."""
    noun, word = tokens[first.stop].lower, tokens[first.stop + 1].lower
    if noun not in _COUNTED_IN_CONTESTS or word != "to" or first.low != first.high:
        return None
    second = read_number(tokens, first.stop + 2)
    if tokens[first.stop + 2].lower in ("nil", "none", "nothing"):
        second = Number(0.0, 0.0, 1.0, first.stop + 3, "words")
    if second is None or second.low != second.high or is_plural(tokens[second.stop].lower):
        return None
    before = tokens.lowers(index - 6, index)
    if tokens[index - 1].lower != "by" and not any(word in _CONTEST for word in before):
        return None
    figure = Figure(tokens[index].start, tokens[second.stop - 1].end, first.low, second.low, "", "score")
    return figure, second.stop


def _voted(tokens: Tokens, index: int) -> bool:
    """ "voted 7 to 2 against", "lost 3 to 1"."""
    first, second = tokens[index].text, tokens[index + 2].text
    if not (first.isdigit() and second.isdigit() and len(first) < 4 and len(second) < 4):
        return False
    falling = int(first) > int(second)
    before = tokens.lowers(index - 3, index)
    return falling and any(word in _CONTEST for word in before) and not _is_unit(tokens, index + 3)


def ordinal_at(tokens: Tokens, index: int) -> Found | None:
    """ "the third consecutive year", "21st", "finished second"."""
    token, mark = tokens[index], tokens[index + 1]
    if token.numeral:
        if not (
            mark.glued
            and mark.lower in ("st", "nd", "rd", "th")
            and token.text.isdigit()
            and len(token.text) < 7
        ):
            return None
        value, stop = int(token.text), index + 2
    elif token.lower in ORDINALS:
        value, stop = ORDINALS[token.lower], index + 1
    elif token.lower in TENS and mark.text == "-" and 0 < ORDINALS.get(tokens[index + 2].lower, 0) < 10:
        value, stop = TENS[token.lower] + ORDINALS[tokens[index + 2].lower], index + 3
    else:
        return None
    if not _ranks(tokens, index, stop, token.numeral):
        return None
    figure = Figure(token.start, tokens[stop - 1].end, value, value, "", "ordinal", _ranked(tokens, stop))
    return figure, stop


def _ranked(tokens: Tokens, stop: int) -> str:
    return noun_after(tokens, stop, one=True)[0]


def _ranks(tokens: Tokens, index: int, stop: int, numeral: bool) -> bool:
    """Whether an ordinal counts something here, and is no name ("5th Avenue"), adverb or other idiom."""
    before, after = tokens[index - 1].lower, tokens[stop]
    if (
        after.word
        and after.text[0].isupper()
        and tokens[index].text.islower() is False
        and not tokens.opens_sentence(index)
    ):
        return False
    if numeral:
        return not (after.word and after.text[0].isupper())
    if before in ("finished", "came", "placed", "ranked", "finishing"):
        return True
    if before == "at" or before not in _BEFORE_ORDINAL or not after.word or after.lower in _NOT_RANKED:
        return (
            before in ("a", "the")
            and after.text == "-"
            and tokens[stop + 1].lower in ("largest", "biggest", "highest", "place", "time")
        )
    return after.lower not in FUNCTION_WORDS and not after.lower.endswith("ed")
