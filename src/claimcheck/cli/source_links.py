"""``claimcheck source links``."""

from __future__ import annotations

import click

from claimcheck.cli.invocation import Invocation
from claimcheck.cli.terminal import plain, progress


@click.command("links")
@click.argument("source_ids", nargs=-1, metavar="[SOURCE]...")
@click.pass_obj
def links_command(invocation: Invocation, source_ids: tuple[str, ...]) -> None:
    """Follow the addresses of sources, and record which lead nowhere.

    All with an address of the web where none is named. This goes out to the web; 'check' never does, and
    reads what was recorded here (rule CC507). Hosts that are not on the public internet are not asked.
    """
    from claimcheck.sources.fetch import check_link, is_web

    workspace = invocation.workspace()
    named = [workspace.source(name).record for name in source_ids]
    sources = named or [
        loaded.record
        for loaded in workspace.sources()
        if is_web(loaded.record.url) and loaded.record.private is None
    ]
    editor, by = invocation.editor(workspace), invocation.person()
    for source in progress(sources, "Following addresses"):
        found = check_link(editor, source, by=by, at=invocation.now())
        click.echo(f"{found.outcome:8} {source.id}  {plain(source.url or '')}  ({plain(found.note)})")
    if not sources:
        click.echo("No source has an address of the web.", err=True)
