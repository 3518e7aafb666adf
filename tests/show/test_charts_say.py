"""What charts say: titles no stronger than the verdicts, descriptions made of data alone."""

import dataclasses
import re

import pandas as pd
import pytest

import welfare_analysis as wa
from welfare_analysis.codes import LANGUAGES, Verdict
from welfare_analysis.errors import NotComparable, UnknownName, UsageError
from welfare_analysis.judge.axes import groups
from welfare_analysis.judge.derived import Measure
from welfare_analysis.show.writer import Writer

AREAS = ["VN-HN", "VN-SG", "VN-05", "VN-69-165"]
SUBJECTS = [
    "poor_household_rate",
    "near_poor_household_rate",
    "poor_households",
    "vocational_enrolment",
    "labour_export",
    "trained_labour",
]
RANKING = {"vi": ("cao nhất", "thấp nhất", "cao hơn"), "en": ("highest", "lowest", "is above")}


@pytest.fixture(scope="module")
def data(known):
    return known


@pytest.fixture(scope="module")
def kinds(data):
    """Draw every kind of chart once in each language."""
    return {language: list(charts_of(data, language)) for language in LANGUAGES}


def left_over(data, text, figures, language):
    """Return the digits of a text that stand in no figure, period, name or unit of the data."""
    known, writer = set(), Writer(data, language)
    for figure in figures:
        known |= {figure.text(language), figure.number(language), figure.period(language)}
        for single in figure.inputs:
            known |= {single.text(language), single.number(language), single.period(language)}
            known |= {writer.title(single), writer.area(single.area)}
            known.add(writer.short_standard(single.standard))
        if isinstance(figure, Measure):
            known |= {writer.number_range(figure), figure.text(language), figure.period(language)}
    for one in sorted(known, key=len, reverse=True):
        text = text.replace(one, "")
    return re.findall(r"\d[\d.,]*", text)


def described(chart):
    """Return the description of a chart after its title, which it begins with."""
    assert chart.alt.startswith(f"{chart.title}.")
    return chart.alt.removeprefix(str(chart.title))


def charts_of(data, language):
    """Yield every kind of chart that draws figures, with the figures it draws."""
    for subject in SUBJECTS:
        answer = wa.compare(data, subject, AREAS)
        figures = [*answer.figures.values(), *(one.figure for one in answer.benchmarks)]
        yield wa.charts.ranges(data, answer, language), figures
        yield wa.charts.ranges(data, answer, language, show_refused=True), figures
        yield wa.charts.strip(data, answer, language), figures
    for subject in ("poor_household_rate", "trained_labour_certified_rate", "workers_sent_abroad"):
        frame = wa.select(data, subject, ["VN", *AREAS])
        yield wa.charts.series(data, frame, language), wa.observations(data, frame)
    result = wa.observation(data, "hdnd-hn-2024-p6-enrolment")
    plan = wa.observation(data, "hdnd-hn-2024-p6-enrolment-plan")
    reached = wa.attainment(result, plan)
    yield wa.charts.targets(data, [(result, plan)], language), [result, plan, reached]


def test_every_number_of_a_description_or_title_is_in_the_data(data, kinds, language):
    for chart, figures in kinds[language]:
        assert not left_over(data, described(chart), figures, language), chart.alt
        counts = {str(number) for number in range(len(figures) + 1)}  # "the 4 places"
        assert set(left_over(data, str(chart.title), figures, language)) <= counts, chart.title


def test_that_check_sees_a_wrong_number(data):
    answer = wa.compare(data, "poor_household_rate", AREAS, 2023)
    chart = wa.charts.ranges(data, answer, "vi")
    figures = [*answer.figures.values(), *(one.figure for one in answer.benchmarks)]
    assert left_over(data, described(chart).replace("14,41", "14,42"), figures, "vi") == ["14,42"]


def test_every_figure_of_a_series_is_in_its_description(data, language):
    frame = wa.select(data, "trained_labour_certified_rate", ["VN", *AREAS])
    chart = wa.charts.series(data, frame, language)
    for figure in wa.observations(data, frame):
        assert figure.text(language) in chart.alt


@pytest.fixture(scope="module")
def answers(data):
    """Compare whatever has figures of two places; with each go its comparable groups."""
    counts = data.observations.groupby("indicator")["area"].nunique()
    found = []
    for indicator in counts[counts > 1].index:
        areas = list(dict.fromkeys(wa.select(data, indicator)["area"]))[:5]
        answer = wa.compare(data, indicator, areas)
        found.append((answer, groups(data, list(answer.figures.values()))))
    return found


