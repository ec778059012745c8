"""The careful look at cut quotations: its pieces, its arithmetic, what it reads, and where it decides."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.evidence.quotations import judge_quotation
from claimcheck.evidence.quotations.careful import CarefulReader
from claimcheck.evidence.quotations.careful.encoding import MOST_PIECES, encode
from claimcheck.evidence.quotations.careful.network import Network
from claimcheck.evidence.quotations.careful.pieces import UNKNOWN, pieces_of, words_of
from claimcheck.evidence.quotations.operators import TURNS
from claimcheck.evidence.quotations.source import prepare_source

VOCABULARY = {piece: at for at, piece in enumerate((UNKNOWN, "un", "##able", "##a", "able", "cafe", "!"))}


def test_a_word_is_read_as_its_longest_pieces() -> None:
    assert pieces_of("unable", VOCABULARY) == [VOCABULARY["un"], VOCABULARY["##able"]]


def test_a_word_without_pieces_is_one_unknown() -> None:
    assert pieces_of("unxable", VOCABULARY) == [VOCABULARY[UNKNOWN]]


def test_words_are_read_small_and_without_accents_in_their_places() -> None:
    assert words_of("Café! _", 0, 7) == [("cafe", 0, 4), ("!", 4, 5), ("_", 6, 7)]


@given(st.text(max_size=300))
def test_every_word_stands_in_its_place(text: str) -> None:
    places = [(start, end) for _, start, end in words_of(text, 0, len(text))]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)


@given(st.text(max_size=2000), st.integers(0, 400), st.integers(1, 200))
def test_what_is_read_is_bounded_and_marks_only_kept_words(text: str, low: int, length: int) -> None:
    source = prepare_source(text)
    high = min(len(source.tokens), low + length)
    if low >= high:
        return
    vocabulary = CarefulReader().network.vocabulary
    ids, kept = encode(source, [(low, high)], vocabulary)
    assert len(ids) == len(kept) <= MOST_PIECES
    assert (ids[0], ids[-1]) == (vocabulary["[CLS]"], vocabulary["[SEP]"])
    assert (kept[0], kept[-1]) == (False, False)


def _read(text: str, quote: str) -> str:
    """The pieces that are read of a cut, the kept ones in brackets."""
    source = prepare_source(text)
    words = prepare_source(quote).tokens.keys
    (low, *_) = source.find(words)
    vocabulary = CarefulReader().network.vocabulary
    names = {number: piece for piece, number in vocabulary.items()}
    ids, kept = encode(source, [(low, low + len(words))], vocabulary)
    return " ".join(
        f"[{names[i]}]" if flag else names[i] for i, flag in zip(ids[1:-1], kept[1:-1], strict=True)
    )


def test_of_long_kept_words_both_ends_are_read_with_what_stands_about_them() -> None:
    clauses = " and ".join(f"the roof of house {n} is safe" for n in range(30))
    read = _read(f"Nobody believed that {clauses}, least of all the mayor.", clauses)
    assert read.startswith("nobody believed that [the] [roof]")
    assert read.endswith("[safe] , least of all the mayor .")


def test_headings_and_the_next_speaker_are_not_read_with_the_words() -> None:
    read = _read("# Lies\n\nThe dam is safe, it says.\n\n# Critics\n\nThis is nonsense.", "The dam is safe")
    assert read == "[the] [dam] [is] [safe] , it says ."
    read = _read("Ana: Is it?\nBob: The water is clean.\nAna: That is not so.\n", "The water is clean")
    assert read == "[the] [water] [is] [clean] ."


def test_a_word_of_any_length_is_read_at_once() -> None:
    assert pieces_of("a" * 3_000_000, VOCABULARY) == [VOCABULARY[UNKNOWN]]


def test_the_network_counts_beside_every_turn_that_a_rule_names() -> None:
    assert TURNS == ("negation", "condition", "hearsay", "doubt", "question", "exception", "irony", "limit")
    assert len(CarefulReader().network.weights["mix"]) == 3 + len(TURNS)


def _network(layers: int = 1, width: int = 24) -> Network:
    made = np.random.default_rng(3)
    weights = {"word": made.normal(size=(9, width)), "place": made.normal(size=(16, width))}
    weights |= {
        "type": made.normal(size=(2, width)),
        "head.w": made.normal(size=(1, 3 * width)),
        "head.b": np.zeros(1),
    }
    weights |= {"start.norm.w": np.ones(width), "start.norm.b": np.zeros(width)}
    shapes = {
        "qkv": (3 * width, width),
        "out": (width, width),
        "up": (4 * width, width),
        "down": (width, 4 * width),
    }
    for layer in range(layers):
        for name, shape in shapes.items():
            weights[f"{layer}.{name}.w"], weights[f"{layer}.{name}.b"] = (
                made.normal(size=shape),
                np.zeros(shape[0]),
            )
        for name in ("read", "raised"):
            weights[f"{layer}.{name}.norm.w"], weights[f"{layer}.{name}.norm.b"] = (
                np.ones(width),
                np.zeros(width),
            )
    return Network({}, {name: np.asarray(array, np.float32) for name, array in weights.items()}, layers)


def test_the_score_depends_on_what_is_kept() -> None:
    network = _network()
    ids = [1, 4, 5, 6, 2]
    scores = [
        network.score(ids, kept)
        for kept in ([False, True, False, False, False], [False, False, True, True, False])
    ]
    assert np.isfinite(scores).all()
    assert scores[0] != scores[1]


def test_scores_agree_with_the_textbook_layer() -> None:
    """One layer written out with loops, after Vaswani et al. 2017, in double precision."""
    from math import erf, exp, sqrt

    network, ids, kept = _network(), [1, 4, 5, 2], [False, True, True, False]
    w = {name: array.astype(np.float64) for name, array in network.weights.items()}

    def normed(rows: np.ndarray) -> np.ndarray:
        return np.array([(row - row.mean()) / sqrt(row.var() + 1e-12) for row in rows])

    state = normed(
        np.array(
            [
                w["word"][i] + w["place"][n] + w["type"][int(k)]
                for n, (i, k) in enumerate(zip(ids, kept, strict=True))
            ]
        )
    )
    width = state.shape[1]
    size = width // 12
    query, key, value = (state @ w["0.qkv.w"][i * width : (i + 1) * width].T for i in range(3))
    read = np.zeros_like(state)
    for head in range(12):
        part = slice(head * size, (head + 1) * size)
        for at in range(len(ids)):
            raw = [exp(query[at, part] @ key[other, part] / sqrt(size)) for other in range(len(ids))]
            read[at, part] = sum(r / sum(raw) * value[other, part] for other, r in enumerate(raw))
    state = normed(state + read @ w["0.out.w"].T)
    raised = np.vectorize(lambda x: 0.5 * x * (1 + erf(x / sqrt(2))))(state @ w["0.up.w"].T)
    state = normed(state + raised @ w["0.down.w"].T)
    pooled = np.concatenate((state[0], state[1:3].mean(0), state[[0, 3]].mean(0)))
    assert network.score(ids, kept) == pytest.approx(float(w["head.w"][0] @ pooled), rel=1e-3, abs=1e-3)


def test_a_whole_sentence_is_what_it_was() -> None:
    source = "The bridge will open in May. Buses will run from June."
    assert (
        judge_quotation(source, "The bridge will open in May.", careful=CarefulReader()).match == "verbatim"
    )


def test_a_denial_that_a_rule_knows_is_never_outweighed() -> None:
    source = "I do not believe that the well is poisoned, and I drank from it this morning."
    assert judge_quotation(source, "the well is poisoned", careful=CarefulReader()).match == "truncated"


def test_a_changed_word_stays_altered() -> None:
    source = "The well was clean when we tested it on Monday, the engineer said."
    assert (
        judge_quotation(source, "The well was closed when we tested it", careful=CarefulReader()).match
        == "altered"
    )


FISH = (
    "My brother-in-law, who sells fish, will swear to you that the water in the bay is clean enough to drink. "
    "I have seen what he pours into it."
)


def test_a_cut_that_no_rule_knows_is_told_when_read_carefully() -> None:
    kept = "the water in the bay is clean enough to drink"
    assert judge_quotation(FISH, kept).match == "verbatim"
    assert judge_quotation(FISH, kept, careful=CarefulReader()).match == "truncated"


def test_a_limit_that_says_little_is_shown_and_decides_nothing() -> None:
    source = "With effect from Monday, by order of the mayor, the market is closed to cars."
    kept = "the market is closed to cars"
    assert judge_quotation(source, kept).match == "truncated"
    read = judge_quotation(source, kept, careful=CarefulReader())
    assert (read.match, read.left_out.strip()) == ("verbatim", "by order of the mayor")


def test_long_kept_words_hide_no_cut() -> None:
    long = ", ".join(f"the water in bay {n} is clean enough to drink" for n in range(25))
    source = FISH.replace("the water in the bay is clean enough to drink", long)
    assert judge_quotation(source, long, careful=CarefulReader()).match == "truncated"


def test_other_languages_are_left_to_the_rules() -> None:
    french = "Le maire affirme que le pont est dangereux pour les enfants de la ville."
    danish = "Ifølge rapporten er broen sikker, og der er ikke noget at være bange for, siger han."
    dutch = "Volgens het rapport is de brug veilig voor al het verkeer, had hij nog in mei gezegd."
    for source, kept in ((french, french[21:-1]), (danish, "er broen sikker"), (dutch, "is de brug veilig")):
        assert judge_quotation(source, kept, careful=CarefulReader()) == judge_quotation(source, kept)


def test_single_words_are_left_to_the_rules() -> None:
    source = "My brother-in-law, who sells fish, will swear to you that the mayor is reckless. I know who paid him."
    assert judge_quotation(source, "reckless", careful=CarefulReader()) == judge_quotation(source, "reckless")


def test_huge_surroundings_are_read_in_part() -> None:
    filler = "The council met in the old town hall and talked about roads. " * 20_000
    source = f"{filler}\n\n{FISH}\n\n{filler}"
    kept = "the water in the bay is clean enough to drink"
    assert judge_quotation(source, kept, careful=CarefulReader()).match == "truncated"


def test_a_phrase_that_stands_everywhere_is_read_carefully_a_few_times() -> None:
    read: list[int] = []

    class Counting(CarefulReader):
        def total(self, *args: object) -> float:
            read.append(1)
            return 9.0

    kept = "the water in the bay is clean enough to drink"
    assert judge_quotation(f"{FISH} " * 60, kept, careful=Counting()).match == "truncated"
    assert 0 < len(read) <= 5


def test_between_the_sources_own_marks_a_cut_is_shown_and_decides_nothing() -> None:
    source = "The video is watched by thousands. “The vaccine is poison,” it claims. There is no evidence for this."
    read = judge_quotation(source, "The vaccine is poison", careful=CarefulReader())
    assert read.match == "verbatim"
    assert read.left_out
