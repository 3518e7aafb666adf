"""Faults of the data, each beside a near miss that must pass."""

import re

import pytest

# (table, row, fault, column, words of the problem, near miss)
CASES = {
    # numbers
    "grouped in Vietnamese": (
        "observations",
        4,
        {"value": "11.959"},
        "value",
        ["11959 (Vietnamese) or 11.959 (English)", "write 11959 or 11.9590"],
        {"value": "11959"},
    ),
    "grouped in English": (
        "observations",
        4,
        {"value": "11,959"},
        "value",
        ["11.959 (Vietnamese) or 11959 (English)", "write 11.9590 or 11959"],
        {"value": "1959"},
    ),
    "both marks": (
        "observations",
        2,
        {"value": "1.234,5"},
        "value",
        ["1234.5 (Vietnamese) or 1.2345 (English)"],
        {"value": "12.3450"},
    ),
    "decimal comma": (
        "observations",
        2,
        {"value": "12,5"},
        "value",
        ["12.5 (Vietnamese) or 125 (English)"],
        {"value": "12.5"},
    ),
    "decimal comma below one": (
        "observations",
        2,
        {"value": "0,095"},
        "value",
        ["0.095 (Vietnamese)"],
        {"value": "0.095"},
    ),
    "grouped millions": (
        "observations",
        5,
        {"value": "66.100.000"},
        "value",
        ["66100000 (Vietnamese)", "write 66100000"],
        {"value": "66100000"},
    ),
    "English decimals": (
        "observations",
        6,
        {"value": "1,234.50"},
        "value",
        ["1234.50 (English)"],
        {"value": "1234.567"},
    ),
    "negative and ambiguous": (
        "observations",
        7,
        {"value": "-12.345"},
        "value",
        ["-12345 (Vietnamese) or -12.345 (English)"],
        {"value": "-12.3450"},
    ),
    "blank inside": (
        "observations",
        4,
        {"value": "11 959"},
        "value",
        ["11959"],
        {"value": " 11959 "},
    ),
    "no-break space inside": (
        "observations",
        4,
        {"value": "11\u00a0959"},
        "value",
        ["11959"],
        {"value": "\u00a011959"},
    ),
    "with its unit": (
        "observations",
        4,
        {"value": "11959 người"},
        "value",
        ["no unit"],
        {"value": "720493"},
    ),
    "per cent sign": (
        "observations",
        2,
        {"value": "0.03%"},
        "value",
        ["write 0.03"],
        {"value": "0.03"},
    ),
    "zeros in front": ("observations", 4, {"value": "007"}, "value", ["write 7"], {"value": "0"}),
    "shortened by a spreadsheet": (
        "observations",
        5,
        {"value": "6.61E+07"},
        "value",
        ["spreadsheet shortened"],
        {"value": "66100000"},
    ),
    "NaN": (
        "observations",
        4,
        {"value": "NaN"},
        "value",
        ["a number that someone printed"],
        {"comment_vi": "nan", "comment_en": "nan"},
    ),
    "infinite": (
        "observations",
        4,
        {"value": "-inf"},
        "value",
        ["a number that someone printed"],
        {"value": "99999999999"},
    ),
    "spreadsheet error": (
        "observations",
        4,
        {"value": "#REF!"},
        "value",
        ["plain number"],
        {"as_printed": "#11.959"},
    ),
    "spreadsheet error in text": (
        "observations",
        4,
        {"as_printed": "#N/A"},
        "as_printed",
        ["spreadsheet's error"],
        {"as_printed": "# 11.959"},
    ),
    "no value": (
        "observations",
        4,
        {"value": ""},
        "value",
        ["empty cell", "a value in every row"],
        {"value": "0"},
    ),
    "negative count": (
        "observations",
        4,
        {"value": "-3"},
        "value",
        ["no negative number"],
        {"value": "3"},
    ),
    "negative money": (
        "observations",
        6,
        {"value": "-3"},
        "value",
        ["no negative number of VND"],
        {"value": "0.5"},
    ),
    "part of a person": (
        "observations",
        4,
        {"value": "2.5"},
        "value",
        ["whole number"],
        {"value": "2.0"},
    ),
    "percentage over 100": (
        "observations",
        2,
        {"value": "100.1"},
        "value",
        ["at most 100"],
        {"value": "100"},
    ),
    "percentage below 0": (
        "observations",
        2,
        {"value": "-0.1"},
        "value",
        ["at least 0"],
        {"value": "0"},
    ),
    "excess is not bounded": (
        "observations",
        7,
        {"value": "1e3"},
        "value",
        ["all digits"],
        {"value": "130"},
    ),
    "another value than its own token": (
        "observations",
        2,
        {"value": "9.4", "as_printed": "1,4%"},
        "value",
        ["found '9.4'", "as_printed '1,4%' is read as 1.4", "write 1.4"],
        {"value": "1.4", "as_printed": "1,40%"},
    ),
    "a scale forgotten": (
        "observations",
        6,
        {"value": "2975420", "as_printed": "2.975,42 tỷ"},
        "value",
        ["is read as 2975420000000"],
        {"value": "2975420000000", "as_printed": "2.975,42 tỷ đồng"},
    ),
    # codes
    "unknown indicator": (
        "observations",
        2,
        {"indicator": "poor_houshold_rate"},
        "indicator",
        ["a code of indicators.csv", "perhaps poor_household_rate"],
        {"indicator": "poor_household_rate "},
    ),
    "name for a code": (
        "observations",
        6,
        {"area": "sài gòn"},
        "area",
        ["write VN-SG"],
        {"area": "VN-SG"},
    ),
    "alias for a code": (
        "observations",
        2,
        {"area": "Thủ đô"},
        "area",
        ["write VN-HN"],
        {"area": "\u00a0VN-HN"},
    ),
    "unknown area": (
        "observations",
        2,
        {"area": "QQ"},
        "area",
        ["add a row 'QQ' to areas.csv"],
        {"area": "VN-HN-M13"},
    ),
    "unknown unit": (
        "observations",
        2,
        {"unit": "per cent"},
        "unit",
        ["write 'percent'"],
        {"unit": "percent"},
    ),
    "another unit": (
        "observations",
        3,
        {"unit": "persons"},
        "unit",
        ["expected households, the unit of poor_households"],
        {"unit": "households"},
    ),
    "unknown source": (
        "observations",
        2,
        {"source": "paper-2042"},
        "source",
        ["perhaps paper-2024 is meant"],
        {"source": "paper-2024"},
    ),
    "unknown measure": (
        "observations",
        2,
        {"measure": "Actual"},
        "measure",
        ["one of actual, plan, target, estimate", "write actual"],
        {"measure": "estimate"},
    ),
    "unknown qualifier": (
        "observations",
        2,
        {"qualifier": "gần"},
        "qualifier",
        ["one of exact, about, nearly"],
        {"qualifier": "nearly"},
    ),
    "status without blanks": (
        "observations",
        2,
        {"status": "DU"},
        "status",
        ["letters of the SDMX status list"],
        {"status": "D U"},
    ),
    "unknown status": (
        "observations",
        2,
        {"status": "X"},
        "status",
        ["letters of the SDMX"],
        {"status": "P"},
    ),
    "confidence": (
        "observations",
        2,
        {"confidence": "sure"},
        "confidence",
        ["high, medium, low"],
        {"confidence": "low"},
    ),
    # dates
    "no such day": (
        "observations",
        2,
        {"period_end": "2023-02-30"},
        "period_end",
        ["there is no 2023-02-30"],
        {"period_end": "2024-02-29"},
    ),
    "day first": (
        "observations",
        2,
        {"period_end": "31/12/2023"},
        "period_end",
        ["write 2023-12-31"],
        {"period_end": "2023-12-31"},
    ),
    "day or month first": (
        "observations",
        2,
        {"period_end": "01/02/2023"},
        "period_end",
        ["2023-02-01 or 2023-01-02"],
        {"period_end": "2023-02-01"},
    ),
    "day number of a spreadsheet": (
        "observations",
        2,
        {"period_end": "45291"},
        "period_end",
        ["write 2023-12-31"],
        {"period_end": "2023-12-31 "},
    ),
    "only a year": (
        "observations",
        2,
        {"period_end": "2023"},
        "period_end",
        ["whole date", "2023-12-31"],
        {"period_end": "2022-12-31"},
    ),
    "month name of a spreadsheet": (
        "observations",
        2,
        {"period_end": "Jun-25"},
        "period_end",
        ["2023-12-31"],
        {"period_end": "2025-06-30"},
    ),
    "compact date": (
        "observations",
        2,
        {"period_end": "20231231"},
        "period_end",
        ["2023-12-31"],
        {"period_end": "2023-12-31"},
    ),
    "a century off": (
        "observations",
        6,
        {"period_start": "1022-01-01"},
        "period_start",
        ["at least 1945-01-01"],
        {"period_start": "1975-04-30"},
    ),
    "no end": (
        "observations",
        4,
        {"period_end": ""},
        "period_end",
        ["a value in every row"],
        {"period_end": "2022-12-31"},
    ),
    "end before start": (
        "observations",
        4,
        {"period_end": "2020-12-31"},
        "period_end",
        ["on or after the start 2021-01-01"],
        {"period_end": "2021-01-01"},
    ),
    "stock with a start": (
        "observations",
        2,
        {"period_start": "2023-01-01"},
        "period_start",
        ["poor_household_rate is a stock"],
        {"period_start": ""},
    ),
    "flow without a start": (
        "observations",
        4,
        {"period_start": ""},
        "period_start",
        ["workers_sent_abroad is a flow"],
        {"period_start": "2023-12-31"},
    ),
    "average without a start": (
        "observations",
        5,
        {"period_start": ""},
        "period_start",
        ["is an average over a period"],
        {"period_start": "2020-01-01"},
    ),
    # areas and standards in time
    "after the boundary": (
        "observations",
        6,
        {"period_end": "2025-07-01"},
        "area",
        ["ends by 2025-06-30"],
        {"period_end": "2025-06-30"},
    ),
    "a target beyond the boundary": (
        "observations",
        6,
        {"period_end": "2030-12-31", "measure": "estimate"},
        "area",
        ["later boundary"],
        {"period_end": "2030-12-31", "measure": "target"},
    ),
    "before the boundary": (
        "observations",
        6,
        {"area": "VN-SG-2025"},
        "area",
        ["on or after 2025-07-01"],
        {"area": "VN-SG-2025", "status": "D"},
    ),
    "standard of another area": (
        "observations",
        2,
        {"standard": "SG-2022-2025"},
        "standard",
        ["of VN-HN or of an area that contains it, not one set by VN-SG"],
        {"standard": "VN-2022-2026"},
    ),
    "standard of a part": (
        "observations",
        2,
        {"area": "VN"},
        "standard",
        ["not one set by VN-HN"],
        {"area": "VN-HN-M13"},
    ),
    "standard of an earlier boundary": (
        "observations",
        3,
        {"area": "VN-SG-2025", "standard": "HN-2022-2025", "period_end": "2025-12-31"},
        "standard",
        ["not one set by VN-HN"],
        {"area": "VN-SG-2025", "standard": "SG-2022-2025", "period_end": "2025-12-31"},
    ),
    "before the standard": (
        "observations",
        2,
        {"period_end": "2021-12-30"},
        "standard",
        ["in force on 2021-12-30"],
        {"period_end": "2021-12-31"},
    ),
    "after the standard": (
        "observations",
        2,
        {"period_end": "2026-01-01"},
        "standard",
        ["2022-01-01 to 2025-12-31"],
        {"period_end": "2025-12-31"},
    ),
    # evidence
    "nothing printed": (
        "observations",
        2,
        {"as_printed": " "},
        "as_printed",
        ["a value in every row"],
        {"as_printed": "=0,03%"},
    ),
    "no paragraph": (
        "observations",
        2,
        {"paragraph": ""},
        "paragraph",
        ["the paragraph of the article paper-2024"],
        {"paragraph": "1"},
    ),
    "paragraph nought": (
        "observations",
        2,
        {"paragraph": "0"},
        "paragraph",
        ["at least 1"],
        {"paragraph": "117"},
    ),
    "part of a paragraph": (
        "observations",
        2,
        {"paragraph": "17.0"},
        "paragraph",
        ["a whole number"],
        {"paragraph": "18"},
    ),
    "paragraph of a comparator": (
        "observations",
        5,
        {"paragraph": "2"},
        "paragraph",
        ["no paragraph"],
        {"paragraph": ""},
    ),
    "comment in one language": (
        "observations",
        2,
        {"comment_vi": "Suy từ ngày đăng."},
        "comment_en",
        ["both languages"],
        {"comment_vi": "+ 1", "comment_en": "+ 1"},
    ),
    "inferred in silence": (
        "observations",
        2,
        {"period_basis": "inferred"},
        "comment_en",
        ["the period is inferred"],
        {"period_basis": "inferred", "comment_vi": "Ngày đăng.", "comment_en": "Publication."},
    ),
    "assumed in silence": (
        "observations",
        2,
        {"standard_basis": "assumed"},
        "comment_en",
        ["the standard is assumed"],
        {"standard_basis": "assumed", "comment_vi": "Hiểu là chuẩn.", "comment_en": "Assumed."},
    ),
    "basis of no standard": (
        "observations",
        4,
        {"standard_basis": "stated"},
        "standard_basis",
        ["a standard beside its basis"],
        {"standard_basis": ""},
    ),
    # keys and relations
    "key of another row": (
        "observations",
        4,
        {"observation": "paper-2024-p17-poor"},
        "observation",
        ["row 3 has it too"],
        {"observation": "paper-2024-p17-poor-2"},
    ),
    "key with capitals": (
        "observations",
        4,
        {"observation": "Paper_P11"},
        "observation",
        ["lower-case letters, digits and hyphens"],
        {"observation": "p11"},
    ),
    "the same figure again": (
        "observations",
        3,
        {
            "indicator": "poor_household_rate",
            "value": "0.03",
            "unit": "percent",
            "as_printed": "0,03%",
        },
        "observation",
        ["row 2 holds the same figure"],
        {
            "indicator": "poor_household_rate",
            "value": "0.03",
            "unit": "percent",
            "as_printed": "0,03 %",
        },
    ),
    "relation without a key": (
        "observations",
        3,
        {"related_to": "part_of"},
        "related_to",
        ["relation:observation"],
        {"related_to": "base_of:paper-2024-p17-poor-rate"},
    ),
    "unknown relation": (
        "observations",
        3,
        {"related_to": "parts_of:paper-2024-p11-sent"},
        "related_to",
        ["perhaps part_of"],
        {"related_to": "part_of:paper-2024-p11-sent"},
    ),
    "relation to nothing": (
        "observations",
        3,
        {"related_to": "part_of:paper-2024-p11-snt"},
        "related_to",
        ["perhaps paper-2024-p11-sent"],
        {"related_to": "part_of:paper-2024-p11-sent"},
    ),
    "relation to itself": (
        "observations",
        3,
        {"related_to": "part_of:paper-2024-p17-poor"},
        "related_to",
        ["not the row itself"],
        {"related_to": ""},
    ),
    "relation twice": (
        "observations",
        3,
        {"related_to": "part_of:paper-2024-p11-sent part_of:paper-2024-p11-sent"},
        "related_to",
        ["each relation once"],
        {"related_to": "part_of:paper-2024-p11-sent base_of:paper-2024-p11-sent"},
    ),
    "relations with a comma": (
        "observations",
        3,
        {"related_to": "part_of:paper-2024-p11-sent,"},
        "related_to",
        ["existing observation"],
        {"related_to": "part_of:paper-2024-p11-sent  base_of:office-2020-population"},
    ),
    # letters
    "damaged letters": (
        "observations",
        4,
        {"as_printed": "11.959 ng\ufffd\ufffdi"},
        "as_printed",
        ["letters are damaged"],
        {"as_printed": "11.959 ng??i"},
    ),
    "letters read in another encoding": (
        "areas",
        3,
        {"name_vi": "Hà Nội".encode().decode("cp1252")},
        "name_vi",
        ["write 'Hà Nội'"],
        {"name_vi": "Ha\u0300 No\u0323\u0302i"},
    ),
    "control character": (
        "observations",
        4,
        {"as_printed": "11.959\x07"},
        "as_printed",
        ["control characters"],
        {"as_printed": "11.959\nngười"},
    ),
    # codebook, areas, sources, standards
    "unknown theme": (
        "indicators",
        2,
        {"theme": "poor"},
        "theme",
        ["a code of themes.csv", "add a row 'poor' to themes.csv"],
        {"theme": "credit"},
    ),
    "misspelt theme": (
        "indicators",
        2,
        {"theme": "povety"},
        "theme",
        ["perhaps poverty is meant"],
        {"theme": "poverty"},
    ),
    "two themes in one place": (
        "themes",
        3,
        {"order": "2"},
        "order",
        ["a key that no other row has", "row 2"],
        {"order": "3"},
    ),
    "theme without a label": (
        "themes",
        3,
        {"title_vi": ""},
        "title_vi",
        ["a value in every row"],
        {"title_vi": "#read $x$ <b> =1+1"},
    ),
    "theme written as words": (
        "themes",
        3,
        {"theme": "policy credit", "order": "5"},
        "theme",
        ["lower-case letters, digits and underscores"],
        {"theme": "credit", "order": "5"},
    ),
    "bounds exchanged": (
        "indicators",
        8,
        {"lower": "100", "upper": "99"},
        "upper",
        ["at least the lower bound 100"],
        {"lower": "0", "upper": "0"},
    ),
    "unknown numerator": (
        "indicators",
        2,
        {"numerator": "poor_household"},
        "numerator",
        ["perhaps poor_households"],
        {"numerator": ""},
    ),
    "unknown part": (
        "indicators",
        2,
        {"parts": "near_poor_household_rate near_poor_household_rte"},
        "parts",
        ["the code of an indicator", "near_poor_household_rate"],
        {"parts": ""},
    ),
    "a part alone": (
        "indicators",
        2,
        {"parts": "near_poor_household_rate"},
        "parts",
        ["two or more other indicators"],
        {"parts": ""},
    ),
    "part counted otherwise": (
        "indicators",
        2,
        {"parts": "near_poor_household_rate poor_households"},
        "parts",
        ["the unit and the time of poor_household_rate"],
        {"parts": ""},
    ),
    "no title": (
        "indicators",
        2,
        {"title_en": ""},
        "title_en",
        ["a value in every row"],
        {"title_en": "#read $x$ <b> =1+1"},
    ),
    "one alias for two areas": (
        "areas",
        4,
        {"aliases": "TP.HCM|HA NOI"},
        "aliases",
        ["'HA NOI'", "VN-HN", "row 3"],
        {"aliases": "TP.HCM|Tp HCM"},
    ),
    "alias of a running area": (
        "areas",
        5,
        {"aliases": "Ha Noi"},
        "aliases",
        ["VN-HN"],
        {"aliases": "Sài Gòn"},
    ),
    "zero in front lost": (
        "areas",
        3,
        {"admin_code": "1"},
        "admin_code",
        ["leading zeros"],
        {"admin_code": "001"},
    ),
    "unknown parent": ("areas", 3, {"parent": "VM"}, "parent", ["add a row 'VM'"], {"parent": ""}),
    "parent of itself": (
        "areas",
        6,
        {"parent": "VN-HN-M13"},
        "parent",
        ["circle"],
        {"parent": "VN-SG"},
    ),
    "unknown predecessor": (
        "areas",
        5,
        {"predecessors": "VN-SG|VN-SGG"},
        "predecessors",
        ["found 'VN-SGG'", "perhaps VN-SG"],
        {"predecessors": " VN-SG "},
    ),
    "predecessor of itself": (
        "areas",
        5,
        {"predecessors": "VN-SG-2025"},
        "predecessors",
        ["not the area itself"],
        {"predecessors": ""},
    ),
    "predecessor named twice": (
        "areas",
        5,
        {"predecessors": "VN-SG|VN-SG"},
        "predecessors",
        ["each area once"],
        {"predecessors": "VN-SG|"},
    ),
    "predecessor in force": (
        "areas",
        5,
        {"predecessors": "VN-SG|VN-HN"},
        "predecessors",
        ["found 'VN-HN'", "the day before this boundary began 2025-06-30"],
        {"valid_from": "2025-07-01"},
    ),
    "predecessor of an area without beginning": (
        "areas",
        6,
        {"predecessors": "VN-SG"},
        "predecessors",
        ["VN-SG to end on the day before this boundary began"],
        {"predecessors": "VN-SG", "valid_from": "2025-07-01"},
    ),
    "ends before it begins": (
        "areas",
        5,
        {"valid_to": "2025-06-30"},
        "valid_to",
        ["on or after valid_from 2025-07-01"],
        {"valid_to": "2026-01-01"},
    ),
    "number of another source": (
        "sources",
        3,
        {"number": "1"},
        "number",
        ["row 2 has it too"],
        {"number": "2"},
    ),
    "grouped source number": (
        "sources",
        3,
        {"number": "1.000"},
        "number",
        ["1000 (Vietnamese) or 1.000 (English)"],
        {"number": "1000"},
    ),
    "address without http": (
        "sources",
        3,
        {"url": "www.gso.gov.vn"},
        "url",
        ["http"],
        {"url": "https://www.gso.gov.vn/a?b=c&d=%20"},
    ),
    "date neither known nor said unknown": (
        "sources",
        3,
        {"date_published": ""},
        "date_published",
        ["notspecified"],
        {"date_published": "2020-02-29"},
    ),
    "read before published": (
        "sources",
        2,
        {"date_read": "2024-04-18"},
        "date_read",
        ["on or after the publication on 2024-04-19"],
        {"date_read": "2024-04-19"},
    ),
    "article without a text": (
        "sources",
        4,
        {"kind": "article", "archive": "001.txt"},
        "sha256",
        ["sha256 of the article's text"],
        {"kind": "comparator"},
    ),
    "archive in another folder": (
        "sources",
        2,
        {"archive": "../000.txt"},
        "archive",
        ["without a folder"],
        {"archive": "000 a.txt"},
    ),
    "origin shared with nothing": (
        "sources",
        3,
        {"independent_of": "shares_origin:paper-2025"},
        "independent_of",
        ["perhaps paper-2024 is meant"],
        {"independent_of": ""},
    ),
    "ambiguous income line": (
        "standards",
        2,
        {"income_rural": "1.500"},
        "income_rural",
        ["1500 (Vietnamese)"],
        {"income_rural": "1500000"},
    ),
    "standard never ends well": (
        "standards",
        2,
        {"valid_to": "2021-12-31"},
        "valid_to",
        ["on or after valid_from"],
        {"valid_to": ""},
    ),
    "unknown kind of unit": (
        "units",
        2,
        {"kind": "ratio"},
        "kind",
        ["write rate"],
        {"kind": "density"},
    ),
    "exclusion without a reason": (
        "exclusions",
        2,
        {"reason_vi": ""},
        "reason_vi",
        ["a value in every row"],
        {"token": "2021 - 2025"},
    ),
}


