"""Where information first came from: the roots of the derivation graph.

Documents share an origin only through a common ancestor, never through a common descendant: a roundup
of two studies has two roots and joins nothing. The idea is that of copy detection among sources (Dong,
Berti-Equille & Srivastava, "Integrating conflicting data: the role of source dependence", 2009).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.records.models import Source

UNKNOWN = "unknown"
"""The origin of everything whose lineage nobody stated."""


def say_origin(origin: str) -> str:
    """An origin's id as a reader sees it."""
    return "unknown lineage" if origin == UNKNOWN or origin.startswith(f"{UNKNOWN}:") else origin


@dataclass(frozen=True, slots=True)
class Root:
    """One root of the derivation graph.

    Attributes:
        id: a source id, ``study:…``, ``wire:…``, ``owner:…``, or ``unknown``.
        retracted: True where all documents that are this root have been withdrawn.
        nodes: the source ids (or names of sources that have no record) that form the root.
    """

    id: str
    retracted: bool
    nodes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lineage:
    """The roots of every source of a workspace."""

    roots: Mapping[str, frozenset[Root]]

    def of(self, source_id: str) -> frozenset[Root]:
        """The roots of a source; nobody knows those of one that has no record."""
        return self.roots.get(source_id) or frozenset({Root(UNKNOWN, False, (source_id,))})


def trace_lineage(
    sources: Mapping[str, Source], copying: Iterable[tuple[str, str]] = (), *, article: str = ""
) -> Lineage:
    """Follow declared derivation, same study, same wire and dated copying upwards to the roots.

    Args:
        copying: pairs (the later text, the earlier text it copies); where the direction is not known, both.
        article: slug of the article being checked. It is a root of its own whatever its record says, so
            that what rests on it is seen to be circular.
    """
    parents = _parents(sources, copying)
    if article:
        parents[article] = []
    withdrawn = _withdrawn_labels(sources)
    components = _components(parents)
    described: dict[int, frozenset[Root]] = {}
    component_of = {node: number for number, nodes in enumerate(components) for node in nodes}
    # Components arrive ancestors first, so every parent's roots are known when a child asks.
    for number, nodes in enumerate(components):
        above = {component_of[parent] for node in nodes for parent in parents[node]} - {number}
        if above:
            described[number] = frozenset().union(*(described[other] for other in above))
        else:
            described[number] = frozenset({_root(nodes, sources, withdrawn, article)})
    return Lineage({node: described[number] for node, number in component_of.items() if node in sources})


class Lineages:
    """The sources' lineage for each of many articles, traced once for all articles that no source names.

    Args:
        sources, copying: as :func:`trace_lineage` takes them.
    """

    def __init__(self, sources: Mapping[str, Source], copying: Sequence[tuple[str, str]]) -> None:
        self._sources = sources
        self._copying = copying
        self._common = trace_lineage(sources, copying)
        self._named = set(sources)
        for source in sources.values():
            self._named.update(link.source for link in source.derived_from)

    def of(self, slug: str) -> Lineage:
        """The sources' lineage as one article that is being checked has it."""
        if slug not in self._named:
            return self._common
        return trace_lineage(self._sources, self._copying, article=slug)


def _parents(sources: Mapping[str, Source], copying: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    parents: dict[str, list[str]] = {}
    for source in sources.values():
        labels = (("study", source.study), ("wire", source.wire))
        above = [link.source for link in source.derived_from]
        parents[source.id] = above + [_label(kind, name) for kind, name in labels if name]
    for copy, original in copying:
        if copy != original:
            parents.setdefault(copy, []).append(original)
    for above in list(parents.values()):
        for node in above:
            parents.setdefault(node, [])
    return parents


def _label(kind: str, name: str) -> str:
    return f"{kind}:{' '.join(name.casefold().split())}"


def _components(parents: Mapping[str, list[str]]) -> list[tuple[str, ...]]:
    """Strongly connected components, ancestors first (Tarjan's algorithm, without recursion)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    open_nodes: dict[str, None] = {}
    found: list[tuple[str, ...]] = []
    for start in sorted(parents):
        if start in index:
            continue
        work = [(start, iter(parents[start]))]
        index[start] = low[start] = len(index)
        open_nodes[start] = None
        while work:
            node, rest = work[-1]
            for above in rest:
                if above not in index:
                    index[above] = low[above] = len(index)
                    open_nodes[above] = None
                    work.append((above, iter(parents[above])))
                    break
                if above in open_nodes:
                    low[node] = min(low[node], index[above])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    found.append(_close(node, open_nodes))
    return found


def _close(node: str, open_nodes: dict[str, None]) -> tuple[str, ...]:
    members = []
    while True:
        member, _ = open_nodes.popitem()
        members.append(member)
        if member == node:
            return tuple(sorted(members))


def _root(
    nodes: tuple[str, ...], sources: Mapping[str, Source], withdrawn: frozenset[str], article: str
) -> Root:
    records = [sources[node] for node in nodes if node in sources]
    if nodes == (article,) or ":" in nodes[0]:
        return Root(nodes[0], nodes[0] in withdrawn, nodes)
    if not records:
        return Root(UNKNOWN, False, nodes)
    retracted = all(record.retracted for record in records)
    originals = [record for record in records if record.lineage == "original"]
    if not originals:
        return Root(UNKNOWN, retracted, nodes)
    owners = sorted(_label("owner", record.owner) for record in originals if record.owner)
    return Root(owners[0] if owners else originals[0].id, retracted, nodes)


def _withdrawn_labels(sources: Mapping[str, Source]) -> frozenset[str]:
    """Labels whose study or agency copy itself, not only somebody's report of it, was withdrawn."""
    standing: dict[str, bool] = {}
    for source in sources.values():
        if source.lineage != "original" or source.derived_from:
            continue
        for kind, name in (("study", source.study), ("wire", source.wire)):
            if name:
                label = _label(kind, name)
                standing[label] = standing.get(label, False) or source.retracted is None
    return frozenset(label for label, stands in standing.items() if not stands)
