"""What words mean beside each other: synonyms, opposites, converses, places; our own lists."""

from claimcheck.extraction.clauses.lexicon.lexicon import Lexicon, Place, load_lexicon, read_lines

__all__ = ["Lexicon", "Place", "load_lexicon", "read_lines"]
