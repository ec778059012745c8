"""``claimcheck corrections``: what was corrected after publication."""

from __future__ import annotations

import json

import click

from claimcheck.cli.articles import named_articles
from claimcheck.cli.invocation import Invocation
from claimcheck.cli.terminal import one_line


@click.command("corrections")
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.option("--json", "as_json", is_flag=True, help="Print the corrections as JSON.")
@click.pass_obj
def corrections_command(invocation: Invocation, articles: tuple[str, ...], as_json: bool) -> None:
    """List corrections, oldest first: what it said, what it says, the notice, the cause, who found it.

    Record one with: claimcheck desk correct CLAIM --now "…". ARTICLE is a name in claims/; all without it.
    """
    workspace = invocation.workspace()
    slugs = named_articles(workspace, articles)
    loaded = [workspace.article(slug) for slug in slugs] or list(workspace.articles())
    found = [
        {"claim": claim.id, **correction.model_dump()}
        for file in loaded
        for claim in file.record.claims
        for correction in claim.corrections
    ]
    found.sort(key=lambda item: (item["at"], item["claim"]))
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
    elif not found:
        click.echo("Nothing was corrected.")
    else:
        click.echo("\n".join(line for item in found for line in _lines(item)))


def _lines(item: dict[str, str]) -> list[str]:
    names = {"was": "was", "now": "is", "notice": "notice", "cause": "cause", "found_by": "found by"}
    told = [f"  {label + ':':10}{one_line(item[name])}" for name, label in names.items() if item[name]]
    return [f"{item['claim']}  {item['at'][:10]}, recorded by {one_line(item['by'])}", *told]
