"""Words that single one thing out from others of its kind, so that two clauses speak of two things."""

from __future__ import annotations

from claimcheck.extraction.relations.grammar import APART, Clause, Page

_NUMBERED = frozenset("first second third fourth".split())
_PARTS = frozenset(
    "floor storey row deck lane platform gate page chapter paragraph hall room stand tier".split()
)


def set_apart(one: Clause, other: Clause) -> bool:
    """Whether a word in only one of two clauses singles its thing out from others of its kind."""
    return bool(apart_words(one) ^ apart_words(other))


def apart_words(clause: Clause) -> frozenset[str]:
    """The words of a clause that single its thing out from others of its kind.

    Not "on the second floor", which only says where, nor "a third of it", which says how much.
    """
    event, page = clause.event, clause.page
    core = {*event.subject, *clause.direct, event.head}
    return frozenset(
        page.words[at].low
        for at in (*event.subject, *event.objects, *clause.direct, event.head)
        if page.words[at].low in APART
        and page.tags[at] != "name"
        and at not in page.dated
        and not _share(page, at)
        and (at in core or page.words[at].low not in _NUMBERED or not _storey(page, at))
    )


def _share(page: Page, at: int) -> bool:
    """Whether an ordinal is a fraction: "a third of its price"."""
    if page.words[at].low not in _NUMBERED or not 0 < at < len(page.words) - 1:
        return False
    return page.words[at - 1].low in ("a", "one") and page.words[at + 1].low == "of"


def _storey(page: Page, at: int) -> bool:
    """Whether a number orders parts of a thing, which there is but one of: "the second floor"."""
    return at + 1 < len(page.words) and page.words[at + 1].lemmas[0] in _PARTS
