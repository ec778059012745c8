"""Hand-made quotations of every kind, in both directions. All sentences are invented."""

from __future__ import annotations

from typing import Any

import pytest

from claimcheck.evidence.quotations import judge_quotation

V, E, A, T, X = "verbatim", "edited", "altered", "truncated", "absent"
Case = tuple[str, str, str, dict[str, Any]]

HARBOUR = (
    "Mr Castellan rose at noon. The harbour wall has stood for 140 years and it will not stand for another ten. "
    "We have spent $3.2 million on patches since March 2019. Every engineer who has looked at it says the same thing. "
    "I ask this board to act before the autumn storms arrive."
)

SAME_WORDS: list[Case] = [
    (V, HARBOUR, "We have spent $3.2 million on patches since March 2019.", {}),
    (V, HARBOUR, "“We have spent $3.2 million on patches since March 2019,”", {}),
    (V, HARBOUR, "we have spent $3.2 million on patches", {}),
    (V, HARBOUR, "the autumn storms", {}),
    (V, HARBOUR, "patches", {}),
    (
        V,
        HARBOUR,
        "The harbour wall has stood for 140 years and it will not stand for another ten. We have spent $3.2 million on patches since March 2019. Every engineer who has looked at it says the same thing. I ask this board to act before the autumn storms arrive.",
        {},
    ),
    (V, "He called it “a gift – nothing less – to the town”.", "a gift — nothing less — to the town", {}),
    (V, 'He called it "a gift - nothing less - to the town".', "a gift—nothing less—to the town", {}),
    (V, "They said 'no' to us, and 'no' to the union.", "They said “no” to us, and “no” to the union", {}),
    (V, "The com-\nmittee has lost its way.", "The committee has lost its way", {}),
    (V, "The ferry was a long-\nterm commitment.", "a long-term commitment", {}),
    (V, "The ferry was a long-term commitment.", "a long-term commitment", {}),
    (V, "The committee\nhas  lost\n   its way.", "The committee has lost its way.", {}),
    (V, "The cafe\u0301 owners are tired.", "The caf\u00e9 owners are tired", {}),
    (V, "The \ufb01nal \ufb02ight left at dawn.", "The final flight left at dawn", {}),
    (
        V,
        "The council has lost the trust of the street, and it knows it.",
        "The council has lost the trust of the street.",
        {},
    ),
    (V, "Nobody told the tenants! They read it in the paper.", "Nobody told the tenants.", {}),
    (
        V,
        "CHAIR: The motion is carried.\nOSEI: We will come back to this\n[00:14:07]\nbefore the summer recess begins.\n",
        "We will come back to this before the summer recess begins",
        {},
    ),
    (
        V,
        "00:00:01,000 --> 00:00:04,000\nThe tide gauge has been broken\n\n2\n00:00:04,000 --> 00:00:07,000\nfor the best part of a year.\n",
        "The tide gauge has been broken for the best part of a year",
        {},
    ),
    (
        V,
        "ITO: The gauge is broken. (Applause.) It has been broken for a year.",
        "The gauge is broken. It has been broken for a year.",
        {},
    ),
    (
        V,
        "ITO: The gauge is broken. [Laughter] It has been broken for a year.",
        "The gauge is broken. It has been broken for a year.",
        {},
    ),
    (
        V,
        "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Mara Ito>The gauge is broken and\n\n00:03.000 --> 00:06.000\n<v Mara Ito>it has been for a year.\n",
        "The gauge is broken and it has been for a year",
        {},
    ),
    (
        V,
        "The board will review the lease of the upper\n\nPage 12 of 40\n\nquay before the end of the year.",
        "The board will review the lease of the upper quay before the end of the year",
        {},
    ),
    (
        V,
        "The board will review the lease of the upper\n\nHarbour Board Annual Report\n17\n\nquay before the end of the year.",
        "The board will review the lease of the upper quay before the end of the year",
        {},
    ),
    (
        V,
        "The board will review the lease of the upper\n- 12 -\nquay before the end of the year.",
        "The board will review the lease of the upper quay before the end of the year",
        {},
    ),
    (
        V,
        "The lease[4] was signed in haste,[5] and it shows.",
        "The lease was signed in haste, and it shows",
        {},
    ),
    (
        V,
        "The lease was signed in haste\u00b9\u00b2 and it shows.",
        "The lease was signed in haste and it shows",
        {},
    ),
    (
        V,
        "We will not, will not, will not sell the pier.",
        "We will not, will not, will not sell the pier",
        {},
    ),
    (
        V,
        "La digue ne tiendra pas un hiver de plus, a dit le maire.",
        "La digue ne tiendra pas un hiver de plus",
        {"language": "fr"},
    ),
    (
        V,
        "Die Mauer hält keinen weiteren Winter aus, sagte sie.",
        "Die Mauer hält keinen weiteren Winter aus",
        {"language": "de"},
    ),
    (V, "市长说这座桥明年开放。", "这座桥明年开放", {"language": "zh"}),
    (
        V,
        "Стена не выдержит ещё одной зимы, сказал он.",
        "Стена не выдержит ещё одной зимы",
        {"language": "ru"},
    ),
    (
        V,
        "The wall is sound. The wall is sound, they kept saying. The wall is sound.",
        "The wall is sound",
        {},
    ),
    (V, "He said \u201cwe\u2019re done\u201d and left.", "we're done", {}),
    (V, "The offer \u2026 it surprised us all.", "The offer ... it surprised us all", {}),
    (V, "The U.S. fleet left the bay.", "The US fleet left the bay", {}),
    (V, 'It is the "worst tide" in memory.', "It is the ‘worst tide’ in memory", {}),
]

