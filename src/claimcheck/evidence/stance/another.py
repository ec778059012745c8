"""Whether the passage tells of another of the same kind, so that it denies nothing of what the claim tells.

"The ward in Obervall" is not "the ward in Untervall"; two people may drown in one lake and two in another;
Ana Ruiz and Jan Holm may both be members. A difference contradicts only where just one can be so: of one
thing that both texts tell of, of what is done once or by one, or where the two tell so much alike that they
must tell of one event.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimcheck.evidence.stance.align import EventMatch, Pair, is_copula
from claimcheck.evidence.stance.deeds import matched
from claimcheck.evidence.stance.differing import other_numbered
from claimcheck.evidence.stance.model import Finding, Span
from claimcheck.evidence.stance.phrases import core, head, owns, places, says_how, word_at
from claimcheck.evidence.stance.reading import Reading
from claimcheck.evidence.stance.subjects import (
    AMOUNTS,
    other_complement,
    other_person,
    other_subject,
    told_in,
)
from claimcheck.extraction.clauses.events import Event
from claimcheck.extraction.clauses.lexicon import load_lexicon
from claimcheck.extraction.clauses.names import Name, compare_names
from claimcheck.extraction.dates import dates_agree

OPEN = 0.5
"""Weight of a gap that was a contradiction."""
_NAMED = frozenset(("name", "contrast", "ranking"))
"""Findings on who, which or where."""
_POLAR = frozenset(("denial", "polarity", "negation"))
"""Findings on whether it was done."""
_TOLD = frozenset("denial polarity negation contrast role quantity quantifier date".split())
"""Findings on what is told of it."""
_SOLE = frozenset(
    "restore renovate translate illustrate film conduct win make build discover write design found elect "
    "appoint choose direct compose own invent paint kill beat create commission buy sell publish host veto "
    "dismiss impose murder arrest establish launch succeed replace defeat overthrow award reject nominate "
    "name record develop organise acquire inherit destroy demolish burn purchase co-found co-write take_over "
    "star portray narrate sculpt draw carve coin".split()
)
"""What of one thing only one does, or has done to it."""
_TERMED = frozenset("lead edit head chair manage run command govern rule captain coach".split())
"""What of one thing only one does at a time, and another after that."""
_STANDING = frozenset(
    "build found open close establish buy sell purchase acquire own commission design inaugurate develop "
    "restore renovate destroy demolish burn shut".split()
)
"""What is done to what stands somewhere, so that a place behind it tells which one."""
_OFFICE = frozenset("elect re-elect appoint choose crown swear_in select anoint".split())
"""What happens to one only, as to what somebody becomes."""
_WON = frozenset("win inherit write design invent compose paint direct".split())
"""What of a certain thing no two of a kind do, each for itself."""
_PICKED = frozenset(("choose", "select"))
"""What happens to one of some things, of which each has a word that tells which."""
_SOLE_OF_A_THING = _SOLE | {"play"}
_SETTLED = _SOLE | frozenset(
    "open close bear begin end originate sink collapse crash ordain retire sentence convict "
    "acquit marry dissolve abolish inaugurate bury explode drown merge hold take_place base locate "
    "situate headquarter lie stand die land fall set steal sign move relocate transfer shoot be grow_up "
    "graduate stage release form manufacture assemble reside rest occur happen start finish store keep "
    "extradite deport flee emigrate settle erupt print unveil premiere debut station come "
    "come_from title entitle call derail hijack assassinate stab free run_aground".split()
)
"""What happens to one thing in one place, or leaves it in one."""
_GIVEN = frozenset("go go_to give award pass".split())
_PRIZES = frozenset("prize award medal trophy title contract crown cup job post seat honour licence".split())
"""What goes to one."""
_MANY = frozenset(
    "member patron witness shareholder supporter critic candidate guest partner fan friend owner opponent "
    "signatory sponsor customer subscriber donor teacher student pupil part ally visitor follower adviser "
    "volunteer backer participant neighbour relative one".split()
)
"""What one may be of many, and many of one."""
_DEFINITE = frozenset("the this that these those its his her their our my whose".split())
_LEAST_ALIKE = 0.8
"""Share of the claim's other words that the sentence has, where both must tell of one event."""

