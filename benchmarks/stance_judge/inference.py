"""Small public inference sets whose licences let a model made on them be passed on.

ConjNLI's adversarial training pairs (MIT), SNLI's development and test pairs as e-SNLI keeps them (MIT; SNLI
itself CC BY-SA 4.0), Breaking NLI and MED (both CC BY-SA 4.0).

They are read from bare clones, ``FOLDER/OWNER+NAME/repo``; nothing of them is kept here. They teach words
that exclude each other, names and figures in the same place, and what follows from a part of a sentence.
"""

from __future__ import annotations

import csv
import io
import json
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

from pairs import Pair, tidy

_STANCES = {"entailment": "supports", "contradiction": "contradicts", "neutral": "neutral"}


def inference(folder: Path) -> list[Pair]:
    """All their pairs; those of one premise are a group."""
    rows = [*_conjunctions(folder), *_captions(folder), *_replaced(folder), *_monotone(folder)]
    return [
        Pair("inference", "inference", _STANCES[label], tidy(claim), tidy(premise), premise)
        for premise, claim, label in rows
        if label in _STANCES
    ]


def _stored(folder: Path, name: str, path: str) -> bytes:
    clone = folder / name / "repo"
    return subprocess.run(
        ["git", f"--git-dir={clone}", "show", f"HEAD:{path}"], check=True, capture_output=True
    ).stdout


def _table(stored: bytes) -> csv.DictReader[str]:
    return csv.DictReader(io.StringIO(stored.decode("utf-8-sig")), delimiter="\t", quoting=csv.QUOTE_NONE)


def _conjunctions(folder: Path) -> Iterator[tuple[str, str, str]]:
    for row in _table(_stored(folder, "swarnaHub+ConjNLI", "data/NLI/adversarial_train_15k.tsv")):
        yield row["Premise"], row["Hypothesis"], row["Label"]


def _captions(folder: Path) -> Iterator[tuple[str, str, str]]:
    for part in ("dev", "test"):
        lines = (
            _stored(folder, "OanaMariaCamburu+e-SNLI", f"dataset/eSNLI/{column}.{part}").decode().splitlines()
            for column in ("s1", "s2", "labels")
        )
        yield from zip(*lines, strict=True)


def _replaced(folder: Path) -> Iterator[tuple[str, str, str]]:
    stored = _stored(folder, "BIU-NLP+Breaking_NLI", "breaking_nli_dataset.zip")
    with zipfile.ZipFile(io.BytesIO(stored)) as archive:
        for name in archive.namelist():
            if name.endswith(".jsonl") and not name.startswith("__"):
                for line in archive.read(name).decode().splitlines():
                    row = json.loads(line)
                    yield row["sentence1"], row["sentence2"], row["gold_label"]


def _monotone(folder: Path) -> Iterator[tuple[str, str, str]]:
    for row in _table(_stored(folder, "verypluming+MED", "MED.tsv")):
        yield row["sentence1"], row["sentence2"], row["gold_label"]
