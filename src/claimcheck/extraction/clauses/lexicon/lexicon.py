"""Reads the word lists once, into plain dictionaries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Sets = Mapping[str, frozenset[str]]
NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Place:
    """A place or body with a proper name.

    Attributes:
        name: its canonical name, lower case.
        within: canonical names of what it lies in, all the way up.
        kind: ``country``, ``city`` (any smaller part) or ``body``.
    """

    name: str
    within: frozenset[str]
    kind: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists; every key is a lemma, several words joined by ``_``.

    Attributes:
        groups: lemma -> synonym groups, each named by its first word.
        opposed: group or lemma -> groups and lemmas that cannot be true of the same thing.
        converse: group -> groups that say the same with the two parties exchanged.
        kinds: noun -> what kind of thing it names.
        exclusive: lemma -> sets of words that shut each other out.
        implied: group or lemma -> groups and lemmas it implies.
        forms: irregular form -> lemmas.
        participles: irregular past participles.
        verbs: lemmas that are verbs.
        nouns: common nouns, of which some are verbs too.
        known: every lemma in any list.
        phrases: first lemma -> the phrases (tuples of lemmas) that begin with it, longest first.
        separable: the same for phrases whose parts may stand apart.
        places: lower-case name or demonym -> the places it may mean.
    """

    groups: Sets
    opposed: Sets
    converse: Sets
    kinds: Sets
    exclusive: Sets
    implied: Sets
    forms: Mapping[str, tuple[str, ...]]
    participles: frozenset[str]
    verbs: frozenset[str]
    nouns: frozenset[str]
    known: frozenset[str]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    separable: Mapping[str, tuple[tuple[str, ...], ...]]
    places: Mapping[str, tuple[Place, ...]]


@cache
def load_lexicon() -> Lexicon:
    """The lists that come with the package."""
    groups = _groups()
    irregular = [line.split() for line in read_lines("irregular.txt")]
    verbs = {word for line in read_lines("verbs.txt") for word in line.split()} | {
        row[0] for row in irregular
    }
    exclusive = _named_sets("exclusive.txt")
    opposed = _pairs("opposite.txt", both=True)
    implied = _pairs("implies.txt", both=False)
    nouns = {word for line in read_lines("nouns.txt") for word in line.split()}
    nouns |= {line.split()[0] for line in read_lines("plurals.txt")}
    converse = _pairs("converse.txt", both=True)
    known = nouns | set(converse) | verbs | set(groups) | set(exclusive) | set(opposed) | set(implied)
    return Lexicon(
        groups=groups,
        opposed=opposed,
        converse=converse,
        kinds=_named_sets("kinds.txt"),
        exclusive=exclusive,
        implied=implied,
        forms=_forms(irregular + [line.split() for line in read_lines("plurals.txt")]),
        participles=frozenset(
            row[-1 if row[0] not in ("be", "do", "go", "have") else 2] for row in irregular
        ),
        verbs=frozenset(verbs | {w for w in known if w.split("_")[0] in verbs and "_" in w}),
        nouns=frozenset(nouns),
        known=frozenset(known),
        phrases=_phrases(known),
        separable=_phrases(set(read_lines("separable.txt"))),
        places=_places(),
    )


def read_lines(name: str) -> Iterator[str]:
    """The lines of a word list that are neither empty nor notes."""
    text = files("claimcheck.extraction.clauses.lexicon").joinpath(name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line


def _frozen(sets: Mapping[str, set[str]]) -> Sets:
    return {word: frozenset(names) for word, names in sets.items()}


def _groups() -> Sets:
    groups: dict[str, set[str]] = defaultdict(set)
    for line in read_lines("same.txt"):
        words = line.split()
        for word in words:
            groups[word].add(words[0])
    return _frozen(groups)


def _pairs(name: str, *, both: bool) -> Sets:
    pairs: dict[str, set[str]] = defaultdict(set)
    for line in read_lines(name):
        first, second = line.split()
        pairs[first].add(second)
        if both:
            pairs[second].add(first)
    return _frozen(pairs)


def _named_sets(file: str) -> Sets:
    sets: dict[str, set[str]] = defaultdict(set)
    for line in read_lines(file):
        name, _, words = line.partition(":")
        for word in words.split():
            sets[word].add(name)
    return _frozen(sets)


def _forms(irregular: list[list[str]]) -> Mapping[str, tuple[str, ...]]:
    forms: dict[str, list[str]] = defaultdict(list)
    for base, *others in irregular:
        for form in others:
            if form != base and base not in forms[form]:
                forms[form].append(base)
    return {form: tuple(bases) for form, bases in forms.items()}


def _phrases(known: set[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    phrases: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for word in known:
        parts = tuple(word.replace("-", "_").split("_"))
        if len(parts) > 1:
            phrases[parts[0]].append(parts)
    return {first: tuple(sorted(rest, key=lambda p: (-len(p), p))) for first, rest in phrases.items()}


def _places() -> Mapping[str, tuple[Place, ...]]:
    rows = [[cell.split() for cell in (line + "|||").split("|")[:4]] for line in read_lines("places.txt")]
    upward: dict[str, set[str]] = defaultdict(set)
    for (name, *_), _, _, parts in rows:
        for part in parts:
            upward[_plain(part)].add(_plain(name))
    own = {_plain(row[0][0]): ("country" if row[1] else "body") for row in rows}
    places: dict[str, list[Place]] = defaultdict(list)
    for name, kind in own.items():
        places[name].append(Place(name, _above(name, upward), kind))
    for (name, *_), demonyms, others, _ in rows:
        for word in demonyms + others:
            places[_plain(word)].append(places[_plain(name)][0])
    for name in upward:
        if name not in own:
            places[name].append(Place(name, _above(name, upward), "city"))
    return {name: tuple(found) for name, found in places.items()}


def _plain(name: str) -> str:
    return name.replace("_", " ").lower()


def _above(name: str, upward: Mapping[str, set[str]]) -> frozenset[str]:
    seen: set[str] = set()
    queue = [name]
    while queue:
        for parent in upward.get(queue.pop(), set()) - seen:
            seen.add(parent)
            queue.append(parent)
    return frozenset(seen)
