"""Prose: every number from the data, every source listed, both languages whole."""

import datetime
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import welfare_analysis as wa
from welfare_analysis.errors import UnknownName, UsageError
from welfare_analysis.messages import message
from welfare_analysis.show import document, markdown, prose
from welfare_analysis.show.document import MIME
from welfare_analysis.show.prose.references import date_text
from welfare_analysis.show.render.html import html_of
from welfare_analysis.show.writer import Writer

RATE = "ldxh-sc-2024-p4-poor-rate"
GOAL = "ldxh-sc-2024-p8-poor-rate-goal"
DOUBTFUL = "ldxh-sc-2024-p4-employment-deprived-rate"


@pytest.fixture
def rate(data):
    return wa.observation(data, RATE)


@pytest.fixture
def goal(data):
    return wa.observation(data, GOAL)


@pytest.fixture
def brief(data):
    return wa.Brief(data, "vi")


@pytest.fixture
def vi(brief):
    return brief.voice("vi")


def test_a_figure_brings_its_citation_and_stays_on_one_line(vi, rate):
    assert vi("{rate}", rate=rate).markdown == "1,46%\u00a0[[5, đ. 4]](#source-5)"


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("plain", "1,46%"),
        ("number", "1,46"),
        ("period", "31/12/2023"),
        ("range", "từ 1,455\u00a0đến 1,465%"),
        ("area", "Thành phố Sông Công"),
        ("area,lower", "thành phố Sông Công"),
        ("indicator", "Tỷ lệ hộ nghèo"),
        ("indicator,lower", "tỷ lệ hộ nghèo"),
        ("source", "[[5, đ. 4]](#source-5)"),
    ],
)
def test_forms_of_a_figure(vi, rate, form, written):
    assert vi(f"{{rate:{form}}}", rate=rate).markdown == written


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_title_in_a_sentence_keeps_the_capital_of_a_name(data, brief, language):
    voice = brief.voice(language)
    for code, name in zip(data.areas["area"], data.areas[f"name_{language}"], strict=True):
        said = str(voice("x {title:lower}", title=f"{name}: 2024"))
        assert said == f"{voice('x {area:area}', area=code)}: 2024"


def test_doubt_is_never_left_out(data, vi):
    doubtful = [
        name
        for name in data.observations["observation"]
        if "U" in data.record("observations", name)["status"].split()
    ]
    for name in doubtful:
        figure = wa.observation(data, name)
        assert "nghi vấn" in vi("{x}", x=figure).markdown
        assert "nghi vấn" in vi("{x:plain}", x=figure).markdown


def test_capitals_begin_sentences(data, vi):
    nearly = data.observations.query("qualifier == 'nearly'")["observation"].iloc[0]
    assert vi("{x:plain,capital}", x=wa.observation(data, nearly)).markdown.startswith("Gần ")


def test_lists_numbers_dates_and_plurals(brief):
    vi, en = brief.voice("vi"), brief.voice("en")
    assert vi("{x}", x=["Hà Nội", "Sơn La", "Sông Công"]).markdown == "Hà Nội, Sơn La và Sông Công"
    assert en("{x}", x=["a", "b"]).markdown == "a and b"
    assert vi("{n}", n=12500).markdown == "12.500"
    assert en("{d}", d=datetime.date(2023, 12, 31)).markdown in ("31 December 2023", "31 Dec 2023")
    assert en("{n} {n:place|places}", n=1).markdown == "1 place"
    assert en("{n} {n:place|places}", n=3).markdown == "3 places"
    assert vi("{a:area}", a="VN-05").markdown == "Sơn La"


def test_a_voice_writes_its_own_language(brief, rate):
    assert brief.voice("en")("{x:plain}", x=rate).markdown == "1.46%"
    assert brief.either(vi="một {x:plain}", en="one {x:plain}", x=rate).markdown == "một 1,46%"


def test_mistakes_are_refused_with_a_suggestion(vi, rate):
    with pytest.raises(UnknownName, match="'rate'"):
        vi("{raet}", rate=rate)
    with pytest.raises(UnknownName, match="'plain'"):
        vi("{rate:plan}", rate=rate)
    with pytest.raises(UnknownName, match="'area'"):
        vi("{x:aera}", x="VN-HN")
    for value in (0.5, None, True):
        with pytest.raises(UsageError):
            vi("{x}", x=value)
    with pytest.raises(UnknownName, match="language"):
        wa.Brief(vi.data, "fr")


