"""A second set of hand-made quotations, in longer and rougher sources. All sentences are invented."""

from __future__ import annotations

from typing import Any

import pytest

from claimcheck.evidence.quotations import judge_quotation

V, E, A, T, X = "verbatim", "edited", "altered", "truncated", "absent"
Case = tuple[str, str, str, dict[str, Any]]

SPEECH = """Thank you, Chair. Let me begin with the numbers, because people like to forget them. In 2023 the ferry carried 412,000 passengers, up 6.5 per cent on the year before. It did so with two boats, one of which is older than I am.

Now, my opponents will tell you that the service loses money. That is true in February. It is not true in July. What they never mention is that without the ferry the island school would close, and with it the clinic.

If the subsidy is cut by a third, as the draft suggests, we will have to drop the early sailing. I do not want to do that. I have told the minister that I will not do it quietly. But I cannot promise you that the early sailing will survive.

Some have said I should resign. I have thought about it, and I have decided to stay, at least until the new boat is delivered. Is that stubborn? Perhaps. I would rather be called stubborn than absent.

We owe the islanders an honest answer by June 30, and unless the minister objects they will have one."""

REPORT = """Ferry chief defends early sailing

By our transport reporter

The head of the island ferry, Moira Tennant, told a hearing on Wednesday that the early sailing might not survive a cut in subsidy.

"We will have to drop it," she said. "I do not want to do that."

Councillor Dev Rao, who has long opposed the subsidy, called the service "a bottomless pit". He added: "Every year we hear the same story, and every year we pay."

The service carried 412,000 people last year, a rise of 6.5 per cent.

According to the island teachers' union, "the school cannot open before nine without it".

Tennant denied that the boats were unsafe. "They are old, but they are not unsafe," she said."""

INTERVIEW = """Q: Did the harbour office warn you?

A: No. They knew about the leak, I am sure of that, but nobody called.

Q: And if they had?

A: I would have closed the market. Of course I would.
"""

SLICES: list[Case] = [
    (V, SPEECH, "In 2023 the ferry carried 412,000 passengers, up 6.5 per cent on the year before.", {}),
    (V, SPEECH, "one of which is older than I am", {}),
    (V, SPEECH, "I would rather be called stubborn than absent.", {}),
    (V, SPEECH, "I do not want to do that", {}),
    (T, SPEECH, "I have thought about it, and I have decided to stay", {}),
    (V, SPEECH, "I will not do it quietly", {}),
    (V, SPEECH, "without the ferry the island school would close", {}),
    (V, SPEECH, "an honest answer by June 30", {}),
    (V, SPEECH, "It is not true in July.", {}),
    (V, REPORT, "We will have to drop it", {}),
    (V, REPORT, "a bottomless pit", {}),
    (V, REPORT, "Every year we hear the same story, and every year we pay.", {}),
    (V, REPORT, "They are old", {"context": "The boats, Tennant said, are not unsafe: “They are old”."}),
    (V, INTERVIEW, "I would have closed the market.", {}),
    (V, INTERVIEW, "nobody called", {}),
    (V, INTERVIEW, "They knew about the leak", {}),
    (E, SPEECH, "In 2023 the ferry carried 412,000 passengers … with two boats", {}),
    (E, SPEECH, "In 2023 the ferry carried 412000 passengers, up 6.5% on the year before", {}),
    (E, SPEECH, "I have told [the minister] that I will not do it quietly", {}),
    (E, SPEECH, "We owe the islanders an honest answer by 30 June", {}),
    (T, SPEECH, "I have thought about it,” she said, “and I have decided to stay", {}),
    (E, SPEECH, "[I have] decided to stay … until the new boat is delivered", {}),
    (E, REPORT, "We will have to drop [the early sailing]", {}),
    (
        E,
        REPORT,
        "We'll have to drop it. I don't want to do that.",
        {"segments": ["We'll have to drop it", "I don't want to do that."]},
    ),
    (E, SPEECH, "It did so with 2 boats", {}),
]

CHANGED: list[Case] = [
    (A, SPEECH, "In 2022 the ferry carried 412,000 passengers, up 6.5 per cent on the year before.", {}),
    (A, SPEECH, "In 2023 the ferry carried 421,000 passengers, up 6.5 per cent on the year before.", {}),
    (A, SPEECH, "In 2023 the ferry carried 412,000 passengers, up 65 per cent on the year before.", {}),
    (A, SPEECH, "In 2023 the ferry carried 412,000 passengers, down 6.5 per cent on the year before.", {}),
    (A, SPEECH, "the ferry carried 412,000 tons", {}),
    (A, SPEECH, "I do want to do that", {}),
    (A, SPEECH, "I will do it quietly", {}),
    (A, SPEECH, "I would rather be called absent than stubborn", {}),
    (
        A,
        SPEECH,
        "In 2023 the ferry carried 412,000 passengers. What they never mention is that without the ferry the island school would close",
        {},
    ),
    (A, SPEECH, "We owe the islanders an honest answer by July 30", {}),
    (A, SPEECH, "I have decided to stay until the new boat is delivered", {}),
    (A, SPEECH, "I have thought about it, and I have decided to leave", {}),
    (A, SPEECH, "without the ferry the island school will close", {}),
    (A, SPEECH, "without the bridge the island school would close", {}),
    (A, SPEECH, "It is not true in February.", {}),
    (A, REPORT, "Every year we hear the same story, and every year they pay.", {}),
    (A, REPORT, "We may have to drop it", {}),
    (A, REPORT, "They are old, but they are unsafe", {}),
    (A, REPORT, "They are not old, but they are unsafe", {}),
    (A, REPORT, "We will have to drop the early sailing", {}),
    (A, REPORT, "Every week we hear the same story, and every week we pay.", {}),
    (A, INTERVIEW, "And if they had? I would have closed the market.", {}),
    (A, SPEECH, "I have told the minister that she will not do it quietly", {}),
    (A, SPEECH, "I have told [the Chancellor Hugo Lang] that I will not do it quietly", {}),
    (A, SPEECH, "my supporters will tell you that the service loses money", {}),
    (A, SPEECH, "Some have said I should stay. I have thought about it", {}),
]

