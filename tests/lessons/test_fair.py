"""Fairness: right answers however students write them, and wrong ones that look like them.

For each exercise at least twelve of each, by people's habits; figures are those of the data.
"""

import datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import welfare_analysis as wa
from welfare_analysis.codes import LANGUAGES
from welfare_analysis.data.numerals import write
from welfare_analysis.lessons.course import exercises, numbers
from welfare_analysis.report.one_notebook import Paper
from welfare_analysis.show.prose import Prose

FEWEST = 12
CASES = {}


def case(key):
    """Mark a function of the data and a right answer that lists right and wrong answers."""

    def marked(make):
        CASES[key] = make
        return make

    return marked


def number(value, *more, decimals=None):
    """Write a number in the ways that work for every exercise that asks for one."""
    vi, en = (write(value, language, decimals) for language in ("vi", "en"))
    return [
        value,
        np.float64(value),
        np.array([value]),
        pd.Series([value]),
        Decimal(str(value)),
        Fraction(value),
        [value],
        (value,),
        vi,
        en,
        f" {vi} ",
        f"khoảng {vi}",
        f"{value:.6e}",
        *more,
    ]


def no_number(value, *more):
    return [
        value * 10,
        value / 10,
        value * 1000,
        value / 1000,
        -value,
        value * 1.1,
        value * 0.9,
        value + 1e9,
        "không biết",
        "nhiều",
        [value, value * 2],
        {"A": value},
        True,
        f"{write(value, 'vi')}; {write(2 * value, 'vi')}",
        *more,
    ]


def interval(low, high, *more, decimals=None):
    vi, en = ([write(end, lang, decimals) for end in (low, high)] for lang in ("vi", "en"))
    return [
        (low, high),
        [low, high],
        {low, high},
        np.array([low, high]),
        pd.Series([low, high]),
        wa.Interval(low, high),
        (str(low), str(high)),
        tuple(vi),
        "{}-{}".format(*vi),
        "{} – {}".format(*vi),
        "{}–{}".format(*en),
        "từ {} đến {}".format(*vi),
        "({}; {})".format(*vi),
        "[{}, {})".format(*en),
        "{} < x < {}".format(*vi),
        "from {} to {}".format(*en),
        *more,
    ]


def no_interval(low, high, *more):
    width = high - low
    return [
        (low + high) / 2,
        low,
        str(high),
        (low - width, high + width),
        (low + 0.25 * width, high - 0.25 * width),
        (low, high + width),
        (low - width, high),
        (low + width, high + width),
        (low - width, low),
        (low + 0.4 * width, high + 0.4 * width),
        (high, low),
        (low / 1000, high / 1000),
        (low * 100, high * 100),
        f"dưới {write(high, 'vi')}",
        "khoảng giữa",
        (low, high, high),
        [low],
        *more,
    ]


@case("1a")
def _(data, right):
    return (
        number(right, "2.975.420.000.000 đồng", "2,975,420,000,000", "2975420000000", "2975.42e9"),
        no_number(right, "2.975,42 tỷ đồng", "2.975,42 tỷ", "2,975.42 billion", 2975.42),
    )


@case("1b")
def _(data, right):
    names = {"stock": "thời điểm", "flow": "thời kỳ"}
    other = {"stock": "flow", "flow": "stock"}
    table = list(right.items())
    return (
        [
            right,
            {key.lower(): value for key, value in table},
            {key: value.upper() for key, value in table},
            {key: names[value] for key, value in table},
            {key: names[value].replace("kỳ", "kì") for key, value in table},
            {key: names[value].replace("ờ", "o").replace("ể", "e") for key, value in table},
            {key: f"số {names[value]}" for key, value in table},
            {key: f" {value} " for key, value in table},
            list(right.values()),
            tuple(names[value] for value in right.values()),
            pd.Series(right),
            dict(reversed(table)),
            ", ".join(f"{key}: {value}" for key, value in table),
            "; ".join(f"{key} = {names[value]}" for key, value in table),
        ],
        [
            *({**right, key: other[value]} for key, value in table),
            {key: other[value] for key, value in table},
            dict.fromkeys(right, "stock"),
            dict.fromkeys(right, "flow"),
            dict(table[:5]),
            {**right, "F": "?"},
            list(right.values())[:5],
            list(right.values())[::-1],
            "stock",
            ["stock", "flow"],
        ],
    )


