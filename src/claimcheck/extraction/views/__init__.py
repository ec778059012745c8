"""Is a sentence the writer's own view, or a fact that could be looked up?"""

from claimcheck.extraction.views.model import VIEW, View, shipped_view
from claimcheck.extraction.views.signs import SIGNS, Surroundings, signs_of

__all__ = ["SIGNS", "VIEW", "Surroundings", "View", "shipped_view", "signs_of"]
