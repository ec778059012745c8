"""The trained judge with its shipped weights, and what it is asked about by linking."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from claimcheck.documents.reading import read_text_document
from claimcheck.evidence.linking import propose
from claimcheck.evidence.source_library import Library
from claimcheck.evidence.stance import JUDGE, Reason, Stance, StanceVerdict, examine
from claimcheck.records.models import Claim, Evidence, Source
from claimcheck.sources.texts import SourceText

for needed in ("onnxruntime", "tokenizers", "claimcheck_desk_judge"):
    pytest.importorskip(needed, reason="the extra [judge] is not installed")

from claimcheck.evidence.trained import DamagedJudge, TrainedJudge, trained_judge_at_hand  # noqa: E402
from claimcheck.evidence.trained.judge import PACKAGE  # noqa: E402

SURE_OF_SUPPORT, SURE_OF_CONTRADICTION = (9.0, -5.0, -4.0), (-5.0, 9.0, -4.0)


@pytest.fixture(scope="module")
def judge() -> TrainedJudge:
    found = trained_judge_at_hand()
    assert found is not None
    return found


def test_it_reads_what_is_said_in_other_words(judge: TrainedJudge) -> None:
    passage = "The Harbour Lights is a 1987 Danish drama film directed by Niels Holm and starring Ida Lund."
    assert judge.judge("Ida Lund acted in The Harbour Lights.", passage).stance == "supports"
    assert judge.judge("The Harbour Lights was directed by Ida Lund.", passage).stance == "contradicts"


@pytest.mark.parametrize(
    ("claim", "passage", "stance"),
    [
        ("The bridge is 75 years old.", "The bridge is 57 years old.", "contradicts"),
        ("The mayor sued the harbour board.", "The mayor was sued by the harbour board.", "contradicts"),
        ("Exports rose by 4 per cent.", "Exports fell by 4 per cent.", "contradicts"),
    ],
)
@pytest.mark.parametrize("logits", [SURE_OF_SUPPORT, SURE_OF_CONTRADICTION])
def test_what_the_facts_found_stands_whatever_the_network_reads(
    judge: TrainedJudge, claim: str, passage: str, stance: Stance, logits: tuple[float, float, float]
) -> None:
    facts = examine(claim, passage)
    assert facts.verdict.stance == stance
    assert judge.verdict(logits, facts) == facts.verdict


def test_a_support_that_the_network_doubts_is_left_open(judge: TrainedJudge) -> None:
    facts = examine("The council approved the tram line.", "The council approved the tram line.")
    assert judge.verdict(SURE_OF_SUPPORT, facts) == facts.verdict
    told = judge.verdict(SURE_OF_CONTRADICTION, facts)
    assert told.stance == "neutral"
    assert "reads a contradiction" in told.reasons[0].text


def test_a_figure_that_the_passage_lacks_keeps_support_out(judge: TrainedJudge) -> None:
    facts = examine("The ferry firm lacks 40 sailors.", "The ferry firm cannot find enough deck hands.")
    assert facts.verdict.stance == "neutral"
    assert judge.verdict(SURE_OF_SUPPORT, facts) == facts.verdict


def test_where_the_facts_leave_it_open_the_network_is_heard_and_says_so(judge: TrainedJudge) -> None:
    facts = examine("The ferry firm is short of sailors.", "The ferry firm cannot find enough deck hands.")
    assert facts.verdict.stance == "neutral"
    told = judge.verdict(SURE_OF_SUPPORT, facts)
    assert told.stance == "supports"
    assert told.reasons[0].text == f"the trained judge reads the passage so ({told.confidence:.2f})"
    assert judge.verdict((0.0, 0.0, 0.0), facts) == facts.verdict


ODD = [
    "",
    " ",
    "\x00",
    "\ud800 a lone surrogate \udfff",
    "\u202eright to left\u202c",
    "“" * 50_000,
    "word " * 1_000_000,
    "漢" * 5_000,
    "\U0001f6a2" * 5_000,
]


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_odd_and_huge_texts_are_judged_on_either_side(judge: TrainedJudge, odd: str) -> None:
    for claim, passage in ((odd, "The pier is open."), ("The pier is open.", odd), (odd, odd)):
        assert all(abs(each) < 1e3 for each in judge.network.logits(claim, passage))


def test_an_answer_does_not_hang_on_what_else_was_asked(judge: TrainedJudge) -> None:
    pair = ("The pier is open.", "Visitors may walk on the pier again.")
    first = judge.network.logits(*pair)
    judge.network.logits("Rents rose by 4 per cent.", "Rents fell by 4 per cent in the year to March. " * 20)
    assert judge.network.logits(*pair) == first


@pytest.fixture
def files(judge: TrainedJudge, tmp_path: Path) -> Path:
    import claimcheck_desk_judge

    folder = tmp_path / "judge"
    assert claimcheck_desk_judge.__file__ is not None
    shutil.copytree(Path(claimcheck_desk_judge.__file__).parent, folder)
    return folder


@pytest.mark.parametrize("name", ["judge.onnx", "tokenizer.json", "judge.json"])
@pytest.mark.parametrize("damage", ["missing", "cut", "empty", "other"])
def test_files_that_are_missing_or_damaged_are_one_clear_error(files: Path, name: str, damage: str) -> None:
    path = files / name
    kept = path.read_bytes()
    path.unlink()
    if damage != "missing":
        path.write_bytes({"cut": kept[: len(kept) // 2], "empty": b"", "other": b"[1, 2]"}[damage])
    with pytest.raises(DamagedJudge) as told:
        TrainedJudge(files)
    assert "judges.use" in str(told.value)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("card", [{}, {"name": "n", "version": 1, "weights": [], "support_bar": 1}])
def test_a_card_of_another_shape_is_one_clear_error(files: Path, card: dict[str, object]) -> None:
    (files / "judge.json").write_text(json.dumps(card))
    with pytest.raises(DamagedJudge):
        TrainedJudge(files)


def test_without_the_package_there_is_no_judge(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{trained_judge_at_hand.__module__}.PACKAGE", f"{PACKAGE}_of_nobody")
    assert trained_judge_at_hand() is None


@dataclass
class Decided:
    """A judge that says the same of everything, and keeps what it was asked."""

    stance: Stance
    version: str = "decided/3"
    asked: list[str] = field(default_factory=list)

    def judge(
        self, claim: str, passage: str, *, claim_date: date | None = None, passage_date: date | None = None
    ) -> StanceVerdict:
        self.asked.append(passage)
        return StanceVerdict(self.stance, 0.97, (Reason("so it is"),))


def proposed(claim: str, report: str, trained: Decided | None) -> list[Evidence]:
    document = read_text_document(report, "md")
    source = Source.model_validate({"claimcheck": 1, "id": "report", "title": "Report"})
    library = Library([SourceText(source, document.text, tuple(document.blocks), "sha256:1")])
    record = {
        "id": "port/abcdefgh",
        "text": claim,
        "anchor": {"start": 0, "end": len(claim)},
        "kind": "event",
        "check_worthiness": {"label": "CFS", "score": 0.9},
    }
    return propose(Claim.model_validate(record), library, trained=trained)


REPORT = (
    "The harbour board repaired the northern sea wall in March.\n\n"
    "Work on the northern sea wall of the harbour cost the board a fortune.\n\n"
    "Gulls nest on the roof of the fish market.\n"
)
CLAIM = "The harbour board repaired the northern sea wall in March."


def test_it_is_not_asked_where_a_fact_differs_or_another_matter_is_told() -> None:
    judge = Decided("supports")
    found = proposed("The harbour board repaired the northern sea wall in May.", REPORT, judge)
    settled = next(item for item in found if item.stance == "contradicts")
    assert settled.judge == JUDGE
    assert settled.exact not in judge.asked
    assert not any("Gulls" in passage for passage in judge.asked)


def test_a_support_that_it_shares_stays_the_facts_own() -> None:
    alone = proposed(CLAIM, REPORT, None)[0]
    assert alone.stance == "supports"
    assert alone in proposed(CLAIM, REPORT, Decided("supports"))


def test_what_it_decides_names_it_and_its_reasons() -> None:
    claim = "Repairs of the northern sea wall of the harbour were dear."
    alone = proposed(claim, REPORT, None)
    assert {item.stance for item in alone} == {"neutral"}
    told = [item for item in proposed(claim, REPORT, Decided("supports")) if item.stance == "supports"]
    assert [(item.judge, item.reason, item.confidence) for item in told[:1]] == [
        ("decided/3", "so it is", 0.97)
    ]


def test_what_it_leaves_open_stays_as_the_facts_left_it() -> None:
    claim = "Repairs of the northern sea wall of the harbour were dear."
    assert proposed(claim, REPORT, Decided("neutral")) == proposed(claim, REPORT, None)
