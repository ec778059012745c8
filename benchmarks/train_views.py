"""Trains what tells the writer's own view from fact: ``src/claimcheck/extraction/views/views.bin``.

Run with ``python benchmarks/train_views.py``; needs scikit-learn, what ``sentence_encoder.py`` needs (tools
for this script only, never at run time) and the public data under ``CLAIMCHECK_DATA``. Seeded: the same data
give the same file.

Data used, for labels: our own articles (``articles/*.gold`` up to the tenth set, ``opinions/dev/*.gold``),
sentence by sentence, never ``opinions/test``; every second Wikinews article (CC BY 2.5) as plain fact.
Without labels: news (PolNeAR's training texts, Wikinews, CC BY
2.5), lines of CLEF-2019 debates, the think-tank reports of the seed. No text of them is in the model file or
the repository: only hashed, quantised weights.

Method: a regression over the inside of a sentence encoder learns the labelled sentences and says of some
19,000 unlabelled ones how likely each is a view. A regression over the hashed features of
``worthiness.features`` learns from both (distillation after Hinton, Vinyals, Dean 2015): the words' reading.
A last one weighs that, given without having seen the article, with the signs of ``views.signs``.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from unittest.mock import patch

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

from claimcheck.documents.model import Document
from claimcheck.documents.reading import read_text_document
from claimcheck.extraction import claims, kinds
from claimcheck.extraction.verbs import words_of
from claimcheck.extraction.views import SIGNS, signs_of
from claimcheck.extraction.views.model import MAGIC
from extraction import FOLDER, as_scraped, flat, load, read
from sentence_encoder import encoded
from train_worthiness import SIZES, clef, data_folder, matrix_of, quantised

MODEL = Path(__file__).parent.parent / "src/claimcheck/extraction/views/views.bin"
OWN = Path(__file__).parent / "opinions" / "dev"
LATER = ("form-", "thirteen-")
FOLDS = 6
PENALTY, UNLABELLED, SHARE = 3.0, 0.3, 0.5
USED = (1.0, 0.0, 1.0, 1.0, 1.0)  # the groups of features the words' reading sees: all but characters
NEWS, DEBATES, REPORTS = 9000, 3000, 3000
NEWS_WEIGHT = 0.3
SHORTEST = 6  # words of a line of debates or reports


@dataclass(frozen=True)
class Example:
    """What of a sentence is the writer's own, its signs, and whether it is a view where that is known."""

    article: str
    own: str
    signs: tuple[float, ...]
    view: bool | None = None
    weight: float = 1.0

    @property
    def fold(self) -> int:
        """Which part of the articles it belongs to when they are left out in turn."""
        return int(hashlib.md5(self.article.encode()).hexdigest(), 16) % FOLDS


def seen(document: Document) -> list[kinds.Signals]:
    """What the reader knows of each claim of a document when it decides on its kind."""
    found: list[kinds.Signals] = []

    def note(signals: kinds.Signals) -> str:
        found.append(signals)
        return "state"

    with patch.object(claims, "kind_of", note):
        claims.extract_claims(document, slug="training")
    return found


def example(article: str, signals: kinds.Signals, view: bool | None = None) -> Example:
    own = kinds.own_words(signals)
    told = any(kinds.tells(found, signals.text) for found in signals.attributions)
    around = kinds.surroundings(signals, kinds.opinion_score(signals), told)
    return Example(article, own.strip() or signals.text, signs_of(around, own, words_of(own.lower())), view)


def labelled(paths: Sequence[Path]) -> list[Example]:
    """The sentences of our articles that are surely a view or surely none."""
    examples = []
    for path in paths:
        rows = load(path)
        marks = {flat(row.text): row.mark for row in rows}
        for signals in seen(read(as_scraped(rows), "txt")):
            mark = marks.get(flat(signals.text), "")
            if mark and mark in "CO":
                examples.append(example(path.stem, signals, mark == "O"))
    return examples


def articles() -> list[Path]:
    """The articles to learn from."""
    old = [path for path in sorted(FOLDER.glob("*.gold")) if not path.name.startswith(LATER)]
    return [*sorted(OWN.glob("*.gold")), *old]


def plain_news() -> list[Example]:
    """Sentences of every second Wikinews article, which state facts: its writers may give no view.

    Interviews, whose turns do, are left out.
    """
    examples = []
    for text in list(_wikinews())[::2]:
        found = [one for one in seen(read_text_document(text, "txt")) if not one.quoted]
        if "((" in text or sum(bool(_SPOKEN.search(one.text)) for one in found) > 1:
            continue
        examples += [replace(example(text[:80], one, view=False), weight=NEWS_WEIGHT) for one in found]
    return examples


_SPOKEN = re.compile(r"\b(?:I|I'm|my|we|our|you)\b")


def unlabelled() -> list[str]:
    """Sentences of news, debates and reports."""
    draw = random.Random(0)
    polnear = [one for text in _polnear() for one in _owned(text)]
    draw.shuffle(polnear)
    debates = [text for rows in clef().values() for text, _ in rows if len(text.split()) >= SHORTEST]
    draw.shuffle(debates)
    reports = list(dict.fromkeys(_reports()))
    draw.shuffle(reports)
    wikinews = [one for text in _wikinews() for one in _owned(text)]
    return list(dict.fromkeys(wikinews + polnear[:NEWS] + debates[:DEBATES] + reports[:REPORTS]))


def _owned(text: str) -> list[str]:
    """What in each sentence of a text is the writer's own, those in quotation marks left out."""
    return [example("", one).own for one in seen(read_text_document(text, "txt")) if not one.quoted]


