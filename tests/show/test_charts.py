"""Charts: they obey the verdicts by themselves, say what they show, and nothing overlaps."""

import functools
import itertools
import json
import math
import re
import xml.etree.ElementTree as ElementTree

import matplotlib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

import welfare_analysis as wa
from welfare_analysis.codes import Verdict
from welfare_analysis.errors import NotComparable, UsageError
from welfare_analysis.judge.axes import separating
from welfare_analysis.judge.reasons import reasons_between, verdict_of
from welfare_analysis.show.charts import style
from welfare_analysis.show.charts.labels import Box, place
from welfare_analysis.show.document import MIME, as_json

AREAS = ["VN-HN", "VN-SG", "VN-05", "VN-69-165"]
SUBJECTS = [
    "poor_household_rate",
    "near_poor_household_rate",
    "poor_households",
    "vocational_enrolment",
    "labour_export",
    "trained_labour",
]
ENROLMENT = ("hdnd-hn-2024-p6-enrolment", "hdnd-hn-2024-p6-enrolment-plan")


@pytest.fixture(scope="module")
def data(known):
    return known


@pytest.fixture(scope="module")
def ranges(data):
    """Compare the places on a subject and draw it: each once, however many look at it."""

    @functools.cache
    def drawn(subject, language):
        answer = wa.compare(data, subject, AREAS)
        return answer, wa.charts.ranges(data, answer, language)

    return drawn


def panels(chart):
    """Return the axes that carry figures, by the areas that share them."""
    return {
        tuple(ax.get_label().split()): ax
        for ax in chart.figure.axes
        if ax.get_label() not in ("key", "matrix")
    }


def written(chart):
    """Return every text of the drawing with its box in pixels."""
    canvas = FigureCanvasAgg(chart.figure)
    with style.drawing():
        chart.figure.draw_without_rendering()
        found = []
        for text in chart.figure.findobj(Text):
            hidden = text.axes is not None and not text.axes.axison and text not in text.axes.texts
            if text.get_text().strip() and text.get_visible() and not hidden:
                found.append((text.get_text(), text.get_window_extent(canvas.get_renderer())))
    return found


def assert_tidy(chart):
    """Check that no text is clipped and none covers another."""
    page = chart.figure.bbox
    texts = written(chart)
    for text, box in texts:
        assert box.x0 >= page.x0 - 1.5, text
        assert box.x1 <= page.x1 + 1.5, text
        assert box.y0 >= page.y0 - 1.5, text
        assert box.y1 <= page.y1 + 1.5, text
    for (first, a), (second, b) in itertools.combinations(texts, 2):
        across = min(a.x1, b.x1) - max(a.x0, b.x0)
        up = min(a.y1, b.y1) - max(a.y0, b.y0)
        assert across <= 1 or up <= 3, f"{first!r} covers {second!r}"


def test_the_check_for_tidiness_can_fail(data):
    chart = wa.charts.ranges(data, wa.compare(data, "poor_household_rate", AREAS, 2023), "vi")
    chart.figure.text(0, 0.5, "x" * 300)
    with pytest.raises(AssertionError):
        assert_tidy(chart)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_what_is_not_comparable_never_shares_an_axis(data, ranges, subject, language):
    answer, chart = ranges(subject, language)
    drawn = [area for areas in panels(chart) for area in areas]
    around = {one.area: one for one in answer.benchmarks}
    assert sorted(area for area in drawn if area not in around) == sorted(answer.figures)
    for areas in panels(chart):
        places = [area for area in areas if area not in around]
        assert areas[: len(places)] == tuple(places)  # benchmarks are below them
        for pair in itertools.combinations(places, 2):
            assert answer.verdict(*pair) in (Verdict.COMPARABLE, Verdict.WITH_CAUTION)
        for area, other in itertools.product(set(areas) & around.keys(), places):
            found = reasons_between(data, answer[other], around[area].figure)
            assert verdict_of(found) in (Verdict.COMPARABLE, Verdict.WITH_CAUTION)
    assert_tidy(chart)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_missing_places_have_an_empty_row_and_no_mark(ranges, subject):
    answer, chart = ranges(subject, "vi")
    empty = [text for text in chart.figure.texts if text.get_label() == "missing"]
    assert len(empty) == len(answer.missing)
    assert all(text.get_text() == "chưa có số liệu" for text in empty)
    assert not any(line.get_marker() not in ("", "None", None) for line in chart.figure.lines)
    marks = [line for ax in panels(chart).values() for line in ax.lines]
    around = {one.area for one in answer.benchmarks}
    drawn = sum(area in around for areas in panels(chart) for area in areas)
    assert len(marks) == len(answer.figures) + drawn


