"""Under which addresses the page may be asked for: what Host and Origin are compared with."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import Literal

Scheme = Literal["http", "https"]
_DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the server listens.

    Attributes:
        names: host names and addresses, lower-case, IPv6 in brackets.
        loopback: True where it can be reached from this machine only.
    """

    scheme: Scheme
    names: tuple[str, ...]
    port: int
    loopback: bool

    @property
    def cookie(self) -> str:
        """The cookie's name. It carries the port, for cookies do not tell ports apart."""
        prefix = "__Host-" if self.scheme == "https" else ""
        return f"{prefix}claimcheck-{self.port}"

    def url(self, path: str = "/") -> str:
        """A path under the first name."""
        return f"{self.origin(self._hosts()[0])}{path}"

    def knows(self, host: str) -> bool:
        """Whether a Host header names this server. A name that a stranger let point here is none of ours."""
        return host.lower() in self._hosts()

    def origin(self, host: str) -> str:
        """The origin of a page that was asked for under a host."""
        return f"{self.scheme}://{host.lower()}"

    def _hosts(self) -> list[str]:
        if self.port == _DEFAULT_PORTS[self.scheme]:
            return [*self.names, *(f"{name}:{self.port}" for name in self.names)]
        return [f"{name}:{self.port}" for name in self.names]


def is_loopback(host: str) -> bool:
    """Whether a name or address is this machine's own."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def bracketed(host: str) -> str:
    """A host as it stands in an address: IPv6 in brackets."""
    return f"[{host}]" if ":" in host and not host.startswith("[") else host.lower()


def loopback_addresses(host: str, port: int) -> Addresses:
    """The names of a server on this machine's own address."""
    names = dict.fromkeys([bracketed(host), "localhost"])
    return Addresses("http", tuple(names), port, loopback=True)
