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


def test_a_compound_keeps_its_hyphen_though_it_stands_nowhere_else() -> None:
    lines = [
        "The harbour has a state-of-the-",
        "art crane, a world-",
        "famous pilot, a long-estab-",
        "lished school, and much weath-",
        "er that comes in from the sea.",
    ]
    assert read(column(50, lines)).text == (
        "The harbour has a state-of-the-art crane, a world-famous pilot, a long-established school, and much "
        "weather that comes in from the sea.\n"
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
        (Words(50, 600, "It never sank at all", mode=7), "invisible letters"),
        (Words(50, 600, "It never sank at all", colour="0.96 0.96 0.96"), "white on white"),
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


ACTUAL = "ActualText in place of what is shown"


@pytest.mark.parametrize("actual", ["It never sank at all", "It sang", "", "It sank twice"])
def test_what_glyphs_show_is_read_and_not_what_is_said_of_them(actual: str) -> None:
    document = read([Words(50, 700, "The crane fell."), Words(50, 640, "It sank", actual=actual)])
    assert "It sank" in document.text
    assert [(one.text, one.why) for one in document.hidden] == ([(actual, ACTUAL)] if actual else [])


def test_a_figure_said_otherwise_than_it_is_shown() -> None:
    document = read(
        [Words(50, 700, "It cost"), Words(90, 700, "9.9", actual="4.2"), Words(110, 700, "million.")]
    )
    assert document.text == "It cost 9.9 million.\n"
    assert [one.text for one in document.hidden] == ["4.2"]


def test_actual_text_twice_over_the_same_words_is_no_trick() -> None:
    words = [
        Words(50, 700, "ha", actual="ha"),
        Words(70, 700, "ha", actual="ha"),
        Words(90, 700, "OFF-", actual="off"),
    ]
    document = read(words)
    assert document.hidden == ()


def test_letters_under_a_bar_are_kept_apart() -> None:
    bar = "0 0 0 rg 48 598 60 14 re f\n"
    seen, under = Words(50, 700, "The crane sank on Monday."), Words(50, 600, "Its master")
    beside = Words(120, 600, "was away.")
    document = reader.read(pdf([[seen, under, beside]], over=bar), "a.pdf")
    assert "Its master" not in document.text
    assert "was away." in document.text
    assert [(one.text, one.why) for one in document.hidden] == [("Its master", "covered by a shape")]
    through = reader.read(pdf([[seen, under, beside]], over="0 0 0 rg 48 603 60 1 re f\n"), "a.pdf")
    assert "Its master" in through.text


def test_letters_in_the_colour_of_their_band_are_not_seen() -> None:
    band = "0 0 0.3 rg 0 680 595 60 re f\n"
    lines = [Words(50, 700, "Crane news", colour="0 0 0.3"), Words(50, 600, "The crane sank on Monday.")]
    document = read(lines, extra=band)
    assert document.text == "The crane sank on Monday.\n"
    assert [one.why for one in document.hidden] == ["letters in the colour of their background"]
    framed = read([Words(50, 700, "Crane news", colour="1 1 1"), lines[1]], extra="0 680 595 60 re S\n")
    assert [one.text for one in framed.hidden] == ["Crane news"]


def test_what_lies_outside_the_cut_page_is_kept_apart() -> None:
    lines = [Words(150, 500, "The crane sank on Monday."), Words(150, 790, "It never sank.")]
    document = reader.read(pdf([lines], crop="100 100 500 700"), "a.pdf")
    assert document.text == "The crane sank on Monday.\n"
    assert [(one.text, one.why) for one in document.hidden] == [("It never sank.", "outside the page")]


def test_invisible_letters_beside_a_small_picture_are_no_text_layer() -> None:
    logo = "q 40 0 0 40 500 780 cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID 80> EI Q\n"
    document = read(
        [Words(50, 700, "The crane sank on Monday."), Words(50, 600, "It rose.", mode=3)], extra=logo
    )
    assert document.text == "The crane sank on Monday.\n"
    assert [one.why for one in document.hidden] == ["invisible letters"]


def test_running_lines_are_listed() -> None:
    pages = [
        [
            Words(50, 820, "Harbour gazette"),
            Words(50, 400, f"The crane moved load {n}."),
            Words(300, 20, str(n)),
        ]
        for n in range(1, 5)
    ]
    document = reader.read(pdf(pages), "a.pdf")
    assert [(one.text, one.why) for one in document.hidden] == [("Harbour gazette", "page header or footer")]


def test_actual_text_of_sixteen_bits_without_its_mark_is_understood() -> None:
    document = read(
        [Words(50, 700, "It cost 4.2 million.", actual="".join(f"\\000{c}" for c in "It cost 4.2 million."))]
    )
    assert document.hidden == ()


FRAMED = "q {} re W n BT /F1 10 Tf 0 0 0 rg 1 0 0 1 50 600 Tm (Its master was away.) Tj ET Q\n"
SEEN = Words(50, 700, "The crane sank on Monday.")


@pytest.mark.parametrize("frame", ["0 0 40 40", "50 500 200 20", "0 0 0 0", "40 590 300 30 re W n 0 0 10 10"])
def test_letters_outside_the_frame_they_are_cut_to_are_kept_apart(frame: str) -> None:
    document = reader.read(pdf([[SEEN]], over=FRAMED.format(frame)), "a.pdf")
    assert document.text == "The crane sank on Monday.\n"
    assert [(one.text, one.why) for one in document.hidden] == [
        ("Its master was away.", "outside the part that is shown")
    ]


@pytest.mark.parametrize("frame", ["0 0 595 842", "40 590 300 30", "40 590 300 30 re 400 0 10 10"])
def test_letters_within_their_frame_are_read(frame: str) -> None:
    document = reader.read(pdf([[SEEN]], over=FRAMED.format(frame)), "a.pdf")
    assert "Its master was away." in document.text
    assert document.hidden == ()


def test_only_the_letters_beyond_the_frame_are_hidden() -> None:
    document = reader.read(pdf([[SEEN]], over=FRAMED.format("40 590 58 30")), "a.pdf")
    assert "Its master\n" in document.text
    assert [one.text for one in document.hidden] == ["was away."]


def test_a_line_that_runs_off_the_page_is_read_up_to_its_edge() -> None:
    document = reader.read(pdf([[SEEN, Words(545, 600, "Its master was away.")]]), "a.pdf")
    assert "Its master" in document.text
    assert [(one.text, one.why) for one in document.hidden] == [("was away.", "outside the page")]


GREY = "q {} cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID {}> EI Q\n"


def test_letters_under_a_picture_are_kept_apart() -> None:
    lines = [SEEN, Words(50, 600, "Its master was away.")]
    over = GREY.format("200 0 0 30 40 590", "80")
    document = reader.read(pdf([lines], over=over), "a.pdf")
    assert document.text == "The crane sank on Monday.\n"
    assert [(one.text, one.why) for one in document.hidden] == [
        ("Its master was away.", "covered by a picture")
    ]
    under = reader.read(pdf([lines], extra=over), "a.pdf")
    assert "Its master was away." in under.text


def test_letters_under_the_scan_of_a_whole_page_are_its_text_layer() -> None:
    document = reader.read(pdf([[SEEN]], over=GREY.format("595 0 0 842 0 0", "80")), "a.pdf")
    assert document.text == "The crane sank on Monday.\n"
    assert "character recognition" in document.warnings[0]


def test_a_picture_that_is_seen_through_hides_nothing() -> None:
    faint = "/GS0 gs\n" + GREY.format("200 0 0 30 40 590", "80")
    data = pdf([[SEEN, Words(50, 600, "Its master was away.")]], over=faint)
    blended = data.replace(
        b"/Resources << /Font 3 0 R >>", b"/Resources << /Font 3 0 R /ExtGState << /GS0 << /ca .2 >> >> >>"
    )
    assert "Its master was away." in reader.read(blended, "a.pdf").text