def _polnear() -> Iterator[str]:
    for path in sorted((data_folder() / "attribution" / "train").rglob("*.txt")):
        yield path.read_text(encoding="utf-8", errors="ignore")


def _wikinews() -> Iterator[str]:
    for line in (data_folder() / "news/wikinews-dev.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        yield f"{row['title']}\n\n{row['text']}"


def _reports() -> Iterator[str]:
    for path in sorted((data_folder() / "seed/sources").glob("*.md")):
        for paragraph in path.read_text(encoding="utf-8").split("\n\n"):
            for sentence in re.split(r"(?<=[.!?])\s+", " ".join(paragraph.split())):
                if SHORTEST <= len(sentence.split()) <= 60:
                    yield sentence


def likelihood(values: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-values))


@dataclass
class Trainer:
    """Holds what all fits share: features and the encoder's vectors of labelled and other sentences."""

    examples: list[Example]
    others: list[str]

    def __post_init__(self) -> None:
        texts = [item.own for item in self.examples] + self.others
        self.inside = encoded(texts)
        features = matrix_of(texts)
        frequent = np.asarray((features > 0).sum(0)).ravel()
        idf = np.log((1 + len(texts)) / (1 + frequent)) + 1
        used = np.concatenate([np.full(size, share) for size, share in zip(SIZES, USED, strict=True)])
        self.factor = np.where(frequent >= 2, idf * used, 0.0)
        self.columns = np.flatnonzero(self.factor)
        self.features = features[:, self.columns].multiply(self.factor[self.columns]).tocsr()
        self.labels = np.array([float(item.view or 0) for item in self.examples])
        self.weight = np.array([item.weight for item in self.examples])

    def words(self, known: np.ndarray) -> tuple[np.ndarray, float]:
        """The words' reading of those labelled sentences and of all others: a weight a column, an offset."""
        size = len(self.examples)
        teacher = LogisticRegression(C=1.0, max_iter=2000)
        teacher.fit(self.inside[known], self.labels[known], self.weight[known])
        aims = np.r_[self.labels[known], teacher.predict_proba(self.inside[size:])[:, 1]]
        weight = np.r_[self.weight[known], np.full(len(self.others), UNLABELLED)]
        rows = self.features[np.r_[known, np.arange(size, size + len(self.others))]]
        sides = np.r_[np.ones(len(aims)), np.zeros(len(aims))]
        model = LogisticRegression(C=PENALTY, solver="liblinear", tol=1e-3, random_state=0)
        model.fit(
            sp.vstack([rows, rows]).tocsr(), sides, sample_weight=np.r_[weight * aims, weight * (1 - aims)]
        )
        return model.coef_[0], float(model.intercept_[0])

    def crossed(self) -> np.ndarray:
        """What the reading says of each labelled sentence when its article was left out."""
        fold = np.array([item.fold for item in self.examples])
        values = np.zeros(len(fold))
        for left in range(FOLDS):
            weights, offset = self.words(np.flatnonzero(fold != left))
            at = np.flatnonzero(fold == left)
            values[at] = self.features[at] @ weights + offset
        return values

    def beside(self, crossed: np.ndarray) -> tuple[float, np.ndarray, float]:
        """How much the reading counts, the weight of each sign, and the offset."""
        signs = np.array([item.signs for item in self.examples])
        both = np.column_stack([crossed / 2, signs * SHARE])
        self.report(both)
        model = LogisticRegression(C=1.0, max_iter=2000).fit(both, self.labels, self.weight)
        return model.coef_[0, 0] / 2, model.coef_[0, 1:] * SHARE, float(model.intercept_[0])

    def report(self, both: np.ndarray) -> None:
        """Prints how the whole does on articles left out."""
        fold = np.array([item.fold for item in self.examples])
        found = np.zeros(len(fold), bool)
        for left in range(FOLDS):
            model = LogisticRegression(C=1.0, max_iter=2000)
            model.fit(both[fold != left], self.labels[fold != left], self.weight[fold != left])
            found[fold == left] = model.predict(both[fold == left]) > 0
        for name, part in (("own articles", self.weight == 1), ("Wikinews", self.weight < 1)):
            views, told = self.labels[part] > 0, found[part]
            print(
                f"left out in turn, {name}: {len(views)} sentences, right {np.mean(told == views):.3f}, "
                f"views found {told[views].sum()} of {views.sum()}, facts called views {told[~views].sum()}"
            )


def packed(weights: np.ndarray, slope: float, offset: float, signs: np.ndarray) -> bytes:
    """The model file; see ``views.model`` for its layout."""
    largest, tables = quantised(weights)
    numbers = (*largest, slope, offset, *signs)
    return MAGIC + struct.pack(f"<{len(numbers)}f", *numbers) + zlib.compress(tables, 9)


def main() -> None:
    trainer = Trainer([*labelled(articles()), *plain_news()], unlabelled())
    share, signs, base = trainer.beside(trainer.crossed())
    found, offset = trainer.words(np.arange(len(trainer.examples)))
    weights = np.zeros(sum(SIZES))
    weights[trainer.columns] = found * trainer.factor[trainer.columns]
    data = packed(weights, share, share * offset + base, signs)
    MODEL.write_bytes(data)
    print(f"{MODEL.name}: {len(data):,} bytes, sha256 {hashlib.sha256(data).hexdigest()[:16]}")
    for name, weight in sorted(zip(SIGNS, signs, strict=True), key=lambda pair: -abs(pair[1])):
        print(f"  {weight:6.2f}  {name}")


if __name__ == "__main__":
    main()
