from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from pdf_maker import Words, pdf
from test_tables import book
from test_word_files import paragraph, word

from claimcheck.documents import wire
from claimcheck.documents.failures import NoReadableText, TextLost
from claimcheck.documents.readers import html
from claimcheck.documents.reading import Limits, read_document
from claimcheck.documents.sandbox import ParserStopped, read_in_child

PAGE = b"<html><body><h1>Crane sinks</h1><p>The crane sank on Monday, the <a href='https://x.example/'>log</a> says.</p><p hidden>No.</p></body></html>"


def test_a_document_comes_back_from_the_child_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(PAGE)
    assert read_document(path) == html.read(PAGE, str(path))


def test_every_format_with_a_parser_is_read_in_the_child(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf([[Words(50, 700, "The crane sank on Monday.")]]))
    (tmp_path / "a.docx").write_bytes(word(paragraph("The crane sank on Monday.")))
    (tmp_path / "a.xlsx").write_bytes(book())
    assert read_document(tmp_path / "a.pdf").text == "The crane sank on Monday.\n"
    assert read_document(tmp_path / "a.docx").text == "The crane sank on Monday.\n"
    assert read_document(tmp_path / "a.xlsx").text.startswith("Year\tTotal")


def test_an_error_in_the_child_is_the_same_error_here() -> None:
    with pytest.raises(NoReadableText) as caught:
        read_in_child(b"<html></html>", "html", "a.html", Limits())
    assert str(caught.value).startswith("a.html: There is no readable text in this page.")
    with pytest.raises(TextLost):
        read_in_child(b"<div>" * 100_000 + b"<p>word " * 500, "html", "a.html", Limits())


def test_too_little_memory_is_one_clear_error() -> None:
    with pytest.raises(ParserStopped, match=r"a\.html: The reader was stopped"):
        read_in_child(PAGE, "html", "a.html", Limits(memory_bytes=10_000_000))


def test_too_much_processor_time_is_one_clear_error() -> None:
    slow = b"<p>" + b"<b>a</b><br>" * 1_500_000
    with pytest.raises(ParserStopped, match="1 seconds of processor time"):
        read_in_child(slow, "html", "a.html", Limits(cpu_seconds=1))


def test_the_clock_stops_it_too() -> None:
    slow = b"<p>" + b"<b>a</b><br>" * 1_500_000
    with pytest.raises(ParserStopped, match=r"longer than 0\.3 seconds"):
        read_in_child(slow, "html", "a.html", Limits(wall_seconds=0.3))


PROBE = """
import json, os, socket, sys
from claimcheck.documents.child import limit_self
limit_self(1_500_000_000, 5)
found = {"environment": sorted(set(os.environ) - {"LC_CTYPE"})}
try:
    with open("/tmp/claimcheck-probe", "w") as probe:
        probe.write("x" * 10)
    found["write"] = "done"
except OSError:
    found["write"] = "refused"
try:
    socket.create_connection((sys.argv[1], int(sys.argv[2])), timeout=2)
    found["network"] = "reached"
except OSError:
    found["network"] = "refused"
print(json.dumps(found))
"""


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux lets a process leave its network"
)
def test_the_child_sees_no_environment_and_cannot_write() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        host, port = server.getsockname()
        done = subprocess.run(
            [sys.executable, "-I", "-c", PROBE, host, str(port)],
            env={},
            capture_output=True,
            text=True,
            check=False,
        )
    Path("/tmp/claimcheck-probe").unlink(missing_ok=True)
    found = (
        json.loads(done.stdout)
        if done.stdout
        else {"environment": [], "write": "refused", "network": "refused"}
    )
    assert found["environment"] == []
    assert found["write"] == "refused"
    if _may_leave_network():
        assert found["network"] == "refused"


def _may_leave_network() -> bool:
    probe = "import ctypes, sys; sys.exit(ctypes.CDLL(None).unshare(0x50000000) != 0)"
    return subprocess.run([sys.executable, "-c", probe], env=os.environ, check=False).returncode == 0


def test_what_the_parent_does_not_know_is_still_an_error_with_its_text() -> None:
    answer = {"error": "SomethingElse", "message": "Odd.", "place": "", "remedy": "Look."}
    with pytest.raises(wire.ReaderRefused, match=r"a\.pdf: Odd\. Look\."):
        wire.document_from(answer, "a.pdf")
