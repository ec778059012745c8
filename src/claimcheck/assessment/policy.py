"""The assessment's constants: one versioned file, and single keys overridden by the desk's settings."""

from __future__ import annotations

import difflib
import hashlib
import json
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from claimcheck.errors import ClaimcheckError
from claimcheck.records.models import Kind, Reliability, Tier

NEEDS: tuple[str, ...] = (
    "approval-of-unnamed",
    "attribution",
    "one-fair-origin",
    "primary-or-two-origins",
    "quotation-in-primary",
    "reply-sought",
    "two-good-origins-or-document",
)
"""Every requirement a kind of claim may carry; :mod:`claimcheck.assessment.requirements` judges them."""

_Tree = dict[str, object]


class UnknownPolicyKey(ClaimcheckError):
    """The settings name an assessment constant that does not exist."""

    def __init__(self, key: str, known: Iterable[str]) -> None:
        names = sorted(known)
        near = difflib.get_close_matches(key.rpartition(".")[2], names, n=1)
        super().__init__(
            f"The assessment has no setting {key!r}.",
            remedy=f"Did you mean {near[0]!r}?" if near else f"Known here: {', '.join(names)}.",
        )


class BadPolicyValue(ClaimcheckError):
    """An assessment constant has a value of the wrong kind or out of range."""

    def __init__(self, key: str, value: object, wanted: str) -> None:
        super().__init__(f"The assessment setting {key!r} is {value!r}.", remedy=f"It must be {wanted}.")


@dataclass(frozen=True, slots=True)
class KindPolicy:
    """What one kind of claim must reach: least belief, and the requirements it must meet."""

    minimum_belief: float
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Policy:
    """All constants of the assessment (see ``policy.toml`` for what each one does).

    Attributes:
        version: of the policy file; with ``+`` and a digest where settings override it.
    """

    version: str
    cap: float
    hop: float
    translation: float
    transcript: float
    reliability: Mapping[Reliability, float]
    tier: Mapping[Tier, float]
    prior: float
    serious_points: float
    serious_weight: float
    strong_belief: float
    strong_weight: float
    slight_conflict: float
    kinds: Mapping[Kind, KindPolicy]


def load_policy(
    overrides: Mapping[str, object] | None = None, *, origin: Callable[[str], str] | None = None
) -> Policy:
    """The policy of this version of claimcheck, with single keys overridden.

    Args:
        origin: tells where a setting such as ``policy.weights`` was given, for messages.

    Raises:
        UnknownPolicyKey: ``overrides`` holds a key that the policy file does not.
        BadPolicyValue: a value is no number in range, or no list of known requirements.
    """
    tree: _Tree = tomllib.loads(Path(__file__).with_name("policy.toml").read_text("utf-8"))
    if overrides:
        version = tree.pop("version")
        for key, value in overrides.items():
            try:
                _override(tree, {key: value}, "")
            except (UnknownPolicyKey, BadPolicyValue) as error:
                error.place = origin(f"policy.{key}") if origin else ""
                raise
        digest = hashlib.sha256(json.dumps(tree, sort_keys=True).encode()).hexdigest()[:8]
        tree["version"] = f"{version}+{digest}"
    return _build(tree)


def _override(tree: _Tree, changes: Mapping[str, object], path: str) -> None:
    for key, value in changes.items():
        where = f"{path}{key}"
        known = _known_keys(tree, path)
        if key not in known:
            raise UnknownPolicyKey(where, known)
        if known[key] is dict:
            if not isinstance(value, Mapping):
                raise BadPolicyValue(where, value, "a table of settings")
            branch = tree.setdefault(key, {})
            assert isinstance(branch, dict)
            _override(branch, value, f"{where}.")
        else:
            tree[key] = _checked(where, value, known[key])


def _known_keys(tree: _Tree, path: str) -> dict[str, type]:
    if path == "kinds.":
        return dict.fromkeys(get_args(Kind), dict)
    if path.startswith("kinds."):
        return {"minimum_belief": float, "needs": list}
    return {key: type(value) for key, value in tree.items()}


def _checked(where: str, value: object, wanted: type) -> object:
    if wanted is list:
        if not isinstance(value, list) or any(need not in NEEDS for need in value):
            raise BadPolicyValue(where, value, f"a list of {', '.join(NEEDS)}")
        return list(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadPolicyValue(where, value, "a number")
    least, most = _range(where)
    if not least <= value <= most:
        raise BadPolicyValue(where, value, f"between {least:g} and {most:g}")
    return float(value)


def _range(where: str) -> tuple[float, float]:
    if where == "opinion.prior":
        return 0.001, 1000.0
    if where == "status.serious_points":
        return 0.0, 1000.0
    # A weight of 1 would be infinitely many points.
    return 0.0, 0.999 if where == "weights.cap" else 1.0


def _build(tree: _Tree) -> Policy:
    weights, opinion, status = (_floats(tree[key]) for key in ("weights", "opinion", "status"))
    letters, tiers = (_floats(_table(tree["weights"])[key]) for key in ("reliability", "tier"))
    return Policy(
        version=str(tree["version"]),
        cap=weights["cap"],
        hop=weights["hop"],
        translation=weights["translation"],
        transcript=weights["transcript"],
        reliability={letter: letters[letter] for letter in get_args(Reliability)},
        tier={tier: tiers[tier] for tier in get_args(Tier)},
        prior=opinion["prior"],
        serious_points=status["serious_points"],
        serious_weight=status["serious_weight"],
        strong_belief=status["strong_belief"],
        strong_weight=status["strong_weight"],
        slight_conflict=status["slight_conflict"],
        kinds=_kinds(tree, status["minimum_belief"]),
    )


def _kinds(tree: _Tree, minimum: float) -> dict[Kind, KindPolicy]:
    every = _needs(tree["every"])
    kinds = _table(tree["kinds"])
    found: dict[Kind, KindPolicy] = {}
    for kind in get_args(Kind):
        own = _table(kinds.get(kind, {}))
        found[kind] = KindPolicy(_floats(own).get("minimum_belief", minimum), (*_needs(own), *every))
    return found


def _table(value: object) -> _Tree:
    assert isinstance(value, dict)
    return value


def _floats(value: object) -> dict[str, float]:
    return {key: float(v) for key, v in _table(value).items() if isinstance(v, int | float)}


def _needs(value: object) -> tuple[str, ...]:
    needs = _table(value).get("needs", [])
    assert isinstance(needs, list)
    return tuple(needs)
