"""Figures of the claim against figures of the passage: value, scale, unit, precision, direction."""

from __future__ import annotations

from claimcheck.evidence.stance.align import Pair
from claimcheck.evidence.stance.deeds import matched
from claimcheck.evidence.stance.model import Finding, Reason
from claimcheck.evidence.stance.reading import Reading
from claimcheck.extraction.clauses.events import Event
from claimcheck.extraction.clauses.words import Word, relate
from claimcheck.extraction.figures import Figure, compare_figures

_SHARE_TOLERANCE = 0.025
_CHANGING = frozenset("gain lose shed add pick_up".split())
_RANK = {"equal": 0, "compatible": 1, "different": 2, "incomparable": 3}


def check_quantities(pair: Pair) -> list[Finding]:
    """A finding for every figure of the claim that the passage does not state too."""
    findings = []
    for figure in pair.claim.figures:
        finding = _check(pair, figure)
        if finding:
            findings.append(finding)
    return findings


def _check(pair: Pair, figure: Figure) -> Finding | None:
    if figure.low != figure.high and _both_ends(pair, figure):
        return None
    best: tuple[int, float, Figure] | None = None
    for other in pair.passage.figures:
        verdict = compared(pair, figure, other)
        rank = (_RANK[verdict], -_nearness(pair, figure, other), other)
        if best is None or rank[:2] < best[:2]:
            best = rank
    if best is None or best[0] == 3:
        return None if _by_parts(pair, figure) else _unstated(pair, figure)
    elsewhere = _in_the_event(pair, figure, best[2]) if best[0] < 2 else None
    if elsewhere:
        return _differs(pair, figure, elsewhere, 2.0)
    if best[0] == 2:
        return _differs(pair, figure, best[2], -best[1])
    return _less_precise(pair, figure, best[2])


def _both_ends(pair: Pair, figure: Figure) -> bool:
    """Whether the passage gives both ends of a range apart ("to 15 per cent from 20 per cent")."""
    alike = [f for f in pair.passage.figures if f.dimension == figure.dimension and f.unit == figure.unit]
    single = {f.low for f in alike if f.low == f.high}
    return figure.dimension != "score" and {figure.low, figure.high} <= single


def _in_the_event(pair: Pair, figure: Figure, other: Figure) -> Figure | None:
    """Another figure in the very event, where the agreeing one belongs to another event."""
    for match in matched(pair):
        if (
            figure.dimension == "ordinal"
            or match.score < 0.8
            or match.relation not in ("same", "synonym", "derived")
        ):
            continue
        mine, its = _span(pair.claim, match.claim), _span(pair.passage, match.passage)
        if not _within(figure, mine) or _within(other, its):
            continue
        rivals = [
            f
            for f in pair.passage.figures
            if _within(f, its) and compared(pair, figure, f) == "different" and not _claimed(pair, f)
        ]
        if len(rivals) == 1 and rivals[0].noun:
            return rivals[0]
    return None


def _claimed(pair: Pair, other: Figure) -> bool:
    """Whether a figure of the passage is one of the claim's own."""
    return any(compared(pair, figure, other) == "equal" for figure in pair.claim.figures)


def _span(reading: Reading, event: Event) -> tuple[int, int]:
    words = [*event.subject, event.head, *event.objects]
    return reading.span(min(words), max(words))


def _within(figure: Figure, span: tuple[int, int]) -> bool:
    return span[0] <= figure.start and figure.end <= span[1]


def _both(pair: Pair, figure: Figure, other: Figure) -> str:
    return pair.claim.text[figure.start : figure.end] + pair.passage.text[other.start : other.end]