def test_references_list_each_source_once_with_its_tokens(brief, vi, rate, goal):
    vi("{a} {b}", a=rate, b=goal)
    vi("{a}", a=rate)
    (entry,) = brief.references().entries
    assert entry["number"] == 5
    assert {"paragraph": 4, "as_printed": rate.as_printed} in entry["figures"]
    paragraphs = [figure["paragraph"] for figure in entry["figures"]]
    assert paragraphs == sorted(paragraphs)
    assert len(entry["figures"]) == 2


def test_references_are_complete_for_every_figure_of_the_data(data):
    for language, unknown in (("vi", "không rõ"), ("en", "not")):
        brief = wa.Brief(data, language)
        brief.voice(language)("{x}", x=wa.observations(data, data.observations))
        entries = brief.references().entries
        numbers = [entry["number"] for entry in entries]
        assert numbers == sorted(set(numbers))
        assert set(numbers) == {
            data.record("sources", name)["number"] for name in data.observations["source"]
        }
        for entry in entries:
            row = data.sources[data.sources["number"] == entry["number"]].iloc[0]
            told = str(entry["text"])
            assert "notspecified" not in told
            assert row["publisher"] in told or unknown in told
            assert row[f"reliability_{language}"].rstrip(".") in told
            assert entry["url"] is None or entry["url"].startswith("http")


def test_what_the_other_language_says_is_not_remembered(brief, rate):
    brief.voice("en")("{x}", x=rate)
    assert brief.references().entries == ()


def test_show_returns_what_it_is_given_and_refuses_what_cites_nothing(brief, data):
    table = wa.tables.standards(data, ["VN-HN"], "vi")
    assert brief.show(table) is table
    assert [entry["number"] for entry in brief.references().entries] == sorted(
        data.record("sources", name)["number"] for name in table.sources
    )
    with pytest.raises(UsageError, match="DataFrame"):
        brief.show(data.observations)


def test_bundles_keep_the_contract(brief, vi, rate):
    shown = vi("**{x}**", x=rate)._repr_mimebundle_()
    assert shown[MIME] == {
        "kind": "prose",
        "language": "vi",
        "blocks": [
            {
                "kind": "paragraph",
                "content": [
                    {
                        "t": "strong",
                        "c": ["1,46%\u00a0", {"t": "cite", "c": "[5, đ. 4]", "source": 5}],
                    }
                ],
            }
        ],
        "observations": [RATE],
    }
    assert shown["text/markdown"] == "**1,46%\u00a0[[5, đ. 4]](#source-5)**"
    assert shown["text/plain"] == "1,46%\u00a0[5, đ. 4]"
    listed = brief.references()._repr_mimebundle_()
    assert listed[MIME]["kind"] == "references"
    assert 'id="source-5"' in listed["text/html"]
    assert "“1,46%”" in listed["text/html"]


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        ("2024-04-19", "19/4/2024", "19"),
        ("notspecified", "không rõ ngày", "date not stated"),
        ("", "không rõ ngày", "date not stated"),
        ("2024", "2024", "2024"),
    ],
)
def test_dates_of_sources(value, vi, en):
    assert date_text(value, "vi") == vi
    assert date_text(value, "en").startswith(en)


def test_change_in_words(data, rate, goal):
    down = wa.change_points(rate, goal)
    assert prose.change(down, "vi").startswith("giảm 0,24 điểm phần trăm")
    assert prose.change(down, "en").startswith("down by 0.24 percentage points")
    up = wa.change_points(goal, rate)
    assert prose.change(up, "vi").startswith("tăng")
    assert prose.change(wa.change_points(rate, rate), "vi").startswith("chưa phân biệt được")
    with pytest.raises(UsageError):
        prose.change(wa.share(rate, rate), "vi")


def test_order_in_words(data, rate, goal):
    assert prose.order(rate, goal, "vi") == "cao hơn"
    assert prose.order(goal, rate, "en") == "lower than"
    assert prose.order(rate, rate, "vi").startswith("không phân biệt được")


@given(st.text())
def test_text_stays_what_it_is(text):
    plain = " ".join(text.split())
    assert str(document.words(plain)) == plain
    assert str(markdown.line("\ue800", {"\ue800": plain})) == plain
    assert " ".join(str(markdown.line(markdown.literal(plain))).split()) == plain


