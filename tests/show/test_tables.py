"""Tables: nothing is lost between the data and what a reader sees."""

import dataclasses
import json

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import welfare_analysis as wa
from welfare_analysis.errors import UsageError
from welfare_analysis.judge.grades import informs
from welfare_analysis.messages import message
from welfare_analysis.show.document import MIME, citations, items
from welfare_analysis.show.tables import Column, Table
from welfare_analysis.show.text_table import text_table

AREAS = ["VN-HN", "VN-SG", "VN-05", "VN-69-165"]
ABSENT = {"vi": "chưa có số liệu", "en": "no figure available"}


@pytest.fixture(scope="module")
def data(known):
    return known


def cells(table):
    return [str(cell) for row in table.rows for cell in row]


def test_a_comparison_shows_every_area_and_never_a_zero_for_a_missing_figure(data, language):
    for subject in data.indicators["concept"].unique():
        answer = wa.compare(data, subject, AREAS)
        table = wa.tables.comparison(data, answer, language)
        assert len(table.rows) == len(AREAS) + len(answer.benchmarks)
        for area, row in zip(AREAS, table.rows, strict=False):
            text = [str(cell) for cell in row]
            if area in answer.figures:
                figure = answer.figures[area]
                assert any(cell.startswith(figure.text(language)) for cell in text)
            else:
                assert ABSENT[language] in text
                assert not any(sign.isdigit() for cell in text[1:] for sign in cell)


def test_a_comparison_names_what_may_be_compared(data):
    answer = wa.compare(data, "poor_household_rate", AREAS, 2023)
    frame = wa.tables.comparison(data, answer, "vi").frame.set_index("Địa phương")
    assert frame.loc["Hà Nội", "So sánh được với"] == "không địa phương nào"
    assert frame.loc["Thành phố Sông Công", "So sánh được với"] == "Sơn La (thận trọng)"


def test_flags_stand_beside_their_figures(data, language):
    word = {"vi": "nghi vấn", "en": "doubtful"}[language]
    doubtful = [
        figure
        for figure in wa.observations(data, data.observations)
        if "U" in figure.status.split()
    ]
    for figure in doubtful:
        table = wa.tables.observations(data, [figure], language)
        assert any(figure.text(language) in cell and word in cell for cell in cells(table))


def test_every_figure_is_cited_and_its_source_is_in_the_note(data, language):
    frame = wa.select(data, areas="VN-69-165")
    table = wa.tables.observations(data, frame, language, by_theme=True)
    assert set(table.observations) == set(frame["observation"])
    for name in frame["source"].unique():
        number = data.record("sources", name)["number"]
        assert number in citations(items(table.note))
        assert any(number in citations(items(cell)) for row in table.rows for cell in row)


def test_one_figure_printed_twice_is_one_row_with_both_places(data):
    frame = wa.select(data, "poor_household_rate", "VN-69-165", 2023)
    table = wa.tables.observations(data, frame, "vi")
    assert len(frame) == 2
    assert len(table.rows) == 1
    assert "[5, đ. 4] [5, đ. 8]" in cells(table)[-1]


def test_comments_are_footnotes_that_can_be_left_out(data, language):
    frame = wa.select(data, areas="VN-69-165")
    with_notes = wa.tables.observations(data, frame, language)
    without = wa.tables.observations(data, frame, language, comments=False)
    assert "(a)" in with_notes.note
    assert any("(a)" in cell for cell in cells(with_notes))
    assert "(a)" not in without.note
    assert not any("(a)" in cell for cell in cells(without))


def test_a_series_never_puts_two_standards_in_a_row(data, language):
    frame = wa.select(data, "poor_household_rate", ["VN", "VN-HN", "VN-05"])
    table = wa.tables.series(data, frame, language)
    standards = frame[["area", "standard", "measure"]].drop_duplicates()
    assert len(table.rows) == len(standards)
    printed = " ".join(cells(table))
    for figure in wa.observations(data, frame):
        assert figure.text(language) in printed
    assert "…" in cells(table)


def test_measures_show_their_range_and_name_every_input(data, language):
    count = wa.one(data, "workers_sent_abroad", "VN", 2023)
    base = wa.one(data, "population_average", "VN", 2023, measure="estimate")
    rate = wa.per_inhabitants(data, count, base)
    table = wa.tables.measures(data, {"VN": rate, "VN-69-165": None}, language)
    first, second = ([str(cell) for cell in row] for row in table.rows)
    assert rate.text(language) in first
    assert rate.range(language) in first
    for figure in (count, base):
        assert figure.text(language) in first[-1]
        assert figure.indicator_row[f"title_{language}"] in first[-1]
    assert not any(sign.isdigit() for cell in second for sign in cell)


def test_targets_say_when_attainment_cannot_be_computed(data):
    result = wa.observation(data, "ldxh-sc-2024-p4-poor-rate")  # end of 2023
    goal = wa.observation(data, "ldxh-sc-2024-p8-poor-rate-goal")  # end of 2024
    table = wa.tables.targets(data, [(result, goal)], "vi")
    assert cells(table)[-1] == "không tính được"
    enrolment = wa.observation(data, "hdnd-hn-2024-p6-enrolment")
    plan = wa.observation(data, "hdnd-hn-2024-p6-enrolment-plan")
    assert "106,7" in cells(wa.tables.targets(data, [(enrolment, plan)], "vi"))[-1]


