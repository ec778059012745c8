"""Turns a trained state into the judge's two files: an int8 ONNX network and its tokenizer.

    python benchmarks/stance_judge/convert.py --state /tmp/judge/last.pt --out /tmp/judge

Needs onnx and onnxruntime besides what ``train.py`` needs. ``weigh.py`` then makes the third file.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import torch
from network import Network, base_folder, load_tokenizer
from onnxruntime.quantization import QuantType, quantize_dynamic

NAMES = ("input_ids", "attention_mask", "token_type_ids")


def export(state: Path, out: Path) -> Path:
    """The network as ONNX, matrices and embeddings in eight bits."""
    model = Network(pretrained=False)
    model.load_state_dict(torch.load(state, map_location="cpu"))
    model.eval()
    out.mkdir(parents=True, exist_ok=True)
    coded = load_tokenizer().encode("The pier is open.", "The pier opened in May.")
    example = tuple(torch.tensor([row]) for row in (coded.ids, coded.attention_mask, coded.type_ids))
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


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--state", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    path = export(args.state, args.out)
    print(f"{path.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