def compared(pair: Pair, figure: Figure, other: Figure) -> str:
    """As two figures compare; nouns that mean the same compare, and currencies differ."""
    if figure.dimension == other.dimension == "score" and "vote" in _both(pair, figure, other):
        return "equal" if (figure.low, figure.high) == (other.low, other.high) else "different"
    if "percent" in other.unit and other.low != other.high and _from(pair.passage, other):
        return _against_move(pair.claim, figure, other)
    verdict = str(compare_figures(figure, other))
    if verdict == "compatible" and _too_far(figure, other):
        return "different"
    if (
        verdict == "incomparable"
        and figure.dimension == other.dimension == "money"
        and figure.unit != other.unit
    ):
        return "different" if figure.low == other.low else verdict
    if verdict == "incomparable" and figure.dimension == other.dimension and figure.noun and other.noun:
        return _by_nouns(pair, figure, other)
    return verdict


def _from(reading: Reading, figure: Figure) -> bool:
    return (
        reading.text[: figure.start].rstrip().endswith("from")
        and reading.text[figure.start :][:40].count(" to ") > 0
    )


def _against_move(claim: Reading, figure: Figure, move: Figure) -> str:
    """A figure against "from 41 to 58 per cent": the way moved, in points or per cent, or where it ended."""
    if figure.low != figure.high:
        return "equal" if (figure.low, figure.high) == (move.low, move.high) else "different"
    way = abs(move.high - move.low)
    if figure.dimension == "percentage points":
        return "equal" if abs(figure.low - way) <= figure.step / 2 else "different"
    if figure.dimension != "percent":
        return "incomparable"
    before = claim.text[: figure.start].rstrip().rsplit(" ", 1)[-1]
    if before == "to":
        return "equal" if figure.low == move.high else "different"
    if before in ("at", "was", "is", "from", "stood") or not figure.change:
        return "equal" if figure.low in (move.low, move.high) else "different"
    share = 100 * way / move.low if move.low else 0.0
    return "equal" if abs(figure.low - share) <= max(figure.step, 1.0) else "different"


def _too_far(figure: Figure, other: Figure) -> bool:
    """Two exact figures in one unit are one only if one is the other rounded; five is not four."""
    if figure.unit != other.unit or "fraction" in (figure.dimension, other.dimension):
        return False
    if (
        figure.precision != "exact"
        or other.precision != "exact"
        or figure.low != figure.high
        or other.low != other.high
    ):
        return False
    return abs(figure.low - other.low) > max(figure.step, other.step) / 2 * (1 + 1e-9)


def _by_nouns(pair: Pair, figure: Figure, other: Figure) -> str:
    mine, its = _noun(pair.claim, figure), _noun(pair.passage, other)
    if mine is None or its is None or relate(mine, its) not in ("same", "synonym", "implied", "derived"):
        return "incomparable"
    bare = [_without_noun(f) for f in (figure, other)]
    return str(compare_figures(*bare))


def _without_noun(f: Figure) -> Figure:
    return Figure(
        f.start, f.end, f.low, f.high, f.unit, f.dimension, "", f.precision, f.change, f.step, f.per
    )


def _noun(reading: Reading, figure: Figure) -> Word | None:
    return next(
        (w for w in reading.words if w.start >= figure.end and figure.noun in (*w.lemmas, w.low)), None
    )


def _nearness(pair: Pair, figure: Figure, other: Figure) -> float:
    """How alike the words around the two figures are: shared content words within six of each."""
    mine = _around(pair.claim, figure)
    its = set(_around(pair.passage, other))
    hits = sum(1 for at in mine if any(m.strength and m.index in its for m in pair.matches.get(at, ())))
    noun = 1.0 if figure.noun and figure.noun == other.noun else 0.0
    return hits + noun


def _around(reading: Reading, figure: Figure) -> list[int]:
    inside = [at for at, w in enumerate(reading.words) if figure.start <= w.start < figure.end]
    if not inside:
        return []
    sentence = reading.sentence_of[inside[0]]
    low, high = inside[0] - 8, inside[-1] + 8
    return [
        at
        for at in range(max(0, low), min(len(reading.words), high + 1))
        if reading.sentence_of[at] == sentence
    ]


def figure_text(reading: Reading, figure: Figure) -> str:
    """A figure as an editor reads it: precision, value, unit and what is counted."""
    words = {"about": "about ", "more than": "more than ", "at least": "at least ", "less than": "less than "}
    shown = words.get(figure.precision, f"{figure.precision} " if figure.precision != "exact" else "")
    body = reading.text[figure.start : figure.end]
    noun = f" {_plural(reading, figure)}" if figure.noun and not figure.unit else ""
    return f"{shown}{body}{noun}"


