"""Near copies, word by word: what one sentence has in the place of the other's words."""

from __future__ import annotations

import re

from claimcheck.evidence.stance.align import Pair
from claimcheck.evidence.stance.copies import Change
from claimcheck.evidence.stance.model import Finding, Reason
from claimcheck.evidence.stance.phrases import ranked_apart
from claimcheck.evidence.stance.quantifiers import CONTRARY, LEVELS
from claimcheck.evidence.stance.quantities import figure_text
from claimcheck.evidence.stance.reading import Reading
from claimcheck.extraction.clauses.governors import HEDGES, POSSIBILITY
from claimcheck.extraction.clauses.names import TITLES, Name, compare_names, in_initials, spelt_alike
from claimcheck.extraction.clauses.tags import CALENDAR
from claimcheck.extraction.clauses.words import Word, relate
from claimcheck.extraction.dates import DateMention, dates_agree
from claimcheck.extraction.figures import Figure, compare_figures

_STRONG_MODALS = frozenset("will would shall must is are was were has have had".split())
_NUMBER = re.compile(r"\d{1,9}(?:,\d{3})*(?:\.\d{1,9})?")
_DEPUTIES = frozenset("deputy vice acting former ex interim".split())
_SMALL = "zero one two three four five six seven eight nine ten eleven twelve".split()
_PAST = frozenset("used was were until formerly previously".split())
_TEMPORAL = frozenset("before after".split())


def check_wording(pair: Pair) -> list[Finding]:
    """Findings on what a near copy replaces, adds or leaves out."""
    if pair.copy is None:
        return []
    findings: list[Finding] = []
    for change in pair.copy.changes:
        if change.ours and change.theirs:
            finding = _replaced(pair, change)
        else:
            finding = _one_sided(pair, change)
        if finding:
            findings.append(finding)
    return findings


def _one_sided(pair: Pair, change: Change) -> Finding | None:
    """A negation or hedge that only one of the two has."""
    reading = pair.claim if change.ours else pair.passage
    words = change.ours or change.theirs
    lows = [reading.words[at].low for at in words]
    if len(words) > 3:
        return None
    if _aside(reading, words):
        return None
    if (
        any(low in ("not", "n't", "never") for low in lows)
        and "only" not in lows
        and _of_a_verb(reading, words)
        and _mere(reading, words)
    ):
        text = f"“{reading.phrase(words)}” stands only in the {'article' if change.ours else 'source'}"
        span = reading.span(words[0], words[-1])
        spans = (span, None) if change.ours else (None, span)
        return Finding("contradiction", "negation", 0.8, Reason(text, *spans))
    if lows[0] in ("former", "ex") and _PAST & {
        word.low for word in (pair.passage if change.ours else pair.claim).words
    }:
        return None
    if len(words) == 1 and lows[0] in _DEPUTIES and not _elsewhere(pair, change, lows[0]):
        text = f"“{reading.phrase(words)}” stands only in the {'article' if change.ours else 'source'}"
        span = reading.span(words[0], words[0])
        spans = (span, None) if change.ours else (None, span)
        return Finding("contradiction", "title", 0.7, Reason(text, *spans))
    hedged = [
        at for at in change.theirs if pair.passage.words[at].low in HEDGES and pair.passage.tags[at] != "name"
    ]
    if hedged:
        text = f"the source only says “{reading.phrase(words)}”"
        return Finding("gap", "modality", 0.85, Reason(text, None, reading.span(words[0], words[-1])))
    return None


def _mere(reading: Reading, words: tuple[int, ...]) -> bool:
    """Whether only auxiliaries stand beside a negation: "was not arson" leaves out more than "not"."""
    return all(reading.tags[at] in ("not", "aux", "modal", "adv", "pron") for at in words)


def _of_a_verb(reading: Reading, words: tuple[int, ...]) -> bool:
    """Whether a negation stands among the words of a verb: "Not the nave but the tower" denies no deed."""
    near = (words[0] - 1, *words, words[-1] + 1)
    tags = [reading.tags[at] for at in near if 0 <= at < len(reading.tags)]
    return any(tag in ("aux", "modal", "verb", "part", "ing", "to", "adj") for tag in tags)


def _aside(reading: Reading, words: tuple[int, ...]) -> bool:
    """Whether words stand between commas, where a "not" denies no verb: "Holm, not Tarn, won"."""
    before, after = words[0] - 1, words[-1] + 1
    return (
        before >= 0
        and after < len(reading.words)
        and {reading.words[before].low, reading.words[after].low} == {","}
    )