@case("1c")
def _(data, right):
    return (
        [
            "at_most",
            "at most",
            "At most",
            "at most that number",
            "no more than",
            "không quá số đó",
            "không quá",
            "Không quá",
            "khong qua",
            "nhiều nhất",
            "tối đa",
            ["at_most"],
            "không quá số đó.",
        ],
        [
            "exactly",
            "at_least",
            "đúng bằng số đó",
            "ít nhất",
            "tối thiểu",
            "bằng",
            "at least that number",
            "no fewer than",
            "không biết",
            "nhỏ hơn nhiều",
            1,
            True,
            ["at_most", "exactly"],
            "không quá, ít nhất",
        ],
    )


@case("1d")
def _(data, right):
    more = ["2.400 lượt - 2.500 lượt", "2400,2500", "(2.400, 2.500)", "2.400 đến dưới 2.500 lượt"]
    return (
        interval(2400, 2500, *more),
        no_interval(2400, 2500, (2.4, 2.5), (2499, 2500), (2450, 2550), "gần 2.500", (2500, 2600)),
    )


@case("1e")
def _(data, right):
    more = ["0,025-0,035", "0,03 ± 0,005", "0.03 +/- 0.005", "0,025%–0,035%", "0.025,0.035"]
    return (
        interval(0.025, 0.035, *more),
        no_interval(0.025, 0.035, (0.02, 0.04), (0.03, 0.04), "0,03%", "0,03 ± 0,01", (0.02, 0.03)),
    )


@case("1f")
def _(data, right):
    low, high = round(right.low), round(right.high)
    more = [right, (low, high), "0,992–1,026 triệu đồng", "từ 0,992 triệu đến 1,026 triệu"]
    return (
        interval(low, high, *more),
        no_interval(low, high, 2975.42e9 / 2.9e6, (0.992, 1.026), (440_000, 1_026_000)),
    )


@case("1g")
def _(data, right):
    about = "trợ giúp xã hội"
    return (
        [
            right,
            f"Hà Nội có hơn 2,9 triệu lượt {about} trong giai đoạn 2021–2023.",
            f"Trong ba năm 2021, 2022 và 2023, Hà Nội có hơn 2.900.000 lượt {about}.",
            f"Từ 2021 đến 2023 thành phố Hà Nội đã {about} trên 2,9 triệu lượt.",
            f"Ha Noi: hơn 2.9 triệu lượt {about}, 2021-2023",
            f"Thủ đô có trên 2,9 triệu lượt đối tượng được {about} (2021–2023).",
            f"Giai đoạn 2021-2023, TP. Hà Nội {about} HƠN 2,9 TRIỆU LƯỢT.",
            "In 2021–2023 Hanoi gave social assistance in more than 2.9 million turns.",
            "Hà Nội recorded over 2.9 million turns of social assistance from 2021 to 2023.",
            "Between 2021 and 2023, Hanoi counted more than 2,900,000 turns of assistance.",
            f"Hà Nội: >2,9 triệu lượt {about} trong 2021–2023",
            f"Hà Nội, 2021–2023: hơn 2,9 triệu lượt {about}; một người có thể có nhiều lượt.",
        ],
        [
            f"Hà Nội có 2,9 triệu lượt {about} trong giai đoạn 2021–2023.",
            f"Hà Nội có không hơn 2,9 triệu lượt {about} trong giai đoạn 2021–2023.",
            f"Hà Nội có hơn 12,9 triệu lượt {about} trong giai đoạn 2021–2023.",
            f"Hà Nội có hơn 2,9 triệu người được {about} trong giai đoạn 2021–2023.",
            f"Sơn La có hơn 2,9 triệu lượt {about} trong giai đoạn 2021–2023.",
            f"Hà Nội và Sơn La có hơn 2,9 triệu lượt {about} trong giai đoạn 2021–2023.",
            f"Mỗi năm trong giai đoạn 2021–2023 Hà Nội có hơn 2,9 triệu lượt {about}.",
            f"Hà Nội có hơn 2,9 triệu lượt {about}.",
            f"Hà Nội có hơn 2,9 triệu lượt {about} năm 2023.",
            f"Có hơn 2,9 triệu lượt {about} trong giai đoạn 2021–2023.",
            "In 2021–2023 Hà Nội assisted more than 2.9 million people.",
            "From 2021 to 2023 Hà Nội gave more than 2.9 million turns a year.",
            "In 2021–2023 Hà Nội gave no more than 2.9 million turns.",
            f"Hà Nội có hơn 2,9 tỷ lượt {about} trong giai đoạn 2021–2023.",
            2.9e6,
        ],
    )


@case("2a")
def _(data, right):
    return (
        number(right.value, right, "2,3 triệu hộ", "2.3 million households", "2.300.000 hộ"),
        no_number(right.value, 690 * 0.03, 690 * 0.03 / 100, "690", "2,3", "23.000 hộ"),
    )


