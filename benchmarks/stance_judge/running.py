"""A converted network: two texts in, three logits out, through onnxruntime on the processor, offline."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
from onnxruntime import InferenceSession, SessionOptions
from tokenizers import Tokenizer

MOST_TOKENS = 160
"""Tokens of claim and passage together; the longer of the two is cut at its end."""
MOST_CLAIM, MOST_PASSAGE = 400, 2000
"""Code points that are read at all: no input takes long."""
_THREADS = 4
_INPUTS = (("input_ids", "ids"), ("attention_mask", "attention_mask"), ("token_type_ids", "type_ids"))


class Running:
    """A cross-encoder in a folder: ``judge.onnx`` and ``tokenizer.json``."""

    def __init__(self, folder: Path) -> None:
        options = SessionOptions()
        options.intra_op_num_threads = min(_THREADS, os.cpu_count() or 1)
        options.log_severity_level = 4
        self._session = InferenceSession(folder / "judge.onnx", options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        # Not "only_second": that fails on a claim that alone has too many tokens.
        self._tokenizer.enable_truncation(MOST_TOKENS, strategy="longest_first")
        self._tokenizer.no_padding()

    def logits(self, claim: str, passage: str) -> tuple[float, float, float]:
        """Logits of supports, contradicts and neutral.

        One pair at a time: in eight bits, values are scaled by the largest of a batch, so that an answer
        would hang on what else was asked.
        """
        coded = self._tokenizer.encode(_whole(claim[:MOST_CLAIM]), _whole(passage[:MOST_PASSAGE]))
        fed = {name: np.array([getattr(coded, field)], np.int64) for name, field in _INPUTS}
        supports, contradicts, neutral = self._session.run(None, fed)[0][0].tolist()
        return supports, contradicts, neutral


def _whole(text: str) -> str:
    """The text with lone surrogates, which the tokenizer refuses, as question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")
