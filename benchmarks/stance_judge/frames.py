"""Pairs about what surrounds a fact: who says it, how surely, in what order, why; kinds, states, ranks."""

from __future__ import annotations

import random
from collections.abc import Callable

from deeds import Deed, Made, _decision, _deed
from world import (
    BODY,
    CAUSE,
    COMPANY,
    KIND_OF,
    LAST,
    PEOPLE,
    ROLE,
    THING,
    TRADE,
    other_than,
    person,
    town,
    two,
    when,
)


def _event(rng: random.Random) -> Deed:
    return (_decision if rng.random() < 0.7 else _deed)(rng)[0]


def modality(rng: random.Random) -> Made:
    """What may, should or is planned to happen has not happened."""
    deed = _event(rng)
    soft = rng.choice(
        (
            f"{deed.subject} may {deed.base} {deed.object} {deed.rest}",
            f"{deed.subject} could {deed.base} {deed.object}",
            f"{deed.subject} might have {deed.participle} {deed.object}",
            f"{deed.subject} plans to {deed.base} {deed.object}",
            f"{deed.subject} is considering whether to {deed.base} {deed.object}",
            f"{deed.subject} hopes to {deed.base} {deed.object} next year",
            f"{deed.subject} was expected to {deed.base} {deed.object} {deed.rest}",
            f"{deed.subject} was urged to {deed.base} {deed.object}",
            f"{deed.subject} promised to {deed.base} {deed.object}",
            f"{deed.subject} would {deed.base} {deed.object} only if funds were found",
            f"it is possible that {deed.subject} {deed.past} {deed.object} {deed.rest}",
            f"{deed.subject} reportedly {deed.past} {deed.object}",
            f"{deed.subject} allegedly {deed.past} {deed.object} {deed.rest}",
            f"it is not clear whether {deed.subject} {deed.past} {deed.object}",
            f"if {deed.subject} had {deed.participle} {deed.object}, many would have protested",
        )
    )
    if rng.random() < 0.75:
        return "modality", "neutral", deed.said(rng), soft
    return "modality", "supports", soft, soft


def attribution(rng: random.Random) -> Made:
    """A statement is evidence that it was made, not for what it says."""
    deed, speaker = (
        _event(rng),
        rng.choice((person(rng).full, f"the {rng.choice(ROLE)}", f"the {rng.choice(BODY)}")),
    )
    low = deed.active()
    says = rng.choice(
        ("said", "claimed", "insisted", "argued", "alleged", "believes", "maintained", "suggested")
    )
    holds = f"{speaker} {says} that {low}" if rng.random() < 0.7 else f"{low}, according to {speaker}"
    denies = rng.choice(
        (
            f"{speaker} denied that {low}",
            f"{speaker} rejected claims that {low}",
            f"{speaker} did not say that {low}",
        )
    )
    at = rng.random()
    if at < 0.35:
        return "attribution", "neutral", low, holds
    if at < 0.5:
        return "attribution", "neutral", low, denies
    if at < 0.65:
        return "attribution", "contradicts", f"{speaker} said that {low}", denies
    if at < 0.75:
        return "attribution", "neutral", holds, low
    if at < 0.87:
        return (
            "attribution",
            "supports",
            f"{speaker} {rng.choice(('said', 'stated'))} that {low}",
            holds.replace("believes", "said"),
        )
    other = rng.choice((person(rng).full, f"the {rng.choice(BODY)}"))
    return "attribution", "neutral", f"{other} {says} that {low}", holds


def debunked(rng: random.Random) -> Made:
    """Reported first, then shown to be wrong."""
    deed = _event(rng)
    low, no = deed.active(), deed.negated(rng)
    passage = rng.choice(
        (
            f"it was widely reported that {low}; the report was false",
            f"posts online said that {low}. In fact, {no}",
            f"claims that {low} are untrue, records show",
            f"the story that {low} was later withdrawn as an invention",
            f"early reports that {low} turned out to be wrong",
            f"rumours spread that {low}. Nothing of the kind happened",
            f"contrary to what was reported, {no}",
            f"a newspaper wrote that {low}, then admitted that it had made it up",
            f"it is a myth that {low}",
        )
    )
    if rng.random() < 0.8:
        return "debunked", "contradicts", deed.said(rng), passage
    doubted = f"some doubted that {low}, but documents prove it"
    return "debunked", "supports", deed.said(rng), doubted


