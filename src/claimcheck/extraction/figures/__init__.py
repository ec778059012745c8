"""Figures: what quantity a text states, and whether two statements of it can both be right."""

from claimcheck.extraction.figures.compare import compare_figures
from claimcheck.extraction.figures.find import find_figures
from claimcheck.extraction.figures.model import Change, Dimension, Figure, Precision

__all__ = ["Change", "Dimension", "Figure", "Precision", "compare_figures", "find_figures"]