HOUSE_STYLE: list[Case] = [
    (E, HARBOUR, "The harbour wall has stood for 140 years … We have spent $3.2 million on patches", {}),
    (E, HARBOUR, "The harbor wall has stood for 140 years", {}),
    (E, HARBOUR, "Every engineer [...] says the same thing", {}),
    (E, HARBOUR, "Every engineer . . . says the same thing", {}),
    (E, HARBOUR, "[T]he autumn storms", {}),
    (
        E,
        HARBOUR,
        "I ask this board to act,” he said, “before the autumn storms arrive",
        {"segments": ["I ask this board to act", "before the autumn storms arrive"]},
    ),
    (E, HARBOUR, "I ask this board to act,” he said, “before the autumn storms arrive.", {}),
    (E, HARBOUR, "We have spent $3.2m on patches since March 2019.", {}),
    (E, HARBOUR, "it will not stand for another 10", {}),
    (E, HARBOUR, "it won't stand for another ten", {}),
    (E, "It isn't safe and it can't be made safe.", "It is not safe and it cannot be made safe", {}),
    (E, "We are gonna need a bigger pump.", "We are going to need a bigger pump", {}),
    (
        E,
        "The centre will organise a programme for labour leaders.",
        "The center will organize a program for labor leaders",
        {},
    ),
    (
        E,
        "The traveller cancelled; the defence analysed it.",
        "The traveler canceled; the defense analyzed it",
        {},
    ),
    (E, "The café in São Tomé stayed open.", "The cafe in Sao Tome stayed open", {}),
    (E, "Müller and Strauß signed the lease.", "Mueller and Strauss signed the lease", {}),
    (
        E,
        "President Zelenskyy visited Kyiv's harbour quarter.",
        "President Zelensky visited Kiev's harbour quarter",
        {},
    ),
    (
        E,
        "The govemment will tum the pumps off at midnight.",
        "The government will turn the pumps off at midnight",
        {},
    ),
    (E, "The c0uncil will fi1e the report on Monday.", "The council will file the report on Monday", {}),
    (
        E,
        "About twenty-five boats and 1,200 people were moved.",
        "About 25 boats and 1200 people were moved",
        {},
    ),
    (E, "It cost 2.5 million dollars.", "It cost $2.5 million", {}),
    (E, "Some 40 per cent of the boats are gone.", "Some 40% of the boats are gone", {}),
    (E, "Some forty percent of the boats are gone.", "Some 40 per cent of the boats are gone", {}),
    (E, "We sail on 4 March, whatever happens.", "We sail on March 4, whatever happens", {}),
    (E, "We sail on the 4th of March, whatever happens.", "We sail on March 4, whatever happens", {}),
    (E, "The level rose by 1,5 metres overnight.", "The level rose by 1.5 metres overnight", {}),
    (E, "Um, the pumps, uh, failed at two.", "The pumps failed at two", {}),
    (E, "The pumps, you know, failed at two.", "The pumps failed at two", {}),
    (E, "On Monday the the pumps failed at two.", "On Monday the pumps failed at two", {}),
    (E, "Becker runs the yard. He has never missed a payment.", "[Becker] has never missed a payment", {}),
    (
        E,
        "Anna Becker runs the yard. She has never missed a payment to us.",
        "She has never missed a payment to [the yard]",
        {},
    ),
    (
        E,
        "I have never missed a payment, said Becker.",
        "[Becker has] never missed a payment",
        {"speaker": "Becker"},
    ),
    (E, "I have never missed a payment.", "[He has] never missed a payment", {"speaker": "Becker"}),
    (E, "We are proud of our record.", "[They] are proud of [their] record", {}),
    (E, "The pumps fail every winter.", "The pumps fail[ed] every winter", {}),
    (E, "The pump is old and it will fail.", "The pump [was] old and it [would] fail", {}),
    (E, "The pumps was old.", "The pumps was [sic] old", {}),
    (
        E,
        "The pumps failed at two and flooded the market.",
        "The [harbour] pumps failed at two and flooded the market",
        {},
    ),
    (
        E,
        "The council has voted to close it for the winter. The bridge is old.",
        "The council has voted to close [the bridge] for the winter",
        {},
    ),
    (
        E,
        "The committee met. Chairman Paul Osei spoke first. He thanked the crews.",
        "[Osei] thanked the crews",
        {},
    ),
    (E, "THE HARBOUR WALL HAS FAILED", "The harbour wall has failed", {}),
    (E, "The Government must act now.", "The government must act now", {}),
    (
        E,
        "We will rebuild the wall, the pier and the market.",
        "We will rebuild the wall the pier and the market",
        {},
    ),
    (E, "The co-operative will re-open.", "The cooperative will reopen", {}),
    (E, "Let us be clear: it's over.", "Let's be clear: it is over", {}),
    (E, "He won the first race.", "He won the 1st race", {}),
    (E, "Two thirds of the crew left.", "Two-thirds of the crew left … ", {}),
    (E, "The vessel, which was built in 1961, is unsafe.", "The vessel … is unsafe", {}),
    (E, "Dr. Osei examined the crew.", "Doctor Osei examined the crew", {}),
]