def test_a_title_ranks_only_what_may_be_compared(data, answers, language):
    """The title ranks within one group, else says why not."""
    ranked = refused = 0
    for answer, parts in answers:
        chart = wa.charts.ranges(data, answer, language)
        title = str(chart.title)
        if len(parts) > 1:
            refused += 1
            assert not any(word in title for word in RANKING[language]), title
            assert "vì" in title or "do" in title if language == "vi" else "because" in title
        else:
            ranked += 1
            verdicts = set(answer.pairs["verdict"])
            careful = "thận trọng" if language == "vi" else "caution"
            assert Verdict.NOT_COMPARABLE not in verdicts
            if any(word in title for word in RANKING[language]):
                assert (Verdict.WITH_CAUTION in verdicts) == (careful in title), title
    assert ranked > 0
    assert refused > 0


def test_no_title_repeats_the_subtitle(data, kinds, language):
    for chart, _ in kinds[language]:
        assert str(chart.subtitle) not in str(chart.title)
    alone = wa.charts.series(data, wa.select(data, "poor_household_rate", "VN-69-165"), language)
    assert "1,46%" in str(alone.title) or "1.46%" in str(alone.title)


def test_a_title_over_time_speaks_of_every_place(data, language):
    frame = wa.select(data, "poor_household_rate", ["VN", *AREAS])
    title = str(wa.charts.series(data, frame, language).title)
    for area in ("VN", *AREAS):
        assert Writer(data, language).area(area) in title


def test_totals_that_rise_and_fall_are_not_called_a_rise(data):
    frame = wa.select(data, "workers_sent_abroad", "VN", measure="actual")
    title = str(wa.charts.series(data, frame, "en").title)
    assert "highest 159,986 persons (2023), lowest 45,058 persons (2021)" in title


def test_yearly_averages_of_different_periods_are_not_ranked(data, language):
    answer = wa.compare(data, "labour_export", AREAS)
    title = str(wa.charts.ranges(data, answer, language, per="inhabitants").title)
    assert not any(word in title for word in RANKING[language])


def test_one_pair_against_its_plan_is_named_with_place_and_period(data, language):
    pair = [wa.observation(data, f"hdnd-hn-2024-p6-enrolment{end}") for end in ("", "-plan")]
    title = str(wa.charts.targets(data, [pair], language).title)
    assert "Hà Nội" in title
    assert "2021–2023" in title
    assert wa.attainment(*pair).text(language) in title


def test_the_matrix_says_how_many_pairs(data):
    subjects = ("poor_household_rate", "vocational_enrolment")
    answers = {subject: wa.compare(data, subject, AREAS) for subject in subjects}
    found = [verdict for answer in answers.values() for verdict in answer.pairs["verdict"]]
    careful = found.count("with_caution")
    assert 0 < careful < len(found)
    assert "comparable" not in found
    title = str(wa.charts.matrix(data, answers, "en").title)
    assert title == f"Only {careful} of {len(found)} pairs can be compared, and with caution"


def test_the_matrix_does_not_say_only_of_all_pairs(data, language):
    answer = wa.compare(data, "poor_household_rate", AREAS)
    assert set(answer.pairs["verdict"]) == {"with_caution"}
    title = str(wa.charts.matrix(data, answer, language).title)
    assert (
        title
        == {
            "vi": f"Cả {len(answer.pairs)} cặp đều so sánh được, nhưng phải thận trọng",
            "en": f"All {len(answer.pairs)} pairs can be compared, with caution",
        }[language]
    )


def test_the_matrix_names_the_gravest_reason_of_each_pair(data, language):
    persons = data.observations["indicator"] == "vocational_enrolment_persons"
    late = data.observations["period_end"] > pd.Timestamp("2023-12-31")
    data = dataclasses.replace(data, observations=data.observations[~persons | late])
    answer = wa.compare(data, "vocational_enrolment", AREAS)
    chart = wa.charts.matrix(data, answer, language)
    said = " ".join(text.get_text() for ax in chart.figure.axes for text in ax.texts)
    assert {"vi": "khác đơn vị tính", "en": "different unit"}[language] in said
    for area in answer.missing:
        for word in Writer(data, language).area(area).split():
            assert word in said
    assert {"vi": "thiếu cả hai", "en": "both missing"}[language] in said


def test_refused_figures_are_grey_and_carry_the_full_reasons(data, language):
    answer = wa.compare(data, "poor_household_rate", AREAS, 2023)
    chart = wa.charts.ranges(data, answer, language, show_refused=True)
    said = " ".join(text.get_text() for text in chart.figure.texts if text.get_label() == "refusal")
    row = answer.pairs.query("area_a == 'VN-HN' and area_b == 'VN-05'").iloc[0]
    for word in ("chuẩn", "2022–2025", "2022–2026") if language == "vi" else ("standard",):
        assert word in row[f"reason_{language}"]
        assert word in said
    colours = {
        line.get_markeredgecolor()
        for ax in chart.figure.axes
        if ax.get_label() in ("VN-HN", "VN-SG")
        for line in ax.lines
    }
    assert colours == {"#6b7681"}