@case("2b")
def _(data, right):
    low, high = round(right.low), round(right.high)
    more = [right, "1,971–2,76 triệu hộ", "từ 1.971.429 đến 2.760.000 hộ"]
    return (
        interval(low, high, *more),
        no_interval(low, high, 2_300_000, (1_725_000, 3_450_000), (2_288_500, 2_311_500)),
    )


@case("2c")
def _(data, right):
    return (
        number(right, "33,82%", "33.82 %", "33,8", "33,82 phần trăm", decimals=2),
        no_number(right, "3,82%", 3.82, 0.494, 16.758, 295.65, "0,3382", 0.3382),
    )


@case("2d")
def _(data, right):
    yes_no = {True: "đúng", False: "sai"}
    rights = [
        right,
        list(right.values()),
        tuple(right.values()),
        pd.Series(right),
        np.array(list(right.values())),
    ]
    spoken = [("đúng", "sai"), ("Đ", "S"), ("có", "không"), ("yes", "no"), ("True", "False")]
    spoken += [("dung", "sai"), ("T", "F"), ("Có thể", "Không thể")]
    for yes, no in spoken:
        rights.append({key: yes if value else no for key, value in right.items()})
    return (
        rights,
        [
            *({**right, key: not value} for key, value in right.items()),
            {key: not value for key, value in right.items()},
            dict.fromkeys(right, True),
            dict.fromkeys(right, False),
            {"A": True},
            {"A": True, "B": True},
            {key: yes_no[not value] for key, value in right.items()},
            True,
            "đúng",
            [True, True],
            {**right, "C": "?"},
            [True, False, True],
        ],
    )


@case("2e")
def _(data, right):
    return (
        number(right, "1,5", "1.5", "3/2", "gấp 1,5 lần", "1,5 lần", "150%", Fraction(3, 2)),
        no_number(right, 18, 2, 3.33, 0.667, "2/3", "15", "50%", "1,5%"),
    )


@case("2f")
def _(data, right):
    return (
        number(
            right.value, right, "–2,27", "-2,27", "−2,27", "-2.27 điểm phần trăm", "âm 2,27", -2.27
        ),
        no_number(right.value, 2.27, "2,27", -1.1, 0.7, -44, "-44%", "-0,0227", right.value * 2),
    )


@case("2g")
def _(data, right):
    return (
        number(
            right,
            46.4,
            "46,4",
            "46.4",
            "46",
            47.3,
            "47,3 người",
            45.9,
            "45,9 người trên 100.000 dân",
            "46,4 người/100.000 dân",
        ),
        no_number(
            right, 137.7, 139.3, 141.8, 49.5, 181.2, 3.97, 0.0464, 0.464, "46,4%", "45,9–47,3"
        ),
    )


@case("3a")
def _(data, right):
    return (
        [
            right,
            list(right),
            tuple(right),
            np.array(sorted(right)),
            ["chuẩn nghèo", "cấp hành chính"],
            ["Cấp", "Chuẩn"],
            ["poverty standard", "administrative level"],
            "chuẩn nghèo, cấp hành chính",
            "chuẩn nghèo và cấp hành chính",
            "cấp hành chính; chuẩn nghèo",
            "standard and level",
            "STANDARD, LEVEL",
            "chuan ngheo va cap hanh chinh".replace(" va ", " và "),
            ["standard", "level", "standard"],
        ],
        [
            {"LEVEL"},
            {"STANDARD"},
            "cấp hành chính",
            ["chuẩn nghèo", "đơn vị"],
            ["chuẩn nghèo", "cấp", "đơn vị"],
            ["chuẩn nghèo", "cấp", "thời điểm"],
            ["chuẩn nghèo", "cấp", "quy mô"],
            "chuẩn nghèo, cấp và quy mô",
            "quy mô và ngày",
            ["TEMPORAL"],
            "không khác gì",
            5,
            {"A": "chuẩn"},
            "tất cả",
        ],
    )


@case("3b")
def _(data, right):
    return (
        [
            right,
            right.lower(),
            "period length",
            "Period length",
            "length of the period",
            "độ dài thời kỳ",
            "độ dài thời kì",
            "Độ dài",
            "do dai thoi ky",
            ["độ dài thời kỳ"],
            {"PERIOD_LENGTH"},
            " độ dài thời kỳ. ",
            "period_length",
        ],
        [
            "SIZE",
            "quy mô",
            "chuẩn nghèo",
            "STANDARD",
            "thời điểm",
            "DATE",
            "cấp hành chính",
            "thời điểm hay thời kỳ",
            "đơn vị",
            "loại số liệu",
            "thời kỳ",
            "không có lý do",
            ["độ dài thời kỳ", "quy mô"],
            3,
        ],
    )


