"""Trains the boilerplate model and writes ``src/claimcheck/extraction/boilerplate/boilerplate.bin``.

    python benchmarks/train_boilerplate.py            # train on everything, write the file
    python benchmarks/train_boilerplate.py --folds 5  # hold out outlets in turn, print what is lost and taken

Needs scikit-learn and scipy (tools for this script only, never at run time) and the public data under
``CLAIMCHECK_DATA``. Seeded: the same data give the same file.

Data used: our own articles (``benchmarks/articles/*.gold``, the set ``sight-*`` left out) in the five forms
the benchmark renders. The pages of trafilatura's evaluation (``webpages``), read from top to bottom as a
scraper would leave them, a line being the article where our page reader keeps it and the page's segments do
not say otherwise. The pages of scrapinghub/article-extraction-benchmark (MIT) and of mozilla/readability's
tests (Apache-2.0), whose articles are given whole, likewise (``CLAIMCHECK_PAGES`` names the folder that
holds ``article-extraction-benchmark`` and ``readability``). All pages are their publishers'. And the news
texts of PolNeAR's training part, by themselves and with pieces of those pages and titles of other texts set
before, into and after them. Wikinews and PolNeAR's dev part are left out, to see what is lost on them. No
text is in the model file or the repository: only hashed, quantised weights.

Method: a logistic regression sees each line alone; boosted trees (a hundred, of twelve leaves) then see its
place, given what the first says of all lines. For their training the first is fitted on other outlets than
those it judges, so that they learn how far to trust it.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import random
import sys
import textwrap
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
import scipy.sparse as sp
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from claimcheck.documents.model import Document
from claimcheck.documents.reading import read_text_document
from claimcheck.documents.web.decoding import decode_page
from claimcheck.documents.web.metadata import page_facts
from claimcheck.documents.web.selection import choose, headline_index
from claimcheck.documents.web.source import parse_page
from claimcheck.documents.web.walk import Piece, walk
from claimcheck.errors import ClaimcheckError
from claimcheck.extraction.boilerplate import ruled_lines
from claimcheck.extraction.boilerplate.lines import Line
from claimcheck.extraction.boilerplate.scored import (
    HEAD,
    LEAF,
    LONGEST,
    MAGIC,
    NODE,
    TABLE_BITS,
    Model,
    bar,
    line_logits,
    line_weights,
    read_model,
    sigmoid,
)
from claimcheck.extraction.boilerplate.signs import line_signs, page_of, place_numbers
from claimcheck.extraction.boilerplate.structure import Reasons
from extraction import FOLDER, FORMATS, Row, load, paragraphs, read

MODEL = Path(__file__).parent.parent / "src/claimcheck/extraction/boilerplate/boilerplate.bin"
ARTICLE, PAGE = 0, 1
INNER_FOLDS = 4
FIRST_PENALTY = 0.15
TREES = {
    "max_iter": 100,
    "max_leaf_nodes": 12,
    "learning_rate": 0.08,
    "min_samples_leaf": 30,
    "l2_regularization": 5.0,
    "early_stopping": False,
    "random_state": 0,
}
LEAST_OUTLETS = 2
"""A sign seen in fewer outlets than this has no weight."""

Labels = dict[str, int]


@dataclass
class Sample:
    """A page: its lines, what the rules say of them, and which are the page (1), the article (0) or neither.

    ``outlet`` numbers what is held out together; ``weight`` is how much a line counts.
    """

    name: str
    outlet: int
    lines: list[Line]
    reasons: Reasons
    labels: list[int | None]
    weight: float


def flat(text: str) -> str:
    return " ".join(text.split())


def fold_of(name: str, folds: int) -> int:
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % folds


def sample(name: str, document: Document, labels: Labels, weight: float) -> Sample:
    """The lines of a document with their labels, found by their text."""
    lines, reasons, _ = ruled_lines(document)
    outlet = int(hashlib.sha256(name.encode()).hexdigest()[:8], 16)
    return Sample(name, outlet, lines, reasons, [labels.get(flat(line.text)) for line in lines], weight)


def gold_files() -> list[Path]:
    """Our own articles but those of the last set, which only measures."""
    return [path for path in sorted(FOLDER.glob("*.gold")) if not path.name.startswith("sight-")]


def own_articles() -> Iterator[Sample]:
    for path in gold_files():
        rows = load(path)
        labels = dict(gold_labels(rows))
        for kind, render in FORMATS.values():
            yield sample(f"gold {path.stem}", read(render(rows), kind), labels, 1.0)


def gold_labels(rows: list[Row]) -> Iterator[tuple[str, int]]:
    for group in paragraphs(rows):
        mark = group[0].mark
        if mark[0] in "BY":
            yield flat(group[0].text), PAGE
        elif all(row.mark in "CHIPO" for row in group):
            yield flat(" ".join(row.text for row in group)), ARTICLE


@dataclass
class WebPage:
    """A page's lines from top to bottom, each with its label."""

    name: str
    lines: list[tuple[str, int | None]]


