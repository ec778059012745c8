"""The words figures are made of. Plain data."""

from __future__ import annotations

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
ONES: dict[str, int] = {word: value for value, word in enumerate(_ONES)}
TENS: dict[str, int] = dict(
    zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)
)
SCALES: dict[str, float] = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "lakhs": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "crores": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "quadrillion": 1e15,
}
SHORT_SCALES: dict[str, float] = {
    "k": 1e3,
    "mn": 1e6,
    "mln": 1e6,
    "mil": 1e6,
    "mio": 1e6,
    "mrd": 1e9,
    "bn": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "trn": 1e12,
    "cr": 1e7,
}
LETTER_SCALES: dict[str, float] = {"m": 1e6, "b": 1e9, "t": 1e12, "M": 1e6, "B": 1e9, "T": 1e12, "K": 1e3}
"""Letters that scale only beside a currency, or in capitals right after the digits."""

VAGUE: dict[str, tuple[float, float]] = {
    "dozens": (24, 199),
    "scores": (40, 199),
    "hundreds": (200, 1999),
    "thousands": (2_000, 99_999),
    "millions": (2e6, 9.9e7),
    "billions": (2e9, 9.9e10),
    "trillions": (2e12, 9.9e13),
}
"""What an uncounted plural leaves open, generously: a bare "hundreds" may be 1,500."""
VAGUE_TENS: dict[str, float] = {"tens": 10, "hundreds": 100}

GLYPHS: dict[str, float] = {
    "½": 1 / 2,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅕": 1 / 5,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
    "⅞": 7 / 8,
}
DENOMINATORS: dict[str, int] = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twelfth": 12,
    "twentieth": 20,
    "hundredth": 100,
    "thousandth": 1000,
}
ORDINALS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "hundredth": 100, "thousandth": 1000}

PRECISION: dict[tuple[str, ...], str] = {
    tuple(phrase.split()): kind
    for kind, phrases in {
        "more than": "more than|over|above|upwards of|in excess of|exceeding|north of|greater than|just over|"
        "well over|better than|exceeded|exceeds|topped|surpassed|beyond|slightly more than|slightly over",
        "at least": "at least|no fewer than|no less than|not less than|not fewer than|minimum of|a "
        "minimum|minimum",
        "less than": "less than|fewer than|under|below|lower than|short of|south of",
        "at most": "at most|no more than|not more than|up to|as many as|as much as|maximum of|a "
        "maximum|maximum|"
        "capped at|at the most|no greater than|no higher than",
        "nearly": "nearly|almost|just under|"
        "just short of|just below|approaching|not quite|just shy of|virtually",
        "about": "about|around|approximately|approx|roughly|some|circa|ca|estimated|an estimated|close to|"
        "in the region of|in the order of|in the neighbourhood of|or about|something like|more or less|~|≈|"
        "perhaps|maybe",
    }.items()
    for phrase in phrases.split("|")
}
"""Words before a figure that widen it, longest first wins."""

UP = frozenset(
    "rose rise rises risen rising increased increase increases increasing grew grow grows grown "
    "growing growth climbed climb "
    "climbs climbing jumped jump jumps jumping surged surge surges soared soar gained gain gains "
    "up raised raise "
    "raising swelled expanded expansion added higher hike rallied advanced leapt uptick uplift".split()
)
DOWN = frozenset(
    "fell fall falls fallen falling dropped drop drops dropping declined decline declines "
    "declining decreased "
    "decrease decreases decreasing cut cuts cutting reduced reduce reduces reduction reducing lost "
    "down plunged "
    "plunge plunges slumped slump shrank shrink shrunk slipped slip sank slid lowered lower "
    "tumbled dipped dip "
    "shed contracted contraction slashed slashing plummeted".split()
)
MORE = frozenset({"more", "higher", "larger", "bigger", "greater", "longer", "faster", "up"})
LESS = frozenset({"less", "fewer", "lower", "smaller", "cheaper", "shorter", "slower", "down", "off"})

MULTIPLES: dict[str, float] = {
    "doubled": 2,
    "doubling": 2,
    "doubles": 2,
    "tripled": 3,
    "tripling": 3,
    "triples": 3,
    "trebled": 3,
    "trebling": 3,
    "quadrupled": 4,
    "quadrupling": 4,
    "quintupled": 5,
    "halved": 0.5,
    "halving": 0.5,
}
BARE_MULTIPLES: dict[str, float] = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4, "halve": 0.5}
FOLDS: dict[str, int] = {f"{word}fold": value for word, value in ONES.items() if value > 1}