def edit(tiny, table, row, cells):
    """Edit cells; a value comes with a token that prints it, unless the case has its own."""
    value = cells.get("value", "")
    if re.fullmatch(r"-?[0-9.]+", value):
        cells = {"as_printed": value.replace(".", ",")} | cells
    tiny.edit(table, row, **cells)


def test_the_small_package_is_valid(tiny):
    assert tiny.problems() == []


@pytest.mark.parametrize("name", CASES)
def test_fault_is_named(tiny, name):
    table, row, fault, column, words, _ = CASES[name]
    edit(tiny, table, row, fault)
    problems = tiny.problems()
    assert [(one.file, one.row, one.column) for one in problems] == [(f"{table}.csv", row, column)]
    said = str(problems[0]).replace("'", "")
    assert [word for word in words if word.replace("'", "") not in said] == []
    assert problems[0].remedy


@pytest.mark.parametrize("name", CASES)
def test_near_miss_passes(tiny, name):
    table, row, *_, near = CASES[name]
    edit(tiny, table, row, near)
    assert tiny.problems() == []


def test_predecessors_in_a_circle_are_named_where_they_stand(tiny):
    tiny.edit("areas", 4, predecessors="VN-SG-2025", valid_from="2026-01-01", valid_to="")
    problems = [one for one in tiny.problems() if one.column == "predecessors"]
    assert [one.row for one in problems] == [4, 5]
    assert all("in a circle" in one.message for one in problems)


