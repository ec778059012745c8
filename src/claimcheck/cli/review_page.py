"""Serving the review page: what ``claimcheck review`` does where it does not stay in the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimcheck.cli.invocation import Invocation
from claimcheck.cli.terminal import plain
from claimcheck.errors import ClaimcheckError, MissingExtra

if TYPE_CHECKING:
    from claimcheck.records.models import Source
    from claimcheck.records.workspace import Workspace
    from claimcheck.review.web.addresses import Addresses
    from claimcheck.review.web.room import Room, WebDesk
    from claimcheck.review.web.tls import Certificate


class NoPage(MissingExtra):
    """The packages that serve the page are not installed."""

    def __init__(self, missing: str) -> None:
        super().__init__("The review page", "review")
        self.message += f" ({plain(missing)} is missing.)"
        self.remedy += "; or stay in the terminal with: claimcheck review --terminal"


class NeedsTls(ClaimcheckError):
    """The page was to be served beyond this machine in the clear."""

    def __init__(self, host: str) -> None:
        super().__init__(
            f"{host} can be reached from other machines, and nothing leaves this one unencrypted.",
            remedy="Add --cert FILE --key FILE, or --tls to have a certificate made; or leave out --host.",
        )


class HalfACertificate(ClaimcheckError):
    """``--cert`` without ``--key``, or the other way round."""

    def __init__(self) -> None:
        super().__init__("A certificate and its key come together.", remedy="Give both --cert and --key.")


@dataclass(frozen=True, slots=True)
class Served:
    """Where and how the page is to be served, as asked for on the command line."""

    host: str
    port: int
    browser: bool
    tls: bool
    cert: Path | None
    key: Path | None


def serve_page(invocation: Invocation, article: str, by: str, asked: Served) -> None:
    """Serve the page until it is ended.

    Raises:
        NoPage, NeedsTls, HalfACertificate, BadCertificate, CannotListen; and what opening the desk raises.
    """
    try:
        from claimcheck.review.web.room import open_room
        from claimcheck.review.web.serving import has_browser, listen, open_browser, serve
    except ModuleNotFoundError as error:
        raise NoPage(error.name or "a package") from None
    certificate = _certificate(invocation, asked)
    listening = listen(asked.host, asked.port)
    addresses = _addresses(asked.host, listening.port, certificate)
    room = open_room(_desk(invocation, article, by, addresses))
    token = room.visitors.link()
    _say(room, token, certificate)

    def ready() -> None:
        if asked.browser and has_browser(os.environ, sys.platform):
            open_browser(addresses, token, invocation.dirs().state)

    files = {} if certificate is None else {"cert": certificate.cert, "key": certificate.key}
    serve(room, listening, ready=ready, **files)
    click.echo("Ended; everything is saved.", err=True)


def _say(room: Room, token: str, certificate: Certificate | None) -> None:
    addresses = room.desk.addresses
    click.echo(f"Review for {plain(room.desk.owner)}: {addresses.url(f'/enter?token={token}')}")
    if certificate is not None:
        click.echo(f"Certificate's SHA-256 fingerprint: {certificate.fingerprint}")
        click.echo(f"Served as: {', '.join(addresses.names)}. Invite others on the page (key P).")
    click.echo("The link lets you in once. Ctrl-C ends; every decision is saved when it is made.", err=True)


def _certificate(invocation: Invocation, asked: Served) -> Certificate | None:
    from claimcheck.review.web.addresses import is_loopback

    if (asked.cert is None) != (asked.key is None):
        raise HalfACertificate
    if asked.cert is None and not asked.tls:
        if not is_loopback(asked.host):
            raise NeedsTls(asked.host)
        return None
    try:
        from claimcheck.review.web import tls
    except ModuleNotFoundError as error:
        raise NoPage(error.name or "a package") from None
    now = tls.utc(invocation.now())
    if asked.cert is not None and asked.key is not None:
        return tls.own_certificate(asked.cert, asked.key, now)
    folder = tls.private_folder(invocation.dirs().state)
    return tls.generated_certificate(folder, tls.hosts_of(asked.host), now)


def _addresses(host: str, port: int, certificate: Certificate | None) -> Addresses:
    from claimcheck.review.web.addresses import Addresses, is_loopback, loopback_addresses

    if certificate is None:
        return loopback_addresses(host, port)
    return Addresses("https", certificate.names, port, loopback=is_loopback(host))


def _desk(invocation: Invocation, article: str, by: str, addresses: Addresses) -> WebDesk:
    from claimcheck.cli.collecting import copying_between
    from claimcheck.cli.plugins import find_rule_here
    from claimcheck.cli.review_keys import own_keys
    from claimcheck.decisions.claims import plain_claim
    from claimcheck.review.web.room import WebDesk

    def copying(workspace: Workspace, sources: Mapping[str, Source]) -> Sequence[tuple[str, str]]:
        return copying_between(invocation, workspace, sources)

    return WebDesk(
        workspace=invocation.workspace,
        state=invocation.dirs().state,
        cache=invocation.dirs().cache,
        owner=by,
        now=invocation.now,
        copying=copying,
        findings=lambda claim_id: waivable(invocation, claim_id),
        rule=lambda name: find_rule_here(invocation, name).code,
        build=plain_claim,
        private=invocation.private_store(),
        bindings=own_keys(invocation, invocation.workspace().settings, "page"),
        addresses=addresses,
        article=article,
    )


def waivable(invocation: Invocation, claim_id: str) -> list[tuple[str, str]]:
    """What the check complains of about a claim and a waiver could excuse."""
    from claimcheck.cli.check import make_report

    report = make_report(invocation, (claim_id.partition("/")[0],), excuse=True)
    found = {item.code: item.message for item in report.findings if item.claim == claim_id}
    return sorted(found.items())
