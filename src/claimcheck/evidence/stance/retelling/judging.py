"""Whether the passage tells the claim in other words, or tells it with one thing different."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.evidence.stance.align import Pair, is_copula, measured
from claimcheck.evidence.stance.denials import LEAST_GAP
from claimcheck.evidence.stance.grounding import check_grounds
from claimcheck.evidence.stance.model import Finding
from claimcheck.evidence.stance.phrases import head
from claimcheck.evidence.stance.reading import Reading
from claimcheck.evidence.stance.retelling.answering import answers, told
from claimcheck.evidence.stance.retelling.differing import differing
from claimcheck.evidence.stance.retelling.matching import bears_out
from claimcheck.evidence.stance.retelling.tellings import LIGHT, Telling, find_tellings

_ORDERING = frozenset("before after when until while since once as".split())
_LIMITING = frozenset(
    "only just first last before since until again longer no_longer ever never yet still already some "
    "most few part half all every each both neither none other another second later earlier than without "
    "except more less fewer not no any".split()
)
"""Words that turn or limit what is said, and that must stand in the passage too."""
_LEFT_OPEN = frozenset(("modality", "attribution", "comparison", "cause", "order"))
"""Gaps that leave open whether the passage tells of what the claim tells."""
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
    contrary = differing(pair, statements_of(pair.claim)) if open_ or grounds else None
    if contrary is not None and all(f.check not in _LEFT_OPEN for f in open_):
        return [*together, contrary]
    if not (open_ or grounds) or any(f.check not in WORDS for f in open_):
        return together
    if _retold(pair):
        return [f for f in together if f.check not in WORDS]
    return together


def _retold(pair: Pair) -> bool:
    """Whether every deed of the claim is one of the passage, with all its words, names and figures."""
    statements = statements_of(pair.claim) if _plain(pair) else []
    tellings = find_tellings(pair.passage) if statements else []
    reach: set[int] = set()
    for one in statements:
        found = next((a for a in answers(pair, one, tellings) if bears_out(pair, a)), None)
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


def statements_of(claim: Reading) -> list[Telling]:
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
    return _made_one(claim, found)


def _made_one(claim: Reading, found: list[Telling]) -> list[Telling]:
    """ "The sculptor who made it is Ina Berg": two verbs that tell one deed, hers."""
    if len(found) != 2 or found[0].event is None or found[1].event is None or found[0].noun:
        return found
    event, copula = found[0].event, found[1].event
    who = event.opener >= 0 and claim.words[event.opener].low in ("who", "that", "which")
    doer = who and event.subject and not event.passive and claim.words[event.subject[0]].low == "the"
    if not doer or event.subject[0] or not is_copula(claim, copula) or copula.negative:
        return found
    named = frozenset(copula.objects)
    if not any(claim.tags[at] == "name" for at in named):
        return found
    party = frozenset(at for at in event.subject if not _CALLED.isdisjoint(claim.words[at].lemmas))
    domain = (found[0].domain | named) - party
    return [replace(found[0], domain=domain, doers=named)]


_CALLED = frozenset("the man woman person one people boy girl".split())
"""Words that only stand for a name told later."""


def _by_noun(claim: Reading, telling: Telling, tellings: list[Telling]) -> Telling | None:
    """The deed that a noun tells behind a verb that adds little ("gave approval")."""
    event = telling.event
    if event is None or is_copula(claim, event) or LIGHT.isdisjoint(claim.words[event.head].lemmas):
        return None
    heads = {head(claim, event.objects), head(claim, event.subject)}
    return next((t for t in tellings if t.noun and t.at in heads and t.event is event), None)
