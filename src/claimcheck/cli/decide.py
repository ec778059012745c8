"""``claimcheck accept``, ``reject``, ``sign``, ``waive``, ``restore``, ``undo``: review, for scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click

from claimcheck.cli.explain import adding, evidence_lines, unprinted_of
from claimcheck.cli.invocation import Invocation
from claimcheck.cli.terminal import one_line
from claimcheck.errors import ClaimcheckError
from claimcheck.records.counting import counted
from claimcheck.records.models import Decision, Dropped, Layer, Reliability, Stance, Tier

if TYPE_CHECKING:
    from claimcheck.assessment.assess import Assessment
    from claimcheck.records.workspace import Workspace

_EVIDENCE = click.argument("evidence", nargs=-1, metavar="[EVIDENCE]...")
_CLAIM = click.argument("claim_id", metavar="CLAIM")
_WHY = click.option("--why", default="", help="The reason, kept with the decision.")
_AS = click.option("--as", "as_name", metavar="NAME", help="Who decides, as before the command's name.")


class NothingNamed(ClaimcheckError):
    """No evidence was named, and the claim has none open or more than one."""

    def __init__(self, claim_id: str, count: int) -> None:
        super().__init__(
            f"{claim_id} has {counted(count, 'open proposal') if count else 'no open proposal'}.",
            remedy="Name the evidence by its number or key."
            if count
            else f"All that there is: claimcheck explain {claim_id}. To add a passage: {adding(claim_id)}",
        )


class NoClaimToWaive(ClaimcheckError):
    """A waiver was wanted for a finding that is on no claim."""

    def __init__(self, given: str) -> None:
        super().__init__(
            f"A waiver excuses a finding on a claim, and {given[:100]!r} is none.",
            remedy="A finding on a source or a file is mended; or set its level under [check.severity], or "
            "set it aside for now with: claimcheck baseline add",
        )


class NotDroppedText(ClaimcheckError):
    """What is to be restored was not dropped, or begins like several things that were."""

    def __init__(self, slug: str, wanted: str, count: int) -> None:
        super().__init__(
            f"{count or 'Nothing'} dropped from {slug} begins with {wanted[:60]!r}.",
            remedy=f"See the list with: claimcheck extract ARTICLE --dry-run --dropped (record {slug}). "
            "What was left out of a web page comes back with: claimcheck extract ARTICLE --keep WORDS",
        )


@click.command("accept")
@_CLAIM
@_EVIDENCE
@_WHY
@_AS
@click.option("--stance", type=click.Choice(get_args(Stance)), help="Correct what the passage shows.")
@click.option("--about", type=click.Choice(get_args(Layer)), help="Correct the layer.")
@click.option("--tier", type=click.Choice(get_args(Tier)), help="Grade this passage apart from its source.")
@click.option("--reliability", type=click.Choice(get_args(Reliability)))
@click.option(
    "--part",
    "parts",
    multiple=True,
    type=click.IntRange(min=0),
    help="Which part of the claim it bears on, as 'explain' counts them (repeatable); 0 for the whole.",
)
@click.pass_obj
def accept_command(
    invocation: Invocation,
    claim_id: str,
    evidence: tuple[str, ...],
    why: str,
    as_name: str | None,
    stance: Stance | None,
    about: Layer | None,
    tier: Tier | None,
    reliability: Reliability | None,
    parts: tuple[int, ...],
) -> None:
    """Accept a proposed passage as evidence, as it is or with what you correct.

    EVIDENCE is a number, as 'explain' shows it, or a key; it may be left out where one proposal is open.
    A passage that was not proposed is added with 'desk evidence'.
    """
    from claimcheck.decisions.evidence import accept

    desk = invocation.desk(as_name)
    for item in _named(invocation, desk.workspace, claim_id, evidence):
        accept(
            desk,
            claim_id,
            item,
            why,
            stance=stance,
            about=about,
            tier=tier,
            reliability=reliability,
            parts=[number for number in parts if number] if parts else None,
        )
    _say(invocation, claim_id)


@click.command("reject")
@_CLAIM
@_EVIDENCE
@_WHY
@_AS
@click.pass_obj
def reject_command(
    invocation: Invocation, claim_id: str, evidence: tuple[str, ...], why: str, as_name: str | None
) -> None:
    """Reject a proposed passage; it is not proposed again."""
    from claimcheck.decisions.evidence import reject

    desk = invocation.desk(as_name)
    for item in _named(invocation, desk.workspace, claim_id, evidence):
        reject(desk, claim_id, item, why)
    _say(invocation, claim_id)


def _named(
    invocation: Invocation, workspace: Workspace, claim_id: str, evidence: tuple[str, ...]
) -> list[str]:
    if evidence:
        return list(evidence)
    claim = workspace.claim(claim_id)[1]
    open_ = [number for number, item in enumerate(claim.evidence, 1) if item.status == "proposed"]
    if len(open_) != 1:
        if open_:
            sources = (loaded.record for loaded in workspace.sources())
            unprinted = unprinted_of(sources, invocation.now())
            click.echo(
                "\n".join(["Open proposals:", *evidence_lines(claim, unprinted, "proposed")]), err=True
            )
        raise NothingNamed(claim.id, len(open_))
    return [str(open_[0])]


def _say(invocation: Invocation, claim_id: str) -> None:
    """The claim's status after the decision, in one sentence."""
    assessment = _status(invocation, claim_id)
    click.echo(f"{claim_id}: {one_line(assessment.sentence)}")


