"""Pairs about figures: values, scales, units, directions, precision, votes, shares."""

from __future__ import annotations

import random
from collections.abc import Callable

from deeds import Made
from world import BODY, COMPANY, MEASURE, PEOPLE, SMALL, THING, TRADE, organisation, other_than, town, when

_UP = "rose increased climbed grew jumped".split()
_DOWN = "fell decreased dropped declined shrank".split()
_HURT = "injured|evacuated|arrested|laid off|hired|killed|rescued|vaccinated|displaced|questioned".split("|")
_UNITS = (
    ("kilometres", "km", "miles"),
    ("metres", "m", "feet"),
    ("tonnes", "metric tons", "kilograms"),
    ("hours", "hours", "days"),
    ("euros", "euros", "dollars"),
    ("litres", "l", "gallons"),
    ("hectares", "ha", "acres"),
    ("megawatts", "MW", "gigawatts"),
)


def _spelt(number: int, rng: random.Random) -> str:
    """A number in one of its forms."""
    forms = [f"{number:,}", str(number)] if number < 10_000 else [f"{number:,}"]
    if number <= 12:
        forms = [SMALL[number], str(number)]
    if number % 100_000 == 0 and number >= 1_000_000:
        forms = [f"{number / 1e6:g} million", f"{number:,}", f"{number / 1e6:g}m"]
    elif number % 1000 == 0 and number < 100_000:
        forms.append(f"{number // 1000} thousand")
    return rng.choice(forms)


def _number(rng: random.Random) -> int:
    return rng.choice(
        (
            rng.randint(2, 12),
            rng.randint(2, 12),
            rng.randint(13, 99),
            rng.randint(100, 999),
            rng.randint(10, 99) * 100,
            rng.randint(11, 99) * 1000,
            rng.randint(11, 99) * 100_000,
        )
    )


