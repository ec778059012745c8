"""What a court ruled, an inquest heard or a study found is theirs, whenever they did."""

from __future__ import annotations

import pytest

from claimcheck.documents.reading import read_text_document
from claimcheck.extraction.attribution import find_attributions
from claimcheck.extraction.claims import extract_claims
from claimcheck.records.models import Claim, Span


def claim_of(text: str) -> Claim:
    (claim,) = extract_claims(read_text_document(f"{text}\n", "txt"), slug="note").claims
    return claim


def words_at(text: str, spans: list[Span]) -> list[str]:
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("A court ruled in May that the closure was unlawful.", "A court", "that the closure was unlawful"),
        (
            "A tribunal held last year that the firm owed the workers their wages.",
            "A tribunal",
            "that the firm owed the workers their wages",
        ),
        (
            "An appeals court ruled in 2024 that the permit was void.",
            "An appeals court",
            "that the permit was void",
        ),
        (
            "The ombudsman ruled on 4 June that the fee was unfair.",
            "The ombudsman",
            "that the fee was unfair",
        ),
        (
            "A court in Tarn ruled in early May 2024 that Jan Holm was guilty of fraud.",
            "A court in Tarn",
            "that Jan Holm was guilty of fraud",
        ),
        (
            "The inquest heard on Tuesday morning that the alarm was off.",
            "The inquest",
            "that the alarm was off",
        ),
        (
            "The regulator determined three weeks ago that the bank had misled its customers.",
            "The regulator",
            "that the bank had misled its customers",
        ),
        (
            "The commission concluded in its 2023 report that the dam was unsafe.",
            "The commission",
            "that the dam was unsafe",
        ),
        (
            "Scientists found in 2022 that the river had warmed by two degrees.",
            "Scientists",
            "that the river had warmed by two degrees",
        ),
        ("The judges ruled unanimously that the ban would stand.", "The judges", "that the ban would stand"),
        (
            "The High Court ruled that the council had acted in bad faith.",
            "The High Court",
            "that the council had acted in bad faith",
        ),
        (
            "The mill was closed unlawfully, a court ruled in May.",
            "a court",
            "The mill was closed unlawfully",
        ),
        (
            "The closure of the mill was unlawful, the court in Tarn ruled last week.",
            "the court in Tarn",
            "The closure of the mill was unlawful",
        ),
        (
            "He had driven at twice the limit, the inquest heard.",
            "the inquest",
            "He had driven at twice the limit",
        ),
        ("The firm reported in May that it had lost 3 million.", "The firm", "that it had lost 3 million"),
        (
            "The Supreme Court ruled on Friday that the tax was lawful.",
            "The Supreme Court",
            "that the tax was lawful",
        ),
        (
            "A jury found on Tuesday that the driver had been drunk.",
            "A jury",
            "that the driver had been drunk",
        ),
        ("Two judges ruled last month that the port must pay.", "Two judges", "that the port must pay"),
        (
            "The Court of Appeal held in 2021 that the lease was invalid.",
            "The Court of Appeal",
            "that the lease was invalid",
        ),
        (
            "A panel heard in June that the pilot had been warned.",
            "A panel",
            "that the pilot had been warned",
        ),
        (
            "Researchers found in 2020 that bees had vanished from the valley.",
            "Researchers",
            "that bees had vanished from the valley",
        ),
        (
            "The water regulator concluded last year that the company had polluted the river.",
            "The water regulator",
            "that the company had polluted the river",
        ),
        (
            "Judge Ruiz ruled on Monday that the children should return.",
            "Judge Ruiz",
            "that the children should return",
        ),
        ("But the court ruled in March that the order was lawful.", "the court", "that the order was lawful"),
        (
            "Prosecutors determined in July that nobody was to blame.",
            "Prosecutors",
            "that nobody was to blame",
        ),
        (
            "Police concluded in 2018 that the fire was an accident.",
            "Police",
            "that the fire was an accident",
        ),
        (
            "The firm owed the workers their wages, a tribunal ruled.",
            "a tribunal",
            "The firm owed the workers their wages",
        ),
        (
            "Her dismissal was unfair, an employment tribunal ruled last week.",
            "an employment tribunal",
            "Her dismissal was unfair",
        ),
        (
            "Jan Holm was guilty of fraud, a court in Tarn found.",
            "a court in Tarn",
            "Jan Holm was guilty of fraud",
        ),
        (
            "The council had broken the law, the High Court ruled in June.",
            "the High Court",
            "The council had broken the law",
        ),
        (
            "Acme had misled its customers, the ombudsman found in 2023.",
            "the ombudsman",
            "Acme had misled its customers",
        ),
        ("The ban is unlawful, a federal judge has ruled.", "a federal judge", "The ban is unlawful"),
        (
            "They must pay the tax, the country's highest court held.",
            "the country's highest court",
            "They must pay the tax",
        ),
        ("The inquest heard that the alarm was off.", "The inquest", "that the alarm was off"),
        (
            "The coroner heard that Ana Ruiz had left the gate open.",
            "The coroner",
            "that Ana Ruiz had left the gate open",
        ),
    ],
)
def test_a_finding_is_told_as_its_finders(text: str, source: str, content: str) -> None:
    claim = claim_of(text)
    assert (claim.kind, claim.asserted) == ("reported", False)
    (found,) = claim.attributions
    assert words_at(text, found.source) == [source]
    assert words_at(text, found.content) == [content]


