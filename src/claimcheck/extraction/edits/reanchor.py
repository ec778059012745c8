"""What a claim keeps when its article was edited: ids, evidence, sign-offs, and the decisions of people.

Nothing is lost in silence: what a person decided stays with the claim or waits in an orphan, and the report
names every claim that did not simply stay. Running it again on the same article changes nothing.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import Literal

from claimcheck.extraction.claims import Extraction
from claimcheck.extraction.edits.align import Links, align, out_of_order
from claimcheck.extraction.edits.compare import Status, statuses
from claimcheck.extraction.naming import claim_id, normalise_text
from claimcheck.records.fingerprints import normalised
from claimcheck.records.models import Anchor, Claim, ClaimFile, Dropped, Evidence, Part

Fate = Literal["same", "moved", "reworded", "changed", "orphaned", "removed", "new", "revived"]
_CONTEXT = 32


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one claim.

    Attributes:
        text: what it says now.
        was: what it said; None where that is the same.
        into: of a claim that was merged into another's sentence, the id of the one that has the sentence now.
        waits: whether it stays as an orphan, for a person left something on it.
    """

    claim: str
    fate: Fate
    text: str
    was: str | None = None
    into: str | None = None
    waits: bool = False


@dataclass(frozen=True, slots=True)
class Reanchored:
    """What re-anchoring did.

    Attributes:
        changes: one a claim, in the order of the claims; removed ones last.
        dropped: the extraction's dropped stretches without those that a person restored.
        reopened: ids whose exemption, stated dispute or approval fell because the sentence changed.
    """

    changes: tuple[Change, ...]
    dropped: tuple[Dropped, ...]
    reopened: tuple[str, ...]

    def count(self, fate: Fate) -> int:
        """How many claims had this fate."""
        return sum(change.fate == fate for change in self.changes)


@dataclass(frozen=True, slots=True)
class _Place:
    """A sentence of the new version: a claim of the extraction, or a dropped one that a person had
    restored."""

    text: str
    start: int
    end: int
    claim: Claim | None


def _has_decisions(claim: Claim) -> bool:
    return bool(
        any(item.status != "proposed" for item in claim.evidence)
        or claim.signoffs
        or claim.reply_sought
        or claim.corrections
        or claim.exempt
        or claim.states_dispute
        or claim.unnamed_approved
        or claim.restored
        or any(part.ticked for part in claim.parts)
    )


def _anchor(text: str, place: _Place, old: Anchor) -> Anchor:
    if not text:
        return old.model_copy(update={"start": place.start, "end": place.end})
    return Anchor(
        start=place.start,
        end=place.end,
        prefix=text[max(0, place.start - _CONTEXT) : place.start],
        suffix=text[place.end : place.end + _CONTEXT],
    )


def _parts(old: Claim, fresh: Claim) -> list[Part]:
    ticks = {normalised(old.text[part.start : part.end]): part.ticked for part in old.parts if part.ticked}
    return [
        part.model_copy(update={"ticked": ticks.get(normalised(fresh.text[part.start : part.end]))})
        for part in fresh.parts
    ]


def _moved_parts(evidence: Evidence, old: Claim, fresh: Claim) -> Evidence:
    """The evidence with its part numbers counted in the new parts.

    A part keeps its words, else its kind and place; it never comes to cover the whole claim because its own
    part is gone.
    """
    if not evidence.parts or not fresh.parts:
        return evidence
    words = [normalised(fresh.text[part.start : part.end]) for part in fresh.parts]
    indices = set()
    for index in evidence.parts:
        part = old.parts[index] if index < len(old.parts) else None
        text = normalised(old.text[part.start : part.end]) if part else ""
        alike = [at for at, other in enumerate(fresh.parts) if part and other.kind == part.kind]
        nearest = min(alike or range(len(words)), key=lambda at: abs(at - index))
        indices.add(words.index(text) if text in words else nearest)
    return evidence.model_copy(update={"parts": sorted(indices)})


