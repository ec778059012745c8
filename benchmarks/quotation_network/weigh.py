"""What network, linear judge and rules count for beside one another: fitted on cases that none has seen."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from reading import Kept, find

from claimcheck.evidence.quotations.careful.network import Network, read_network
from claimcheck.evidence.quotations.operators import TURNS
from quotation_cuts import written

STRENGTH = 1.0


def parts(kept: Kept, network: Network) -> list[float]:
    """Network, linear judge, and one place for each turn that a rule may name."""
    ids, flags = kept.encoded(network.vocabulary)
    named = [float(kept.rule is not None and kept.rule.turn == turn) for turn in TURNS]
    return [network.score(ids, flags), kept.linear(), *named]


def fit_mix(path: Path) -> None:
    """Fit the mix on the cases held out; write it into the network's file: offset, then a weight a part."""
    from sklearn.linear_model import LogisticRegression  # a tool of this script only

    network = read_network(path)
    found = [(find(source, quote), turned) for source, quote, turned, _ in written(held=True)]
    table = [(parts(kept, network), turned) for kept, turned in found if kept]
    gold = [turned for _, turned in table]
    model = LogisticRegression(C=STRENGTH, max_iter=1000).fit(np.array([row for row, _ in table]), gold)
    with np.load(path) as stored:
        arrays = {name: stored[name] for name in stored.files}
    arrays["mix"] = np.concatenate((model.intercept_, model.coef_[0])).astype(np.float32)
    np.savez_compressed(path, **arrays)
    print("mix:", " ".join(f"{value:.2f}" for value in arrays["mix"]), f"of {len(gold)} cases")
