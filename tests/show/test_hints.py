"""Marks of charts say what they stand for, and lead to where it was printed."""

import html

import pytest

import welfare_analysis as wa
from welfare_analysis.report.pages.drawing import drawing
from welfare_analysis.show.charts.hints import Hint

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g id="figure:x"><path/></g></svg>'


@pytest.fixture(scope="module")
def answer(data):
    return wa.compare(data, "poor_household_rate", ["Hà Nội", "Sơn La"])


def test_marks_tell_what_they_stand_for_and_lead_to_their_source(data, answer):
    chart = wa.charts.ranges(data, answer, "en")
    page = str(drawing(chart.svg, "c", "Said", chart.hints))
    assert chart.hints
    for hint in chart.hints.values():
        assert f"<title>{html.escape(hint.text, quote=False)}</title>" in page
    for figure in answer.figures.values():
        assert writes(chart, figure)
        urls = [one.source_row["url"] for one in figure.inputs]
        assert any(f'<a href="{html.escape(url)}"' in page for url in urls)
    assert 'role="group"' in page
    assert "<title>" not in str(drawing(chart.svg, "c", "Said"))


def writes(chart, figure):
    return any(
        figure.text("en") in hint.text and figure.period("en") in hint.text
        for hint in chart.hints.values()
    )


def test_marks_over_time_tell_of_themselves_too(data):
    for indicator in ("poor_household_rate", "workers_sent_abroad"):
        chart = wa.charts.series(data, wa.select(data, indicator, ["Hà Nội", "VN"]), "vi")
        page = str(drawing(chart.svg, "c", "Said", chart.hints))
        named = [name for name in chart.hints if f'id="{name}"' in chart.svg]
        assert len(named) > 4
        assert page.count("<title>") == sum(chart.svg.count(f'id="{name}"') for name in named)


def test_no_mark_leads_anywhere_but_to_the_web():
    with pytest.raises(ValueError, match="javascript"):
        drawing(SVG, "c", "Said", {"figure:x": Hint("x", "javascript:alert(1)")})
    page = str(drawing(SVG, "c", "Said", {"figure:x": Hint("<b>&")}))
    assert "<title>&lt;b&gt;&amp;</title>" in page
    assert "<a" not in page
