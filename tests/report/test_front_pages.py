"""The overview and the profile, over selections that they were not written for."""

import ast
import json
import re

import pytest

import welfare_analysis as wa
from welfare_analysis.report.register import project

PLACES = ["VN", "VN-R-NMM", "VN-HN", "VN-HN-M13", "VN-57", "VN-SG-2025", "VN-69-165"]
GROUPS = [
    ["VN-SG", "VN-69-165"],
    ["VN-R-NMM", "VN-R-SE", "VN"],
    ["VN-57", "VN-43"],
    ["VN-05", "VN-69"],
    ["VN-SG-2025", "VN-69-2025"],
    ["VN-HN", "VN-SG", "VN-05", "VN-69", "VN-69-165", "VN-SG-2025", "VN-69-2025"],
]
LANGUAGES = ["vi", "en"]


def shown(name, **parameters):
    """Run a notebook cell by cell and return what its cells in that language show."""
    path = project() / "notebooks" / f"{name}.ipynb"
    names, found = {}, []
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        source, tags = "".join(cell["source"]), cell["metadata"].get("tags", [])
        if cell["cell_type"] == "markdown":
            spoken = set(tags) & {"vi", "en"} <= {parameters["language"]}
            found += [source] if spoken and "notebook" not in tags else []
            continue
        if "parameters" in tags:
            names |= parameters
            continue
        *before, last = ast.parse(source).body
        exec(compile(ast.Module(before, []), name, "exec"), names)
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), name, "eval"), names)
            found += [value] if value is not None else []
        else:
            exec(compile(ast.Module([last], []), name, "exec"), names)
    return found


def told(found):
    """Return the texts of what is shown, without what shows nothing."""
    texts = [one if isinstance(one, str) else one._repr_mimebundle_() for one in found]
    texts = [one if isinstance(one, str) else one.get("text/plain", "") for one in texts]
    return [one for one in texts if one.strip()]


def is_heading(one):
    if isinstance(one, str):
        return one.startswith("## ")
    return bool(getattr(one, "blocks", ())) and one.blocks[0]["kind"] == "heading"


def checked(found):
    """Check what every page must hold to; return its text."""
    full = [one for one in found if told([one])]
    pairs = zip(full, [*full[1:], None], strict=True)
    for one, after in pairs:
        if is_heading(one) and one is not full[0]:
            # The headline may be followed by the box of key messages, and that by what it holds.
            assert after is not None
            assert isinstance(after, str) or not is_heading(after), str(one)
    text = "\n".join(told(found))
    assert not re.search(r"\bNone\b|\bnan\b|\{\s*[\w$]|\bFindings\b", text)
    return text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("area", PLACES)
def test_a_profile_holds_for_any_place(data, area, language):
    text = checked(shown("area_profile", language=language, area=area))
    assert data.record("areas", area)[f"name_{language}"] in text
    none = {"vi": "chưa có số liệu nào", "en": "hold no figure"}[language]
    assert (none in text) == wa.select(data, area=area).empty


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
