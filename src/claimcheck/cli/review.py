"""``claimcheck review``: claim by claim, in the browser or the terminal."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimcheck.cli.invocation import Invocation
from claimcheck.cli.terminal import plain
from claimcheck.errors import ClaimcheckError
from claimcheck.records.counting import counted

if TYPE_CHECKING:
    from claimcheck.assessment.assess import Assessment
    from claimcheck.records.models import Claim, ClaimFile
    from claimcheck.records.workspace import Workspace
    from claimcheck.review.bench import Doors
    from claimcheck.review.views import ArticleState


_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


class WhichArticle(ClaimcheckError):
    """No article was named, and there is none or more than one."""

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__(
            "Say which article to review." if known else "There is no article to review yet.",
            remedy=f"There are: {', '.join(known[:8])}."
            if known
            else "Begin with: claimcheck extract ARTICLE",
        )


@click.command("review")
@click.argument("article", required=False)
@click.option("--terminal", is_flag=True, help="Review in the terminal instead of the browser.")
@click.option("--no-browser", is_flag=True, help="Print the page's address and open nothing.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port; otherwise one that is free.")
@click.option(
    "--host",
    default="127.0.0.1",
    metavar="ADDRESS",
    help="Serve a desk on one network; only encrypted. Otherwise this machine alone.",
)
@click.option("--tls", is_flag=True, help="Have a certificate made; its fingerprint is printed.")
@click.option("--cert", type=_FILE, help="Your own certificate (PEM), with --key.")
@click.option("--key", type=_FILE, help="The certificate's key (PEM), readable by you only.")
@click.option("--as", "as_name", metavar="NAME", help="Who decides, as before the command's name.")
@click.pass_obj
def review_command(
    invocation: Invocation,
    article: str | None,
    terminal: bool,
    no_browser: bool,
    port: int,
    host: str,
    tls: bool,
    cert: Path | None,
    key: Path | None,
    as_name: str | None,
) -> None:
    """Decide claim by claim: the sentence in its context, both sides' passages, one key a decision.

    Opens a page in the browser, served by this program to you alone: the printed link lets you in once.
    Every decision is saved at once; quitting loses nothing, and the next review resumes where you stopped.
    Press ? for the keys. ARTICLE is a name in claims/; it may be left out.

    With --terminal the review stays in the terminal; where input is none, keys are read one a line.
    """
    by = invocation.person(as_name)
    workspace = invocation.workspace()
    if terminal:
        _in_terminal(invocation, workspace, _chosen(workspace, article), as_name, by)
        return
    from claimcheck.cli.review_page import Served, serve_page

    slug = _chosen(workspace, article) if article is not None else ""
    if not workspace.slugs():
        raise WhichArticle([])
    serve_page(invocation, slug, by, Served(host, port, not no_browser, tls, cert, key))


def _in_terminal(
    invocation: Invocation, workspace: Workspace, slug: str, as_name: str | None, by: str
) -> None:
    from claimcheck.cli.review_keys import own_keys
    from claimcheck.review.bench import Bench
    from claimcheck.review.places import Places
    from claimcheck.review.terminal.console import review
    from claimcheck.review.terminal.reviewer import Reviewer

    bench = Bench(_doors(invocation, workspace, slug, as_name, by))
    keys = own_keys(invocation, workspace.settings, "terminal")
    reviewer = Reviewer(bench, Places(invocation.dirs().state, workspace.root, slug, by), keys)
    review(reviewer, os.environ)
    left = bench.state.left()
    click.echo(f"{slug}: {counted(left, 'claim')} left for {plain(by)}; everything is saved.")


def _chosen(workspace: Workspace, article: str | None) -> str:
    from claimcheck.cli.articles import named_articles

    known = workspace.slugs()
    if article is None:
        if len(known) != 1:
            raise WhichArticle(known)
        return known[0]
    return named_articles(workspace, [article])[0]


def _doors(invocation: Invocation, workspace: Workspace, slug: str, as_name: str | None, by: str) -> Doors:
    from claimcheck.cli.review_page import waivable
    from claimcheck.review.bench import Doors

    last: list[ArticleState] = []

    def read() -> ArticleState:
        workspace.reload()
        last[:] = [read_state(invocation, workspace, slug, by, *last)]
        return last[0]

    watched: list[Path] = [workspace.claims_path(slug), workspace.desk_path(slug), workspace.root / "sources"]
    watched += [workspace.source_path(name) for name in workspace.source_ids()]
    return Doors(
        read, lambda: invocation.desk(as_name), lambda claim_id: waivable(invocation, claim_id), watched
    )


def read_state(
    invocation: Invocation, workspace: Workspace, slug: str, by: str, last: ArticleState | None = None
) -> ArticleState:
    """One article as the review needs it, from the files as they are.

    Args:
        last: the state before; claims that did not change since are not assessed again.
    """
    from claimcheck.cli.collecting import assessed, source_texts
    from claimcheck.records.models import DeskFile
    from claimcheck.review.views import ArticleState, turns_shown

    loaded = workspace.article(slug)
    desk = assessed(invocation, workspace, [loaded], known=_known(workspace, loaded.record, last))
    notes = workspace.desk(slug)
    held = source_texts(workspace, desk.sources)
    return ArticleState(
        slug=slug,
        record=loaded.record,
        text=workspace.reading_text(slug),
        desk=notes.record if notes else DeskFile(claimcheck=1),
        sources=desk.sources,
        texts={text.source.id: text.text for text in held},
        snapshots={text.source.id: text.snapshot for text in held},
        turns={text.source.id: shown for text in held if (shown := turns_shown(text.blocks))},
        assessments=desk.assessments,
        policy=desk.policy,
        by=by,
    )


def _known(
    workspace: Workspace, record: ClaimFile, last: ArticleState | None
) -> dict[str, tuple[Claim, Assessment]]:
    """What was assessed before and rests on nothing that changed since but, perhaps, the claim itself."""
    sources = {loaded.record.id: loaded.record for loaded in workspace.sources()}
    if last is None or last.sources != sources or last.record.article.genre != record.article.genre:
        return {}
    return {claim.id: (claim, last.assessments[claim.id]) for claim in last.record.claims}
