"""``claimcheck check``: the gate. Reads, never writes in the workspace."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from claimcheck.cli.invocation import Invocation
from claimcheck.cli.plugins import plugin_formats
from claimcheck.errors import ClaimcheckError
from claimcheck.formats import FORMATS, find_format, render
from claimcheck.records.settings import Level

if TYPE_CHECKING:
    from claimcheck.checking import CheckInputs
    from claimcheck.records.workspace import Workspace
    from claimcheck.rules.report import Report


class BadOutput(ClaimcheckError):
    """``--output`` is not FORMAT=FILE."""

    def __init__(self, given: str, known: Iterable[str]) -> None:
        super().__init__(
            f"--output {given!r} does not say FORMAT=FILE.",
            remedy=f"FORMAT is one of {', '.join(known)}; for example --output json=findings.json",
        )


class FormatName(click.Choice[str]):
    """One of claimcheck's own formats, or a name that a plug-in may have; whether it has is seen later."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name as given; only what cannot be any format's name is refused here."""
        return value


@click.command("check")
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.option(
    "--format",
    "format_",
    type=FormatName(list(FORMATS)),
    default="text",
    show_default=True,
    help="What is printed.",
)
@click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="FORMAT=FILE",
    help="Also write a format to a file; may be given several times.",
)
@click.option(
    "--fail-on", type=click.Choice(get_args(Level)), help="Lowest level that makes the exit status 1."
)
@click.option(
    "--all", "unfold", is_flag=True, help="Name every unsourced claim instead of folding by section."
)
@click.option("--no-baseline", is_flag=True, help="Count what the baseline and waivers excuse, too.")
@click.option(
    "--changed",
    is_flag=False,
    flag_value="HEAD",
    metavar="[COMMIT]",
    help="Only claims that changed since COMMIT (HEAD), or whose source or article did.",
)
@click.option(
    "--policy-from",
    metavar="COMMIT",
    help="Take settings, waivers, baseline, grades and sign-offs from COMMIT; weakening them is an error.",
)
@click.pass_obj
def check_command(
    invocation: Invocation,
    articles: tuple[str, ...],
    format_: str,
    outputs: tuple[str, ...],
    fail_on: Level | None,
    unfold: bool,
    no_baseline: bool,
    changed: str | None,
    policy_from: str | None,
) -> int:
    """Fail on unsourced claims and every other finding.

    In a workspace, checks what is recorded; ARTICLE is a name in claims/ or a file. Anywhere else, ARTICLE is
    a file, and what its text alone shows is printed. Exit status: 0 clean, 1 findings at or above --fail-on,
    2 something could not be checked.
    """
    extra = plugin_formats(invocation.settings_here())
    targets = [_split(output, [*FORMATS, *extra]) for output in outputs]
    find_format(format_, extra)
    report = make_report(
        invocation,
        articles,
        fail_on=fail_on,
        excuse=not no_baseline,
        changed=changed,
        policy_from=policy_from,
    )
    for kind, path in targets:
        _write(path, render(kind, report, show_all=unfold, extra=extra))
    click.echo(render(format_, report, show_all=unfold, extra=extra), nl=False)
    return int(report.exit_code)


def _split(output: str, known: Collection[str]) -> tuple[str, Path]:
    kind, separator, name = output.partition("=")
    if kind not in known or not separator or not name:
        raise BadOutput(output, known)
    return kind, Path(name)


def _write(path: Path, text: str) -> None:
    from claimcheck.records.atomic import write_atomically

    write_atomically(path.resolve(), text.encode("utf-8", "replace"), place=str(path))


def make_report(
    invocation: Invocation,
    articles: tuple[str, ...],
    *,
    fail_on: Level | None = None,
    excuse: bool = True,
    changed: str | None = None,
    policy_from: str | None = None,
) -> Report:
    """Check recorded articles, or a bare article where there is no workspace or no record of it."""
    from claimcheck.cli.articles import recorded_names
    from claimcheck.cli.gathering import gather
    from claimcheck.records.workspace import NoWorkspace

    try:
        workspace = invocation.workspace()
    except NoWorkspace:
        if not articles or changed is not None or policy_from is not None:
            raise
        return _bare(invocation, articles, fail_on)
    slugs = recorded_names(workspace, articles)
    if slugs is None:
        if changed is not None or policy_from is not None:
            raise click.UsageError("--changed and --policy-from need a recorded article.")
        return _bare(invocation, articles, fail_on)
    collect = partial(
        gather,
        invocation,
        workspace,
        slugs,
        fail_on=fail_on,
        excuse=excuse,
        changed=changed,
        policy_from=policy_from,
    )
    own = workspace.settings.plugins.rules  # which may look across articles: then none is judged by itself
    if slugs or own or changed is not None or policy_from is not None:
        from claimcheck.checking import check_workspace

        return check_workspace(collect())
    return _remembering(invocation, workspace, collect)


def _remembering(invocation: Invocation, workspace: Workspace, collect: Callable[..., CheckInputs]) -> Report:
    """Check every article, taking what an earlier check of the same text came to from the cache."""
    from claimcheck.checking import check_and_judge, check_workspace
    from claimcheck.cli.memory import Memory

    memory = Memory(invocation.cache(workspace.root), workspace.root)
    inputs = collect(memory=memory)
    report, judged = check_and_judge(inputs)
    if inputs.judged and any(problem.name == "rule-crashed" for problem in report.problems):
        # what a crashed rule found earlier is not to be believed either
        return check_workspace(collect())
    memory.keep(judged)
    return report


def _bare(invocation: Invocation, articles: tuple[str, ...], fail_on: Level | None) -> Report:
    from claimcheck.cli.gathering import check_bare

    if len(articles) > 1:
        raise click.UsageError("Without a workspace, check one ARTICLE at a time.")
    return check_bare(invocation, Path(articles[0]), fail_on)
