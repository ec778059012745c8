"""``claimcheck source edit``: say anew what a source is."""

from __future__ import annotations

import sys
from typing import Any

import click

from claimcheck.cli.invocation import Invocation
from claimcheck.cli.source_options import ask_provider, described, given
from claimcheck.cli.terminal import one_line

_EMPTIED = ("study", "wire", "publisher", "owner", "url", "published", "translator")
"""Options that an empty text takes back."""


@click.command("edit")
@click.argument("source_id")
@described
@click.option("--as", "as_name", metavar="NAME", help="Who decides, as before the command's name.")
@click.pass_obj
def edit_command(invocation: Invocation, /, source_id: str, as_name: str | None, **options: Any) -> None:
    """Change what a source's record says: its grade, where it got it, how it is described.

    The options are those of 'source add', and an empty text takes one back. On a terminal, without options,
    you are asked who stands behind it. Prints every claim whose status changes; 'undo' takes it back. The
    text is never edited: another text is another source.
    """
    from claimcheck.cli.falling import statuses
    from claimcheck.decisions.sources import edit_source

    desk = invocation.desk(as_name)
    source = desk.workspace.source(source_id).record
    fields = given(options)
    if not fields and sys.stdin.isatty():
        fields = {"provider": ask_provider(source.provider)}
    fields = {name: list(value) if isinstance(value, tuple) else value for name, value in fields.items()}
    fields |= {name: None for name in _EMPTIED if fields.get(name) == ""}
    before = statuses(invocation, desk.fresh())
    edit_source(desk, source_id, fields)
    after = statuses(invocation, desk.fresh())
    edited = desk.workspace.source(source_id).record
    click.echo(f"{source_id}  {edited.tier}, {edited.reliability}  {one_line(edited.title, 70)}")
    for claim in sorted(after):
        if before.get(claim, after[claim]).status != after[claim].status:
            told = f"{before[claim].status} -> {after[claim].status}"
            click.echo(f"  {claim}  {told}  {one_line(after[claim].text, 60)}")
