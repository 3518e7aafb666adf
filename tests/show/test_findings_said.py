"""Findings in words: every number, direction and name in a sentence is that of its finding."""

import re
import unicodedata

import pytest

import welfare_analysis as wa
from tests.judge.findings_cases import FOUR, selections
from welfare_analysis.codes import LANGUAGES
from welfare_analysis.judge.derived import Measure
from welfare_analysis.show.prose.phrases import size
from welfare_analysis.show.prose.telling import Teller, said

VERBS = {
    ("vi", "up"): (" tăng ", " lên "),
    ("vi", "down"): (" giảm ", " xuống "),
    ("en", "up"): (" rose by ",),
    ("en", "down"): (" fell by ",),
}


@pytest.fixture(scope="module")
def every(data):
    """Findings on places and themes picked at random, the same each time."""
    return [
        one
        for areas, theme in [(FOUR, None), *selections(12, seed=8)]
        for one in wa.findings(data, areas, theme)
    ]


@pytest.fixture(scope="module")
def spoken(every):
    """Each finding with its sentence, plain and cited, by language."""
    return [
        (one, language, wa.sentence(one, language), said(one, language))
        for one in every
        for language in LANGUAGES
    ]


def numbers(text, language):
    """Read the numbers of a text in the notation of a language."""
    found = re.findall(r"\d[\d.,]*\d|\d", text)
    point, group = (",", ".") if language == "vi" else (".", ",")
    return [float(one.replace(group, "").replace(point, ".")) for one in found]


def decimals(text, language):
    """Count the decimals of the first number of a text."""
    number = re.search(r"\d[\d.,]*\d|\d", text).group()
    return len(number.partition("," if language == "vi" else ".")[2])


# --- their form -------------------------------------------------------------------------------


def test_sentences_are_well_formed(spoken):
    for _, _, plain, cited in spoken:
        for text in (plain, str(cited)):
            assert not re.search(r"[{}]|  | [,;.]|,,|\.\.|\(\)|None|\bnan\b", text), text
            assert text[:1] == text[:1].upper()
            assert unicodedata.is_normalized("NFC", text)
        assert not plain.endswith(".")
        assert str(cited).endswith(".")
        assert "[" not in plain


def test_about_stands_before_one_decimal_at_most(every):
    """Of what is derived; a printed figure is written as it was printed."""
    derived = {
        value
        for one in every
        for value in (*one.facts.values(), *one.figures)
        if isinstance(value, Measure)
    }
    assert derived
    for one in derived:
        for language, about, mark in (("vi", "khoảng", ","), ("en", "about", r"\.")):
            text = Teller(one.data, language).text(one)
            assert not re.search(rf"{about} \S*\d{mark}\d\d(?!\d)", text), text


def test_no_place_in_brackets_stands_in_brackets(spoken):
    for one, _, plain, cited in spoken:
        depth = most = 0
        if one.kind in ("remark", "contradiction", "apart", "missing"):
            continue  # titles and names of places may have brackets of their own
        for sign in str(cited):
            depth += (sign == "(") - (sign == ")")
            most = max(most, depth)
        assert depth == 0
        assert most <= 1 or "(" in plain.partition(" ")[2], str(cited)


def test_both_languages_name_the_same_figures(every):
    for one in every:
        vi, en = (said(one, language) for language in LANGUAGES)
        assert vi.observations == en.observations == one.observations


# --- their numbers ----------------------------------------------------------------------------


def test_amounts_lie_in_the_interval_of_what_they_measure(every):
    for one in every:
        for name, value in one.facts.items():
            if not isinstance(value, Measure) or name.partition("_")[0] not in ("amount", "times"):
                continue
            for language in LANGUAGES:
                teller = Teller(one.data, language, sources=False)
                text = str(teller.fact(name, value))
                interval = size(value).interval
                if name == "times":
                    interval = interval * 0.01
                rounding = 0.5 * 10 ** -decimals(text, language) * (1 + 1e-6)
                number = numbers(text, language)[0]
                low, high = interval.low - rounding, interval.high + rounding
                assert low <= number <= high, (text, interval)


def test_every_number_of_a_sentence_is_one_of_its_facts(every):
    for one in every:
        if one.kind == "remark":
            continue
        for language in LANGUAGES:
            teller = Teller(one.data, language, sources=False)
            facts = " ".join(str(teller.fact(*item)) for item in one.facts.items())
            told = set(numbers(wa.sentence(one, language), language))
            base = {100_000.0}  # inhabitants that a rate is put on
            assert told <= set(numbers(facts, language)) | base, wa.sentence(one, language)


# --- their direction --------------------------------------------------------------------------


