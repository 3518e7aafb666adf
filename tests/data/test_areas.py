"""Areas: the tree is walked to its top, and a circle in it is named."""

import dataclasses

import pytest

import welfare_analysis as wa
from welfare_analysis.data.areas import containing, inside


@pytest.fixture(scope="module")
def data():
    return wa.load()


def test_what_contains_an_area_is_what_it_lies_inside(data):
    assert list(containing(data, "VN")) == []
    for area in data.areas["area"]:
        assert all(area in inside(data, wider) for wider in containing(data, area))
        assert area not in inside(data, area)
    assert set(inside(data, "VN")) == set(data.areas["area"]) - {"VN"}


def test_a_circle_is_named(data):
    areas = data.areas.copy()
    areas.loc[areas["area"] == "VN", "parent"] = "VN-HN"
    with pytest.raises(wa.UsageError, match=r"VN-HN contains itself.*areas\.csv"):
        list(containing(dataclasses.replace(data, areas=areas), "VN-HN"))
