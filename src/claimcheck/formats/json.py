"""Everything, for programs: one JSON object, ASCII only, the same bytes for the same report."""

from __future__ import annotations

import json
from collections.abc import Mapping

from claimcheck.rules.report import ArticleRow, ClaimRow, Finding, Report

FORMAT = 1
"""Raised whenever a key changes its meaning or goes away."""


def render(report: Report) -> str:
    """The report as one JSON object. Offsets and columns count code points."""
    levels, statuses = report.levels(), report.statuses()
    tree = {
        "format": FORMAT,
        "exit_code": int(report.exit_code),
        "fail_on": report.fail_on,
        "today": report.today,
        "policy": report.policy_version,
        "workspace": not report.alone,
        "summary": {
            "articles": len(report.articles),
            "claims": len(report.claims),
            "sources": report.sources,
            "levels": dict(levels),
            "statuses": dict(statuses),
            "waived": len(report.waived),
            "baselined": len(report.baselined),
            "problems": len(report.problems),
        },
        "problems": [_finding(report, finding) for finding in report.problems],
        "findings": [_finding(report, finding) for finding in report.findings],
        "waived": [
            {
                **_finding(report, item.finding),
                "waiver": {"reason": item.reason, "by": item.by, "expires": item.expires},
            }
            for item in report.waived
        ],
        "baselined": [_finding(report, finding) for finding in report.baselined],
        "articles": [_article(row) for row in report.articles],
        "claims": [_claim(row) for row in report.claims],
        "next": report.next_command,
    }
    return json.dumps(tree, indent=1) + "\n"


def _finding(report: Report, finding: Finding) -> Mapping[str, object]:
    return {**finding_tree(finding), "page": report.page_url(finding.code, finding.name) or None}


def finding_tree(finding: Finding) -> Mapping[str, object]:
    """A finding as JSON."""
    return {
        "code": finding.code,
        "name": finding.name,
        "level": finding.level,
        "message": finding.message,
        "fix": finding.fix,
        "path": finding.path,
        "line": finding.line or None,
        "column": finding.column or None,
        "end_line": finding.end_line or None,
        "end_column": finding.end_column or None,
        "where": finding.where or None,
        "start": finding.start,
        "end": finding.end,
        "article": finding.article or None,
        "claim": finding.claim or None,
        "section": finding.section,
        "fingerprint": finding.fingerprint,
    }


def _article(row: ArticleRow) -> Mapping[str, object]:
    return {"slug": row.slug, "path": row.path, "title": row.title, "stage": row.stage, "claims": row.claims}


def _claim(row: ClaimRow) -> Mapping[str, object]:
    return {
        "id": row.id,
        "article": row.article,
        "path": row.path,
        "line": row.line or None,
        "column": row.column or None,
        "where": row.where or None,
        "text": row.text,
        "kind": row.kind,
        "check_worthiness": row.worthiness,
        "section": row.section,
        "status": row.status,
        "unsourced": row.unsourced or None,
        "sentence": row.sentence,
        "if_accepted": row.if_accepted,
    }
