"""Pairs about who did what to whom: roles, voice, negation, opposites, synonyms, places and dates."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from world import (
    BODY,
    CAUSE,
    CITIES,
    PEOPLE,
    ROLE,
    THING,
    TOWNS,
    other_date,
    other_than,
    person,
    sentence,
    town,
    two,
    when,
)

Made = tuple[str, str, str, str]
"""Phenomenon, stance, claim, passage."""

# base | past | participle | synonym past | synonym participle | opposite past | opposite participle
_DEEDS = """
sue|sued|sued|took to court|taken to court|settled with|settled with
criticise|criticised|criticised|attacked|attacked|praised|praised
praise|praised|praised|commended|commended|condemned|condemned
defeat|defeated|defeated|beat|beaten|lost to|lost to
fine|fined|fined|imposed a fine on|handed a fine|acquitted|acquitted
hire|hired|hired|recruited|recruited|dismissed|dismissed
dismiss|dismissed|dismissed|sacked|sacked|reinstated|reinstated
acquire|acquired|acquired|bought|bought|sold|sold
accuse|accused|accused|blamed|blamed|cleared|cleared
endorse|endorsed|endorsed|backed|backed|opposed|opposed
overrule|overruled|overruled|overturned|overturned|upheld|upheld
invite|invited|invited|asked in|asked in|barred|barred
support|supported|supported|stood behind|backed|opposed|opposed
threaten|threatened|threatened|menaced|menaced|reassured|reassured
replace|replaced|replaced|took over from|succeeded|was replaced by|kept
evict|evicted|evicted|threw out|thrown out|took in|taken in
outbid|outbid|outbid|offered more than|outbid|was outbid by|matched
rescue|rescued|rescued|saved|saved|abandoned|abandoned
attack|attacked|attacked|assaulted|assaulted|defended|defended
elect|elected|elected|chose|chosen|voted out|voted out
lead|led|led|headed|headed|followed|followed
help|helped|helped|assisted|assisted|hindered|hindered
warn|warned|warned|cautioned|cautioned|reassured|reassured
ban|banned|banned|barred|barred|admitted|admitted
arrest|arrested|arrested|detained|detained|released|released
fund|funded|funded|paid for|paid for|cut off|cut off
trust|trusted|trusted|had faith in|trusted|distrusted|distrusted
"""
_SYMMETRIC = (
    "met|married|merged with|debated|shared a stage with|played against|signed a treaty with|fought alongside"
).split("|")

# base | past | participle | synonym past | opposite base | opposite past | opposite participle | noun
_DECISIONS = """
approve|approved|approved|passed|reject|rejected|rejected|approval
reject|rejected|rejected|turned down|approve|approved|approved|rejection
open|opened|opened|inaugurated|close|closed|closed|opening
close|closed|closed|shut|open|opened|opened|closure
delay|delayed|delayed|postponed|bring forward|brought forward|brought forward|delay
expand|expanded|expanded|enlarged|shrink|shrank|shrunk|expansion
cancel|cancelled|cancelled|called off|confirm|confirmed|confirmed|cancellation
back|backed|backed|supported|oppose|opposed|opposed|backing
ban|banned|banned|prohibited|allow|allowed|allowed|ban
allow|allowed|allowed|permitted|forbid|forbade|forbidden|permission
begin|began|begun|started|finish|finished|finished|start
build|built|built|constructed|demolish|demolished|demolished|construction
demolish|demolished|demolished|tore down|build|built|built|demolition
sell|sold|sold|disposed of|buy|bought|bought|sale
fund|funded|funded|financed|defund|stopped funding|defunded|funding
suspend|suspended|suspended|halted|resume|resumed|resumed|suspension
criticise|criticised|criticised|attacked|praise|praised|praised|criticism
repair|repaired|repaired|mended|neglect|neglected|neglected|repair
"""


@dataclass(frozen=True)
class Deed:
    """A clause with a subject, a verb in its forms, an object and what stands around it."""

    subject: str
    base: str
    past: str
    participle: str
    object: str
    rest: str = ""

    def active(self) -> str:
        """Told of the doer."""
        return f"{self.subject} {self.past} {self.object} {self.rest}"

    def passive(self) -> str:
        """Told of the other."""
        were = "were" if self.object.split()[-1] in PEOPLE else "was"
        return f"{self.object} {were} {self.participle} by {self.subject} {self.rest}"

    def negated(self, rng: random.Random) -> str:
        """One of the ways to deny it."""
        were = "weren't" if self.object.split()[-1] in PEOPLE else "was not"
        forms = [
            f"{self.subject} did not {self.base} {self.object} {self.rest}",
            f"{self.subject} didn't {self.base} {self.object} {self.rest}",
            f"{self.subject} never {self.past} {self.object} {self.rest}",
            f"{self.object} {were} {self.participle} by {self.subject} {self.rest}",
            f"{self.subject} refused to {self.base} {self.object} {self.rest}",
            f"{self.subject} failed to {self.base} {self.object} {self.rest}",
            f"it is not true that {self.subject} {self.past} {self.object} {self.rest}",
        ]
        return rng.choice(forms)

    def said(self, rng: random.Random) -> str:
        """One of the ways to say it."""
        forms = [
            self.active(),
            self.passive(),
            f"it was {self.subject} that {self.past} {self.object} {self.rest}",
            f"{self.object} had been {self.participle} by {self.subject} {self.rest}",
        ]
        if self.rest:
            forms.append(f"{self.rest}, {self.subject} {self.past} {self.object}")
        return rng.choice(forms[:2] * 2 + forms[2:])


def _row(rng: random.Random, table: str) -> list[str]:
    return rng.choice(table.strip().split("\n")).split("|")


def _adjunct(rng: random.Random) -> str:
    return rng.choice(
        ("", "", when(rng), f"in {town(rng)}", f"{when(rng)} in {town(rng)}", f"over the {rng.choice(THING)}")
    )


def _deed(rng: random.Random) -> tuple[Deed, list[str]]:
    row = _row(rng, _DEEDS)
    one, other = two(rng)
    return Deed(one, row[0], row[1], row[2], other, _adjunct(rng)), row


def _decision(rng: random.Random) -> tuple[Deed, list[str]]:
    row = _row(rng, _DECISIONS)
    subject = rng.choice(
        (
            f"the {rng.choice(BODY)}",
            f"the {town(rng)} {rng.choice(BODY)}",
            f"the {rng.choice(ROLE)}",
            person(rng).full,
        )
    )
    thing = f"the {rng.choice((town(rng) + ' ', ''))}{rng.choice(THING)}"
    return Deed(subject, row[0], row[1], row[2], thing, _adjunct(rng)), row


def roles(rng: random.Random) -> Made:
    """Roles exchanged contradict; the other voice supports; either voice, any date."""
    deed, _ = _deed(rng)
    if rng.random() < 0.55:
        swapped = replace(deed, subject=deed.object, object=deed.subject)
        return "role", "contradicts", swapped.said(rng), deed.said(rng)
    return "role", "supports", deed.said(rng), deed.said(rng)


def symmetric(rng: random.Random) -> Made:
    """Verbs that hold both ways: exchanging the parties changes nothing."""
    one, other = two(rng)
    verb, rest = rng.choice(_SYMMETRIC), _adjunct(rng)
    return "symmetric", "supports", f"{other} {verb} {one} {rest}", f"{one} {verb} {other} {rest}"


def opposites(rng: random.Random) -> Made:
    """An opposite verb contradicts, a synonym supports."""
    if rng.random() < 0.5:
        deed, row = _deed(rng)
        opposite = f"{deed.subject} {row[5]} {deed.object} {deed.rest}"
        synonym = f"{deed.subject} {row[3]} {deed.object} {deed.rest}"
    else:
        deed, row = _decision(rng)
        turned = replace(deed, base=row[4], past=row[5], participle=row[6])
        opposite = turned.said(rng)
        synonym = f"{deed.subject} {row[3]} {deed.object} {deed.rest}"
    claim, passage = (deed.said(rng), opposite) if rng.random() < 0.5 else (opposite, deed.said(rng))
    if rng.random() < 0.6:
        return "antonym", "contradicts", claim, passage
    claim, passage = (deed.said(rng), synonym) if rng.random() < 0.5 else (synonym, deed.said(rng))
    return "paraphrase", "supports", claim, passage


def negations(rng: random.Random) -> Made:
    """A "not" added or dropped contradicts; on both sides, or doubled, it supports."""
    deed, _ = _deed(rng) if rng.random() < 0.4 else _decision(rng)
    at = rng.random()
    if at < 0.35:
        return "negation", "contradicts", deed.said(rng), deed.negated(rng)
    if at < 0.6:
        return "negation", "contradicts", deed.negated(rng), deed.said(rng)
    if at < 0.8:
        return "negation", "supports", deed.negated(rng), deed.negated(rng)
    double = rng.choice(
        (
            f"{deed.subject} did not fail to {deed.base} {deed.object} {deed.rest}",
            f"it is not true that {deed.subject} did not {deed.base} {deed.object} {deed.rest}",
            f"{deed.subject} did not refuse to {deed.base} {deed.object} {deed.rest}",
            f"it is wrong to say that {deed.subject} never {deed.past} {deed.object} {deed.rest}",
        )
    )
    if rng.random() < 0.5:
        return "double negation", "supports", deed.said(rng), double
    return "double negation", "contradicts", deed.negated(rng), double


def scope(rng: random.Random) -> Made:
    """A "not" that concerns something else of the same sentence."""
    deed, _ = _decision(rng)
    other, _ = _decision(rng)
    joiner = rng.choice((", but", " and", "; ", ", although", ", while"))
    passage = f"{deed.active()}{joiner} {other.subject} did not {other.base} {other.object}"
    if rng.random() < 0.3:
        passage = f"{other.subject} did not {other.base} {other.object}, but {deed.active()}"
    at = rng.random()
    if at < 0.5:
        return "scope", "supports", deed.said(rng), passage
    if at < 0.8:
        return "scope", "contradicts", f"{other.subject} {other.past} {other.object}", passage
    return "scope", "contradicts", f"{deed.subject} did not {deed.base} {deed.object} {deed.rest}", passage


def contrasts(rng: random.Random) -> Made:
    """ "Not A but B"."""
    deed, _ = _decision(rng)
    wrong = f"the {other_than(rng, deed.object.split(' ', 1)[1], THING)}"
    passage = rng.choice(
        (
            f"{deed.subject} {deed.past} not {wrong} but {deed.object} {deed.rest}",
            f"{deed.subject} {deed.past} {deed.object}, not {wrong}, {deed.rest}",
            f"{deed.subject} {deed.past} {deed.object} rather than {wrong} {deed.rest}",
            f"{deed.subject} {deed.past} {deed.object} instead of {wrong} {deed.rest}",
        )
    )
    if rng.random() < 0.5:
        return "scope", "supports", deed.said(rng), passage
    return "scope", "contradicts", replace(deed, object=wrong).said(rng), passage


def parties(rng: random.Random) -> Made:
    """One party, place, date or thing exchanged for another of its kind."""
    deed, _ = _decision(rng)
    place, date = town(rng), when(rng)
    deed = replace(
        deed, rest=rng.choice((f"in {place} {date}", f"{date} in {place}", f"{date}", f"in {place}"))
    )
    slot = rng.choice(("subject", "object", "place", "date"))
    if slot == "subject":
        changed = replace(deed, subject=_like(rng, deed.subject))
    elif slot == "object":
        changed = replace(deed, object=f"the {other_than(rng, deed.object.split(' ', 1)[1], THING)}")
        if rng.random() < 0.7:  # another thing may have been decided too
            return "same topic", "neutral", changed.said(rng), deed.said(rng)
    elif slot == "place" and place in deed.rest:
        changed = replace(deed, rest=deed.rest.replace(place, other_than(rng, place, TOWNS)))
    elif date in deed.rest:
        changed = replace(deed, rest=deed.rest.replace(date, other_date(rng, date)))
    else:
        return "unchanged", "supports", deed.said(rng), deed.said(rng)
    if rng.random() < 0.35:
        return "unchanged", "supports", deed.said(rng), deed.said(rng)
    return slot, "contradicts", changed.said(rng), deed.said(rng)


def _like(rng: random.Random, subject: str) -> str:
    if not subject.startswith("the "):
        return person(rng).full
    for body in BODY:
        if subject.endswith(body) and subject != f"the {body}" and rng.random() < 0.6:
            return f"the {town(rng)} {body}"
        if subject.endswith(body):
            return f"the {other_than(rng, body, BODY)}"
    return f"the {other_than(rng, subject[4:], ROLE)}"


def places(rng: random.Random) -> Made:
    """A part lies in its whole; a whole does not say which part."""
    deed, _ = _deed(rng)
    country = rng.choice(sorted(CITIES))
    city = rng.choice(CITIES[country].split())
    inside = replace(deed, rest=f"in {city}, {country}" if rng.random() < 0.5 else f"in {city}")
    whole = replace(deed, rest=f"in {country}")
    at = rng.random()
    if at < 0.4:
        return "place", "supports", whole.active(), inside.said(rng)
    if at < 0.65:
        return "place", "neutral", replace(deed, rest=f"in {city}").active(), whole.said(rng)
    other = other_than(rng, country, sorted(CITIES))
    elsewhere = other if rng.random() < 0.5 else rng.choice(CITIES[other].split())
    return "place", "contradicts", replace(deed, rest=f"in {elsewhere}").active(), inside.said(rng)


def partial(rng: random.Random) -> Made:
    """The claim adds what the passage lacks, or holds only a part of what it has."""
    deed, _ = _decision(rng)
    more = rng.choice(
        (
            f"because of {rng.choice(CAUSE)}",
            f"despite protests by {rng.choice(PEOPLE)}",
            f"for the {rng.choice(('second', 'third', 'fourth'))} time",
            f"after a complaint by {person(rng).full}",
            f"at a cost of ${rng.randint(2, 90)} million",
            f"without consulting {rng.choice(PEOPLE)}",
            f"in front of {rng.randint(2, 90) * 10} {rng.choice(PEOPLE)}",
            f"and {rng.choice(('dismissed', 'praised', 'sued'))} the {rng.choice(ROLE)}",
        )
    )
    if rng.random() < 0.6:
        return "coverage", "neutral", f"{deed.active()} {more}", deed.said(rng)
    return "coverage", "supports", deed.said(rng), f"{deed.active()} {more}"


def same_topic(rng: random.Random) -> Made:
    """Two events of one kind that have little else in common."""
    one, _ = _decision(rng)
    other, _ = _decision(rng)
    if rng.random() < 0.6:  # the same deed or the same thing, all else another
        kept = {"base": one.base, "past": one.past, "participle": one.participle}
        other = replace(other, **kept) if rng.random() < 0.5 else replace(other, subject=one.subject)
    return "same topic", "neutral", one.said(rng), other.said(rng)


def nominal(rng: random.Random) -> Made:
    """The deed as a noun in the passage."""
    deed, row = _decision(rng)
    noun = row[7]
    passage = rng.choice(
        (
            f"the {noun} of {deed.object} by {deed.subject} {deed.rest} surprised nobody",
            f"{deed.subject}'s {noun} of {deed.object} came {when(rng)}",
            f"after the {noun} of {deed.object} by {deed.subject}, {rng.choice(PEOPLE)} gathered",
        )
    )
    claim = f"{deed.subject} {deed.past} {deed.object}"
    if rng.random() < 0.6:
        return "paraphrase", "supports", claim, passage
    return "antonym", "contradicts", f"{deed.subject} {row[5]} {deed.object}", passage


FAMILIES: tuple[tuple[int, Callable[[random.Random], Made]], ...] = (
    (10, roles),
    (2, symmetric),
    (8, opposites),
    (8, negations),
    (6, scope),
    (3, contrasts),
    (10, parties),
    (4, places),
    (6, partial),
    (5, same_topic),
    (3, nominal),
)
"""Kinds of pair with their weights."""

__all__ = ["FAMILIES", "Deed", "Made", "sentence"]
