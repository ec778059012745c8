"""Claims told in other words than the source's: a noun for a verb, the passive, another order, a synonym."""

from claimcheck.evidence.stance.retelling.judging import settle

__all__ = ["settle"]