def test_verbs_follow_the_values(spoken):
    seen = set()
    for one, language, plain, _ in spoken:
        if one.name != "change" or one.facts["way"] not in ("up", "down"):
            continue
        moved = one.facts["after"].value - one.facts["before"].value
        way = "up" if moved > 0 else "down"
        other = "down" if way == "up" else "up"
        seen.add((language, way))
        assert all(verb in plain for verb in VERBS[language, way]), plain
        assert not any(verb in plain for verb in VERBS[language, other]), plain
    assert seen == set(VERBS)


def test_a_benchmark_is_said_on_its_own_side(spoken):
    words = {
        "vi": (("cao hơn", "lần mức"), ("thấp hơn", "chỉ bằng")),
        "en": ((" above ", " times that"), (" below ", "% of that")),
    }
    for one, language, plain, _ in spoken:
        if one.name != "benchmark" or one.facts["way"] in ("alike", "same"):
            continue
        figure, other = one.figures
        above, below = words[language]
        expected, wrong = (above, below) if figure.value > other.value else (below, above)
        assert any(word in plain for word in expected), plain
        assert not any(word in plain for word in wrong), plain


def test_six_places_are_counted_and_five_named(data):
    found = wa.findings(data, data.areas["area"].tolist(), "poverty")
    changes = found.of("change", "poor_household_rate").lead
    counted = [one for one in found if len(one.areas) > 5 and one.kind == "missing"]
    assert counted
    assert f"{len(counted[0].areas)} places" in wa.sentence(counted[0], "en")
    assert "fell in" in wa.sentence(changes, "en")


# --- a report written from them ---------------------------------------------------------------


@pytest.fixture
def brief(data):
    return wa.Brief(data, "en")


def test_a_brief_tells_findings_with_their_sources(brief):
    found = brief.findings(FOUR, "poverty")
    prose = brief.tell(found.key())
    assert len(prose.blocks[0]["items"]) == len(found.key())
    assert set(found.key().observations) <= set(brief.observations)
    assert str(brief.lead(found.of("change"))).startswith("The poor household rate fell in")
    assert len(brief.rest(found.of("change"), 2).blocks[0]["items"]) == 2


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("area", FOUR)
def test_a_place_is_named_unless_the_report_introduced_it(data, area, language):
    found, name = wa.findings(data, area), data.record("areas", area)[f"name_{language}"]
    named, about = wa.Brief(data, language), wa.Brief(data, language)
    about.introduce(area)
    told, understood = (
        [str(one[0]["content"]) for one in brief.tell(found, len(found)).blocks[0]["items"]]
        for brief in (named, about)
    )
    assert len(told) == len(found)
    naming = [sum(name.casefold() in one.casefold() for one in some) for some in (told, understood)]
    assert naming[0] == sum(one.name != "doubts" for one in found) > naming[1]  # those count
    for line in (*told, *understood):
        assert line[0].isalnum() or line[0] in "“", line
        assert line[0] == line[0].upper(), line


def test_a_section_without_findings_is_left_out(brief):
    found = brief.findings("VN-05-122", "poverty").of("benchmark")
    assert not found
    for shown in (
        brief.ask(found, vi="Gì?", en="What?"),
        brief.say(found, vi="Đó.", en="That."),
        brief.tell(found),
        brief.lead(found),
        brief.rest(found),
        brief.draw(wa.charts.series, found.printed, found),
        brief.draw(wa.tables.verdicts, found.comparison),
        brief.draw(wa.tables.measures, found.measures),
    ):
        assert shown is None
    assert brief.observations == ()


def test_a_question_names_its_subject_as_a_sentence_does(brief):
    found = brief.findings(FOUR, "labour_export").of("level")
    question = brief.ask(found, vi="{subject:noun,capital}?", en="Where does {subject:noun} stand?")
    assert question.blocks[0]["kind"] == "heading"
    assert "the number of workers sent abroad" in str(question)


def test_a_chart_is_titled_by_what_it_shows(brief):
    changes = brief.findings(FOUR, "poverty").of("change", "poor_household_rate")
    chart = brief.draw(wa.charts.series, changes.printed, changes)
    title = wa.sentence(changes.lead, "en")
    assert str(chart.title) == title
    assert chart.alt.startswith(title + ".")
    table = brief.draw(wa.tables.measures, changes.measures)
    assert table.rows


def test_findings_are_shown_as_sentences(data):
    found = wa.findings(data, "Sơn La", "poverty")
    view = wa.view(found, "en")
    assert str(said(found[0], "en")) in str(view)
    assert set(found[0].observations) <= set(wa.trace(data, found, "en").observations)


def test_a_sentence_is_in_the_language_chosen(data):
    one = wa.findings(data, "Sơn La", "poor_household_rate").of("level")[0]
    assert wa.sentence(one) == wa.sentence(one, "vi")
    with pytest.raises(wa.UsageError, match="finding"):
        wa.sentence("poverty", "en")
