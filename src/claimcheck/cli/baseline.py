"""``claimcheck baseline``: findings known when a desk began, kept apart from new ones."""

from __future__ import annotations

import click

from claimcheck.cli.invocation import Invocation
from claimcheck.records.counting import counted


@click.group("baseline")
def baseline_command() -> None:
    """Keep findings known when a desk began apart from new ones.

    A finding in claims/baseline.json does not fail the gate; a new one does; one that is gone is stale.
    """


@baseline_command.command("add")
@click.option("--why", default="", help="Why these findings stand, kept with each of them.")
@click.pass_obj
def add(invocation: Invocation, why: str) -> None:
    """Take every finding of now into the baseline; what is waived stays waived."""
    from claimcheck.cli.check import make_report
    from claimcheck.records.models import Baseline

    report = make_report(invocation, ())
    if report.problems:
        first = report.problems[0]
        raise click.ClickException(f"The check is not possible yet: {first.place} {first.message}")
    fresh = {
        finding.fingerprint: f"{finding.code} {finding.claim or finding.path}{f': {why}' if why else ''}"
        for finding in (*report.findings, *report.repeats)
        if not finding.code.startswith("CC9")
    }
    editor = invocation.editor(invocation.workspace())
    edited = editor.change_baseline(
        lambda old: Baseline(claimcheck=1, findings=dict(sorted({**old.findings, **fresh}.items())))
    )
    click.echo(f"{counted(len(fresh), 'finding')} added; the baseline holds {len(edited.after.findings)}")


@baseline_command.command("prune")
@click.pass_obj
def prune(invocation: Invocation) -> None:
    """Take out what is no longer found."""
    from claimcheck.cli.check import make_report
    from claimcheck.records.models import Baseline

    report = make_report(invocation, (), excuse=False)
    if report.problems:
        first = report.problems[0]
        raise click.ClickException(f"The check is not possible yet: {first.place} {first.message}")
    found = {name for finding in (*report.findings, *report.repeats) for name in finding.names}
    editor = invocation.editor(invocation.workspace())
    edited = editor.change_baseline(
        lambda old: Baseline(claimcheck=1, findings={k: v for k, v in old.findings.items() if k in found})
    )
    gone = len(edited.before.findings if edited.before else {}) - len(edited.after.findings)
    click.echo(f"{gone} stale entries taken out; the baseline holds {len(edited.after.findings)}")
