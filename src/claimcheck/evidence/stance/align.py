"""Which words and events of a passage answer which of the claim."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claimcheck.evidence.stance.copies import Copy, find_copy
from claimcheck.evidence.stance.reading import Reading
from claimcheck.extraction.clauses.events import Event
from claimcheck.extraction.clauses.governors import FAILING, HEDGES, REPORTING
from claimcheck.extraction.clauses.names import Kinship, Name, compare_names
from claimcheck.extraction.clauses.tags import ADVERBS
from claimcheck.extraction.clauses.words import STRENGTH, Relation, Word, relate

MOST_WORDS = 120
"""Content words of a claim that are aligned; a sentence has far fewer."""
_LIGHT = (
    frozenset(
        "be have do make take get go come 's this that such other also more most less least very one "
        "thing way part kind number "
        "figure people person year day time say stand total amount date manage take_place happen "
        "occur there be_based mr mrs ms include group number last make_up account_for constitute hold "
        "_".split()
    )
    | HEDGES
)
_CONTENT = ("noun", "name", "adj", "verb", "part", "ing", "adv")
_PARTICLES = frozenset("against behind on off over out up down".split())
_COPULAS = frozenset("be 's 're 'm become remain stay seem".split())


@dataclass(frozen=True, slots=True)
class Match:
    """A word of the passage that answers one of the claim."""

    index: int
    relation: Relation

    @property
    def strength(self) -> float:
        """1 for the same word, less for a synonym, 0 where the words disagree."""
        return STRENGTH.get(self.relation, 0.0)


@dataclass(frozen=True, slots=True)
class NameMatch:
    """The best answer to a name of the claim, and its kinship."""

    name: Name
    other: Name | None
    kinship: Kinship


@dataclass(frozen=True, slots=True)
class EventMatch:
    """The event of the passage that answers one of the claim.

    Attributes:
        relation: how the predicates stand to each other.
        overlap: share of the claim's party words that the passage's event has too, 0 to 1.
        governing: whether the claim's verb answers the one that governs the passage's ("plans to").
        words: the two predicate words that were compared.
    """

    claim: Event
    passage: Event
    relation: Relation
    overlap: float
    score: float
    governing: bool
    words: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim and a passage, aligned.

    Attributes:
        matches: claim word -> answers, best first; words that disagree ("opposite") come last.
        covered: claim words whose meaning the passage has somewhere.
        focus: sentence of the passage that answers most of the claim.
        topic: share of the content words that are covered; ``near``: within a sentence of the focus.
        events: one match, or None, for each event of the claim.
    """

    claim: Reading
    passage: Reading
    content: tuple[int, ...]
    matches: dict[int, tuple[Match, ...]]
    covered: frozenset[int]
    names: tuple[NameMatch, ...]
    focus: int
    events: tuple[EventMatch | None, ...]
    topic: float
    near: float
    copy: Copy | None = None


def align(claim: Reading, passage: Reading) -> Pair:
    """Align a claim with a passage."""
    content = _content(claim)[:MOST_WORDS]
    theirs = _all_content(passage)
    matches = {at: _answers(claim.words[at], passage, theirs) for at in content}
    names = tuple(_name_match(name, passage.names) for name in claim.names)
    by_name = _name_words(names)
    covered = frozenset(at for at in content if by_name.get(at) in ("same", "within") or _strong(matches[at]))
    focus = _focus(passage, content, matches, names)
    copy = find_copy(claim, passage)
    events = tuple(_best_event(claim, passage, event, matches, names, focus, copy) for event in claim.events)
    topic = len(covered) / len(content) if content else 0.0
    near = _near(passage, content, matches, covered, focus)
    return Pair(claim, passage, tuple(content), matches, covered, names, focus, events, topic, near, copy)


def _near(
    passage: Reading,
    content: list[int],
    matches: dict[int, tuple[Match, ...]],
    covered: frozenset[int],
    focus: int,
) -> float:
    """Share of the content words answered in the focus sentence or beside it."""
    if not content:
        return 0.0
    hits = 0
    for at in content:
        places = [passage.sentence_of[m.index] for m in matches[at] if m.strength]
        hits += any(abs(place - focus) <= 1 for place in places) or (at in covered and not places)
    return hits / len(content)


def _strong(matches: tuple[Match, ...]) -> bool:
    return bool(matches) and matches[0].strength > 0


