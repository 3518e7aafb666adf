"""Quality: what the methods note counts and shows follows from the data, in both languages."""

import dataclasses
import re

import pytest

import welfare_analysis as wa
from welfare_analysis.errors import UsageError
from welfare_analysis.judge import quality
from welfare_analysis.judge.audit import CHECKS
from welfare_analysis.judge.grades import GRADES, informs
from welfare_analysis.judge.reasons import _IMPLIES
from welfare_analysis.show.document import citations, cite, items
from welfare_analysis.show.tables.contradictions import linked
from welfare_analysis.texts import catalogue

AREAS = ["VN-HN", "VN-SG", "VN-05", "VN-69-165"]
SUBJECTS = ("poor_household_rate", "vocational_enrolment", "labour_export")


@pytest.fixture(scope="module")
def checks(data):
    return wa.audit(data)


@pytest.fixture
def themes(data):
    return {subject: wa.compare(data, subject, AREAS, measure="actual") for subject in SUBJECTS}


def texts(table):
    return [[str(cell) for cell in row] for row in table.rows]


def test_every_check_of_the_audit_has_one_kind():
    named = {
        name.removeprefix("audit-check-")
        for name in catalogue("en")
        if name.startswith("audit-check-")
    }
    listed = [check for checks in quality.KINDS.values() for check in checks]
    assert sorted(listed) == sorted(named)
    assert CHECKS


def test_kinds_divide_the_audit_and_keep_the_widest_gap_first(checks):
    wrong = checks[checks["verdict"] == "inconsistent"]
    parts = [quality.of_kind(wrong, kind) for kind in quality.KINDS]
    assert sum(map(len, parts)) == len(wrong)
    for part in parts:
        assert part["gap"].is_monotonic_decreasing
    assert parts[0]["check"].iloc[0] == "value_repeated"


def test_concerning_keeps_places_inside_and_around_and_leaves_merged_ones_out(data, checks):
    kept = set(quality.concerning(data, checks, ["Sông Công"])["area"])
    assert {"VN", "VN-R-NMM", "VN-69", "VN-69-165"} >= kept >= {"VN", "VN-69-165"}
    city = set(quality.concerning(data, checks, ["VN-SG", "VN-HN"])["area"])
    assert "VN-HN-M13" in city
    assert "VN-SG-2025" not in city


def test_coverage_counts_every_figure_and_both_rows_of_a_fraction_as_one_place(data):
    counted = quality.coverage(data).set_index("source")
    articles = data.sources[data.sources["kind"] == "article"]
    assert list(counted.index) == list(articles["source"])
    own = data.observations[data.observations["source"].isin(counted.index)]
    assert counted["figures"].sum() == len(own)
    assert (counted["places"] <= counted["figures"]).all()
    fractions = own[own["as_printed"] == "18/30 quận, huyện"]
    assert set(fractions["source"].value_counts()) == {2}
    without = dataclasses.replace(data, observations=own.drop(fractions.index[0]))
    again = quality.coverage(without).set_index("source")
    source = fractions["source"].iloc[0]
    assert again.loc[source, "places"] == counted.loc[source, "places"]


def test_two_articles_with_one_report_are_one_group(data):
    groups = quality.shared_origins(data)
    assert ["ldxh-hn-2024", "hdnd-hn-2024"] in groups
    assert all(len(group) > 1 for group in groups)


def test_the_audit_table_says_what_the_audit_says(data, checks, language):
    wrong = checks[checks["verdict"] == "inconsistent"]
    table = wa.tables.audit(data, wrong, language)
    assert len(table.rows) == len(wrong)
    assert set(table.observations) == {name for row in wrong["observations"] for name in row}
    for row, check in zip(texts(table), wrong.to_dict("records"), strict=True):
        assert row[-1] == check[f"explanation_{language}"]
        figures = [wa.observation(data, name).text(language) for name in check["observations"]]
        plain = row[1].replace("\u00a0", " ")
        assert any(figure in plain for figure in figures) or check["check"].startswith(
            ("implied_base", "base_")
        )


