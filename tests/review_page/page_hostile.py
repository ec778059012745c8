"""Forty and more strings that mean harm, and a workspace that has them in every field it can."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

BEL, ESC, NUL, DEL = "\x07", "\x1b", "\x00", "\x7f"

HOSTILE: tuple[str, ...] = (
    "<script>window.__ran=1</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "</script><script>window.__ran=1</script>",
    "<img src=x onerror=window.__ran=1>",
    "<img src=http://evil.example/pixel.png>",
    "<svg onload=window.__ran=1><animate onbegin=window.__ran=1 attributeName=x dur=1s>",
    "<svg><script href=data:,window.__ran=1></script></svg>",
    "<svg><foreignObject><iframe srcdoc='<script>top.__ran=1</script>'></foreignObject></svg>",
    "<math><mtext><img src=x onerror=window.__ran=1></mtext></math>",
    "<iframe src=javascript:parent.__ran=1></iframe>",
    "<object data=data:text/html,<script>window.__ran=1</script>></object>",
    "<embed src=//evil.example/x.swf>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>@import '//evil.example/x.css'; body{display:none}</style>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example/'>",
    "<form action=//evil.example/><button>Sign</button></form>",
    "<a href=javascript:window.__ran=1>click</a>",
    "<details open ontoggle=window.__ran=1>",
    "<body onload=window.__ran=1 style=display:none>",
    "<template><script>window.__ran=1</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=window.__ran=1>'>",
    "<!--><script>window.__ran=1</script-->",
    "<![CDATA[<script>window.__ran=1</script>]]>",
    "<plaintext>",
    "</textarea><script>window.__ran=1</script>",
    "</title></style></dialog></main></body></html><h1>gone</h1>",
    '" onfocus="window.__ran=1" autofocus tabindex="0',
    "' onmouseover='window.__ran=1",
    '"><script>window.__ran=1</script>',
    "` onclick=window.__ran=1 x=`",
    '" style="position:fixed;inset:0;background:red" x="',
    "javascript:window.__ran=1",
    "JaVa\u00a0ScRiPt:window.__ran=1",
    "data:text/html,<script>window.__ran=1</script>",
    "vbscript:msgbox(1)",
    "https://good.example@evil.example/\u202egnp.exe",
    "{{ 7*7 }}{% raw %}{{ self.__init__.__globals__ }}{% endraw %}",
    "${7*7} #{7*7} <%= 7*7 %> {{constructor.constructor('window.__ran=1')()}}",
    "&lt;script&gt;window.__ran=1&lt;/script&gt; &#60;b&#62; &#x3C;i&#x3E; &amp;amp;",
    "expression(window.__ran=1); background:url(javascript:window.__ran=1); } * { display: none",
    "\u202eright to left override\u202c and \u2066isolates\u2069 and \u200fmarks\u200e",
    "zero\u200bwidth\u200cjoin\u200ders\ufeff\u2060 and soft\u00adhyphens and \u180evowels",
    "Z\u0351\u0341\u033a\u0300\u0300\u0300a\u0336\u0336\u0336l\u0489\u0489\u0489g\u0321\u0321o" * 20,
    "\U000e0041\U000e0042 tags, \ue000 private, \ufdd0 no character, \U0001f469\u200d\U0001f680 emoji",
    "../../../../etc/passwd\\..\\..\\ %2e%2e%2f %00 ;rm -rf / `id` $(id) | cat",
    "x" * 100_000,
    "\u0623\u0644\u0641 \u05d0\u05dc\u05e3 1234 (abc) [def] <ghi>",
    "constructor __proto__ toString hasOwnProperty innerHTML",
    "\U0001d54a\U0001d554\U0001d563\U0001d55a\U0001d561\U0001d565 \uff1cscript\uff1e \u02bascript\u02ba \u2039img\u203a",
)
"""What a file may hold."""
UNHOLDABLE = (
    f"a{NUL}b",
    f"bell{BEL} escape{ESC}[2J{ESC}]0;x{BEL} delete{DEL}",
    "\x9b31m",
)
"""What no record holds, but what a page must not choke on either."""


def q(text: str) -> str:
    """A string of a record."""
    return json.dumps(text, ensure_ascii=False)


def lay_out_hostile(root: Path) -> Path:
    """A workspace in which one claim a string has that string wherever a claim can have one."""
    for name in ("articles", "claims", "sources"):
        (root / name).mkdir(parents=True)
    (root / "claimcheck.toml").touch()
    text, spans = "", []
    for bad in HOSTILE:
        sentence = f"They wrote: {bad}."
        spans.append((len(text), len(text) + len(sentence), sentence))
        text += sentence + "\n\n"
    dropped = len(text)
    text += HOSTILE[0] + "\n"
    (root / "claims" / "hostile.txt").write_text(text, encoding="utf-8")
    claims = [_claim(number, *span, HOSTILE[number]) for number, span in enumerate(spans)]
    head = (
        f'claimcheck: 1\narticle:\n  title: {q(HOSTILE[0] + HOSTILE[27])}\n  path: "articles/hostile.txt"\n'
        f'  sha256: "{"0" * 64}"\nclaims:\n'
    )
    foot = f"dropped:\n- {{text: {q(HOSTILE[0])}, why: {q(HOSTILE[3])}, start: {dropped}, end: {dropped + len(HOSTILE[0])}}}\n"
    (root / "claims" / "hostile.yaml").write_text(head + "".join(claims) + foot, encoding="utf-8")
    (root / "claims" / "hostile.desk.yaml").write_text(_desk(), encoding="utf-8")
    for number, bad in enumerate(HOSTILE):
        _source(root, number, bad)
    return root.resolve()


def short(number: int) -> str:
    """Short id of the claim of a string."""
    letters = "abcdefghijklmnopqrstuvwxyz234567"
    return "aaaaaa" + letters[number // 32] + letters[number % 32]


def _claim(number: int, start: int, end: int, sentence: str, bad: str) -> str:
    at = len("They wrote: ")
    span = f"{{start: {at}, end: {at + len(bad)}}}"
    by, time = q(bad[:300]), '"2026-03-04T09:12:00Z"'
    return f"""\
