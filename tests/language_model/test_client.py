from __future__ import annotations

import time

import pytest
from model_server import Answer, Asked, Handler, completion, judged, send, serving

from claimcheck.evidence.language_model.client import Client, Endpoint, ModelFailed

pytest.importorskip("openai", reason="the extra [llm] is not installed")

ASKED = [{"role": "user", "content": '{"passages": [{"text": "a b c d"}]}'}]


def ask(url: str, seconds: float = 5.0) -> str:
    return Client(Endpoint(url, "small", "sk-secret", seconds)).ask(ASKED, {"type": "object"})


def test_an_answer_comes_back_and_the_key_goes_only_in_the_header() -> None:
    with serving(judged("neutral")) as server:
        assert "judgements" in ask(server.url)
    (asked,) = server.asked
    assert asked.headers["authorization"] == "Bearer sk-secret"
    assert b"sk-secret" not in asked.body
    assert asked.data["temperature"] == 0
    assert asked.data["response_format"]["type"] == "json_schema"
    assert "tools" not in asked.data


@pytest.mark.parametrize("status", [400, 422, 500])
def test_a_server_that_takes_no_schema_is_asked_without_one_and_then_always(status: int) -> None:
    def picky(asked: Asked, handler: Handler) -> None:
        if asked.data.get("response_format", {}).get("type") == "json_schema":
            send(handler, b'{"error": {"message": "unknown response_format"}}', status)
        else:
            send(handler, completion("{}"))

    with serving(picky) as server:
        client = Client(Endpoint(server.url, "small"))
        assert [client.ask(ASKED, {}) for _ in range(2)] == ["{}", "{}"]
    kinds = [asked.data["response_format"]["type"] for asked in server.asked]
    assert kinds == ["json_schema", "json_object", "json_object"]


def slow(asked: Asked, handler: Handler) -> None:
    time.sleep(2)


def drip(asked: Asked, handler: Handler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(40):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.05)


def huge(asked: Asked, handler: Handler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(10_000):
        handler.wfile.write(b"x" * 65_536)


def elsewhere(asked: Asked, handler: Handler) -> None:
    handler.send_response(307)
    handler.send_header("Location", "http://127.0.0.1:9/elsewhere")
    handler.end_headers()


def page(asked: Asked, handler: Handler) -> None:
    send(handler, b"<html>sign in</html>")


def nothing(asked: Asked, handler: Handler) -> None:
    send(handler, b'{"id": "1", "object": "chat.completion", "created": 0, "model": "m", "choices": []}')


def broken(asked: Asked, handler: Handler) -> None:
    handler.wfile.write(b"not even HTTP")


def refused(asked: Asked, handler: Handler) -> None:
    send(handler, b'{"error": {"message": "no sk-secret here"}}', 401)


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (slow, "took too long"),
        (drip, "not finished after"),
        (huge, "more than 256 kB"),
        (elsewhere, "status 307"),
        (page, "no chat completion"),
        (nothing, "no chat completion"),
        (broken, "no connection"),
        (refused, "status 401"),
    ],
)
def test_a_hostile_or_broken_server_is_one_plain_error(answer: Answer, why: str) -> None:
    with serving(answer) as server, pytest.raises(ModelFailed, match=why) as failed:
        ask(server.url, seconds=0.5)
    assert "sk-secret" not in str(failed.value)


def test_no_server_at_all_is_one_plain_error() -> None:
    with pytest.raises(ModelFailed, match="no connection"):
        ask("http://127.0.0.1:9/v1")


def test_the_key_is_in_no_representation() -> None:
    assert "sk-secret" not in repr(Endpoint("http://h/v1", "small", "sk-secret"))
