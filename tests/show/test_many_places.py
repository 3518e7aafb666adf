"""At 34 places: groups instead of pairs, ranked strips instead of panels, within a page."""

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

import welfare_analysis as wa
from tests import changed_packages
from tests.benchmarks.national import national

A_PAGE = 190 / 25.4  # inches of a chart that is printed as large as it is drawn


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    tables = national(34, 2, 7)
    return wa.load(changed_packages.write(tables, tmp_path_factory.mktemp("national") / "data"))


@pytest.fixture(scope="module")
def areas(data):
    return [area for area in data.areas["area"] if area.startswith("VN-P")]


@pytest.fixture(scope="module")
def rates(data, areas):
    return wa.compare(data, "poor_household_rate", areas)


@pytest.fixture(scope="module")
def counts(data, areas):
    return wa.compare(data, "poor_households", areas)


def cells(table):
    return [[str(cell) for cell in row] for row in table.rows]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_verdicts_are_tabulated_by_group(data, counts, language):
    table = wa.tables.verdicts(data, counts, language)
    named = [name for row in cells(table) for name in row[2].split(", ")]
    assert sorted(named) == sorted(
        data.record("areas", area)[f"name_{language}"] for area in counts.figures
    )
    assert len(table.rows) == len(counts.groups())
    assert len(table.numbers) == 1 + len(counts.pairs) == 562
    assert "561" in str(table.note)


def test_whoever_shares_a_row_may_be_compared(data, counts):
    codes = {data.record("areas", area)["name_en"]: area for area in counts.figures}
    for verdict, _, named, _ in cells(wa.tables.verdicts(data, counts, "en")):
        group = [codes[name] for name in named.split(", ")]
        found = {counts.verdict(a, b) for a in group for b in group if a < b}
        assert found <= {"comparable", "with_caution"}
        assert ("with_caution" in found) == ("with caution" in verdict)


def test_the_file_of_pairs_holds_every_verdict_and_reason(data, counts):
    table = wa.tables.verdicts(data, counts, "en")
    for row, pair in zip(table.numbers[1:], counts.pairs.itertuples(), strict=True):
        assert row[2] == pair.verdict.replace("_", " ")
        assert row[3] == pair.reason_en


def test_reasons_of_several_subjects_are_tabulated_by_group(data, rates, counts):
    table = wa.tables.reasons(data, {"Rate": rates, "Count": counts}, "en")
    assert len(table.rows) == len(rates.groups()) + len(counts.groups())
    assert {row[0] for row in cells(table)} == {"Rate", "Count"}
    assert len(table.numbers) == 1 + 2 * 561


def test_sentences_are_counted_by_reason(data, rates, counts):
    table = wa.tables.sentences(data, {"Rate": rates, "Count": counts}, "en")
    far = sum("SIZE_FAR" in codes for codes in counts.pairs["reasons"])
    assert ["Count", "×\u00a0Sizes too unequal", f"{far} of 561"] in cells(table)


@pytest.fixture(scope="module")
def uneven(tmp_path_factory):
    """Nine places, of which one has no rate and one has it by no stated standard."""
    tables = national(9, 2, 7)
    rows = tables["observations"]
    gone = (rows["area"] == "VN-P03") & rows["indicator"].str.contains("poor_household")
    rows = rows[~gone].copy()
    rows.loc[rows["area"] == "VN-P01", "standard"] = ""
    kept = set(rows["observation"])
    rows["related_to"] = [
        " ".join(one for one in links.split() if one.partition(":")[2] in kept)
        for links in rows["related_to"]
    ]
    tables["observations"] = rows
    return wa.load(changed_packages.write(tables, tmp_path_factory.mktemp("uneven") / "data"))


def test_places_without_a_figure_and_those_that_stand_alone_have_rows(uneven):
    areas = [area for area in uneven.areas["area"] if area.startswith("VN-P")]
    answer = wa.compare(uneven, "poor_household_rate", areas)
    rows = {row[0]: row[1:] for row in cells(wa.tables.verdicts(uneven, answer, "en"))}
    assert rows["×\u00a0comparable with no other place"][1] == "Tuyên Quang"
    assert rows["\u2013\u00a0no figure available"][1] == "Lai Châu"
    assert rows["✓\u00a0comparable with each other"][0] == "7"