def pieces_of(data: bytes) -> tuple[list[Piece], set[int], int | None, str | None]:
    """What a page shows, which pieces our page reader keeps, the headline's index, the page's language."""
    root = parse_page(decode_page(data, "page")[0], "page")
    facts = page_facts(root)
    pieces = [piece for piece in walk(root) if not piece.hidden]
    chosen = set(choose(root, pieces, facts.title, facts.article_body))
    return pieces, chosen, headline_index(pieces, chosen, facts.title), facts.language


def read_pages(
    entries: Iterator[tuple[str, bytes, Callable[[list[Piece], set[int]], list[int | None]]]],
) -> Iterator[WebPage]:
    for name, data, label in entries:
        try:
            pieces, chosen, headline, language = pieces_of(data)
        except ClaimcheckError:
            continue
        labels = label(pieces, chosen)
        if headline is not None:
            labels[headline] = ARTICLE
        texts = [flat(piece.text) for piece in pieces]
        told = [text for text, mark in zip(texts, labels, strict=True) if mark == ARTICLE and text]
        prose = sum(text[-1] in '.!?”"' and len(text.split()) > 5 for text in told)
        english = (language or "en").lower().startswith("en")
        if len(told) < 4 or prose < 0.4 * len(told) or not english:
            continue
        yield WebPage(
            name, [(text, mark) for text, mark in zip(texts, labels, strict=True) if 0 < len(text) < 3000]
        )


def segmented_pages() -> Iterator[WebPage]:
    """trafilatura's pages: what our reader keeps, and the segments that are listed as no part of the text."""
    base = Path(os.environ["CLAIMCHECK_DATA"]) / "webpages"
    listed = json.loads((base / "evaldata.en.json").read_text(encoding="utf-8"))

    def marked(entry: dict[str, list[str]]) -> Callable[[list[Piece], set[int]], list[int | None]]:
        return lambda pieces, chosen: [
            segment_label(flat(piece.text), at in chosen, entry) for at, piece in enumerate(pieces)
        ]

    return read_pages(
        (entry["file"], gzip.decompress((base / "html" / f"{entry['file']}.gz").read_bytes()), marked(entry))
        for entry in listed.values()
    )


def segment_label(text: str, kept: bool, entry: dict[str, list[str]]) -> int | None:
    if any(segment in text for segment in entry["without"]):
        return PAGE
    if any(segment in text for segment in entry.get("comments", ())):
        return None
    return ARTICLE if kept else outside(text)


def outside(text: str) -> int | None:
    """What stands outside the article is the page, but for longer pieces: a reader's comment, or missed."""
    words = text.lower().split()
    personal = not {"i", "my", "i'm", "me", "i’m"}.isdisjoint(words)
    return None if len(words) > 60 or (personal and len(words) > 5) else PAGE


def whole_pages() -> Iterator[WebPage]:
    """Pages with the whole text of their article beside them."""

    def marked(body: str) -> Callable[[list[Piece], set[int]], list[int | None]]:
        squeezed = flat(body)
        return lambda pieces, _: [
            None if piece.caption else body_label(flat(piece.text), squeezed) for piece in pieces
        ]

    return read_pages((name, data, marked(body)) for name, data, body in texts_of_pages())


