"""A third set of hand-made quotations: brackets, transcripts, figures, frames and cuts. All invented."""

from __future__ import annotations

from typing import Any

import pytest

from claimcheck.evidence.quotations import judge_quotation

V, E, A, T, X = "verbatim", "edited", "altered", "truncated", "absent"
P = "The session opened with a prayer. "
N = " After that the clerk read the minutes."
Case = tuple[str, str, str, dict[str, Any]]

CASES: list[Case] = [
    # brackets
    (
        E,
        "Senator Ruth Aldana visited the camp. She told the guards to open the gate.",
        "[Aldana] told the guards to open the gate",
        {},
    ),
    (
        A,
        "Senator Ruth Aldana and Governor Piet Mols met in Lima. Mols spoke first. He told the guards to open the gate.",
        "[Aldana] told the guards to open the gate",
        {},
    ),
    (
        E,
        "Senator Ruth Aldana and Governor Piet Mols met in Lima. Mols spoke first. He told the guards to open the gate.",
        "[Mols] told the guards to open the gate",
        {},
    ),
    (
        E,
        "The dam at Kolva has cracks. It must be drained before winter.",
        "[The dam] must be drained before winter",
        {},
    ),
    (
        A,
        "The dam at Kolva has cracks. The bridge is fine. It must be drained before winter, the engineer said of the dam.",
        "[The stadium] must be drained before winter",
        {},
    ),
    (
        E,
        "We told them in May that the dam had cracks.",
        "We told [the ministry] in May that the dam had cracks",
        {
            "context": "“We told [the ministry] in May that the dam had cracks,” Osei said, blaming the ministry."
        },
    ),
    (
        E,
        "They won't listen to us on this.",
        "[The ministers] won't listen to us on this",
        {"context": "Speaking of the ministers, he said: “[The ministers] won't listen to us on this.”"},
    ),
    (E, "It cost us five million last year.", "It cost us five million [euros] last year", {}),
    (E, "I've seen the report and it's damning.", "I've seen the [audit] report and it's damning", {}),
    (E, "My father built this.", "[His] father built this", {}),
    (E, "We will be judged by what we do here.", "[W]e will be judged by what we do here", {}),
    (E, "People are dying and nobody cares.", "[P]eople are dying … nobody cares", {}),
    # ellipsis at edges
    (
        E,
        P + "We will stand with the islanders until the last boat is home." + N,
        "We will stand with the islanders …",
        {},
    ),
    (
        E,
        P + "We will stand with the islanders until the last boat is home." + N,
        "… until the last boat is home",
        {},
    ),
    # transcripts
    (
        V,
        "[00:00:12] Mara Ito: We have lost\n[00:00:15] Mara Ito: two boats this winter.\n",
        "We have lost two boats this winter",
        {},
    ),
    (
        V,
        "Mara Ito  00:12\nWe have lost two boats this winter.\n\nDev Rao  00:20\nThat is true.\n",
        "We have lost two boats this winter",
        {},
    ),
    (V, "SPEAKER 1: We have lost two boats.\nSPEAKER 2: That is true.\n", "We have lost two boats.", {}),
    (
        V,
        "1\n00:00:01,000 --> 00:00:04,000\nWe have lost two\n\n2\n00:00:04,100 --> 00:00:06,000\nboats this winter.\n",
        "We have lost two boats this winter.",
        {},
    ),
    (E, "MR RAO: We, uh, have lost, um, two boats.", "We have lost two boats", {}),
    (V, "MR RAO: I — I have lost two boats.", "I have lost two boats", {}),
    (
        V,
        "THE PRESIDENT: We will rebuild. (Applause.) And we will rebuild better. (Applause.)",
        "We will rebuild. And we will rebuild better.",
        {},
    ),
    (
        V,
        "We will rebuild (cheers and applause) and we will rebuild better.",
        "We will rebuild and we will rebuild better.",
        {},
    ),
    (A, "We, sort of, have lost two boats.", "We have lost two boats", {}),
    # numbers
    (A, "Unemployment stands at 4.1 percent.", "Unemployment stands at 4.7 percent", {}),
    (A, "There were 1,500 people there.", "There were 15,000 people there", {}),
    (E, "There were fifteen hundred people there.", "There were 1,500 people there", {}),
    (E, "There were 1500 people there.", "There were 1,500 people there", {}),
    (A, "There were between 50 and 60 people there.", "There were between 60 and 70 people there", {}),
    (E, "It was a three-year plan.", "It was a 3-year plan", {}),
    (E, "We have spent £2bn on it.", "We have spent £2 billion on it", {}),
    (A, "In the 1980s we had ten boats.", "In the 1990s we had ten boats", {}),
    (A, "The vote was 7-2 in favour.", "The vote was 7-3 in favour", {}),
    (V, "The vote was 7–2 in favour.", "The vote was 7-2 in favour", {}),
    (A, "The meeting is at 10:30.", "The meeting is at 11:30", {}),
    (E, "The meeting is at 10.30 am.", "The meeting is at 10:30 a.m.", {}),
    (E, "We met on Jan. 5 in Oslo.", "We met on January 5 in Oslo", {}),
    (E, "About half of them left.", "About half of them left … ", {}),
    (E, "About a third of them left.", "About one-third of them left", {}),
    (A, "About a third of them left.", "About a half of them left", {}),
    (E, "It fell by 3%.", "It fell by three percent", {}),
    (A, "It fell by 3%.", "It rose by 3%", {}),
    (A, "It fell by 3 percentage points.", "It fell by 3 percent", {}),
    (A, "It is -5 degrees out there.", "It is 5 degrees out there", {}),
    # modality/quantifier
    (A, "We should leave the union.", "We will leave the union", {}),
    (A, "It is probably the best result.", "It is the best result", {}),
    (T, "Almost everyone agreed with us.", "Everyone agreed with us", {}),
    (T, P + "Almost everyone agreed with us." + N, "everyone agreed with us", {}),
    (A, "Many of the islanders left.", "All of the islanders left", {}),
    # tense / person
    (A, "We are winning this fight.", "We were winning this fight", {}),
    (A, "I am winning this fight.", "He is winning this fight", {}),
    (E, "I am winning this fight.", "[He is] winning this fight", {}),
    # left operators
    (T, P + "The report does not say that the mayor lied." + N, "the mayor lied", {}),
    (T, P + "Nobody should conclude that the mayor lied." + N, "the mayor lied", {}),
    (T, P + "I never said the mayor lied." + N, "the mayor lied", {}),
    (T, P + "I am not saying the mayor lied." + N, "the mayor lied", {}),
    (T, P + "It is possible that the mayor lied." + N, "the mayor lied", {}),
    (T, P + "Even his friends deny the mayor lied." + N, "the mayor lied", {}),
    (T, P + "To claim that the mayor lied is absurd." + N, "the mayor lied", {}),
    (T, P + "According to his critics, the mayor lied." + N, "the mayor lied", {}),
    (T, P + "The mayor lied, according to his critics." + N, "The mayor lied", {}),
    (T, P + "Imagine that the mayor lied to us all." + N, "the mayor lied to us all", {}),
    (T, P + "What if the mayor lied to us?" + N, "the mayor lied to us", {}),
    (T, P + "Had we known, we would have stopped the work." + N, "we would have stopped the work", {}),
    (T, P + "Unless the rain stops, the match is off." + N, "the match is off", {}),
    (T, P + "The match is off unless the rain stops." + N, "The match is off", {}),
    (T, P + "The match is off, or so I was told." + N, "The match is off", {}),
    (
        T,
        P + "The vaccine is dangerous, say the people who profit from fear." + N,
        "The vaccine is dangerous",
        {},
    ),
    (T, P + "People say the vaccine is dangerous. It is not." + N, "the vaccine is dangerous", {}),
    (
        T,
        P + "“The vaccine is dangerous.” That is what they write to me." + N,
        "The vaccine is dangerous.",
        {},
    ),
    (T, P + "The vaccine is dangerous? Nonsense." + N, "The vaccine is dangerous", {}),
    (
        T,
        P + "Oh sure, the vaccine is dangerous, and the moon is cheese. I am joking." + N,
        "the vaccine is dangerous",
        {},
    ),
    (
        T,
        P + "There was a time when I believed that the vaccine was dangerous." + N,
        "the vaccine was dangerous",
        {},
    ),
    (T, P + "I wish I could tell you the war is over." + N, "the war is over", {}),
    (T, P + "We cannot afford to say the war is over." + N, "the war is over", {}),
    (T, P + "It is too early to say the war is over." + N, "the war is over", {}),
    (T, P + "The minister stopped short of saying the war is over." + N, "the war is over", {}),
    (T, P + "I support the right to strike, except in hospitals." + N, "I support the right to strike", {}),
    (T, P + "We have no plans to raise fares." + N, "raise fares", {}),
    (T, P + "We have no plans to raise fares." + N, "plans to raise fares", {}),
    (T, P + "The test is neither fair nor useful." + N, "fair", {}),
    (T, P + "I would never call her a liar." + N, "a liar", {}),
    (T, P + "She is anything but a liar." + N, "a liar", {}),
    (T, P + "He is hardly a hero to them." + N, "a hero to them", {}),
    (T, P + "The rumour that the bank is bankrupt is false." + N, "the bank is bankrupt", {}),
    (T, P + "The bank is bankrupt, the rumour goes." + N, "The bank is bankrupt", {}),
    (T, P + "We could, in the worst case, close the bank." + N, "close the bank", {}),
    (T, P + "Only in the worst case would we close the bank." + N, "we close the bank", {}),
    (T, P + "We will win, but not this year." + N, "We will win", {}),
    (T, P + "We will win. But only if everyone votes." + N, "We will win.", {}),
    (T, P + "We will win. If everyone votes." + N, "We will win.", {}),
    (T, P + "We will win. Not." + N, "We will win.", {}),
    (T, P + "I accept the offer subject to a vote." + N, "I accept the offer", {}),
    (T, P + "I accept the offer on one condition." + N, "I accept the offer", {}),
    # harmless
    (V, P + "We know that the war is over." + N, "the war is over", {}),
    (V, P + "I said last year that the war is over." + N, "the war is over", {}),
    (V, P + "It is clear to everybody that the war is over." + N, "the war is over", {}),
    (V, P + "Today we can say that the war is over." + N, "the war is over", {}),
    (V, P + "The war is over and we will never forget the dead." + N, "The war is over", {}),
    (V, P + "The war is over, thank God." + N, "The war is over", {}),
    (V, P + "The war is over. It was not easy." + N, "The war is over.", {}),
    (V, P + "The war is over. But the work is not done." + N, "The war is over.", {}),
    (V, P + "The war is over. If you doubt it, look around." + N, "The war is over.", {}),
    (V, P + "The war is over because neither side could win." + N, "The war is over", {}),
    (V, P + "No one was hurt. The fire is out." + N, "The fire is out.", {}),
    (V, P + "The mayor, who had not slept, said the fire was out." + N, "the fire was out", {}),
    (V, P + "When I arrived, nobody was there, and the fire was out." + N, "the fire was out", {}),
    (
        V,
        P + "Since May we have built a school, a clinic and a road." + N,
        "a school, a clinic and a road",
        {},
    ),
    (
        V,
        P + "It was the worst storm in a hundred years, and we were not ready." + N,
        "the worst storm in a hundred years",
        {},
    ),
    (V, P + "This is not a crisis. This is a catastrophe." + N, "This is a catastrophe", {}),
    (V, P + "This is not a crisis, it is a catastrophe." + N, "it is a catastrophe", {}),
    (
        V,
        P + "We have never been stronger, and we have never been more united." + N,
        "We have never been stronger",
        {},
    ),
    (V, P + "I do not regret it; I am proud of the work." + N, "I am proud of the work", {}),
    (V, P + "If I may say so, the work is excellent." + N, "the work is excellent", {}),
    (V, P + "Whatever critics say, the work is excellent." + N, "the work is excellent", {}),
    (V, P + "Despite what some say, the work is excellent." + N, "the work is excellent", {}),
    (V, P + "The work is excellent, as even our critics say." + N, "The work is excellent", {}),
    (V, P + "We are doing this not for money but for the children." + N, "for the children", {}),
    (
        V,
        P + "I want to thank the crews, without whom the road would be closed." + N,
        "I want to thank the crews",
        {},
    ),
    (V, P + "The road is closed until Friday." + N, "The road is closed", {}),
    (
        V,
        P + "Officials say the road is closed." + N,
        "the road is closed",
        {"context": "Officials said “the road is closed”.", "speaker": "officials"},
    ),
    (
        V,
        "Spokeswoman Ada Lim said that “the road is closed” and that crews were on their way.",
        "the road is closed",
        {"speaker": "Ada Lim"},
    ),
    (
        T,
        P + "I cannot promise that the war is over." + N,
        "the war is over",
        {"context": "Osei, who did not attend, said: “The war is over.”"},
    ),
    (
        T,
        P + "I cannot promise that the war is over." + N,
        "the war is over",
        {"context": "“The war is over,” said Osei, who had not slept."},
    ),
    (
        T,
        P + "If the rain stops, the war is over." + N,
        "the war is over",
        {"context": "The minister would say only: “The war is over.”"},
    ),
    (
        V,
        P + "I cannot promise that the war is over." + N,
        "the war is over",
        {"context": "Osei would not promise that “the war is over”."},
    ),
    (V, P + "He said nothing about the harbour wall." + N, "the harbour wall", {}),
    (
        T,
        P + "I think critics claim the war is over if we pay." + N,
        "the war is over",
        {"context": "Critics, he said, claim “the war is over”."},
    ),
]
GROUPS = {"edges": CASES}


@pytest.mark.parametrize(("match", "source", "quote", "options"), CASES)
def test_verdict(match: str, source: str, quote: str, options: dict[str, Any]) -> None:
    assert judge_quotation(source, quote, **options).match == match
