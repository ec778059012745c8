"""``claimcheck schema`` and ``claimcheck migrate``: the record format, said and kept current."""

from __future__ import annotations

import json

import click

from claimcheck.cli.invocation import Invocation
from claimcheck.records.counting import counted

RECORDS = {
    "claims": "ClaimFile",
    "source": "Source",
    "waivers": "WaiverFile",
    "desk": "DeskFile",
    "baseline": "Baseline",
    "settings": "Settings",
}


@click.command("schema")
@click.argument("record", type=click.Choice(list(RECORDS)), default="claims")
def schema_command(record: str) -> None:
    """Print the JSON Schema of a kind of record, so that an editor can complete and validate it."""
    click.echo(json.dumps(schema_of(record), ensure_ascii=False, indent=2))


def schema_of(record: str) -> dict[str, object]:
    """The JSON Schema of one kind of record in :data:`RECORDS`."""
    from claimcheck.records import models, settings

    model = getattr(settings if record == "settings" else models, RECORDS[record])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()}


@click.command("migrate")
@click.pass_obj
def migrate_command(invocation: Invocation) -> None:
    """Move records of an earlier format version on to this one.

    There is one version so far, so this reads every record, says what it found, and changes nothing.
    """
    from claimcheck.records.models import FORMAT_VERSION

    workspace = invocation.workspace()
    count = sum(1 for _ in workspace.articles()) + sum(1 for _ in workspace.sources())
    count += sum(found is not None for found in (workspace.waivers(), workspace.baseline()))
    read = counted(count, "record")
    click.echo(f"{read} read; all are of version {FORMAT_VERSION}, the newest. Nothing was changed.")
