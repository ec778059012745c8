"""``claimcheck init``."""

from __future__ import annotations

import click

from claimcheck.cli.invocation import Invocation


@click.command("init")
@click.option("--private-desk-files", is_flag=True, help="Keep notes, queries and assignments out of git.")
@click.pass_obj
def init_command(invocation: Invocation, private_desk_files: bool) -> None:
    """Make this folder a claimcheck workspace.

    Works in an empty folder, on a shared drive, and in an existing git repository; running it again changes
    nothing, and no line of yours is touched.
    """
    from claimcheck.records.initialise import init_workspace

    # A folder that came under git after it became a workspace keeps what its settings say.
    private = private_desk_files or invocation.settings(invocation.start).desk.private_desk_files
    done = init_workspace(invocation.start, private_desk_files=private)
    if done.created:
        click.echo(f"Created {', '.join(done.created)}.")
    if done.extended:
        click.echo(f"Added lines to {', '.join(done.extended)}.")
    if not done.created and not done.extended:
        click.echo("This is a claimcheck workspace already; nothing was changed.")
    if done.merge_driver:
        click.echo(f'Once in each clone: git config merge.claimcheck.driver "{done.merge_driver}"')
    click.echo("Next: claimcheck extract ARTICLE")