def _keep(old: Claim, place: _Place, text: str) -> Claim:
    """The same sentence at its new place."""
    update: dict[str, object] = {"anchor": _anchor(text, place, old.anchor), "orphan": False}
    fresh = place.claim
    if fresh is not None:
        update |= {"section": fresh.section, "block": fresh.block, "locator": fresh.locator}
    if old.text != place.text:
        update["text"] = place.text
        # Other line breaks or quotation marks, each in the place of one, leave all that was read in place.
        retyped = len(old.text) == len(place.text) and normalised(old.text) == normalised(place.text)
        if fresh is not None and not retyped:
            update |= _reread(old, fresh)
    return old.model_copy(update=update)


def _reread(old: Claim, fresh: Claim) -> dict[str, object]:
    return {
        "kind": fresh.kind,
        "asserted": fresh.asserted,
        "check_worthiness": fresh.check_worthiness,
        "attributions": fresh.attributions,
        "citations": fresh.citations,
        "resolved": fresh.resolved,
        "parts": _parts(old, fresh),
        "evidence": [_moved_parts(item, old, fresh) for item in old.evidence],
    }


def _rewrite(old: Claim, place: _Place, text: str, *, changed: bool) -> Claim:
    """The edited sentence: id, evidence and sign-offs stay, but ``was`` says what they were given for."""
    kept = _keep(old, place, text)
    decided_on = old.text if old.was is None else old.was
    back = normalised(decided_on) == normalised(place.text)
    update: dict[str, object] = {"was": None if back else decided_on}
    if changed:
        update |= {"exempt": None, "states_dispute": None, "unnamed_approved": None}
    return kept.model_copy(update=update)


def _places(old: Sequence[Claim], extraction: Extraction) -> list[_Place]:
    restored = {normalise_text(claim.text) for claim in old if claim.restored and not claim.orphan}
    places = [_Place(c.text, c.anchor.start, c.anchor.end, c) for c in extraction.claims]
    places += [
        _Place(item.text, item.start, item.end, None)
        for item in extraction.dropped
        if restored and normalise_text(item.text) in restored
    ]
    return sorted(places, key=lambda place: place.start)


def _one_owner(links: Links, old: Sequence[Claim], places: Sequence[_Place]) -> Links:
    """Of several old claims merged into one sentence, the one most like it keeps it; the others
    lose theirs."""
    from rapidfuzz import fuzz

    owner: dict[int, int] = {}
    for i, targets in links.items():
        j = targets[0]
        rival = owner.get(j)
        if rival is None or fuzz.ratio(old[i].text, places[j].text) > fuzz.ratio(
            old[rival].text, places[j].text
        ):
            owner[j] = i
    return {i: links[i] for i in sorted(owner.values())}


def _merged(
    live: Sequence[Claim],
    places: Sequence[_Place],
    every: Links,
    owned: Links,
    status: Mapping[int, Status],
    waiting: Container[str],
) -> list[tuple[int, Change]]:
    """What became of the claims whose sentence went into another's."""
    owners = {owned[i][0]: live[i].id for i in owned}
    found: list[tuple[int, Change]] = []
    for i in sorted(every.keys() - owned.keys()):
        place, claim = places[every[i][0]], live[i]
        fate: Fate = "changed" if status[i] == "changed" else "reworded"
        into = owners[every[i][0]]
        found.append((place.start, Change(claim.id, fate, place.text, claim.text, into, claim.id in waiting)))
    return found


