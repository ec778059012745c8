from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from lxml import html

from claimcheck.evidence.quotations.selectors import select_exact


def test_overlapping_matches_are_all_found() -> None:
    assert select_exact("bananas", "ana") == [(1, 4), (3, 6)]


def test_prefix_and_suffix_choose_the_place() -> None:
    assert select_exact("one fish, two fish", "fish", prefix="two ") == [(14, 18)]
    assert select_exact("one fish, two fish", "fish", suffix=",") == [(4, 8)]


def test_an_empty_selector_selects_every_place() -> None:
    assert select_exact("ab", "") == [(0, 0), (1, 1), (2, 2)]


def test_published_selector_cases() -> None:
    data = os.environ.get("CLAIMCHECK_DATA")
    if not data:
        pytest.skip("CLAIMCHECK_DATA is not set: the published selector cases are not on hand")
    path = Path(data) / "anchoring" / "apache-annotator" / "text-quote-match-cases.json"
    for name, case in json.loads(path.read_text(encoding="utf-8")).items():
        nodes = _text_nodes(case["html"])
        text = "".join(node for _, node in nodes)
        selector = case["selector"]
        found = select_exact(text, selector["exact"], selector.get("prefix", ""), selector.get("suffix", ""))
        wanted = [
            (
                _place(nodes, m["startContainerXPath"], m["startOffset"]),
                _place(nodes, m["endContainerXPath"], m["endOffset"]),
            )
            for m in case["expected"]
        ]
        assert found == wanted, name


def _text_nodes(source: str) -> list[tuple[str, str]]:
    """(path, text) of each text node in document order; the path as the cases write it, text() numbered."""
    tree = html.document_fromstring(source)
    nodes: list[tuple[str, str]] = []
    counts: dict[object, int] = {}
    for node in tree.xpath("//text()"):
        parent = node.getparent() if not node.is_tail else node.getparent().getparent()
        counts[parent] = counts.get(parent, 0) + 1
        nodes.append((f"//{parent.tag}/text()[{counts[parent]}]", str(node)))
    return nodes


def _place(nodes: list[tuple[str, str]], path: str, offset: int) -> int:
    wanted = path if path.endswith("]") else f"{path}[1]"
    before = 0
    for name, text in nodes:
        if name == wanted:
            return before + offset
        before += len(text)
    raise AssertionError(path)
