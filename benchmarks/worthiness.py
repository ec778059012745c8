"""Check-worthiness on ClaimBuster and CLEF-2019, beside TF-IDF + logistic regression and "has a digit".

Run with ``python benchmarks/worthiness.py``; needs scikit-learn and ``CLAIMCHECK_DATA``. ClaimBuster's
training file is split 80/20 by the hash of each text, the CLEF-2019 training debates are left out one file at
a time. Both models see the same training rows; ours goes through its file format and the run-time code. The
neighbourhood vectors come from texts of neither set.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import numpy as np
import scipy.sparse as sp
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.pipeline import make_pipeline

from claimcheck.extraction.worthiness import judge_worthiness
from claimcheck.extraction.worthiness.features import tokens_of
from claimcheck.extraction.worthiness.model import read_model, shipped_model
from train_worthiness import (
    Row,
    Trainer,
    calibrated,
    claimbuster,
    clef,
    combined,
    matrix_of,
    neighbourhoods,
    packed,
)

Scorer = Callable[[list[str]], np.ndarray]


def tfidf(rows: list[Row]) -> Scorer:
    texts, labels = zip(*rows, strict=True)
    model = make_pipeline(TfidfVectorizer(), LogisticRegression(max_iter=1000)).fit(texts, labels)
    return lambda unseen: model.predict_proba(unseen)[:, 1]


def digit(_: list[Row]) -> Scorer:
    return lambda unseen: np.array([float(any(c.isdigit() for c in text)) for text in unseen])


def runtime(weights: np.ndarray, slope: float, offset: float) -> Scorer:
    model = read_model(packed(weights, slope, offset))
    return lambda unseen: np.array([model.score(tokens_of(text)) for text in unseen])


def split_figure(name: str, score: Scorer, test: list[Row]) -> None:
    texts, labels = zip(*test, strict=True)
    found, truth = score(list(texts)), np.array(labels)
    average, accuracy = average_precision_score(truth, found), ((found >= 0.5) == truth).mean()
    even = np.where(truth == 1, 0.5 / truth.mean(), 0.5 / (1 - truth.mean()))
    balanced = average_precision_score(truth, found, sample_weight=even)
    print(
        f"  {name:34} AP {average:.3f}  accuracy {accuracy:.3f}  AP at half positive {balanced:.3f}",
        flush=True,
    )


def main() -> None:
    train, test = claimbuster()
    files = clef()
    matrices = {name: matrix_of([text for text, _ in rows]) for name, rows in files.items()}
    trainer = Trainer(neighbourhoods())
    debates = sp.vstack(list(matrices.values())).tocsr()
    first, second = trainer.claimbuster(train), trainer.clef(files, matrices)
    held = [row for at, row in enumerate(train) if at % 5 == 0]
    kept = [row for at, row in enumerate(train) if at % 5]
    before = trainer.claimbuster(kept)
    print(f"ClaimBuster, {len(train)} to train, {len(test)} to test ({sum(y for _, y in test)} positive)")
    split_figure("has a digit", digit(train), test)
    split_figure("TF-IDF + logistic regression", tfidf(train), test)
    split_figure("claimcheck, ClaimBuster alone", runtime(first, *calibrated(before, held)), test)
    curve = calibrated(combined(before, second, debates), held)
    split_figure("claimcheck, both sets as shipped", runtime(combined(first, second, debates), *curve), test)
    debates_left_out(trainer, trainer.claimbuster(train + test), files, matrices)
    speed([text for text, _ in test])


def debates_left_out(
    trainer: Trainer, first: np.ndarray, files: dict[str, list[Row]], matrices: dict[str, sp.csr_matrix]
) -> None:
    theirs, ours = [], []
    for name, rows in files.items():
        rest = {other: kept for other, kept in files.items() if other != name}
        texts, truth = [text for text, _ in rows], [label for _, label in rows]
        baseline = tfidf([row for kept in rest.values() for row in kept])
        theirs.append(average_precision_score(truth, baseline(texts)))
        others = sp.vstack([matrices[other] for other in rest]).tocsr()
        score = runtime(combined(first, trainer.clef(rest, matrices), others), 1.0, 0.0)
        ours.append(average_precision_score(truth, score(texts)))
    print(f"CLEF-2019, {len(files)} debates, one left out at a time: mean average precision")
    print(f"  TF-IDF + logistic regression {np.mean(theirs):.4f}   claimcheck {np.mean(ours):.4f}", end="   ")
    print(f"ratio {np.mean(ours) / np.mean(theirs):.2f}")


def speed(texts: list[str]) -> None:
    begun = time.process_time()
    shipped_model.__wrapped__()
    loaded = time.process_time()
    for text in texts:
        judge_worthiness(text)
    spent = 1000 * (time.process_time() - loaded) / len(texts)
    print(f"load {1000 * (loaded - begun):.0f} ms, {spent:.2f} ms a sentence")


if __name__ == "__main__":
    sys.exit(main())