@case("3c")
def _(data, right):
    vi = {
        "with_caution": "cần thận trọng",
        "not_comparable": "không so sánh được",
        "missing": "thiếu số liệu",
        "comparable": "so sánh được",
    }
    plain = {key: str(value) for key, value in right.items()}
    spoken = {key: vi[value] for key, value in plain.items()}
    swapped = dict(zip(plain, [plain[key] for key in "BACD"], strict=True))
    return (
        [
            right,
            plain,
            spoken,
            list(plain.values()),
            tuple(spoken.values()),
            pd.Series(plain),
            {key: value.replace("_", " ") for key, value in plain.items()},
            {key: value.upper() for key, value in plain.items()},
            {key: value.capitalize() for key, value in spoken.items()},
            {**spoken, "A": "thận trọng"},
            {**spoken, "C": "chưa có số liệu"},
            {**plain, "A": "caution"},
            ", ".join(f"{key}: {value}" for key, value in plain.items()),
        ],
        [
            dict.fromkeys(plain, "not_comparable"),
            dict.fromkeys(plain, "comparable"),
            swapped,
            {**plain, "C": "not_comparable"},
            {**plain, "A": "not_comparable"},
            {**plain, "A": "comparable"},
            {**plain, "B": "with_caution"},
            {**plain, "D": "with_caution"},
            {**spoken, "D": "không"},
            {"A": "with_caution"},
            list(plain.values())[::-1],
            "comparable",
            {**plain, "A": "?"},
            {**plain, "C": 0},
        ],
    )


@case("3d")
def _(data, right):
    return (
        [
            right,
            list(right),
            ["Sơn La", "Sông Công"],
            ("Sông Công", "Sơn La"),
            "Sơn La và Sông Công",
            "Sơn La, Sông Công",
            "Sơn La; Sông Công",
            "Sông Công & Sơn La",
            "Son La and Song Cong",
            ["tỉnh Sơn La", "thành phố Sông Công"],
            ["VN-05", "VN-69-165"],
            np.array(["VN-05", "VN-69-165"]),
            ["Sơn La", "TP. Sông Công"],
            ["Sơn La", "Sông Công City"],
        ],
        [
            ["Hà Nội", "TP.HCM"],
            ["Hà Nội", "Sông Công"],
            ["Hà Nội", "TP.HCM", "Sơn La"],
            ["Hà Nội", "TP.HCM", "Sơn La", "Sông Công"],
            ["Sơn La"],
            "Sơn La",
            "Sông Công",
            "Sơn La và Hà Nội",
            ["Sơn La", "Sông Công", "Hà Nội"],
            ["Sơn La", "Thái Nguyên"],
            [],
            "không nơi nào",
            2,
            {"A": "Sơn La"},
            "tất cả",
        ][:10]
        + ["không nơi nào", 2, {"A": "Sơn La"}, "tất cả"],
    )


@case("3e")
def _(data, right):
    return (
        [
            right,
            "01/01/2022",
            "1/1/2022",
            "ngày 01/01/2022",
            "01-01-2022",
            "1.1.2022",
            "ngày 1 tháng 1 năm 2022",
            "1 tháng 1 năm 2022",
            "1 January 2022",
            "January 1, 2022",
            "1 Jan 2022",
            "đầu năm 2022",
            datetime.date(2022, 1, 1),
            pd.Timestamp("2022-01-01"),
            np.datetime64("2022-01-01"),
            ["01/01/2022"],
        ],
        [
            "31/12/2018",
            "31/12/2022",
            "2022-12-31",
            "31 tháng 12 năm 2022",
            "cuối năm 2022",
            "31/12/2023",
            "31/12/2024",
            "2022",
            2022,
            "02/01/2022",
            "01/12/2022",
            datetime.date(2022, 12, 31),
            pd.Timestamp("2021-01-01"),
            "đầu kỳ",
            ["01/01/2022", "31/12/2022"],
        ],
    )


@case("3f")
def _(data, right):
    people = wa.one(data, "population", "VN-HN", 2019)
    workers = wa.observation(data, "ldxh-hn-2024-p11-workers-sent-abroad")
    average = wa.annual_average(workers)
    return (
        number(right.value, right, "47,3", 47.3, "47.3", "47,3 người", "47,3 trên 100.000 dân"),
        no_number(
            right.value,
            wa.per_inhabitants(data, average, people),
            average,
            141.8,
            70.9,
            0.0473,
            "47,3%",
        ),
    )


