"""The overview and the profile, over selections that they were not written for."""

import pytest

import welfare_analysis as wa
from welfare_analysis.codes import LANGUAGES

from .telling import checked, reading, shown

PLACES = ["VN", "VN-R-NMM", "VN-HN", "VN-HN-M13", "VN-57", "VN-SG-2025", "VN-69-165"]
GROUPS = [
    ["VN-SG", "VN-69-165"],
    ["VN-R-NMM", "VN-R-SE", "VN"],
    ["VN-57", "VN-43"],
    ["VN-05", "VN-69"],
    ["VN-SG-2025", "VN-69-2025"],
    ["VN-HN", "VN-SG", "VN-05", "VN-69", "VN-69-165", "VN-SG-2025", "VN-69-2025"],
]


@pytest.fixture(scope="module", autouse=True)
def same_data(data):
    """Find once for both languages and all tests."""
    with reading(data, drawing=True):
        yield


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("area", PLACES)
def test_a_profile_holds_for_any_place(data, area, language):
    text = checked(shown("area_profile", language=language, area=area))
    assert data.record("areas", area)[f"name_{language}"] in text
    none = {"vi": "chưa có số liệu nào", "en": "hold no figure"}[language]
    assert (none in text) == wa.select(data, areas=area).empty


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("areas", GROUPS, ids=len)
def test_an_overview_holds_for_any_places(data, areas, language):
    found = shown("overview", language=language, areas=areas)
    text = checked(found)
    for note in wa.boundary_notes(data, areas, language)[:4]:
        assert note in text
    if len(areas) <= 5:
        for area in areas:
            name = data.record("areas", area)[f"name_{language}"]
            assert name.lower() in text.lower()


@pytest.mark.parametrize("name", ["overview", "area_profile"])
def test_order_of_places_and_language_change_no_figure(data, name):
    def figures(**parameters):
        found = shown(name, **parameters)
        return {one for shown_one in found for one in getattr(shown_one, "observations", ())}

    given = {"areas": GROUPS[-1]} if name == "overview" else {"area": "VN-05"}
    expected = figures(language="en", **given)
    assert figures(language="vi", **given) == expected
    if name == "overview":
        assert figures(language="en", areas=GROUPS[-1][::-1]) == expected
