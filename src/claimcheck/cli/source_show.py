"""``claimcheck source show``: a source's record, its text, a place in it, what was kept apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from claimcheck.cli.apart import announced, listed
from claimcheck.cli.invocation import Invocation
from claimcheck.cli.terminal import one_line, plain
from claimcheck.errors import ClaimcheckError

if TYPE_CHECKING:
    from claimcheck.sources.places import Spot
    from claimcheck.sources.texts import SourceText

_AROUND = 160
"""Code points shown on either side of a place."""
_MOST = 40
"""Stretches shown of one place."""


@click.command("show")
@click.argument("source_id")
@click.option("--text", is_flag=True, help="Print the reading text instead.")
@click.option(
    "--at",
    "place",
    metavar="PLACE",
    help="Print instead what stands at a place, as reports name it: 'page 4, paragraph 2', '00:01:02', "
    "'Budget!B2:B7', 'under “Income”'.",
)
@click.option("--dropped", is_flag=True, help="List instead what is not read of its file, with the reasons.")
@click.pass_obj
def show_command(
    invocation: Invocation, source_id: str, text: bool, place: str | None, dropped: bool
) -> None:
    """Show a source's record, or its reading text, a place in it, or what was kept apart from it.

    Text that no reader of the file sees, and what its pages repeat at head and foot, is never evidence.
    """
    from claimcheck.records.codec import dump_source
    from claimcheck.sources.texts import load_apart, load_text

    workspace = invocation.workspace()
    source = workspace.source(source_id).record
    if dropped:
        hidden = load_apart(workspace, source_id)
        click.echo("\n".join([announced(hidden), *listed(hidden)] if hidden else ["Nothing was kept apart."]))
        return
    if not text and place is None:
        click.echo(plain(dump_source(source)), nl=False)
        return
    held = load_text(workspace, source)
    if held is None:
        where = f" It could be had from: {source.obtainable}." if source.obtainable else ""
        raise ClaimcheckError(f"The text of {source_id} is not on hand.{where}")
    click.echo(plain(held.text) if place is None else "\n".join(_at(held, place)))


def _at(held: SourceText, wanted: str) -> list[str]:
    from claimcheck.evidence.proposing import place_at
    from claimcheck.records.locators import say_place
    from claimcheck.sources.places import find_place

    found = find_place(held, wanted)
    lines: list[str] = []
    for spot in found[:_MOST]:
        told = [say_place(place_at(held, spot.start)), spot.speaker or "", f"[{spot.start}:{spot.end}]"]
        lines += [one_line("  ".join(part for part in told if part)), f"  {_marked(held.text, spot)}"]
    if len(found) > _MOST:
        lines.append(f"… and {len(found) - _MOST} more")
    return lines


def _marked(text: str, spot: Spot) -> str:
    before = one_line(text[max(0, spot.start - _AROUND) : spot.start], _AROUND)
    after = one_line(text[spot.end : spot.end + _AROUND], _AROUND)
    head = f"…{before} " if before else ""
    return f"{head}«{plain(text[spot.start : spot.end])}»{f' {after}…' if after else ''}"