@case("3g")
def _(data, right):
    return (
        [
            right,
            list(right),
            ("urban_share", "Hà Nội", "TP.HCM"),
            ("urban_share", "TP.HCM", "Hà Nội"),
            ("urban_share", "Ha Noi", "Ho Chi Minh City"),
            ("urban_share", "hà nội", "Sài Gòn"),
            ("Tỷ lệ dân số thành thị", "Hà Nội", "TP.HCM"),
            ("population", "Hà Nội", "TP.HCM"),
            ("population", "VN-HN", "VN-SG"),
            ("households", "Hà Nội", "TP.HCM"),
            ("population_density", "Hà Nội", "TP.HCM"),
            np.array(["urban_share", "VN-HN", "VN-SG"]),
            pd.Series(["urban_share", "VN-HN", "VN-SG"]),
        ],
        [
            ("gdp", "Hà Nội", "TP.HCM"),
            ("urban_share", "Hà Nội", "Hà Nội"),
            ("urban_share", "Hà Nội", "Thủ đô"),
            ("urban_share", "Hà Nội", "Paris"),
            ("urban_share", "Hà Nội"),
            ("vocational_enrolment", "Hà Nội", "TP.HCM"),
            ("workers_sent_abroad", "Hà Nội", "Sơn La"),
            ("poor_household_rate", "Sơn La", "Sông Công"),
            ("poor_household_rate", "Hà Nội", "TP.HCM"),
            ("poor_households", "Sơn La", "Sông Công"),
            "urban_share",
            ("urban_share", "Hà Nội", "TP.HCM", "Sơn La"),
            {"urban_share": ("Hà Nội", "TP.HCM")},
            5,
        ],
    )


@case("4a")
def _(data, right):
    return (
        number(right, 119, "119", "119 hộ", "119 households", np.int64(119), "hơn 119 hộ"),
        no_number(right, 0, -119, 118, 120, 1_972_648, 915_393, 857_000, "119 và 120"),
    )


@case("4b")
def _(data, right):
    plain = {key: str(value) for key, value in right.items()}
    vi = {
        "A": "khớp",
        "B": "khớp trong phạm vi làm tròn",
        "C": "mâu thuẫn",
        "D": "chưa kiểm tra được",
    }
    return (
        [
            right,
            plain,
            vi,
            list(plain.values()),
            tuple(vi.values()),
            pd.Series(plain),
            {key: value.replace("_", " ") for key, value in plain.items()},
            {key: value.upper() for key, value in plain.items()},
            {**vi, "B": "do làm tròn"},
            {**vi, "C": "không khớp"},
            {**vi, "D": "không kiểm tra được"},
            {key: f" {value}." for key, value in vi.items()},
            "; ".join(f"{key}: {value}" for key, value in vi.items()),
        ],
        [
            {**plain, "A": "inconsistent"},
            {**plain, "B": "inconsistent"},
            {**plain, "C": "within rounding"},
            {**plain, "D": "consistent"},
            {**plain, "D": "inconsistent"},
            {**plain, "B": "consistent"},
            {**plain, "A": "within_rounding"},
            dict.fromkeys(plain, "inconsistent"),
            dict.fromkeys(plain, "consistent"),
            dict(list(plain.items())[:3]),
            list(plain.values())[::-1],
            {**plain, "A": "?"},
            "mâu thuẫn",
            {**vi, "C": "khớp"},
        ],
    )


@case("4c")
def _(data, right):
    year = int(right["A"])
    return (
        [
            right,
            {"A": year, "B": 1},
            {"A": str(year), "B": "1"},
            {"a": year, "b": 1},
            {"A": np.int64(year), "B": np.int64(1)},
            {"A": float(year), "B": 1.0},
            {"A": f"năm {year}", "B": "1 nguồn"},
            {"A": f"cuối năm {year}", "B": "chỉ 1"},
            [year, 1],
            (str(year), 1),
            pd.Series({"A": year, "B": 1}),
            {"A": [year], "B": [1]},
            f"A: {year}, B: 1",
            {"B": 1, "A": year},
        ],
        [
            {"A": year, "B": 2},
            {"A": year + 1, "B": 1},
            {"A": year + 1, "B": 2},
            {"A": year + 2, "B": 1},
            {"A": f"{year}, {year + 1}", "B": 1},
            {"A": f"{year}-{year + 1}", "B": 1},
            {"A": f"{year} hoặc {year + 1}", "B": 1},
            {"A": year, "B": "1 hoặc 2"},
            {"A": year, "B": 0},
            {"A": year, "B": 3},
            {"A": year},
            {"B": 1},
            [1, year],
            year,
            {"A": year / 1000, "B": 1},
        ],
    )


