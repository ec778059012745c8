"""Where this user's own files lie: settings, caches, private sources, journals. Never in the workspace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class UserDirs:
    """The user's folders for claimcheck; none need exist.

    Attributes:
        config: ``claimcheck.toml`` of the user.
        cache: derived files that may be deleted at any time, and lock files.
        data: the private store.
        state: journals of own decisions, for undo.
    """

    config: Path
    cache: Path
    data: Path
    state: Path


def user_dirs(environ: Mapping[str, str], home: Path, platform: str) -> UserDirs:
    """The folders by the XDG base directory specification, or Apple's where ``platform`` is ``darwin``.

    An XDG variable that is set wins on every platform; a relative one is ignored, as the
    specification says.
    """
    if platform == "darwin":
        library = home / "Library"
        support = library / "Application Support" / "claimcheck"
        defaults = (support, library / "Caches" / "claimcheck", support / "data", support / "state")
    else:
        local = home / ".local"
        defaults = (
            home / ".config" / "claimcheck",
            home / ".cache" / "claimcheck",
            local / "share" / "claimcheck",
            local / "state" / "claimcheck",
        )
    names = ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
    chosen = [_from(environ, name, default) for name, default in zip(names, defaults, strict=True)]
    return UserDirs(*chosen)


def _from(environ: Mapping[str, str], name: str, default: Path) -> Path:
    value = Path(environ.get(name, ""))
    return value / "claimcheck" if value.is_absolute() else default