def test_a_logarithmic_axis_is_for_counts_above_zero(data):
    counts = wa.compare(data, "poor_households", AREAS, 2023)
    chart = wa.charts.ranges(data, counts, "vi", log=True)
    assert {ax.get_xscale() for ax in chart.figure.axes if ax.get_label() == "VN-HN"} == {"log"}
    assert "lôgarit" in str(chart.note)
    with pytest.raises(UsageError, match="is a rate"):
        wa.charts.ranges(data, wa.compare(data, "poor_household_rate", AREAS, 2023), "vi", log=True)
    zero = wa.observations(data, data.observations.query("value == 0 and unit == 'households'"))
    with pytest.raises(UsageError, match="no place for zero"):
        wa.charts.ranges(data, zero[:1], "vi", log=True)


def test_counts_are_put_on_the_base_of_the_nearest_year(data):
    answer = wa.compare(data, "labour_export", AREAS)
    chart = wa.charts.ranges(data, answer, "en", per="inhabitants")
    flow = wa.annual_average(answer.figures["VN-05"])
    people = wa.one(data, "population_average", "VN-05", 2022, measure="estimate")
    assert wa.per_inhabitants(data, flow, people).text("en") in chart.alt
    assert people.text("en") in str(chart.note)
    assert "per 100,000 inhabitants" in str(chart.subtitle)
    households = wa.compare(data, "poor_households", AREAS)
    chart = wa.charts.ranges(data, households, "en", per="households")
    assert "per 1,000 households" in chart.alt
    assert "Sông Công City" in chart.alt.partition("No figure available")[2]
    rates = wa.compare(data, "poor_household_rate", AREAS, 2023)
    with pytest.raises(NotComparable, match="only a count has a base"):
        wa.charts.ranges(data, rates, "vi", per="inhabitants")
    with pytest.raises(UsageError, match="'inhabitants', 'households'"):
        wa.charts.ranges(data, answer, "vi", per="person")


def test_too_many_panels_are_refused_at_once(data):
    with pytest.raises(UsageError, match=r"panels .* too many .* Select fewer"):
        wa.charts.series(data, data.observations, "vi")


NONSENSE = [None, 5, "poor_household_rate", b"x", object(), [None], [3], {"VN-HN": 3}]


@pytest.mark.parametrize("shown", NONSENSE, ids=range(len(NONSENSE)))
@pytest.mark.parametrize("name", ["ranges", "strip", "series", "targets", "matrix", "bases"])
def test_what_is_no_figure_is_refused_with_what_was_expected(data, name, shown):
    with pytest.raises(UsageError, match=r"^\w+: \w+ must be .*(compar|observ).* found "):
        getattr(wa.charts, name)(data, shown, "vi")


@pytest.mark.parametrize("name", ["ranges", "strip", "series", "targets", "matrix"])
def test_emptiness_data_and_language_are_refused_in_words(data, name):
    draw = getattr(wa.charts, name)
    with pytest.raises(UsageError, match="empty"):
        draw(data, {} if name == "matrix" else [], "vi")
    with pytest.raises(UsageError, match=r"load\(\)"):
        draw(None, [], "vi")
    with pytest.raises(UnknownName, match="language"):
        draw(data, [], "fr")
    with pytest.raises(UsageError, match=r"observation|comparison"):
        draw(data, data.areas, "vi")


def test_a_frame_of_a_comparison_with_missing_places_is_drawn(data):
    answer = wa.compare(data, "labour_export", AREAS)
    chart = wa.charts.series(data, answer.observations, "vi")
    for figure in answer.figures.values():
        assert figure.text("vi") in chart.alt


@pytest.mark.parametrize("draw", [wa.charts.ranges, wa.charts.strip])
def test_a_chart_of_figures_chosen_together_names_the_latest_where_it_is_another(data, draw):
    chosen = wa.compare(data, "poor_household_rate", ["VN-HN", "VN-69-165"], 2023)
    (newer,) = chosen.later.values()
    chart = draw(data, chosen, "en")
    said = str(chart.note)
    assert (
        f"latest sound figures, where they are others: Hà Nội {newer.text('en')} (31 Dec 2024"
        in said
    )
    assert set(newer.observations) <= set(chart.observations)
    assert f"[{newer.inputs[0].source_row['number']}]" in said.rpartition("Source: ")[2]
    newest = wa.compare(data, "poor_household_rate", AREAS)
    assert not newest.later
    assert "latest sound" not in str(draw(data, newest, "en").note)
