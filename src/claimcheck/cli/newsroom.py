"""The desk's own steps for scripts: questions, assignments, notes, stages, corrections, approvals."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click

from claimcheck.cli.invocation import Invocation
from claimcheck.cli.shaping import attribute_command, join_command, split_command
from claimcheck.cli.terminal import plain
from claimcheck.records.counting import counted
from claimcheck.records.models import Layer, Stage, Stance

if TYPE_CHECKING:
    from claimcheck.decisions.desk import Desk
    from claimcheck.records.workspace import Workspace

_CLAIM = click.argument("claim_id", metavar="CLAIM")
_AS = click.option("--as", "as_name", metavar="NAME", help="Who decides, as before the command's name.")


@click.group("desk")
def desk_command() -> None:
    """Questions, assignments, notes, stages, corrections: the steps of a desk's day."""


@desk_command.command("query")
@_CLAIM
@click.option("--to", required=True, help="Whom it is put to.")
@click.option("--due", metavar="DATE", help="When the answer is needed.")
@click.argument("question")
@_AS
@click.pass_obj
def query(
    invocation: Invocation, claim_id: str, to: str, due: str | None, question: str, as_name: str | None
) -> None:
    """Put a question that a claim raises to somebody; 'status' lists what is out."""
    from claimcheck.decisions.desk_work import query as put

    asked, change = put(invocation.desk(as_name), claim_id, to, question, due)
    click.echo(f"Query {asked.id} to {plain(to)} is out{f', due {due}' if due else ''}")
    if change.mind:
        click.echo(f"Mind: {change.mind}.", err=True)


@desk_command.command("answer")
@click.argument("article")
@click.argument("query_id", metavar="QUERY")
@click.argument("text", metavar="ANSWER")
@_AS
@click.pass_obj
def answer(invocation: Invocation, article: str, query_id: str, text: str, as_name: str | None) -> None:
    """Record the answer to a query.

    QUERY is its id, as 'status' lists it, or the claim's where one query on it is out.
    """
    from claimcheck.decisions.desk_work import answer as record

    desk = invocation.desk(as_name)
    if "/" in query_id:
        query_id = _only_query(desk.workspace, article, query_id)
    record(desk, article, query_id, text)
    click.echo(f"Query {query_id} is answered")


def _only_query(workspace: Workspace, article: str, claim_id: str) -> str:
    from claimcheck.decisions.desk_work import UnknownQuery

    notes = workspace.desk(article)
    out = [item for item in (notes.record.queries if notes else []) if item.answer is None]
    on_claim = [item.id for item in out if item.claim == claim_id]
    if len(on_claim) != 1:
        raise UnknownQuery(claim_id, on_claim or [item.id for item in out])
    return on_claim[0]


@desk_command.command("note")
@_CLAIM
@click.argument("text")
@_AS
@click.pass_obj
def note(invocation: Invocation, claim_id: str, text: str, as_name: str | None) -> None:
    """Leave a remark on a claim."""
    from claimcheck.decisions.desk_work import note as leave

    leave(invocation.desk(as_name), claim_id, text)
    click.echo(f"Noted on {claim_id}")


@desk_command.command("assign")
@click.argument("claim_ids", metavar="CLAIM...", nargs=-1, required=True)
@click.option("--to", required=True, help="Who is to check.")
@_AS
@click.pass_obj
def assign(invocation: Invocation, claim_ids: tuple[str, ...], to: str, as_name: str | None) -> None:
    """Say who is to check claims."""
    from claimcheck.decisions.desk_work import assign as give

    desk = invocation.desk(as_name)
    for claim_id in claim_ids:
        give(desk, claim_id, to)
    click.echo(f"{counted(len(claim_ids), 'claim')} assigned to {plain(to)}")


@desk_command.command("stage")
@click.argument("article")
@click.argument("stage", type=click.Choice(get_args(Stage)))
@click.option("--published", metavar="DATE", help="Day of publication.")
@_AS
@click.pass_obj
def stage(
    invocation: Invocation, article: str, stage: Stage, published: str | None, as_name: str | None
) -> None:
    """Move an article on: draft, checking, cleared, published."""
    from claimcheck.decisions.claims import set_stage

    set_stage(invocation.desk(as_name), article, stage, published)
    click.echo(f"{article} is now: {stage}")


@desk_command.command("writer")
@click.argument("article")
@click.argument("name")
@_AS
@click.pass_obj
def writer(invocation: Invocation, article: str, name: str, as_name: str | None) -> None:
    """Say who wrote an article; a writer's own sign-off is no second person's."""
    from claimcheck.decisions.claims import set_writer

    set_writer(invocation.desk(as_name), article, name)
    click.echo(f"{article} was written by {plain(name)}")


@desk_command.command("correct")
@_CLAIM
@click.option("--now", "corrected", required=True, help="What it says, corrected.")
@click.option("--was", help="What it said; otherwise the claim's text.")
@click.option("--notice", default="", help="The correction as printed.")
@click.option("--cause", default="", help="How the error came about.")
@click.option("--found-by", default="", help="Who found it.")
@_AS
@click.pass_obj
def correct(
    invocation: Invocation,
    claim_id: str,
    corrected: str,
    was: str | None,
    notice: str,
    cause: str,
    found_by: str,
    as_name: str | None,
) -> None:
    """Record a correction after publication."""
    from claimcheck.decisions.claims import correct as record

    desk = invocation.desk(as_name)
    record(desk, claim_id, corrected, was=was, notice=notice, cause=cause, found_by=found_by)
    click.echo(f"Correction of {claim_id} is recorded")