@pytest.mark.parametrize("subject", SUBJECTS)
def test_marks_stand_at_the_printed_values(ranges, subject):
    answer, chart = ranges(subject, "vi")
    figures = answer.figures | {one.area: one.figure for one in answer.benchmarks}
    for areas, ax in panels(chart).items():
        values = sorted(line.get_xdata()[0] for line in ax.lines)
        printed = sorted(figures[area].value for area in areas)
        scale = printed[-1] / values[-1] if values[-1] else 1
        assert values == pytest.approx([value / scale for value in printed])
        assert ax.get_xlim()[0] == 0


def test_the_description_holds_every_number_and_place(data, ranges, language):
    for subject in SUBJECTS:
        answer, chart = ranges(subject, language)
        for area in AREAS:
            assert data.record("areas", area)[f"name_{language}"] in chart.alt
        for figure in answer.figures.values():
            assert figure.text(language) in chart.alt
            assert figure.text(language) in chart.svg or figure.number(language) in chart.svg
            cited = {part.source for part in chart.note}
            assert {one.source_row["number"] for one in figure.inputs} <= cited


def test_a_result_and_its_own_target_may_share_an_axis_but_not_another_place_s(data):
    rate = wa.observation(data, "ldxh-sc-2024-p4-poor-rate")
    goal = wa.observation(data, "ldxh-sc-2024-p8-poor-rate-goal")
    other = wa.one(
        data,
        "poor_household_rate",
        "VN-05",
        "2024-12-31",
        measure="actual",
        source="baosonla-en-2025",
    )
    assert not separating(data, rate, goal)
    assert "MEASURE" in {reason.code for reason in separating(data, other, goal)}
    chart = wa.charts.ranges(data, [rate, goal], "vi")
    (ax,) = panels(chart).values()
    assert {line.get_marker() for line in ax.lines} == {"o", "D"}


def test_a_yearly_average_on_a_base_may_stand_beside_a_year(data):
    nation = wa.one(data, "workers_sent_abroad", "VN", 2023)
    city = wa.one(data, "workers_sent_abroad", "VN-HN", source="ldxh-hn-2024")
    people = wa.one(data, "population_average", "VN", 2023, measure="estimate")
    citizens = wa.select(data, ["population", "population_average"], "VN-HN", 2023)
    citizens = wa.observation(data, citizens["observation"].iloc[0])
    year = wa.per_inhabitants(data, nation, people)
    average = wa.per_inhabitants(data, wa.annual_average(city), citizens)
    with pytest.raises(NotComparable, match="more than a year"):
        wa.per_inhabitants(data, city, citizens)
    assert not separating(data, year, average)
    assert {reason.code for reason in separating(data, nation, city)} >= {"PERIOD_LENGTH"}
    chart = wa.charts.bases(data, {"VN": year, "VN-HN": average, "VN-69-165": None}, "en")
    assert people.text("en") in str(chart.note)
    assert_tidy(chart)


def test_a_goal_does_not_hide_a_result_of_the_same_value(data):
    frame = wa.select(data, "trained_labour_rate", "VN-HN", 2022)
    chart = wa.charts.series(data, frame, "vi")
    (ax,) = panels(chart).values()
    marks = {line.get_marker(): line for line in ax.lines if line.get_marker() in ("o", "D")}
    assert set(marks) == {"o", "D"}
    assert marks["o"].get_zorder() > marks["D"].get_zorder()


def test_estimates_and_provisional_figures_are_hollow(data):
    estimate = data.observations.query("measure == 'estimate'")["observation"].iloc[0]
    chart = wa.charts.ranges(data, [wa.observation(data, estimate)], "vi")
    (ax,) = panels(chart).values()
    assert [line.get_markerfacecolor() for line in ax.lines] == ["white"]


@pytest.fixture
def poverty(data):
    areas = ["VN", *AREAS]
    return wa.select(data, "poor_household_rate", areas)


def joined(chart):
    return [
        (ax, line)
        for ax in panels(chart).values()
        for line in ax.lines
        if line.get_label() == "joined"
    ]


def test_no_line_crosses_a_change_of_standard(data, poverty, language):
    chart = wa.charts.series(data, poverty, language)
    assert joined(chart)
    figures = wa.observations(data, poverty)
    for ax, line in joined(chart):
        own = [figure for figure in figures if figure.area == ax.get_label()]
        standards = {
            frozenset(figure.standard for figure in own if figure.value == value)
            for value in line.get_ydata()
        }
        assert frozenset.intersection(*standards), "one standard must explain the whole line"
    assert_tidy(chart)


