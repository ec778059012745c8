"""The one place from which anything is sent to a language model."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from claimcheck.errors import ClaimcheckError, MissingExtra

if TYPE_CHECKING:
    from openai import OpenAI

_NOT_UNDERSTOOD = (400, 422, 500)
"""How servers answer a request they do not understand; llama.cpp's says 500."""
_MOST_TOKENS = 1000
MOST_BYTES = 256 * 1024
"""A longer answer is cut off and discarded: no honest one comes near it."""


class ModelFailed(ClaimcheckError):
    """The model gave no usable answer."""

    def __init__(self, endpoint: str, why: str) -> None:
        super().__init__(
            f"The language model at {endpoint} did not answer: {why}.",
            remedy='Check judges.endpoint and judges.model, or leave "llm" out of judges.use.',
        )


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible server and a model of it.

    Attributes:
        url: base address, such as ``http://127.0.0.1:8080/v1``.
        key: never shown; servers on one's own machine need none.
        seconds: for one answer from first to last byte.
    """

    url: str
    model: str
    key: str | None = field(default=None, repr=False)
    seconds: float = 120.0


class Client:
    """Asks one endpoint, one question after the other; follows no redirect, for the key would go along."""

    def __init__(self, endpoint: Endpoint) -> None:
        self.endpoint = endpoint
        self._client = _connect(endpoint)
        self._shapes = list(_SHAPES)

    def ask(self, messages: Sequence[Mapping[str, str]], schema: Mapping[str, object]) -> str:
        """The text of the answer.

        Raises:
            ModelFailed: unreachable, too slow, too long, refused, or no chat completion.
        """
        from openai import APIStatusError, OpenAIError

        while True:
            try:
                return self._send(messages, schema)
            except APIStatusError as error:
                if error.status_code not in _NOT_UNDERSTOOD or len(self._shapes) == 1:
                    raise ModelFailed(self.endpoint.url, f"status {error.status_code}") from None
                # Servers differ in how they take a schema; what one refused is not tried again.
                self._shapes.pop(0)
            except OpenAIError as error:
                raise ModelFailed(self.endpoint.url, _plainly(error)) from None

    def _send(self, messages: Sequence[Mapping[str, str]], schema: Mapping[str, object]) -> str:
        asked: dict[str, Any] = {"model": self.endpoint.model, "messages": list(messages)}
        asked |= _SHAPES[self._shapes[0]](schema)
        limit = time.monotonic() + self.endpoint.seconds
        data = bytearray()
        with self._client.chat.completions.with_streaming_response.create(**asked) as response:
            for chunk in response.iter_bytes():
                data += chunk
                if len(data) > MOST_BYTES:
                    raise ModelFailed(self.endpoint.url, f"more than {MOST_BYTES // 1024} kB came back")
                if time.monotonic() > limit:
                    raise ModelFailed(
                        self.endpoint.url, f"not finished after {self.endpoint.seconds:g} seconds"
                    )
        return self._content(bytes(data))

    def _content(self, data: bytes) -> str:
        from openai.types.chat import ChatCompletion
        from pydantic import ValidationError

        try:
            content = ChatCompletion.model_validate_json(data).choices[0].message.content
        except (ValidationError, IndexError, AttributeError):
            raise ModelFailed(self.endpoint.url, "what came back is no chat completion") from None
        return content or ""


def _with_schema(schema: Mapping[str, object]) -> dict[str, Any]:
    shape = {"name": "answer", "schema": dict(schema), "strict": True}
    return {"temperature": 0, "response_format": {"type": "json_schema", "json_schema": shape}}


def _with_object(schema: Mapping[str, object]) -> dict[str, Any]:
    # What local servers take; a small model that repeats itself is stopped by the limit.
    shape = {"type": "json_object", "schema": dict(schema)}
    return {"temperature": 0, "max_tokens": _MOST_TOKENS, "response_format": shape}


def _plain(schema: Mapping[str, object]) -> dict[str, Any]:
    return {}


_SHAPES = {"json_schema": _with_schema, "json_object": _with_object, "plain": _plain}


def _connect(endpoint: Endpoint) -> OpenAI:
    try:
        import openai
    except ImportError:
        raise MissingExtra("Asking a language model", "llm") from None
    return openai.OpenAI(
        base_url=endpoint.url,
        api_key=endpoint.key or "none",
        max_retries=0,
        timeout=endpoint.seconds,
        http_client=openai.DefaultHttpxClient(follow_redirects=False),
    )


def _plainly(error: Exception) -> str:
    name = type(error).__name__
    return {"APITimeoutError": "it took too long", "APIConnectionError": "no connection"}.get(name, name)
