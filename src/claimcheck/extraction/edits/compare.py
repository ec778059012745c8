"""Two versions of an article, sentence by sentence: what stayed, what was reworded, changed, deleted or is
new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from claimcheck.documents.model import Document
from claimcheck.extraction.claims import extract_claims
from claimcheck.extraction.edits.align import Links, align, out_of_order
from claimcheck.extraction.edits.verdict import judge_edit, judge_part

Status = Literal["same", "reworded", "changed", "deleted"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence and its half-open span in its version of the article."""

    text: str
    start: int
    end: int

    def as_json(self) -> dict[str, object]:
        """``{text, start, end}``."""
        return {"text": self.text, "start": self.start, "end": self.end}


@dataclass(frozen=True, slots=True)
class Edit:
    """What became of one old sentence.

    Attributes:
        moved: it stands in another order than its fellows; the fewest possible are called moved.
        new: where it is now, in text order; none if deleted, several if split.
    """

    old: Passage
    status: Status
    moved: bool
    new: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every old sentence in order, and the new sentences that come from none of them."""

    claims: tuple[Edit, ...]
    new: tuple[Passage, ...]

    def as_json(self) -> dict[str, object]:
        """``{claims: [{old, status, moved, new: […]}], new: […]}``, every passage ``{text, start, end}``."""
        claims = [
            {
                "old": edit.old.as_json(),
                "status": edit.status,
                "moved": edit.moved,
                "new": [passage.as_json() for passage in edit.new],
            }
            for edit in self.claims
        ]
        return {"claims": claims, "new": [passage.as_json() for passage in self.new]}


def statuses(old: Sequence[str], new: Sequence[str], links: Links) -> dict[int, Status]:
    """The status of each linked old sentence; those merged into one are judged together, then each for
    itself."""
    sharing: dict[int, list[int]] = {}
    for i, targets in links.items():
        sharing.setdefault(targets[0], []).append(i)
    found: dict[int, Status] = {}
    for target, sources in sharing.items():
        sources.sort()
        whole = " ".join(old[i] for i in sources)
        places = sorted({j for i in sources for j in links[i]} | {target})
        verdict = judge_edit(whole, " ".join(new[j] for j in places))
        for i in sources:
            found[i] = "reworded" if verdict == "same" and len(sources) + len(places) > 2 else verdict
            if verdict == "changed" and len(sources) > 1:
                found[i] = judge_part(old[i], whole, " ".join(new[j] for j in places))
    return found


def compare_claims(old: Sequence[Passage], new: Sequence[Passage]) -> Comparison:
    """What became of each old sentence. Texts differing in white space and quotation mark style only are the
    same."""
    before, after = [item.text for item in old], [item.text for item in new]
    links = align(before, after)
    status = statuses(before, after, links)
    linked = sorted(links)
    moved = {linked[at] for at in out_of_order([min(links[i]) for i in linked])}
    edits = tuple(
        Edit(item, status.get(i, "deleted"), i in moved, tuple(new[j] for j in sorted(links.get(i, ()))))
        for i, item in enumerate(old)
    )
    used = {j for targets in links.values() for j in targets}
    return Comparison(edits, tuple(item for j, item in enumerate(new) if j not in used))


def compare_articles(old: Document, new: Document) -> Comparison:
    """What became of each claim of the old version; boilerplate and what asserts nothing is left
    out of both."""
    return compare_claims(_passages(old), _passages(new))


def _passages(document: Document) -> list[Passage]:
    claims = extract_claims(document, slug="version").claims
    return [Passage(claim.text, claim.anchor.start, claim.anchor.end) for claim in claims]
