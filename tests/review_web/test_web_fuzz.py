"""The interface fuzzed from its own description: whatever is sent, the answer is one it describes."""

from __future__ import annotations

import httpx2
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case
from schemathesis.schemas import APIOperation
from starlette.testclient import TestClient
from web_desk import COST, Person, Served, lay_out

from claimcheck.records.codec import load_claims
from claimcheck.review.web.limits import Buckets, Rate

DESCRIBED = (200, 400, 403, 404, 405, 409, 413, 415, 422)
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def ann(tmp_path_factory: pytest.TempPathFactory) -> Person:
    folder = tmp_path_factory.mktemp("fuzz")
    root, state = folder / "desk", folder / "state"
    root.mkdir()
    lay_out(root, state)
    person = Served(root.resolve(), state).owner_in()
    person.client.app._requests = Buckets(Rate(1e9, 1e9), lambda: 0.0)  # type: ignore[attr-defined]
    return person


def test_whatever_is_sent_is_answered_as_described(ann: Person) -> None:
    schema = schemathesis.openapi.from_dict(ann.get("/api/openapi.json").json())
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) > 20
    for operation in operations:
        _fuzz(operation, ann)


def _fuzz(operation: APIOperation, ann: Person) -> None:
    @settings(
        max_examples=10,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(operation.as_strategy())
    def answered(case: Case) -> None:
        # Ids that nobody knows are all answered alike, so half of the requests are about a claim there is.
        steps = dict(case.path_parameters or {})
        if "slug" in steps:
            steps["slug"] = "pier"
        if len(str(steps.get("short", ""))) % 2:
            steps["short"] = COST
        case.path_parameters = steps
        answer = send(ann.client, case)
        assert answer.status_code in DESCRIBED, f"{operation.label}: {answer.status_code} {answer.text}"
        if answer.status_code != 200:
            assert {"error", "remedy"} <= set(answer.json())
        assert "Traceback" not in answer.text
        assert answer.headers["cache-control"] == "no-store"
        load_claims((ann.room.root / "claims/pier.yaml").read_bytes(), "claims/pier.yaml")

    answered()


def send(client: TestClient, case: Case) -> httpx2.Response:
    """Send a case as the page would, with its own headers."""
    kwargs = case.as_transport_kwargs(base_url=str(client.base_url).rstrip("/"))
    headers = dict(kwargs.pop("headers", {}) or {})
    own = {"Origin": str(client.base_url).rstrip("/"), "X-Claimcheck": "1"}
    kept = {name: value for name, value in headers.items() if name.lower() in ("content-type", "accept")}
    wanted = {
        name: kwargs[name]
        for name in ("method", "url", "params", "json", "data", "files")
        if kwargs.get(name) is not None
    }
    if "files" in wanted:
        rows = wanted["files"].items() if isinstance(wanted["files"], dict) else wanted["files"]
        wanted["files"] = [(name, str(value).encode("utf-8", "replace")) for name, value in rows]
        kept = {}
    return client.request(**wanted, headers={**kept, **own})