def test_a_change_of_standard_is_marked_and_named(data, poverty):
    chart = wa.charts.series(data, poverty, "vi")
    texts = " ".join(text for text, _ in written(chart))
    hanoi = panels(chart)["VN-HN",]
    walls = [line for line in hanoi.lines if line.get_label() == "break"]
    assert [wall.get_xdata()[0] for wall in walls] == [2022]
    assert "2016–2021" in texts
    assert "đổi chuẩn" in str(chart.note)
    for xs in (line.get_xdata() for ax, line in joined(chart) if ax is hanoi):
        assert all(x < 2022 for x in xs) or all(x > 2022 for x in xs)


def test_goals_are_never_joined(data, poverty):
    chart = wa.charts.series(data, poverty, "vi")
    goals = set(poverty.loc[poverty["measure"] == "target", "value"])
    assert goals
    assert not goals & {y for _, line in joined(chart) for y in line.get_ydata()}


def test_replaced_provisional_figures_are_named_not_drawn(data, poverty):
    chart = wa.charts.series(data, poverty, "vi")
    assert "11,11%" in str(chart.note)
    assert "11,11%" not in chart.svg
    provisional = wa.observations(data, poverty[poverty["value"] == 11.11])
    alone = wa.charts.series(data, provisional, "vi")
    assert "11,11%" in alone.svg


def test_totals_of_different_length_have_their_own_panel(data):
    chart = wa.charts.series(data, wa.select(data, "workers_sent_abroad"), "vi")
    assert_tidy(chart)
    assert "VN" in {areas[0] for areas in panels(chart)}


def test_targets_need_unit_area_and_period_to_match(data, language):
    result, plan = (wa.observation(data, name) for name in ENROLMENT)
    chart = wa.charts.targets(data, [(result, plan)], language)
    for figure in (result, plan):
        assert figure.text(language) in chart.alt
    assert_tidy(chart)
    rate = wa.observation(data, "ldxh-sc-2024-p4-poor-rate")
    goal = wa.observation(data, "ldxh-sc-2024-p8-poor-rate-goal")
    with pytest.raises(NotComparable, match="2023"):
        wa.charts.targets(data, [(rate, goal)], language)
    with pytest.raises(NotComparable, match="no plan"):
        wa.charts.targets(data, [(plan, result)], language)


def test_a_matrix_gives_each_pair_its_sign(data, language):
    answer = wa.compare(data, "poor_household_rate", AREAS, 2023)
    chart = wa.charts.matrix(data, answer, language)
    (ax,) = [ax for ax in chart.figure.axes if ax.get_label() == "matrix"]
    known = {sign for _, _, sign in style.VERDICTS.values()}
    signs = sorted(text.get_text() for text in ax.texts if text.get_text() in known)
    assert signs == sorted(style.VERDICTS[pair.verdict][2] for pair in answer.pairs.itertuples())
    assert_tidy(chart)
    titles = data.indicators.drop_duplicates("concept").set_index("concept")[f"title_{language}"]
    answers = {titles[subject]: wa.compare(data, subject, AREAS) for subject in SUBJECTS}
    assert_tidy(wa.charts.matrix(data, answers, language))


def test_every_kind_of_chart_is_tidy(data, language):
    poverty = wa.compare(data, "poor_household_rate", AREAS, 2023)
    assert_tidy(wa.charts.ranges(data, poverty, language, show_refused=True))
    assert_tidy(wa.charts.strip(data, poverty, language))
    crowded = wa.compare(data, "population", ["VN-HN", "VN-SG", "VN-05", "VN-69"])
    assert_tidy(wa.charts.strip(data, crowded, language))
    for subject, period in (("labour_export", None), ("poor_households", 2023)):  # no zero
        answer = wa.compare(data, subject, AREAS, period)
        assert_tidy(wa.charts.ranges(data, answer, language, log=True))
        assert_tidy(wa.charts.ranges(data, answer, language, per="inhabitants"))
    for subject in ("workers_sent_abroad", "trained_labour", "health_insurance_coverage"):
        assert_tidy(wa.charts.series(data, wa.select(data, subject), language))
    assert_tidy(wa.charts.audit(data, wa.audit(data), language))


def test_the_checks_of_places_are_tidy_on_a_telephone_too(data, language):
    with style.drawing(style.NARROW):
        assert_tidy(wa.charts.audit(data, wa.audit(data), language))


def test_every_mark_of_a_line_is_seen_and_numbered(data, language):
    figures = wa.findings(data, AREAS, "poor_household_rate").shared
    chart = wa.charts.lines(data, figures, language)
    assert_tidy(chart)
    [axis] = chart.figure.axes
    places = {area for area in AREAS if any(one.area == area for one in figures)}
    marked = [line for line in axis.lines if line.get_marker() not in ("None", "")]
    spots = [line.get_xydata()[0] for line in marked if line.get_markersize() == 6]
    assert len(spots) == sum(one.area in places for one in figures)
    apart = [math.dist(one, other) for one, other in itertools.combinations(spots, 2)]
    assert min(apart) > 0.08
    said = [text for text, _ in written(chart)]
    newest = {one.area: one.number(language) for one in figures}
    for one in figures:
        number = one.number(language)
        small = number != newest[one.area] and one.value < 1
        assert small or any(number in text for text in said), number


