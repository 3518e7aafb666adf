"""Figures: a printed figure is worded, cited and found as a reader expects."""

import pytest

import welfare_analysis as wa
from welfare_analysis.errors import UnknownName, UsageError


@pytest.mark.parametrize(
    ("name", "vi", "en"),
    [
        ("ldxh-hn-2024-p16-poor-rate", "0,03%", "0.03%"),
        ("ldxh-hn-2024-p10-enterprise-cooperation", "gần 2.500 lượt", "nearly 2,500 turns"),
        ("ldxh-hn-2024-p19-assistance-turns", "hơn 2,9 triệu lượt", "more than 2.9 million turns"),
        ("ldxh-hn-2024-p19-assistance-spending", "2.975,42 tỷ đồng", "2,975.42 billion VND"),
        ("ldxh-sc-2024-p8-poor-reduction-goal", "khoảng 52 hộ", "about 52 households"),
        ("baosonla-2024-p7-merit-gifts", "hàng chục nghìn suất quà", "tens of thousands of gifts"),
        ("thanhnien-hcm-2023-p22-satisfaction-goal", "từ 95% trở lên", "at least 95%"),
    ],
)
def test_a_figure_is_read_out_in_both_languages(data, name, vi, en):
    figure = wa.observation(data, name)
    assert (figure.text("vi"), figure.text("en")) == (vi, en)


def test_both_rows_of_a_fraction_find_their_own_figure(data):
    part = wa.observation(data, "thanhnien-hcm-2023-p20-dossiers-on-time")
    whole = wa.observation(data, "thanhnien-hcm-2023-p20-dossiers")
    assert (part.text("vi"), whole.text("vi")) == ("32.454 hồ sơ", "33.104 hồ sơ")


def test_every_value_of_the_articles_lies_at_its_own_interval(data):
    for figure in wa.observations(data, data.observations[data.observations["paragraph"].notna()]):
        interval = figure.interval
        assert interval.low <= figure.value <= interval.high, figure


def test_the_digits_of_a_machine_are_no_precision(data):
    printed = wa.observation(data, "nso-e02-01-vn-population-2020")
    assert printed.as_printed == "97582.693682080848 Thous. pers."
    assert (printed.text("vi"), printed.text("en")) == ("97.582.694 người", "97,582,694 persons")
    assert (printed.interval.low, printed.interval.high) == (97_582_693.5, 97_582_694.5)
    rounded = wa.observation(data, "nso-e02-01-hn-population-2019")
    assert rounded.text("vi") == "8.093,9 nghìn người"
    assert (rounded.interval.low, rounded.interval.high) == (8_093_850, 8_093_950)


def test_every_figure_is_worded_and_cited_in_both_languages(data):
    for figure in wa.observations(data, data.observations):
        for language in ("vi", "en"):
            assert figure.text(language).strip()
            assert figure.period(language).strip()
            assert figure.citation(language).startswith(f"[{figure.source_row['number']}")


def test_a_hundred_percent_does_not_reach_over_its_bound(data):
    assert wa.observation(data, "ldxh-hn-2024-p17-m13-electricity").interval.high == 100


def test_citations_name_the_paragraph_of_an_article_only(data):
    own = wa.one(data, "poor_household_rate", "Sông Công", 2023)
    assert own.citation("vi") == "[5, đ. 4]"
    national = wa.one(data, "poor_household_rate", "VN", 2023)
    assert "đ." not in national.citation("vi")


def test_one_answers_with_the_most_exact_of_equal_figures(data):
    turns = wa.one(data, "social_assistance_turns", "Hà Nội")
    assert (turns.value, turns.qualifier) == (2_907_969, "exact")


def test_one_refuses_an_ambiguous_question_and_lists_the_candidates(data):
    with pytest.raises(UsageError, match="figures answer") as error:
        wa.one(data, "poor_household_rate", "Sơn La")
    assert "14.41" in str(error.value)


def test_one_says_what_has_no_answer_or_is_misspelt(data):
    with pytest.raises(UnknownName, match="vocational_enrolment_persons of Sông Công"):
        wa.one(data, "vocational_enrolment_persons", "Sông Công")
    with pytest.raises(UnknownName, match="poor_household_rate"):
        wa.one(data, "poor_houshold_rate", "Sông Công")
    with pytest.raises(UnknownName, match="Sơn La"):
        wa.one(data, "poor_household_rate", "Sơn Lá x")


@pytest.mark.parametrize("alias", ["TP.HCM", "tp hcm", "Sài Gòn", "Ho Chi Minh City", "VN-SG"])
def test_every_alias_is_one_place(data, alias):
    assert wa.resolve_area(data, alias) == "VN-SG"
