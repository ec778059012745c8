"""Sentences: golden rules, pySBD's English cases, and speed, ours beside the libraries one could have used.

    python benchmarks/sentences.py

Filter: the 52 cases of the golden-rules file whose title ends in a number and that are not titled
"correctly segments text" (the suite calls those its golden rules). Texts are compared after white space is
squeezed; CR counts as LF.
Peers, where installed: pysbd, sentencex, blingfire, nupunkt, syntok.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from claimcheck.documents.sentences import split_sentences

Splitter = Callable[[str], list[str]]


def ours(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


def peers() -> dict[str, Splitter]:
    found: dict[str, Splitter] = {"claimcheck": ours}
    for name, make in {
        "pysbd": _pysbd,
        "sentencex": _sentencex,
        "blingfire": _blingfire,
        "nupunkt": _nupunkt,
        "syntok": _syntok,
    }.items():
        try:
            found[name] = make()
        except ImportError:
            print(f"{name}: not installed, left out", file=sys.stderr)
    return found


def _pysbd() -> Splitter:
    import pysbd

    segmenter = pysbd.Segmenter(language="en", clean=False)
    return lambda text: list(segmenter.segment(text))


def _sentencex() -> Splitter:
    import sentencex

    return lambda text: list(sentencex.segment("en", text))


def _blingfire() -> Splitter:
    import blingfire

    return lambda text: str(blingfire.text_to_sentences(text)).split("\n")


def _nupunkt() -> Splitter:
    import nupunkt

    return lambda text: list(nupunkt.sent_tokenize(text))


def _syntok() -> Splitter:
    from syntok import segmenter

    def split(text: str) -> list[str]:
        return [
            "".join(token.spacing + token.value for token in sentence)
            for paragraph in segmenter.process(text)
            for sentence in paragraph
        ]

    return split


def squeezed(sentences: list[str]) -> list[str]:
    return [one for one in (re.sub(r"\s+", " ", sentence).strip() for sentence in sentences) if one]


def right(split: Splitter, case: dict[str, object]) -> bool:
    text = str(case["text"]).replace("\r\n", "\n").replace("\r", "\n")
    expected = [str(one) for one in case["expected"]]  # type: ignore[attr-defined]
    return squeezed(split(text)) == squeezed(expected)


def speed(split: Splitter, texts: list[str], seconds: float = 3.0) -> float:
    """Megabytes (UTF-8) a second of processor time, over whole passes or until the time is up."""
    done, begun = 0, time.process_time()
    while time.process_time() - begun < seconds:
        for text in texts:
            split(text)
            done += len(text.encode())
            if time.process_time() - begun > seconds:
                break
    return done / (time.process_time() - begun) / 1e6


def main() -> None:
    folder = os.environ.get("CLAIMCHECK_DATA")
    if not folder:
        raise SystemExit("CLAIMCHECK_DATA is not set: there is nothing to measure on.")
    data = Path(folder)
    rules = json.loads((data / "segmentation" / "golden-rules.json").read_text())
    golden = [c for c in rules if re.search(r"#\d+$", c["title"]) and not c["title"].startswith("correctly")]
    others = [case for case in rules if case not in golden]
    cases = json.loads((data / "segmentation" / "pysbd-cases.json").read_text())
    lines = (data / "news" / "wikinews-dev.jsonl").read_text().splitlines()
    news = [json.loads(line)["text"] for line in lines]
    print(f"{'':12} golden ({len(golden)})  rest ({len(others)})  pysbd ({len(cases)})   MB/s")
    for name, split in peers().items():
        scores = [sum(right(split, case) for case in group) for group in (golden, others, cases)]
        print(f"{name:12} {scores[0]:11} {scores[1]:11} {scores[2]:12} {speed(split, news):7.2f}")


if __name__ == "__main__":
    main()
