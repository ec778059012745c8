"""Which sources copy which: the dated copying that origins are traced along.

Two texts share an origin when a third of the shorter one's eight-word shingles stand in the other, or when
they share a long run of words that neither puts in quotation marks (DESIGN: after Dong, Berti-Equille and
Srivastava 2009). The later one is taken to be the copy; without dates, each may be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from claimcheck.documents.copying import longest_shared_run, shingles
from claimcheck.sources.texts import SourceText

SHARE = 0.3
RUN = 12
SHINGLE = 8


def find_copies(texts: Sequence[SourceText]) -> list[tuple[str, str]]:
    """Pairs ``(later, earlier)`` of source ids; both ways round where the dates do not say. Sorted."""
    by_id = {text.source.id: text for text in texts}
    held = {name: shingles(text.text, SHINGLE) for name, text in by_id.items()}
    found: set[tuple[str, str]] = set()
    for one, other in _sharing(held):
        common = len(held[one] & held[other])
        share = common / min(len(held[one]), len(held[other]))
        if share >= SHARE or _shares_a_run(by_id[one].text, by_id[other].text):
            found.update(_directed(by_id[one], by_id[other]))
    return sorted(found)


def _sharing(held: Mapping[str, AbstractSet[int]]) -> list[tuple[str, str]]:
    """Pairs that share a shingle at all; what is in very many texts (a licence, a footer) joins nothing."""
    holders: dict[int, list[str]] = defaultdict(list)
    for name in sorted(held):
        for shingle in held[name]:
            holders[shingle].append(name)
    limit = max(10, len(held) // 2)
    pairs = {
        (one, other)
        for names in holders.values()
        if 1 < len(names) <= limit
        for at, one in enumerate(names)
        for other in names[at + 1 :]
    }
    return sorted(pairs)


def _shares_a_run(one: str, other: str) -> bool:
    return longest_shared_run(one, other, unquoted_only=True) >= RUN


def _directed(one: SourceText, other: SourceText) -> Iterator[tuple[str, str]]:
    first, second = one.source, other.source
    if not first.published or not second.published or first.published == second.published:
        yield first.id, second.id
        yield second.id, first.id
    elif first.published > second.published:
        yield first.id, second.id
    else:
        yield second.id, first.id
