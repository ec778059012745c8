"""``claimcheck desk split``, ``join``, ``attribute``: what a claim is, for scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from claimcheck.cli.invocation import Invocation
from claimcheck.cli.terminal import one_line, plain
from claimcheck.errors import ClaimcheckError

if TYPE_CHECKING:
    from claimcheck.records.models import Attribution, Claim

_CLAIM = click.argument("claim_id", metavar="CLAIM")
_AS = click.option("--as", "as_name", metavar="NAME", help="Who decides, as before the command's name.")


class WordsNotThere(ClaimcheckError):
    """The words at which a claim is to be cut do not stand in it once."""

    def __init__(self, claim_id: str, words: str, times: int) -> None:
        super().__init__(
            f"{words[:60]!r} stands {times} times in {claim_id}.",
            remedy="Give the words that the second half begins with, as they stand there.",
        )


@click.command("split")
@_CLAIM
@click.argument("words")
@_AS
@click.pass_obj
def split_command(invocation: Invocation, claim_id: str, words: str, as_name: str | None) -> None:
    """Cut a claim in two where WORDS begin; both halves keep what was decided, and are open again."""
    from claimcheck.decisions.shaping import split

    desk = invocation.desk(as_name)
    text = desk.workspace.claim(claim_id)[1].text
    if text.count(words) != 1:
        raise WordsNotThere(claim_id, words, text.count(words))
    second, _ = split(desk, claim_id, text.index(words))
    workspace = desk.fresh()
    for name in (claim_id, second):
        click.echo(f"{name}: {one_line(workspace.claim(name)[1].text)}")


@click.command("join")
@_CLAIM
@click.argument("other_id", metavar="OTHER")
@_AS
@click.pass_obj
def join_command(invocation: Invocation, claim_id: str, other_id: str, as_name: str | None) -> None:
    """Make one claim of two that stand next to each other; the earlier one's id stays."""
    from claimcheck.decisions.shaping import join

    desk = invocation.desk(as_name)
    change = join(desk, claim_id, other_id)
    click.echo(f"{change.subject}: {one_line(desk.fresh().claim(change.subject)[1].text)}")


@click.command("attribute")
@_CLAIM
@click.option(
    "--number", type=click.IntRange(1, 100), default=1, show_default=True, help="Which attribution."
)
@click.option("--speaker", help="Who says it.")
@click.option("--unnamed/--named", default=None, help="Whether the source is not named in the text.")
@click.option("--hedge", help="The hedging word, such as reportedly; empty for none.")
@click.option("--remove", is_flag=True, help="Nobody is said to say it.")
@_AS
@click.pass_obj
def attribute_command(
    invocation: Invocation,
    claim_id: str,
    number: int,
    speaker: str | None,
    unnamed: bool | None,
    hedge: str | None,
    remove: bool,
    as_name: str | None,
) -> None:
    """Say who says a claim; one number more than there are adds an attribution."""
    from claimcheck.decisions.shaping import set_attribution

    desk = invocation.desk(as_name)
    claim = desk.workspace.claim(claim_id)[1]
    made = None if remove else _made(claim, number, speaker, unnamed, hedge)
    set_attribution(desk, claim_id, number, made)
    who = "nobody" if made is None else made.speaker or "somebody who is not named"
    click.echo(f"{claim_id}: attribution {number} is {plain(who)}")


def _made(
    claim: Claim, number: int, speaker: str | None, unnamed: bool | None, hedge: str | None
) -> Attribution:
    from claimcheck.decisions.shaping import attribution_of

    return attribution_of(claim, number, speaker=speaker, anonymous=unnamed, hedge=hedge)
