"""The same deed in other words with one thing different: a figure, a day, a name, whether it was done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from claimcheck.evidence.stance.align import Pair, is_copula
from claimcheck.evidence.stance.denials import unlimited
from claimcheck.evidence.stance.differing import other_numbered
from claimcheck.evidence.stance.manner import manner_denied
from claimcheck.evidence.stance.model import Finding, Reason
from claimcheck.evidence.stance.phrases import core, head, places, ranked_apart
from claimcheck.evidence.stance.quantities import compared, figure_text
from claimcheck.evidence.stance.reading import Reading
from claimcheck.evidence.stance.reckoning import MOST_FIGURES, is_part
from claimcheck.evidence.stance.retelling.answering import GENERIC, POSITIVE, Answer, answers
from claimcheck.evidence.stance.retelling.matching import same_date, within
from claimcheck.evidence.stance.retelling.tellings import Telling, find_tellings
from claimcheck.extraction.clauses.names import Name, compare_names
from claimcheck.extraction.clauses.words import profile_of
from claimcheck.extraction.dates import DateMention, dates_agree
from claimcheck.extraction.figures import Figure

WEIGHT = 0.8
LEAST_TOLD = 2
"""Words and names besides what differs that the two must have in common."""
MOST_ANSWERS = 3
"""Deeds of the passage, the likeliest first, that are held against one of the claim."""
_LEANING = frozenset(
    "than other another only again still already yet more less fewer most some part few also else both "
    "before no_longer until since".split()
)
"""Words that make a claim lean on a second thing or moment."""
_ONCE = frozenset(
    "open close found build die bear begin end sign elect appoint resign publish destroy burn sink "
    "collapse crash return ordain retire arrive leave introduce finish kill sell buy arrest sentence "
    "convict acquit discover invent divorce marry dissolve abolish release inaugurate demolish launch "
    "reopen bury adopt enter swear_in explode drown escape steal rename merge stop".split()
)
"""What a thing does, or has done to it, once."""
_EXCLUSIVE = frozenset(
    "restore renovate translate edit illustrate film conduct win make build discover write design found "
    "elect appoint choose direct compose own invent paint kill beat create commission buy sell score lead "
    "head chair be".split()
)
"""What of one thing only one does."""


def differing(pair: Pair, statements: list[Telling]) -> Finding | None:
    """A contradiction where the passage tells a deed of the claim with one thing different, else None."""
    if any(word.low in _LEANING for word in pair.claim.words) or not statements:
        return None
    if other_numbered(pair.claim.text, pair.passage.text):
        return None
    tellings = find_tellings(pair.passage)
    for one in statements:
        if one.mood != "fact":
            continue
        group = sorted(answers(pair, one, tellings), key=lambda a: -a.score)
        for answer in group[:MOST_ANSWERS]:
            found = _one_thing(pair, answer, group)
            if found is not None:
                return found
    return None


def _one_thing(pair: Pair, answer: Answer, others: Sequence[Answer]) -> Finding | None:
    """What differs, where just one thing does and all else is told."""
    theirs = answer.passage
    if (
        any(not _nearby(pair, at, answer) for at in answer.missing)
        or theirs.mood != "fact"
        or answer.told < LEAST_TOLD
    ):
        return None
    if theirs.event is not None and theirs.event.reporter >= 0 and not theirs.event.factive:
        return None
    found = [
        *_figures(pair, answer),
        *_dates(pair, answer),
        *_names(pair, answer),
        *_sides(pair, answer, others),
        *_swapped(pair, answer),
    ]
    if len(found) != 1 or found[0] is None:
        return None
    return found[0]


def _nearby(pair: Pair, at: int, answer: Answer) -> bool:
    """Whether a mere qualifier of the claim stands elsewhere in the sentence of the deed."""
    sentence = pair.passage.sentence_of[answer.passage.at]
    qualifies = at + 1 < len(pair.claim.tags) and pair.claim.tags[at + 1] in ("noun", "name")
    return qualifies and any(pair.passage.sentence_of[there] == sentence for there in places(pair, at))


def _figures(pair: Pair, answer: Answer) -> Iterator[Finding | None]:
    """Figures of the claim's deed that the passage's has not; None for one that has no rival."""
    reading = pair.passage
    theirs = [f for f in reading.figures if within(reading, f.start, answer.reach)]
    for figure in pair.claim.figures:
        if not within(pair.claim, figure.start, answer.claim.domain) or figure.dimension == "multiple":
            continue
        if answer.claim.negative and figure.low == 1:
            continue  # "not one"
        if any(compared(pair, figure, other) in ("equal", "compatible") for other in theirs):
            continue
        rivals = [
            f for f in theirs if within(reading, f.start, answer.passage.domain) and _rival(pair, figure, f)
        ]
        yield _contrary_figure(pair, figure, rivals[0]) if len(rivals) == 1 else None


def _rival(pair: Pair, figure: Figure, other: Figure) -> bool:
    if compared(pair, figure, other) != "different" or other.low != other.high:
        return False
    vague = other.precision != "exact" and figure.low == other.low
    parts = is_part(pair.claim, figure) == is_part(pair.passage, other)
    return parts and not vague and not _follows(pair.passage, figure)


def _follows(passage: Reading, figure: Figure) -> bool:
    """Whether a figure is the sum or difference of two of its measure, or what is left of a share."""
    alike = [
        f for f in passage.figures[:MOST_FIGURES] if (f.dimension, f.unit) == (figure.dimension, figure.unit)
    ]
    values = [f.low for f in alike]
    sums = {v for one, other in combinations(values, 2) for v in (one + other, abs(one - other))}
    left = {100 - v for v in values} if figure.dimension == "percent" else set()
    return any(abs(figure.low - value) <= figure.step / 2 for value in sums | left)


def _contrary_figure(pair: Pair, figure: Figure, other: Figure) -> Finding:
    text = f"source: {figure_text(pair.passage, other)}; article: {figure_text(pair.claim, figure)}"
    return _contrary("quantity", text, (figure.start, figure.end), (other.start, other.end))


def _contrary(check: str, text: str, ours: tuple[int, int], theirs: tuple[int, int]) -> Finding:
    return Finding("contradiction", check, WEIGHT, Reason(text, ours, theirs))


def _dates(pair: Pair, answer: Answer) -> Iterator[Finding | None]:
    """Dates of the claim's deed that the passage's has not; of what is done once, another day denies it."""
    reading = pair.passage
    theirs = [d for d in reading.dates if within(reading, d.start, answer.reach)]
    for mention in pair.claim.dates:
        if not within(pair.claim, mention.start, answer.claim.domain):
            continue
        if any(same_date(pair, mention, other) for other in theirs):
            continue
        own = [d for d in theirs if within(reading, d.start, answer.passage.domain)]
        rivals = [d for d in own if _other_day(mention, d) and not _claimed(pair, d)]
        once = _once(pair, answer) and len(rivals) == 1
        yield _contrary_date(pair, mention, rivals[0]) if once else None


def _claimed(pair: Pair, other: DateMention) -> bool:
    """Whether a date of the passage is one of the claim's own."""
    return any(dates_agree(mention, other) == "equal" for mention in pair.claim.dates)