def test_standards_follow_the_area_up_to_the_country(data, language):
    table = wa.tables.standards(data, ["Sông Công"], language, year=2023)
    assert len(table.rows) == 1
    own = wa.tables.standards(data, ["VN-HN"], language, year=2023)
    assert {row[0] for row in own.rows}.isdisjoint({row[0] for row in table.rows})
    assert own.sources


def test_verdicts_give_a_reason_for_every_pair_that_is_not_free(data, language):
    answer = wa.compare(data, "poor_household_rate", AREAS, 2023)
    table = wa.tables.verdicts(data, answer, language)
    assert len(table.rows) == len(answer.pairs)
    for row, pair in zip(table.rows, answer.pairs.itertuples(), strict=True):
        assert str(row[2]) == (getattr(pair, f"reason_{language}") or "–")


def test_an_empty_selection_is_refused(data):
    nothing = data.observations.head(0)
    for make in (wa.tables.observations, wa.tables.series):
        with pytest.raises(UsageError, match="empty"):
            make(data, nothing, "vi")
    with pytest.raises(UsageError, match="empty"):
        wa.tables.measures(data, {}, "vi")


def test_bundle_keeps_the_contract(data, language):
    table = wa.tables.comparison(data, wa.compare(data, "labour_export", AREAS), language)
    shown = table._repr_mimebundle_()
    content = shown[MIME]
    assert json.loads(json.dumps(content)) == content
    assert content["kind"] == "table"
    assert content["language"] == language
    assert {column["align"] for column in content["columns"]} <= {"left", "right", "center"}
    assert all(len(row) == len(content["columns"]) for row in content["rows"])
    assert content["row_headers"] is True
    assert shown["text/html"].count('scope="row"') == len(content["rows"])
    assert isinstance(table.frame, pd.DataFrame)


def test_hostile_text_is_text():
    evil = "<img src=x onerror=alert(1)> [x](javascript:a) *b* | `c`"
    table = Table(evil, (Column(evil),), ((evil,),), evil, (), "vi")
    html = table._repr_mimebundle_()["text/html"]
    assert "<img" not in html
    assert "<a" not in html
    assert "href" not in html


def test_hostile_data_prints_as_it_stands(data):
    evil = "<b>&amp; *x* $y$ [z](http://a) # 1"
    areas = data.areas.assign(name_vi=evil, name_en=evil)
    hostile = dataclasses.replace(data, areas=areas)
    table = wa.tables.comparison(hostile, wa.compare(hostile, "labour_export", AREAS), "vi")
    assert set(table.frame.iloc[:, 0]) == {evil}
    assert "<b>&amp;amp;" not in table._repr_mimebundle_()["text/html"].replace(
        "&lt;b&gt;&amp;amp;", ""
    )


words = st.text(alphabet="abcé đ-", min_size=1, max_size=90).map(
    lambda text: " ".join(text.split())
)


@given(
    st.integers(1, 4).flatmap(
        lambda width: st.tuples(
            st.lists(words, min_size=width, max_size=width),
            st.lists(st.lists(words, min_size=width, max_size=width), max_size=4),
            st.lists(st.booleans(), min_size=width, max_size=width),
        )
    )
)
def test_a_table_as_text_is_aligned_and_keeps_every_word(table):
    header, rows, right = table
    lines = text_table(header, rows, right).split("\n")
    rule = max((line for line in lines if set(line) <= set("- ")), key=len)
    assert max(map(len, lines)) <= len(rule)
    assert all(len(part) <= 60 for part in rule.split("  "))
    said = sorted(sign for line in lines if line != rule for sign in line if sign.isalpha())
    expected = sorted(
        sign for row in (header, *rows) for cell in row for sign in cell if sign.isalpha()
    )
    assert said == expected


def test_a_comparison_names_what_is_newer_than_what_it_shows(data):
    answer = wa.compare(data, "poor_household_rate", ["Sơn La", "Sông Công"])
    note = str(wa.tables.comparison(data, answer, "en").note)
    assert "Sơn La 10.89% (31 Dec 2024)".replace(" ", "") in "".join(note.split())
    newest = wa.compare(data, "poor_household_rate", ["Sơn La", "Hà Nội"], 2024)
    assert not newest.later
    assert "latest sound" not in str(wa.tables.comparison(data, newest, "en").note)


def test_a_comparison_says_on_what_its_verdicts_rest(data, language):
    answer = wa.compare(data, "poor_household_rate", period=2023)
    note = str(wa.tables.comparison(data, answer, language).note)
    codes = {code for codes in answer.pairs["reasons"] for code in codes}
    assert {"STANDARD", "LEVEL"} <= codes
    for code in codes:
        assert (message(f"short-{code}", language, areas="") in note) == (not informs(code))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_first_rows_of_a_long_table_bring_all_of_them_as_a_file(data, language):
    table = wa.tables.sources(data, data.sources, language)
    short = table.first(5)
    assert short.rows == table.rows[:5]
    assert len(short.numbers) == 1 + len(table.rows)
    assert str(len(table.rows)) in str(short.note)
    assert str(short.note).endswith(str(table.note))
    assert table.first(len(table.rows)) == table
