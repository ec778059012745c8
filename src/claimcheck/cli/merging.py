"""``claimcheck merge-driver`` for git, and ``claimcheck conflicts`` for shared drives."""

from __future__ import annotations

from pathlib import Path

import click

from claimcheck.cli.invocation import Invocation
from claimcheck.cli.terminal import plain
from claimcheck.errors import ClaimcheckError, ExitCode

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command("merge-driver")
@click.argument("base", type=_FILE)
@click.argument("ours", type=_FILE)
@click.argument("theirs", type=_FILE)
@click.argument("place")
def merge_driver_command(base: Path, ours: Path, theirs: Path, place: str) -> int:
    """Merge three versions of a record file by claim, for git; OURS becomes the result.

    Tell git once in each clone: git config merge.claimcheck.driver "claimcheck merge-driver %O %A %B %P".
    Exit status 1 where both sides decided the same thing differently: those records then stand between
    conflict markers.
    """
    from claimcheck.records.atomic import write_atomically
    from claimcheck.records.merge_files import merge_files

    mine, other = ours.read_bytes(), theirs.read_bytes()
    try:
        merged = merge_files(base.read_bytes() or None, mine, other, place)
    except ClaimcheckError as error:
        # Git takes what we leave: without markers, one side would be lost unseen.
        write_atomically(ours.resolve(), _between_markers(mine, other))
        click.echo(f"claimcheck: {plain(str(error))}", err=True)
        return int(ExitCode.COULD_NOT_CHECK)
    write_atomically(ours.resolve(), merged.text.encode())
    for clash in merged.clashes:
        click.echo(f"{plain(place)}: both sides changed {plain(clash.path)}", err=True)
    return int(ExitCode.FINDINGS if merged.clashes else ExitCode.CLEAN)


def _between_markers(ours: bytes, theirs: bytes) -> bytes:
    def ended(data: bytes) -> bytes:
        return data if not data or data.endswith(b"\n") else data + b"\n"

    return b"<<<<<<< ours\n" + ended(ours) + b"=======\n" + ended(theirs) + b">>>>>>> theirs\n"


@click.command("conflicts")
@click.option("--merge", is_flag=True, help="Merge each copy into its original and delete the copy.")
@click.pass_obj
def conflicts_command(invocation: Invocation, merge: bool) -> int:
    """List second versions of record files that a shared drive left, and merge them.

    What only one version has is kept, and a decision wins over a proposal. Where both decided the same thing
    differently, both files stay as they are. Exit status 1 while copies are left.
    """
    workspace = invocation.workspace()
    copies = workspace.conflict_copies()
    if not copies:
        click.echo("There are no conflict copies.")
        return int(ExitCode.CLEAN)
    left = 0
    for copy in copies:
        name, original = (plain(workspace.place(path)) for path in (copy.path, copy.original))
        if not merge:
            click.echo(f"{name}  is a second version of  {original}")
            left += 1
            continue
        try:
            changed = invocation.editor(workspace).absorb(copy)
            click.echo(
                f"{name}  merged into  {original}{'' if changed else ', which had everything already'}"
            )
        except ClaimcheckError as error:
            click.echo(f"claimcheck: {plain(str(error))}", err=True)
            left += 1
    if left and not merge:
        click.echo("Merge them with: claimcheck conflicts --merge")
    return int(ExitCode.FINDINGS if left else ExitCode.CLEAN)