def test_where_nothing_is_missing_one_row_says_so(tmp_path):
    data = wa.load(changed_packages.write(national(2, 2, 12), tmp_path / "data"))
    assert cells(wa.tables.gaps(data, ["VN-P01", "VN-P02"], "en")) == [
        ["None: there is a result on every core subject"]
    ]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_comparison_is_ranked_within_groups_only(data, rates, counts, language):
    for answer in (rates, counts):
        table = wa.tables.comparison(data, answer, language)
        codes = {data.record("areas", one)[f"name_{language}"]: one for one in answer.figures}
        named = [codes[row[0]] for row in cells(table) if row[0] in codes]
        groups = sorted(map(frozenset, answer.groups()), key=len, reverse=True)
        found = [frozenset(named[: len(groups[0])])] + [
            frozenset(named[sum(map(len, groups[:n])) :][: len(groups[n])])
            for n in range(1, len(groups))
        ]
        assert sorted(map(sorted, found)) == sorted(map(sorted, groups))
        for group in groups:
            values = [answer.figures[area].value for area in named if area in group]
            assert values == sorted(values, reverse=True)
        assert max(len(cell) for row in cells(table) for cell in row) < 80


@pytest.mark.parametrize("language", ["vi", "en"])
def test_figures_of_many_places_are_a_row_a_subject_and_a_file(data, areas, language):
    found = wa.select(data, ["poor_households", "poor_household_rate"], areas, period=2025)
    table = wa.tables.observations(data, found, language, spread=True)
    rates = sorted(found.loc[found["indicator"] == "poor_household_rate", "value"])
    assert len(table.rows) == 2
    assert {row[2] for row in cells(table)} == {"34"}
    ends = [wa.numerals.write(value, language, 2) for value in (rates[0], rates[-1])]
    assert f"{ends[0]}% \u2013 {ends[1]}%" in {
        row[3].replace("\u00a0", " ") for row in cells(table)
    }
    assert len(table.numbers) == 1 + len({*zip(found["indicator"], found["area"], strict=True)})
    assert table.numbers[0] == tuple(
        str(column.label) for column in wa.tables.observations(data, found, language).columns
    )
    few = found[found["area"].isin(areas[:7])]
    plain = wa.tables.observations(data, few, language)
    assert cells(wa.tables.observations(data, few, language, spread=True)) == cells(plain)


# Charts ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module", params=["vi", "en"])
def charts(request, data, areas, rates, counts):
    rows = wa.select(data, "poor_household_rate", areas)
    shown = {"rate": rates, "count": counts}
    language = request.param
    return {
        "ranges": wa.charts.ranges(data, rates, language),
        "ranges of counts": wa.charts.ranges(data, counts, language),
        "strip": wa.charts.strip(data, rates, language),
        "strip of counts": wa.charts.strip(data, counts, language),
        "matrix": wa.charts.matrix(data, counts, language),
        "matrix of subjects": wa.charts.matrix(data, shown, language),
        "series": wa.charts.series(data, rows, language),
    }


def test_charts_fit_on_a_page_and_are_described_shortly(charts):
    for name, chart in charts.items():
        assert chart.figure.get_figheight() <= A_PAGE, name
        assert len(chart.alt) < 700, name
        assert chart.alt.startswith(str(chart.title)), name


def test_every_place_is_drawn_or_told(data, counts, charts):
    for name in ("ranges of counts", "strip of counts", "series", "matrix"):
        chart = charts[name]
        drawn = {text.get_text() for text in chart.figure.findobj(Text)} | {str(chart.note)}
        drawn = " ".join(drawn)
        missed = [
            area for area in counts.figures if data.record("areas", area)["name_vi"] not in drawn
        ]
        assert not missed or name == "strip of counts"
        assert len(chart.observations) >= len(counts.figures)


def test_the_chart_of_groups_brings_every_pair(charts):
    assert len(charts["matrix"].numbers) == 1 + 561
    assert len(charts["matrix of subjects"].numbers) == 1 + 2 * 561


def test_names_on_a_strip_do_not_cover_each_other(charts):
    figure = charts["strip"].figure
    renderer = FigureCanvasAgg(figure).get_renderer()
    boxes = [
        text.get_window_extent(renderer)
        for ax in figure.axes
        for text in ax.texts
        if text.get_text()
    ]
    assert len(boxes) >= 2 * 7  # three at either end and the country, each with its figure
    covered = [
        (one, other)
        for number, one in enumerate(boxes)
        for other in boxes[number + 1 :]
        if one.shrunk(0.9, 0.8).overlaps(other.shrunk(0.9, 0.8))
    ]
    assert not covered


def test_no_panel_holds_what_may_not_be_compared(data, counts, charts):
    for name in ("ranges of counts", "strip of counts"):
        for ax in charts[name].figure.axes:
            here = [area for area in ax.get_label().split() if area in counts.figures]
            refused = [
                (a, b)
                for a in here
                for b in here
                if a < b and counts.verdict(a, b) == "not_comparable"
            ]
            assert not refused
