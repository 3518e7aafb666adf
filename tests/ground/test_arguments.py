"""Arguments: whatever is handed to a public function, it works or says what was expected."""

import dataclasses
import datetime
import inspect
import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import welfare_analysis as wa
from welfare_analysis import arguments
from welfare_analysis.errors import UnknownName, UsageError, WelfareError
from welfare_analysis.show import charts, tables

OTHERS = ("lesson", "typeset")  # tried in tests of their own

HOSTILE = {
    "nothing": None,
    "number": 5,
    "fraction": 2.5,
    "nan": float("nan"),
    "infinite": float("inf"),
    "true": True,
    "empty text": "",
    "blank": " ",
    "unknown": "không có",
    "long": "x" * 5000,
    "bytes": b"VN-HN",
    "empty list": [],
    "list": ["không có"],
    "list of none": [None],
    "nested": [["VN-HN"]],
    "mapping": {"a": 1},
    "set": {1},
    "object": object(),
    "function": len,
    "class": str,
    "frame": pd.DataFrame({"a": [1]}),
    "empty frame": pd.DataFrame(),
    "series": pd.Series([1, 2]),
    "array": np.zeros((2, 2)),
    "not a time": pd.NaT,
    "missing": pd.NA,
    "date": datetime.date(2023, 12, 31),
    "slice": slice(1),
}


