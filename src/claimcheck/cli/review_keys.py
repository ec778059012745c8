"""The keys of the review, as the person who calls has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from claimcheck.cli.invocation import Invocation
from claimcheck.records.settings import Settings

if TYPE_CHECKING:
    from claimcheck.review.keys import Binding


def own_keys(
    invocation: Invocation, settings: Settings, where: Literal["terminal", "page"]
) -> tuple[Binding, ...]:
    """The table of keys of the terminal or the page, with ``[review.keys]`` of the user's own settings.

    Raises:
        UnknownAction, NoKey, KeyTaken.
    """
    from claimcheck.review.keys import BINDINGS, rebound
    from claimcheck.review.web.pages.keys import PAGE_BINDINGS

    own = {
        action: (keys,) if isinstance(keys, str) else tuple(keys)
        for action, keys in settings.review.keys.items()
    }
    table, other = (BINDINGS, PAGE_BINDINGS) if where == "terminal" else (PAGE_BINDINGS, BINDINGS)
    return rebound(table, own, settings.origin("review.keys"), {binding.action for binding in other})
