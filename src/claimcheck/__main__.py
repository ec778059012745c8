"""``python -m claimcheck``: the program, where its command is not on the path."""

from __future__ import annotations

from claimcheck.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