def _other_day(mention: DateMention, other: DateMention) -> bool:
    return mention.granularity == other.granularity and dates_agree(mention, other) == "different"


def _contrary_date(pair: Pair, mention: DateMention, other: DateMention) -> Finding:
    spans = (mention.start, mention.end), (other.start, other.end)
    text = f"source: {pair.passage.text[slice(*spans[1])]}; article: {pair.claim.text[slice(*spans[0])]}"
    return _contrary("date", text, *spans)


def _once(pair: Pair, answer: Answer) -> bool:
    """Whether the claim's deed is of a kind that happens once, and counts nothing."""
    counted = any(within(pair.claim, f.start, answer.claim.domain) for f in pair.claim.figures)
    return not counted and _is(pair.claim, answer.claim, _ONCE)


def _is(reading: Reading, telling: Telling, verbs: frozenset[str]) -> bool:
    """Whether a deed, or the verb it hangs on, is one of some verbs or says the same as one."""
    chain = telling.event.chain if telling.event and not telling.noun else ()
    words = [reading.words[at] for at in (telling.at, *chain)]
    return any(not verbs.isdisjoint(profile_of(word.lemmas, word.low).groups) for word in words)


def _names(pair: Pair, answer: Answer) -> Iterator[Finding | None]:
    """Names of the claim's deed that the passage's has not; a rival in the same part denies it."""
    ranked = ranked_apart(pair, answer.passage.domain)
    for name in answer.absent:
        rivals = [r for r in _same_part(pair, answer, name) if _other_than_all(pair, name, r)]
        rival = rivals[0] if len(rivals) == 1 and not ranked and _one_only(pair, answer) else None
        if rival is None:
            yield None
            continue
        spans = pair.claim.span(name.start, name.end - 1), pair.passage.span(rival.start, rival.end - 1)
        text = f"source: {pair.passage.text[slice(*spans[1])]}; article: {pair.claim.text[slice(*spans[0])]}"
        yield _contrary("name", text, *spans)


