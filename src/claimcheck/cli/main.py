"""The command group: every command is one module, imported only when it is called.

``--help`` must answer at once, so names and short helps stand here in a table and nothing else is loaded.
"""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from pathlib import Path

import click

from claimcheck import __version__
from claimcheck.errors import ClaimcheckError, ExitCode

COMMANDS: dict[str, tuple[str, str]] = {
    "init": ("initialise", "Make this folder a claimcheck workspace."),
    "extract": ("extract", "Record each assertion of an article as a claim."),
    "source": ("source", "Add, edit, list, show and retract sources."),
    "link": ("link", "Propose passages of the sources for each claim."),
    "quote": ("quote", "Search all sources for a quotation."),
    "review": ("review", "Decide claim by claim, one key a decision."),
    "check": ("check", "Fail on unsourced claims and every other finding: the gate."),
    "report": ("report", "Write the report for the desk: disputed, weak and unsourced claims."),
    "status": ("status", "Say where every article, person and open question stands."),
    "explain": ("explain", "Say how a claim's status came about, and what would clear it."),
    "baseline": ("baseline", "Keep known findings apart from new ones."),
    "compare": ("compare", "Hold another version of an article against its record."),
    "rule": ("rule", "Show the page of a rule."),
    "accept": ("decide", "Accept a proposed passage as evidence."),
    "reject": ("decide", "Reject a proposed passage."),
    "sign": ("decide", "Sign off a claim."),
    "waive": ("decide", "Excuse a finding, for a reason and a time."),
    "restore": ("decide", "Bring back a sentence that was dropped."),
    "undo": ("decide", "Take back your own last decision."),
    "desk": ("newsroom", "Questions, assignments, notes, stages, corrections."),
    "corrections": ("corrections", "List what was corrected after publication."),
    "conflicts": ("merging", "Find and merge second versions of records that a shared drive left."),
    "merge-driver": ("merging", "Merge record files by claim, called by git."),
    "export": ("export", "Write claims or sources in a format of other programs."),
    "import": ("import_", "Take in annotations and bibliographies."),
    "schema": ("schema", "Print the JSON Schema of a kind of record."),
    "migrate": ("schema", "Move records of an earlier format version on to this one."),
    "lsp": ("lsp", "Show findings in an editor while a draft is written."),
    "judge": ("judge", "The pure judgements, JSON Lines in and out."),
    "demo": ("demo", "Run the example from article to gate to report."),
}
"""Command name -> (module under ``claimcheck.cli``, short help)."""


class LazyGroup(click.Group):
    """A group that imports a command's module only when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of a day's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command, or None if there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"claimcheck.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, f"{cmd_name.replace('-', '_')}_command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with a suggestion for a misspelt name."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, n=1)
            hint = f" Did you mean '{near[0]}'?" if near else " See 'claimcheck --help'."
            raise click.UsageError(f"There is no command '{args[0]}'.{hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the table, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, short) for name, (_, short) in COMMANDS.items()])


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit status: 0 clean, 1 findings, 2 could not check.",
)
@click.version_option(__version__, prog_name="claimcheck-desk")
@click.option(
    "-C",
    "--workspace",
    "start",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=Path(),
    help="Work in this folder instead of the current one.",
)
@click.option("--as", "as_name", metavar="NAME", help="Who decides: the name written in records.")
@click.pass_context
def cli(ctx: click.Context, start: Path, as_name: str | None) -> None:
    """Claims as code for newsrooms.

    claimcheck records each assertion of an article as a claim, links it to the exact passages of sources
    that support or contradict it, verifies quotations word by word, and grades the sourcing.
    """
    from claimcheck.cli.invocation import Invocation

    ctx.obj = Invocation(start=start, as_name=as_name)


def main(args: list[str] | None = None) -> int:
    """Run the program and return its exit status; never lets a traceback reach a person."""
    if args is None:
        # Looking for pydantic's plug-ins would import importlib.metadata; claimcheck uses none of them.
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
        gc.set_threshold(1_000_000, 20, 20)  # records are trees: there is next to nothing to collect
    try:
        outcome = cli.main(args=args, prog_name="claimcheck", standalone_mode=False)
        sys.stdout.flush()
        status = outcome if isinstance(outcome, int) else int(ExitCode.CLEAN)
    except click.exceptions.Exit as exit_:
        status = exit_.exit_code
    except click.Abort:
        click.echo("Stopped; nothing half-done was left behind.", err=True)
        status = 130
    except click.ClickException as error:
        error.show()
        status = int(ExitCode.COULD_NOT_CHECK)
    except ClaimcheckError as error:
        status = _complain(str(error), error.exit_code)
    except BrokenPipeError:
        # The reader of our output went away (`| head`); that is its right.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = int(ExitCode.CLEAN)
    except Exception as error:
        status = _crashed(error)
    if args is None:
        gc.freeze()  # spares the last collection at exit, which would look at every object once more
        sys.exit(status)
    return status


def _complain(text: str, status: ExitCode) -> int:
    from claimcheck.cli.terminal import plain

    click.echo(f"claimcheck: {plain(text)}", err=True)
    return int(status)


def _crashed(error: Exception) -> int:
    if os.environ.get("CLAIMCHECK_DEBUG"):
        raise error
    return _complain(
        f"unexpected {type(error).__name__}: {error}. This is a fault of claimcheck, not yours; nothing was "
        "written by halves. Run again with CLAIMCHECK_DEBUG=1 for the details a bug report needs.",
        ExitCode.COULD_NOT_CHECK,
    )