@pytest.fixture(scope="module")
def calls(data, tmp_path_factory):
    """Give every public function with arguments that work."""
    rate, folder = "ldxh-hn-2024-p16-poor-rate", tmp_path_factory.mktemp("saved")
    first = wa.one(data, "poor_household_rate", "VN-05", "2022-01-01")
    last = wa.observation(data, "baosonla-en-2025-sl-poor-rate-2024")
    goal = wa.observation(data, "ldxh-sc-2024-p8-poor-rate-goal")
    here = wa.observation(data, "ldxh-sc-2024-p4-poor-rate")
    country = wa.observation(data, "vietnamplus-fr-2024-vn-poor-rate")
    poor = wa.observation(data, "ldxh-hn-2024-p16-poor-households")
    part = wa.observation(data, "ldxh-hn-2024-p17-m13-poor-households")
    answer = wa.compare(data, "poor_household_rate")
    rates = wa.select(data, "poor_household_rate", "VN-HN")
    sent = wa.select(data, "workers_sent_abroad", "VN-HN", measure="actual")
    flow = wa.observation(data, sent["observation"].iloc[0])
    base = wa.one(data, "households", "VN-HN", 2019)
    people = wa.one(data, "population", "VN-HN", 2019)
    mine = pd.DataFrame(
        {"indicator": "poor_household_rate", "area": "VN-05", "period": [2025], "value": 9.1}
    )
    found = {
        wa.add: {
            "data": data,
            "frame": mine,
            "title": "Survey",
            "publisher": "We",
            "url": "https://example.org",
            "published": "2025-12-31",
            "source": "survey",
        },
        wa.annual_average: {"flow": flow},
        wa.attainment: {"result": goal, "plan": goal},
        wa.audit: {"data": data},
        wa.boundary_notes: {"data": data, "areas": ["VN-SG"], "language": "vi"},
        wa.change_a_year: {"before": first, "after": last},
        wa.change_percent: {"before": first, "after": last},
        wa.change_points: {"before": first, "after": last},
        wa.cite: {"data": data, "shown": answer, "form": "ris", "language": "en"},
        wa.compare: {
            "data": data,
            "indicator": "poor_household_rate",
            "areas": ["VN-HN", "VN-05"],
            "period": 2023,
            "measure": "actual",
            "standard": None,
            "by": None,
        },
        wa.distance: {"result": here, "goal": goal},
        wa.findings: {"data": data, "areas": ["VN-05"], "theme": "poor_household_rate"},
        wa.gap: {"figure": here, "yardstick": country},
        wa.implied_base: {"count": poor, "rate": wa.observation(data, rate)},
        wa.observation: {"data": data, "name": rate},
        wa.observations: {"data": data, "frame": rates},
        wa.on_base: {"data": data, "figure": flow, "base": base, "per": 1000},
        wa.one: {
            "data": data,
            "indicator": "poor_household_rate",
            "area": "Sông Công",
            "period": 2023,
            "measure": "actual",
            "standard": None,
            "source": None,
        },
        wa.pace: {"result": here, "goal": goal},
        wa.per_households: {"data": data, "count": poor, "base": base},
        wa.per_inhabitants: {"data": data, "count": wa.annual_average(flow), "base": people},
        wa.ratio: {"figure": here, "yardstick": country},
        wa.resolve_area: {"data": data, "name": "VN-HN"},
        wa.resolve_areas: {"data": data, "names": "VN-HN"},
        wa.search: {"data": data, "text": "poverty rate", "language": "en"},
        wa.select: {
            "data": data,
            "indicator": "poor_household_rate",
            "areas": "VN-HN",
            "period": 2023,
            "measure": "actual",
            "theme": "poverty",
            "standard": None,
            "source": None,
        },
        wa.sentence: {
            "finding": wa.findings(data, "VN-05", "poor_household_rate")[0],
            "language": "en",
        },
        wa.share: {"part": part, "whole": poor},
        wa.tidy: {"data": data, "areas": "VN-HN", "theme": "poverty", "language": "en"},
        wa.total: {"flows": [flow]},
        wa.load: {"directory": data.directory},
        wa.Brief: {"data": data, "language": "vi"},
        wa.get_language: {},
        wa.set_language: {"language": "vi"},
        wa.quality: {"data": data, "areas": "VN-HN"},
        wa.related: {"data": data, "figure": poor},
        wa.trace: {"data": data, "shown": answer, "language": "vi"},
        wa.save: {"data": data, "rows": rates, "path": folder / "rows.csv", "language": "vi"},
        wa.view: {"shown": answer, "language": "vi"},
        wa.wide: {"data": data, "areas": "VN-HN", "theme": "poverty", "columns": "areas"},
        wa.numerals.read: {"token": "0,03%", "language": "vi"},
        wa.numerals.read_all: {"token": "0,03%", "language": "vi"},
        wa.numerals.write: {"value": 1.5, "language": "vi", "decimals": 1},
        data.record: {"table": "areas", "key": "VN-HN"},
        data.where: {"indicators": ["population"], "areas": ["VN-HN"]},
        answer.verdict: {"area_a": "VN-HN", "area_b": "Sơn La"},
    }
    more = {
        "comparison": answer,
        "comparisons": {"x": answer},
        "figures": rates,
        "areas": ["VN-HN"],
        "frame": data.observations,
        "labelled": {"x": wa.change_points(first, last)},
        "found": wa.related(data, poor),
        "findings": wa.findings(data, ["VN-05", "VN-69-165"], "poor_household_rate"),
        "pairs": [(goal, goal)],
        "caption": "x",
        "data": data,
        "language": "vi",
    }
    few = data.sources.head(2)
    rows = {"audit": wa.audit(data).head(3), "sources": few, "grades": few}
    more |= {
        "shown": rates,
        "subjects": more["comparisons"],
        "rows": wa.audit(data).head(3),
        "measures": [wa.change_points(first, last)],
    }
    for made in vars(charts).values():
        if inspect.isfunction(made):
            names = inspect.signature(made).parameters
            found[made] = {one: more[one] for one in names if one in more}
    found[charts.lines]["shown"] = more["findings"].shared
    for name in tables.__all__:
        made = getattr(tables, name)
        if inspect.isfunction(made):
            names = inspect.signature(made).parameters
            given = {one: more[one] for one in names if one in more}
            found[made] = given | ({"rows": rows[name]} if "rows" in names else {})
    return found


def tried(call, given):
    try:
        call(**given)
    except WelfareError as error:
        return error
    return None


def test_every_public_function_is_tried(calls):
    public = {getattr(wa, name) for name in wa.__all__ if name not in OTHERS}
    functions = {one for one in public if inspect.isfunction(one)}
    assert {one.__qualname__ for one in functions} <= {one.__qualname__ for one in calls}


def test_what_works_is_not_refused(calls):
    for call, good in calls.items():
        assert (call.__qualname__, tried(call, good)) == (call.__qualname__, None)


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_argument_is_refused_in_words_or_does(calls, hostile):
    for call, good in calls.items():
        for name in good:
            try:
                error = tried(call, {**good, name: hostile})
            except Exception as wrong:
                wrong.add_note(f"{call.__qualname__}({name}={hostile!r:.60})")
                raise
            if name == "data":
                assert re.search(r"the data.*load\(\)", str(error)), call
    wa.set_language("vi")


