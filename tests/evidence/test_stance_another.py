"""Another of the kind denies nothing: another ward, another lake, another who may be a member too."""

import pytest

from claimcheck.evidence.stance import judge_stance

_ANOTHER = """
Two people drowned in Lake Orsa.|Two people drowned in Lake Vennik.
Two drowned in Lake Orsa.|Three people drowned in Lake Vennik when their boat capsized.
The ward in Obervall was closed in May.|The ward in Untervall was closed in May.
The bridge over the Tarn was closed for repairs.|The bridge over the Lome was closed for repairs.
A fire destroyed a barn near Holt.|A fire destroyed a barn near Selby.
A cyclist was killed on Mill Road.|A cyclist was killed on Station Road.
The northern tunnel was closed at night.|The southern tunnel was closed at night.
The old school in Upper Green was sold.|The old school in Lower Green was not sold.
The council in Osk approved the budget.|The council in Brem rejected the budget.
Police in Lund arrested two men.|Police in Malmo arrested three men.
The morning ferry was cancelled.|The evening ferry was not cancelled.
St Mary's Church was restored.|St John's Church was demolished.
Ward A was closed.|Ward B was open.
The larger hall seats 800.|The smaller hall seats 240.
Sales of petrol cars fell by 12 per cent in May.|Sales of electric cars rose by 12 per cent in May.
The airline cancelled 40 flights on Friday.|A rival airline cancelled 60 flights on Friday because of the strike.
The drug lowered blood pressure in men.|The drug did not lower blood pressure in women.
The finance minister rejected the plan.|The interior minister welcomed the plan.
The wife of the victim was arrested.|The brother of the victim was not arrested.
Osk won its match against Brem.|Lund lost its match against Brem.
The first trial found no effect.|The second trial found a clear effect.
He was not convicted of murder.|He was convicted of manslaughter.
The vaccine was approved for adults.|The vaccine was not approved for children.
The park is open on weekdays.|The park is not open on Sundays.
The 2019 budget was approved.|The 2020 budget was rejected.
Jan Holm's first novel was a success.|Jan Holm's second novel was not a success.
The woman who found the purse was rewarded.|The man who found the ring was not rewarded.
She has never played in the first team.|She has played in the second team since 2019.
Six of the deaths were of children.|At least seven people, including four children, died.
The bus was late in 2020.|The bus was late in 2021.
Jan Holm was born in Osk.|Jan Holm's wife was born in Brem.
Jan Holm's father died in Osk.|Jan Holm died in Brem.
Jan Holm died in Osk.|The wife of Jan Holm died in Brem.
The mayor was born in Osk.|The deputy mayor was born in Brem.
The president died in Osk.|The former president died in Brem.
The army destroyed the bridge in Osk.|The army destroyed the bridge in Brem.
The firm built the stadium in Osk.|The firm built the stadium in Brem.
The bishop opened a school in Osk.|The bishop opened a school in Brem.
"""
_BOTH = """
Ana Ruiz is a member of the board.|Jan Holm is a member of the board.
Ana Ruiz was at the meeting.|Jan Holm was at the meeting.
Ana Ruiz attended the meeting on Monday.|Jan Holm attended the meeting on Monday.
Ana Ruiz opposes the bypass.|Jan Holm opposes the bypass.
Norway signed the treaty in May.|Sweden signed the treaty in May.
The report criticised Ana Ruiz.|The report criticised Jan Holm.
The concert was attended by Ana Ruiz.|The concert was attended by Jan Holm.
Ana Ruiz was arrested in Osk in 2020.|Jan Holm was arrested in Osk in 2020.
Ana Ruiz was killed in the war.|Jan Holm was killed in the war.
The firm has offices in Paris.|The firm has offices in Berlin.
The virus was found in Norway.|The virus was found in Sweden.
The train stops in Osk.|The train stops in Brem.
Norway borders Russia.|Finland borders Russia.
Ana Ruiz led the party.|Jan Holm led the party.
Ana Ruiz edited the magazine.|Jan Holm edited the magazine from 2010 to 2014.
Ana Ruiz scored the first goal.|Jan Holm scored the second goal.
The men's team won the cup.|The women's team won the cup.
The finance minister rejected the plan.|The interior minister rejected the plan.
The northern candidate was elected.|The southern candidate was elected.
The older sister inherited the house.|The younger sister inherited the farm.
A book was given to Ana Ruiz.|A book was given to Jan Holm.
The minister went to Osk.|The minister went to Brem.
Ana Ruiz was killed in the Osk train crash on 3 May 2020.|Jan Holm was killed in the Osk train crash on 3 May 2020.
Ana Ruiz signed the petition against the new bypass in Osk.|Jan Holm signed the petition against the new bypass in Osk.
The petition against the new bypass in Osk was signed by Ana Ruiz.|The petition against the new bypass in Osk was signed by Jan Holm.
Sweden backed the ban on fishing in the Osk Sea on Monday.|Norway backed the ban on fishing in the Osk Sea on Monday.
Ana Ruiz won gold at the 2012 Games in Osk.|Jan Holm won gold at the 2012 Games in Osk.
"""
_ONE = """
The two men drowned in Lake Orsa on 3 May 2021 when their canoe capsized.|The two men drowned in Lake Vennik on 3 May 2021 when their canoe capsized.
The treaty was signed in Rome in 1957.|The treaty was signed in Brussels in 1957.
The ward in Obervall has 24 beds.|The ward in Obervall has 18 beds.
Ana Ruiz was born in Madrid.|Ana Ruiz was born in Lisbon.
The final was held in Paris.|The final was held in Berlin.
Ana Ruiz is the chair of the board.|Jan Holm is the chair of the board.
Ana Ruiz was elected mayor of Osk in 2020.|Jan Holm was elected mayor of Osk in 2020.
The novel was written by Ana Ruiz.|The novel was written by Jan Holm.
The Saltmarsh is a film directed by Ana Ruiz.|The Saltmarsh is a film directed by Jan Holm.
The company is based in Paris.|The company is based in Berlin.
The prize is awarded in Stockholm, Norway.|The prize is awarded in Stockholm, Sweden.
Coach Rita Holm praised the goalkeeper.|Coach Rita Tarn praised the goalkeeper after the draw.
In Upper Brem, a gale destroyed the wooden mill.|A gale destroyed the wooden mill in Lower Ard.
The number of burglaries in Osk fell in 2020.|The number of burglaries in Osk rose in 2020.
Trains from Lund to Ystad were cancelled.|Trains from Ystad to Lund were cancelled.
The central bank raised its key rate by half a point.|The central bank on Thursday cut its key rate by half a point to 3.5 percent.
Ana Ruiz was elected mayor of Osk on 3 May 2020.|Jan Holm was elected mayor of Osk on 3 May 2020.
Ana Ruiz won the mayoral election in Osk on 3 May 2020.|Jan Holm won the mayoral election in Osk on 3 May 2020.
Ana Ruiz led the party in 2019.|Jan Holm led the party in 2019.
Ana Ruiz leads the party.|Jan Holm leads the party.
The composer Ana Ruiz was born in Osk.|Ana Ruiz was born in Brem.
The left-wing candidate won the election.|The right-wing candidate won the election.
The older sister inherited the house.|The younger sister inherited the house.
The northern route was chosen.|The southern route was chosen.
The train derailed in Osk on Monday.|The train derailed in Brem on Monday.
The plane was hijacked in Osk.|The plane was hijacked in Brem.
The president was assassinated in Osk.|The president was assassinated in Brem.
The ferry ran aground off Osk.|The ferry ran aground off Brem.
The prize went to Ana Ruiz.|The prize went to Jan Holm.
The award was given to Ana Ruiz.|The award was given to Jan Holm.
The Greens voted against the bill.|The Greens voted for the bill.
"""


def _pairs(text: str) -> list[tuple[str, ...]]:
    return [tuple(line.split("|")) for line in text.strip().splitlines()]


@pytest.mark.parametrize(("claim", "passage"), _pairs(_ANOTHER))
def test_another_of_the_kind_leaves_it_open(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "neutral"


@pytest.mark.parametrize(("claim", "passage"), _pairs(_BOTH))
def test_what_both_can_be_or_do_leaves_it_open(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "neutral"


@pytest.mark.parametrize(("claim", "passage"), _pairs(_ONE))
def test_what_just_one_can_be_contradicts(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "contradicts"
