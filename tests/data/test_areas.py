"""Areas: the tree is walked to its top, and what merged is found from either side."""

import dataclasses

import pytest

import welfare_analysis as wa
from welfare_analysis.curation import documents
from welfare_analysis.data.areas import containing, inside, predecessors, successors


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


def test_predecessors_and_successors_are_one_relation(data):
    pairs = {(one, of) for of in data.areas["area"] for one in predecessors(data, of)}
    assert pairs == {(of, one) for of in data.areas["area"] for one in successors(data, of)}
    assert ("VN-SG", "VN-SG-2025") in pairs
    assert ("VN-69", "VN-69-2025") in pairs
    for before, after in pairs:
        ended, began = (data.record("areas", one) for one in (before, after))
        assert (began["valid_from"] - ended["valid_to"]).days == 1


def test_a_standard_of_a_predecessor_may_be_used_whatever_the_official_code(tiny):
    sg = {"area": "VN-SG-2025", "standard": "SG-2022-2025", "period_end": "2025-12-31"}
    tiny.edit("observations", 3, **sg)
    tiny.edit("areas", 5, admin_code="80")
    assert tiny.problems() == []
    tiny.edit("areas", 5, predecessors="")
    (problem,) = tiny.problems()
    assert problem.column == "standard"


def test_a_package_made_before_predecessors_is_read_as_before(tiny):
    revision = tiny.revision()

    def forget(descriptor):
        fields = next(one for one in descriptor["resources"] if one["name"] == "areas")["schema"]
        fields["fields"] = [one for one in fields["fields"] if one["name"] != "predecessors"]

    for row in tiny.tables["areas"]:
        del row["predecessors"]
    tiny.write("areas")
    for change in (lambda descriptor: None, forget):
        tiny.describe(change)
        assert tiny.problems() == []
        loaded = wa.load(tiny.directory)
        assert successors(loaded, "VN-SG") == predecessors(loaded, "VN-SG-2025") == []
    assert tiny.revision() != revision
    assert documents.dictionary(loaded).count("predecessors") == 0


def test_a_misspelt_optional_column_is_named(tiny):
    text = tiny.text("areas").replace("predecessors", "predecesors", 1)
    tiny.write("areas", text.encode())
    (problem,) = tiny.problems()
    assert problem.remedy == "rename 'predecesors' to 'predecessors'"