def order(rng: random.Random) -> Made:
    """Before and after."""
    one, other = _event(rng), _event(rng)
    a, b = one.active(), other.active()
    first = [
        f"{a} before {b}",
        f"{b} after {a}",
        f"first {a}; then {b}",
        f"{a}. Only later {b}",
        f"{b}, having waited until {a}",
        f"by the time {b}, {one.subject} had already {one.participle} {one.object}",
    ]
    second = [f"{b} before {a}", f"{a} after {b}", f"{a} only once {b}", f"first {b}; then {a}"]
    passage = rng.choice(first[:5])
    at = rng.random()
    if at < 0.45:
        return "order", "supports", rng.choice(first[:3]), passage
    if at < 0.85:
        return "order", "contradicts", rng.choice(second), passage
    return "order", "supports", rng.choice((a, b)), passage


def causes(rng: random.Random) -> Made:
    """A cause, another cause, no cause, or mere company."""
    effect = rng.choice(
        (
            f"the fire at the {rng.choice(THING)}",
            f"the closure of the {rng.choice(THING)}",
            f"the crash in {town(rng)}",
            f"the delay of the {rng.choice(THING)}",
            f"the collapse of the {rng.choice(THING)}",
            f"the fall in exports {when(rng)}",
            f"the illness of {rng.randint(3, 60)} {rng.choice(PEOPLE)}",
        )
    )
    why = rng.choice(CAUSE)
    other = other_than(rng, why, CAUSE)
    says = [
        f"{effect} was caused by {why}",
        f"{why} caused {effect}",
        f"{effect} was the result of {why}",
        f"{why} led to {effect}",
        f"{effect} happened because of {why}",
        f"investigators found that {why} was to blame for {effect}",
    ]
    company = [
        f"{effect} coincided with {why}",
        f"{effect} came shortly after {why}",
        f"{effect} was noticed at the same time as {why}",
        f"{effect} has been linked to {why}",
        f"it is not known whether {effect} was caused by {why}",
    ]
    denied = [
        f"{effect} was not caused by {why}",
        f"{effect} had nothing to do with {why}",
        f"{other}, not {why}, caused {effect}",
    ]
    at = rng.random()
    if at < 0.3:
        return "cause", "supports", rng.choice(says[:5]), rng.choice(says)
    if at < 0.6:
        return "cause", "neutral", rng.choice(says[:5]), rng.choice(company)
    if at < 0.85:
        return "cause", "contradicts", rng.choice(says[:5]), rng.choice(denied)
    return "cause", "contradicts", rng.choice(says[:5]).replace(why, other), rng.choice(says)


def kinds(rng: random.Random) -> Made:
    """The special implies the general, not the reverse."""
    special = rng.choice(sorted(KIND_OF))
    general = KIND_OF[special]
    who, place = rng.choice((person(rng).full, f"a {rng.choice(ROLE)}", "a passer-by")), town(rng)
    verb = rng.choice(("photographed", "bought", "insured", "described", "lost", "found", "was looking for"))

    def say(noun: str) -> str:
        return f"{who} {verb} {'an' if noun[0] in 'aeiou' else 'a'} {noun} in {place}"

    at = rng.random()
    if at < 0.45:
        return "general", "supports", say(general), say(special)
    if at < 0.9:
        return "general", "neutral", say(special), say(general)
    return "general", "supports", say(special), say(special)


def states(rng: random.Random) -> Made:
    """Titles and states, former and present."""
    who, role, house = (
        person(rng),
        rng.choice(ROLE),
        rng.choice((f"{rng.choice(COMPANY)} {rng.choice(TRADE)}", town(rng))),
    )
    now = [
        f"{who.full} is the {role} of {house}",
        f"{who.full}, the {role} of {house}, spoke {when(rng)}",
        f"the {role} of {house}, {who.full}, was present",
    ]
    past = [
        f"{who.full} is the former {role} of {house}",
        f"{who.full} was the {role} of {house} until {rng.randint(1990, 2024)}",
        f"{who.full} stepped down as {role} of {house} years ago",
        f"{who.full} is no longer the {role} of {house}",
    ]
    claim = now[0]
    at = rng.random()
    if at < 0.3:
        return "title", "supports", claim, rng.choice(now)
    if at < 0.5:
        return "title", "contradicts", claim, rng.choice(past)
    if at < 0.65:
        return (
            "title",
            "supports",
            rng.choice(past[:2]).replace("is the former", "used to be the"),
            rng.choice(past[:2]),
        )
    if at < 0.85:
        return "title", "contradicts", claim.replace(role, other_than(rng, role, ROLE)), rng.choice(now)
    rival = f"{who.first} {other_than(rng, who.last, LAST)}"
    return "title", "contradicts", claim.replace(who.full, rival), rng.choice(now)