def _other_than_all(pair: Pair, name: Name, rival: Name) -> bool:
    """Whether a name of the passage is another than one of the claim's, and none of its other ones."""
    own = any(compare_names(other, rival) in ("same", "within") for other in pair.claim.names)
    return not own and compare_names(name, rival) == "rival"


def _one_only(pair: Pair, answer: Answer) -> bool:
    if answer.claim.event is not None and is_copula(pair.claim, answer.claim.event):
        return True
    first = min(answer.claim.undergoers, default=-1)
    if first >= 0 and pair.claim.words[first].low in ("a", "an"):
        return False  # of vineyards there are many
    return _is(pair.claim, answer.claim, _EXCLUSIVE | _ONCE)


def _same_part(pair: Pair, answer: Answer, name: Name) -> Iterator[Name]:
    """The names that play the part in the passage's deed which a name plays in the claim's."""
    ours, theirs = answer.claim, answer.passage
    yield from _same_place(pair, answer, name)
    yield from _same_office(pair, answer)
    parties = ((ours.doers, theirs.doers), (ours.undergoers, theirs.undergoers))
    for mine, its in parties:
        if head(pair.claim, sorted(mine)) not in range(name.start, name.end):
            continue
        heads = core(pair.passage, sorted(its))
        for other in pair.passage.names:
            inside = heads & set(range(other.start, other.end))
            if inside:
                yield other


def _same_office(pair: Pair, answer: Answer) -> Iterator[Name]:
    """Who is what the claim says somebody is, where only one can be ("the region's largest employer")."""
    ours, theirs = answer.claim, answer.passage
    if not (ours.bare and theirs.bare and ours.event and theirs.event) or theirs.noun:
        return
    if not is_copula(pair.claim, ours.event) or not is_copula(pair.passage, theirs.event):
        return
    told = [at for at in ours.domain if pair.claim.words[at].low in _SOLE or _superlative(pair, at)]
    if told and not places(pair, ours.at).isdisjoint(theirs.domain):
        yield from (other for other in pair.passage.names if other.start in theirs.undergoers | theirs.doers)


def _superlative(pair: Pair, at: int) -> bool:
    """ "Largest", and no guest or forest."""
    return pair.claim.tags[at] == "adj" and pair.claim.words[at].low.endswith("est")


_SOLE = frozenset("largest oldest biggest first last capital president mayor chairman only".split())


def _same_place(pair: Pair, answer: Answer, name: Name) -> Iterator[Name]:
    """The names that tell where the passage's deed was done, where a name tells it of the claim's."""
    if not _adjunct(pair.claim, answer.claim, name):
        return
    for other in pair.passage.names:
        if other.start in answer.passage.domain and _adjunct(pair.passage, answer.passage, other):
            yield other


def _adjunct(reading: Reading, telling: Telling, name: Name) -> bool:
    """Whether a name stands behind "in" or "at", and not in who does it or has it done to them."""
    before = name.start - 1
    if before >= 0 and reading.tags[before] == "det":
        before -= 1
    if before < 0 or reading.words[before].low not in _WHERE or name.start in telling.undergoers:
        return False
    fronted = before == 0 or reading.sentence_of[before - 1] != reading.sentence_of[before]
    return fronted or (name.start in telling.domain and name.start not in telling.doers)


