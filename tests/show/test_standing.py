"""Standing: the order of places in words is that of the comparison, and says whether it may be."""

import itertools
import random

import pytest

import welfare_analysis as wa
from welfare_analysis.codes import Derived
from welfare_analysis.errors import UsageError
from welfare_analysis.show.writer import Writer

FOUR = ["Hà Nội", "TP.HCM", "Sơn La", "Sông Công"]
SUBJECTS = (
    "poor_household_rate",
    "poor_households",
    "workers_sent_abroad",
    "trained_labour_rate",
    "urban_share",
)


@pytest.fixture(scope="module")
def answers(data):
    """Return comparisons of some places, by figures and by each measure that applies."""
    rng, found = random.Random(5), []
    for subject, by in itertools.product(SUBJECTS, (None, *Derived)):
        areas = wa.select(data, subject)["area"].unique().tolist()
        try:
            found.append(wa.compare(data, subject, rng.sample(areas, min(4, len(areas))), by=by))
        except UsageError:
            assert by is not None
    return found


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_place_is_told_in_the_order_of_the_comparison(data, answers, language):
    writer = Writer(data, language)
    ordered = 0
    for answer in answers:
        said = str(wa.prose.standing(answer, language))
        for area in answer.observations["area"]:
            assert writer.area(area) in said, said
        ranks = [
            [said.index(f"{writer.area(one)} (") for one in rank] for rank in answer.order.ranks
        ]
        if len(ranks) > 1:
            ordered += 1
            down = all(max(a) < min(b) for a, b in itertools.pairwise(ranks))
            up = all(min(a) > max(b) for a, b in itertools.pairwise(ranks))
            assert down != up, said
    assert ordered > 5


def test_it_is_said_whether_it_may_be_said(answers):
    begins = {"comparable": "Yes", "with_caution": "With caution", "not_comparable": "No"}
    for answer in answers:
        said = str(wa.prose.standing(answer, "en"))
        if len(answer.figures) - len(answer.order.around) > 1:
            assert f"May it be said? {begins[answer.order.verdict]}" in said
            assert ("No order of" in said) == (not answer.order.ranks)


def test_the_fastest_is_named_with_who_cannot_be_told_apart(data):
    answer = wa.compare(data, "poor_household_rate", FOUR, by="change_percent")
    said = str(wa.prose.standing(answer, "vi"))
    assert said.startswith("Xếp từ nơi giảm mạnh nhất: Hà Nội (giảm khoảng 81%) và TP. Hồ Chí Minh")
    assert "chưa phân biệt được" in said
    assert "Được, nhưng cần thận trọng: khác chuẩn nghèo" in said
    shown = str(wa.view(answer, "vi"))
    assert said[:60] in " ".join(shown.split())


def test_a_share_in_the_total_stands_beside_that_in_the_people(data):
    said = str(wa.prose.standing(wa.compare(data, "workers_sent_abroad", by="share"), "en"))
    assert "Hà Nội (about 3.4%, of the people 8." in said