def _elsewhere(pair: Pair, change: Change, low: str) -> bool:
    """Whether the other text has the word too, in another place."""
    other = pair.passage if change.ours else pair.claim
    return any(word.low == low for word in other.words)


def _replaced(pair: Pair, change: Change) -> Finding | None:
    if len(change.ours) > 5 or len(change.theirs) > 5:
        return None
    if _tells(pair.passage, change.theirs) and not _tells(pair.claim, change.ours):
        return None  # another clause stands there: "Ibsen was present at the premiere"
    kind = _kind(pair, change)
    if kind is None:
        return None
    mine, its = pair.claim.phrase(change.ours), pair.passage.phrase(change.theirs)
    spans = (
        pair.claim.span(change.ours[0], change.ours[-1]),
        pair.passage.span(change.theirs[0], change.theirs[-1]),
    )
    figures = _figures(pair.claim, change.ours), _figures(pair.passage, change.theirs)
    if kind == "quantity" and figures[0] and figures[1]:
        mine, its = figure_text(pair.claim, figures[0][0]), figure_text(pair.passage, figures[1][0])
        spans = (figures[0][0].start, figures[0][0].end), (figures[1][0].start, figures[1][0].end)
    if kind == "weaker":
        return Finding(
            "gap", "modality", 0.85, Reason(f"the source only says “{its}”; the article “{mine}”", *spans)
        )
    if kind == "alike":
        return Finding("gap", "name", 0.6, Reason(f"source: {its}; article: {mine}", *spans))
    if kind == "vaguer":
        return Finding("gap", "name", 0.8, Reason(f"not covered: {mine}; the source says only {its}", *spans))
    return Finding("contradiction", kind, 0.92, Reason(f"source: {its}; article: {mine}", *spans))


def _tells(reading: Reading, words: tuple[int, ...]) -> bool:
    """Whether some words have a name and a finite verb behind it."""
    tags = [reading.tags[at] for at in words]
    return "name" in tags and any(tag in ("aux", "modal", "verb") for tag in tags[tags.index("name") :])


def _kind(pair: Pair, change: Change) -> str | None:
    """What kind of fact the replaced words change; None where they say the same or it cannot be told."""
    figures = _figures(pair.claim, change.ours), _figures(pair.passage, change.theirs)
    if figures[0] and figures[1]:
        return _numbers(pair, change, *figures)
    dates = _dates(pair.claim, change.ours), _dates(pair.passage, change.theirs)
    if dates[0] and dates[1]:
        agreed = {dates_agree(a, b) for a in dates[0] for b in dates[1]}
        if "equal" in agreed:
            return None
        if "compatible" in agreed:  # "until 1993" and "until 1995" overlap, and yet are not one date
            alike = {d.granularity for d in dates[0]} == {d.granularity for d in dates[1]}
            return "date" if alike and _plain_numbers(pair, change) else None
    if _plain_numbers(pair, change):
        return "quantity"
    ours = [pair.claim.words[at] for at in change.ours]
    theirs = [pair.passage.words[at] for at in change.theirs]
    calendar = [{w.low for w in side} & CALENDAR for side in (ours, theirs)]
    if calendar[0] and calendar[1] and not calendar[0] & calendar[1]:
        return "date"
    names = _name_at(pair.claim, change.ours), _name_at(pair.passage, change.theirs)
    if names[0] and names[1]:
        return _named(pair, change, names[0], names[1])
    if any(w.low in _STRONG_MODALS for w in ours) and any(w.low in POSSIBILITY | HEDGES for w in theirs):
        return "weaker"
    if {w.low for w in ours} & _TEMPORAL and {w.low for w in theirs} & _TEMPORAL:
        return "order"
    relations = {relate(a, b) for a in ours for b in theirs}
    if _amounts(ours, theirs):
        return "quantifier"
    if relations & {"opposite", "same", "synonym"}:
        opposed = "opposite" in relations and not relations & {"same", "synonym"}
        denied = [
            any(w.lemmas[0] in ("not", "never", "no_longer", "fail") for w in side) for side in (ours, theirs)
        ]
        kind = "negation" if any(denied) else "contrast"
        return kind if (opposed + denied[0] + denied[1]) % 2 else None
    subject = any(change.ours[0] in event.subject for event in pair.claim.events)
    if subject and pair.claim.tags[change.ours[0]] == "noun":
        return None  # wheat for rice: the passage speaks of another thing
    if "exclusive" in relations and len(ours) == len(theirs) == 1:
        return "contrast"
    return None


