"""What a source says off the record or under embargo comes out of no door that leads away from the desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from calling import Runner

WORDS = ("quinmarrow", "veltharbour", "ossington", "9,417,302", "9417302")
"""Words and figures that only the source has."""
NOTE = (
    "Minutes of the quinmarrow.\n\nAna Ruiz told the meeting: “We will pay every skipper when the veltharbour court "
    "has ruled.”\n\nThe repairs to the north pier cost $9,417,302 in Ossington.\n"
)
ARTICLE = (
    "# The pier\n\n“We will pay every skipper,” Ana Ruiz said.\n\n"
    "The repairs to the north pier cost $14 million.\n"
)


@pytest.fixture(params=["on record", "off record", "embargo"])
def terms(request: pytest.FixtureRequest, run: Runner, desk: Path) -> str:
    """A desk with one source on these terms, of which passages were proposed and accepted."""
    (desk / "articles").mkdir()
    (desk / "articles" / "pier.md").write_text(ARTICLE)
    (desk / "note.txt").write_text(NOTE)
    run("init")
    run("source", "add", "note.txt", "--from", "official-record", "--original", "--terms", request.param)
    run("extract", "articles/pier.md")
    claim = claims(run)["The repairs to the north pier cost $14 million."]
    whole = "The repairs to the north pier cost $9,417,302 in Ossington."
    run("desk", "evidence", claim, "note", whole, "--about", "content", "--stance", "contradicts")
    run("link")
    return str(request.param)


def claims(run: Runner) -> dict[str, str]:
    return {row["text"]: row["id"] for row in run("check", "--format", "json").json["claims"]}


def doors(run: Runner, desk: Path) -> Iterator[tuple[str, str]]:
    """What comes out of each door."""
    found = claims(run)
    calls = [
        ("check", "--format", name) for name in ("text", "json", "sarif", "github", "gitlab", "markdown")
    ]
    calls += [("explain", name) for name in found.values()]
    calls += [("explain", "--json", name) for name in found.values()]
    calls += [("report", "-o", f"out.{kind}") for kind in ("md", "html", "json")]
    calls += [("export", name) for name in ("annotations", "csv", "claimreview", "csl")]
    calls += [("quote", "We will pay every skipper"), ("quote", "--json", "We will pay every skipper")]
    calls += [("export", "docx", "pier", "-o", "out.docx"), ("status", "--json"), ("source", "list")]
    calls += [("accept", name) for name in found.values()]
    for call in calls:
        ran = run(*call)
        assert "Traceback" not in ran.err, call
        yield " ".join(call), ran.out + ran.err
    for path in desk.glob("out.*"):
        yield path.name, path.read_bytes().decode("utf-8", "replace")


def test_words_that_are_held_back_come_out_of_no_door(run: Runner, desk: Path, terms: str) -> None:
    telling = [door for door, said in doors(run, desk) if any(word in said.casefold() for word in WORDS)]
    if terms != "on record":
        assert telling == []
        return
    told = " ".join(telling)
    for door in (
        "check --format sarif",
        "explain ",
        "explain --json",
        "out.md",
        "out.html",
        "annotations",
        "quote",
    ):
        assert door in told, door


@pytest.mark.parametrize("terms", ["off record"], indirect=True)
def test_whoever_decides_is_told_where_to_read_them(run: Runner, terms: str) -> None:
    claim = claims(run)["The repairs to the north pier cost $14 million."]
    said = run("explain", claim).out
    assert f"({terms.replace('off', 'off the')}: its words are not printed)" in said
    reading = next(line.partition("read it: ")[2] for line in said.splitlines() if "read it: " in line)
    assert "9,417,302" in run(*reading.split()[1:]).out
    (item,) = [one for one in run("explain", claim, "--json").json["evidence"] if one["status"] == "accepted"]
    assert item["not_printed"] == "off the record"
    assert "exact" not in item