_PEOPLE = {"person": "people", "child": "children", "man": "men", "woman": "women"}
"""Nouns whose plural a figure is read with, where the text's own word is not found again by its singular."""


def _plural(reading: Reading, figure: Figure) -> str:
    word = _noun(reading, figure)
    if word is not None:
        return word.text
    return figure.noun if figure.low == figure.high == 1 else _PEOPLE.get(figure.noun, figure.noun)


def _differs(pair: Pair, figure: Figure, other: Figure, nearness: float) -> Finding:
    reason = Reason(
        f"source: {figure_text(pair.passage, other)}; article: {figure_text(pair.claim, figure)}",
        (figure.start, figure.end),
        (other.start, other.end),
    )
    around = [at for at in _around(pair.claim, figure) if at in pair.matches]
    same_noun = bool(figure.noun and other.noun) or figure.dimension not in ("count", "duration", "ordinal")
    at = next((i for i, w in enumerate(pair.passage.words) if w.start >= other.start), 0)
    if abs(pair.passage.sentence_of[at] - pair.focus) > 1 or _left_open(pair, figure, other):
        return Finding("gap", "quantity", 0.5, reason)
    share = nearness / max(1, len(around))
    sure = share >= 0.4 or (same_noun and pair.near >= 0.5)
    return Finding("contradiction" if sure else "gap", "quantity", 0.9 if sure else 0.5, reason)


def _left_open(pair: Pair, figure: Figure, other: Figure) -> bool:
    """Whether the passage is only less exact ("more than 400" against 400), or counts another thing."""
    vague = other.precision != "exact" and figure.precision == "exact" and figure.low == other.low
    return vague or _other_change(pair, figure, other)


def _other_change(pair: Pair, figure: Figure, other: Figure) -> bool:
    """Whether the claim says how much was gained or lost, and the other figure is of another event."""
    events = [e for e in pair.claim.events if _within(figure, _span(pair.claim, e))]
    if not any(pair.claim.words[e.head].lemmas[0] in _CHANGING for e in events):
        return False
    answers = [m.passage for m in matched(pair) if m.claim in events]
    return not any(_within(other, _span(pair.passage, event)) for event in answers)


def _less_precise(pair: Pair, figure: Figure, other: Figure) -> Finding | None:
    """A passage that is vaguer than the claim does not state the claim's figure: "up to 80" is not "80"."""
    vague = other.precision in ("more than", "at least", "less than", "at most", "about", "nearly")
    tight = figure.precision == "exact" and (figure.low != other.low or other.precision == "at most")
    if not (vague and tight):
        return None
    ours, theirs = figure_text(pair.claim, figure), figure_text(pair.passage, other)
    text = f"not covered: {ours}; the source says only {theirs}"
    return Finding("gap", "quantity", 0.7, Reason(text, (figure.start, figure.end), (other.start, other.end)))


def _by_parts(pair: Pair, figure: Figure) -> bool:
    """Whether a share of the claim is "160 of 320" in the passage."""
    share = _share(figure)
    counts = [f for f in pair.passage.figures if f.dimension == "count"]
    if share is None:
        return False
    return any(
        part is not whole
        and 0 < part.low <= whole.low
        and abs(part.low / whole.low - share) <= _SHARE_TOLERANCE
        for part in counts
        for whole in counts
    )


def _share(figure: Figure) -> float | None:
    if figure.dimension == "percent":
        return figure.low / 100
    return figure.low if figure.dimension in ("fraction", "ratio") else None


def _unstated(pair: Pair, figure: Figure) -> Finding | None:
    if figure.dimension == "multiple":
        return None  # "doubled" is compared as a verb
    text = f"not covered: {figure_text(pair.claim, figure)}"
    return Finding("gap", "quantity", 0.8, Reason(text, (figure.start, figure.end)))
