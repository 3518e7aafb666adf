"""Own figures: they join by the rules of the data, marked as the reader's, or not at all."""

import math
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest

import welfare_analysis as wa
from welfare_analysis.errors import UsageError

RATE, PLACES = "poor_household_rate", ["Hà Nội", "Sơn La"]
MARKS = {"vi": "người dùng bổ sung", "en": "reader’s own"}


def rows(**more):
    one = {"indicator": RATE, "area": "Sơn La", "period": 2025, "value": 9.1}
    return pd.DataFrame([one, one | {"area": "ha noi", "value": 0.01}]).assign(**more)


@pytest.fixture(scope="module")
def joined(data):
    return data.add(rows(), "Survey of 400 households", publisher="My team", source="survey")


def test_own_figures_stand_beside_those_of_the_data(data, joined):
    assert len(joined.observations) == len(data.observations) + 2
    assert len(data.sources) + 1 == len(joined.sources)
    assert joined.revision.startswith(f"{data.revision}+")
    figure = joined["survey-1"]
    assert (figure.area, figure.value, figure.unit) == ("VN-05", 9.1, "percent")
    assert (figure.interval.low, figure.interval.high) == (9.05, 9.15)
    assert str(figure.period_end) == "2025-12-31"
    picked = wa.tidy(joined, areas="Sơn La", source="survey", language="en")
    assert picked["publisher"].tolist() == ["My team"]
    assert "Survey of 400 households" in picked["citation"].iloc[0]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_own_figures_are_marked_wherever_they_are_shown(joined, language):
    answer = wa.compare(joined, RATE, PLACES, 2025)
    assert answer["Sơn La"].observation == "survey-1"
    drawn = wa.charts.ranges(joined, answer, language)
    shown = str(wa.tables.comparison(joined, answer, language)._repr_mimebundle_())
    traced = str(wa.trace(joined, answer, language)._repr_mimebundle_())
    for text in (drawn.alt, str(drawn.note), shown, traced):
        assert MARKS[language] in text
    assert MARKS[language] in wa.tidy(joined, RATE, PLACES, 2025, language=language).to_string()


def test_own_figures_are_cited_as_such(joined):
    cited = wa.cite(joined, "survey-1", "ris", "en")
    assert "TI  - Survey of 400 households" in cited
    assert "reader’s own figures" in cited
    assert joined.revision in cited


def test_own_figures_are_audited_with_the_others(data):
    wrong = rows(value=[150.0, 0.0]).head(1).assign(indicator="poor_households", value=3.0)
    joined = data.add(wrong.assign(period=2024), "Count", source="count")
    found = wa.audit(joined, "Sơn La", "count")
    assert not found.empty
    assert found["observations"].map(lambda names: "count-1" in names).all()


def test_a_series_may_be_added_to_one_that_was_added(data, joined):
    more = joined.add(rows(period=2026), "Survey, second wave", source="survey-2")
    assert {"survey-1", "survey-2-1"} <= set(more)
    assert len(more.sources) == len(data.sources) + 2
    sent = {"indicator": "workers_sent_abroad", "area": "Sơn La", "value": [12, 15]}
    sent |= {"period_start": ["2025-01-01", pd.Timestamp("2026-01-01")]}
    sent |= {"period_end": ["2025-06-30", pd.Timestamp("2026-06-30")]}
    months = data.add(pd.DataFrame(sent), "Own count")
    assert months["own-2"].period("en") == "Jan–Jun 2026"