DESIGNATORS = frozenset(
    "article articles section sections chapter boeing airbus flight no number nos page pages room "
    "grade level phase "
    "category type class route highway motorway channel formula apollo resolution clause rule line "
    "stage unit "
    "platform gate tier act bill proposition prop amendment table figure fig part volume vol "
    "version windows iphone "
    "area district junction exit paragraph para verse psalm step title schedule annex appendix "
    "footnote note lot "
    "ward precinct sector zone interstate stream group pier hangar chapel battalion brigade division windows "
    "playstation falcon soyuz kepler agenda catch studio radio bbc itv form sample case question "
    "exhibit item week "
    "mark model series season episode euro u".split()
)
"""A number right after one of these is a name, not a quantity."""
MARKET_INDEXES = frozenset("ftse cac nikkei nasdaq stoxx topix russell fortune".split())
TITLED_DESIGNATORS = frozenset(
    "band flat apartment suite bay berth dock court cell terminal lane heat round day wave tour chapter "
    "game race plan option".split()
)
"""The same where they begin with a capital ("a Band 6 nurse", "Terminal 5")."""
NAME_NUMBERS = frozenset({"formula one", "air force one", "big ten", "catch twenty", "fortune five"})

STREET = frozenset(
    "street st road rd avenue ave lane ln drive boulevard blvd square place court terrace crescent "
    "close downing "
    "broadway way highway parkway quay mews grove gardens".split()
)

FUNCTION_WORDS = frozenset(
    "a an the of in on at by for with to from as and or but nor so yet if than then that this "
    "these those which who "
    "whom whose what when where why how is are was were be been being am has have had do does did "
    "will would can "
    "could may might must shall should not no it its he she they them his her their him we us our "
    "you your i me my "
    "said says say told while after before since until during over under into onto out up down off "
    "about against "
    "between among through because although though however per each every all any some more most "
    "less least such "
    "only also even just still already now there here away apart ago earlier later last next behind "
    "ahead too again once yesterday today tomorrow tonight worldwide nationwide overall back again "
    "across near "
    "both either neither around via despite amid within without toward towards upon like unlike".split()
)
PLURALS: dict[str, str] = {
    "people": "person",
    "persons": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "policemen": "policeman",
    "policewomen": "policewoman",
    "fishermen": "fisherman",
    "firemen": "fireman",
    "servicemen": "serviceman",
    "gunmen": "gunman",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "geese": "goose",
    "lives": "life",
    "wives": "wife",
    "wolves": "wolf",
    "knives": "knife",
    "thieves": "thief",
    "leaves": "leaf",
    "loaves": "loaf",
    "halves": "half",
    "crises": "crisis",
    "analyses": "analysis",
    "bases": "base",
    "cases": "case",
    "houses": "house",
    "buses": "bus",
    "viruses": "virus",
    "movies": "movie",
    "ties": "tie",
    "shoes": "shoe",
    "media": "medium",
    "criteria": "criterion",
    "data": "data",
    "staff": "staff",
    "police": "police",
    "troops": "troop",
    "personnel": "personnel",
    "cattle": "cattle",
    "sheep": "sheep",
    "fish": "fish",
    "aircraft": "aircraft",
    "species": "species",
    "series": "series",
    "offspring": "offspring",
    "dead": "dead",
    "injured": "injured",
    "wounded": "wounded",
    "missing": "missing",
    "killed": "killed",
    "homeless": "homeless",
    "unemployed": "unemployed",
    "spacecraft": "spacecraft",
    "youth": "youth",
    "salmon": "salmon",
    "deer": "deer",
}
"""Plurals that do not end in a plain s, and singulars that stand for many."""
STANDING_FOR_PEOPLE = frozenset(
    {
        "dead",
        "injured",
        "wounded",
        "missing",
        "killed",
        "homeless",
        "unemployed",
        "police",
        "staff",
        "data",
        "youth",
    }
)
"""Words that are the noun counted only where no plural follows: "25 wounded", "25 wounded people"."""
PREMODIFIERS = frozenset(
    "new old young local national foreign senior junior former other further additional different "
    "separate major "
    "big small large little great good bad high low long short full whole main key top more single extra"
    " news consecutive straight previous successive public private free human armed elderly female "
    "male".split()
)
NOT_NOUNS = frozenset(
    "news plus minus vs versus was is has as this his its does us yes perhaps always "
    "sometimes besides towards "
    "afterwards thus versus less across unless years' increases rises falls drops declines says "
    "goes takes comes".split()
)
"""Words in s that are no plural nouns."""