@case("4d")
def _(data, right):
    return (
        number(right, 36_666, "36.666", "36,666", "36 666", "36.666 hộ", np.int64(36_666)),
        no_number(right, 7_670, 19_562, 5_064, 39_416, 22_168, 14_498, "36,666 triệu"),
    )


@case("4e")
def _(data, right):
    first, second = sorted(right)
    return (
        [
            right,
            [first, second],
            (second, first),
            np.array([first, second]),
            pd.Series([first, second]),
            f"{first}, {second}",
            f"{first}; {second}",
            f"{second} và {first}",
            f"{first} and {second}",
            [first.replace("_", " "), second.upper()],
            ["tỷ lệ, số đếm và mẫu số", "mục tiêu theo điểm phần trăm và theo số hộ"],
            "tỷ lệ, số đếm và mẫu số; mục tiêu theo điểm phần trăm và theo số hộ",
            "mục tiêu theo điểm phần trăm và theo số hộ và tỷ lệ, số đếm và mẫu số",
            "rate, count and base; target in two units",
            [first, second, first],
        ],
        [
            [first],
            [second],
            first,
            [first, second, "plan_attainment"],
            f"{first}, {second} và plan_attainment",
            ["plan_attainment"],
            [first, "plan_attainment"],
            [first, "same_figure"],
            [first, second, "household_size"],
            [first, second, "implied_base"],
            "tất cả",
            2,
            {"A": first},
            ["inconsistent"],
        ],
    )


@case("4f")
def _(data, right):
    return (
        [
            "keep_flag",
            "C",
            "c",
            "C.",
            "(c)",
            "C)",
            "Câu C",
            "đáp án C",
            "Đáp án: C",
            "phương án C",
            "option C",
            "C. Giữ như đã in, gắn nghi vấn, ghi lý do",
            "giữ và ghi nghi vấn",
            ["C"],
            "Em chọn C",
        ],
        [
            "A",
            "B",
            "D",
            "E",
            "a.",
            "câu B",
            "option D",
            "sửa",
            "xóa",
            "xoá",
            "lấy trung bình",
            "giữ và không nói gì",
            "A, C",
            ["C", "D"],
            "F",
            3,
        ],
    )


@case("4g")
def _(data, right):
    paid, comment = right["observation"], "Quỹ chi 36 tỷ nhưng chỉ huy động được 32 tỷ đồng"
    slip = {"observation": paid, "value": 36e9, "status": "U", "comment": comment}
    poor = "khoahocphothong-2024-sg-poor"
    return (
        [
            right,
            slip,
            {**slip, "value": "36 tỷ"},
            {**slip, "value": "36 tỷ đồng"},
            {**slip, "value": "36.000.000.000"},
            {**slip, "value": 36_000_000_000},
            {**slip, "value": wa.observation(data, paid)},
            {**slip, "status": "u"},
            {**slip, "status": "A U"},
            {**slip, "status": "nghi vấn"},
            {**slip, "observation": f" {paid} "},
            {**slip, "comment": "The fund paid out more than the 32 billion that it raised"},
            {
                "observation": poor,
                "value": 8293,
                "status": "U",
                "comment": "Nguồn khác in 8.400 hộ cho cùng thời điểm cuối năm",
            },
        ],
        [
            {**slip, "comment": "a b c d e 1"},
            {**slip, "comment": "1 2 3 4 5 6"},
            {**slip, "comment": "Con số này sai, cần xem lại nguồn đã in"},
            {**slip, "comment": "Con số 36 tỷ này sai, cần xem lại nguồn đã in"},
            {**slip, "comment": "Năm 2023 con số này sai, cần xem lại nguồn"},
            {**slip, "comment": "trái với 32 tỷ"},
            {**slip, "comment": ""},
            {**slip, "value": 32e9},
            {**slip, "value": 36},
            {**slip, "value": "36"},
            {**slip, "status": "A"},
            {**slip, "status": ""},
            {**slip, "observation": "ldxh-hn-2024-p99"},
            {**slip, "observation": "ldxh-sc-2024-p4-employment-deprived-rate"},
            {**slip, "observation": "ldxh-hn-2024-p16-poor-rate"},
            paid,
            list(slip.values()),
        ],
    )