HALVES = pd.Series(["\ud800"] * 2, dtype=object)
WRONG = {
    "another unit": ({"unit": "households"}, "row 1, column unit: found 'households'; expected p"),
    "an unknown unit": ({"unit": "kg"}, "expected percent, the unit of poor_household_rate"),
    "no number": ({"value": "many"}, "row 1, column value: expected a number, found 'many'"),
    "a number without end": ({"value": 10**400}, "column value: expected a number of at most 15"),
    "a number too small to write": (
        {"value": 1e-20},
        "at most 15 digits, found the number 1e-20",
    ),
    "a list, as some files hold": (
        {"value": pd.Series([np.array([1.0, 2.0])] * 2)},
        "column value: expected a number, found a ndarray",
    ),
    "an infinite number": ({"value": math.inf}, "column value: expected a number of at most 15"),
    "a number that Python does not write": ({"value": 10**5000}, "15 digits, found an int"),
    "a unit that is a number": ({"unit": 10**400}, "column unit: found '1000"),
    "a cell without end": ({"standard": "x" * 100_000}, f"found '{'x' * 59}…'; expected"),
    "a place without end": ({"area": "x" * 100_000}, f"Unknown area '{'x' * 199}…'"),
    "half a letter": ({"standard": HALVES}, r"found '\ud800'; expected"),
    "beyond the bounds": ({"value": 120.0}, "found '120'; expected at most 100"),
    "missing value": ({"value": [None, 0.5]}, "row 1, column value: expected a value in every row"),
    "an unknown place": ({"area": "Sơn Lá Xanh"}, "Unknown area 'Sơn Lá Xanh'"),
    "a theme": ({"indicator": "poverty"}, "is a theme"),
    "no period": ({"period": "May"}, "column period: expected a year"),
    "a foreign standard": ({"standard": "HN-2022-2025"}, "not one set by VN-HN"),
    "a name that is taken": ({"observation": "ldxh-hn-2024-p16-poor-rate"}, "no other row has"),
    "an unknown column": ({"hello": 1}, "unknown column hello; expected some of indicator"),
}


@pytest.mark.parametrize("fault", WRONG)
def test_a_wrong_row_is_refused_in_one_sentence_and_nothing_is_added(data, fault):
    changed, said = WRONG[fault]
    before = data.observations.copy()
    with pytest.raises(UsageError) as caught:
        data.add(rows(**changed), "Survey", source="survey")
    message = str(caught.value)
    assert said in message
    assert message.endswith("Nothing was added.")
    assert "\n" not in message
    assert data.observations.equals(before)
    assert "survey-1" not in data


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (0.1 + 0.2, 0.3),  # what a computer adds to what is meant
        (100 / 3, 33.3333333333333),
        (2e-11, 2e-11),
        (np.float32(9.1), 9.1),  # as a file of four bytes a number keeps it
        (Decimal("9.1"), 9.1),
        (Fraction(91, 10), 9.1),
    ],
)
def test_no_figure_is_changed_without_a_word(data, given, kept):
    column = pd.Series([given], dtype=getattr(given, "dtype", object))
    joined = data.add(rows().head(1).assign(value=column), "Survey")
    assert joined["own-1"].value == kept


def test_missing_columns_and_clashes_of_sources_are_refused(data, joined):
    with pytest.raises(UsageError, match="It lacks area, value"):
        data.add(rows()[["indicator", "period"]], "Survey")
    for source in ("ldxh-hn-2024", "survey"):
        with pytest.raises(UsageError, match=f"have a source '{source}' already"):
            joined.add(rows(), "Survey", source=source)
    with pytest.raises(UsageError, match="small letters"):
        data.add(rows(), "Survey", source="My Survey")
    with pytest.raises(UsageError, match="url: found 'here'"):
        data.add(rows(), "Survey", url="here")
    twice = pd.concat([rows(), rows()[["value"]] + 1], axis=1)
    with pytest.raises(UsageError, match="column value stands twice"):
        data.add(twice, "Survey")
    with pytest.raises(UsageError, match="no rows"):
        data.add(rows().head(0), "Survey")


def test_data_that_changed_on_disk_are_not_mixed(tiny):
    data = wa.load(tiny.directory)
    tiny.tables["observations"].pop()
    tiny.write("observations")
    with pytest.raises(UsageError, match="not as .* holds them now"):
        data.add(rows(), "Survey")