def _named(pair: Pair, change: Change, ours: Name, theirs: Name) -> str | None:
    """:func:`_kind` where both sides are names, or belong to one."""
    kinship = compare_names(ours, theirs)
    if kinship == "unrelated" and _in_a_place(pair.claim, ours) and _in_a_place(pair.passage, theirs):
        kinship = "around"  # one of the two is in no list: it may lie in the other
    if kinship == "same" and not ours.places:
        kinship = "rival" if _other_words(pair, change) else kinship
    ranked = ranked_apart(pair, range(len(pair.passage.words)))
    if kinship == "rival" and (ranked or spelt_alike(ours, theirs)):
        return "alike"
    return {"rival": "name", "unrelated": "name", "around": "vaguer"}.get(kinship)


def _in_a_place(reading: Reading, name: Name) -> bool:
    """Whether a name stands behind a preposition of place."""
    return name.start > 0 and reading.words[name.start - 1].low in ("in", "near", "at", "outside", "around")


def _dates(reading: Reading, words: tuple[int, ...]) -> list[DateMention]:
    return [d for d in reading.dates if any(d.start <= reading.words[at].start < d.end for at in words)]


def _plain_numbers(pair: Pair, change: Change) -> bool:
    """Whether numbers that are no quantities (a year, a version, a model) differ."""
    sides = [
        [value for at in side if (value := _value(reading.words[at].low)) is not None]
        for reading, side in ((pair.claim, change.ours), (pair.passage, change.theirs))
    ]
    return bool(sides[0] and sides[1]) and not set(sides[0]) & set(sides[1])


def _value(low: str) -> float | None:
    if low in _SMALL:
        return float(_SMALL.index(low))
    return float(low.replace(",", "")) if _NUMBER.fullmatch(low) else None


def _amounts(ours: list[Word], theirs: list[Word]) -> bool:
    if any(word.low in ("least", "fewer", "less") for word in theirs):
        return False  # "at least one" may be both
    levels = [{LEVELS[w.low] for w in side if w.low in LEVELS} for side in (ours, theirs)]
    return any((a, b) in CONTRARY for a in levels[0] for b in levels[1])


def _other_words(pair: Pair, change: Change) -> bool:
    """Whether both sides of a change within one name are names, and not short forms or titles."""
    ours, theirs = (
        [low for at in side if reading.tags[at] == "name" and (low := reading.words[at].low) not in TITLES]
        for reading, side in ((pair.claim, change.ours), (pair.passage, change.theirs))
    )
    if not ours or not theirs or in_initials(ours, theirs):
        return False
    return not any(a.startswith(b[:3]) for a in ours for b in theirs)


def _figures(reading: Reading, words: tuple[int, ...]) -> list[Figure]:
    return [
        f
        for f in reading.figures
        if any(f.start <= reading.words[at].start < f.end and reading.tags[at] == "num" for at in words)
    ]


def _numbers(pair: Pair, change: Change, ours: list[Figure], theirs: list[Figure]) -> str | None:
    if any("percent" in b.unit and b.low != b.high for b in theirs):
        return None  # "from 41 to 58 per cent" is compared as a way moved
    if any(_same_figure(a, b) for a in ours for b in theirs):
        return None
    within = any(
        a.low == a.high and b.low <= a.low <= b.high and b.low < b.high for a in ours for b in theirs
    )
    return "vaguer" if within else "quantity"


def _same_figure(a: Figure, b: Figure) -> bool:
    """In one and the same place only rounding and another way of writing make two figures one."""
    verdict = compare_figures(a, b)
    if (a.low != a.high or b.low != b.high) and a.dimension == b.dimension:
        return (a.low, a.high) == (b.low, b.high)
    if verdict == "equal" or (a.precision != b.precision and verdict == "compatible"):
        return True
    return verdict == "compatible" and abs(a.low - b.low) <= max(a.step, b.step, 0.05 * abs(a.low))


def _name_at(reading: Reading, words: tuple[int, ...]) -> Name | None:
    """The name some replaced words make up or belong to."""
    inside = [name for name in reading.names if any(name.start <= at < name.end for at in words)]
    return inside[0] if len(inside) == 1 else None
