"""``claimcheck status``: where every article, person and open question stands, from the index."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from hashlib import sha256
from typing import TYPE_CHECKING

import click

from claimcheck.cli.invocation import Invocation
from claimcheck.cli.terminal import one_line
from claimcheck.records.counting import counted

if TYPE_CHECKING:
    from claimcheck.index.queries import DeskStatus
    from claimcheck.index.sync import WorkspaceState
    from claimcheck.records.workspace import Workspace


@click.command("status")
@click.option("--json", "as_json", is_flag=True, help="Print the status as JSON.")
@click.option("--index", is_flag=True, help="Bring the index up to the records and print where it lies.")
@click.pass_obj
def status_command(invocation: Invocation, as_json: bool, index: bool) -> None:
    """Say where every article stands, who has what to do, and which questions are out.

    Answers from an index in your cache (or the database that CLAIMCHECK_INDEX_URL names), which is brought up
    to the records first and may be deleted at any time.
    """
    from claimcheck.index.engine import open_index, place_of
    from claimcheck.index.queries import desk_status
    from claimcheck.index.sync import synchronise

    workspace = invocation.workspace()
    engine = open_index(invocation.dirs().cache, workspace.root, os.environ.get("CLAIMCHECK_INDEX_URL"))
    synchronise(engine, state_of(invocation, workspace))
    if index:
        click.echo(place_of(engine))
        return
    today = invocation.today(workspace.settings.desk.time_zone).isoformat()
    status = desk_status(engine, today)
    if as_json:
        click.echo(json.dumps(asdict(status), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(status)))


def state_of(invocation: Invocation, workspace: Workspace) -> WorkspaceState:
    """The records as the index is to hold them."""
    from claimcheck.assessment.assess import Assessment, assess_claim
    from claimcheck.assessment.origins import Lineages
    from claimcheck.assessment.policy import load_policy
    from claimcheck.cli.collecting import copying_between
    from claimcheck.index.sync import ArticleState, WorkspaceState, basis_of
    from claimcheck.records.fingerprints import claim_fingerprint

    loaded_sources = list(workspace.sources())
    sources = {loaded.record.id: loaded.record for loaded in loaded_sources}
    policy = load_policy(workspace.settings.policy, origin=workspace.settings.origin)
    copying = copying_between(invocation, workspace, sources)
    retracted = {name: source.retracted is not None for name, source in sources.items()}

    lineages = Lineages(sources, copying)

    def assess(article: ArticleState) -> dict[str, Assessment]:
        lineage = lineages.of(article.slug)
        genre = article.record.article.genre
        return {
            claim.id: assess_claim(claim, sources, policy, genre=genre, lineage=lineage)
            for claim in article.record.claims
        }

    states = []
    for loaded in workspace.articles():
        desk = workspace.desk(loaded.path.stem)
        digest = sha256(f"{loaded.sha256} {desk.sha256 if desk else ''}".encode()).hexdigest()
        states.append(ArticleState(loaded.path.stem, digest, loaded.record, desk.record if desk else None))
    overrides = json.dumps(workspace.settings.policy, sort_keys=True)
    basis = basis_of(
        {loaded.record.id: loaded.sha256 for loaded in loaded_sources},
        copying,
        f"{policy.version} {overrides}",
    )
    return WorkspaceState(states, sources, basis, assess, lambda claim: claim_fingerprint(claim, retracted))


def _lines(status: DeskStatus) -> list[str]:
    lines = []
    for article in status.articles:
        counts = ", ".join(f"{count} {name}" for name, count in sorted(article.by_status.items()))
        lines.append(f"{article.slug}  [{article.stage}]  {one_line(article.title, 60)}")
        lines.append(f"  {counted(article.claims, 'claim')}: {counts or 'none'}")
        todo = [
            f"{article.undecided} with open proposals",
            f"{article.opposed} that a proposed passage contradicts",
            f"{article.spoken_against} that an accepted passage contradicts, which their status does not say",
            f"{article.signed} signed",
            f"{article.changed} changed since sign-off",
            f"{article.orphans} whose sentence is gone",
        ]
        left = ", ".join(item for item in todo if not item.startswith("0 "))
        lines += [f"  {left}"] if left else []
    if status.people:
        lines += ["", "People:"]
        lines += [
            f"  {one_line(p.name)}: {p.signed} signed, {p.assigned_open} assigned and open"
            for p in status.people
        ]
    if status.queries:
        lines += ["", "Out:"]
    for query in status.queries:
        due = f", due {query.due}{' OVERDUE' if query.overdue else ''}" if query.due else ""
        asked = f"(asked {query.asked[:10]}{due})"
        lines.append(
            f"  {query.id}  {query.claim}  to {one_line(query.to)}: {one_line(query.what, 70)} {asked}"
        )
    return lines or ["Nothing is recorded yet. Begin with: claimcheck extract ARTICLE"]
