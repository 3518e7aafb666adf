"""What can be chosen follows from the data, and an answer never outlives its question."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import welfare_analysis as wa
from welfare_analysis.codes import LANGUAGES, Derived
from welfare_analysis.errors import UsageError
from welfare_analysis.explore import Answer, Choice, choice, settled, tabs
from welfare_analysis.explore.code import repeating, restoring

PAIR = ("VN-HN", "VN-05")


def values(options):
    return [value for _, value in options]


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_what_has_figures_is_offered(data, language):
    used = set(data.observations["indicator"])
    offered = [
        code
        for theme in values(choice.themes(data, Choice(language=language)))
        for code in values(choice.indicators(data, Choice(theme=theme, language=language)))
    ]
    assert sorted(offered) == sorted(used)


def test_the_themes_of_the_product_come_first(data):
    first = values(choice.themes(data, Choice()))[:3]
    assert first == ["poverty", "training", "labour_export"]


def test_areas_with_figures_come_first_and_every_area_is_offered(data):
    asked = Choice(indicator="workers_sent_abroad")
    offered, empty = choice.areas(data, asked), choice.empty_areas(data, asked)
    assert sorted(values([*offered, *empty])) == sorted(data.areas["area"])
    counts = data.where(["workers_sent_abroad"])["area"].value_counts()
    has = [area in counts for area in values(offered)]
    assert has == sorted(has, reverse=True)
    assert not set(values(empty)) & {*counts.index, *asked.areas}
    assert empty
    for label, area in offered:
        assert (area in counts) == label.endswith(f"({counts.get(area)})")


def test_what_lies_around_the_places_is_their_region_and_country_with_figures(data):
    assert choice.around(data, Choice(areas=("VN-05", "VN-HN"))) == ("VN", "VN-R-NMM", "VN-R-RRD")
    assert choice.around(data, Choice(areas=("VN",))) == ()
    without = Choice(indicator="workers_sent_abroad", areas=("VN-05",))
    with_figures = set(data.where([without.indicator])["area"])
    assert set(choice.around(data, without)) <= with_figures


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ngheo", "poor_household_rate"),
        ("Hộ NGHÈO tỷ lệ", "poor_household_rate"),
        ("rate poor", "poor_household_rate"),
        ("labour sent abroad", "workers_sent_abroad"),
        ("workers_sent", "workers_sent_abroad"),
        ("đưa người", "workers_sent_abroad"),
    ],
)
def test_indicators_are_found_by_any_words_in_either_language(data, words, expected):
    for language in LANGUAGES:
        assert expected in values(choice.found(data, Choice(language=language), words))


def test_what_is_found_has_figures_and_names_its_theme(data):
    used = set(data.observations["indicator"])
    everything = choice.found(data, Choice(language="en"), "")
    assert set(values(everything)) == used
    assert choice.found(data, Choice(), "không có ở đâu cả") == []
    label = dict(map(reversed, everything))["workers_sent_abroad"]
    assert f"({len(data.where(['workers_sent_abroad']))})" in label
    assert label.endswith("labour export")


def test_themes_and_indicators_count_their_figures(data):
    for label, theme in choice.themes(data, Choice()):
        own = data.indicators.loc[data.indicators["theme"] == theme, "indicator"]
        assert label.endswith(f"({len(data.where(own))})")
        for name, code in choice.indicators(data, Choice(theme=theme)):
            assert name.endswith(f"({len(data.where([code]))})")


def test_labels_are_in_the_language_asked_for(data):
    titles = data.indicators.set_index("indicator")
    for language in LANGUAGES:
        for label, code in choice.indicators(data, Choice(theme="poverty", language=language)):
            assert label.startswith(titles.loc[code, f"title_{language}"])


def test_periods_are_years_in_which_the_areas_have_figures(data):
    asked = Choice(indicator="poor_household_rate", areas=PAIR)
    rows = data.where(["poor_household_rate"], PAIR)
    years = sorted({str(year) for year in rows["period_end"].dt.year}, reverse=True)
    assert values(choice.periods(data, asked)) == ["", *years]


@pytest.mark.parametrize(
    ("theme", "indicator"),
    [("labour_export", "workers_sent_abroad"), ("poverty", "poor_household_rate")],
)
def test_what_is_offered_to_compare_by_is_what_compare_can(data, theme, indicator):
    asked = Choice(theme=theme, indicator=indicator, areas=PAIR)
    offered = values(choice.derived(data, asked))
    assert offered[0] == ""
    assert len(offered) > 1
    for name in Derived:
        if name in offered:
            assert wa.compare(data, indicator, PAIR, by=name).figures
        else:
            with pytest.raises(UsageError, match="cannot be computed"):
                wa.compare(data, indicator, PAIR, by=name)
    assert values(choice.derived(data, replace(asked, areas=PAIR[:1]))) == [""]


def test_the_verdicts_are_those_of_what_is_compared(data):
    asked = Choice(areas=PAIR, by="change_percent")
    made = Answer(data, settled(data, asked))
    again = wa.compare(data, asked.indicator, PAIR, by="change_percent")
    assert made.comparison.figures == again.figures
    assert made.comparison.pairs.equals(again.pairs)
    assert made.counts[again.verdict(*PAIR)] == 1
    assert str(made.table.caption).endswith("thay đổi theo phần trăm, theo địa phương")


def test_a_logarithmic_axis_is_for_counts_above_zero(data):
    count = Choice(theme="labour_export", indicator="workers_sent_abroad", areas=PAIR)
    assert choice.can_be_logarithmic(data, count)
    assert not choice.can_be_logarithmic(data, Choice(areas=PAIR))
    zero = data.observations.query("value == 0 and unit != 'percent'")
    if len(zero):
        row = zero.iloc[0]
        bad = replace(count, indicator=row["indicator"], areas=(row["area"],))
        assert not choice.can_be_logarithmic(data, bad)


def test_an_indicator_follows_its_theme(data):
    changed = settled(data, replace(Choice(), theme="labour_export"))
    assert changed.indicator in values(choice.indicators(data, changed))


def test_what_no_figure_bears_is_set_back(data):
    asked = Choice(period="1950", measure="plan", standard="none", by="share", log=True)
    found = settled(data, asked)
    assert (found.period, found.standard, found.by, found.log) == ("", "", "", False)
    assert found.areas == asked.areas


def test_a_sound_choice_is_left_alone(data):
    asked = Choice(
        theme="labour_export",
        indicator="workers_sent_abroad",
        areas=PAIR,
        by="per_inhabitants",
        log=True,
        refused=True,
        language="en",
    )
    assert settled(data, asked) == asked


codes = st.sampled_from(["poverty", "training", "labour_export", "population", "nonsense"])


@settings(max_examples=30)
@given(st.data())
def test_any_choice_settles_once_and_has_an_answer(data, draw):
    indicators = [*data.indicators["indicator"], "nonsense"]
    asked = Choice(
        theme=draw.draw(codes),
        indicator=draw.draw(st.sampled_from(indicators)),
        areas=tuple(draw.draw(st.lists(st.sampled_from([*data.areas["area"], "X"]), max_size=4))),
        period=draw.draw(st.sampled_from(["", "2023", "2024", "1950"])),
        measure=draw.draw(st.sampled_from(["", "actual", "target", "plan"])),
        by=draw.draw(st.sampled_from(["", *Derived, "nonsense"])),
        log=draw.draw(st.booleans()),
        refused=draw.draw(st.booleans()),
        language=draw.draw(st.sampled_from(LANGUAGES)),
    )
    found = settled(data, asked)
    assert settled(data, found) == found
    made = Answer(data, found)
    assert 'role="status"' in tabs.summary(made)
    for view in tabs.views(made):
        if view in ("table", "code"):
            assert 'role="alert"' not in tabs.page(made, view)


@pytest.mark.parametrize("theme", ["poverty", "training", "labour_export", "population"])
def test_every_indicator_of_a_theme_has_a_chart_or_says_why_not(data, theme):
    for code in values(choice.indicators(data, Choice(theme=theme))):
        made = Answer(data, settled(data, Choice(theme=theme, indicator=code, refused=True)))
        shown = [tabs.page(made, view) for view in tabs.views(made) if view == "chart"]
        assert shown or made.remark
        assert 'role="alert"' not in "".join(shown), code


def test_the_counts_of_verdicts_are_those_of_the_pairs(data):
    made = Answer(data, Choice())
    assert sum(made.counts.values()) == len(made.comparison.pairs) == 6
    for verdict, count in made.counts.items():
        assert (made.comparison.pairs["verdict"] == verdict).sum() == count


def test_fewer_than_two_areas_are_no_comparison_but_still_an_answer(data):
    one = Answer(data, Choice(areas=("VN-HN",)))
    assert one.comparison is None
    assert one.remark
    assert set(tabs.views(one)) == {"table", "series", "origin", "code"}
    none = Answer(data, Choice(areas=()))
    assert tabs.views(none) == ()
    assert none.remark != one.remark


def test_every_view_says_where_its_figures_come_from(data):
    made = Answer(data, Choice())
    page = tabs.page(made, "chart")
    for figure in made.figures.values():
        for printed in figure.inputs:
            assert f'id="source-{printed.source_row["number"]}"' in page


def test_the_origin_of_a_figure_shows_what_was_printed(data):
    made = Answer(data, Choice())
    for figure in made.observations[:4]:
        page = tabs.page(made, "origin", figure.observation)
        assert figure.observation in page
        assert " ".join(figure.as_printed.split()) in page


ASKED = [
    Choice(),
    Choice(areas=("VN-HN",)),
    Choice(period="2023", measure="actual", language="en"),
    Choice(theme="labour_export", indicator="workers_sent_abroad", by="per_inhabitants"),
    Choice(period="2023", by="change_percent", refused=True),
    Choice(theme="labour_export", indicator="workers_sent_abroad", log=True, refused=True),
]


def ran(code, **space):
    """Run lines and return what the last one shows."""
    lines = code.splitlines()
    exec("\n".join(lines[:-1]), space)
    return eval(lines[-1], space)


@pytest.mark.parametrize("number", range(len(ASKED)))
def test_the_code_shown_gives_exactly_what_is_shown(data, number):
    made = Answer(data, settled(data, ASKED[number]))
    both = {"display": lambda *shown: shown}
    shown = {one for one in tabs.views(made) if one != "code"}
    if number > 1:  # drawing takes longest, and no choice below changes these
        shown -= {"series", "verdicts"}
    for view in shown:
        name = made.observations[-1].observation
        again = ran(repeating(made, view, name), **both)
        if view in ("chart", "series"):
            assert again.svg == getattr(made, view).svg
        elif view == "verdicts":
            assert (again[0].svg, again[1]) == (made.matrix.svg, made.verdicts)
        elif view == "table":
            assert again == made.table
        else:
            assert str(again.title) in tabs.page(made, view, name)


@pytest.mark.parametrize("asked", ASKED, ids=range(len(ASKED)))
def test_one_line_opens_the_desk_as_it_is(data, asked):
    made = Answer(data, settled(data, asked))
    desk = eval(restoring(made, "series"), {"wa": wa, "data": data})
    assert desk.choice == made.choice
    assert desk.view == "series"