def texts_of_pages() -> Iterator[tuple[str, bytes, str]]:
    base = Path(os.environ["CLAIMCHECK_PAGES"])
    folder = base / "article-extraction-benchmark"
    listed = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    for name, entry in sorted(listed.items()):
        data = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        yield urlsplit(entry["url"]).netloc, data, entry["articleBody"]
    for page in sorted((base / "readability" / "test" / "test-pages").iterdir()):
        wanted = parse_page((page / "expected.html").read_text(encoding="utf-8"), page.name)
        data = (page / "source.html").read_bytes()
        yield page.name.rstrip("-0123456789"), data, " ".join(wanted.itertext())


def body_label(text: str, body: str) -> int | None:
    if text in body:
        return ARTICLE if len(text.split()) > 3 else None
    middle = text[len(text) // 4 : 3 * len(text) // 4]
    return None if len(middle) > 30 and middle in body else outside(text)


def scraped_page(page: WebPage) -> Sample:
    text = "\n".join(line for line, _ in page.lines)
    labels = {line: label for line, label in page.lines if label is not None}
    return sample(f"web {page.name}", read_text_document(text, "txt"), labels, 0.6)


def news_texts() -> list[tuple[str, list[str]]]:
    folder = Path(os.environ["CLAIMCHECK_DATA"]) / "attribution" / "train"
    found = []
    for path in sorted(folder.rglob("*.txt")):
        text = path.read_text(encoding="utf-8", errors="ignore")
        lines = [flat(line) for line in text.split("\n") if line.strip()]
        # Round-ups of other outlets' news are lists of links and no articles.
        listed = sum(line[0] in "-~*" or line[:12].isupper() for line in lines)
        if len(lines) >= 6 and listed < 3:
            found.append((path.stem, lines))
    return found


def runs(page: WebPage) -> list[list[str]]:
    """Stretches of a page that are not its article."""
    found: list[list[str]] = [[]]
    for text, label in page.lines:
        if label == PAGE:
            found[-1].append(text)
        elif label == ARTICLE and found[-1]:
            found.append([])
    return [run for run in found if run]


def body_lines(body: list[str]) -> list[tuple[str, int | None]]:
    """A news text's lines; its last ones, and lines that end in a colon, may be notes and are not counted."""
    return [
        (text, None if text.endswith(":") or (at >= len(body) - 3 and len(text.split()) <= 30) else ARTICLE)
        for at, text in enumerate(body)
    ]


def mixed(
    news: Sequence[tuple[str, list[str]]],
    furniture: Sequence[tuple[str, list[list[str]]]],
    chance: random.Random,
) -> Iterator[tuple[str, str, Labels]]:
    """News texts with another page's furniture round and within them, and titles of other news."""
    for number, (_, body) in enumerate(news):
        outlet, parts = furniture[chance.randrange(len(furniture))]
        head, tail = parts[0][-chance.randint(3, 20) :], parts[-1][: chance.randint(3, 25)]
        page = body_lines(body)
        for _ in range(chance.randint(1, 4)):
            part = chance.choice(parts)
            begin = chance.randrange(len(part))
            place = chance.randint(min(2, len(page)), len(page))
            page[place:place] = [(text, PAGE) for text in part[begin : begin + chance.randint(1, 4)]]
        others = [chance.choice(news)[1][0] for _ in range(chance.randint(0, 5))]
        others = [title for title in others if len(title) < 120 and title != body[0]]
        place = chance.choice([len(page), chance.randint(2, len(page))])
        page[place:place] = [(text, PAGE) for text in others]
        page = [*((text, PAGE) for text in head), *page, *((text, PAGE) for text in tail)]
        labels = {text: label for text, label in reversed(page) if label is not None}
        wrap = number % 2 == 1
        text = (
            "\n\n".join(textwrap.fill(t, 72, break_on_hyphens=False) for t, _ in page)
            if wrap
            else "\n".join(t for t, _ in page)
        )
        yield f"web {outlet}", text, labels


def samples() -> list[Sample]:
    pages = [*segmented_pages(), *whole_pages()]
    news = news_texts()
    chance = random.Random(7)
    chance.shuffle(news)
    gold = [
        (f"gold:{path.stem}", [[row.text for row in load(path) if row.mark.startswith("B")]])
        for path in gold_files()
    ]
    furniture = [(page.name, runs(page)) for page in pages if runs(page)] + gold * 2
    found = list(own_articles())
    found += [scraped_page(page) for page in pages]
    for name, text, labels in mixed(news[:420], furniture, chance):
        outlet = name.replace("web gold:", "gold ")
        found.append(sample(outlet, read_text_document(text, "txt"), labels, 0.4))
    for name, body in news[420:720]:
        labels = {text: label for text, label in body_lines(body) if label is not None}
        found.append(sample(f"news {name}", read_text_document("\n".join(body), "txt"), labels, 0.4))
    return found


def places(signs: Sequence[str]) -> list[int]:
    mask = (1 << TABLE_BITS) - 1
    return sorted({zlib.crc32(sign.encode("utf-8", "surrogatepass")) & mask for sign in signs})


def matrix(rows: Sequence[Sequence[int]], size: int) -> sp.csr_matrix:
    ends = np.cumsum([0, *map(len, rows)])
    columns = np.fromiter((place for row in rows for place in row), dtype=np.int64)
    return sp.csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(rows), size))


