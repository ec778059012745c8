"""Short quotations that a source has turned or changed: whether it speaks of the very matter. Pure.

Two or three words stand in many a text. That some text has them behind a "not" says nothing of a claim; where
the claim's speaker speaks, or of the claim's very matter, it says a good deal.
"""

from __future__ import annotations

from claimcheck.evidence.source_library import Library
from claimcheck.evidence.terms import expansions, stem, stems, words
from claimcheck.records.models import Claim, Part

NAMED_SHARE = 0.4
"""So much of what the claim says beside the quotation must stand about the words, in a source that has the
speaker's name."""
UNNAMED_SHARE = 0.5
UNNAMED_TERMS = 2
"""In any other source: so much, and so many different words."""
CONTEXT_TERMS = 2
"""So many words of the article's text just before the claim, besides the speaker's name, where the claim
itself names no matter."""
CLAUSE_WORDS = 4
"""A quotation of so many words is a clause, and found word for word it is no turn of phrase."""
_AROUND = 400


def around(library: Library, source: str, at: int) -> str:
    """The paragraph of a source that holds offset ``at``."""
    text = library.texts[source]
    block = next((block for block in text.blocks if block.start <= at < block.end), None)
    return text.text[block.start : block.end] if block else text.text[max(at - _AROUND, 0) : at + _AROUND]


def same_matter(
    claim: Claim, part: Part, context: str, library: Library, source: str, at: int, speaker: str | None
) -> bool:
    """Whether a source speaks of what the claim is about where it has the words of a short quotation.

    Args:
        context: the article's text just before the claim, for a claim that names no matter itself.
        at: where the source has the words, in code points.
        speaker: who the article says speaks.
    """
    held = _held(around(library, source, at))
    known = _knows(library, source, speaker)
    matter = set(stems(_beside(claim, part)))
    if not matter:
        return known and len(held & set(stems(context)) - set(stems(speaker or ""))) >= CONTEXT_TERMS
    shared = matter & held
    share = sum(map(library.rarity, shared)) / sum(map(library.rarity, matter))
    if known:
        return share >= NAMED_SHARE
    return share >= UNNAMED_SHARE and len(shared) >= UNNAMED_TERMS


def whole_clause(quote: str, library: Library, source: str, speaker: str | None) -> bool:
    """Whether words with little in them ("It was a shambles") are enough to be known again in a source: a
    clause of its own, where the speaker is known too."""
    return len(quote.split()) >= CLAUSE_WORDS and _knows(library, source, speaker)


def _beside(claim: Claim, part: Part) -> str:
    """What a claim says beside a quotation, who said it, and when."""
    text = claim.text
    spans = [part, *(other for other in claim.parts if other.kind == "date")]
    said = [span for one in claim.attributions for span in (*one.source, *one.cue)]
    for span in (*spans, *said):
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return " ".join([text, *(meaning for leaning, meaning in claim.resolved.items() if leaning in text)])


def _held(passage: str) -> set[str]:
    return {*stems(passage), *(stem(other) for pair in words(passage) for other in expansions(*pair))}


def _knows(library: Library, source: str, speaker: str | None) -> bool:
    """Whether the last word of a speaker's name stands in a source, labels one of its turns, or is in its
    record as whose it is."""
    name = [plain for _, plain in words(speaker or "")][-1:]
    record = library.texts[source].source
    labels = library.prepared[source].layout.speakers
    owners = " ".join((record.title, record.publisher or "", *record.authors, *labels))
    return bool(name) and (
        library.prepared[source].frequency(name[0]) > 0 or name[0] in (plain for _, plain in words(owners))
    )