def quantifiers(rng: random.Random) -> Made:
    """All, most, some, few, none."""
    group, place = rng.choice(PEOPLE), town(rng)
    did = rng.choice(
        (
            "voted for the plan",
            "were vaccinated",
            "returned home",
            "joined the strike",
            "accepted the offer",
            "passed the test",
            "were insured",
            "opposed the merger",
            "had been warned",
        )
    )
    not_did = {"were": "were not", "had": "had not"}.get(did.split()[0])
    negative = f"{not_did} {did.split(' ', 1)[1]}" if not_did else f"did not {_base(did)}"
    tail = f"{did} in {place}"
    everyone = [
        f"all {group} {tail}",
        f"every one of the {group} {tail}",
        f"all of the {group} {tail}, without exception",
    ]
    most = [
        f"most {group} {tail}",
        f"the majority of {group} {tail}",
        f"more than two thirds of the {group} {tail}",
    ]
    few = [f"few {group} {tail}", f"only a handful of {group} {tail}", f"hardly any {group} {tail}"]
    none = [f"none of the {group} {tail}", f"no {group} {tail}", f"not a single one of the {group} {tail}"]
    some = [f"some {group} {tail}", f"a number of {group} {tail}"]
    not_all = [
        f"not all {group} {tail}",
        f"some {group} {negative} in {place}",
        f"all but three of the {group} {tail}",
    ]
    contradict = [
        (everyone, none),
        (everyone, not_all),
        (most, few),
        (few, most),
        (none, some),
        (none, most),
        (everyone, few),
        (some, none),
        (not_all, everyone),
        (none, everyone),
        (few, everyone),
    ]
    support = [
        (everyone, everyone),
        (most, most),
        (few, few),
        (none, none),
        (some, most),
        (most, everyone),
        (some, everyone),
        (not_all, none),
        (not_all, few),
    ]
    open_ = [(everyone, some), (most, some), (everyone, most), (few, some)]
    at = rng.random()
    stance, pairs = (
        ("contradicts", contradict)
        if at < 0.45
        else ("supports", support)
        if at < 0.8
        else ("neutral", open_)
    )
    claim, passage = rng.choice(pairs)
    if (claim, passage) == (everyone, most) and stance == "neutral" and rng.random() < 0.5:
        claim = some
        stance = "supports"
    return "quantifier", stance, rng.choice(claim), rng.choice(passage)


_BASES = {
    "voted": "vote",
    "returned": "return",
    "joined": "join",
    "accepted": "accept",
    "passed": "pass",
    "opposed": "oppose",
}


def _base(did: str) -> str:
    first, _, rest = did.partition(" ")
    return f"{_BASES[first]} {rest}"


def ranks(rng: random.Random) -> Made:
    """Places in an order, and which of two is the greater."""
    up, down, sup, low = rng.choice(
        (
            ("larger", "smaller", "largest", "smallest"),
            ("older", "younger", "oldest", "youngest"),
            ("taller", "shorter", "tallest", "shortest"),
            ("richer", "poorer", "richest", "poorest"),
            ("faster", "slower", "fastest", "slowest"),
            ("more expensive", "cheaper", "most expensive", "cheapest"),
        )
    )
    if rng.random() < 0.5:
        one, other = two(rng)
        passage = rng.choice((f"{one} is {up} than {other}", f"{other} is {down} than {one}"))
        right, wrong = (
            (f"{one} is {up} than {other}", f"{other} is {down} than {one}"),
            (
                f"{other} is {up} than {one}",
                f"{one} is {down} than {other}",
                f"{one} is not {up} than {other}",
            ),
        )
        return (
            ("ranking", "supports", rng.choice(right), passage)
            if rng.random() < 0.45
            else ("ranking", "contradicts", rng.choice(wrong), passage)
        )
    thing, place = (
        rng.choice(
            ("port", "bank", "employer", "museum", "hospital", "airport", "bridge", "library", "stadium")
        ),
        town(rng),
    )
    name = f"the {rng.choice(COMPANY)} {thing}"
    nth = rng.choice(("second", "third", "fourth"))
    right = {
        sup: f"{name} is the {sup} {thing} in {place}",
        nth: f"{name} is the {nth}-{sup} {thing} in {place}",
        low: f"{name} is the {low} {thing} in {place}",
    }
    mine, its = rng.choice(list(right)), rng.choice(list(right))
    passages = {
        sup: [right[sup], f"no {thing} in {place} is {up} than {name}"],
        nth: [right[nth], f"{name} ranks {nth} among the {sup} {thing}s of {place}"],
        low: [right[low], f"every other {thing} in {place} is {up} than {name}"],
    }
    return "ranking", "supports" if mine == its else "contradicts", right[mine], rng.choice(passages[its])


FAMILIES: tuple[tuple[int, Callable[[random.Random], Made]], ...] = (
    (7, modality),
    (8, attribution),
    (5, debunked),
    (5, order),
    (6, causes),
    (3, kinds),
    (4, states),
    (5, quantifiers),
    (5, ranks),
)
"""Kinds of pair with their weights."""