_MANY_TOLD = 8
"""Words in common with which even a name that differs of who did it must tell of one event."""


def kept_apart(pair: Pair, findings: Sequence[Finding]) -> list[Finding]:
    """The findings, with a gap for each contradiction where another of the kind may be meant."""
    contrary = [f for f in findings if f.kind == "contradiction"]
    open_ = contrary if _both_ways(pair, contrary) else [f for f in contrary if _another(pair, f)]
    if open_ and all(f.check == "title" for f in contrary if f not in open_):
        open_ = contrary  # "the deputy mayor" is another than the mayor
    return [replace(f, kind="gap", weight=OPEN) if f in open_ else f for f in findings]


def _both_ways(pair: Pair, contrary: Sequence[Finding]) -> bool:
    """Whether it is denied, and of another: "lowered it in men", "did not lower it in women"."""
    predicates = {pair.claim.words[m.words[0]].start for m in matched(pair)}
    spans = [f.reason.claim_span for f in contrary if f.check in ("name", "contrast")]
    nominal = [word.start for at, word in enumerate(pair.claim.words) if _nounlike(pair.claim, at)]
    named = any(span and _any(span, nominal) and not _any(span, predicates) for span in spans)
    return named and any(f.check in _POLAR for f in contrary)


_NOUNS = ("noun", "name")


def _nounlike(reading: Reading, at: int) -> bool:
    """Whether a word is a noun, or qualifies the next one."""
    behind = reading.tags[at + 1] if at + 1 < len(reading.tags) else "mark"
    return reading.tags[at] in _NOUNS or (reading.tags[at] == "adj" and behind in _NOUNS)


def _any(span: Span, starts: Iterable[int]) -> bool:
    return any(span[0] <= at < span[1] for at in starts)


def _another(pair: Pair, finding: Finding) -> bool:
    span = finding.reason.claim_span or (0, 0)
    if finding.check not in _NAMED | _TOLD:
        return False
    match = _match(pair, span)
    told = match is not None and finding.check != "role" and not _in_subject(pair, match, finding)
    if match is not None and told and other_person(pair, match):
        return True
    if _much_alike(pair, finding) and not _one_of_many(pair, finding):
        return False
    if finding.check == "name" and (_misnamed(pair, finding) or _exchanged(pair, finding)):
        return False
    if other_numbered(pair.claim.text, pair.passage.text):
        return True
    if match is None:
        return _of_another_deed(pair.claim, finding)
    if finding.check in _NAMED and _which(pair, match, finding):
        return True
    if finding.check not in _TOLD:
        return False
    if finding.check == "contrast" and _older_sister(pair, match, finding):
        return False
    if finding.check in _POLAR and other_complement(pair, match):
        return True
    return other_subject(pair, match) or (_of_a_time(pair, span) and says_how(pair.claim, match.claim))


def _of_another_deed(claim: Reading, finding: Finding) -> bool:
    """Whether only a noun or a name differs where no deed of the passage answers the claim's."""
    if finding.check != "name" and not (claim.events and finding.check == "contrast"):
        return False
    words = [at for at in range(len(claim.words)) if _covers(finding.reason.claim_span, claim, at)]
    nominal = all(claim.tags[at] in (*_NOUNS, "adj", "det") for at in words)
    return nominal and not any(is_copula(claim, event) for event in claim.events)


def _of_a_time(pair: Pair, span: Span) -> bool:
    """Whether a span is of a time, and not of where a time begins or ends ("since 1994")."""
    start = next((d.start for d in pair.claim.dates if d.start < span[1] and span[0] < d.end), -1)
    before = pair.claim.text[:start].rsplit(maxsplit=1) if start > 0 else []
    return bool(before) and before[-1].lower() not in ("since", "until", "till", "from")


def _misnamed(pair: Pair, finding: Finding) -> bool:
    """Whether the two names have a part in common ("Coach Rita Holm", "Rita Tarn"): one person, misnamed."""
    ours = _name_at(pair.claim, finding.reason.claim_span)
    theirs = _name_at(pair.passage, finding.reason.passage_span)
    if ours is None or theirs is None or ours.places or theirs.places:
        return False
    known = load_lexicon().known
    return any(part not in known for part in set(ours.parts) & set(theirs.parts))


