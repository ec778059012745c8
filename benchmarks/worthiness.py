"""Check-worthiness on ClaimBuster and CLEF-2019, beside TF-IDF + logistic regression and "has a digit".

Run with ``python benchmarks/worthiness.py``; needs ``CLAIMCHECK_DATA``, scikit-learn and what
``worthiness_teacher.py`` needs. ClaimBuster's training file is split 80/20 by the hash of each text, the
CLEF-2019 training debates are left out one file at a time. Ours and the peer see the same labels; what is
tested on is kept from ours in every form (a sentence of ClaimBuster's test part that also stands in a debate
is not taught either, nor is one of the debate left out that also stands in ClaimBuster). Ours goes through
its file format and the run-time code. The neighbourhood vectors come from texts of neither set.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.pipeline import make_pipeline

from claimcheck.extraction.worthiness import judge_worthiness
from claimcheck.extraction.worthiness.features import tokens_of
from claimcheck.extraction.worthiness.model import read_model, shipped_model
from train_worthiness import (
    Curve,
    Row,
    Trainer,
    calibrated,
    claimbuster,
    clef,
    matrix_of,
    packed,
    plain,
    standard,
    texts_of,
    trainer_for,
    without,
)

Scorer = Callable[[list[str]], np.ndarray]


def tfidf(rows: list[Row]) -> Scorer:
    texts, labels = zip(*rows, strict=True)
    model = make_pipeline(TfidfVectorizer(), LogisticRegression(max_iter=1000)).fit(texts, labels)
    return lambda unseen: model.predict_proba(unseen)[:, 1]


def digit(_: list[Row]) -> Scorer:
    return lambda unseen: np.array([float(any(c.isdigit() for c in text)) for text in unseen])


def runtime(first: np.ndarray, curve: Curve, second: np.ndarray, unit: Curve) -> Scorer:
    model = read_model(packed(first, curve, second, unit))
    return lambda unseen: np.array([model.score(tokens_of(text)) for text in unseen])


def likely(weights: np.ndarray, curve: Curve) -> Scorer:
    """One reading by itself, without the rounding of its file."""
    return lambda unseen: 1 / (1 + np.exp(-(curve[0] * (matrix_of(unseen) @ weights) + curve[1])))


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
    trainer = trainer_for(train + test, files)
    print(f"ClaimBuster, {len(train)} to train, {len(test)} to test ({sum(y for _, y in test)} positive)")
    split_figure("has a digit", digit(train), test)
    split_figure("TF-IDF + logistic regression", tfidf(train), test)
    ours_on_split(trainer, files, train, test)
    debates_left_out(trainer, files, train + test)
    speed([text for text, _ in test])


def ours_on_split(trainer: Trainer, files: dict[str, list[Row]], train: list[Row], test: list[Row]) -> None:
    held = [row for at, row in enumerate(train) if at % 5 == 0]
    kept = [row for at, row in enumerate(train) if at % 5]
    spoken, second = texts_of(files), trainer.clef(files)
    debates = trainer.matrix(spoken)
    first, before = (
        trainer.claimbuster(rows, trainer.teacher(rows), without(spoken, test)) for rows in (train, kept)
    )
    curve, unit = calibrated(before, held), standard(second, debates)
    alone = trainer.claimbuster(train)
    split_figure("claimcheck, without the teacher", likely(alone, curve), test)
    split_figure("claimcheck, the first reading", likely(first, curve), test)
    split_figure("claimcheck, as shipped", runtime(first, curve, second, unit), test)


def debates_left_out(trainer: Trainer, files: dict[str, list[Row]], labelled: list[Row]) -> None:
    taught = trainer.teacher(labelled)
    theirs, ours, firsts = [], [], []
    for name, rows in files.items():
        rest = {other: kept for other, kept in files.items() if other != name}
        texts, truth = [text for text, _ in rows], [label for _, label in rows]
        baseline = tfidf([row for kept in rest.values() for row in kept])
        theirs.append(average_precision_score(truth, baseline(texts)))
        spoken, known = texts_of(rest), {plain(text) for text in texts}
        first = trainer.claimbuster(
            [row for row in labelled if plain(row[0]) not in known], taught, without(spoken, rows)
        )
        second = trainer.clef(rest)
        curve, unit = calibrated(first, labelled), standard(second, trainer.matrix(spoken))
        score = runtime(first, curve, second, unit)
        ours.append(average_precision_score(truth, score(texts)))
        firsts.append(average_precision_score(truth, trainer.matrix(texts) @ first))
    print(f"CLEF-2019, {len(files)} debates, one left out at a time: mean average precision")
    print(f"  TF-IDF + logistic regression {np.mean(theirs):.4f}   claimcheck {np.mean(ours):.4f}", end="   ")
    print(f"ratio {np.mean(ours) / np.mean(theirs):.2f}   (the first reading alone {np.mean(firsts):.4f})")


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
