"""``claimcheck link``."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import click

from claimcheck.cli.invocation import Invocation
from claimcheck.cli.terminal import progress
from claimcheck.errors import ClaimcheckError


class NothingToLink(ClaimcheckError):
    """There are no claims, or no source texts to search."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"There is nothing to link: {what}.", remedy=remedy)


@click.command("link")
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.option("--send", is_flag=True, help="Agree that passages go to the language model that settings name.")
@click.pass_obj
def link_command(invocation: Invocation, articles: tuple[str, ...], send: bool) -> None:
    """Propose passages of the sources for each claim.

    Every proposal carries layer, stance, the exact passage and the reason. Proposals count for nothing
    until a person accepts them. Running it again replaces only proposals that nobody decided.
    """
    from claimcheck.cli.collecting import source_texts
    from claimcheck.cli.derived import DerivedCache, key_of
    from claimcheck.cli.second_opinion import say, second_opinion
    from claimcheck.evidence.library import Library
    from claimcheck.evidence.recording import link_article

    workspace = invocation.workspace()
    slugs = list(articles) or workspace.slugs()
    if not slugs:
        raise NothingToLink("no article is recorded", "Begin with: claimcheck extract ARTICLE")
    sources = {loaded.record.id: loaded.record for loaded in workspace.sources()}
    texts = [text for text in source_texts(workspace, sources) if text.source.retracted is None]
    if not texts:
        raise NothingToLink("no source has a text on hand", "Add one with: claimcheck source add FILE")
    on_hand = {text.source.id: text.source for text in texts}
    model = second_opinion(invocation, workspace, slugs, on_hand, send)
    library = Library(texts)
    editor = invocation.editor(workspace)
    derived = DerivedCache(invocation.cache(workspace.root))

    def recall(key: Sequence[str], make: Callable[[], list[str]]) -> list[str]:
        return derived.get("proposals", key_of(key), make, list)

    for slug in slugs:
        linked = link_article(
            editor,
            slug,
            library,
            track=lambda claims: progress(claims, "Linking"),
            recall=recall,
            second=model.propose if model else None,
        )
        total = sum(linked.proposals.values())
        click.echo(f"{slug}: {total} proposals for {len(linked.proposals)} of {linked.claims} claims")
        if linked.copies:
            click.echo(f"  passed over, a copy of the article: {', '.join(linked.copies)}")
    if model:
        say(model.tally)
    click.echo(
        "Nothing counts until it is accepted: claimcheck check, claimcheck explain CLAIM, claimcheck accept"
    )
