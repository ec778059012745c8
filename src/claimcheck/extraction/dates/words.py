"""The words dates are made of. Plain data."""

from __future__ import annotations

from claimcheck.documents.calendar_words import MONTHS as MONTH_NAMES
from claimcheck.documents.calendar_words import WEEKDAYS as DAY_NAMES

MONTHS: dict[str, int] = {name: number for number, name in enumerate(MONTH_NAMES, 1)} | {
    name[:3]: number for number, name in enumerate(MONTH_NAMES, 1)
}
MONTHS["sept"] = 9
MONTHS_SHORT = frozenset(name for name in MONTHS if len(name) <= 4) - {"may", "june", "july"}

WEEKDAYS: dict[str, int] = {name: number for number, name in enumerate(DAY_NAMES)} | {
    name[:3]: number for number, name in enumerate(DAY_NAMES)
}
WEEKDAYS |= {"tues": 1, "thur": 3, "thurs": 3}

HOLIDAYS: dict[str, tuple[int, int]] = {
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new years day": (1, 1),
    "new years eve": (12, 31),
    "valentines day": (2, 14),
    "halloween": (10, 31),
}
"""Month and day of the days that news in English calls by name, apostrophes left out."""

MOVABLE: frozenset[str] = frozenset(
    "easter good whit shrove pancake ash maundy palm black cyber super bloody holiday trinity".split()
)
"""What makes of a day of the week a feast or an event, which falls on other dates each year."""

SEASONS: dict[str, int] = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""First month of each season, northern hemisphere, as news in English uses them."""

ORDINALS: dict[str, int] = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}

SMALL_NUMBERS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty".split()
    )
} | {"a": 1, "an": 1, "couple": 2, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100}

DECADE_WORDS: dict[str, int] = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}

PARTS: dict[str, tuple[float, float]] = {
    "early": (0.0, 0.4),
    "start": (0.0, 0.34),
    "beginning": (0.0, 0.34),
    "mid": (0.3, 0.7),
    "middle": (0.3, 0.7),
    "late": (0.6, 1.0),
    "end": (0.66, 1.0),
}
"""Which stretch of a month, year or decade such a word means, as shares of its length."""

COUNTED_AFTER_YEAR: frozenset[str] = frozenset(
    "people persons workers jobs staff soldiers troops men women children students pupils homes "
    "houses residents "
    "miles mile km kilometres kilometers metres meters feet foot yards tonnes tons kg kilograms "
    "litres liters "
    "gallons barrels acres hectares dollars euros pounds yen yuan rupees pesos francs won percent "
    "megawatts mw gw "
    "degrees calories hours minutes seconds days weeks months years times points votes seats "
    "members employees "
    "patients cases deaths copies units vehicles cars planes flights passengers migrants refugees families "
    "million billion trillion thousand mph kph kmh kwh mwh gwh rpm cc ft lb lbs g mg ml cm mm "
    "square cubic".split()
)
"""After these a four-digit number counts something ("2000 people") and is no year."""

YEARLY_EVENTS: frozenset[str] = frozenset(
    "elections games olympics talks protests floods figures results accounts championships prices levels "
    "finals "
    "was has is polls primaries riots wildfires fires attacks awards rules reforms sanctions".split()
)
"""Words in s that follow a year without being counted by it ("2024 elections", "2019 was")."""