def test_one_name_is_never_split_into_its_letters(data):
    assert wa.resolve_areas(data, "Hà Nội") == ["VN-HN"]
    with pytest.raises(UsageError, match="at least two different areas, found VN-HN"):
        wa.compare(data, "poor_household_rate", "Hà Nội")
    assert set(wa.select(data, areas="Hà Nội")["area"]) == {"VN-HN"}
    with pytest.raises(UnknownName, match="'Hà Nôi và Sơn La'"):
        tables.gaps(data, "Hà Nôi và Sơn La", "vi")


@pytest.mark.parametrize(
    "areas",
    [
        ("VN-HN", "VN-05"),
        {"VN-HN": 1, "VN-05": 2}.keys(),
        pd.Series(["VN-HN", "VN-05"]),
        pd.Index(["VN-HN", "VN-05"]),
        (one for one in ("VN-HN", "VN-05")),
        np.array(["VN-HN", "VN-05"]),
    ],
)
def test_any_list_of_names_does(data, areas):
    assert len(wa.compare(data, "poor_household_rate", areas).pairs) == 1


@pytest.mark.parametrize(
    "period",
    [
        2023,
        "2023",
        np.int64(2023),
        "2023-12-31",
        datetime.date(2023, 12, 31),
        datetime.datetime(2023, 12, 31),
        pd.Timestamp("2023-12-31"),
    ],
)
def test_a_period_may_be_written_in_many_ways(data, period):
    assert len(wa.select(data, "poor_household_rate", "Hà Nội", period))


@pytest.mark.parametrize("period", ["23", "2023-13-01", "2023-1-1", "12/2023", 2023.0, 20231231])
def test_a_period_is_never_guessed(data, period):
    with pytest.raises(UsageError, match=r"a year \(2023\) or a date \(2023-12-31\)"):
        wa.select(data, period=period)


def test_a_message_names_function_parameter_and_what_was_found(data):
    with pytest.raises(UsageError, match="^compare: indicator must be text, found None.$"):
        wa.compare(data, None)
    with pytest.raises(UsageError, match="^Brief: data must be the data, as load.. gives them"):
        wa.Brief(None, "vi")
    with pytest.raises(UsageError, match="^total: flows must be at least one"):
        wa.total([])


def test_a_share_needs_a_part_of_the_whole(data):
    poor = wa.observation(data, "ldxh-hn-2024-p16-poor-households")
    part = wa.observation(data, "ldxh-hn-2024-p17-m13-poor-households")
    assert wa.share(part, poor).value == pytest.approx(100 * part.value / poor.value)
    with pytest.raises(wa.NotComparable, match="does not lie in"):
        wa.share(poor, part)
    teachers = wa.select(data, "vocational_teachers_public")["observation"].iloc[0]
    abroad = wa.select(data, "workers_abroad")["observation"].iloc[0]
    teachers, abroad = (wa.observation(data, name) for name in (teachers, abroad))
    same = {"period_end": abroad.period_end, "period_start": abroad.period_start}
    with pytest.raises(wa.NotComparable, match="is no part of"):
        wa.share(dataclasses.replace(teachers, **same), abroad)


def test_data_come_first_in_every_call():
    modules = {wa: wa.__all__, charts: charts.__all__, tables: tables.__all__}
    takes = {
        name: list(inspect.signature(getattr(module, name)).parameters)
        for module, names in modules.items()
        for name in names
        if inspect.isfunction(getattr(module, name))
    }
    late = [name for name, given in takes.items() if "data" in given[1:]]
    assert late == ["lesson"]  # which is opened by its number; data can be left out


def test_the_order_of_old_is_refused_in_a_sentence(data):
    count = data["vamas-2024-vn-workers-2023"]
    people = data["nso-e02-01-vn-population-2023"]
    for call in (wa.per_inhabitants, wa.per_households):
        with pytest.raises(UsageError, match="data must be the data.*they come first"):
            call(count, people)
    assert wa.per_inhabitants(data, count) == wa.on_base(data, count)


@given(st.text())
@settings(max_examples=200)
def test_a_period_read_is_a_year_or_a_day(text):
    try:
        found = arguments.period(text)
    except arguments.Unfit:
        return
    assert str(found).zfill(4) == text


@given(st.one_of(st.none(), st.integers(), st.floats(), st.text(), st.lists(st.integers())))
def test_what_was_found_is_shown_briefly(value):
    assert 0 < len(str(arguments.shown(value))) < 400
