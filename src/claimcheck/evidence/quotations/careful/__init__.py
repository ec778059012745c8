"""A careful look at cut quotations by a small network, for where an editor is at work; see ``reading``."""

from claimcheck.evidence.quotations.careful.reading import CarefulReader

__all__ = ["CarefulReader"]