def reanchor(
    old: ClaimFile, extraction: Extraction, spoken_of: Container[str] = ()
) -> tuple[list[Claim], Reanchored]:
    """The claims of the edited article, in text order, orphans last; and what became of each.

    Same and moved sentences keep everything. Reworded and changed ones keep id, evidence and sign-offs, and
    ``was`` holds the text those were given for, over any number of edits, so that no sign-off matches any
    more; a sentence put back as it was is as decided as before. Of a split sentence the part that says most
    of it keeps the id. Of several merged into one the likest keeps it; what became of the others is told as
    for the one, and they go the way of the deleted. A deleted one stays as an orphan where a person left
    anything on it; proposals alone do not keep it.

    Args:
        spoken_of: ids of claims that notes, queries or assignments name.
    """
    live = sorted((claim for claim in old.claims if not claim.orphan), key=lambda claim: claim.anchor.start)
    places = _places(live, extraction)
    links = align([claim.text for claim in live], [place.text for place in places])
    status = statuses([claim.text for claim in live], [place.text for place in places], links)
    every, links = links, _one_owner(links, live, places)
    order = sorted(links)
    moved = {order[at] for at in out_of_order([min(links[i]) for i in order])}
    kept: dict[int, Claim] = {}
    changes: list[tuple[int, Change]] = []
    reopened: list[str] = []
    for i in order:
        claim, place = live[i], places[links[i][0]]
        fate = status[i]
        if fate == "same":
            kept[links[i][0]] = _keep(claim, place, extraction.text)
            changes.append((place.start, Change(claim.id, "moved" if i in moved else "same", place.text)))
            continue
        kept[links[i][0]] = _rewrite(claim, place, extraction.text, changed=fate == "changed")
        if fate == "changed" and (claim.exempt or claim.states_dispute or claim.unnamed_approved):
            reopened.append(claim.id)
        word: Fate = "changed" if fate == "changed" else "reworded"
        changes.append((place.start, Change(claim.id, word, place.text, claim.text)))
    lost = [claim for i, claim in enumerate(live) if i not in links]
    waits = [_has_decisions(claim) or claim.id in spoken_of for claim in lost]
    parted = list(compress(lost, waits)), [c for c, waiting in zip(lost, waits, strict=True) if not waiting]
    changes += _merged(live, places, every, links, status, {claim.id for claim in parted[0]})
    return _assemble(old, extraction, places, kept, parted, changes, tuple(reopened))


def _assemble(
    old: ClaimFile,
    extraction: Extraction,
    places: Sequence[_Place],
    kept: dict[int, Claim],
    lost: tuple[list[Claim], list[Claim]],
    changes: list[tuple[int, Change]],
    reopened: tuple[str, ...],
) -> tuple[list[Claim], Reanchored]:
    orphans = {claim.id: claim for claim in old.claims if claim.orphan}
    taken = {claim.id for claim in old.claims}
    claims: list[Claim] = []
    for j, place in enumerate(places):
        if j in kept:
            claims.append(kept[j])
        elif place.claim is not None:
            claim, fate = _new_claim(place.claim, place, extraction.text, orphans, taken)
            taken.add(claim.id)
            claims.append(claim)
            changes.append((place.start, Change(claim.id, fate, claim.text)))
    waiting, removed = [claim.model_copy(update={"orphan": True}) for claim in lost[0]], lost[1]
    ordered = [change for _, change in sorted(changes, key=lambda entry: entry[0])]
    merged = {change.claim for change in ordered if change.into is not None}
    ordered += [Change(claim.id, "orphaned", claim.text) for claim in waiting if claim.id not in merged]
    ordered += [Change(claim.id, "removed", claim.text) for claim in removed if claim.id not in merged]
    used = {(place.start, place.end) for j, place in enumerate(places) if j in kept and place.claim is None}
    dropped = tuple(item for item in extraction.dropped if (item.start, item.end) not in used)
    return claims + list(orphans.values()) + waiting, Reanchored(tuple(ordered), dropped, reopened)


def _new_claim(
    fresh: Claim, place: _Place, text: str, orphans: dict[str, Claim], taken: set[str]
) -> tuple[Claim, Fate]:
    """A sentence nobody knew: an orphan that came back word for word, else a claim with an id of its own."""
    key = normalised(place.text)
    back = next((claim for claim in orphans.values() if normalised(claim.text) == key), None)
    if back is not None:
        del orphans[back.id]
        return _keep(back, place, text), "revived"
    if fresh.id in taken:
        fresh = fresh.model_copy(update={"id": claim_id(fresh.id.partition("/")[0], fresh.text, 0, taken)})
    return fresh, "new"