@dataclass
class Table:
    """All lines of all samples as places in the first round's table."""

    samples: list[Sample]
    owner: np.ndarray
    outlet: np.ndarray
    label: np.ndarray
    weight: np.ndarray
    signs: sp.csr_matrix


def table(found: list[Sample]) -> Table:
    rows, owner, outlet, label, weight = [], [], [], [], []
    for number, one in enumerate(found):
        for line, mark in zip(one.lines, one.labels, strict=True):
            rows.append(places(line_signs(line)))
            owner.append(number)
            outlet.append(one.outlet)
            label.append(-1 if mark is None else mark)
            weight.append(one.weight)
    size = 1 << TABLE_BITS
    return Table(
        found, np.array(owner), np.array(outlet), np.array(label), np.array(weight), matrix(rows, size)
    )


def fitted(
    signs: sp.csr_matrix, label: np.ndarray, weight: np.ndarray, penalty: float
) -> tuple[np.ndarray, float]:
    model = LogisticRegression(C=penalty, solver="liblinear", intercept_scaling=10.0, random_state=0)
    model.fit(signs, label, sample_weight=weight)
    return model.coef_[0], float(model.intercept_[0])


def known_signs(all_lines: Table, rows: np.ndarray) -> np.ndarray:
    """Which places are used in at least so many outlets."""
    coo = all_lines.signs[rows].tocoo()
    pairs = np.unique(np.stack([coo.col, all_lines.outlet[rows][coo.row]]), axis=1)
    return np.bincount(pairs[0], minlength=all_lines.signs.shape[1]) >= LEAST_OUTLETS


def first_round(all_lines: Table, rows: np.ndarray) -> tuple[np.ndarray, float]:
    rows = rows[all_lines.label[rows] >= 0]
    used = np.flatnonzero(known_signs(all_lines, rows))
    weights, bias = fitted(
        all_lines.signs[rows][:, used], all_lines.label[rows], all_lines.weight[rows], FIRST_PENALTY
    )
    full = np.zeros(all_lines.signs.shape[1])
    full[used] = weights
    return full, bias


def first_scores(all_lines: Table, rows: np.ndarray) -> np.ndarray:
    """What the first round says of each line, fitted without the line's own outlet."""
    scores = np.zeros(len(all_lines.label))
    folds = all_lines.outlet % INNER_FOLDS
    for fold in range(INNER_FOLDS):
        weights, bias = first_round(all_lines, rows[folds[rows] != fold])
        there = rows[folds[rows] == fold]
        scores[there] = all_lines.signs[there] @ weights + bias
    return scores


@dataclass
class Places:
    """Of the lines that the rules leave, the row in the table and the numbers on their place."""

    rows: np.ndarray
    numbers: np.ndarray


def places_of(all_lines: Table, rows: np.ndarray, scores: np.ndarray) -> Places:
    chosen: list[int] = []
    numbers: list[list[float]] = []
    for number in np.unique(all_lines.owner[rows]):
        there = np.flatnonzero(all_lines.owner == number)
        one = all_lines.samples[number]
        weights = line_weights(one.lines, one.reasons, scores[there].tolist())
        page = page_of(one.lines, weights)
        for at, row in enumerate(there):
            if at not in one.reasons and all_lines.label[row] >= 0 and len(one.lines[at].words) <= LONGEST:
                chosen.append(int(row))
                numbers.append(place_numbers(one.lines, at, page, float(scores[row])))
    return Places(np.array(chosen), np.array(numbers))


