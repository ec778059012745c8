"""Who said what: source, cue and content of every attribution in a text."""

from claimcheck.extraction.attribution.finder import find_attributions

__all__ = ["find_attributions"]