def test_verdicts_are_told_apart_in_grey():
    def lightness(colour):
        red, green, blue = matplotlib.colors.to_rgb(colour)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    greys = sorted(lightness(fill) for fill, _, _ in style.VERDICTS.values())
    assert all(b - a > 0.04 for a, b in itertools.pairwise(greys))
    assert len({sign for _, _, sign in style.VERDICTS.values()}) == len(style.VERDICTS)


def test_a_chart_is_the_same_bytes_whatever_the_session_has_set(data):
    answer = wa.compare(data, "poor_household_rate", AREAS, 2023)
    first = wa.charts.ranges(data, answer, "vi").svg
    with matplotlib.rc_context({"font.size": 30, "svg.hashsalt": None, "svg.fonttype": "path"}):
        assert wa.charts.ranges(data, answer, "vi").svg == first
    assert not re.search(r"<dc:date|matplotlib\.org", first)


def test_drawing_leaves_the_session_alone(data):
    before = dict(matplotlib.rcParams)
    wa.charts.matrix(data, wa.compare(data, "poor_household_rate", AREAS, 2023), "vi")
    assert dict(matplotlib.rcParams) == before


def test_bundle_keeps_the_contract(data, language):
    chart = wa.charts.ranges(data, wa.compare(data, "labour_export", AREAS), language)
    shown = chart._repr_mimebundle_()
    content = shown[MIME]
    assert json.loads(json.dumps(content)) == content
    assert set(content) == {"kind", "language", "title", "subtitle", "alt", "note", "observations"}
    assert shown["text/plain"] == chart.alt
    root = ElementTree.fromstring(shown["image/svg+xml"])
    assert root.tag.endswith("svg")
    assert "<text" in shown["image/svg+xml"]
    assert content["title"] == as_json(chart.title)
    assert str(chart.title) not in shown["image/svg+xml"]
    assert str(chart.title) in re.sub("<[^>]+>", "", shown["text/html"])


def test_charts_are_saved_in_three_formats(data, tmp_path):
    chart = wa.charts.ranges(data, wa.compare(data, "labour_export", AREAS), "vi")
    for name, start in (("a.svg", b"<?xml"), ("a.png", b"\x89PNG"), ("a.pdf", b"%PDF")):
        assert chart.save(tmp_path / name).read_bytes().startswith(start)
    with pytest.raises(UsageError, match="svg"):
        chart.save(tmp_path / "a.gif")


def test_titles_keep_their_citations_and_hostile_ones_stay_text(data):
    brief = wa.Brief(data, "vi")
    answer = wa.compare(data, "poor_household_rate", AREAS, 2023)
    rate = wa.observation(data, "ldxh-sc-2024-p8-poor-rate-goal")
    title = brief.either(vi="Mục tiêu {x}", en="Target {x}", x=rate)
    chart = wa.charts.ranges(data, answer, "vi", title=title)
    assert rate.observation in chart.observations
    evil = wa.charts.ranges(data, answer, "vi", title="<script>$x^2$</script>")
    assert "<script" not in evil._repr_mimebundle_()["text/html"]


def test_nothing_to_draw_is_refused(data):
    with pytest.raises(UsageError, match="No figure"):
        wa.charts.ranges(data, {"VN-HN": None}, "vi")
    with pytest.raises(UsageError, match="empty"):
        wa.charts.series(data, data.observations.head(0), "vi")


SPOTS = st.floats(0, 3, allow_nan=False)


@given(st.lists(st.tuples(SPOTS, st.floats(0, 1.2)), min_size=1, max_size=5, unique=True))
def test_labels_stay_inside_and_prefer_free_places(spots):
    limits = Box(-0.5, 0.0, 3.5, 1.6)
    taken = [Box(x - 0.05, y - 0.05, x + 0.05, y + 0.05) for x, y in spots]
    for spot in spots:
        box = place(spot, (0.35, 0.12), taken, [], limits)
        assert box.outside(limits) < 1e-9
        taken.append(box)


def test_a_label_takes_the_free_place():
    limits = Box(0, 0, 3, 2)
    above = Box(0.5, 1.05, 1.5, 2)
    box = place((1, 1), (0.4, 0.12), [above], [], limits)
    assert box.overlap(above) == 0