def trained(all_lines: Table, rows: np.ndarray) -> bytes:
    """The model's file."""
    weights, bias = first_round(all_lines, rows)
    found = places_of(all_lines, rows, first_scores(all_lines, rows))
    trees = HistGradientBoostingClassifier(**TREES)
    trees.fit(found.numbers, all_lines.label[found.rows], sample_weight=all_lines.weight[found.rows])
    return packed(weights, bias, trees)


def packed(weights: np.ndarray, bias: float, trees: HistGradientBoostingClassifier) -> bytes:
    largest = float(np.abs(weights).max()) or 1.0
    table = np.rint(128 + weights / largest * 127).astype(np.uint8).tobytes()
    nodes: list[bytes] = []
    for (tree,) in trees._predictors:
        shift = len(nodes)
        for node in tree.nodes:
            if node["is_leaf"]:
                nodes.append(NODE.pack(LEAF, node["value"], 0, 0))
            else:
                ways = node["left"] + shift, node["right"] + shift
                nodes.append(NODE.pack(node["feature_idx"], node["num_threshold"], *ways))
    head = HEAD.pack(largest, bias, float(np.ravel(trees._baseline_prediction)[0]), len(nodes))
    return MAGIC + head + zlib.compress(table + b"".join(nodes), 9)


def judged(one: Sample, model: Model) -> list[float | None]:
    """The score over its bar for each line that the rules leave: at least 1 means dropped."""
    logits = line_logits(one.lines, one.reasons, model)
    page = page_of(one.lines, line_weights(one.lines, one.reasons, logits))
    return [
        None
        if at in one.reasons or len(line.words) > LONGEST
        else sigmoid(model.place_logit(place_numbers(one.lines, at, page, logits[at]))) / bar(line, at, page)
        for at, line in enumerate(one.lines)
    ]


def report(all_lines: Table, folds: int, show: bool) -> None:
    """Trains without a fold's outlets, then counts over them what is dropped."""
    counts: dict[str, list[int]] = {}
    for fold in range(folds):
        rows = np.flatnonzero(all_lines.outlet % folds != fold)
        model = read_model(trained(all_lines, rows))
        for one in all_lines.samples:
            if one.outlet % folds != fold:
                continue
            kind = one.name.split()[0] + (
                " mixed" if one.weight == 0.4 and not one.name.startswith("news") else ""
            )
            tally = counts.setdefault(kind, [0, 0, 0, 0])
            for at, (line, mark, score) in enumerate(
                zip(one.lines, one.labels, judged(one, model), strict=True)
            ):
                if mark is None or score is None or at == 0:
                    continue
                if mark == ARTICLE or line.prose or line.terminal or line.asserting:
                    tally[2 * mark] += 1
                    tally[2 * mark + 1] += score >= 1
                    if show and kind == "gold" and (score >= 1) != bool(mark):
                        wrong = "lost" if mark == ARTICLE else "left"
                        print(f"{wrong} {score:.2f} {one.name}: {line.text[:150]}")
    for kind, (article, lost, page, dropped) in sorted(counts.items()):
        print(
            f"{kind:12} article {article:6} lost {lost:4}   page left by the rules {page:6} dropped {dropped}"
        )


def main() -> None:
    if not {"CLAIMCHECK_DATA", "CLAIMCHECK_PAGES"} <= os.environ.keys():
        sys.exit("Set CLAIMCHECK_DATA and CLAIMCHECK_PAGES to the folders of the public data.")
    all_lines = table(samples())
    if "--folds" in sys.argv:
        report(all_lines, int(sys.argv[sys.argv.index("--folds") + 1]), "--errors" in sys.argv)
        return
    data = trained(all_lines, np.arange(len(all_lines.label)))
    MODEL.write_bytes(data)
    print(f"{MODEL.name}: {len(data):,} bytes, sha256 {hashlib.sha256(data).hexdigest()[:16]}")


if __name__ == "__main__":
    main()