_WHERE = frozenset("in at near on off outside".split())


def _sides(pair: Pair, answer: Answer, others: Sequence[Answer]) -> Iterator[Finding | None]:
    """Whether one denies what the other says, or says the opposite; None where the deeds are two."""
    ours, theirs = answer.claim, answer.passage
    opposite = answer.relation == "opposite"
    if not opposite and answer.relation not in POSITIVE:
        if not (ours.bare and theirs.bare):
            yield None
        return
    if opposite == (ours.negative != theirs.negative):
        return
    if not _plainly(pair, answer) or any(_same_side(ours, other) for other in others):
        yield None
        return
    spans = pair.claim.span(ours.at, ours.at), pair.passage.span(theirs.at, theirs.at)
    shown = _shown(pair.passage, theirs), _shown(pair.claim, ours)
    yield _contrary("polarity", f"source: {shown[0]}; article: {shown[1]}", *spans)


def _same_side(ours: Telling, other: Answer) -> bool:
    """Whether another deed of the passage says what the claim says ("made in Osk, not made in Lund")."""
    return other.relation in ("same", "synonym", "derived") and other.passage.negative == ours.negative


def _plainly(pair: Pair, answer: Answer) -> bool:
    """Whether both are told of the same, and nothing limits what is said."""
    ours, theirs = answer.claim, answer.passage
    if answer.relation == "implied" or ours.event is None or theirs.event is None:
        return False
    not_one = ours.negative != ours.event.negative  # whose "not" is no denial of the event's own
    if not ((not_one or unlimited(pair.claim, ours.event)) and unlimited(pair.passage, theirs.event)):
        return False
    sides = ((pair.claim, ours.event, pair.passage), (pair.passage, theirs.event, pair.claim))
    if any(manner_denied(*side) for side in sides):
        return False
    party = sorted(ours.doers or ours.undergoers)
    top = head(pair.claim, party)
    if top >= 0 and not GENERIC.isdisjoint(pair.claim.words[top].lemmas):  # "the number of burglaries"
        top = head(pair.claim, [at for at in party if at > top + 1])
    there = places(pair, top) if top >= 0 else frozenset()
    its = theirs.doers | theirs.undergoers
    top = head(pair.passage, sorted(its))
    if top >= 0 and pair.passage.tags[top] == "pron":
        its = frozenset(at for e in pair.passage.events if e.head < theirs.at for at in e.subject)
    return not there.isdisjoint(core(pair.passage, sorted(its))) or (
        theirs.noun and not there.isdisjoint(its)
    )


def _swapped(pair: Pair, answer: Answer) -> Iterator[Finding | None]:
    """Whether who does it and who has it done to them have changed places."""
    ours, theirs = answer.claim, answer.passage
    if ours.bare or answer.relation not in ("same", "synonym", "converse"):
        return
    doers, undergoers = theirs.doers, theirs.undergoers
    if answer.relation == "converse":
        doers, undergoers = undergoers, doers
    if _stands(pair, ours.doers, undergoers) and _stands(pair, ours.undergoers, doers):
        spans = pair.claim.span(ours.at, ours.at), pair.passage.span(theirs.at, theirs.at)
        who = pair.passage.text[slice(*pair.passage.span(min(theirs.domain), max(theirs.domain)))]
        yield _contrary("role", f"roles exchanged: source: {who}", *spans)


def _stands(pair: Pair, party: frozenset[int], other: frozenset[int]) -> bool:
    """Whether the name or noun that heads a party heads another in the passage."""
    top = head(pair.claim, sorted(party))
    return top >= 0 and not places(pair, top).isdisjoint(core(pair.passage, sorted(other)))


def _shown(reading: Reading, telling: Telling) -> str:
    first = min(telling.event.start, telling.at) if telling.event and not telling.noun else telling.at
    denials = telling.event.denials if telling.event and telling.negative else ()
    first = min((first, *denials))
    return reading.text[reading.words[first].start : reading.words[telling.at].end]