def test_every_source_that_an_explanation_cites_is_listed(data, checks, language):
    numbers = data.sources.set_index("source")["number"]
    for row in checks.to_dict("records"):
        cited = citations(items(linked(row[f"explanation_{language}"])))
        own = {numbers[wa.observation(data, name).source] for name in row["observations"]}
        assert cited <= own


def test_the_verdict_stands_in_its_own_column_where_rows_differ(data, checks):
    mixed = checks.groupby("verdict").head(1)
    assert "Kết luận" in wa.tables.audit(data, mixed, "vi").frame.columns
    assert "Kết luận" not in wa.tables.audit(data, mixed.head(1), "vi").frame.columns


def test_brackets_that_cite_nothing_stay_text():
    assert linked("[a] [12, đ. 3]") == "[a] " + cite(12, "[12, đ. 3]")


def test_every_cell_of_the_matrix_has_a_sign_and_a_reason(data, themes, language):
    table = wa.tables.reasons(data, themes, language)
    assert len(table.rows) == 6
    for row in texts(table):
        assert len(row) == 1 + len(themes)
        assert all(cell[0] in "✓~×–" and len(cell) > 3 for cell in row[1:])


def test_every_reason_has_a_short_form():
    known = {name.removeprefix("reason-") for name in catalogue("vi") if name.startswith("reason-")}
    short = {name.removeprefix("short-") for name in catalogue("vi") if name.startswith("short-")}
    assert short == {*GRADES, "MISSING"}
    assert known == {code for code in short if not informs(code)} | {"informing"}
    assert set(_IMPLIES) <= known


def test_the_sentences_are_those_of_the_comparisons(data, themes, language):
    table = wa.tables.sentences(data, themes, language)
    wanted = [
        getattr(pair, f"reason_{language}")
        for one in themes.values()
        for pair in one.pairs.itertuples()
        if pair.verdict != "missing"
    ]
    assert [row[-1][2:] for row in texts(table)] == wanted


def test_the_articles_say_origin_and_spam_and_no_internal_key(data, language):
    articles = data.sources[data.sources["kind"] == "article"]
    table = wa.tables.sources(data, articles, language)
    rows = texts(table)
    assert "[2]" in rows[0][2]
    assert "xsmb" in " ".join(rows[3])
    assert rows[3][2].startswith("C")
    assert not any(key in cell for key in data.sources["source"] for row in rows for cell in row)
    assert set(table.sources) == set(articles["source"])


def test_counts_of_the_small_tables_are_those_of_the_data(data, language):
    own = quality.coverage(data)
    coverage = texts(wa.tables.coverage(data, language))
    periods = texts(wa.tables.periods(data, language))
    for row, shown, dated in zip(own.to_dict("records"), coverage, periods, strict=True):
        assert shown[1:3] == [str(row["figures"]), str(row["excluded"])]
        assert dated[1:3] == [str(row["figures"]), str(row["inferred"])]
        counts = [int(found) for found in re.findall(r"\((\d+)\)", dated[3])]
        assert sum(counts) == row["inferred"]
    statuses = texts(wa.tables.statuses(data, data.observations, language))
    letters = {letter for status in data.observations["status"] for letter in status.split()}
    assert {row[0][0] for row in statuses} == letters
    assert len(wa.tables.origins(data, language).rows) == len(quality.shared_origins(data))


def test_readings_show_the_interval_of_every_qualifier(data, language):
    figures = data.observations.drop_duplicates("qualifier")
    table = wa.tables.readings(data, figures, language)
    assert len(table.rows) == len(figures)
    rate = wa.observation(data, "ldxh-hn-2024-p16-poor-rate")
    (row,) = texts(wa.tables.readings(data, [rate], language))
    assert {"vi": "0,025", "en": "0.025"}[language] in row[2]


