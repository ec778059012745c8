"""Turns a trained state into an int8 ONNX file and fits the temperature of its logits on held-out pairs.

    python benchmarks/stance_judge/convert.py --state /tmp/judge/last.pt --out /tmp/judge-onnx

Needs onnx and onnxruntime besides what ``train.py`` needs.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
from pathlib import Path

import numpy as np
import torch
from network import Network, base_folder, batch, load_tokenizer
from onnxruntime import InferenceSession, SessionOptions
from onnxruntime.quantization import QuantType, quantize_dynamic
from pairs import LABELS, Pair, calibration_pairs

NAMES = ("input_ids", "attention_mask", "token_type_ids")


def export(state: Path, out: Path) -> Path:
    """The network as ONNX, matrices and embeddings in eight bits."""
    model = Network(pretrained=False)
    model.load_state_dict(torch.load(state, map_location="cpu"))
    model.eval()
    out.mkdir(parents=True, exist_ok=True)
    example = batch(load_tokenizer(), [("The pier is open.", "The pier opened in May.")])
    dynamic = {name: {0: "pair", 1: "token"} for name in NAMES} | {"logits": {0: "pair"}}
    full = out / "full.onnx"
    torch.onnx.export(
        model,
        example,
        str(full),
        input_names=list(NAMES),
        output_names=["logits"],
        dynamic_axes=dynamic,
        dynamo=False,
    )
    quantize_dynamic(full, out / "judge.onnx", weight_type=QuantType.QInt8, per_channel=True)
    full.unlink()
    shutil.copyfile(base_folder() / "tokenizer.json", out / "tokenizer.json")
    return out / "judge.onnx"


class Judge:
    """Logits of the converted network."""

    def __init__(self, folder: Path) -> None:
        options = SessionOptions()
        options.intra_op_num_threads = 2
        options.log_severity_level = 3
        self._session = InferenceSession(folder / "judge.onnx", options, providers=["CPUExecutionProvider"])
        self._tokenizer = load_tokenizer()

    def logits(self, pairs: list[tuple[str, str]], size: int = 16) -> np.ndarray:
        """Three logits a pair, in the order of ``LABELS``."""
        found = np.zeros((len(pairs), len(LABELS)), np.float32)
        order = sorted(range(len(pairs)), key=lambda n: len(pairs[n][0]) + len(pairs[n][1]))
        for start in range(0, len(order), size):
            some = order[start : start + size]
            inputs = batch(self._tokenizer, [pairs[n] for n in some])
            named = {name: tensor.numpy() for name, tensor in zip(NAMES, inputs, strict=True)}
            found[some] = self._session.run(None, named)[0]
        return found


def temperature(logits: np.ndarray, gold: np.ndarray) -> float:
    """What to divide logits by so that the mean surprise on held-out pairs is least."""

    def surprise(by: float) -> float:
        scaled = logits / by
        scaled = scaled - scaled.max(1, keepdims=True)
        chosen = scaled[np.arange(len(gold)), gold] - np.log(np.exp(scaled).sum(1))
        return float(-chosen.mean())

    return min((n / 20 for n in range(8, 81)), key=surprise)


def gold_of(pairs: list[Pair]) -> np.ndarray:
    return np.array([LABELS.index(pair.stance) for pair in pairs])


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--state", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    path = export(args.state, args.out)
    pairs = calibration_pairs(Path(os.environ["CLAIMCHECK_DATA"]), 1500, 5)
    logits = Judge(args.out).logits([(p.claim, p.passage) for p in pairs])
    by = temperature(logits, gold_of(pairs))
    (args.out / "calibration.json").write_text(json.dumps({"temperature": by, "labels": LABELS}))
    right = float((logits.argmax(1) == gold_of(pairs)).mean())
    print(f"{path.stat().st_size / 1e6:.1f} MB, temperature {by}, right on held-out pairs {right:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
