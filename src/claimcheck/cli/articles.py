"""Which recorded articles a call means: named by their ids or by their files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from claimcheck.errors import ClaimcheckError
from claimcheck.records.workspace import Workspace


class NotAmongRecorded(ClaimcheckError):
    """Of several articles to check, one is a file that has no record."""

    def __init__(self, given: str) -> None:
        super().__init__(
            f"{given} is not recorded, so it cannot be checked together with others.",
            remedy=f"Record it with: claimcheck extract {given}; or check it alone, for what its text shows.",
        )


class NotRecorded(ClaimcheckError):
    """An article's file has no record yet."""

    def __init__(self, given: str) -> None:
        super().__init__(
            f"{given} is no recorded article.", remedy=f"Record it with: claimcheck extract {given}"
        )


def recorded_names(workspace: Workspace, articles: Sequence[str]) -> list[str] | None:
    """The slugs that names or files stand for, empty for all; None where the only file is not recorded.

    Raises:
        MissingDocument, NotAmongRecorded: where several are named and one of them has no record.
    """
    names = []
    for given in articles:
        slug = _recorded(workspace, given)
        if slug is None and len(articles) > 1:
            from claimcheck.documents.text import MissingDocument

            raise NotAmongRecorded(given) if Path(given).exists() else MissingDocument(given)
        if slug is None:
            return None
        names.append(slug)
    return names


def named_articles(workspace: Workspace, articles: Sequence[str]) -> list[str]:
    """The slugs that names or files stand for, for a command that needs a record of each; empty for all.

    Raises:
        MissingDocument, NotRecorded: where one has none.
    """
    from claimcheck.documents.text import MissingDocument

    slugs = []
    for given in articles:
        slug = _recorded(workspace, given)
        if slug is None:
            raise NotRecorded(given) if Path(given).exists() else MissingDocument(given)
        if slug not in slugs:
            slugs.append(slug)
    return slugs


def _recorded(workspace: Workspace, given: str) -> str | None:
    path = Path(given)
    if given in workspace.slugs():
        return given
    place = workspace.place(path.resolve())
    for loaded in workspace.articles():
        if loaded.record.article.path == place:
            return loaded.path.stem
    if path.exists() or "/" in given or "." in given:
        return None
    workspace.article(given)  # says that there is no such article, with a suggestion
    return None