def _content(reading: Reading) -> list[int]:
    skipped = measured(reading)
    return [
        at
        for at, word in enumerate(reading.words)
        if reading.tags[at] in _CONTENT
        and word.lemmas[0] not in _LIGHT
        and at not in skipped
        and (reading.tags[at] != "adv" or (word.low.endswith("ly") and word.low not in ADVERBS))
    ]


def _all_content(reading: Reading) -> list[int]:
    return [at for at, word in enumerate(reading.words) if word.is_word and reading.tags[at] in _CONTENT]


def measured(reading: Reading) -> set[int]:
    """Words inside a figure or date: they are compared as such, not as words."""
    spans = [(f.start, f.end) for f in reading.figures] + [(d.start, d.end) for d in reading.dates]
    return {at for at, w in enumerate(reading.words) if any(s <= w.start and w.end <= e for s, e in spans)}


def _answers(word: Word, passage: Reading, theirs: Iterable[int]) -> tuple[Match, ...]:
    found = []
    for at in theirs:
        relation = relate(word, passage.words[at])
        if relation != "none":
            found.append(Match(at, relation))
    return tuple(sorted(found, key=lambda match: -match.strength))


def _name_match(name: Name, others: tuple[Name, ...]) -> NameMatch:
    best = NameMatch(name, None, "unrelated")
    order = {"same": 0, "within": 1, "around": 2, "rival": 3, "unrelated": 4}
    for other in others:
        kinship = compare_names(name, other)
        if order[kinship] < order[best.kinship]:
            best = NameMatch(name, other, kinship)
    return best


def _name_words(names: tuple[NameMatch, ...]) -> dict[int, Kinship]:
    return {at: match.kinship for match in names for at in range(match.name.start, match.name.end)}


def _focus(
    passage: Reading, content: list[int], matches: dict[int, tuple[Match, ...]], names: tuple[NameMatch, ...]
) -> int:
    weights: dict[int, float] = {}
    for at in content:
        for sentence in {passage.sentence_of[match.index] for match in matches[at]}:
            weights[sentence] = weights.get(sentence, 0.0) + 1.0
    for match in names:
        if match.other and match.kinship in ("same", "within"):
            sentence = passage.sentence_of[match.other.start]
            weights[sentence] = weights.get(sentence, 0.0) + 0.5
    return max(sorted(weights), key=lambda s: weights[s]) if weights else 0


def is_copula(reading: Reading, event: Event) -> bool:
    """Whether the event says what something is."""
    return reading.words[event.head].lemmas[0] in _COPULAS and reading.tags[event.head] in (
        "aux",
        "verb",
        "part",
    )


def predicate(reading: Reading, event: Event) -> tuple[int, ...]:
    """The words that say what is predicated: the verb, or after a copula what follows it."""
    if not is_copula(reading, event):
        return (event.head,)
    words: list[int] = []
    for at in event.objects:
        if not words and reading.words[at].low in _PARTICLES and _alone(reading, event, at):
            return (at,)
        if reading.tags[at] in ("prep", "to", "mark", "sub", "rel") and words:
            break
        if reading.tags[at] in ("noun", "adj", "name", "part", "ing", "verb"):
            words.append(at)
    return tuple(words) or (event.head,)


def _alone(reading: Reading, event: Event, at: int) -> bool:
    """Whether a preposition after a copula is itself what is said ("is against it", "was off")."""
    if reading.words[at].low in ("against", "behind"):
        return True
    return at + 1 >= len(reading.tags) or reading.tags[at + 1] in ("mark", "sub", "conj")


def parties(reading: Reading, event: Event) -> tuple[int, ...]:
    """All words of an event but its predicate."""
    skip = set(predicate(reading, event))
    return tuple(at for at in (*event.subject, *event.objects) if at not in skip)


def _best_event(
    claim: Reading,
    passage: Reading,
    event: Event,
    matches: dict[int, tuple[Match, ...]],
    names: tuple[NameMatch, ...],
    focus: int,
    copy: Copy | None,
) -> EventMatch | None:
    best: EventMatch | None = None
    for other in passage.events:
        found = _match_event(claim, passage, event, other, matches, names)
        if found is None:
            continue
        bonus = 0.05 if passage.sentence_of[other.head] == focus else 0.0
        if copy is not None and copy.places.get(event.head) == other.head:
            bonus += 0.3  # in a near copy, the verb in the same place is the one meant
        if best is None or found.score + bonus > best.score:
            best = EventMatch(
                found.claim,
                found.passage,
                found.relation,
                found.overlap,
                found.score + bonus,
                found.governing,
                found.words,
            )
    return best


