"""Whether the passage tells the claim in other words, or tells it with one thing different."""

from __future__ import annotations

from claimcheck.evidence.stance.align import Pair, is_copula, measured
from claimcheck.evidence.stance.denials import LEAST_GAP
from claimcheck.evidence.stance.grounding import check_grounds
from claimcheck.evidence.stance.model import Finding
from claimcheck.evidence.stance.parties import ERGATIVE
from claimcheck.evidence.stance.phrases import core, head, places
from claimcheck.evidence.stance.quantities import compared
from claimcheck.evidence.stance.reading import Reading
from claimcheck.evidence.stance.retelling.answering import GENERIC, POSITIVE, Answer, answers, told
from claimcheck.evidence.stance.retelling.tellings import LIGHT, Telling, find_tellings
from claimcheck.extraction.clauses.governors import UNREAL
from claimcheck.extraction.dates import dates_agree

_ORDERING = frozenset("before after when until while since once as".split())
_LIMITING = frozenset(
    "only just first last before since until again longer no_longer ever never yet still already some "
    "most few part half all every each both neither none other another second later earlier than without "
    "except more less fewer not no any".split()
)
"""Words that turn or limit what is said, and that must stand in the passage too."""
WORDS = frozenset(("coverage", "unanswered", "ungrounded", "stray"))
"""Gaps that only say that the claim's words stand elsewhere, or are others."""


def settle(pair: Pair, findings: list[Finding], answered: frozenset[int]) -> list[Finding]:
    """The findings, with those on the grounds; no gap of words where the passage tells the same in others.

    Args:
        answered: words of the claim that another comparison has dealt with.
    """
    open_ = [f for f in findings if f.kind == "contradiction" or f.weight >= LEAST_GAP]
    grounds = [] if open_ else check_grounds(pair, answered)
    together = [*findings, *grounds]
    if not (open_ or grounds) or any(f.check not in WORDS for f in open_):
        return together
    if _retold(pair):
        return [f for f in together if f.check not in WORDS]
    return together


def _retold(pair: Pair) -> bool:
    """Whether every deed of the claim is one of the passage, with all its words, names and figures."""
    statements = _statements(pair.claim) if _plain(pair) else []
    tellings = find_tellings(pair.passage) if statements else []
    reach: set[int] = set()
    for one in statements:
        found = next((a for a in answers(pair, one, tellings) if _bears_out(pair, a)), None)
        if found is None:
            return False
        reach |= found.reach
    return bool(statements) and all(told(pair, at, reach) for at in _outside(pair, statements))


def _plain(pair: Pair) -> bool:
    """Whether the claim has no word that orders, limits or compares, which the passage lacks."""
    there = {low for word in pair.passage.words for low in (word.low, *word.lemmas)}
    ours = {word.low for word in pair.claim.words}
    ordered = any(e.opener >= 0 and pair.claim.words[e.opener].low in _ORDERING for e in pair.claim.events)
    return not ordered and (ours & _LIMITING) <= there


def _outside(pair: Pair, statements: list[Telling]) -> list[int]:
    """Content words of the claim that belong to none of its deeds."""
    inside = {at for one in statements for at in one.domain}
    skipped = measured(pair.claim)
    return [
        at for at in pair.content if at not in inside and at not in skipped and pair.claim.tags[at] != "adv"
    ]


def _statements(claim: Reading) -> list[Telling]:
    """The deeds of the claim that need an answer; none where it reports, supposes or plans."""
    tellings = find_tellings(claim)
    found: list[Telling] = []
    for number, event in enumerate(claim.events):
        if event.reporter >= 0 or any(e.reporter == number for e in claim.events):
            return []
        if any(event.head in other.chain for other in claim.events):
            continue
        verbal = next(t for t in tellings if t.event is event and not t.noun)
        found.append(_by_noun(claim, verbal, tellings) or verbal)
    return found


def _by_noun(claim: Reading, telling: Telling, tellings: list[Telling]) -> Telling | None:
    """The deed that a noun tells behind a verb that adds little ("gave approval")."""
    event = telling.event
    if event is None or is_copula(claim, event) or LIGHT.isdisjoint(claim.words[event.head].lemmas):
        return None
    heads = {head(claim, event.objects), head(claim, event.subject)}
    return next((t for t in tellings if t.noun and t.at in heads and t.event is event), None)