@given(st.text(alphabet="<>&\"'[]()!*_`\\ab:/# j"))
def test_no_text_becomes_markup(text):
    assert "<a" not in html_of(document.words(text))
    assert "<script" not in html_of(document.words(f"<script>{text}"))


@given(st.text(alphabet="<>&\"'[]()!*_`\\ab:/# j{}"))
def test_no_value_becomes_a_mark_of_its_sentence(data, text):
    said = wa.Brief(data, "en").voice("en")("*The* {x}", x=text)
    assert [part.t for part in said.line][:1] == ["emphasis"]
    assert str(said) == f"The {document.words(text)}"


@given(st.lists(st.sampled_from(["a*b", "1. x", "[1]", "<b>"]), min_size=1))
def test_a_line_goes_through_json_as_it_is(texts):
    line = document.joined(" ", [*map(document.strong, texts), document.cite(7, "[7]")])
    assert document.items(json.loads(json.dumps(document.as_json(line)))) == document.items(line)
    assert document.text_of(document.items(line)) == str(line)


def test_links_lead_to_sources_or_the_web_only():
    assert html_of(document.link("javascript:alert", "x")) == "x"
    assert html_of(document.cite(1, "[1]")) == '<a href="#source-1" class="cite">[1]</a>'
    with pytest.raises(ValueError, match="part of a line"):
        document.items([{"t": "link", "url": "javascript:alert", "c": ["x"]}])


@given(st.text(alphabet="ab {}$\ue000é", max_size=1500))
def test_messages_take_values_of_any_length(text):
    assert message("source-line", "vi", sources=text) == f"Nguồn: {text}"


def test_a_range_beside_a_number_is_as_fine_as_its_width(data):
    here = wa.observation(data, "thongtindoingoai-son-la-2023-poor-rate")
    rate = wa.ratio(here, wa.observation(data, "vietnamplus-fr-2024-vn-poor-rate"))
    written = Writer(data, "en").number_range(rate)
    low, high = (float(end) for end in written.partition("(")[2].rstrip(")").split("–"))
    assert abs(low - rate.interval.low) < rate.interval.width / 3
    assert abs(high - rate.interval.high) < rate.interval.width / 3


def test_places_are_named_as_inside_a_sentence(vi):
    both = ["VN-69-165", "VN-HN"]
    text = vi("{a:area}: {a:area}. {both:area}", a="VN-69-165", both=both).markdown
    assert text == "Thành phố Sông Công: thành phố Sông Công. Thành phố Sông Công và Hà Nội"
    assert vi("# {a:area}", a="VN-69-165").markdown == "# Thành phố Sông Công"
    assert vi("của {both:area}", both=both).markdown == "của thành phố Sông Công và Hà Nội"


def test_a_headline_says_what_limits_a_figure(data, vi):
    inferred = wa.observation(data, "baosonla-2024-p10-enrolment")
    assert "(thời kỳ suy luận)" in vi("{x:remarked}", x=inferred).markdown
    assert "thời kỳ suy luận" not in vi("{x}", x=inferred).markdown
    unchecked = wa.observation(data, "thongtindoingoai-son-la-2023-poor-rate")
    assert "14,41% (chưa đối chiếu)" in vi("{x:remarked}", x=unchecked).markdown
    doubtful = wa.observation(data, "sggp-en-2024-10-sg-workers")
    written = vi("{x:remarked}", x=doubtful).markdown
    assert "nghi vấn" in written
    assert "độ tin cậy thấp" not in written


@pytest.mark.parametrize(
    ("verdicts", "vi", "en"),
    [
        (
            ["missing"],
            "không cặp nào so sánh được ngay và 1 cặp thiếu số liệu",
            "none can be compared as it stands and 1 lacks a figure",
        ),
        (["comparable", "comparable"], "2 cặp so sánh được", "2 can be compared"),
    ],
)
def test_verdicts_are_counted_in_words(verdicts, vi, en):
    assert prose.verdicts(verdicts, "vi") == vi
    assert prose.verdicts(verdicts, "en") == en


def test_clauses_stand_in_one_sentence_and_keep_their_figures(vi, rate, goal):
    said = vi.clauses(vi("{x}", x=rate), None, vi("{x}", x=goal))
    assert said.markdown.count("; ") == 1
    assert said.observations == (RATE, GOAL)
