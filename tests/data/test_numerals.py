"""Numerals: printed tokens become the numbers they mean, and numbers are written as people do."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from welfare_analysis.codes import Qualifier
from welfare_analysis.data.numerals import NumeralError, read, read_all, write, write_date

PRINTED = [
    ("11.959 người", "vi", 11959, "[11959, 11959]"),
    ("0,03%", "vi", 0.03, "[0.025, 0.035)"),
    ("gần 2.500 lượt doanh nghiệp", "vi", 2500, "(2400, 2500)"),
    ("hơn\u00a02,9 triệu lượt", "vi", 2_900_000, "(2900000, 3000000)"),
    ("31nghìn", "vi", 31_000, "[30500, 31500)"),
    ("2.975,42 tỷ đồng", "vi", 2_975_420_000_000, "[2975415000000, 2975425000000)"),
    ("hơn 12 nghìn tỷ đồng", "vi", 12e12, "(12000000000000, 13000000000000)"),
    ("5.8 trillion VND", "en", 5.8e12, "[5750000000000, 5850000000000)"),
    ("khoảng 52 hộ", "vi", 52, "[51, 53]"),
    ("95% trở lên", "vi", 95, "[95, inf)"),
    ("dưới 0,4%", "vi", 0.4, "[0, 0.4]"),
    ("không quá 3%", "vi", 3, "[0, 3]"),
    ("không dưới 95%", "vi", 95, "[95, inf)"),
    ("hàng chục nghìn suất quà", "vi", 10_000, "[10000, 100000)"),
    ("05 quận", "vi", 5, "[5, 5]"),
    ("96,208,984 persons", "en", 96_208_984, "[96208984, 96208984]"),
    ("over 2.2 million households", "en", 2_200_000, "(2200000, 2300000)"),
    ("1.972.767 ménages", "fr", 1_972_767, "[1972767, 1972767]"),
    ("125万8997世帯", "ja", 1_258_997, "[1258997, 1258997]"),
]


def bounds(interval):
    left, right = "[" if interval.low_closed else "(", "]" if interval.high_closed else ")"
    low, high = (
        f"{end:.9g}" if abs(end) < 1e9 else f"{end:.0f}" for end in (interval.low, interval.high)
    )
    return f"{left}{low}, {high}{right}"


@pytest.mark.parametrize(("token", "language", "value", "interval"), PRINTED)
def test_a_printed_token_is_read_with_its_interval(token, language, value, interval):
    numeral = read(token, language)
    assert numeral.value == value
    assert bounds(numeral.interval) == interval


def test_a_fraction_holds_two_figures():
    assert [numeral.value for numeral in read_all("32.454/33.104 hồ sơ")] == [32454, 33104]


@pytest.mark.parametrize(
    ("token", "ends"),
    [
        ("từ 1 - 1,5%", (1, 1.5)),
        ("1–1,5%", (1, 1.5)),
        ("từ 1% đến 1,5%", (1, 1.5)),
        ("10 - 12 triệu đồng", (10e6, 12e6)),
        ("từ 2 triệu đến 3 triệu đồng", (2e6, 3e6)),
        ("110.000 - 120.000 lao động", (110_000, 120_000)),
    ],
)
def test_a_range_is_at_least_one_and_at_most_the_other(token, ends):
    low, high = read_all(token)
    assert (low.value, high.value) == ends
    assert (low.qualifier, high.qualifier) == (Qualifier.AT_LEAST, Qualifier.AT_MOST)
    assert (low.interval.low, high.interval.high) == ends


@pytest.mark.parametrize("token", ["2021-2023", "18/30 hộ", "giảm 10% đến 12%", "12 - 10 hộ"])
def test_two_numbers_that_are_no_ends_are_no_range(token):
    assert {one.qualifier for one in read_all(token)} == {Qualifier.EXACT}


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_range_holds_every_number_between_its_ends(low, more):
    token = f"từ {write(low, 'vi')} - {write(low + more, 'vi')} hộ"
    if low >= 1900 and low + more <= 2100:
        return
    first, second = read_all(token)
    for number in (low, low + more // 2, low + more):
        assert first.interval.contains(number)
        assert second.interval.contains(number)


@pytest.mark.parametrize(
    ("token", "language"),
    [
        ("1.23", "vi"),
        ("12.3456", "vi"),
        ("1,234.5", "vi"),
        ("1.234,5", "en"),
        ("1,2,3", "vi"),
        ("2,2 5%", "vi"),
        ("không", "vi"),
    ],
)
def test_what_the_language_cannot_write_is_refused(token, language):
    with pytest.raises(NumeralError):
        read(token, language)


@pytest.mark.parametrize("word", ["gần", "hơn", "trên", "khoảng"])
def test_a_qualifier_inside_a_longer_word_is_none(word):
    assert read(f"{word}x 12 hộ").qualifier == Qualifier.EXACT
    assert read(f"{word} 12 hộ").qualifier != Qualifier.EXACT


@given(st.integers(0, 10**13))
def test_whole_numbers_survive_writing_and_reading(number):
    for language in ("vi", "en"):
        assert read(write(number, language), language).value == number


@given(st.integers(0, 10**8), st.integers(0, 3))
def test_decimals_survive_writing_and_reading(units, decimals):
    number = units / 10**decimals
    for language in ("vi", "en"):
        numeral = read(write(number, language, decimals), language)
        assert numeral.value == pytest.approx(number, abs=1e-9)
        assert numeral.decimals == decimals


@given(st.integers(0, 10**7), st.integers(1, 3))
def test_a_rounded_figure_holds_its_value_and_is_one_step_wide(units, decimals):
    numeral = read(write(units / 10**decimals, "vi", decimals) + "%")
    assert numeral.interval.contains(numeral.value)
    assert numeral.interval.width == pytest.approx(numeral.step)


def test_numbers_and_dates_follow_the_language():
    assert (write(1234.5, "vi"), write(1234.5, "en")) == ("1.234,5", "1,234.5")
    assert (write(10.9, "vi"), write(10.9, "en")) == ("10,9", "10.9")
    assert write(-0.0004, "vi", 2) == "0,00"
    day = datetime.date(2023, 12, 31)
    assert (write_date(day, "vi"), write_date(day, "en")) == ("31/12/2023", "31 Dec 2023")
    day = datetime.date(2025, 7, 1)
    assert (write_date(day, "vi"), write_date(day, "en")) == ("01/7/2025", "1 Jul 2025")
    assert write_date(datetime.date(2022, 1, 1), "vi") == "01/01/2022"