ALTERED: list[Case] = [
    (A, HARBOUR, "We have spent $3.4 million on patches since March 2019", {}),
    (A, HARBOUR, "We have spent $3.2 billion on patches since March 2019", {}),
    (A, HARBOUR, "We have spent $3.2 million on patches since March 2018", {}),
    (A, HARBOUR, "We have spent $3.2 million on patches since May 2019", {}),
    (A, HARBOUR, "We have spent £3.2 million on patches since March 2019", {}),
    (A, HARBOUR, "The harbour wall has stood for 140 years and it will stand for another ten", {}),
    (A, HARBOUR, "The harbour wall has stood for 140 months and it will not stand for another ten", {}),
    (A, HARBOUR, "Some engineers who have looked at it say the same thing", {}),
    (A, HARBOUR, "Every engineer who has looked at it said the same thing", {}),
    (A, HARBOUR, "I beg this board to act before the autumn storms arrive", {}),
    (A, HARBOUR, "I ask this council to act before the autumn storms arrive", {}),
    (A, HARBOUR, "I ask this board to act before the storms arrive", {}),
    (A, HARBOUR, "I ask this board to act quickly before the autumn storms arrive", {}),
    (A, HARBOUR, "Every engineer says the same thing", {}),
    (A, HARBOUR, "He asks this board to act before the autumn storms arrive", {}),
    (
        A,
        HARBOUR,
        "The harbour wall has stood for 140 years. I ask this board to act before the autumn storms arrive.",
        {},
    ),
    (
        A,
        HARBOUR,
        "We have spent $3.2 million on patches since March 2019. The harbour wall has stood for 140 years",
        {},
    ),
    (
        A,
        HARBOUR,
        "I ask this board to act before the autumn storms arrive … We have spent $3.2 million on patches",
        {},
    ),
    (A, "Becker sold the yard to Osei in spring.", "Osei sold the yard to Becker in spring", {}),
    (A, "Becker sold the yard to Osei in spring.", "Becker sold the yard to Ito in spring", {}),
    (A, "The pumps may fail this winter.", "The pumps will fail this winter", {}),
    (A, "The pumps could fail this winter.", "The pumps fail this winter", {}),
    (A, "The pumps should have failed.", "The pumps must have failed", {}),
    (A, "All of the crew survived.", "Most of the crew survived", {}),
    (A, "Nearly 300 people fled.", "300 people fled from", {}),
    (A, "Fewer than 300 people fled the quay.", "More than 300 people fled the quay", {}),
    (A, "We never sold the pier.", "We sold the pier", {}),
    (A, "We didn't sell the pier to them.", "We did sell the pier to them", {}),
    (A, "We can sell the pier.", "We can't sell the pier", {}),
    (A, "The wall is unsafe for walkers.", "The wall is safe for walkers", {}),
    (A, "The ship left on Tuesday morning.", "The ship left on Thursday morning", {}),
    (A, "The ship left on 4 March at noon.", "The ship left on 14 March at noon", {}),
    (A, "The level rose by 1.5 metres overnight.", "The level rose by 15 metres overnight", {}),
    (A, "The level rose by 1.500 metres overnight.", "The level rose by 1,500 metres overnight", {}),
    (A, "The level rose by five metres overnight.", "The level rose by five feet overnight", {}),
    (A, "The code is 1O0l in the ledger for now.", "The code is 1007 in the ledger for now", {}),
    (A, "Unit 18 was closed by the owners in May.", "Unit 13 was closed by the owners in May", {}),
    (A, "The drainage was a modem design.", "The drainage was a modern design", {}),
    (A, "The claim was clear to us all.", "The claim was dear to us all", {}),
    (
        A,
        "Becker met Osei at the yard. He has never missed a payment, she said of Becker.",
        "[Ito] has never missed a payment",
        {},
    ),
    (
        A,
        "Harlan opened the meeting. Later Becker took the floor. He has never missed a payment.",
        "[Harlan] has never missed a payment",
        {},
    ),
    (
        A,
        "She has kept the yard going. Anna Becker is a hard worker.",
        "[Paul Osei] has kept the yard going",
        {},
    ),
    (A, "We will close the yard in May.", "We will [not] close the yard in May", {}),
    (A, "We will close the yard in May.", "We [may] close the yard in May", {}),
    (A, "The yard employs 40 people.", "The yard employs [60] people", {}),
    (A, "He has kept the yard going.", "[She] has kept the yard going", {}),
    (
        A,
        "CHAIR: Will you resign?\nBECKER: No, I will not.\nCHAIR: Then we vote.\n",
        "No, I will not. Then we vote.",
        {},
    ),
    (
        A,
        "BECKER: The yard is sound.\nOSEI: The yard is rotten and everybody here knows it.\n",
        "The yard is sound … and everybody here knows it",
        {},
    ),
    (A, "The mayor told us he would pay for the wall.", "The mayor told them he would pay for the wall", {}),
    (A, "市长说这座桥明年开放。", "这座桥今年开放", {"language": "zh"}),
    (A, "La digue ne tiendra pas un hiver de plus.", "La digue tiendra un hiver de plus", {"language": "fr"}),
    (
        A,
        "Die Mauer hält keinen weiteren Winter aus.",
        "Die Mauer hält einen weiteren Winter aus",
        {"language": "de"},
    ),
    (A, "Hansen signed the lease on the upper quay.", "Hanson signed the lease on the upper quay", {}),
    (A, "It may be too late to act on this.", "It maybe too late to act on this", {}),
    (A, "They told us to leave the island.", "They told US to leave the island", {}),
    (
        A,
        "There is a risk that the pumps fail; there is no plan.",
        "There is no risk that the pumps fail; there is no plan",
        {},
    ),
    (
        A,
        "I ask the board to act,” he said. “It must be this year.",
        "I ask the board to act. It must be next year.",
        {},
    ),
    (
        A,
        "We closed the pier. The crane was sold. The men were paid in full.",
        "We closed the pier,” she said. “The men were paid in full.",
        {"segments": ["We closed the pier", "The men were paid in full."]},
    ),
]