@desk_command.command("reply")
@_CLAIM
@click.option("--to", required=True, help="Whom the allegation is about.")
@click.option("--how", default="", help="By telephone, by mail …")
@click.option("--answer", help="What they said, where they answered.")
@_AS
@click.pass_obj
def reply(
    invocation: Invocation, claim_id: str, to: str, how: str, answer: str | None, as_name: str | None
) -> None:
    """Record an attempt to get a reply from the one an allegation is about."""
    from claimcheck.decisions.claims import reply_attempt

    reply_attempt(invocation.desk(as_name), claim_id, to, how, answer)
    click.echo(f"Attempt to reach {plain(to)} is recorded")


_MARKS = {"exempt": "exempt", "states-dispute": "states_dispute", "approve-unnamed": "approve_unnamed"}


@desk_command.command("mark")
@_CLAIM
@click.argument("mark", type=click.Choice(list(_MARKS)))
@click.option("--why", required=True)
@click.option("--undo", is_flag=True, help="Take the mark back.")
@_AS
@click.pass_obj
def mark(invocation: Invocation, claim_id: str, mark: str, why: str, undo: bool, as_name: str | None) -> None:
    """Say that a claim is exempt, that the text states the dispute, or that an unnamed source is approved."""
    from claimcheck.decisions import claims

    getattr(claims, _MARKS[mark])(invocation.desk(as_name), claim_id, why, undo=undo)
    click.echo(f"{claim_id}: {mark}{' taken back' if undo else ''}")


@desk_command.command("evidence")
@_CLAIM
@click.argument("source")
@click.argument("exact", required=False, default="", metavar="[WORDS]")
@click.option("--about", type=click.Choice(get_args(Layer)), required=True)
@click.option("--stance", type=click.Choice(get_args(Stance)), required=True)
@click.option(
    "--at",
    "place",
    metavar="PLACE",
    default="",
    help="Where the words stand, if they stand there more than once: 'page 4', '00:01:02'.",
)
@click.option("--start", type=int, help="The same as an offset.")
@click.option(
    "--calculation",
    metavar="FORMULA",
    help="For a table, instead of WORDS: how the claim's figure follows from cells, as in 'SUM(B2:B7)'.",
)
@click.option("--why", default="")
@_AS
@click.pass_obj
def evidence(
    invocation: Invocation,
    claim_id: str,
    source: str,
    exact: str,
    about: Layer,
    stance: Stance,
    place: str,
    start: int | None,
    calculation: str | None,
    why: str,
    as_name: str | None,
) -> None:
    """Add evidence that you found yourself: the passage word for word, or none for a testimony as a whole.

    With --calculation the cells that FORMULA names are the evidence; 'check' works it out again each time.
    """
    from claimcheck.decisions.evidence import add_evidence
    from claimcheck.sources.grading import grade_for

    desk = invocation.desk(as_name)
    if calculation is not None:
        if exact or start is not None or place:
            raise click.UsageError("--calculation names the cells itself: leave WORDS, --at and --start out.")
        _worked_out(desk, claim_id, source, calculation, about, stance, why)
        return
    record = desk.workspace.source(source).record
    grade = grade_for(record, about)
    own = (record.tier, record.reliability) == (grade.tier, grade.reliability)
    change = add_evidence(
        desk,
        claim_id,
        source,
        about,
        stance,
        exact=exact,
        start=start,
        place=place,
        why=why,
        tier=None if own else grade.tier,
        reliability=None if own else grade.reliability,
    )
    if change.mind:
        click.echo(f"Mind: {change.mind}.", err=True)
    click.echo(f"Evidence from {source} is added to {claim_id}")


def _worked_out(
    desk: Desk, claim_id: str, source: str, formula: str, about: Layer, stance: Stance, why: str
) -> None:
    from claimcheck.decisions.calculations import add_calculation
    from claimcheck.extraction.figures import find_figures
    from claimcheck.rules.worked_out import agrees

    _, value = add_calculation(desk, claim_id, source, formula, about, stance, why)
    click.echo(f"{plain(formula)} gives {value:,.10g}; added to {claim_id} as evidence from {source}")
    text = desk.workspace.claim(claim_id)[1].text
    if stance == "supports" and not any(agrees(figure, value) for figure in find_figures(text)):
        click.echo("Mind: the claim has another figure, and check will say so (CC406).", err=True)


@desk_command.command("move")
@click.argument("orphan_id", metavar="GONE")
@_CLAIM
@_AS
@click.pass_obj
def move(invocation: Invocation, orphan_id: str, claim_id: str, as_name: str | None) -> None:
    """Give the evidence of a claim whose sentence is GONE to the CLAIM in its place.

    The passages become proposals there, for what was accepted for one sentence is not accepted for another.
    """
    from claimcheck.decisions.orphans import move_evidence

    move_evidence(invocation.desk(as_name), orphan_id, claim_id)
    click.echo(
        f"The evidence of {orphan_id} is proposed for {claim_id} now; see: claimcheck explain {claim_id}"
    )


@desk_command.command("discard")
@click.argument("orphan_id", metavar="GONE")
@_AS
@click.pass_obj
def discard(invocation: Invocation, orphan_id: str, as_name: str | None) -> None:
    """Let a claim go whose sentence is gone, with all that was decided on it; 'undo' brings it back."""
    from claimcheck.decisions.orphans import discard as let_go

    let_go(invocation.desk(as_name), orphan_id)
    click.echo(f"{orphan_id} is let go")


for _command in (split_command, join_command, attribute_command):
    desk_command.add_command(_command)