@case("5a")
def _(data, right):
    return (
        [
            right,
            list(right),
            "VN-69-165",
            "Sông Công",
            "sông công",
            "song cong",
            "thành phố Sông Công",
            "TP. Sông Công",
            "Sông Công City",
            ["Sông Công"],
            ("Sông Công",),
            {"Sông Công"},
            np.array(["Sông Công"]),
            "Sông Công.",
        ],
        [
            "Hà Nội",
            "VN-HN",
            ["Hà Nội", "Sông Công"],
            "Hà Nội và Sông Công",
            "TP.HCM",
            "Sơn La",
            ["Sơn La", "Sông Công"],
            "không nơi nào",
            "Thái Nguyên",
            0,
            ["Hà Nội", "TP.HCM", "Sơn La", "Sông Công"],
            "Sông Công, TP.HCM",
            {"A": "Sông Công"},
        ],
    )


@case("5b")
def _(data, right):
    return (
        [
            right,
            sorted(right),
            tuple(right),
            np.array(sorted(right)),
            ["ô trống vẽ thành số không", "chung một trục", "không ghi nguồn"],
            ["missing drawn as zero", "one axis", "no source"],
            ["missing as zero", "One axis", "No source"],
            "missing as zero, one axis, no source",
            "one axis and no source and missing as zero",
            "ô trống vẽ thành số không; chung một trục; không ghi nguồn",
            "ô trống vẽ thành số không, chung một trục và không ghi nguồn",
            ["ô trống vẽ thành số không", "chung một trục", "thiếu nguồn"],
            ["o trong ve thanh so khong", "chung mot truc", "khong ghi nguon"],
        ],
        [
            ["missing_as_zero"],
            ["missing_as_zero", "one_axis"],
            ["missing_as_zero", "no_source"],
            ["one_axis", "no_source"],
            [*right, "wrong_figures"],
            [*right, "dull_colours"],
            [*right, "wrong_figures", "dull_colours"],
            "dull colours",
            "chung một trục, không ghi nguồn và màu xấu",
            ["số sai"],
            "tất cả",
            3,
            {"A": "one_axis"},
            "không có lỗi",
        ],
    )


@case("5c")
def _(data, right):
    return (
        number(right, 3, "3", "3 trục", "3 axes", np.int64(3), "cần 3 trục"),
        no_number(right, 1, 2, 4, 5, "2", "4 trục", "3, 4", "3 hoặc 4", "2-3"),
    )


@case("5d")
def _(data, right):
    return (
        [
            right,
            "b",
            "B.",
            "(B)",
            "B)",
            "Câu B",
            "câu b",
            "Đáp án B",
            "đáp án: B",
            "option B",
            "ý B",
            "chọn B",
            ["B"],
            "B. Tỷ lệ hộ nghèo của Sơn La thay đổi thế nào",
        ],
        [
            "A",
            "C",
            "D",
            "a",
            "Câu C",
            "A, B",
            ["B", "C"],
            "B và D",
            "E",
            "không câu nào",
            2,
            "tất cả",
            {"A": "B"},
        ],
    )


def reviews(data, area, **more):
    standard = max(wa.select(data, "poor_household_rate", area, measure="actual")["standard"])
    more.setdefault("standard", standard)
    return wa.select(data, "poor_household_rate", area, measure="actual", **more)


def drawn(data, shown, language="vi"):
    return wa.charts.series(data, shown, language)


@case("5e")
def _(data, right):
    frames = [reviews(data, area) for area in ("VN-HN", "VN-SG")]
    named = [wa.observations(data, frame) for frame in frames]
    near = wa.select(data, "near_poor_household_rate", "VN-HN", measure="actual")
    country = wa.select(
        data, "poor_household_rate", "VN", measure="actual", standard="VN-2022-2026"
    )
    return (
        [
            right,
            *(drawn(data, frame, language) for frame in frames for language in ("vi", "en")),
            *(drawn(data, listed) for listed in named),
            *(drawn(data, listed[::-1]) for listed in named),
            drawn(data, named[0][1:]),
            drawn(data, named[0][2:4]),
            drawn(data, frames[0].sort_values("period_end", ascending=False)),
            drawn(data, frames[1].sort_values("period_end", ascending=False)),
        ],
        [
            drawn(data, country),
            drawn(data, reviews(data, "VN-05")),
            drawn(data, reviews(data, "VN-69-165")),
            drawn(data, pd.concat(frames)),
            drawn(data, wa.select(data, "poor_household_rate", "VN-HN", measure="actual")),
            drawn(data, near),
            drawn(data, named[0][:1]),
            drawn(data, named[1][:1], "en"),
            drawn(data, frames[0]).figure,
            drawn(data, frames[0]).svg,
            wa.tables.observations(data, named[0], "vi"),
            frames[0],
            named[0],
            "biểu đồ",
            wa.charts.series,
        ],
    )