PAD = "The hearing began at nine. "
END = " The hearing then moved on to the budget of the library."

TRUNCATED: list[Case] = [
    (
        T,
        PAD + "I cannot promise that the tunnel will open in spring." + END,
        "the tunnel will open in spring",
        {},
    ),
    (
        T,
        PAD + "I cannot promise that the tunnel will open in spring." + END,
        "The tunnel will open in spring.",
        {"context": "Osei said: “The tunnel will open in spring.”"},
    ),
    (T, PAD + "If the levy passes, we will hire forty nurses." + END, "we will hire forty nurses", {}),
    (T, PAD + "We will hire forty nurses if the levy passes." + END, "We will hire forty nurses", {}),
    (
        T,
        PAD + "We will hire forty nurses, but only if the levy passes." + END,
        "We will hire forty nurses",
        {},
    ),
    (
        T,
        PAD + "We will hire forty nurses, but only in the second year." + END,
        "We will hire forty nurses",
        {},
    ),
    (T, PAD + "We will hire forty nurses unless the court stops us." + END, "We will hire forty nurses", {}),
    (T, PAD + "We will hire forty nurses, provided the levy passes." + END, "We will hire forty nurses.", {}),
    (T, PAD + "Some say that the tunnel is a waste of money." + END, "the tunnel is a waste of money", {}),
    (T, PAD + "Critics claim the tunnel is a waste of money." + END, "the tunnel is a waste of money", {}),
    (T, PAD + "The tunnel is a waste of money, some people say." + END, "The tunnel is a waste of money", {}),
    (
        T,
        PAD + "The tunnel is a waste of money, or so they tell me." + END,
        "The tunnel is a waste of money",
        {},
    ),
    (T, PAD + "It would be wrong to say that the tunnel is finished." + END, "the tunnel is finished", {}),
    (T, PAD + "It is simply not true that we sold the archive." + END, "we sold the archive", {}),
    (T, PAD + "I deny that I took the money." + END, "I took the money", {}),
    (T, PAD + "I did not take the money." + END, "take the money", {}),
    (T, PAD + "These fears are not overstated." + END, "overstated", {}),
    (T, PAD + "These fears are hardly overstated." + END, "overstated", {}),
    (T, PAD + "The clinic is no longer safe." + END, "safe", {}),
    (T, PAD + "The clinic is far from ready for patients." + END, "ready for patients", {}),
    (T, PAD + "He allegedly sold the archive to a dealer." + END, "sold the archive to a dealer", {}),
    (T, PAD + "Perhaps the clinic will open next year." + END, "the clinic will open next year", {}),
    (T, PAD + "I hope the clinic will open next year." + END, "the clinic will open next year", {}),
    (T, PAD + "I doubt that the clinic will open next year." + END, "the clinic will open next year", {}),
    (T, PAD + "Do you really believe the clinic is safe?" + END, "the clinic is safe", {}),
    (T, PAD + "The clinic is safe?" + END, "The clinic is safe.", {}),
    (T, PAD + "Suppose the clinic were closed tomorrow." + END, "the clinic were closed tomorrow", {}),
    (T, PAD + "Everyone will be paid except the cleaners." + END, "Everyone will be paid", {}),
    (
        T,
        PAD + "All wards will reopen, with the exception of the burns unit." + END,
        "All wards will reopen",
        {},
    ),
    (T, PAD + "The clinic is a great success. That is a lie." + END, "The clinic is a great success.", {}),
    (T, PAD + "The clinic is a great success. Just kidding." + END, "The clinic is a great success.", {}),
    (T, PAD + "The clinic is a great success, he said, joking." + END, "The clinic is a great success", {}),
    (
        T,
        PAD + "The clinic is a great success is what they want you to write." + END,
        "The clinic is a great success",
        {},
    ),
    (T, PAD + "The clinic is not safe for children." + END, "The clinic is … safe for children", {}),
    (
        T,
        PAD + "We will build the road, if the council agrees, this year." + END,
        "We will build the road … this year",
        {},
    ),
    (T, PAD + "I support the bill, but not in its present form." + END, "I support the bill", {}),
    (T, PAD + "I would resign if I had lied to you." + END, "I would resign", {}),
    (T, PAD + "They want you to believe the water is clean." + END, "the water is clean", {}),
    (T, PAD + "I used to think the water was clean." + END, "the water was clean", {}),
    (T, PAD + "We were told that the water was clean." + END, "the water was clean", {}),
    (T, PAD + "There is no evidence that the water made anyone ill." + END, "the water made anyone ill", {}),
    (T, PAD + "Nobody has shown that the water made them ill." + END, "the water made them ill", {}),
    (T, PAD + "My opponents say the water is poisoned." + END, "the water is poisoned", {}),
    (T, PAD + "The idea that the water is poisoned is absurd." + END, "the water is poisoned", {}),
    (T, PAD + "Whether the water is poisoned is for the court." + END, "the water is poisoned", {}),
    (T, PAD + "He refused to apologise to the families." + END, "apologise to the families", {}),
    (T, PAD + "We are not going to close the school." + END, "going to close the school", {}),
    (T, PAD + "I do not think, given what we know, that the dam is safe." + END, "the dam is safe", {}),
    (T, PAD + "The drug works only in mice." + END, "The drug works", {}),
    (T, PAD + "I did not resign because I was guilty." + END, "I was guilty", {}),
    (T, PAD + "We cannot say the dam is safe." + END, "We … say the dam is safe", {}),
    (T, PAD + "The dam is safe, they claim, and always was." + END, "The dam is safe", {}),
    (
        T,
        PAD + "Critics said the plan was reckless. We studied it for a year." + END,
        "… the plan was reckless. We studied it for a year.",
        {},
    ),
    (T, PAD + "Few of us believe the dam is safe." + END, "the dam is safe", {}),
    (
        T,
        PAD + "Ich glaube nicht, dass die Schule sicher ist." + END,
        "die Schule sicher ist",
        {"language": "de"},
    ),
]

