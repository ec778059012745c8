"""Locators in words."""

from __future__ import annotations

from claimcheck.records.claim_models import Place


def say_place(place: Place | None) -> str:
    """A locator as people read it, such as ``page 4, paragraph 2``, or nothing."""
    if place is None:
        return ""
    cell = place.cell.replace("!", ", cell ") if place.cell and place.cell.startswith("table ") else None
    parts = (
        ("page ", place.page), ("paragraph ", place.paragraph), ("", cell),
        ("cell ", None if cell else place.cell), ("at ", place.time),
        ("under ", f"“{place.heading}”" if place.heading else None),
    )  # fmt: skip
    return ", ".join(f"{name}{value}" for name, value in parts if value is not None)