def _bears_out(pair: Pair, answer: Answer) -> bool:
    ours, theirs = answer.claim, answer.passage
    if answer.missing or answer.absent or theirs.mood != ours.mood or ours.negative != theirs.negative:
        return False
    if theirs.event is not None and theirs.event.reporter >= 0 and not theirs.event.factive:
        return False
    if ours.bare and answer.relation not in ("same", "synonym") and not _bare(pair, answer):
        return False
    if answer.relation not in POSITIVE and not ours.bare:
        return False
    if _wanted_only(pair, answer) or _passive_gift(answer):
        return False
    return _figures(pair, answer) and _dates(pair, answer) and not crossed(pair, answer)


def _bare(pair: Pair, answer: Answer) -> bool:
    """Whether both say what something is, or how much it is, in their other words alone."""
    ours, theirs = answer.claim, answer.passage
    if ours.event is None or theirs.event is None or theirs.noun or not (ours.bare and theirs.bare):
        return False
    if not is_copula(pair.claim, ours.event):
        return any(_within(pair.claim, f.start, ours.domain) for f in pair.claim.figures)
    lemma = pair.claim.words[ours.event.head].lemmas[0]
    there = any(pair.claim.words[at].low == "there" for at in ours.event.subject)
    said = ours.at in pair.content and not ours.negative and not there
    return (
        said
        and is_copula(pair.passage, theirs.event)
        and lemma in pair.passage.words[theirs.event.head].lemmas
    )


def _wanted_only(pair: Pair, answer: Answer) -> bool:
    """Whether the passage's deed is what somebody wants: "wants to have it removed"."""
    event, reading = answer.passage.event, pair.passage
    if event is None or answer.passage.noun or event.start != event.head:
        return False
    before = [e for e in reading.events if e.end <= event.start]
    if not before or "mark" in reading.tags[before[-1].end : event.start]:
        return False
    return before[-1].mood != "fact" or not UNREAL.isdisjoint(reading.words[before[-1].head].lemmas)


def _passive_gift(answer: Answer) -> bool:
    """ "The bishop is given a key": who gets what is told by the verb's own order."""
    event = answer.claim.event
    return (
        event is not None
        and not answer.claim.noun
        and event.passive
        and bool(
            answer.claim.undergoers
            and set(event.objects) - set(event.agent)
            and answer.relation == "converse"
        )
    )


def _within(reading: Reading, start: int, words: frozenset[int]) -> bool:
    return any(reading.words[at].start <= start < reading.words[at].end for at in words)


def _figures(pair: Pair, answer: Answer) -> bool:
    """Whether every figure of the claim's deed stands with the passage's."""
    theirs = [f for f in pair.passage.figures if _within(pair.passage, f.start, answer.reach)]
    for figure in pair.claim.figures:
        if not _within(pair.claim, figure.start, answer.claim.domain) or figure.dimension == "multiple":
            continue
        if not any(compared(pair, figure, other) in ("equal", "compatible") for other in theirs):
            return False
    return True


def _dates(pair: Pair, answer: Answer) -> bool:
    theirs = [d for d in pair.passage.dates if _within(pair.passage, d.start, answer.reach)]
    return all(
        any(dates_agree(mention, other) in ("equal", "compatible") for other in theirs)
        for mention in pair.claim.dates
        if _within(pair.claim, mention.start, answer.claim.domain)
    )


def crossed(pair: Pair, answer: Answer) -> bool:
    """Whether who does it in the claim, or has it done to them, stands elsewhere in the passage's deed."""
    ours, theirs = answer.claim, answer.passage
    doers, undergoers = theirs.doers, theirs.undergoers
    if ours.bare or theirs.bare:
        return ours.bare and theirs.bare and _elsewhere(pair, ours.doers, theirs.domain)
    if answer.relation == "implied":
        return False
    lone = not ours.undergoers or not undergoers or not doers
    if lone and not ERGATIVE.isdisjoint(pair.claim.words[ours.at].lemmas):
        party = doers or undergoers if not (doers and undergoers) else doers | undergoers
        return _elsewhere(pair, ours.doers or ours.undergoers, party)
    if answer.relation == "converse":
        doers, undergoers = undergoers, doers
    return _elsewhere(pair, ours.doers, doers) or _elsewhere(pair, ours.undergoers, undergoers)


def _elsewhere(pair: Pair, party: frozenset[int], other: frozenset[int]) -> bool:
    """Whether the head of a party stands in the passage, but not as what the same party is there."""
    top = head(pair.claim, sorted(party))
    there = places(pair, top) if top >= 0 else frozenset()
    words = sorted(other)
    if not there or not any(pair.passage.tags[at] in ("noun", "name") for at in words):
        return False
    heads = core(pair.passage, words)
    vague = all(not GENERIC.isdisjoint(pair.passage.words[at].lemmas) for at in heads)
    return there.isdisjoint(other if vague else heads)
