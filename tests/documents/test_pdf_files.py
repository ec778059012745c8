from __future__ import annotations

import pytest
from pdf_maker import Words, pdf

pytest.importorskip("pypdfium2")

from claimcheck.documents.failures import DamagedDocument, NoReadableText, NoTextLayer
from claimcheck.documents.model import Document
from claimcheck.documents.readers import pdf as reader


def read(*pages: list[Words], extra: str = "") -> Document:
    return reader.read(pdf(list(pages), extra=extra), "a.pdf")


def blocks(document: Document) -> list[tuple[str, int | None, str]]:
    return [
        (b.kind, b.locator.page if b.locator else None, document.text[b.start : b.end])
        for b in document.blocks
    ]


def column(x: float, lines: list[str], top: float = 700) -> list[Words]:
    return [Words(x, top - 12 * number, text) for number, text in enumerate(lines)]


LEFT = ["The harbour board of Port Alder", "approved a budget of 41 million", "dollars after a long debate."]
RIGHT = ["Three members voted against it", "because of the new crane, which", "they think is far too large."]


def test_two_columns_are_read_one_after_the_other_under_their_headline() -> None:
    page = [Words(50, 760, "Harbour board approves its budget", 22)]
    for left, right in zip(column(50, LEFT), column(300, RIGHT), strict=True):
        page += [left, right]
    document = read(page)
    assert blocks(document) == [
        ("headline", 1, "Harbour board approves its budget"),
        ("paragraph", 1, " ".join(LEFT)),
        ("paragraph", 1, " ".join(RIGHT)),
    ]
    assert document.title == "Harbour board approves its budget"


def test_a_table_is_read_row_by_row() -> None:
    rows = [("Year", "Total"), ("2024", "41.2"), ("2025", "43.0"), ("2026", "44.1")]
    page = [
        Words(50 + 150 * k, 700 - 14 * n, cell) for n, row in enumerate(rows) for k, cell in enumerate(row)
    ]
    assert read(page).text == "Year\tTotal\n2024\t41.2\n2025\t43.0\n2026\t44.1\n"


def test_words_parted_by_a_hyphen_are_joined_unless_written_with_it() -> None:
    lines = [
        "A well-known harbour pilot spoke of the weath-",
        "er and of the well-",
        "known sandbank in the old channel.",
    ]
    assert read(column(50, lines)).text == (
        "A well-known harbour pilot spoke of the weather and of the well-known sandbank in the old channel.\n"
    )


def test_running_headers_footers_and_page_numbers_go_and_are_told() -> None:
    pages = [
        [
            Words(50, 815, f"The Port Daily, page {n}", 8),
            Words(290, 30, str(n), 8),
            Words(50, 500, f"Text of page {n} here."),
        ]
        for n in (1, 2, 3)
    ]
    document = read(*pages)
    assert "Port Daily" not in document.text
    assert [page for _, page, _ in blocks(document)] == [1, 2, 3]
    assert document.warnings == ("Running headers or footers left out: 'The Port Daily, page 1'.",)


def test_a_sentence_runs_on_over_the_page() -> None:
    first = column(50, ["The board met in the old hall and", "then went on to speak of the new"], 120)
    document = read(first, column(50, ["crane until long after midnight."]))
    assert len(document.blocks) == 1
    assert document.text.endswith("speak of the new crane until long after midnight.\n")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (Words(50, 600, "It never sank at all", colour="1 1 1"), "white on white"),
        (Words(50, 600, "It never sank at all", size=0.4), "letters of no size"),
        (Words(2000, 600, "It never sank at all"), "outside the page"),
        (Words(50, 600, "It never sank at all", mode=3), "invisible letters"),
        (Words(50, 600, "It sank", actual="It never sank at all"), "ActualText in place of what is shown"),
    ],
)
def test_text_that_no_reader_sees_is_kept_apart(words: Words, why: str) -> None:
    document = read([Words(50, 700, "The crane sank on Monday."), words])
    assert document.text == "The crane sank on Monday.\n"
    ((hidden, reason, page),) = [
        (one.text, one.why, one.locator and one.locator.page) for one in document.hidden
    ]
    assert (hidden.replace(" ", ""), reason, page) == ("Itneversankatall", why, 1)


def test_white_letters_on_a_dark_band_are_seen() -> None:
    document = read(
        [Words(50, 700, "Crane news", 20, colour="1 1 1")], extra="0 0 0.3 rg 0 680 595 60 re f\n"
    )
    assert document.text == "Crane news\n"
    assert document.hidden == ()


def test_a_short_actual_text_as_typesetters_use_it_is_no_trick() -> None:
    assert read([Words(50, 700, "office", actual="office")]).text == "office\n"


PICTURE = "q 500 0 0 500 50 200 cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID 80> EI Q\n"


def test_no_text_layer_is_a_state_of_its_own() -> None:
    with pytest.raises(NoTextLayer, match="its one page is a picture"):
        read([], extra=PICTURE)
    with pytest.raises(NoReadableText):
        read([])


def test_an_invisible_text_layer_over_a_picture_is_read_and_told() -> None:
    document = read([Words(60, 400, "The crane sank on Monday night.", mode=3)], extra=PICTURE)
    assert document.text == "The crane sank on Monday night.\n"
    assert "character recognition" in document.warnings[0]


@pytest.mark.parametrize("data", [b"%PDF-1.4 nothing", b"no pdf at all", b""])
def test_a_damaged_file(data: bytes) -> None:
    with pytest.raises(DamagedDocument):
        reader.read(data, "a.pdf")