def test_gaps_are_those_of_the_profiles_and_never_a_zero(data, language):
    rows = texts(wa.tables.gaps(data, ["Sông Công"], language))
    assert len(rows) == 3
    assert not any(cell.startswith("0") for row in rows for cell in row)
    nothing = texts(wa.tables.gaps(data, [], language))
    assert [len(row) for row in nothing] == [1]


def test_the_chart_counts_every_check(data, checks, language):
    chart = wa.charts.audit(data, checks, language)
    assert str(len(checks)) in chart.title
    for area in checks["area"].unique():
        assert data.record("areas", area)[f"name_{language}"] in chart.alt
    (ax,) = (ax for ax in chart.figure.axes if ax.get_label() == "audit")
    drawn = sum(int(text.get_text()) for text in ax.texts if text.get_ha() == "left")
    assert drawn == len(checks)
    with pytest.raises(UsageError, match="no row"):
        wa.charts.audit(data, checks.head(0), language)


def test_a_table_of_one_kind_is_named_by_it_and_says_what_it_asks(data, checks, language):
    wrong = checks[checks["verdict"] == "inconsistent"]
    said = set()
    for kind in quality.KINDS:
        table = wa.tables.audit(data, quality.of_kind(wrong, kind), language)
        said.add((str(table.caption), str(table.note)))
    assert len(said) == len(quality.KINDS)
    assert all(caption and note for caption, note in said)
    assert not str(wa.tables.audit(data, wrong, language).note)


def test_a_table_of_the_first_checks_says_how_many_there_are(data, checks, language):
    table = wa.tables.audit(data, checks, language, most=2)
    assert len(table.rows) == 2
    assert wa.numerals.write(len(checks), language) in str(table.note)
    assert str(len(checks)) not in str(wa.tables.audit(data, checks.head(2), language, most=2).note)


def test_the_chart_of_many_places_draws_the_most_contradicted_and_says_so(data, checks, language):
    chart = wa.charts.audit(data, checks, language, most=2)
    places = checks["area"].nunique()
    assert f"2 {'of' if language == 'en' else 'trong'} {places}" in str(chart.subtitle)
    wrong = checks.loc[checks["verdict"] == "inconsistent", "area"].value_counts()
    (axes,) = (ax for ax in chart.figure.axes if ax.get_label() == "audit")
    drawn = [text.get_text() for text in axes.texts if text.get_ha() == "left"]
    assert str(wrong.iloc[0]) in drawn


def test_a_subject_may_be_labelled_by_its_theme(data, themes):
    one = themes["labour_export"]
    table = wa.tables.reasons(data, {"labour_export": one}, "vi")
    assert str(table.columns[1].label) == "Đưa lao động đi làm việc ở nước ngoài"


def test_the_grades_count_every_source_and_figure_once(data, language):
    rows = texts(wa.tables.grades(data, data.sources, language))
    assert sum(int(row[1]) for row in rows) == len(data.sources)
    assert sum(int(row[2].replace(",", "").replace(".", "")) for row in rows) == len(
        data.observations
    )


def test_quality_of_places_is_that_of_the_audit_and_of_their_figures(data):
    found = wa.quality(data, AREAS)
    rows = quality.concerning(data, wa.audit(data), AREAS)
    assert found.checks["explanation_en"].tolist() == rows["explanation_en"].tolist()
    kinds = [len(found.of_kind(kind)) for kind in quality.KINDS]
    assert sum(kinds) == len(found.wrong) == found.counts["wrong"]
    assert set(found.figures["area"]) <= set(AREAS)
    assert 0 < found.counts["witnesses"] < found.counts["sources"]
    assert all(len(one.figures) > 1 for one in found.comparisons.values())
    ways = [(one.qualifier, one.interval.is_point) for one in found.readings]
    assert len(ways) == len(set(ways)) > 4


def test_quality_of_places_without_figures_is_empty(data):
    without = dataclasses.replace(data, observations=data.observations.iloc[:0])
    found = wa.quality(without, AREAS)
    assert not found.comparisons
    assert not found.readings
    assert found.verdicts == []
    assert found.counts["wrong"] == found.counts["inferred"] == 0
