"""Names of areas: unique within level and parent; an ambiguous one is answered with the choices."""

import pytest

from welfare_analysis import UsageError, load, resolve_area, resolve_areas
from welfare_analysis.errors import UnknownName

PLACES = {
    "VN-32": {"name_vi": "Phú Yên", "name_en": "Phú Yên Province", "aliases": "Phu Yen"},
    "VN-SG-122": {
        "level": "district",
        "parent": "VN-SG",
        "name_vi": "Huyện Phù Yên",
        "name_en": "Phù Yên District",
        "aliases": "Phù Yên|Phu Yen",
    },
    "VN-HN-1": {"level": "commune", "parent": "VN-HN", "name_vi": "Xã Tân Lập", "name_en": "TL"},
    "VN-SG-1": {"level": "commune", "parent": "VN-SG", "name_vi": "Xã Tân Lập", "name_en": "TL"},
}


@pytest.fixture
def many(tiny):
    """Let one name stand for a province and a district, and another for two communes."""
    empty = dict.fromkeys(tiny.tables["areas"][0], "")
    tiny.tables["areas"] += [
        {**empty, "area": area, "level": "province", "parent": "VN", **row}
        for area, row in PLACES.items()
    ]
    tiny.write("areas")
    return tiny


def row_of(tiny, area):
    return 2 + [row["area"] for row in tiny.tables["areas"]].index(area)


def test_names_are_unique_within_level_and_parent_only(many):
    assert many.problems() == []


@pytest.mark.parametrize(
    "change",
    [
        {"level": "province", "parent": "VN"},  # two provinces of a country
        {"aliases": "VN-HN"},  # a code is of one area, wherever the other lies
        {"aliases": "vn hn"},
    ],
)
def test_a_name_of_the_same_level_and_parent_or_a_code_is_refused(many, change):
    many.edit("areas", row_of(many, "VN-SG-122"), **change)
    (problem, *_) = many.problems()
    assert (problem.file, problem.row) == ("areas.csv", row_of(many, "VN-SG-122"))
    assert "a name of this area alone" in problem.message


def test_boundaries_that_follow_each_other_may_keep_a_name(many):
    rows = {"VN-HN-1": {"valid_to": "2025-06-30"}, "VN-SG-1": {"parent": "VN-HN"}}
    for area, change in rows.items():
        many.edit("areas", row_of(many, area), **change)
    assert many.problems() != []
    many.edit("areas", row_of(many, "VN-SG-1"), valid_from="2025-07-01")
    assert many.problems() == []
    assert resolve_area(load(many.directory), "Xã Tân Lập") == "VN-HN-1"


def test_a_name_kept_by_a_successor_of_another_level_means_the_earlier_place(many):
    # What was a district goes on as a commune of the same name.
    many.edit("areas", row_of(many, "VN-HN-1"), valid_to="2025-06-30", level="district")
    change = {"parent": "VN-HN", "valid_from": "2025-07-01"}
    many.edit("areas", row_of(many, "VN-SG-1"), **change)
    with pytest.raises(UsageError, match="names 2 areas"):
        resolve_area(load(many.directory), "Xã Tân Lập")
    many.edit("areas", row_of(many, "VN-SG-1"), predecessors="VN-HN-1")
    assert resolve_area(load(many.directory), "Xã Tân Lập") == "VN-HN-1"


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("VN-32", "VN-32"),
        ("vn-sg-122", "VN-SG-122"),
        ("Phú Yên", "VN-32"),
        ("PHÚ YÊN", "VN-32"),
        ("Phu\u0301 Ye\u0302n", "VN-32"),
        ("Phù Yên", "VN-SG-122"),
        ("huyen phu yen", "VN-SG-122"),
        ("Phu Yen Province", "VN-32"),
        ("Phu Yen, Sài Gòn", "VN-SG-122"),
        ("Xã Tân Lập, TP.HCM", "VN-SG-1"),
        ("Tan Lap, Ha Noi", None),
        ("Xã Tân Lập, Hà Nội", "VN-HN-1"),
        ("xa tan lap, VN-HN", "VN-HN-1"),
        ("TP.HCM", "VN-SG"),
    ],
)
def test_codes_full_names_and_names_with_the_area_around_work(many, name, area):
    data = load(many.directory)
    if area is None:
        with pytest.raises(UnknownName):
            resolve_area(data, name)
    else:
        assert resolve_area(data, name) == area


@pytest.mark.parametrize(
    ("name", "choices"),
    [
        ("Phu Yen", ["Phú Yên, Việt Nam (province, VN-32)", "(district, VN-SG-122)"]),
        ("phuyen", ["VN-32", "Huyện Phù Yên, TP. Hồ Chí Minh"]),
        ("Xã Tân Lập", ["Xã Tân Lập, Hà Nội (commune, VN-HN-1)", "VN-SG-1"]),
        ("TL, Việt Nam", ["VN-HN-1", "VN-SG-1"]),
    ],
)
def test_an_ambiguous_name_is_answered_with_the_choices(many, name, choices):
    data = load(many.directory)
    with pytest.raises(UsageError, match="names 2 areas") as error:
        resolve_areas(data, ["Hà Nội", name])
    assert not isinstance(error.value, UnknownName)
    assert [one for one in choices if one not in str(error.value)] == []
    for part in str(error.value).split(": ", 1)[1].rpartition(". Write")[0].split("; "):
        full, _, rest = part.rpartition(" (")
        assert resolve_area(data, full) == rest.rstrip(")").split(", ")[1]


def test_every_code_and_full_name_of_the_shipped_areas_is_its_area(data):
    for row in data.areas.to_dict("records"):
        for name in (row["area"], row["name_vi"], row["name_en"]):
            assert resolve_area(data, name) == row["area"]
        for name in filter(None, row["aliases"].split("|")):
            assert resolve_area(data, name) == row["area"]


def test_an_unknown_code_is_told_every_area_of_that_name(many):
    many.edit("observations", 3, area="Phu Yen")
    (problem,) = [one for one in many.problems() if one.column == "area"]
    assert "write VN-32 or VN-SG-122" in problem.remedy
