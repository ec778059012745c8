"""A part of a web page that was left out is brought back in one command, and stays."""

from __future__ import annotations

from pathlib import Path

from calling import Runner

PAGE = """<html><body><nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>
<article><h1>Mill closes</h1>
<p>The Tarn mill shut its gates on Friday after 140 years, with the loss of 212 jobs.</p>
<p>The owner, Lund Paper, blamed energy prices, which doubled in three years.</p>
<p>Workers learned of it by text message on the night before, said Joan Petrie, a fitter.</p>
<div class="widget">The site was valued at $4 million in 2019.</div></article>
<aside class="related"><a href="a">Ten best walks in Tarn</a></aside></body></html>"""


def test_a_part_left_out_is_listed_brought_back_and_remembered(run: Runner, desk: Path) -> None:
    run("init")
    article, record = desk / "articles" / "mill.html", desk / "claims" / "mill.yaml"
    article.parent.mkdir(exist_ok=True)
    article.write_text(PAGE)
    listing = run("extract", "--dropped", str(article)).out
    assert "left out of the page 3: 2 links to other pages, 1 frame of the page" in listing
    assert "The site was valued at $4 million in 2019.  (frame of the page, paragraph 4)" in listing
    refused = run("restore", "mill", "The site was", "--as", "m.ito")
    assert refused.status != 0
    assert "claimcheck extract ARTICLE --keep WORDS" in refused.err
    assert run("extract", "--keep", "The site was", str(article)).status == 0
    assert "The site was valued" in record.read_text()
    assert run("extract", str(article)).status == 0
    assert "The site was valued" in record.read_text()
    assert run("compare", "mill", str(article)).status == 0
    assert run("extract", "--keep", "", str(article)).status == 0
    assert "The site was valued" not in (desk / "claims" / "mill.txt").read_text()
    assert "kept" not in record.read_text().split("claims:")[0]
