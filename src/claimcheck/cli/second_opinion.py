"""A language model for ``link``: whom it asks, what it may send, and that a person agreed to it."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimcheck.cli.invocation import Invocation
from claimcheck.cli.terminal import plain
from claimcheck.errors import ClaimcheckError
from claimcheck.records.counting import counted

if TYPE_CHECKING:
    from claimcheck.evidence.language_model.client import Endpoint
    from claimcheck.evidence.language_model.proposing import LanguageModel, Tally
    from claimcheck.records.models import Source
    from claimcheck.records.workspace import Workspace

NAME = "llm"
"""What ``judges.use`` calls the language model."""


class NoEndpoint(ClaimcheckError):
    """``judges.use`` names a language model, but not where one is."""

    def __init__(self) -> None:
        super().__init__(
            'judges.use names "llm", but judges.endpoint or judges.model is not set.',
            remedy="Set both in your own settings file, or as CLAIMCHECK_JUDGES_ENDPOINT and "
            "CLAIMCHECK_JUDGES_MODEL; never in a workspace.",
        )


class NotAgreed(ClaimcheckError):
    """Nobody agreed that anything be sent to this model."""

    def __init__(self) -> None:
        super().__init__(
            "Nothing was sent, for nobody agreed to it.",
            remedy="Run it on a terminal and say yes, or add --send in a script; "
            'to ask no model, leave "llm" out of judges.use.',
        )


@dataclass(frozen=True, slots=True)
class _Sending:
    """What would go where."""

    endpoint: Endpoint
    articles: Sequence[str]
    sent: Sequence[str]
    held: Mapping[str, str]

    def told(self) -> str:
        lines = [
            f"A language model is asked: {self.endpoint.model} at {self.endpoint.url}",
            f"  sent:      claims of {', '.join(self.articles)}, each with passages of {_named(self.sent)}",
        ]
        lines += [f"  held back: {name} ({why})" for name, why in self.held.items()]
        return plain("\n".join(lines))


def _named(names: Sequence[str]) -> str:
    shown = ", ".join(names[:8])
    return f"{shown} and {len(names) - 8} more sources" if len(names) > 8 else shown or "no source"


def second_opinion(
    invocation: Invocation,
    workspace: Workspace,
    articles: Sequence[str],
    sources: Mapping[str, Source],
    agreed: bool,
) -> LanguageModel | None:
    """The model that settings ask for, or None where they ask for none.

    Args:
        sources: those whose text is on hand.
        agreed: the person said on the command line that it may be sent.

    Raises:
        NoEndpoint, NotAgreed, MissingExtra.
    """
    if NAME not in workspace.settings.judges.use:
        return None
    from claimcheck.evidence.language_model.client import Client
    from claimcheck.evidence.language_model.permission import held_back
    from claimcheck.evidence.language_model.proposing import LanguageModel

    endpoint = _endpoint(workspace)
    now = invocation.now()
    held = {name: why for name, source in sources.items() if (why := held_back(source, now))}
    sending = _Sending(endpoint, articles, [name for name in sources if name not in held], held)
    client = Client(endpoint)
    _agree(invocation.dirs().state / "models-agreed.json", workspace.root, sending, agreed)
    remember = AnswerStore(invocation.cache(workspace.root), endpoint).get
    return LanguageModel(client, endpoint.model, frozenset(sending.sent), remember)


def _endpoint(workspace: Workspace) -> Endpoint:
    from claimcheck.evidence.language_model.client import Endpoint

    judges = workspace.settings.judges
    if not judges.endpoint or not judges.model:
        raise NoEndpoint
    return Endpoint(judges.endpoint, judges.model, judges.api_key, float(judges.seconds))


def _agree(path: Path, root: Path, sending: _Sending, agreed: bool) -> None:
    """Say what will be sent; the first time for a workspace and a model, only once somebody agrees."""
    click.echo(sending.told(), err=True)
    mark = sha256(
        "\0".join([os.fspath(root), sending.endpoint.url, sending.endpoint.model]).encode()
    ).hexdigest()
    known = _agreed(path)
    if mark in known:
        return
    if not agreed and not (sys.stdin.isatty() and click.confirm("Send it, now and later?", err=True)):
        raise NotAgreed
    from claimcheck.records.atomic import write_atomically

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_atomically(path, json.dumps([*known, mark], indent=1).encode(), mode=0o600)


def _agreed(path: Path) -> list[str]:
    try:
        known = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return []
    return [mark for mark in known if isinstance(mark, str)] if isinstance(known, list) else []


class AnswerStore:
    """Answers by content, in the user's cache: the same question is never paid for twice.

    Args:
        folder: the user's cache folder for claimcheck; None keeps nothing.
    """

    def __init__(self, folder: Path | None, endpoint: Endpoint) -> None:
        from claimcheck.records.cache import private_folder

        self._folder = private_folder(folder / "answers", "model") if folder else None
        self._server = endpoint.url

    def get(self, key: Sequence[str], make: Callable[[], str]) -> str:
        """The answer kept under a key, or a fresh one, which is then kept."""
        from claimcheck.cli.derived import key_of

        if self._folder is None:
            return make()
        path = self._folder / key_of([self._server, *key])
        try:
            return path.read_text(encoding="utf-8")
        except (OSError, ValueError):
            text = make()
        temporary = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            temporary.write_text(text, encoding="utf-8")
            temporary.replace(path)
        except (OSError, ValueError):
            temporary.unlink(missing_ok=True)
        return text


def say(tally: Tally) -> None:
    """Tell on stderr what came of asking."""
    discarded = ", ".join(f"{count} {why}" for why, count in sorted(tally.discarded.items()))
    parts = [counted(tally.asked, "question"), f"{counted(tally.vetoed, 'answer')} overruled by the facts"]
    if discarded:
        parts.append(f"discarded: {discarded}")
    click.echo(f"Language model: {'; '.join(parts)}.", err=True)
    if tally.failures:
        gave_up = "; it was not asked again" if tally.stopped else ""
        lost = counted(len(tally.failures), "question")
        click.echo(plain(f"  {lost} went unanswered{gave_up}: {tally.failures[-1]}"), err=True)