HARMLESS_CUTS: list[Case] = [
    (
        V,
        PAD + "As I told the council last week, the tunnel will open in spring." + END,
        "the tunnel will open in spring",
        {},
    ),
    (
        V,
        PAD + "There is no doubt that the tunnel will open in spring." + END,
        "the tunnel will open in spring",
        {},
    ),
    (V, PAD + "I think the tunnel will open in spring." + END, "the tunnel will open in spring", {}),
    (V, PAD + "I promise that the tunnel will open in spring." + END, "the tunnel will open in spring", {}),
    (
        V,
        PAD + "I cannot promise that the tunnel will open in spring." + END,
        "the tunnel will open in spring",
        {"context": "Osei could not promise that “the tunnel will open in spring”."},
    ),
    (
        V,
        PAD + "We will hire forty nurses if the levy passes." + END,
        "hire forty nurses",
        {"context": "If the levy passes, the clinic will “hire forty nurses”."},
    ),
    (
        V,
        PAD + "Critics claim the tunnel is a waste of money." + END,
        "the tunnel is a waste of money",
        {"context": "Critics, he said, call “the tunnel is a waste of money” a slogan."},
    ),
    (
        V,
        PAD + "These fears are not overstated." + END,
        "overstated",
        {"context": "Osei does not find the fears “overstated”."},
    ),
    (V, PAD + "I'm not a lawyer, but the contract is void." + END, "the contract is void", {}),
    (V, PAD + "The plan does not help farmers; it helps banks." + END, "it helps banks", {}),
    (V, PAD + "We are not rich, and we will never ask for charity." + END, "We are not rich", {}),
    (V, PAD + "The tunnel will open in spring even if it rains." + END, "The tunnel will open in spring", {}),
    (
        V,
        PAD + "The tunnel will open in spring, and if it rains we will bring umbrellas." + END,
        "The tunnel will open in spring",
        {},
    ),
    (
        V,
        PAD + "The tunnel will open in spring because nobody wants another delay." + END,
        "The tunnel will open in spring",
        {},
    ),
    (V, PAD + "The tunnel is cheap, but the road to it is not." + END, "The tunnel is cheap", {}),
    (V, PAD + "The levy failed. The school will not reopen. We regret that." + END, "The levy failed.", {}),
    (V, PAD + "Is the school safe? The school is safe. We checked it." + END, "The school is safe.", {}),
    (V, PAD + "It is not only cold, it is dangerous." + END, "it is dangerous", {}),
    (
        V,
        PAD + "Don't forget that the school is a hundred years old." + END,
        "the school is a hundred years old",
        {},
    ),
    (V, PAD + "We asked if it leaked, and she said the roof was sound." + END, "the roof was sound", {}),
    (V, PAD + "Is the school safe?" + END, "Is the school safe?", {}),
    (V, PAD + "He asked why nobody had called him." + END, "nobody had called him", {}),
    (
        E,
        PAD + "We will build the road, which is not cheap, and the school." + END,
        "We will build the road … and the school",
        {},
    ),
    (
        E,
        PAD + "The road is open. We did not expect that. The school is open too." + END,
        "The road is open. … The school is open too.",
        {},
    ),
    (
        V,
        PAD + "We want a safe, warm and dry school for every child." + END,
        "a safe, warm and dry school",
        {},
    ),
    (V, PAD + "I have to say the roof was sound." + END, "the roof was sound", {}),
    (V, PAD + "I can tell you that the roof was sound." + END, "the roof was sound", {}),
    (
        V,
        "Mayor Ines Osei said the roof was sound when it was built.",
        "the roof was sound",
        {"speaker": "Ines Osei", "context": "Osei said “the roof was sound”."},
    ),
    (V, PAD + "The doctors, not the managers, ran the ward." + END, "ran the ward", {}),
    (V, PAD + "Nobody can deny that the ward was full." + END, "the ward was full", {}),
    (V, PAD + "I'm sure the ward was full." + END, "the ward was full", {}),
    (V, PAD + "The ward was full on Monday, though not on Tuesday." + END, "The ward was full on Monday", {}),
    (V, PAD + "That morning, when the pumps failed, the ward was full." + END, "the ward was full", {}),
    (V, PAD + "We never had the money, so the ward was closed." + END, "the ward was closed", {}),
    (
        V,
        PAD + "I do not know who signed it. The ward was closed in May." + END,
        "The ward was closed in May",
        {},
    ),
]