def test_all_problems_come_at_once_in_order(tiny):
    tiny.edit("observations", 7, value="1.234,5", area="QQ")
    tiny.edit("observations", 2, unit="persons")
    tiny.edit("areas", 3, level="city")
    found = [(one.file, one.row, one.column) for one in tiny.problems()]
    assert found == [
        ("areas.csv", 3, "level"),
        ("observations.csv", 2, "unit"),
        ("observations.csv", 7, "area"),
        ("observations.csv", 7, "value"),
    ]


def test_a_problem_is_a_sentence_with_its_remedy(tiny):
    tiny.edit("observations", 4, value="11.959")
    assert str(tiny.problems()[0]) == (
        "observations.csv, row 4, column value: found '11.959'; expected a plain number, but this "
        "can be read as 11959 (Vietnamese) or 11.959 (English); do: write 11959 or 11.9590."
    )


def test_a_fault_in_every_row_is_listed_up_to_a_limit(tiny):
    row = tiny.tables["observations"][1]
    tiny.tables["observations"] = [
        {**row, "observation": f"p{number}", "measure": "result", "related_to": ""}
        for number in range(250)
    ]
    tiny.write("observations")
    problems = [one for one in tiny.problems() if one.column == "measure"]
    assert len(problems) == 100
    assert "150 more rows" in str(problems[-1])


def test_problems_of_a_missing_table_do_not_cascade(tiny):
    (tiny.directory / "areas.csv").unlink()
    assert [(one.file, one.row) for one in tiny.problems()] == [("areas.csv", None)]
