"""How charts look: told apart without colour, nothing at the edge, saved with what they mean."""

import itertools
import re
import xml.etree.ElementTree as ElementTree

import matplotlib
import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text
from PIL import Image
from pypdf import PdfReader

import welfare_analysis as wa
from welfare_analysis.errors import UsageError
from welfare_analysis.judge.axes import separating
from welfare_analysis.show import palette
from welfare_analysis.show.charts import frame, marks, style
from welfare_analysis.show.document import Line, cite, strong
from welfare_analysis.show.writer import Writer

AREAS = ["VN-HN", "VN-SG", "VN-05", "VN-69-165"]
SVG = "http://www.w3.org/2000/svg"
MAIN = ["VN", "VN-HN", "VN-SG", "VN-05", "VN-69", "VN-69-165"]

# Machado, Oliveira and Fernandes (2009), severity 1.0, in linear RGB.
VISION = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}


def linear(colour):
    rgb = np.array(matplotlib.colors.to_rgb(colour))
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def lab(rgb):
    """Return CIELAB of linear RGB under D65."""
    matrix = np.array(
        [
            [0.4124564, 0.3575761, 0.1804375],
            [0.2126729, 0.7151522, 0.0721750],
            [0.0193339, 0.1191920, 0.9503041],
        ]
    )
    xyz = matrix @ np.clip(rgb, 0, 1) / np.array([0.95047, 1, 1.08883])
    f = np.where(xyz > (6 / 29) ** 3, np.cbrt(xyz), xyz / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def distance(a, b, vision):
    return float(np.linalg.norm(lab(VISION[vision] @ linear(a)) - lab(VISION[vision] @ linear(b))))


def contrast(ink, paper):
    weights = np.array([0.2126, 0.7152, 0.0722])
    light, dark = sorted((weights @ linear(ink), weights @ linear(paper)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("vision", VISION)
def test_places_and_verdicts_are_told_apart_by_every_eye(data, vision):
    places = [colour for colour, _ in style.told_apart(data, MAIN).values()]
    for a, b in itertools.combinations(places, 2):
        assert distance(a, b, vision) > 15, (a, b)
    fills = [fill for fill, _, _ in style.VERDICTS.values()]
    for a, b in itertools.combinations(fills, 2):
        assert distance(a, b, vision) > 10, (a, b)
    for place, fill in itertools.product(places[1:], fills):  # the country's grey is no hue
        assert distance(place, fill, vision) > 20, (place, fill)


@pytest.mark.parametrize("vision", VISION)
def test_places_are_told_apart_on_dark_paper_too(data, vision):
    places = [palette.DARK[colour] for colour, _ in style.told_apart(data, MAIN).values()]
    for a, b in itertools.combinations(places, 2):
        assert distance(a, b, vision) > 15, (a, b)
    for colour in (*places, palette.DARK[style.MUTED]):
        assert contrast(colour, palette.DARK_PAPER) > 3
    for fill, ink, _ in style.VERDICTS.values():
        assert contrast(palette.DARK[ink], palette.DARK[fill]) >= 4.5


def test_every_colour_of_a_chart_has_one_on_dark_paper(data):
    drawn = set()
    for chart in charts(data, "en"):
        drawn |= set(re.findall(r"(?:fill|stroke): (#[0-9a-f]{6})", chart.svg))
    assert drawn <= palette.DARK.keys()


def test_verdicts_are_grey_and_places_have_each_a_shape(data):
    for fill, _, _ in style.VERDICTS.values():
        _, *hue = lab(linear(fill))
        assert np.linalg.norm(hue) < 10, fill
    looks = style.told_apart(data, MAIN[1:])
    assert len({shape for _, shape in looks.values()}) == len(looks)


@pytest.mark.parametrize("areas", [["VN-SG-2025", "VN-SG"], ["VN-69-165", "VN-69", "VN-HN"]])
def test_a_place_keeps_its_colour_beside_its_parts(data, areas):
    looks = style.told_apart(data, areas)
    assert len(set(looks.values())) == len(areas)
    for area in ("VN-SG", "VN-69", "VN-HN"):
        if area in looks:
            assert looks[area][0] == style.place_colour(data, area)


def test_places_are_told_apart_in_grey_and_seen_on_white(data):
    places = [colour for colour, _ in style.told_apart(data, MAIN).values()]
    greys = sorted(lab(linear(colour))[0] for colour in places)
    assert min(b - a for a, b in itertools.pairwise(greys)) > 5
    assert min(contrast(colour, "white") for colour in places) > 3


def test_kinds_and_verdicts_are_told_apart_without_colour():
    looks = {}
    for kind in ("actual", "provisional", "estimate", "target", "plan"):
        ax = Figure().add_subplot()
        marks.point(ax, 0, 0, kind, "black")
        (line,) = ax.lines
        hatched = any(one.get_hatch() for one in ax.collections)
        looks[kind] = (line.get_marker(), line.get_markerfacecolor(), hatched)
    assert len(set(looks.values())) == len(looks)
    assert len({sign for _, _, sign in style.VERDICTS.values()}) == len(style.VERDICTS)


def test_that_check_can_fail():
    assert distance("#d62728", "#2ca02c", "deuteranopia") < distance("#d62728", "#2ca02c", "normal")
    assert contrast("#c8d0d8", "white") < 3


def charts(data, language):
    answer = wa.compare(data, "poor_household_rate", AREAS, 2023)
    yield wa.charts.ranges(data, answer, language)
    yield wa.charts.ranges(data, answer, language, show_refused=True)
    yield wa.charts.ranges(data, wa.compare(data, "labour_export", AREAS), language, log=True)
    yield wa.charts.strip(data, wa.compare(data, "trained_labour", AREAS, 2024), language)
    yield wa.charts.matrix(data, answer, language)
    yield wa.charts.series(data, wa.select(data, "workers_sent_abroad", "VN"), language)
    yield wa.charts.series(data, wa.select(data, "trained_labour_certified_rate"), language)
    yield wa.charts.audit(data, wa.audit(data), language)
    pair = [wa.observation(data, f"hdnd-hn-2024-p6-enrolment{end}") for end in ("", "-plan")]
    yield wa.charts.targets(data, [pair], language)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_text_is_pale(data, language):
    for chart in charts(data, language):
        on_dark = {ink for _, ink, _ in style.VERDICTS.values()} | {"white"}
        for text in chart.figure.findobj(Text):
            if text.get_text().strip() and text.get_color() not in on_dark:
                assert contrast(text.get_color(), style.WASH) >= 4.5, text
    for fill, ink, _ in style.VERDICTS.values():
        assert contrast(ink, fill) >= 4.5


def axes_of(chart, area):
    return [ax for ax in chart.figure.axes if ax.get_label() == area]


def test_totals_are_columns_as_wide_as_their_period_and_never_joined(data):
    chart = wa.charts.series(data, wa.select(data, "workers_sent_abroad"), "vi")
    assert not [
        line for ax in chart.figure.axes for line in ax.lines if line.get_label() == "joined"
    ]
    columns = {
        ax: [patch for patch in ax.patches if patch.get_label() == "column"]
        for ax in chart.figure.axes
    }
    widths = [{round(one.get_width(), 1) for one in own} for own in columns.values() if own]
    assert all(len(of_one_panel) == 1 for of_one_panel in widths), "one length of period a panel"
    assert len(set.union(*widths)) > 2


def test_a_goal_set_as_a_range_is_one_label(data):
    chart = wa.charts.series(data, wa.select(data, "workers_sent_abroad", "VN"), "vi")
    (ax,) = axes_of(chart, "VN")
    said = [text.get_text().replace("\n", "") for text in ax.texts]
    assert "kế hoạch110.000–120.000" in said
    assert not [text for text in said if "tối đa" in text]
    for name in ("vamas-2024-vn-plan-low-2023", "vamas-2024-vn-plan-high-2023"):
        assert wa.observation(data, name).text("vi") in chart.alt


def test_a_quarter_is_not_joined_with_years(data):
    frame = wa.select(data, "trained_labour_certified_rate", "VN")
    chart = wa.charts.series(data, frame, "en")
    (ax,) = axes_of(chart, "VN")
    joined = {y for line in ax.lines if line.get_label() == "joined" for y in line.get_ydata()}
    assert {24.1, 26.1, 27.0, 28.1} <= joined
    assert 26.4 not in joined
    ends = [line.get_xdata() for line in ax.lines if line.get_label() == "joined"]
    assert not any(x[0] < 2023.25 < x[1] for x in ends), "no line passes by the quarter either"
    assert "26.4%" in str(chart.note)


def test_a_line_is_dashed_where_it_passes_an_estimate_a_doubt_or_a_gap(data):
    chart = wa.charts.series(data, wa.select(data, "poor_household_rate", AREAS), "vi")
    looks = {
        area: [
            line.get_linestyle()
            for ax in axes_of(chart, area)
            for line in ax.lines
            if line.get_label() == "joined"
        ]
        for area in AREAS
    }
    assert looks["VN-HN"] == ["-", "-", "-"]
    assert looks["VN-SG"] == ["--"]  # two years apart
    assert looks["VN-05"] == ["--", "--", "-"]  # a doubtful figure in the middle
    assert "nét đứt" in chart.svg


def test_estimates_are_hatched(data):
    frame = wa.select(data, "trained_labour_certified_rate", "VN", measure="estimate")
    (ax,) = axes_of(wa.charts.series(data, frame, "vi"), "VN")
    hatched = [one for one in ax.collections if one.get_hatch()]
    assert len(hatched) == len(frame)


def test_on_a_strip_only_what_may_be_compared_shares_a_line(data):
    answer = wa.compare(data, "poor_household_rate", ["VN", *AREAS], 2023)
    chart = wa.charts.strip(data, answer, "vi")
    lines = [ax.get_label().split() for ax in chart.figure.axes]
    around = {one.area: one.figure for one in answer.benchmarks}
    figures = {**answer.figures, **around}
    assert sorted(area for line in lines for area in line) == sorted(figures)
    for line in lines:
        values = [figures[area].value for area in line]
        assert values == sorted(values)
        for pair in itertools.combinations(line, 2):
            assert not separating(data, *(figures[area] for area in pair))
    assert {"VN", "VN-69-165"} <= set(max(lines, key=len))


@pytest.fixture
def chart(data):
    return wa.charts.ranges(data, wa.compare(data, "labour_export", AREAS), "vi")


def test_a_saved_drawing_says_what_the_page_says(chart, tmp_path):
    bare = chart.svg
    path = chart.save(tmp_path / "a.svg")
    root = ElementTree.fromstring(path.read_text(encoding="utf-8"))
    said = " ".join("".join(root.itertext()).split())
    for words_of in (chart.title, chart.subtitle, chart.note):
        for word in frame.plain(words_of).split():
            assert word in said
    assert "#source-" not in said
    assert not re.search(r"\[\d", said)
    title, about = (root.find(f"{{{SVG}}}{name}") for name in ("title", "desc"))
    assert title.text == frame.plain(chart.title)
    assert about.text == chart.alt
    assert root.get("role") == "img"
    assert "@font-face" in said
    assert chart.save(tmp_path / "b.svg").read_bytes() == path.read_bytes()
    assert chart._repr_mimebundle_()["image/svg+xml"] == bare
    assert not re.search(re.escape(frame.plain(chart.title)), bare)


def test_a_saved_drawing_names_every_publisher_however_many(data, tmp_path):
    answer = wa.compare(data, "poor_household_rate", AREAS, 2023)
    chart = wa.charts.ranges(data, answer, "vi")
    named = {Writer(data, "vi").short_publisher(one.source_row) for one in chart.figures}
    root = ElementTree.fromstring(chart.save(tmp_path / "a.svg").read_text(encoding="utf-8"))
    said = " ".join(" ".join(root.itertext()).split())
    assert len(named) > 5
    assert [one for one in named if " ".join(one.split()) not in said] == []


def test_a_saved_picture_has_margins_and_ink_above_and_below(chart, tmp_path):
    with Image.open(chart.save(tmp_path / "a.png")) as opened:
        picture = np.asarray(opened.convert("L"))
    inch = 200
    margin = round(0.2 * inch)
    for edge in (picture[:margin], picture[-margin:], picture[:, :margin], picture[:, -margin:]):
        assert edge.min() > 245, "nothing stands at the edge"
    height, width = (side / inch for side in chart.figure.get_size_inches()[::-1] * inch)
    assert picture.shape[0] > (height + 0.8) * inch
    assert picture.shape[1] == pytest.approx((width + 0.5) * inch, abs=2)
    assert picture[margin : round(0.6 * inch)].min() < 100, "the title is there"
    assert picture[-round(0.45 * inch) : -margin].min() < 160, "the note is there"


def test_a_saved_page_holds_its_text(chart, tmp_path):
    page = PdfReader(chart.save(tmp_path / "a.pdf")).pages[0]
    said = page.extract_text()
    for word in frame.plain(chart.title).split():
        assert word in said


def test_a_long_title_is_broken_and_marks_are_plain(data, tmp_path):
    title = wa.Brief(data, "vi").either(
        vi="Một tiêu đề *rất* dài " + "để xuống dòng " * 12 + "{x}",
        en="x {x}",
        x=wa.observation(data, "ldxh-sc-2024-p8-poor-rate-goal"),
    )
    answer = wa.compare(data, "labour_export", AREAS)
    long = wa.charts.ranges(data, answer, "vi", title=title).save(tmp_path / "a.png")
    short = wa.charts.ranges(data, answer, "vi", title="Ngắn").save(tmp_path / "b.png")
    with Image.open(long) as tall, Image.open(short) as low:
        assert tall.height > low.height
        assert tall.width == low.width
    assert frame.plain(title.line).startswith("Một tiêu đề rất dài")
    assert frame.plain(title.line).endswith("1,22%")


def test_citations_are_left_out_wherever_they_stand():
    figure = strong(Line("10%\u00a0", cite(7, "[7]")))
    assert frame.plain(Line("Sơn La ", figure, " and 5% ", cite(8, "[8]"), ".")) == (
        "Sơn La 10% and 5%."
    )


def test_a_place_that_cannot_be_written_to_is_named(chart, tmp_path):
    with pytest.raises(UsageError, match="missing does not exist"):
        chart.save(tmp_path / "missing" / "a.png")
    (tmp_path / "b.svg").mkdir()
    with pytest.raises(UsageError, match="Is a directory"):
        chart.save(tmp_path / "b.svg")
    for nonsense in (None, 3, "", "chart", "a.gif"):
        with pytest.raises(UsageError, match=r"[Ss]aved? (as|to)"):
            chart.save(nonsense)
    assert chart.save(str(tmp_path / "C.PNG")).exists()
    assert not list(tmp_path.glob(".*")), "nothing half-written stays"