ABSENT: list[Case] = [
    (X, HARBOUR, "The unions have asked for a new hospital in the valley", {}),
    (X, HARBOUR, "Millions have been wasted on repairs to the wall by this board since 2019", {}),
    (X, HARBOUR, "The wall is 140 years old and won't last another decade", {}),
    (X, HARBOUR, "According to the engineers, the old wall needs to be replaced before autumn", {}),
    (X, HARBOUR, "overstated", {}),
    (X, HARBOUR, "utterly reckless", {}),
    (X, HARBOUR, "a disgrace", {}),
    (X, HARBOUR, "We are proud of what this board has done for the harbour", {}),
    (X, "", "anything at all", {}),
    (X, HARBOUR, "", {}),
    (X, HARBOUR, "…", {}),
    (
        X,
        "The minister praised the talks as constructive and said a deal was near.",
        "The talks brought us close to a constructive deal, the minister said",
        {},
    ),
]

GROUPS = {
    "same": SAME_WORDS,
    "style": HOUSE_STYLE,
    "altered": ALTERED,
    "truncated": TRUNCATED,
    "cuts": HARMLESS_CUTS,
    "absent": ABSENT,
}
CASES = [
    pytest.param(*case, id=f"{name}-{number}")
    for name, cases in GROUPS.items()
    for number, case in enumerate(cases)
]


@pytest.mark.parametrize(("match", "source", "quote", "options"), CASES)
def test_verdict(match: str, source: str, quote: str, options: dict[str, Any]) -> None:
    verdict = judge_quotation(source, quote, **options)
    assert verdict.match == match, verdict
    if match == X:
        assert verdict.start is None
        assert verdict.end is None
    else:
        assert verdict.start is not None
        assert verdict.end is not None
        assert 0 <= verdict.start < verdict.end <= len(source)
    if match in (A, T):
        assert any(not difference.harmless for difference in verdict.differences)
