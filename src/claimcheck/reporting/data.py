"""The report as JSON, for scripts."""

from __future__ import annotations

import json
from dataclasses import asdict

from claimcheck.reporting.model import DeskReport


def render_json(report: DeskReport) -> str:
    """The whole report as indented JSON, ending in a line end; keys are the field names of the model."""
    return json.dumps(asdict(report), ensure_ascii=False, indent=2) + "\n"
