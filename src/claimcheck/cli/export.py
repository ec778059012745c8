"""``claimcheck export``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimcheck.cli.articles import named_articles
from claimcheck.cli.invocation import Invocation
from claimcheck.errors import ClaimcheckError
from claimcheck.records.counting import counted

if TYPE_CHECKING:
    from claimcheck.exchange.claimreview import Publisher
    from claimcheck.exchange.model import Holdings
    from claimcheck.records.workspace import Workspace

FORMATS = ("claimreview", "annotations", "csv", "csl", "docx")


class NothingToExport(ClaimcheckError):
    """There are no claims, or no sources, to write."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"There are no {what} to export.", remedy=remedy)


class OneArticleAtATime(ClaimcheckError):
    """A Word file holds one article."""

    def __init__(self, articles: int) -> None:
        super().__init__(
            f"A Word file holds one article, and {articles} are meant.",
            remedy="Name one: claimcheck export docx ARTICLE -o FILE.docx",
        )


class NeedsAFile(ClaimcheckError):
    """A Word file is not for a terminal."""

    def __init__(self) -> None:
        super().__init__("A Word file cannot be printed.", remedy="Say where it goes: -o FILE.docx")


@click.command("export")
@click.argument("format_", metavar="FORMAT", type=click.Choice(FORMATS))
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File to write; else standard output.")
@click.option("--bom", is_flag=True, help="csv: begin with a byte order mark, which Excel needs for UTF-8.")
@click.option(
    "--url", default="", help="claimreview: the page it is published on; {article} is the article's name."
)
@click.option("--publisher", default="", metavar="NAME", help="claimreview: the organisation that publishes.")
@click.option("--publisher-url", default="", metavar="URL", help="claimreview: the organisation's home page.")
@click.pass_obj
def export_command(
    invocation: Invocation,
    format_: str,
    articles: tuple[str, ...],
    output: Path | None,
    bom: bool,
    url: str,
    publisher: str,
    publisher_url: str,
) -> None:
    """Write claims or sources in a format of other programs.

    FORMAT is claimreview (JSON-LD, signed claims only), annotations (W3C Web Annotation), csv (a line a
    claim), csl (the sources, as CSL-JSON) or docx (one article, its findings as comments). ARTICLE is a name
    in claims/; all without it.
    """
    workspace = invocation.workspace()
    if format_ == "csl":
        data = _sources(workspace).encode()
    else:
        holdings = gather_holdings(invocation, workspace, articles)
        if format_ == "docx":
            if output is None:
                raise NeedsAFile
            data = _word_file(invocation, workspace, holdings)
        elif format_ == "claimreview":
            people = workspace.settings.desk.people
            data = _reviews(holdings, url, publisher, publisher_url, people)
        else:
            data = _text(format_, holdings, bom).encode()
    if output is None:
        click.echo(data, nl=False)
        return
    from claimcheck.records.atomic import write_atomically

    write_atomically(output.resolve(), data, place=str(output))
    click.echo(f"Written to {output}", err=True)


def gather_holdings(invocation: Invocation, workspace: Workspace, articles: tuple[str, ...]) -> Holdings:
    """The articles named, or all, with their assessments and all sources.

    Raises:
        NothingToExport; UnknownArticle.
    """
    from claimcheck.cli.collecting import assessed, original_file
    from claimcheck.exchange.model import ExportedArticle, Holdings

    loaded = [workspace.article(slug) for slug in sorted(set(named_articles(workspace, articles)))] or list(
        workspace.articles()
    )
    if not any(file.record.claims for file in loaded):
        raise NothingToExport("claims", "Begin with: claimcheck extract ARTICLE")
    desk = assessed(invocation, workspace, loaded)
    texts = {file.path.stem: workspace.reading_text(file.path.stem) for file in loaded}
    exported = (
        ExportedArticle(
            slug := file.path.stem,
            file.record,
            texts[slug],
            desk.assessments,
            original_file(workspace, file, texts[slug]),
        )
        for file in loaded
    )
    return Holdings(tuple(exported), desk.sources, invocation.now())


def _sources(workspace: Workspace) -> str:
    from claimcheck.exchange import csl

    sources = {loaded.record.id: loaded.record for loaded in workspace.sources()}
    if not sources:
        raise NothingToExport("sources", "Begin with: claimcheck source add FILE")
    return csl.render(sources)


def _text(format_: str, holdings: Holdings, bom: bool) -> str:
    from claimcheck.exchange import annotations, csv_table

    return csv_table.render(holdings, bom=bom) if format_ == "csv" else annotations.render(holdings)


def _reviews(holdings: Holdings, url: str, name: str, home: str, people: dict[str, str]) -> bytes:
    from claimcheck.exchange import claimreview

    publisher: Publisher = claimreview.Publisher(url, name, home, people)
    text = claimreview.render(holdings, publisher)
    signed = len(claimreview.read(text))
    claims = sum(len(article.live) for article in holdings.articles)
    told = f"{signed} of {counted(claims, 'claim')} signed as they stand; no others are written."
    click.echo(told, err=True)
    return text.encode()


def _word_file(invocation: Invocation, workspace: Workspace, holdings: Holdings) -> bytes:
    from claimcheck.checking import check_workspace
    from claimcheck.cli.gathering import gather
    from claimcheck.exchange import docx_file

    if len(holdings.articles) != 1:
        raise OneArticleAtATime(len(holdings.articles))
    article = holdings.articles[0]
    report = check_workspace(gather(invocation, workspace, [article.slug], fail_on=None, excuse=True))
    return docx_file.render(article, report.findings, made=invocation.now())
