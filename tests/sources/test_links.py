"""Following addresses: against a server of our own, and what is never asked."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from claimcheck.sources.fetch import follow, is_public, is_web

ANSWERS = {"/works": 200, "/missing": 404, "/withdrawn": 410, "/locked": 401, "/broken": 500}


class Pages(BaseHTTPRequestHandler):
    asked: list[str]

    def _answer(self) -> None:
        self.asked.append(f"{self.command} {self.path}")
        if self.path == "/moved":
            self.send_response(301)
            self.send_header("Location", "/works")
        elif self.path == "/inward":
            self.send_response(302)
            self.send_header("Location", "http://inside.example/secret")
        elif self.path == "/round":
            self.send_response(302)
            self.send_header("Location", "/round")
        elif self.path == "/nohead" and self.command == "HEAD":
            self.send_response(405)
        else:
            self.send_response(ANSWERS.get(self.path, 200))
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET = _answer  # noqa: N815

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[tuple[str, list[str]]]:
    asked: list[str] = []
    handler = type("Handler", (Pages,), {"asked": asked})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


def ours(host: str) -> bool:
    return host == "127.0.0.1"


@pytest.mark.parametrize(
    ("path", "outcome"),
    [
        ("/works", "works"),
        ("/moved", "works"),
        ("/nohead", "works"),
        ("/missing", "gone"),
        ("/withdrawn", "gone"),
        ("/locked", "unclear"),
        ("/broken", "unclear"),
        ("/round", "unclear"),
    ],
)
def test_what_an_address_leads_to(site, path, outcome):
    found = follow(site[0] + path, seconds=5, allowed=ours)
    assert found.outcome == outcome
    assert found.note


def test_a_redirection_inward_is_not_followed(site):
    found = follow(site[0] + "/inward", seconds=5, allowed=ours)
    assert (found.outcome, found.note) == ("unclear", "it leads to a host that is not on the public internet")


def test_hosts_that_are_not_public_are_not_asked(site):
    found = follow(site[0] + "/works")
    assert found.outcome == "unclear"
    assert site[1] == []


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "10.0.0.7", "169.254.169.254", "::1", "192.168.1.1"]
)
def test_private_hosts(host):
    assert not is_public(host)


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://a.example/x", "javascript:alert(1)", "", None, "https://", "a.example"],
)
def test_what_is_no_address_of_the_web_is_never_asked(url):
    assert not is_web(url)
    if url is not None:
        assert follow(url).outcome == "unclear"


def test_nobody_at_home_is_unclear_and_not_gone():
    assert follow("http://127.0.0.1:9/", seconds=2, allowed=ours).outcome == "unclear"
