"""``claimcheck demo``: the main job on the repository's own example, on a copy, from article to report."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimcheck.cli.invocation import Invocation
from claimcheck.cli.terminal import one_line, progress
from claimcheck.errors import ClaimcheckError
from claimcheck.records.counting import counted

if TYPE_CHECKING:
    from claimcheck.records.edits import Editor
    from claimcheck.rules.report import Report

EXAMPLE = ("port-ellery-budget", "four-capitals")
"""The example's articles, the fictional one first."""
_COPIED = ("claimcheck.toml", "articles", "claims", "sources")
_SHOWN = 6


class ExampleMissing(ClaimcheckError):
    """The demo was called where the example does not lie."""

    def __init__(self, start: Path) -> None:
        super().__init__(
            f"The example is not in {start.resolve()}.",
            remedy="Run the demo in a clone of the repository, or begin on your own: claimcheck init",
        )


@click.command("demo")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("report.html"),
    help="Where the report goes.",
)
@click.pass_obj
def demo_command(invocation: Invocation, output: Path) -> None:
    """Run the example from article to gate to report, on a copy; nothing in the repository changes.

    Exit status 0 although the gate in it fails: that it fails is what the example shows.
    """
    root = invocation.workspace().root
    if not all((root / "claims" / f"{slug}.yaml").is_file() for slug in EXAMPLE):
        raise ExampleMissing(invocation.start)
    with tempfile.TemporaryDirectory(prefix="claimcheck-demo-") as folder:
        copy = Path(folder) / "desk"
        copy.mkdir()
        for name in _COPIED:
            source = root / name
            if source.is_dir():
                shutil.copytree(source, copy / name)
            elif source.exists():
                shutil.copy2(source, copy / name)
        _run(Invocation(start=copy, as_name="demo"), output)


def _run(invocation: Invocation, output: Path) -> None:
    from claimcheck.cli.check import make_report
    from claimcheck.cli.report import render
    from claimcheck.records.atomic import write_atomically

    editor = invocation.editor(invocation.workspace())
    _step(1, "extract", "every assertion becomes a claim; what is no claim is dropped with a reason")
    _extract(editor)
    _step(2, "link", "passages are proposed; only what a person accepted counts")
    _link(editor)
    _step(3, "check", "the gate, without the baseline that keeps this repository's own CI green")
    _check(make_report(invocation, (), excuse=False))
    _step(4, "report", "for the desk")
    page = render(invocation, EXAMPLE, "html", disputed_only=True)
    write_atomically(output.resolve(), page.encode("utf-8", "replace"), place=str(output))
    click.echo(f"  {output.resolve()}")
    click.echo("\nOpen it in a browser. On an article of yours: claimcheck check draft.md")


def _step(number: int, name: str, what: str) -> None:
    click.echo(f"\n{number}  claimcheck {name}: {what}")


def _extract(editor: Editor) -> None:
    from claimcheck.documents.reading import read_document
    from claimcheck.extraction.recording import record_article

    for slug in EXAMPLE:
        path = editor.workspace.root / editor.workspace.article(slug).record.article.path
        document = read_document(path)
        recorded = record_article(editor, path, slug, document, sha256(path.read_bytes()).hexdigest())
        dropped = Counter(item.why for item in recorded.record.dropped)
        click.echo(f"  {slug}: {counted(len(recorded.record.claims), 'claim')}, {dropped.total()} dropped")
        for why, count in dropped.most_common(3):
            click.echo(f"      {count:3} {why}")


def _link(editor: Editor) -> None:
    from claimcheck.cli.collecting import source_texts
    from claimcheck.evidence.recording import link_article
    from claimcheck.evidence.source_library import Library

    sources = {loaded.record.id: loaded.record for loaded in editor.workspace.sources()}
    texts = [text for text in source_texts(editor.workspace, sources) if text.source.retracted is None]
    library = Library(texts)
    for slug in EXAMPLE:
        linked = link_article(editor, slug, library, track=lambda claims: progress(claims, "Linking"))
        decided = sum(
            item.status != "proposed"
            for claim in editor.workspace.article(slug).record.claims
            for item in claim.evidence
        )
        open_ = sum(linked.proposals.values())
        people = f"{counted(decided, 'passage')} decided by people"
        click.echo(f"  {slug}: {people}, {counted(open_, 'open proposal')}")
    without = len(sources) - len(texts)
    click.echo(f"  {counted(len(texts), 'source')} with a text on hand, {without} cited only or retracted")


def _check(report: Report) -> None:
    levels = ", ".join(counted(n, level) for level, n in report.levels().items())
    statuses = ", ".join(f"{count} {status}" for status, count in report.statuses().items())
    click.echo(f"  {counted(len(report.claims), 'claim')}: {statuses}")
    click.echo(f"  findings: {levels}; the gate's exit status is {int(report.exit_code)}")
    serious = [f for f in report.findings if f.level == "error" and not f.code.startswith("CC1")]
    for finding in serious[:_SHOWN]:
        click.echo(f"    {finding.place}  {finding.code} {finding.name}")
        click.echo(f"        {one_line(finding.message, 110)}")
    rest = len(report.findings) - min(len(serious), _SHOWN)
    click.echo(f"    and {rest} more: claimcheck check")
