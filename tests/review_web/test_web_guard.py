"""What stands before every request: names, origins, sessions, sizes, rates, and the headers of every answer."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from web_desk import COST, LETTER, PORT, SECRET, Person, Served, enter

from claimcheck.review.web import limits
from claimcheck.review.web.limits import Buckets, Rate

PAGES = [
    "/",
    "/articles",
    "/a/pier",
    f"/a/pier/claims/{COST}/card",
    "/s/letter?a=pier",
    "/a/pier/out",
    "/events?a=pier",
]
OURS = f"http://127.0.0.1:{PORT}"


# Names and origins


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:80", f"evil.example:{PORT}", f"127.0.0.1.evil.example:{PORT}", "", f"[::1]:{PORT}", f"127.0.0.1:{PORT}@evil.example"])  # fmt: skip
@pytest.mark.parametrize("path", ["/", "/events?a=pier", "/static/page.css", "/enter?token=x", "/api/people"])
def test_a_name_that_is_not_ours_is_refused_whatever_is_asked(ann: Person, host: str, path: str) -> None:
    assert ann.get(path, Host=host).status_code == 403


def test_both_names_of_this_machine_are_ours(ann: Person) -> None:
    assert ann.get("/a/pier", Host=f"localhost:{PORT}").status_code == 200
    assert ann.get("/a/pier", Host=f"LOCALHOST:{PORT}").status_code == 200


@pytest.mark.parametrize("origin", ["https://evil.example", "null", f"https://127.0.0.1:{PORT}", "http://127.0.0.1", f"http://localhost:{PORT}", "http://127.0.0.1:9999"])  # fmt: skip
@pytest.mark.parametrize("path", ["/a/pier", "/events?a=pier", "/api/people"])
def test_another_scheme_host_or_port_in_origin_is_refused(ann: Person, origin: str, path: str) -> None:
    assert ann.get(path, Origin=origin).status_code == 403
    assert ann.post(f"/api/a/pier/claims/{COST}/note", {"text": "hm"}, Origin=origin).status_code == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("path", PAGES)
def test_what_another_site_makes_a_browser_ask_for_is_refused(ann: Person, site: str, path: str) -> None:
    """Another port of this machine is the same *site*, and its pages would carry the cookie."""
    assert ann.get(path, **{"Sec-Fetch-Site": site}).status_code == 403


def test_a_decision_needs_an_origin_our_header_and_json(ann: Person) -> None:
    path, body = f"/api/a/pier/claims/{COST}/note", {"text": "hm"}
    assert ann.post(path, body, Origin="").status_code == 403
    assert ann.post(path, body, **{"X-Claimcheck": ""}).status_code == 403
    assert ann.post(path, body, **{"X-Claimcheck": "2"}).status_code == 403
    own = {"Origin": OURS, "X-Claimcheck": "1"}
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
        answer = ann.client.post(path, content=json.dumps(body), headers={**own, "Content-Type": kind})
        assert answer.status_code == 415
    assert not Path(ann.room.root / "claims/pier.desk.yaml").exists()
    assert ann.post(path, body).status_code == 200


def test_reading_never_decides(ann: Person) -> None:
    for action in ("accept", "sign", "undo"):
        assert ann.get(f"/api/a/pier/claims/{COST}/{action}").status_code in (404, 405)


# Coming in


@pytest.mark.parametrize(
    "path", [*PAGES, "/api/people", "/api/openapi.json", "/nothing", "/s/../../etc/passwd?a=pier"]
)
def test_nobody_gets_in_without_a_session(served: Served, path: str) -> None:
    answer = served.stranger().get(path)
    assert answer.status_code == 401
    assert "pier" not in answer.text.lower()


def test_the_printed_link_lets_in_once(served: Served) -> None:
    token = served.room.visitors.link()
    first, second = served.stranger(), served.stranger()
    answer = first.get(f"/enter?token={token}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert first.get("/a/pier").status_code == 200
    assert second.get(f"/enter?token={token}").status_code == 403
    assert second.get("/a/pier").status_code == 401


def test_the_cookie_is_the_browsers_own_and_carries_the_port(served: Served, network: Served) -> None:
    answer = served.stranger().get(f"/enter?token={served.room.visitors.link()}")
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith(f"claimcheck-{PORT}=")
    assert {"HttpOnly", "SameSite=strict", "Path=/"} <= set(cookie.split("; "))
    answer = network.stranger().get(f"/enter?token={network.room.visitors.link()}")
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith(f"__Host-claimcheck-{PORT}=")
    assert {"HttpOnly", "Secure", "SameSite=strict", "Path=/"} <= set(cookie.split("; "))


def test_the_token_is_not_the_session_and_neither_is_kept(served: Served) -> None:
    token = served.room.visitors.link()
    answer = served.stranger().get(f"/enter?token={token}")
    secret = re.search(r"=([^;]+)", answer.headers["set-cookie"])[1]  # type: ignore[index]
    assert secret != token
    assert len(secret) >= 32
    assert secret not in repr(served.room.visitors.__dict__)
    assert token not in repr(served.room.visitors.__dict__)


def test_a_browser_that_only_fetches_ahead_uses_nothing_up(served: Served) -> None:
    token = served.room.visitors.link()
    person = served.stranger()
    assert person.get(f"/enter?token={token}", **{"Sec-Purpose": "prefetch;prerender"}).status_code == 204
    assert person.get(f"/enter?token={token}").status_code == 303


def test_a_link_followed_from_another_site_leads_in_without_a_redirect(served: Served) -> None:
    """A strict cookie does not follow a redirect that another site began."""
    person = served.stranger()
    answer = person.get(f"/enter?token={served.room.visitors.link()}", **{"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 200
    assert 'http-equiv="refresh"' in answer.text
    assert person.get("/a/pier").status_code == 200


@pytest.mark.parametrize("cookie", ["", "x", "a" * 4000, "é"])
def test_a_made_up_session_is_none(served: Served, cookie: str) -> None:
    header = f"claimcheck-{PORT}={cookie}".encode()
    answer = served.stranger().client.get("/a/pier", headers=[(b"cookie", header)])
    assert answer.status_code == 401


def test_of_two_cookies_of_one_name_neither_counts(served: Served, ann: Person) -> None:
    """Another port of this machine can set cookies here; it cannot choose which one is believed."""
    good = ann.client.cookies[f"claimcheck-{PORT}"]
    name = f"claimcheck-{PORT}"
    assert served.stranger().get("/a/pier", Cookie=f"{name}={good}").status_code == 200
    assert served.stranger().get("/a/pier", Cookie=f"{name}=x; {name}={good}").status_code == 401


def test_a_session_of_another_port_is_not_ours(served: Served, ann: Person) -> None:
    good = ann.client.cookies[f"claimcheck-{PORT}"]
    assert served.stranger().get("/a/pier", Cookie=f"claimcheck-{PORT + 1}={good}").status_code == 401


def test_the_form_of_an_invited_person_counts_though_it_names_no_origin(network: Served) -> None:
    """A browser sends the origin "null" with a form of a page that sends no referrer."""
    _, token = network.room.visitors.invitations.invite("bob", "editor", days=1, now=network.now, owner="ann")
    person = network.stranger()

    def post(**headers: str) -> int:
        return person.client.post(
            "/enter", data={"token": token}, headers={"Origin": "null", **headers}, follow_redirects=False
        ).status_code

    assert post() == 403
    assert post(**{"Sec-Fetch-Site": "cross-site"}) == 403
    assert post(**{"Sec-Fetch-Site": "same-site"}) == 403
    assert post(**{"Sec-Fetch-Site": "same-origin"}) == 303
    assert (
        person.post(
            f"/api/a/pier/claims/{COST}/note",
            {"text": "x"},
            Origin="null",
            **{"Sec-Fetch-Site": "same-origin"},
        ).status_code
        == 403
    )


def test_guessing_at_links_is_slowed_down(served: Served) -> None:
    person = served.stranger()
    answers = [person.get(f"/enter?token=guess{number}") for number in range(int(limits.ENTRIES.burst) + 1)]
    assert [answer.status_code for answer in answers[:-1]] == [403] * int(limits.ENTRIES.burst)
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["retry-after"]) >= 1


# Every answer


@pytest.mark.parametrize("path", [*PAGES[:-1], "/nothing", "/static/page.css", "/enter?token=x", "/api/people", "/api/a/none/claims/x/findings"])  # fmt: skip
def test_every_answer_carries_the_headers(ann: Person, served: Served, path: str) -> None:
    for person in (ann, served.stranger()):
        headers = person.get(path).headers
        policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
        assert policy["default-src"] == "'none'"
        assert (
            policy["script-src"]
            == policy["style-src"]
            == policy["connect-src"]
            == policy["img-src"]
            == "'self'"
        )
        assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
        assert "unsafe" not in headers["content-security-policy"]
        assert (
            headers["cross-origin-opener-policy"] == headers["cross-origin-resource-policy"] == "same-origin"
        )
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert "server" not in headers
        assert "access-control-allow-origin" not in headers


def test_no_page_carries_a_script_or_style_in_itself(ann: Person) -> None:
    for path in [*PAGES[:-1], "/a/pier/article", "/a/pier/strip", "/a/pier/filters", "/a/pier/dropped", "/a/pier/orphans", "/a/pier/sources"]:  # fmt: skip
        text = ann.get(path).text
        assert not re.search(
            r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|javascript:|https?://(?!127)", text
        ), path


def test_a_fault_shows_no_traceback(ann: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object) -> None:
        raise RuntimeError("secret innards")

    monkeypatch.setattr(type(ann.room.pages), "card", broken)
    answer = ann.get(f"/a/pier/claims/{COST}/card")
    assert answer.status_code == 500
    assert "secret innards" not in answer.text
    assert "Traceback" not in answer.text
    assert answer.headers["cache-control"] == "no-store"


# Sizes and rates


def test_a_body_too_large_is_refused_before_it_is_read(ann: Person) -> None:
    path = f"/api/a/pier/claims/{COST}/note"
    assert ann.post(path, {"text": "x" * limits.BODY}).status_code == 413
    own = {"Origin": OURS, "X-Claimcheck": "1", "Content-Type": "application/json"}

    def pieces() -> object:
        for _ in range(limits.BODY // 1024 + 2):
            yield b"x" * 1024

    assert ann.client.post(path, content=pieces(), headers=own).status_code == 413  # type: ignore[arg-type]
    assert ann.client.post(path, content=b"{}", headers={**own, "Content-Length": "-1"}).status_code in (
        400,
        413,
    )


def test_who_asks_too_often_waits(ann: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    guard = ann.client.app
    monkeypatch.setattr(guard, "_requests", Buckets(Rate(3, 0.5), lambda: 0.0))
    answers = [ann.get("/a/pier/strip").status_code for _ in range(4)]
    assert answers == [200, 200, 200, 429]
    assert ann.get("/a/pier/strip").headers["retry-after"] == "3"


def test_a_bucket_fills_again() -> None:
    times = [0.0]
    bucket = Buckets(Rate(2, 1), lambda: times[0])
    assert [bucket.wait("a") for _ in range(3)] == [0.0, 0.0, 1.0]
    assert bucket.wait("b") == 0.0
    times[0] = 1.0
    assert bucket.wait("a") == 0.0


def test_a_bucket_remembers_only_so_many() -> None:
    bucket = Buckets(Rate(1, 0.0001), lambda: 0.0)
    for number in range(5000):
        bucket.wait(str(number))
    assert len(bucket._left) <= 1024


# Ids are no paths


@pytest.mark.parametrize("name", ["..%2f..%2fclaimcheck.toml", "%2e%2e/%2e%2e/claimcheck", "../claimcheck", "waivers", "pier.desk", "PIER", "pier%00", "", "%ff", "a" * 3000])  # fmt: skip
def test_an_id_is_looked_up_and_never_a_path(ann: Person, name: str) -> None:
    for path in (
        f"/a/{name}",
        f"/a/pier/claims/{name}/card",
        f"/s/{name}?a=pier",
        f"/s/letter?a={name}",
        f"/static/{name}",
    ):
        answer = ann.get(path)
        assert answer.status_code in (200, 303, 307, 404, 422), path
        assert "claimcheck: 1" not in answer.text
        assert LETTER not in answer.text or path == "/s/letter?a="


# Privacy


def test_a_confidential_source_is_shown_to_the_owner_here_only(served: Served, network: Served) -> None:
    path = "/s/confidential-source-1?a=pier"
    assert SECRET.text in served.owner_in().get(path).text
    for person in (
        served.invited("bob", client="127.0.0.1"),
        network.owner_in(client="198.51.100.9"),
        network.invited("eve"),
    ):
        answer = person.get(path)
        assert answer.status_code == 200
        assert SECRET.text not in answer.text
        assert SECRET.name not in answer.text
    trusted = network.invited("mo", confidential=True)
    assert SECRET.text in trusted.get(path).text


def test_no_other_page_shows_what_is_confidential(served: Served) -> None:
    person = served.owner_in()
    for path in [*PAGES[:-1], "/a/pier/sources", "/a/pier/article", "/a/pier/dropped", "/api/people"]:
        text = person.get(path).text
        assert SECRET.text not in text
        assert SECRET.name not in text


def test_who_opened_which_source_is_logged_outside_the_workspace(served: Served) -> None:
    bob = served.invited("bob", "reader")
    bob.get("/s/letter?a=pier&start=3&end=9")
    served.owner_in().get("/s/confidential-source-1?a=pier")
    log = served.room.log.path
    rows = [json.loads(line) for line in log.read_text().splitlines()]
    opened = [(row["by"], row["role"], row["what"], row["source"]) for row in rows if "source" in row]
    assert opened == [
        ("bob", "reader", "opened", "letter"),
        ("ann", "owner", "opened what is held privately", "confidential-source-1"),
    ]
    assert not log.is_relative_to(served.root)
    assert log.stat().st_mode & 0o777 == 0o600
    assert SECRET.name not in log.read_text()
    assert LETTER[:20] not in log.read_text()


def test_a_log_that_cannot_be_written_keeps_confidential_sources_shut(served: Served) -> None:
    ann = served.owner_in()
    served.room.log.path.unlink()
    served.room.log.path.mkdir()
    answer = ann.get("/s/confidential-source-1?a=pier")
    assert answer.status_code == 500
    assert SECRET.text not in answer.text


def test_no_secret_is_written_anywhere(served: Served, capfd: pytest.CaptureFixture[str]) -> None:
    token = served.room.visitors.link()
    person = served.stranger()
    answer = person.get(f"/enter?token={token}")
    secret = re.search(r"=([^;]+)", answer.headers["set-cookie"])[1]  # type: ignore[index]
    made, invitation = served.room.visitors.invitations.invite(
        "bob", "editor", days=1, now=served.now, owner="ann"
    )
    bob = served.stranger()
    cookie = re.search(r"=([^;]+)", enter(bob, invitation).headers["set-cookie"])[1]  # type: ignore[index]
    bob.decide(COST, "sign", decision="verified")
    said = capfd.readouterr()
    files = [path for folder in (served.root, served.state) for path in folder.rglob("*") if path.is_file()]
    written = "".join(path.read_text(errors="replace") for path in files) + said.out + said.err
    for kept in (token, secret, invitation, cookie):
        assert kept not in written
    assert made.id in written


@pytest.mark.parametrize("command", [["check"], ["--help"], ["status"]])
def test_no_other_command_loads_the_server(served: Served, command: list[str]) -> None:
    code = (
        "import sys\nfrom claimcheck.cli.main import main\n"
        f"main({['-C', str(served.root), *command]!r})\n"
        "print([name for name in ('fastapi', 'starlette', 'uvicorn', 'cryptography', 'jinja2') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
