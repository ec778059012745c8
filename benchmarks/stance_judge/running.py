"""A converted network: two texts in, three logits out, through onnxruntime on the processor."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from onnxruntime import InferenceSession, SessionOptions
from tokenizers import Tokenizer

MOST_TOKENS = 160
"""Tokens of claim and passage together; what is over is cut from the passage's end."""
MOST_CLAIM, MOST_PASSAGE = 400, 2000
"""Code points that are read at all: no input takes long."""
BATCH = 16
_THREADS = 4


class Running:
    """A cross-encoder in a folder: ``judge.onnx`` and ``tokenizer.json``."""

    def __init__(self, folder: Path) -> None:
        options = SessionOptions()
        options.intra_op_num_threads = min(_THREADS, os.cpu_count() or 1)
        options.log_severity_level = 3
        self._session = InferenceSession(folder / "judge.onnx", options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(MOST_TOKENS, strategy="only_second")
        self._tokenizer.no_padding()

    def logits(self, pairs: Sequence[tuple[str, str]]) -> npt.NDArray[np.float32]:
        """Logits (supports, contradicts, neutral) of each pair of claim and passage, shape ``(n, 3)``."""
        coded = [
            self._tokenizer.encode(claim[:MOST_CLAIM], passage[:MOST_PASSAGE] or " ")
            for claim, passage in pairs
        ]
        found = np.zeros((len(pairs), 3), np.float32)
        order = sorted(range(len(pairs)), key=lambda number: len(coded[number].ids))
        for start in range(0, len(order), BATCH):
            some = order[start : start + BATCH]
            longest = max(len(coded[number].ids) for number in some)
            rows = {
                name: np.array(
                    [[*row, *[0] * (longest - len(row))] for row in (getattr(coded[n], field) for n in some)],
                    np.int64,
                )
                for name, field in _INPUTS
            }
            found[some] = self._session.run(None, rows)[0]
        return found


_INPUTS = (("input_ids", "ids"), ("attention_mask", "attention_mask"), ("token_type_ids", "type_ids"))
