"""Trains the check-worthiness model and writes ``src/claimcheck/extraction/worthiness/model.bin``.

Run with ``python benchmarks/train_worthiness.py``; needs scikit-learn and scipy (tools for this script only,
never at run time) and the public data under ``CLAIMCHECK_DATA``. Seeded: the same data give the same file.

Data used, for labels: ClaimBuster's training sentences (Arslan, Hassan, Li, Tremayne 2020; the copy comes
from
a repository under GPL-3.0) and CLEF-2019 CheckThat! task 1 training debates (free for research). For word
neighbourhoods only, without labels: the news texts of PolNeAR, Wikinews (CC BY 2.5), claims and evidence
of the
verification sets, fact-checked claims. No text of any set is in the model file or the repository: only
hashed,
quantised weights.

Method: two logistic regressions over the hashed features of ``worthiness.features``. The first learns
ClaimBuster. The second learns what is picked within a debate of CLEF-2019: each file has an intercept of its
own and the same weight, so that a file with many picks does not turn its topics into signs. In both, single
words also carry a vector of their neighbours in the unlabelled texts (150 dimensions of the positive
pointwise
mutual information, window five), so that words never labelled take after those they are used like. All of
it is
linear in the words, so it folds into one weight a feature.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
import struct
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression
from sklearn.utils.extmath import randomized_svd

from claimcheck.extraction.worthiness.features import GROUP_BITS, groups_of, hashed, shape_of, tokens_of
from claimcheck.extraction.worthiness.model import MAGIC

MODEL = Path(__file__).parent.parent / "src/claimcheck/extraction/worthiness/model.bin"
SIZES = [1 << bits for bits in GROUP_BITS]
STARTS = [sum(SIZES[:at]) for at in range(len(SIZES))]
WORDS = len(SIZES) - 1  # the group of single words, which carries the neighbourhoods
DIMENSIONS = 150
CLEF_SHARE = 0.85  # how much the second regression counts beside the first, both at unit spread

Row = tuple[str, int]


def data_folder() -> Path:
    if "CLAIMCHECK_DATA" not in os.environ:
        sys.exit("Set CLAIMCHECK_DATA to the folder of the public evaluation data.")
    return Path(os.environ["CLAIMCHECK_DATA"])


def claimbuster() -> tuple[list[Row], list[Row]]:
    """Training and test rows: a fifth of the sentences, by hash of their text, is for testing."""
    rows = json.loads((data_folder() / "checkworthiness/claimbuster-train.json").read_text(encoding="utf-8"))
    split: tuple[list[Row], list[Row]] = ([], [])
    for row in rows:
        split[int(hashlib.sha256(row["text"].encode()).hexdigest(), 16) % 5 == 0].append(
            (row["text"], row["label"])
        )
    return split


def clef() -> dict[str, list[Row]]:
    """The debates, by file name."""
    found = {}
    for path in sorted((data_folder() / "checkworthiness/clef2019-train").glob("*.tsv")):
        lines = (line.rstrip("\n").split("\t") for line in path.open(encoding="utf-8"))
        found[path.name] = [(line[2], int(line[3])) for line in lines if len(line) >= 4]
    return found


def unlabelled() -> Iterator[str]:
    """Texts whose words are counted, never whose labels."""
    root = data_folder()
    for path in sorted((root / "attribution").rglob("*.txt")):
        yield path.read_text(encoding="utf-8", errors="ignore")
    for line in (root / "news/wikinews-dev.jsonl").open(encoding="utf-8"):
        yield " ".join(value for value in json.loads(line).values() if isinstance(value, str))
    for path in sorted((root / "seed/sources").glob("*.md")):
        yield path.read_text(encoding="utf-8")
    for line in (root / "verification/dev.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        yield row["claim"]
        yield from (item["text"] for item in row["evidence"][:2] if item.get("text"))
    yield from (root / "claim-matching/verified-claims.tsv").open(encoding="utf-8")


def neighbourhoods() -> np.ndarray:
    """A unit vector per place of the single-word table, from what stands within five words."""
    places: list[int] = []
    for text in unlabelled():
        for line in text.splitlines():
            places += [hashed(shape_of(token)) & (SIZES[WORDS] - 1) for token in tokens_of(line)]
            places += [-1] * 5
    at = np.array(places)
    counts = np.bincount(at[at >= 0], minlength=SIZES[WORDS])
    common = np.flatnonzero(counts >= 4)
    row_of = np.full(SIZES[WORDS] + 1, -1)
    row_of[common] = np.arange(len(common))
    rows = row_of[at]
    table = sp.csr_matrix((len(common), len(common)))
    for gap in range(1, 6):
        left, right = rows[:-gap], rows[gap:]
        both = (left >= 0) & (right >= 0)
        table = table + sp.csr_matrix(
            (np.full(both.sum(), 1 / gap), (left[both], right[both])), shape=table.shape
        )
    table = (table + table.T).tocoo()
    total = np.asarray(table.sum(1)).ravel()
    smooth = total**0.75
    pmi = np.log(np.maximum(table.data * smooth.sum() / (total[table.row] * smooth[table.col]), 1))
    matrix = sp.csr_matrix((pmi, (table.row, table.col)), shape=table.shape)
    left_vectors, strength, _ = randomized_svd(matrix, DIMENSIONS, random_state=0)
    vectors = np.zeros((SIZES[WORDS], DIMENSIONS))
    vectors[common] = left_vectors * np.sqrt(strength)
    return vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)


def matrix_of(texts: list[str]) -> sp.csr_matrix:
    """One row a sentence, one column a table place, each group at unit length."""
    rows, columns, values = [], [], []
    for row, text in enumerate(texts):
        for start, places in zip(STARTS, groups_of(text), strict=True):
            for place in set(places):
                rows.append(row)
                columns.append(start + place)
                values.append(1 / math.sqrt(len(places)))
    return sp.csr_matrix((values, (rows, columns)), shape=(len(texts), sum(SIZES)))


@dataclass
class Head:
    """What one regression is fitted with."""

    shares: tuple[float, float, float, float]
    word_share: float
    penalty: float


CLAIMBUSTER_HEAD = Head((1.0, 1.0, 1.0, 1.0), 0.3, 0.3)
CLEF_HEAD = Head((1.0, 0.0, 0.5, 0.0), 0.2, 0.05)


def fit(
    matrix: sp.csr_matrix, labels: np.ndarray, head: Head, vectors: np.ndarray, groups: np.ndarray | None
) -> np.ndarray:
    """One weight per table place. ``groups`` numbers the files of the rows, each to weigh the same."""
    seen = np.asarray((matrix > 0).sum(0)).ravel()
    idf = np.log((1 + matrix.shape[0]) / (1 + seen)) + 1
    factor = np.concatenate([np.full(size, share) for size, share in zip(SIZES, head.shares, strict=False)])
    factor = np.where(seen[: STARTS[WORDS]] >= 2, factor * idf[: STARTS[WORDS]], 0.0)
    used = np.flatnonzero(factor)
    plain = matrix[:, used].multiply(factor[used]).tocsr()
    word_idf = idf[STARTS[WORDS] :]
    dense = matrix[:, STARTS[WORDS] :].multiply(word_idf).tocsr() @ vectors
    spread = head.word_share / dense.std()
    parts, weight = [plain, sp.csr_matrix(dense * spread)], np.ones(len(labels))
    if groups is not None:
        parts.append(sp.csr_matrix((np.full(len(labels), 10.0), (np.arange(len(labels)), groups))))
        weight = file_weights(labels, groups)
    model = LogisticRegression(C=head.penalty, solver="liblinear", random_state=0)
    found = model.fit(sp.hstack(parts).tocsr(), labels, sample_weight=weight).coef_[0]
    weights = np.zeros(sum(SIZES))
    weights[used] = found[: len(used)] * factor[used]
    weights[STARTS[WORDS] :] = (vectors @ found[len(used) : len(used) + DIMENSIONS]) * spread * word_idf
    return weights


def file_weights(labels: np.ndarray, groups: np.ndarray) -> np.ndarray:
    """Picks of a file weigh less the more it has, and all its other sentences together three times as
    much."""
    weight = np.ones(len(labels))
    files = np.unique(groups)
    for file in files:
        here = groups == file
        picks = max(1, labels[here].sum())
        weight[here & (labels == 1)] = 200 / math.sqrt(picks) / len(files)
        weight[here & (labels == 0)] = 600 * math.sqrt(picks) / (here.sum() - picks) / len(files)
    return weight


@dataclass
class Trainer:
    """Holds what all fits share."""

    vectors: np.ndarray

    def claimbuster(self, rows: list[Row]) -> np.ndarray:
        """The first regression."""
        matrix = matrix_of([text for text, _ in rows])
        return fit(matrix, np.array([label for _, label in rows]), CLAIMBUSTER_HEAD, self.vectors, None)

    def clef(self, files: dict[str, list[Row]], matrices: dict[str, sp.csr_matrix]) -> np.ndarray:
        """The second regression."""
        labels = np.array([label for rows in files.values() for _, label in rows])
        groups = np.repeat(np.arange(len(files)), [len(rows) for rows in files.values()])
        return fit(
            sp.vstack([matrices[name] for name in files]).tocsr(), labels, CLEF_HEAD, self.vectors, groups
        )


def combined(first: np.ndarray, second: np.ndarray, debates: sp.csr_matrix) -> np.ndarray:
    """Both regressions at unit spread over the debates."""
    return first / (debates @ first).std() + CLEF_SHARE * second / (debates @ second).std()


def calibrated(weights: np.ndarray, rows: list[Row]) -> tuple[float, float]:
    """Slope and offset that make 0.5 the border between the labels of rows the weights have not seen."""
    scores = matrix_of([text for text, _ in rows]) @ weights
    curve = LogisticRegression(C=1e4, solver="liblinear", intercept_scaling=10.0)
    curve.fit(scores[:, None], [label for _, label in rows])
    return float(curve.coef_[0, 0]), float(curve.intercept_[0])


def quantised(weights: np.ndarray) -> tuple[list[float], bytes]:
    """A reading's largest weight of each group, and its tables; see ``worthiness.reading``."""
    largest, tables = [], []
    for start, size in zip(STARTS, SIZES, strict=True):
        part = weights[start : start + size]
        top = float(np.abs(part).max())
        largest.append(top)
        tables.append(
            (128 + np.sign(part) * np.rint(np.sqrt(np.abs(part) / (top or 1.0)) * 127)).astype(np.uint8)
        )
    return largest, np.concatenate(tables).tobytes()


def packed(weights: np.ndarray, slope: float, offset: float) -> bytes:
    """The model file; see ``worthiness.model`` for its layout."""
    largest, tables = quantised(weights)
    head = struct.pack(f"<{len(SIZES) + 2}f", *largest, slope, offset)
    return MAGIC + head + zlib.compress(tables, 9)


def main() -> None:
    train, test = claimbuster()
    files = clef()
    matrices = {name: matrix_of([text for text, _ in rows]) for name, rows in files.items()}
    debates = sp.vstack(list(matrices.values())).tocsr()
    trainer = Trainer(neighbourhoods())
    second = trainer.clef(files, matrices)
    # the curve is fitted on rows the first fit leaves out; then everything is used
    slope, offset = calibrated(combined(trainer.claimbuster(train), second, debates), test)
    weights = combined(trainer.claimbuster(train + test), second, debates)
    data = packed(weights, slope, offset)
    MODEL.write_bytes(data)
    print(f"{MODEL.name}: {len(data):,} bytes, sha256 {hashlib.sha256(data).hexdigest()[:16]}")


if __name__ == "__main__":
    main()