def _status(invocation: Invocation, claim_id: str) -> Assessment:
    from claimcheck.cli.collecting import assessed

    workspace = invocation.workspace()
    loaded, _ = workspace.claim(claim_id)
    return assessed(invocation, workspace, [loaded], only=claim_id).assessments[claim_id]


@click.command("sign")
@_CLAIM
@click.option("--decision", type=click.Choice(get_args(Decision)), default="verified", show_default=True)
@_WHY
@_AS
@click.pass_obj
def sign_command(
    invocation: Invocation, claim_id: str, decision: Decision, why: str, as_name: str | None
) -> None:
    """Sign off a claim: your name, the time, and a fingerprint of exactly what you judged."""
    from claimcheck.decisions.claims import sign

    desk = invocation.desk(as_name)
    sign(desk, claim_id, decision, why)
    click.echo(f"{claim_id}: {decision}, signed by {desk.by}")
    status = _status(invocation, claim_id).status
    if decision == "verified" and status not in ("strong", "adequate", "exempt"):
        click.echo(f"Mind: the claim is {status}, and a signature does not change that.", err=True)


@click.command("waive")
@click.argument("code")
@_CLAIM
@click.option("--reason", required=True, help="Why the finding is excused.")
@click.option("--expires", required=True, metavar="DATE", help="Last day it holds, such as 2026-12-31.")
@_AS
@click.pass_obj
def waive_command(
    invocation: Invocation, code: str, claim_id: str, reason: str, expires: str, as_name: str | None
) -> None:
    """Excuse a finding on a claim, for a reason and a time.

    What makes a check impossible cannot be waived. A finding on a source or a file names no CLAIM: mend it,
    set its level under [check.severity], or set it aside with 'baseline add'.
    """
    from claimcheck.cli.plugins import find_rule_here
    from claimcheck.decisions.desk_work import waive

    if "/" not in claim_id:
        raise NoClaimToWaive(claim_id)
    desk = invocation.desk(as_name)
    rule = find_rule_here(invocation, code)
    waive(desk, rule.code, claim_id, reason, expires)
    click.echo(f"{rule.code} {rule.name} on {claim_id} is waived until {expires} by {desk.by}")


@click.command("restore")
@click.argument("article")
@click.argument("words")
@_WHY
@_AS
@click.pass_obj
def restore_command(invocation: Invocation, article: str, words: str, why: str, as_name: str | None) -> None:
    """Bring back a sentence that was dropped, as a claim.

    WORDS is how the sentence begins, or the offset where it begins in the reading text.
    """
    from claimcheck.decisions.claims import restore

    desk = invocation.desk(as_name)
    start = _dropped(article, words, desk.workspace.article(article).record.dropped)
    change = restore(desk, article, start, why)
    click.echo(f"Restored as {change.subject}")


def _dropped(slug: str, words: str, dropped: list[Dropped]) -> int:
    if words.isdigit():
        return int(words)
    wanted = " ".join(words.split())
    found = [item for item in dropped if " ".join(item.text.split()).startswith(wanted)]
    if len(found) != 1:
        raise NotDroppedText(slug, words, len(found))
    return found[0].start


@click.command("undo")
@_AS
@click.pass_obj
def undo_command(invocation: Invocation, as_name: str | None) -> None:
    """Take back your own last decision, unless somebody changed the same thing since."""
    from claimcheck.decisions.undoing import in_words, undo

    change = undo(invocation.desk(as_name))
    click.echo(f"Taken back: {in_words(change.verb)} on {change.subject}")