def _exchanged(pair: Pair, finding: Finding) -> bool:
    """Whether each text has both names: "Holm came in before Tarn", "Tarn came in before Holm"."""
    theirs = _name_at(pair.passage, finding.reason.passage_span)
    ours = _name_at(pair.claim, finding.reason.claim_span)
    if ours is None or theirs is None:
        return False
    return _same(ours, pair.passage.names) and _same(theirs, pair.claim.names)


def _same(name: Name, others: Sequence[Name]) -> bool:
    return any(compare_names(name, other) == "same" for other in others)


def _name_at(reading: Reading, span: Span | None) -> Name | None:
    return next(
        (n for n in reading.names if any(_covers(span, reading, at) for at in range(n.start, n.end))), None
    )


def _match(pair: Pair, span: Span) -> EventMatch | None:
    """The answered event of the claim that a span belongs to; the first where it stands before them all."""
    answering = matched(pair)
    for match in answering:
        words = (*match.claim.subject, match.claim.head, *match.claim.objects)
        if any(span[0] <= pair.claim.words[at].start < span[1] for at in words):
            return match
    fronted = answering and span[1] <= pair.claim.words[answering[0].claim.start].start
    return answering[0] if fronted else None


def _much_alike(pair: Pair, finding: Finding) -> bool:
    """Whether claim and sentence have so much in common that they must tell of one event."""
    span, its = finding.reason.claim_span, finding.reason.passage_span
    number = pair.passage.sentence_of[word_at(pair.passage, its[0])] if its else pair.focus
    there = {at for at, of in enumerate(pair.passage.sentence_of) if of == number}
    rest = [at for at in pair.content if not _covers(span, pair.claim, at)]
    told = [at for at in rest if not places(pair, at).isdisjoint(there)]
    if len(told) < _LEAST_ALIKE * len(rest):
        return False
    marks = _marks(pair, span, there)
    return (
        len(told) >= 7
        or (len(told) == len(rest) >= 6)
        or (marks >= 1 and len(told) >= 5)
        or (marks >= 2 and len(told) >= 3)
    )


def _in_subject(pair: Pair, match: EventMatch, finding: Finding) -> bool:
    return any(_covers(finding.reason.claim_span, pair.claim, at) for at in match.claim.subject)


def _one_of_many(pair: Pair, finding: Finding) -> bool:
    """Whether a name differs of who did what others may do too: all that is told else of it does not help."""
    span = finding.reason.claim_span
    match = _match(pair, span) if span and finding.check == "name" else None
    if match is None:
        return False
    claim, event = pair.claim, match.claim
    name = _name_at(claim, span)
    told = [at for at in pair.content if not _covers(span, claim, at) and places(pair, at)]
    if len(told) >= _MANY_TOLD or (name is not None and name.demonym):
        return False  # a whole sentence copied, or "the Greek minister"
    subject = any(_covers(span, claim, at) for at in core(claim, event.subject))
    if subject and event.passive:
        return not _is(claim, event.head, _OFFICE)
    doer = subject or any(_covers(span, claim, at) for at in event.agent)
    return doer and not _one_alone(pair, match)


def _marks(pair: Pair, span: Span | None, there: set[int]) -> int:
    """Names, figures and dates, besides what differs, that claim and sentence have in common."""
    names = sum(
        m.kinship in ("same", "within") and m.other is not None and m.other.start in there
        for m in pair.names
        if not _covers(span, pair.claim, m.name.start)
    )
    told = [f for f in pair.passage.figures if word_at(pair.passage, f.start) in there]
    days = [d for d in pair.passage.dates if word_at(pair.passage, d.start) in there]
    figures = {(f.low, f.high, f.dimension) for f in pair.claim.figures}
    figures &= {(f.low, f.high, f.dimension) for f in told}
    dates = sum(any(dates_agree(d, o) == "equal" for o in days) for d in pair.claim.dates)
    return names + len(figures) + dates


def _covers(span: Span | None, reading: Reading, at: int) -> bool:
    return span is not None and span[0] <= reading.words[at].start < span[1]