@case("5f")
def _(data, right):
    brief = wa.Brief(data, "vi")
    vi, en = brief.voice("vi"), brief.voice("en")
    figures = {area: wa.observations(data, reviews(data, area)) for area in ("VN-HN", "VN-SG")}
    first, *_, last = figures["VN-SG"]
    hanoi = figures["VN-HN"][-1]
    now = vi("{n:area}: tỷ lệ hộ nghèo là {n} ({n:period}).", n=last)
    then = vi("Theo cùng một chuẩn, tỷ lệ là {n} ({n:period}).", n=first)
    son_la = wa.one(data, "poor_household_rate", "VN-05", 2023)
    english = en("The poor household rate was {n} ({n:period}).", n=last)
    return (
        [
            right,
            tuple(right),
            [now, then],
            (then, now),
            [now, then, now],
            [english, en("It had been {n} ({n:period}).", n=first)],
            [now, english],
            [vi("{n} ({n:period})", n=figure) for figure in figures["VN-HN"][:2]],
            [en("{n:area}: {n} ({n:period})", n=figure) for figure in figures["VN-HN"][:2]],
            [vi("{a} ({a:period}), trước đó {b} ({b:period})", a=last, b=first), now],
            [vi("Mức thấp nhất kể từ khi có chuẩn này: {n} ({n:period})", n=last), then],
            [now, vi("Ngày {n:period}: {n}", n=first)],
        ],
        [
            now,
            [now],
            [str(now), str(then)],
            ["Tỷ lệ giảm", "Tỷ lệ tăng"],
            [now, "Tỷ lệ giảm"],
            [now, Prose.of("Tỷ lệ giảm mạnh", (), "vi")],
            [now, vi("Tỷ lệ là {n}.", n=first)],
            [now, vi("{a} ({a:period}) so với {b} ({b:period})", a=last, b=son_la)],
            [now, vi("{n:area}: {n} ({n:period})", n=son_la)],
            [now, vi("{n:area}: {n} ({n:period})", n=hanoi)],
            [now, vi("Thấp hơn Sơn La: {n} ({n:period})", n=last)],
            [now, vi("Thấp nhất cả nước: {n} ({n:period})", n=last)],
            [now, en("The lowest of the four: {n} ({n:period})", n=last)],
            [now, vi("Đứng đầu các thành phố: {n} ({n:period})", n=last)],
            5,
        ],
    )


@case("5g")
def _(data, right):
    def paper(**changed):
        facts = {
            "path": Path("brief.pdf"),
            "title": "x",
            "language": "vi",
            "pages": 1,
            "sources": (1, 4),
            "parameters": {"area": "VN-SG"},
        }
        return Paper(**{**facts, **changed})

    def of(**parameters):
        return paper(parameters=parameters)

    return (
        [
            right,
            paper(),
            paper(language="en"),
            paper(sources=(1,)),
            of(area="VN-HN"),
            of(area="VN-69-165"),
            of(area="VN-HN", language="en"),
            of(indicator="near_poor_household_rate"),
            of(indicator="near_poor_household_rate", area="VN-05"),
            of(indicator="poor_households", area="VN-SG"),
            of(indicator="poor_household_rate", area="VN-SG"),
            paper(path=Path("other.pdf"), title="Hà Nội"),
        ],
        [
            of(area="VN-05"),
            of(),
            of(language="en"),
            of(indicator="poor_household_rate"),
            of(indicator="poor_household_rate", area="VN-05"),
            paper(pages=2),
            paper(pages=3, parameters={"area": "VN-HN"}),
            paper(sources=()),
            paper(sources=(), pages=2),
            "brief.pdf",
            Path("brief.pdf"),
            "executed.ipynb",
            paper,
            {"area": "VN-SG"},
        ],
    )


KEYS = [key for lesson in numbers() for key in exercises(lesson)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", KEYS)
def test_right_answers_are_taken_however_they_are_written(opened, data, key, language):
    lesson = opened(int(key[0]), language)
    right, _ = CASES[key](data, lesson.answer(key))
    assert len(right) >= FEWEST
    refused = [answer for answer in right if lesson.check(key, answer).verdict != "right"]
    assert not refused, [str(lesson.check(key, answer)) for answer in refused]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", KEYS)
def test_wrong_answers_are_refused_however_alike_they_are(opened, data, key, language):
    lesson = opened(int(key[0]), language)
    _, wrong = CASES[key](data, lesson.answer(key))
    assert len(wrong) >= FEWEST
    taken = [answer for answer in wrong if lesson.check(key, answer).verdict != "wrong"]
    assert not taken
