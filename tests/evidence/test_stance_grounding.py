"""Support only where the passage says the claim's words of one another, and nothing around takes it away."""

import pytest

from claimcheck.evidence.stance import judge_stance


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        # told of another: the doer's relation, the other party, a part, a list of things
        ("Ana Holm was killed in the raid.", "Soldiers killed the driver of Ana Holm in the raid."),
        ("Piet Aas was sent off for a foul.", "The referee sent off Ivo Lund for a foul on Piet Aas."),
        (
            "The ministry has dropped the tax.",
            "The ministry has dropped the list of goods exempt from the tax.",
        ),
        ("The storm destroyed the whole of the pier.", "The storm destroyed the west end of the pier."),
        ("Eva Prin is a judge.", "The painter Eva Prin, whose cousin Eva Sall is a judge, won the prize."),
        # done by another, in words that are all there
        ("The map was drawn by Ohlin.", "The map was drawn by Sund for Ohlin."),
        # said of elsewhere or another time
        ("Roads across Norway are closed.", "Roads in Bergen are closed after the snow."),
        ("The mill was built in 1994.", "The mill, built in 1824, has stood empty since 1986."),
        ("The train was late in 2021.", "The train was late in 2022, half as often as in 2021."),
        ("There is a curfew in the port.", "There is a curfew in the whole city except the port."),
        # asserted with less
        ("Tarn will win both matches.", "Tarn must now win both matches to go through."),
        ("Voters abroad have registered.", "Voters abroad may vote without having registered."),
        ("The new salve healed wounds faster.", "The new salve healed wounds as fast as the old one."),
        # stopped short of, undone since, or all but done
        ("The mill stopped work in May.", "The mill almost stopped work in May."),
        ("The envoy met the queen.", "The envoy was to meet the queen on Friday."),
        ("The bishop opened the school.", "The bishop was too ill to open the school."),
        ("The port banned tankers.", "The port banned tankers in 2019 but lifted the ban last week."),
        ("Three of the sailors were saved.", "All but three of the sailors were saved."),
        # of another time, noun or way
        ("The bank expects growth.", "The bank had expected growth before the war broke out."),
        ("The play had bad reviews.", "The play had good reviews after a bad start to the season."),
        ("The club's debts fell by 4 million.", "The club's debts fell to 4 million from 11 million."),
        ("Smoking is allowed in the garden.", "Smoking is allowed everywhere but in the garden."),
        ("The museum is free on Sundays.", "The museum is free every day except Sundays."),
        # less of it, or somebody else
        ("The gallery bought the painting.", "The gallery bought a copy of the painting."),
        ("The judge freed the two sisters.", "The judge freed one of the two sisters."),
        ("The bank lent the grower 400 euros.", "The bank lent the grower's brother 400 euros."),
        ("The dog bit the grocer.", "The dog that bit the grocer's son ran away."),
        ("The pilot survived the fall.", "The co-pilot survived the fall."),
        ("The union took the offer.", "Leaders of the union took the offer; its members voted it down."),
        ("The rebels took the city.", "The rebels took the city hall."),
    ],
)
def test_words_that_are_all_there_are_no_support_by_themselves(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance != "supports"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Trains from Lund to Ystad were cancelled.", "Trains from Ystad to Lund were cancelled."),
        ("The ferry from Alta to Bodo sank.", "The ferry from Bodo to Alta sank on Friday."),
    ],
)
def test_the_way_turned_round_contradicts(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "contradicts"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Ana Holm was killed in the raid.", "Soldiers killed Ana Holm in the raid."),
        ("The treaty was signed by the king.", "The king signed the treaty on Monday."),
        ("The tunnel is the longest in Norway.", "It is Norway's longest tunnel, the register shows."),
        ("There are 68 trees in the orchard.", "The orchard has 68 trees and a pond."),
        ("The trial lasted four months.", "After a trial of four months, the court convicted all five."),
        ("The fire burned 84 hectares.", "Crews put out the fire on Thursday. It had burned 84 hectares."),
        ("The tunnel is about five miles long.", "The tunnel, 8 kilometres long, links the two valleys."),
        ("Half of the buses are electric.", "Of the city's 320 buses, 160 are electric."),
        ("Most of the wells have dried up.", "Of the village's 30 wells, 24 have dried up."),
    ],
)
def test_the_same_said_in_another_order_still_supports(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "supports"
