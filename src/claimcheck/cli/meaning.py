"""Search by meaning, where settings ask for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from claimcheck.cli.derived import DerivedCache, key_of
from claimcheck.errors import MissingExtra

if TYPE_CHECKING:
    from claimcheck.cli.invocation import Invocation
    from claimcheck.evidence.embeddings import Embedder
    from claimcheck.records.workspace import Workspace


def embedder_for(invocation: Invocation, workspace: Workspace) -> Embedder | None:
    """The embedder that ``search.embeddings`` asks for, its vectors kept in the user's cache; else None.

    Raises:
        MissingExtra: where it is asked for and not installed.
    """
    if not workspace.settings.search.embeddings:
        return None
    from claimcheck.evidence.embeddings import embedder_at_hand

    derived = DerivedCache(invocation.cache(workspace.root))

    def recall(key: Sequence[str], make: Callable[[], str]) -> str:
        return derived.get("vectors", key_of(key), make, str)

    embedder = embedder_at_hand(recall)
    if embedder is None:
        raise MissingExtra("Search by meaning", "embeddings")
    return embedder