def _which(pair: Pair, match: EventMatch, finding: Finding) -> bool:
    """Whether a name or word that differs only tells which one is meant, or who else."""
    claim, event = pair.claim, match.claim
    named = finding.check == "name"
    differing = [at for at in range(len(claim.words)) if _covers(finding.reason.claim_span, claim, at)]
    untold = [at for at in differing if not told_in(pair, at)]
    if not (untold or named):
        return False  # "from Lund to Ystad", "from Ystad to Lund"
    differing = untold or differing
    subject = [at for at in differing if at in event.subject and claim.tags[at] in _TELLING]
    if subject and core(claim, event.subject).isdisjoint(_nominal(claim, subject)):
        sole = _by_one(pair, match, subject, named)
        whole = len(_nominal(claim, differing)) == len(_nominal(claim, subject)) and _qualifies(
            claim, subject
        )
        return whole and not sole and not (named and _anchored(pair, event.subject, differing))
    if not named:
        denied = event.negative != match.passage.negative
        return denied and match.words[0] not in differing  # "not convicted of murder", "of manslaughter"
    if match.relation not in _ALIKE and not is_copula(claim, event):
        return True  # "Osk won its match", "Lund lost its match"
    if subject and event.passive:
        return not _is(claim, event.head, _OFFICE)
    if subject or any(at in event.agent for at in differing):
        return not _one_alone(pair, match)
    return not _settled(pair, match, differing)


def _qualifies(reading: Reading, words: Sequence[int]) -> bool:
    """Whether words tell which thing is meant, and not how many, or when something was done."""
    if any(reading.words[at].low in AMOUNTS for at in words):
        return False
    behind = max(words) + 1
    adverbial = behind < len(reading.tags) and reading.tags[behind] in ("verb", "ing", "part")
    return not (adverbial and reading.tags[max(words)] == "adj")


_ALIKE = ("same", "synonym", "derived", "implied", "converse")
_TELLING = ("noun", "name", "num", "pron", "adj", "ing", "part")


def _nominal(reading: Reading, words: Sequence[int]) -> list[int]:
    return [at for at in words if reading.tags[at] in ("noun", "name", "num", "pron")]


def _anchored(pair: Pair, party: Sequence[int], differing: Sequence[int]) -> bool:
    """Whether a party is named besides what differs, and the passage has that name."""
    return any(
        m.kinship == "same"
        and m.name.start in party
        and m.name.start not in differing
        and _proper(pair, m.name)
        for m in pair.names
    )


def _proper(pair: Pair, name: Name) -> bool:
    """Whether a name is more than a noun of a kind with a capital ("Church", "County")."""
    nouns = load_lexicon().nouns
    return any(nouns.isdisjoint(pair.claim.words[at].lemmas) for at in range(name.start, name.end))


def _older_sister(pair: Pair, match: EventMatch, finding: Finding) -> bool:
    """Whether a word that tells which differs of who alone did it: "the older sister inherited the house"."""
    words = [at for at in match.claim.subject if _covers(finding.reason.claim_span, pair.claim, at)]
    return bool(words) and _by_one(pair, match, words, named=False)


def _by_one(pair: Pair, match: EventMatch, differing: Sequence[int], named: bool) -> bool:
    """Whether what is told of the subject is done by one, or done to one, of its kind only."""
    claim, event = pair.claim, match.claim
    if named:
        return match.relation in _ALIKE and not event.passive and _one_alone(pair, match)
    if any(owns(claim, at) for at in differing) or match.relation not in ("same", "synonym"):
        return False  # "the men's team" and "the women's team" may each win a cup
    if event.passive or not _is(claim, event.head, _WON):
        return event.passive and _is(claim, event.head, _PICKED)
    return _one_alone(pair, match) and all(told_in(pair, at) for at in core(claim, event.objects))


def _one_alone(pair: Pair, match: EventMatch) -> bool:
    """Whether only one can be or do what the claim says of somebody."""
    claim, event = pair.claim, match.claim
    if is_copula(claim, event):
        return _definite(claim, event.objects) and not _is(claim, head(claim, event.objects), _MANY)
    thing = _party(claim, event) if event.passive else event.objects
    if _is(claim, event.head, _TERMED):
        return _definite(claim, thing) and (_marked_by_a_day(pair) or _now(pair, match))
    return _definite(claim, thing) and (
        _is(claim, event.head, _SOLE_OF_A_THING) or _with_another(pair, event)
    )