@pytest.mark.parametrize(
    "text",
    [
        "The court ruled in May.",
        "In May, the court ruled.",
        "Weeks later, the court ruled.",
        "After the appeal was lodged, the court ruled.",
        "Despite the protests of many, a tribunal ruled.",
        "The council held talks in May that ended in a row.",
        "The firm reported in May a loss that surprised nobody.",
        "The rule of law matters to the court.",
        "Having heard that the dam was weak, the court closed it.",
        "The council determined that evening to close the mill.",
    ],
)
def test_what_tells_nothing_of_a_finding_is_the_articles_own(text: str) -> None:
    assert claim_of(text).asserted
    assert find_attributions(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The talks held in May that ended in a row cost the town 40,000 euros.",
        "The painting found in 2019 that experts dated to 1650 was sold.",
        "The body found on Monday that police identified as Jan Holm was buried.",
        "The rules determined in 2020 that govern the fishery are strict.",
        "The dispute heard in May that cost the firm its licence was settled.",
        "The firm reported in May that year a loss of 3 million.",
        "The school established in 1902 that bears his name burned down.",
        "The song recorded in 1999 that made her rich was sold.",
        "The school established in 1902 that bears the name of Jan Holm burned down.",
        "The song recorded in 1999 that won the prize was sold in May.",
        "The festival held last summer that drew 9,000 people lost money.",
        "The coins found in 2018 that a farmer kept in a jar are Roman.",
        "The man found on Monday that police named as Piet Dorn was 41.",
        "The losses reported in March that alarmed investors were wrong.",
        "The case heard in April that lawyers followed closely was dropped.",
        "The inquiry held in 2019 that ministers ordered cost 2 million.",
        "The committee established in 2005 that advises ministers was dissolved.",
        "The limits recommended and determined in 2011 that doctors follow are out of date.",
        "Bones found in 2019 that experts dated to the Iron Age were sold.",
        "Rules determined in 2020 that bind every port were scrapped.",
        "The girl found on Tuesday that doctors treated for cold went home.",
        "The soldiers held in May that rebels had captured were freed.",
        "The claim denied in May that the firm had made was repeated.",
        "The court established in 1998 that ministers abolished sat in Tarn.",
        "The council reported in June that year a deficit of 4 million euros.",
        "The agency recorded in 2021 that same month a fall of 3%.",
        "The meeting held on Tuesday that ended at dawn cost the union 9,000 euros.",
        "The vase found in 2011 that dealers had praised was a copy.",
        "The dog found on Sunday that vets had treated for burns died.",
        "The fees determined in 2016 that apply to boats have doubled.",
        "The appeal heard in June that saved the yard its permit was brief.",
        "The album recorded in 2004 that earned the band 2 million was sold.",
        "The bakery established in 1911 that stands on the quay closed.",
        "The board reported in July that summer a surplus of 40,000 euros.",
        "The company noted in 2020 that same quarter a fall of 9 per cent.",
        "The bank recorded in March that week a run on deposits.",
        "The trial held in April that lasted nine weeks cost 3 million euros.",
        "The judges held in May that rebels had seized were freed.",
        "The judges held on Friday that the rebels seized were freed.",
        "The committee heard in May that evening two engineers.",
        "The inquest heard in May that took nine days cost the county 80,000 euros.",
        "The council found in 2019 that later merged with Tarn was in debt.",
        "The commission determined in 2019 that never met was dissolved.",
        "The agency reported in May that Monday a fall in prices.",
        "The inquest heard in May that the family sought lasted nine days.",
        "The inspectors found on Monday that rescuers dug out are well.",
        "The commission found in 2020 that experts advised was wound up.",
        "A firm found in 2017 that makes sails employs 40 people.",
        "The commission determined in 2019 that rules apply to was wound up.",
        "The Rembrandt found in 2019 that experts dated to 1650 was sold.",
        "The panel estimated in 2021 that month a loss of 5 per cent.",
        "The girl found on Monday that officials sent home is nine.",
        "The bank found in 2019 that the state rescued was sold.",
    ],
)
def test_what_was_found_or_held_and_more_of_it_is_the_articles_own(text: str) -> None:
    assert claim_of(text).asserted
    assert find_attributions(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A week after the mill was closed, the court ruled.",
        "Two days before the vote was held, a judge ruled.",
        "Shortly after the mill was closed, the court ruled.",
        "Months after the fire was put out, a tribunal ruled.",
        "Just as the firm had hoped, the court ruled.",
        "The day the mill closed, a court ruled.",
        "The mill closed in 2019, the year a judge ruled.",
        "The council met on Monday, the day the court ruled.",
        "Hours before the bridge was opened, a judge ruled.",
        "Ten days after the dam had burst, the inquest heard.",
        "Not long after the yard was sold, the tribunal ruled.",
        "Even though the firm had paid, the court ruled.",
        "Soon after she was hired, a tribunal ruled.",
        "Almost a year to the day after the fire was put out, the court ruled.",
        "The week the strike was called off, the court ruled.",
        "The month that the bridge was closed, a judge ruled.",
        "The very moment the vote was held, the court ruled.",
        "The morning the ship was due to sail, a judge ruled.",
        "Every time the firm had appealed, the court ruled.",
        "Now that the yard is closed, the court ruled.",
        "Exactly as the union had feared, the judges ruled.",
        "No matter how hard the firm had fought, the court ruled.",
        "Having heard that the dam was weak, the court ruled.",
        "In a case that was closely watched, the court ruled.",
        "Only when the money was spent, the court ruled.",
        "The yard was sold and a week later, the court ruled.",
        "The yard was sold, and in May, the court ruled.",
        "The yard was sold but after a year, the court ruled.",
        "The dam burst in 2015, the month the inquest heard.",
        "The vote was held in May, the week a tribunal ruled.",
        "The firm paid on Friday, the morning the judges ruled.",
        "The bridge was closed in 1999, a year the court found.",
        "The mill belongs to Acme, the firm a court found.",
        "The ship was seized by Holm, the man judges heard.",
        "The yard was shut on Monday, the moment the tribunal ruled.",
        "The yard is in Tarn, the town where the inquest heard.",
        "As soon as the vote was over, the court ruled.",
        "Had the firm been warned, the court ruled.",
        "Last May the mill was closed, the court ruled.",
        "The evidence heard in May, the court ruled.",
        "The case closed, the judge ruled.",
        "Whatever the firm had said, the court ruled.",
        "Friday was the day, the court ruled.",
        "By then the mill was closed, the court ruled.",
        "The mill was sold to Dorn, a judge found in May.",
        "The bill was paid by Ida Dorn, the judge held last year.",
        "Long before the dam was built, a tribunal ruled.",
    ],
)
def test_when_or_why_a_court_ruled_is_not_what_it_ruled(text: str) -> None:
    assert claim_of(text).asserted
    assert find_attributions(text) == []