- id: hostile/{short(number)}
  text: {q(sentence)}
  anchor: {{prefix: {q(bad[:30])}, suffix: {q(bad[:30])}, start: {start}, end: {end}}}
  kind: quotation
  section: {q(bad)}
  check_worthiness: {{label: CFS, score: 0.9}}
  attributions:
  - content: [{span}]
    kind: mixed
    speaker: {q(bad)}
    hops: [{{name: {q(bad)}, how: "quoted"}}]
    hedge: {q(bad)}
    anonymous: true
    translator: {q(bad)}
  parts:
  - {{kind: quotation, start: {at}, end: {at + len(bad)}, ticked: {{by: {by}, at: {time}, why: {q(bad)}}}}}
  citations:
  - {{start: {at}, end: {at + len(bad)}, target: {q(bad)}, kind: link}}
  resolved: {{{q(bad[:500])}: {q(bad)}}}
  evidence:
  - source: source-{number}
    about: statement
    stance: contradicts
    exact: {q(bad)}
    prefix: {q(bad[:30])}
    suffix: {q(bad[:30])}
    start: 7
    end: {7 + len(bad)}
    locator: {{cell: {q(bad)}, time: {q(bad)}}}
    match: altered
    reason: {q(bad)}
    judge: {q(bad[:300])}
    status: proposed
  - source: source-{number}
    about: content
    stance: supports
    status: accepted
    by: {by}
    at: {time}
    why: {q(bad)}
  signoffs:
  - {{by: {by}, at: {time}, decision: verified, fingerprint: "cc1:0123456789abcdef", why: {q(bad)}}}
  exempt: {{by: {by}, at: {time}, why: {q(bad)}}}
  reply_sought:
  - {{to: {by}, at: {time}, by: {by}, how: {q(bad)}, answer: {q(bad)}}}
  corrections:
  - {{at: {time}, by: {by}, was: {q(bad)}, now: {q(bad + "!")}, notice: {q(bad)}}}
  was: {q(bad + " was otherwise")}
"""


def _desk() -> str:
    lines = ["claimcheck: 1\n"]
    time = '"2026-03-04T09:12:00Z"'
    lines.append("queries:\n")
    for number, bad in enumerate(HOSTILE):
        lines.append(
            f"- {{id: {q(f'q{number}')}, claim: hostile/{short(number)}, to: {q(bad)}, what: {q(bad)}, asked: {time}, by: {q(bad[:300])}}}\n"
        )
    lines.append("notes:\n")
    for number, bad in enumerate(HOSTILE):
        lines.append(
            f"- {{claim: hostile/{short(number)}, by: {q(bad[:300])}, at: {time}, text: {q(bad)}}}\n"
        )
    lines.append("assignments:\n")
    for number, bad in enumerate(HOSTILE):
        lines.append(f"- {{claim: hostile/{short(number)}, to: {q(bad)}, by: {q(bad[:300])}, at: {time}}}\n")
    return "".join(lines)


def _source(root: Path, number: int, bad: str) -> None:
    words = f"Wrote: {bad}\n\n{bad}\n"
    folder = root / "sources" / f"source-{number}"
    folder.mkdir()
    (folder / "text.txt").write_text(words, encoding="utf-8")
    digest = sha256(words.encode()).hexdigest()
    (root / "sources" / f"source-{number}.yaml").write_text(
        f"claimcheck: 1\nid: source-{number}\ntitle: {q(bad)}\ntier: primary\nreliability: A\n"
        f"authors: [{q(bad)}]\npublisher: {q(bad)}\nowner: {q(bad)}\nurl: {q(bad)}\nnotes: {q(bad)}\n"
        f'text: {{path: "sources/source-{number}/text.txt", sha256: "{digest}"}}\n'
        f'retracted: {{at: "2026-03-04T09:12:00Z", by: {q(bad[:300])}, why: {q(bad)}}}\n',
        encoding="utf-8",
    )