def _other_number(rng: random.Random, number: int) -> int:
    made = rng.choice(
        (
            number * 2,
            number * 10,
            number + max(1, number // 10),
            number - max(1, number // 6),
            number + rng.randint(1, 9) * max(1, 10 ** (len(str(number)) - 2)),
            int(str(number)[::-1]),
        )
    )
    return made if made != number and made > 1 else number + 3


def counts(rng: random.Random) -> Made:
    """How many people something happened to."""
    number, group, hurt = _number(rng), rng.choice(PEOPLE), rng.choice(_HURT)
    place, date = town(rng), when(rng)

    def say(shown: str) -> str:
        return rng.choice(
            (
                f"{shown} {group} were {hurt} in {place} {date}",
                f"{date}, {shown} {group} were {hurt} in {place}",
                f"in {place}, {shown} {group} were {hurt} {date}",
                f"a total of {shown} {group} were {hurt} in {place} {date}",
            )
        )

    if rng.random() < 0.5:
        return "value", "contradicts", say(_spelt(_other_number(rng, number), rng)), say(_spelt(number, rng))
    if rng.random() < 0.3:
        return (
            "value",
            "contradicts",
            say(_spelt(number, rng)).replace(group, other_than(rng, group, PEOPLE)),
            say(_spelt(number, rng)),
        )
    return "value", "supports", say(_spelt(number, rng)), say(_spelt(number, rng))


def money(rng: random.Random) -> Made:
    """Sums and their scale."""
    size = rng.choice((rng.randint(2, 99), rng.randint(11, 99) / 10))
    scale, sign = rng.choice(("million", "billion")), rng.choice(("$", "£", "€"))
    who, thing = organisation(rng), rng.choice(THING)

    def say(figure: str) -> str:
        return rng.choice(
            (
                f"{who} spent {figure} on the {thing}",
                f"the {thing} cost {who} {figure}",
                f"{who} paid {figure} for the {thing}",
            )
        )

    shown = f"{sign}{size:g} {scale}"
    same = [shown, f"{sign}{size:g}{'m' if scale == 'million' else 'bn'}"]
    if scale == "million":
        same.append(f"{sign}{round(size * 1e6):,}")
    at = rng.random()
    if at < 0.4:
        return "value", "supports", say(rng.choice(same)), say(rng.choice(same))
    if at < 0.6:
        return (
            "scale",
            "contradicts",
            say(f"{sign}{size:g} {'billion' if scale == 'million' else 'million'}"),
            say(rng.choice(same)),
        )
    if at < 0.8:
        return (
            "value",
            "contradicts",
            say(f"{sign}{size + rng.choice((1, 2, 5, 10, 30)):g} {scale}"),
            say(rng.choice(same)),
        )
    if at < 0.9:
        return (
            "unit",
            "contradicts",
            say(f"{other_than(rng, sign, ['$', '£', '€'])}{size:g} {scale}"),
            say(shown),
        )
    return "value", "neutral", say(shown), f"{who} paid for the {thing}, but the sum was not disclosed"


def changes(rng: random.Random) -> Made:
    """Up or down, by how much, in per cent or in points."""
    what, period = (
        rng.choice(MEASURE),
        rng.choice((when(rng), "last year", "in the first quarter", f"in {town(rng)}")),
    )
    size = rng.choice((rng.randint(2, 40), rng.randint(11, 99) / 10))
    rising = rng.random() < 0.5
    same, opposite = (_UP, _DOWN) if rising else (_DOWN, _UP)
    unit = rng.choice(("per cent", "percent", "%"))
    gap = "" if unit == "%" else " "
    have = f"{size:g}{gap}{unit}"

    def say(verb: str, amount: str) -> str:
        noun = "rise" if verb in _UP else "fall"
        return rng.choice(
            (
                f"{what} {verb} by {amount} {period}",
                f"{what} {verb} {amount} {period}",
                f"{period}, {what} {verb} by {amount}",
                f"there was a {noun} of {amount} in {what} {period}",
            )
        )

    passage = say(rng.choice(same), have)
    at = rng.random()
    if at < 0.35:
        return (
            "direction",
            "supports",
            say(rng.choice(same), f"{size:g} per cent" if rng.random() < 0.5 else have),
            passage,
        )
    if at < 0.65:
        return "direction", "contradicts", say(rng.choice(opposite), have), passage
    if at < 0.78:
        return (
            "value",
            "contradicts",
            say(rng.choice(same), f"{size + rng.choice((1, 2, 5, 10)):g}{gap}{unit}"),
            passage,
        )
    if at < 0.88:
        return "points", "contradicts", say(rng.choice(same), f"{size:g} percentage points"), passage
    if at < 0.94:
        return (
            "direction",
            "contradicts",
            f"{what} {rng.choice(('did not change', 'remained the same', 'were flat'))} {period}",
            passage,
        )
    return (
        "direction",
        "neutral",
        passage,
        say(rng.choice(same), "an unknown amount")
        .replace("by an unknown amount", "")
        .replace("an unknown amount", "sharply"),
    )


def levels(rng: random.Random) -> Made:
    """From one level to another."""
    what, period = rng.choice(MEASURE), when(rng)
    low = rng.randint(3, 60)
    high = low + rng.randint(2, 30)
    start, end = (low, high) if rng.random() < 0.5 else (high, low)
    verb = rng.choice(_UP if end > start else _DOWN)
    passage = f"{what} {verb} from {start} to {end} per cent {period}"
    right = [
        f"{what} {rng.choice(_UP if end > start else _DOWN)} to {end} per cent {period}",
        f"{what} stood at {start} per cent before it {verb} to {end} per cent {period}",
        f"{what} {verb} by {abs(end - start)} percentage points {period}",
    ]
    wrong = [
        f"{what} {rng.choice(_DOWN if end > start else _UP)} to {end} per cent {period}",
        f"{what} {verb} from {end} to {start} per cent {period}",
        f"{what} {verb} to {end + rng.randint(1, 9)} per cent {period}",
    ]
    return (
        ("direction", "supports", rng.choice(right), passage)
        if rng.random() < 0.45
        else ("direction", "contradicts", rng.choice(wrong), passage)
    )


def precision(rng: random.Random) -> Made:
    """About, nearly, more than, at least, up to."""
    number = rng.choice((rng.randint(2, 9) * 100, rng.randint(2, 60) * 1000, rng.randint(2, 9) * 10))
    step = max(1, number // 50)
    group, tail = rng.choice(PEOPLE), f"attended the opening in {town(rng)}"
    above, below = number + rng.randint(1, step), number - rng.randint(1, step)
    far_up, far_down = round(number * rng.uniform(1.4, 3)), round(number * rng.uniform(0.3, 0.7))
    right = [
        ("about", above),
        ("about", below),
        ("nearly", below),
        ("almost", below),
        ("more than", above),
        ("over", above),
        ("fewer than", below),
        ("at least", far_up),
        ("more than", far_up),
        ("fewer than", far_down),
        ("around", above),
        ("some", below),
    ]
    wrong = [
        ("about", far_up),
        ("nearly", far_down),
        ("more than", far_down),
        ("at least", far_down),
        ("fewer than", far_up),
        ("at most", far_up),
        ("more than", below),
        ("fewer than", above),
    ]
    supports = rng.random() < 0.5
    word, exact = rng.choice(right if supports else wrong)
    return (
        "precision",
        "supports" if supports else "contradicts",
        f"{word} {number:,} {group} {tail}",
        f"{exact:,} {group} {tail}",
    )


def units(rng: random.Random) -> Made:
    """The same figure in the same or in another unit."""
    full, short, other = rng.choice(_UNITS)
    number, thing = rng.randint(2, 400), rng.choice(THING)
    said = rng.choice(("covers", "measures", "amounts to", "comes to", "is put at"))
    passage = f"the {thing} in {town(rng)} {said} {number} {rng.choice((full, short))}"
    base = passage.rsplit(str(number), 1)[0]
    if rng.random() < 0.45:
        return "unit", "supports", f"{base}{number} {full}", passage
    return (
        ("unit", "contradicts", f"{base}{number} {other}", passage)
        if rng.random() < 0.6
        else ("value", "contradicts", f"{base}{_other_number(rng, number)} {full}", passage)
    )


def votes(rng: random.Random) -> Made:
    """Votes for and against."""
    body, thing, date = (
        f"the {rng.choice((town(rng) + ' ', ''))}{rng.choice(BODY)}",
        rng.choice(THING),
        when(rng),
    )
    no = rng.randint(0, 8)
    yes = no + rng.randint(1, 9)
    approved = rng.random() < 0.5
    verb, opposite = ("approve", "reject") if approved else ("reject", "approve")
    past, past_opposite = (
        verb + ("d" if verb.endswith("e") else "ed"),
        opposite + ("d" if opposite.endswith("e") else "ed"),
    )

    def say(for_: int, against: int, base: str, done: str) -> str:
        return rng.choice(
            (
                f"{body} voted {for_} to {against} to {base} the {thing} {date}",
                f"{body} {done} the {thing} by {for_} votes to {against} {date}",
                f"by {SMALL[for_] if for_ <= 12 else for_} votes to {SMALL[against]}, "
                f"{body} {done} the {thing} {date}",
                f"{body} {done} the {thing} {for_}-{against} {date}",
                f"the {thing} was {done} by {body} {date} in a {for_}-{against} vote",
            )
        )

    passage = say(yes, no, verb, past)
    at = rng.random()
    if at < 0.4:
        return "votes", "supports", say(yes, no, verb, past), passage
    if at < 0.55:
        return "votes", "supports", f"{body} {past} the {thing} {date}", passage
    if at < 0.75:
        return "votes", "contradicts", say(yes, no, opposite, past_opposite), passage
    if at < 0.9:
        return "votes", "contradicts", say(yes + rng.randint(1, 3), no, verb, past), passage
    return (
        "votes",
        "contradicts",
        f"{body} {past} the {thing} unanimously {date}",
        passage if no else say(yes, no + 1, verb, past),
    )


def shares(rng: random.Random) -> Made:
    """Shares of a whole: halves, thirds, per cent."""
    named = {
        "a quarter": "25 per cent",
        "half": "50 per cent",
        "a fifth": "20 per cent",
        "three quarters": "75 per cent",
        "a tenth": "10 per cent",
        "one in five": "20 per cent",
        "one in four": "25 per cent",
        "one in ten": "10 per cent",
    }
    word = rng.choice(sorted(named))
    group, did = (
        rng.choice(PEOPLE),
        rng.choice(
            (
                "travel by train",
                "own a car",
                "live alone",
                "work at night",
                "smoke",
                "speak two languages",
                "support the plan",
            )
        ),
    )
    wrong = rng.choice([w for w in sorted(named) if named[w] != named[word]])
    passage = f"{rng.choice((word, named[word]))} of {group} in {town(rng)} {did}"
    tail = passage.split(" of ", 1)[1]
    at = rng.random()
    if at < 0.5:
        return "share", "supports", f"{rng.choice((word, named[word]))} of {tail}", passage
    if at < 0.9:
        return "share", "contradicts", f"{rng.choice((wrong, named[wrong]))} of {tail}", passage
    return "share", "contradicts", f"{word} of {tail.replace(did, 'do not ' + did)}", passage


def more_less(rng: random.Random) -> Made:
    """More or fewer of one thing than of another."""
    one, other = rng.sample(PEOPLE, 2)
    where, did = (
        f"{rng.choice(COMPANY)} {rng.choice(TRADE)}",
        rng.choice(("were hired", "were surveyed", "complained", "were hurt")),
    )
    passage = f"at {where}, more {one} than {other} {did}"
    right, wrong = (
        (f"at {where}, fewer {other} than {one} {did}", passage),
        (
            f"at {where}, more {other} than {one} {did}",
            f"at {where}, fewer {one} than {other} {did}",
            f"at {where}, as many {one} as {other} {did}",
        ),
    )
    return (
        ("comparison", "supports", rng.choice(right), passage)
        if rng.random() < 0.45
        else ("comparison", "contradicts", rng.choice(wrong), passage)
    )


FAMILIES: tuple[tuple[int, Callable[[random.Random], Made]], ...] = (
    (7, counts),
    (6, money),
    (8, changes),
    (4, levels),
    (5, precision),
    (4, units),
    (4, votes),
    (3, shares),
    (2, more_less),
)
"""Kinds of pair with their weights."""