CUT: list[Case] = [
    (T, SPEECH, "the early sailing will survive", {}),
    (
        T,
        SPEECH,
        "the early sailing will survive",
        {"context": "“The early sailing will survive,” Tennant told the hearing."},
    ),
    (T, SPEECH, "we will have to drop the early sailing", {}),
    (T, SPEECH, "the service loses money", {}),
    (T, SPEECH, "I should resign", {}),
    (T, SPEECH, "The service loses money.", {"context": "Tennant admitted: “The service loses money.”"}),
    (T, SPEECH, "they will have one", {}),
    (T, REPORT, "unsafe", {}),
    (T, REPORT, "the boats were unsafe", {}),
    (T, SPEECH, "I … want to do that", {}),
    (T, SPEECH, "Is that … stubborn", {}) if False else (T, SPEECH, "I will … do it quietly", {}),
    (
        V,
        SPEECH,
        "the early sailing will survive",
        {"context": "Tennant said she could not promise “the early sailing will survive”."},
    ),
    (
        V,
        SPEECH,
        "we will have to drop the early sailing",
        {"context": "If the subsidy is cut, she said, “we will have to drop the early sailing”."},
    ),
    (
        V,
        SPEECH,
        "I should resign",
        {"context": "Asked about those who say “I should resign”, Tennant shrugged."},
    ),
    (V, REPORT, "unsafe", {"context": "Tennant denied that the boats were “unsafe”."}),
]

INVENTED: list[Case] = [
    (X, SPEECH, "The ferry is the backbone of this island and always will be", {}),
    (X, SPEECH, "The minister has promised to deliver two new boats before the end of the decade", {}),
    (X, SPEECH, "Passenger numbers rose by 6.5 per cent to 412,000 in 2023", {}),
    (X, SPEECH, "I considered resigning but chose to remain until the new vessel arrives", {}),
    (X, SPEECH, "catastrophic", {}),
    (X, REPORT, "The boats are falling apart and somebody will be hurt", {}),
    (X, REPORT, "I refuse to fund a service nobody uses", {}),
    (X, INTERVIEW, "The harbour office ignored the leak for months", {}),
]

GROUPS = {"slices": SLICES, "changed": CHANGED, "cut": CUT, "invented": INVENTED}
CASES = [
    pytest.param(*case, id=f"{name}-{number}")
    for name, cases in GROUPS.items()
    for number, case in enumerate(cases)
]


@pytest.mark.parametrize(("match", "source", "quote", "options"), CASES)
def test_verdict(match: str, source: str, quote: str, options: dict[str, Any]) -> None:
    assert judge_quotation(source, quote, **options).match == match


SPEAKERS: list[tuple[str, str, str, bool]] = [
    (REPORT, "We will have to drop it", "Moira Tennant", False),
    (REPORT, "We will have to drop it", "Dev Rao", True),
    (REPORT, "a bottomless pit", "Dev Rao", False),
    (REPORT, "a bottomless pit", "Councillor Rao", False),
    (REPORT, "a bottomless pit", "Moira Tennant", True),
    (REPORT, "Every year we hear the same story, and every year we pay.", "Dev Rao", False),
    (REPORT, "Every year we hear the same story, and every year we pay.", "Tennant", True),
    (REPORT, "The service carried 412,000 people last year", "Moira Tennant", True),
    (REPORT, "They are old", "Moira Tennant", False),
    (REPORT, "They are old", "the head of the island ferry", False),
    (REPORT, "the school cannot open before nine without it", "the teachers' union", False),
    (REPORT, "the school cannot open before nine without it", "Dev Rao", True),
    (
        "CHAIR: Order.\nRAO: The pit is bottomless.\nTENNANT: It is not.\n",
        "The pit is bottomless",
        "Dev Rao",
        False,
    ),
    (
        "CHAIR: Order.\nRAO: The pit is bottomless.\nTENNANT: It is not.\n",
        "The pit is bottomless",
        "Moira Tennant",
        True,
    ),
    (SPEECH, "I do not want to do that", "Moira Tennant", False),
    (INTERVIEW, "Did the harbour office warn you?", "Sam Ode", True),
    (INTERVIEW, "I would have closed the market.", "Sam Ode", False),
    (
        "The Arms Desk said spending rose. The alliance has now failed, the site wrote in its own summary.",
        "The alliance has now failed",
        "the Arms Desk",
        True,
    ),
]


@pytest.mark.parametrize(("source", "quote", "speaker", "wrong"), SPEAKERS)
def test_speaker(source: str, quote: str, speaker: str, wrong: bool) -> None:
    verdict = judge_quotation(source, quote, speaker=speaker)
    assert any(warning.startswith("wrong speaker: ") for warning in verdict.warnings) is wrong
    assert verdict.match in ("verbatim", "edited", "truncated")
