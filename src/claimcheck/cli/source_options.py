"""What can be said of a source, the same for ``source add`` and ``source edit``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, get_args

import click

from claimcheck.records.models import Provider, Reliability, Terms, Tier

Command = TypeVar("Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--title", help="Title; otherwise the document's own."),
    click.option(
        "--from",
        "provider",
        type=click.Choice(get_args(Provider)),
        help="Who stands behind it; tier and reliability are derived. Asked for on a terminal.",
    ),
    click.option("--tier", type=click.Choice(get_args(Tier)), help="Overrule the derived tier."),
    click.option(
        "--reliability", type=click.Choice(get_args(Reliability)), help="Overrule the derived letter."
    ),
    click.option(
        "--original/--origin-unknown",
        default=None,
        help="Whether it is where the information first came from, or nobody knows.",
    ),
    click.option("--derived-from", multiple=True, metavar="ID", help="It rests on that source (repeatable)."),
    click.option("--study", help="Label shared by all sources that report one study."),
    click.option("--wire", help="Label shared by all sources that carry one agency copy."),
    click.option("--terms", type=click.Choice(get_args(Terms)), help="On record unless said otherwise."),
    click.option("--author", "authors", multiple=True),
    click.option("--publisher"),
    click.option("--owner", help="Who owns the publisher."),
    click.option("--url"),
    click.option("--published", metavar="DATE", help="ISO date; otherwise the document's own."),
    click.option("--language", help="BCP 47 tag; English unless the document says otherwise."),
    click.option(
        "--translated/--not-translated", default=None, help="Whether what we hold is a translation."
    ),
    click.option("--translator"),
    click.option(
        "--machine-transcript/--no-machine-transcript",
        default=None,
        help="Whether a machine wrote down what was spoken; otherwise as the file says.",
    ),
    click.option(
        "--heard/--not-heard",
        default=None,
        help="That you compared a machine's transcript with the recording; your name is kept.",
    ),
    click.option("--hops", type=click.IntRange(0, 9), help="Relays between the origin and what we hold."),
    click.option("--no-llm/--llm", default=None, help="Never send it to a language model, or allow that."),
    click.option("--fictional/--not-fictional", default=None, help="Whether it was written for an example."),
    click.option("--notes"),
)


def described(command: Command) -> Command:
    """Give a command the options that describe a source; each is None (or empty) where it was not given."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def given(options: dict[str, Any]) -> dict[str, Any]:
    """The options that were given."""
    return {name: value for name, value in options.items() if value is not None and value != ()}


def ask_provider(known: Provider = "unknown") -> Provider:
    """Ask on the terminal who stands behind a source; Enter takes what is known."""
    from claimcheck.sources.grading import PROVIDER_WORDS

    choices = list(PROVIDER_WORDS)
    click.echo("Who stands behind it?", err=True)
    for number, name in enumerate(choices, 1):
        click.echo(f"  {number}  {PROVIDER_WORDS[name]}", err=True)
    usual = choices.index(known) + 1
    answer = click.prompt("Number", type=click.IntRange(1, len(choices)), default=usual, err=True)
    return choices[answer - 1]
