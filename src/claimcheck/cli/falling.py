"""What becomes of the claims where a source changes or is withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from claimcheck.cli.collecting import assessed
from claimcheck.cli.invocation import Invocation
from claimcheck.records.models import Source
from claimcheck.records.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Standing:
    """How a claim stands, and what it says."""

    status: str
    text: str


def statuses(
    invocation: Invocation, workspace: Workspace, change: Callable[[Source], Source] | None = None
) -> dict[str, Standing]:
    """How every claim that stands in an article is graded, by id.

    Args:
        change: applied to each source first, to see what would become of the claims; nothing is written.
    """
    articles = list(workspace.articles())
    desk = assessed(invocation, workspace, articles, change=change)
    return {
        claim.id: Standing(desk.assessments[claim.id].status, claim.text)
        for article in articles
        for claim in article.record.claims
        if not claim.orphan
    }


def without(source_id: str) -> Callable[[Source], Source]:
    """Takes one source for withdrawn, for :func:`statuses`."""
    from claimcheck.records.models import Retraction

    gone = Retraction(at="1970-01-01T00:00:00Z", by="nobody", why="what if")
    return lambda one: one.model_copy(update={"retracted": gone}) if one.id == source_id else one
