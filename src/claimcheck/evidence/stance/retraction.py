"""What a text itself takes back: "reported, then debunked", "it is not true that", "It does not."."""

from __future__ import annotations

from claimcheck.evidence.stance.align import is_copula, predicate
from claimcheck.evidence.stance.reading import Reading
from claimcheck.extraction.clauses.events import Event
from claimcheck.extraction.clauses.governors import FALSEHOOD, REPORTING, UNREAL

_POINTERS = frozenset(
    "it this that they claim report rumour rumor story allegation post posts message statement "
    "suggestion video photo image "
    "assertion theory these those".split()
)
_RETRACTING = frozenset("retract recant withdraw".split())
_NOTHING = frozenset(
    (
        "nothing of the kind",
        "nothing of the sort",
        "none of this",
        "none of it",
        "none of that",
        "no such thing",
    )
)
_DISPROVING = frozenset("debunk disprove discredit refute falsify".split())


def taken_back(reading: Reading) -> frozenset[int]:
    """Numbers of the events that the text says are not so."""
    found: set[int] = set(_by_nothing(reading))
    for number, event in enumerate(reading.events):
        found |= _by_verdict(reading, number, event) | _by_ellipsis(reading, number, event)
    return frozenset(found) | _by_fact(reading)


def _by_verdict(reading: Reading, number: int, event: Event) -> set[int]:
    lemmas = {lemma for at in _verdict_words(reading, event) for lemma in reading.words[at].lemmas}
    true = (
        bool(lemmas & {"true", "case", "correct", "accurate"})
        and event.negative
        and is_copula(reading, event)
    )
    told = any(lemma in _POINTERS for at in event.subject for lemma in reading.words[at].lemmas)
    withdrawn = bool(lemmas & _RETRACTING) and (told or not event.passive)
    about = {lemma for at in event.objects for lemma in reading.words[at].lemmas}
    hollow = any(reading.words[at].low == "nothing" for at in event.objects[:2]) and bool(about & _POINTERS)
    false = (bool(lemmas & FALSEHOOD or withdrawn) and not event.negative) or hollow
    if not (true or false):
        return set()
    same = _same_sentence(reading, number)
    content = [i for i in same if _opened_by_that(reading, reading.events[i])]
    if content:
        return set(content)
    pointing = not event.subject or any(reading.words[at].lemmas[0] in _POINTERS for at in event.subject)
    pointing = pointing or (
        withdrawn and any(reading.words[at].lemmas[0] in _POINTERS for at in event.objects)
    )
    disproving = bool(lemmas & _DISPROVING)
    return set(_before(reading, number)) if pointing or disproving else set()


def _verdict_words(reading: Reading, event: Event) -> tuple[int, ...]:
    """The verb with what it predicates: "is false", "proved false", "turned out a hoax"."""
    after: tuple[int, ...] = ()
    if reading.words[event.head].lemmas[0] in ("prove", "turn", "turn_out"):
        after = tuple(at for at in event.objects[:4] if reading.tags[at] in ("adj", "noun", "adv"))
    return (*predicate(reading, event), event.head, *after)


def _by_nothing(reading: Reading) -> set[int]:
    """ "p. Nothing of the kind happened.": what the sentence before told."""
    found: set[int] = set()
    for at in range(1, len(reading.words)):
        number = reading.sentence_of[at]
        if number == reading.sentence_of[at - 1] or not number:
            continue
        opening = [
            w.low
            for w, s in zip(reading.words[at : at + 4], reading.sentence_of[at : at + 4], strict=True)
            if s == number
        ]
        if any(" ".join(opening[:length]) in _NOTHING for length in (2, 3, 4)):
            found |= {i for i, e in enumerate(reading.events) if reading.sentence_of[e.head] == number - 1}
    return found


def _opened_by_that(reading: Reading, event: Event) -> bool:
    return event.opener >= 0 and reading.words[event.opener].low == "that"


def _same_sentence(reading: Reading, number: int) -> list[int]:
    sentence = _sentence(reading, number)
    return [i for i in range(len(reading.events)) if i != number and _sentence(reading, i) == sentence]


def _sentence(reading: Reading, number: int) -> int:
    return reading.sentence_of[reading.events[number].head]


def _before(reading: Reading, number: int) -> list[int]:
    """The events of the sentence before, and those earlier in the same one."""
    sentence = _sentence(reading, number)
    return [i for i in range(number) if _sentence(reading, i) in (sentence, sentence - 1)]


def _by_ellipsis(reading: Reading, number: int, event: Event) -> set[int]:
    """ "It does not.": an auxiliary with a negation, a pronoun and nothing else."""
    bare = reading.tags[event.head] in ("aux", "modal") and event.negative
    rest = [at for at in event.objects if reading.words[at].is_word and reading.tags[at] != "not"]
    pronoun = bool(event.subject) and all(reading.tags[at] in ("pron", "det", "noun") for at in event.subject)
    if not (bare and pronoun and not rest) or (event.reporter >= 0 and not event.factive):
        return set()
    sentence = _sentence(reading, number)
    before = [i for i in range(number) if _sentence(reading, i) == sentence - 1]
    return {i for i in before if not _asks(reading, reading.events[i])}


def _asks(reading: Reading, event: Event) -> bool:
    """Whether an event is somebody's word or wish, which a later "she would not" does not undo."""
    return not (REPORTING | UNREAL).isdisjoint(reading.words[event.head].lemmas)


def _by_fact(reading: Reading) -> frozenset[int]:
    """ "It was said that p. In fact, q.": p is taken back."""
    for at in range(len(reading.words) - 1):
        opening = at == 0 or reading.sentence_of[at] != reading.sentence_of[at - 1]
        pair = (reading.words[at].low, reading.words[at + 1].low)
        if opening and reading.sentence_of[at] and pair in (("in", "fact"), ("in", "reality")):
            sentence = reading.sentence_of[at] - 1
            return frozenset(
                i for i, e in enumerate(reading.events) if reading.sentence_of[e.head] == sentence
            )
    return frozenset()
