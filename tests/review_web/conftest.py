from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="the review page's extra is not installed")

from web_desk import NETWORK, Person, Served, lay_out


@pytest.fixture
def served(tmp_path: Path) -> Served:
    """The desk, served to this machine."""
    root, state = tmp_path / "desk", tmp_path / "state"
    root.mkdir()
    lay_out(root, state)
    return Served(root.resolve(), state)


@pytest.fixture
def network(tmp_path: Path) -> Served:
    """The desk, served to a network."""
    root, state = tmp_path / "network" / "desk", tmp_path / "network" / "state"
    root.mkdir(parents=True)
    lay_out(root, state)
    return Served(root.resolve(), state, addresses=NETWORK)


@pytest.fixture
def ann(served: Served) -> Person:
    """The desk's owner, let in."""
    return served.owner_in()
