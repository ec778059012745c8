"""``claimcheck report``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimcheck.cli.articles import named_articles
from claimcheck.cli.invocation import Invocation
from claimcheck.errors import ClaimcheckError

if TYPE_CHECKING:
    from claimcheck.records.workspace import Workspace

FORMATS = {".html": "html", ".htm": "html", ".md": "markdown", ".json": "json"}


class UnknownReportFormat(ClaimcheckError):
    """``-o`` names a file whose ending says no format."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The ending of {path.name!r} names no report format.", remedy="Use .html, .md or .json."
        )


class NothingToReport(ClaimcheckError):
    """The workspace holds no claims."""

    def __init__(self) -> None:
        super().__init__("There are no claims to report on.", remedy="Begin with: claimcheck extract ARTICLE")


@click.command("report")
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.option(
    "--disputed", is_flag=True, help="Only what is disputed, contradicted, changed, weak or unsourced."
)
@click.option("--as-of", metavar="DATE", help="Only what had been decided by then: a day, or a UTC time.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File to write: .html, .md or .json.")
@click.pass_obj
def report_command(
    invocation: Invocation, articles: tuple[str, ...], disputed: bool, as_of: str | None, output: Path | None
) -> None:
    """Write the report for the desk.

    Each claim with its sentence, both sides' passages word for word, what its status rests on and what would
    clear it. Without -o, Markdown goes to standard output. ARTICLE is a name in claims/; all without it.
    With --as-of, later decisions are left out; the article's text is the one on record now.
    """
    kind = FORMATS.get(output.suffix.lower()) if output else "markdown"
    if kind is None:
        raise UnknownReportFormat(output or Path())
    text = render(invocation, articles, kind, disputed_only=disputed, as_of=as_of)
    if output is None:
        click.echo(text, nl=False)
        return
    from claimcheck.records.atomic import write_atomically

    write_atomically(output.resolve(), text.encode("utf-8", "replace"), place=str(output))
    click.echo(f"Report written to {output}")


def render(
    invocation: Invocation,
    articles: tuple[str, ...],
    kind: str,
    *,
    disputed_only: bool,
    as_of: str | None = None,
) -> str:
    """The report as text in one of the formats."""
    from claimcheck.cli.collecting import assessed, report_inputs
    from claimcheck.reporting.model import build_report

    workspace, made = invocation.workspace(), invocation.now()
    if as_of is not None:
        workspace, made = _back_then(workspace, as_of)
    slugs = named_articles(workspace, articles)
    loaded = [workspace.article(slug) for slug in slugs] or list(workspace.articles())
    if not any(file.record.claims for file in loaded):
        raise NothingToReport
    desk = assessed(invocation, workspace, loaded)
    inputs, texts = report_inputs(workspace, loaded, desk)
    report = build_report(inputs, desk.sources, texts, desk.policy, made=made, disputed_only=disputed_only)
    if kind == "json":
        from claimcheck.reporting.data import render_json

        return render_json(report)
    if kind == "markdown":
        from claimcheck.reporting.markdown import render_markdown

        return render_markdown(report)
    from claimcheck.reporting.html import render_html

    return render_html(report)


def _back_then(workspace: Workspace, as_of: str) -> tuple[Workspace, str]:
    """The workspace as it stood, and the moment."""
    from claimcheck.decisions.history import PastWorkspace, end_of

    moment = end_of(as_of, workspace.settings.desk.time_zone)
    return PastWorkspace(workspace, moment), moment.strftime("%Y-%m-%dT%H:%M:%SZ")