def _marked_by_a_day(pair: Pair) -> bool:
    """Whether both texts tell of one time."""
    return any(dates_agree(d, o) == "equal" for d in pair.claim.dates for o in pair.passage.dates)


def _now(pair: Pair, match: EventMatch) -> bool:
    """Whether both tell it of the present: "leads the party"."""
    sides = ((pair.claim, match.claim), (pair.passage, match.passage))
    heads = [reading.words[event.head] for reading, event in sides]
    return all(word.low.endswith("s") and word.low != word.lemmas[0] for word in heads)


def _with_another(pair: Pair, event: Event) -> bool:
    """Whether it is done with somebody whom both name: "signed the border agreement with Turkey"."""
    claim = pair.claim
    return any(
        m.kinship == "same" and m.name.start in event.objects and claim.words[m.name.start - 1].low == "with"
        for m in pair.names
    )


def _settled(pair: Pair, match: EventMatch, differing: Sequence[int]) -> bool:
    """Whether one thing that both tell of is, or has done to it, at one place or with one party only."""
    claim, event = pair.claim, match.claim
    if _within_a_place(pair, differing):
        return True
    if not event.passive and _is(claim, event.head, _STANDING) and _behind_a_thing(claim, event, differing):
        return False
    direct = bool(event.objects) and event.objects[0] in differing
    thing = event.objects if not direct and _is(claim, event.head, _SOLE) else ()
    if not (_definite(claim, _party(claim, event)) or _definite(claim, thing)):
        return False
    if is_copula(claim, event):
        return not _is(claim, head(claim, event.objects), _MANY)
    prize = _is(claim, event.head, _GIVEN) and _is(claim, head(claim, _party(claim, event)), _PRIZES)
    return prize or _is(claim, event.head, _SOLE if direct else _SETTLED)


def _behind_a_thing(reading: Reading, event: Event, differing: Sequence[int]) -> bool:
    """Whether what differs stands right behind an object: "destroyed the bridge in Osk", and not another."""
    before = min(differing) - 1
    while before > 0 and reading.tags[before] in ("det", "adj"):
        before -= 1
    if reading.words[before].low not in ("in", "of", "at", "near", "on", "outside") or before < 1:
        return False
    return before - 1 in event.objects and reading.tags[before - 1] in _NOUNS


def _within_a_place(pair: Pair, differing: Sequence[int]) -> bool:
    """Whether what differs only says where a place lies that both name: "in Stockholm, Sweden"."""
    before = min(differing) - 1
    while before > 0 and pair.claim.tags[before] in ("prep", "adj", "det", "noun"):
        before -= 1
    if before < 1 or pair.claim.words[before].low != ",":
        return False
    return any(m.kinship == "same" and m.name.end == before for m in pair.names)


def _party(reading: Reading, event: Event) -> Sequence[int]:
    """The subject; what stands before the verb where none was read; "X" in "X is a film made by"."""
    if not event.subject:
        number = reading.sentence_of[event.head]
        return [at for at in range(event.start) if reading.sentence_of[at] == number]
    for other in reading.events:
        if is_copula(reading, other) and not set(event.subject).isdisjoint(other.objects):
            return other.subject
    return event.subject


def _definite(reading: Reading, party: Sequence[int]) -> bool:
    """Whether a phrase tells of a certain one: "the", a name, a pronoun, whose it is."""
    words = [at for at in party if reading.tags[at] not in ("adv", "not")]
    if not words or reading.tags[words[0]] in ("prep", "to"):
        return False
    first = words[0]
    if reading.words[first].low in _DEFINITE or reading.tags[first] in ("name", "pron"):
        return True
    titled = reading.words[first].text == "A" and all(reading.tags[at] == "name" for at in words[1:])
    return titled or any(reading.words[at].low == "'s" for at in words[1:4])


def _is(reading: Reading, at: int, words: frozenset[str]) -> bool:
    """Whether the likeliest reading of a word is one of some."""
    return at >= 0 and not words.isdisjoint(reading.words[at].lemmas[:1])
