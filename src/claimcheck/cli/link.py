"""``claimcheck link``."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimcheck.cli.invocation import Invocation
from claimcheck.cli.terminal import progress
from claimcheck.errors import ClaimcheckError
from claimcheck.records.counting import counted
from claimcheck.records.shortening import shorten

if TYPE_CHECKING:
    from claimcheck.cli.checked_before import Told
    from claimcheck.evidence.language_model.proposing import LanguageModel
    from claimcheck.evidence.recording import Linked
    from claimcheck.evidence.second import PluginJudge
    from claimcheck.evidence.source_library import Library
    from claimcheck.records.workspace import Workspace
    from claimcheck.sources.texts import SourceText

_NEXT = (
    "Nothing counts until a person accepts it. One claim: claimcheck explain CLAIM, claimcheck accept CLAIM; "
    "all of them: claimcheck review"
)
_NAMED = 5
"""Claims with proposals that are named at most; review and --json have them all."""


class NothingToLink(ClaimcheckError):
    """There are no claims, or no source texts to search."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"There is nothing to link: {what}.", remedy=remedy)


@click.command("link")
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.option(
    "--checked",
    "archives",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Also look in this older workspace for claims that were checked before (repeatable).",
)
@click.option("--send", is_flag=True, help="Agree that passages go to the language model that settings name.")
@click.option("--json", "as_json", is_flag=True, help="Print what was proposed as JSON.")
@click.pass_obj
def link_command(
    invocation: Invocation, articles: tuple[str, ...], archives: tuple[Path, ...], send: bool, as_json: bool
) -> None:
    """Propose passages of the sources for each claim, and tell what was checked before.

    Every proposal carries layer, stance, the exact passage and the reason. Proposals count for nothing
    until a person accepts them. Running it again replaces only proposals that nobody decided. Signed claims
    of other articles, and of workspaces named with --checked, that say the same are told of, never counted.
    """
    from claimcheck.cli.articles import named_articles
    from claimcheck.cli.checked_before import Checked
    from claimcheck.cli.meaning import embedder_for
    from claimcheck.cli.plugins import plugin_judges
    from claimcheck.cli.second_opinion import say, second_opinion
    from claimcheck.evidence.second import PluginJudge
    from claimcheck.evidence.source_library import Library

    workspace = invocation.workspace()
    slugs = named_articles(workspace, articles) or workspace.slugs()
    if not slugs:
        raise NothingToLink("no article is recorded", "Begin with: claimcheck extract ARTICLE")
    texts = _texts(workspace)
    on_hand = {text.source.id: text.source for text in texts}
    own = [PluginJudge(name, judge) for name, judge in plugin_judges(workspace.settings).items()]
    model = second_opinion(invocation, workspace, slugs, on_hand, send)
    checked = Checked(invocation, workspace, archives)
    library = Library(texts, embedder_for(invocation, workspace))
    rows = []
    for slug in slugs:
        linked = _link(invocation, workspace, slug, library, [*own, *([model] if model else [])])
        before = list(checked.told(workspace.article(slug).record.claims, slug))
        rows.append(_as_json(linked, before))
        if not as_json:
            _print(linked, before)
    if model:
        say(model.tally)
    for judge in own:
        told = f"{judge.asked} passages; {judge.vetoed} answers overruled by the facts"
        click.echo(f"Judge {judge.name}: {told}.", err=True)
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        click.echo(_NEXT)


def _texts(workspace: Workspace) -> list[SourceText]:
    from claimcheck.cli.collecting import source_texts

    sources = {loaded.record.id: loaded.record for loaded in workspace.sources()}
    texts = [text for text in source_texts(workspace, sources) if text.source.retracted is None]
    if not texts:
        raise NothingToLink("no source has a text on hand", "Add one with: claimcheck source add FILE")
    _tell_unmarked(workspace, texts)
    return texts


def _tell_unmarked(workspace: Workspace, texts: Sequence[SourceText]) -> None:
    """Says which sources seem to be a machine's transcripts, though their records, being older, do not."""
    from claimcheck.sources.unmarked import seems_unmarked

    for text in texts:
        if seems_unmarked(workspace, text):
            name = text.source.id
            click.echo(
                f"{name} says that a machine wrote it, its record does not: listen to it, then run "
                f"claimcheck source edit {name} --heard; until then --machine-transcript marks it.",
                err=True,
            )


def _link(
    invocation: Invocation,
    workspace: Workspace,
    slug: str,
    library: Library,
    judges: Sequence[LanguageModel | PluginJudge],
) -> Linked:
    from claimcheck.cli.derived import DerivedCache, key_of
    from claimcheck.evidence.recording import link_article

    derived = DerivedCache(invocation.cache(workspace.root))

    def recall(key: Sequence[str], make: Callable[[], list[str]]) -> list[str]:
        return derived.get("proposals", key_of(key), make, list)

    return link_article(
        invocation.editor(workspace),
        slug,
        library,
        track=lambda claims: progress(claims, "Linking"),
        recall=recall,
        seconds=[judge.propose for judge in judges],
    )


def _print(linked: Linked, before: Sequence[Told]) -> None:
    from claimcheck.cli.checked_before import SHOWN

    total = counted(sum(linked.proposals.values()), "proposal")
    click.echo(f"{linked.slug}: {total} for {len(linked.proposals)} of {counted(linked.claims, 'claim')}")
    if linked.proposals:
        more = f" and {len(linked.proposals) - _NAMED} more" if len(linked.proposals) > _NAMED else ""
        click.echo(f"  for {' '.join(list(linked.proposals)[:_NAMED])}{more}")
    for claim, quotations in list(linked.unfound.items())[:_NAMED]:
        for quotation in quotations:
            words = shorten(quotation.rstrip(","), 60)
            click.echo(f"  {claim}: no source on hand has “{words}”, nor words near to it")
    if len(linked.unfound) > _NAMED:
        click.echo(f"  and {len(linked.unfound) - _NAMED} more claims with such quotations: --json lists all")
    if linked.copies:
        click.echo(f"  passed over, a copy of the article: {', '.join(linked.copies)}")
    for told in before[:SHOWN]:
        click.echo(f"  {told.claim.id} was {told.line()}")
    if len(before) > SHOWN:
        click.echo(f"  and {len(before) - SHOWN} more that were checked before: --json lists all")


def _as_json(linked: Linked, before: Sequence[Told]) -> dict[str, object]:
    return {
        "article": linked.slug,
        "claims": linked.claims,
        "proposals": linked.proposals,
        "copies": list(linked.copies),
        "quotations_not_found": linked.unfound,
        "checked_before": [told.as_json() for told in before],
    }
