"""Notebooks of reports: all that they say of places, figures and directions comes from the data."""

import ast
import json
import re

import pytest

import welfare_analysis as wa
from welfare_analysis.report.register import project, read_reports

MOST_LINES, LONGEST = 80, 12
SMALL = 12  # so many findings, rows or panels may be asked for
COUNTRY = "VN"  # "the country" and "Việt Nam" are said of any place in it

# Titles of themes, and both ways at once, are no direction.
NEUTRAL = r"trở xuống|giảm nghèo|tăng,? (?:hay )?giảm"
DIRECTIONS = r"""
    tăng giảm xuống cao\ nhất thấp\ nhất cao\ hơn thấp\ hơn nhiều\ nhất ít\ nhất dẫn\ đầu đứng\ đầu
    rose rise rises rising risen fell fall falls falling fallen increase increases increased
    decrease decreased decline declined dropped grew grown up\ by down\ by higher lower highest
    lowest
"""
WORDS = re.findall(r"(?:\\ |\S)+", DIRECTIONS)
DIRECTION = re.compile(rf"\b(?:{'|'.join(WORDS)})\b", re.IGNORECASE)

EXAMPLES = [f"notebooks/examples/{file.name}" for file in project().glob("notebooks/examples/*")]
NOTEBOOKS = sorted({*(report.notebook for report in read_reports()), *EXAMPLES})


@pytest.fixture(params=NOTEBOOKS)
def cells(request):
    text = (project() / request.param).read_text(encoding="utf-8")
    cells = json.loads(text)["cells"]
    return [
        (cell["cell_type"], "".join(cell["source"]))
        for cell in cells
        if "parameters" not in cell["metadata"].get("tags", [])
    ]


@pytest.fixture
def trees(cells):
    return [ast.parse(source) for kind, source in cells if kind == "code"]


@pytest.fixture
def nodes(trees):
    return [node for tree in trees for node in ast.walk(tree)]


@pytest.fixture
def texts(cells, nodes):
    """Every text of a notebook: prose, and what stands in quotation marks in its code."""
    quoted = [node.value for node in nodes if isinstance(node, ast.Constant)]
    prose = [source for kind, source in cells if kind == "markdown"]
    return [*prose, *(value for value in quoted if isinstance(value, str))]


@pytest.fixture
def said(texts):
    """The texts without what is asked of the data: fields of templates and code."""
    return [re.sub(r"\{[^{}]*\}|`[^`]*`", "", text) for text in texts]


def found(words, texts):
    """List the words that stand in texts, as words."""
    choice = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    every = re.compile(rf"(?<![\w-])(?:{choice})(?![\w-])", re.IGNORECASE)
    return [match[0] for text in texts for match in every.finditer(text)]


def test_no_figure_source_or_place_is_named_by_its_code(data, texts):
    codes = {*data.observations["observation"], *data.sources["source"], *data.areas["area"]}
    assert found(codes, texts) == []


def test_no_place_is_named(data, said):
    places = data.areas[data.areas["area"] != COUNTRY]
    aliases = {name.strip() for names in places["aliases"] for name in names.split("|")}
    names = {*places["name_vi"], *places["name_en"], *aliases} - {""}
    assert found(names, said) == []


def test_prose_holds_no_number(said):
    assert [text for text in said if re.search(r"\d", text)] == []


def test_code_holds_no_number_but_small_counts(nodes):
    numbers = [node.value for node in nodes if isinstance(node, ast.Constant)]
    numbers = [one for one in numbers if isinstance(one, int | float) and one is not True]
    assert all(type(one) is int and 0 <= one <= SMALL for one in numbers if one is not False)


def test_no_direction_or_order_is_typed(said):
    neutral = [re.sub(NEUTRAL, "", text, flags=re.IGNORECASE) for text in said]
    assert [match[0] for text in neutral for match in DIRECTION.finditer(text)] == []


def test_a_notebook_is_short(cells):
    lengths = [
        sum(bool(line.strip()) for line in source.splitlines())
        for kind, source in cells
        if kind == "code"
    ]
    assert sum(lengths) <= MOST_LINES
    assert max(lengths) <= LONGEST


def test_a_notebook_uses_public_names_and_makes_no_functions(nodes):
    made = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
    assert not [node for node in nodes if isinstance(node, made)]
    imported = [ast.unparse(one) for one in nodes if isinstance(one, ast.Import | ast.ImportFrom)]
    assert imported == ["import welfare_analysis as wa"]
    for node in nodes:
        if isinstance(node, ast.Attribute):
            owner = ast.unparse(node.value)
            room = wa if owner == "wa" else getattr(wa, owner.removeprefix("wa."), None)
            named = not isinstance(node.value, ast.Call)  # not what a function returns
            if named and (owner == "wa" or owner.startswith("wa.")):
                assert node.attr in room.__all__
            assert not node.attr.startswith("_")


@pytest.mark.parametrize(
    "text",
    ["The rate fell to a third.", "Tỷ lệ hộ nghèo giảm mạnh", "the highest of all", "thấp hơn"],
)
def test_a_direction_is_seen(text):
    assert DIRECTION.search(re.sub(NEUTRAL, "", text, flags=re.IGNORECASE))


def test_a_code_and_a_name_are_seen(data):
    assert found({"VN-05"}, ["at VN-05."]) == ["VN-05"]
    assert found({"VN-05"}, ["VN-05-11"]) == []
    assert found({"Sơn La"}, ["Tại sơn la, tỷ lệ"]) == ["sơn la"]
