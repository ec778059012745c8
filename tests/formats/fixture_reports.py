"""Reports that every format is tried on; one of them as hostile as text can be."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.rules.report import ArticleRow, ClaimRow, Excerpt, Finding, Report, Waived
from claimcheck.rules.running import problem

LINE = "The harbour spent $42 million on dredging, and the board met on Tuesday."


def finding(code: str, name: str, level: str, begin: int, stop: int, **fields: object) -> Finding:
    """A finding on the one line of text, which is line 7 of its file."""
    values: dict[str, object] = {
        "code": code,
        "name": name,
        "level": level,
        "message": "The text has “$42 million”; accounts has another figure.",
        "fix": "Print the source's figure.",
        "path": "articles/harbour.md",
        "line": 7,
        "column": begin + 1,
        "end_line": 7,
        "end_column": stop + 1,
        "byte_column": begin + 1,
        "end_byte_column": stop + 1,
        "start": 100 + begin,
        "end": 100 + stop,
        "article": "harbour",
        "claim": "harbour/aaaaaaaa",
        "section": "The budget",
        "subject": "",
        "fingerprint": f"cc1:{code[2:]}{begin:02d}" + "0" * 59,
        "excerpt": Excerpt(LINE, begin, stop),
    }
    return Finding(**{**values, **fields})


def claim_row(number: int, **fields: object) -> ClaimRow:
    values: dict[str, object] = {
        "id": f"harbour/{'abcdef'[number] * 8}",
        "article": "harbour",
        "path": "articles/harbour.md",
        "line": 7,
        "column": 1 + number,
        "text": LINE,
        "kind": "quantity",
        "worthiness": "CFS",
        "section": "The budget",
        "status": "unsourced",
        "unsourced": "uncited",
        "sentence": "Unsourced: the text names no source, and none was found.",
        "if_accepted": None,
    }
    return ClaimRow(**{**values, **fields})


UNCITED = finding(
    "CC101",
    "uncited",
    "error",
    0,
    72,
    claim="harbour/bbbbbbbb",
    message="The text names no source for this, and none is recorded.",
    fix="Add what it rests on.",
)
FINDINGS = (
    finding("CC401", "figure-differs", "error", 18, 29),
    UNCITED,
    replace(
        UNCITED, level="warning", line=9, end_line=9, claim="harbour/cccccccc", fingerprint="cc1:" + "1" * 64
    ),
    finding(
        "CC403", "relative-date", "note", 64, 71, message="“Tuesday” counts from the day of publication."
    ),
    finding(
        "CC501",
        "source-without-text",
        "warning",
        0,
        0,
        path="sources/report.yaml",
        line=0,
        column=0,
        end_line=0,
        end_column=0,
        byte_column=0,
        end_byte_column=0,
        start=None,
        end=None,
        article="",
        claim="",
        section="",
        excerpt=None,
        message="The text of “Report” is not on hand.",
        fix="Get it and add it.",
    ),
)
REPORT = Report(
    findings=FINDINGS,
    waived=(
        Waived(
            finding("CC601", "anonymous", "warning", 31, 39, claim="harbour/dddddddd"),
            "the editor knows who it is",
            "r.osei",
            "2026-04-01",
        ),
    ),
    baselined=(finding("CC104", "weak", "warning", 43, 52, claim="harbour/dddddddd"),),
    problems=(),
    articles=(ArticleRow("harbour", "articles/harbour.md", "Harbour board approves budget", "draft", 4),),
    claims=(
        claim_row(0, status="weak", unsourced="", sentence="Weak: 1 origin (accounts), belief 0.48."),
        claim_row(1),
        claim_row(2, worthiness="UFS"),
        claim_row(3, status="strong", unsourced="", sentence="Strong: 1 origin (minutes), belief 0.95."),
    ),
    sources=3,
    fail_on="error",
    today="2026-03-04",
    policy_version="1",
    next_command="claimcheck source add FILE",
)
CLEAN = replace(REPORT, findings=(), waived=(), baselined=(), claims=REPORT.claims[3:], next_command="")
PROBLEMS = replace(
    CLEAN,
    problems=(
        problem(
            "rule-crashed",
            "The rule CC301 disputed could not run: ValueError: no",
            "Report this.",
            subject="CC301",
        ),
        problem("unreadable", "Duplicate key.", "Remove one.", path="claims/harbour.yaml", line=12, column=3),
    ),
)
NOTHING = replace(
    CLEAN,
    articles=(),
    claims=(),
    problems=(problem("nothing-to-check", "There is no article to check.", "Record one."),),
)
EVIL = (
    "a\x1b[31mred\x1b[0m \x07 \u202eevil\u202c %0A::error::owned \r\n::error::twice </testcase><script>alert(1)</script> "
    "]]> =cmd|' /C calc'!A0 | `code` [x](javascript:1) \x00 \ud800 \u2028 \U000e0041 ," + "x" * 300
)
HOSTILE = replace(
    REPORT,
    findings=(
        replace(
            FINDINGS[0],
            message=EVIL,
            fix=EVIL,
            path="articles/a,b:c\n\x1b.md",
            section=EVIL,
            subject=EVIL,
            excerpt=Excerpt(EVIL, 3, 12, True, True),
        ),
        replace(UNCITED, section=EVIL, path="articles/a,b:c\n\x1b.md"),
    ),
    waived=(Waived(replace(FINDINGS[1], message=EVIL), EVIL, EVIL, "2026-04-01"),),
    articles=(ArticleRow("harbour", EVIL, EVIL, "draft", 1),),
    claims=(claim_row(0, text=EVIL, section=EVIL, sentence=EVIL, path=EVIL),),
    problems=(problem("unreadable", EVIL, EVIL, path=EVIL),),
    next_command=f"claimcheck extract {EVIL}",
)
EVERY = {
    "findings": REPORT,
    "clean": CLEAN,
    "problems": PROBLEMS,
    "nothing": NOTHING,
    "hostile": HOSTILE,
}
