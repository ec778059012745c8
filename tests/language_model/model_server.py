"""A chat-completions server on loopback that records what it is sent, and answers as a test wants."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Asked:
    """One request: its body as bytes and parsed, and the headers, names in lower case."""

    def __init__(self, body: bytes, headers: dict[str, str]) -> None:
        self.body = body
        self.headers = headers
        self.data: dict[str, Any] = json.loads(body)

    @property
    def question(self) -> dict[str, Any]:
        """The JSON that the user's message holds."""
        found: dict[str, Any] = json.loads(self.data["messages"][-1]["content"])
        return found


Handler = BaseHTTPRequestHandler
Answer = Callable[[Asked, Handler], None]


class ModelServer:
    """What the server was sent, and where it is."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.asked: list[Asked] = []


def completion(content: str) -> bytes:
    """A chat completion with one message."""
    message = {"role": "assistant", "content": content}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return json.dumps(
        {"id": "1", "object": "chat.completion", "created": 0, "model": "m", "choices": [choice]}
    ).encode()


def send(handler: Handler, body: bytes, status: int = 200) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def judged(stance: str, quote: str | None = None, passage: int = 1) -> Answer:
    """Answers with one judgement; it quotes the whole passage unless told otherwise."""

    def answer(asked: Asked, handler: Handler) -> None:
        texts = [item["text"] for item in asked.question["passages"]]
        words = texts[0] if quote is None else quote
        row = {"passage": passage, "stance": stance, "quote": words, "why": "it says so"}
        send(handler, completion(json.dumps({"judgements": [row]})))

    return answer


@contextmanager
def serving(answer: Answer) -> Iterator[ModelServer]:
    """A server that answers every question the same way."""

    class Handling(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            asked = Asked(body, {name.lower(): value for name, value in self.headers.items()})
            server.asked.append(asked)
            try:
                answer(asked, self)
            except (BrokenPipeError, ConnectionResetError):
                return

        def log_message(self, format: str, *args: object) -> None:
            return

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handling)
    http.daemon_threads = True
    server = ModelServer(f"http://127.0.0.1:{http.server_address[1]}/v1")
    thread = threading.Thread(target=http.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