_PREDICATE_SCORE: dict[Relation, float] = {
    "same": 1.0,
    "synonym": 0.95,
    "derived": 0.9,
    "implied": 0.85,
    "opposite": 0.9,
    "converse": 0.9,
    "exclusive": 0.4,
}


def _match_event(
    claim: Reading,
    passage: Reading,
    event: Event,
    other: Event,
    matches: dict[int, tuple[Match, ...]],
    names: tuple[NameMatch, ...],
) -> EventMatch | None:
    relation, ours, theirs, governing = _predicates(claim, passage, event, other)
    overlap = _overlap(claim, passage, event, other, matches, names)
    both = is_copula(claim, event) and is_copula(passage, other)
    weight = _PREDICATE_SCORE.get(relation, 0.45 if both else 0.0)
    if not weight:
        return None
    if not same_speaker(claim, passage, event, other, matches, names):
        weight -= 0.5
    return EventMatch(
        event, other, relation, overlap, 0.5 * weight + 0.5 * overlap, governing, (ours, theirs)
    )


def _predicates(
    claim: Reading, passage: Reading, event: Event, other: Event
) -> tuple[Relation, int, int, bool]:
    mine = predicate(claim, event)
    its = predicate(passage, other)
    best: tuple[float, Relation, int, int, bool] = (0.0, "none", mine[-1], its[-1], False)
    for at in mine:
        for there, governing in [(i, False) for i in its] + [(i, True) for i in other.chain]:
            relation = relate(claim.words[at], passage.words[there])
            if (
                relation == "none"
                and event.passive
                and relate(passage.words[there], claim.words[at]) == "implied"
            ):
                relation = "implied"  # "was killed" is said of one who died
            score = _PREDICATE_SCORE.get(relation, 0.0) - (0.02 if governing else 0.0)
            if score > best[0]:
                best = (score, relation, at, there, governing)
    _, relation, ours, theirs, governing = best
    if relation in ("same", "synonym", "derived") and event.chain and other.chain and not governing:
        governors = [
            relate(claim.words[a], passage.words[b])
            for a in event.chain
            for b in other.chain
            if not set(passage.words[b].lemmas) & FAILING and not set(claim.words[a].lemmas) & FAILING
        ]
        if "opposite" in governors and "same" not in governors:
            relation = "opposite"  # "allowed to fish" and "forbidden to fish"
    return relation, ours, theirs, governing


def _overlap(
    claim: Reading,
    passage: Reading,
    event: Event,
    other: Event,
    matches: dict[int, tuple[Match, ...]],
    names: tuple[NameMatch, ...],
) -> float:
    wanted = [at for at in parties(claim, event) if at in matches]
    if not wanted:
        return 0.5
    there = {*other.subject, *other.objects}
    by_name = {at: m for m in names for at in range(m.name.start, m.name.end)}
    elliptic = not any(passage.tags[at] in ("noun", "name") for at in other.subject)
    if elliptic:  # "four remain shut", "it was not": the party stands earlier in the sentence
        sentence = passage.sentence_of[other.head]
        there |= {at for at in range(other.head) if passage.sentence_of[at] == sentence}
    hits = 0.0
    for at in wanted:
        name = by_name.get(at)
        if name and name.other and name.kinship in ("same", "within"):
            hits += 1.0 if name.other.start in there else 0.4
        elif any(match.strength and match.index in there for match in matches[at]):
            hits += 1.0
        elif any(match.strength for match in matches[at]):
            hits += 0.4
    return hits / len(wanted)


def same_speaker(
    claim: Reading,
    passage: Reading,
    event: Event,
    other: Event,
    matches: dict[int, tuple[Match, ...]],
    names: tuple[NameMatch, ...],
) -> bool:
    """Whether two reported events are reported of one speaker; True where either is not reported."""
    if event.reporter < 0 or other.reporter < 0:
        return True
    mine = claim.events[event.reporter].subject
    its = set(passage.events[other.reporter].subject)
    if not its or not mine or all(passage.tags[at] == "pron" for at in its):
        return True
    said_by = [other for other in passage.names if other.start in its]
    if any(m.name.start in mine and compare_names(m.name, o) == "same" for m in names for o in said_by):
        return True
    nouns = [at for at in mine if claim.tags[at] == "noun"]
    named = any(match.name.start in mine for match in names)
    return not named and any(m.strength and m.index in its for at in nouns for m in matches.get(at, ()))


def reports(reading: Reading, event: Event) -> bool:
    """Whether the event is somebody's saying or thinking."""
    return any(lemma in REPORTING for lemma in reading.words[event.head].lemmas)
