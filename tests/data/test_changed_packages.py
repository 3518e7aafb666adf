"""Changed copies of the package are valid, and changed as they say: later tests build on them."""

import pandas as pd
import pytest

import welfare_analysis as wa
from welfare_analysis import explore
from welfare_analysis.data import package, validation
from welfare_analysis.data.areas import default_areas

from .. import changed_packages as changed
from .. import invented_packages


@pytest.fixture(scope="module")
def tables():
    return changed.read()


@pytest.fixture
def loaded(tmp_path):
    """Write tables, load them, which validates them, and see that nothing is left to notice."""

    def load(tables):
        data = wa.load(changed.write(tables, tmp_path / "data"))
        assert validation.notices(package.read(data.directory)) == []
        return data

    return load


def figures(data):
    return data.observations.set_index("observation")


def test_the_package_unchanged_is_the_package(tables, loaded, data):
    assert loaded(tables).revision == data.revision


@pytest.mark.parametrize("area", changed.read()["areas"]["area"])
def test_a_place_renamed_has_the_new_name_everywhere(tables, loaded, data, area):
    found = loaded(changed.renamed(tables, area, "Minh Châu"))
    assert wa.resolve_area(found, "Minh Châu") == area
    rename = changed.renaming(tables, area, "Minh Châu")
    assert rename(f"Ở {data.areas.set_index('area')['name_vi'][area]}") in (
        "Ở Minh Châu",
        f"Ở {data.areas.set_index('area')['name_vi'][area]}",  # of digits, as 13 communes
    )
    numbers = ["observation", "area", "value", "qualifier", "related_to"]
    pd.testing.assert_frame_equal(found.observations[numbers], data.observations[numbers])


def test_renaming_leaves_no_old_name_in_a_text(tables):
    found = changed.renamed(tables, "VN-05", "Minh Châu")
    for table in ("areas", "standards", "sources", "observations"):
        texts = found[table].filter(regex="_vi$|_en$|title|publisher|as_printed")
        assert not texts.apply(lambda cells: cells.str.contains("Sơn La|Son La")).any(axis=None)


def test_rows_permuted_are_the_same_rows(tables, loaded, data):
    found = loaded(changed.permuted(tables, seed=1))
    assert list(found.observations["observation"]) != list(data.observations["observation"])
    pd.testing.assert_frame_equal(figures(found).sort_index(), figures(data).sort_index())


@pytest.mark.parametrize("place", range(0, len(changed.read()["observations"]), 40))
def test_a_figure_taken_out_leaves_no_trace(tables, loaded, place):
    gone = tables["observations"]["observation"][place]
    found = loaded(changed.without(tables, gone))
    assert len(found.observations) == len(tables["observations"]) - 1
    named = found.observations["related_to"].str.split().explode().str.partition(":")[2]
    assert gone not in set(named)


def test_a_change_exchanged_is_reversed_in_every_printing(tables, loaded, data):
    pair = "baodansinh-2023-hn-poor-rate", "ldxh-hn-2024-p16-poor-rate"
    twin = "hanoitimes-poverty-2024-hn-poor-rate-2023"  # the same figure in English
    before = figures(data)["value"]
    found = loaded(changed.exchanged(tables, pair))
    after = figures(found)["value"]
    assert [after[one] for one in pair] == [before[one] for one in reversed(pair)]
    assert after[twin] == before[pair[0]]
    assert (found[twin].as_printed, found[pair[1]].as_printed) == ("0.16%", "0,16%")
    assert found[pair[0]].interval == data[pair[1]].interval


def test_two_dates_turned_exchange_counts_and_rates(tables, loaded, data):
    dates = "2022-12-31", "2023-12-31"
    found = loaded(changed.turned(tables, "VN-HN", "HN-2022-2025", *dates))
    for indicator in ("poor_households", "poor_household_rate"):
        old, new = (
            [wa.one(one, indicator, "VN-HN", day).value for day in dates] for one in (data, found)
        )
        assert new == old[::-1] != old


def test_ten_times_the_counts_are_printed_as_precisely(tables, loaded, data):
    found = loaded(changed.tenfold(tables))
    kind = data.observations["unit"].map(data.units.set_index("unit")["kind"])
    counted = kind.isin(["count", "density"]).to_numpy()
    old, new = data.observations["value"], found.observations["value"]
    pd.testing.assert_series_equal(new[counted], old[counted] * 10)
    pd.testing.assert_frame_equal(found.observations[~counted], data.observations[~counted])
    for name in data.observations["observation"][counted]:
        before, after = data[name].interval, found[name].interval
        # As precise, or more so; a count printed with decimals becomes a whole one.
        near = max(1e-6, 1e-5 * data[name].value)
        assert 10 * before.low <= after.low + near, name
        assert after.high <= 10 * before.high + near, name


def test_ten_times_the_counts_can_be_taken_twice(tables, loaded, data):
    found = loaded(changed.tenfold(changed.tenfold(tables)))
    assert wa.one(found, "poor_households", "VN-HN", 2023).as_printed == "69.000 hộ nghèo"


def test_all_dates_move_together(tables, loaded, data):
    found = loaded(changed.years_later(tables))
    for name in ("period_start", "period_end"):
        old, new = data.observations[name].dropna(), found.observations[name].dropna()
        assert list(new) == list(old + pd.DateOffset(years=1))
    assert found.standards["label_en"].str.contains("HCMC standard from 10/2025").any()
    assert changed.years_moved()("giai đoạn 2021–2023: 2.134 và 2,022 hộ") == (
        "giai đoạn 2022–2024: 2.134 và 2,022 hộ"
    )
    back = loaded(changed.years_later(changed.years_later(tables), -1))
    assert back.revision == data.revision


def test_next_years_rows_are_the_latest(tables, loaded, data):
    found = loaded(changed.with_next_year(tables))
    new = found.observations[found.observations["source"] == changed.NEXT]
    assert len(new) > 100
    latest = wa.one(found, "poor_household_rate", "Sơn La", 2025)
    assert (latest.source, latest.value) == (changed.NEXT, 9.80)
    assert new["related_to"].str.contains("rate_of").any()
    assert list(found)[: len(data.observations)] == list(data)


def test_other_places_are_a_package_without_ours(loaded, data):
    found = loaded(invented_packages.other_places())
    assert not {"VN-HN", "VN-SG", "VN-05", "VN-69-165"} & {*found.areas["area"]}
    assert not {*found.observations["observation"]} & {*data.observations["observation"]}
    checks = wa.audit(found)
    assert len(checks) > 20
    contradicted = checks[~checks["verdict"].isin(["consistent", "within_rounding"])]
    assert contradicted.empty, list(contradicted["explanation_en"])
    places = ["Minh Châu", "Lộc Giang"]
    for subject in ("poor_household_rate", "trained_labour_rate", "workers_sent_abroad"):
        assert wa.compare(found, subject, places, 2024).verdict(*places) != "not_comparable"


@pytest.mark.parametrize(
    "change", [changed.tenfold, changed.years_later, changed.with_next_year, changed.permuted]
)
def test_invented_packages_can_be_changed_too(loaded, change):
    assert len(loaded(change(invented_packages.other_places())).observations) >= 80


def test_other_places_are_compared_where_none_is_named(tmp_path):
    data = wa.load(invented_packages.write_other_places(tmp_path))
    assert default_areas(data) == ["VN-91", "VN-92"]
    assert set(wa.compare(data, "poor_household_rate").figures) == {"VN-91", "VN-92"}
    assert set(explore.desk(data).choice.areas) == {"VN-91", "VN-92"}
