"""Parameters are checked against the notebook before a kernel starts."""

import json

import pytest

from welfare_analysis.errors import UnknownName, UsageError
from welfare_analysis.report.parameters import checked, declared

from .conftest import code, notebook

DEFAULTS = {
    "text": "",
    "whole": 1,
    "part": 1.5,
    "flag": False,
    "areas": ["VN-HN"],
    "free": None,
    "years": [2023],
}


def area(name):
    return {"Hà Nội": "VN-HN", "VN-HN": "VN-HN", "Sơn La": "VN-05"}[name]


def check(**values):
    return checked(values, DEFAULTS, "n.ipynb", area)


DAMAGE = [
    ("it is no JSON", lambda whole, cell: "{"),
    ("expected 'nbformat': 4", lambda whole, cell: []),
    ("expected 'nbformat': 4", lambda whole, cell: whole.update(nbformat=3)),
    ("a list of 'cells'", lambda whole, cell: whole.update(cells={})),
    ("named 'metadata'", lambda whole, cell: whole.update(metadata=[])),
    ("named 'metadata'", lambda whole, cell: whole.update(metadata={"papermill": 1})),
    ("cell 2 to be of type code, markdown, raw", lambda whole, cell: cell.update(cell_type="cod")),
    ("cell 2 to be of type", lambda whole, cell: whole["cells"].insert(1, 5)),
    ("cell 2 to have named 'metadata'", lambda whole, cell: cell.update(metadata=None)),
    ("'tags' there that are a list", lambda whole, cell: cell["metadata"].update(tags="summary")),
    ("cell 2 to have a text as its 'source'", lambda whole, cell: cell.update(source=5)),
    ("cell 2 to have whole letters", lambda whole, cell: cell.update(source="\ud800")),
    ("cell 2 to have named 'attachments'", lambda whole, cell: cell.update(attachments=[])),
]


@pytest.mark.parametrize(("said", "damage"), DAMAGE)
def test_a_damaged_notebook_is_refused_with_its_cell(said, damage):
    """Of a cell that is none papermill would leave out what it says."""
    whole = notebook(code('language = "vi"', "parameters"), code("1"))
    assert declared(json.dumps(whole), "n.ipynb") == {"language": "vi"}
    changed = damage(whole, whole["cells"][1])
    text = (
        changed if isinstance(changed, str) else json.dumps(whole if changed is None else changed)
    )
    with pytest.raises(UsageError, match=r"n.ipynb is not a notebook \(version 4\)") as caught:
        declared(text, "n.ipynb")
    assert said in str(caught.value)


@pytest.mark.parametrize("text", ["01", "nan", "no", "true", "1.5", "", "None"])
def test_text_stays_text(text):
    assert check(text=text)["text"] == text


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"whole": "12"}, 12),
        ({"whole": -3}, -3),
        ({"part": "0.5"}, 0.5),
        ({"part": 2}, 2.0),
        ({"flag": "true"}, True),
        ({"areas": "Hà Nội, Sơn La"}, ["VN-HN", "VN-05"]),
        ({"areas": '["Hà Nội", "Sơn La"]'}, ["VN-HN", "VN-05"]),
        ({"areas": "['Hà Nội']"}, ["VN-HN"]),
        ({"areas": "Hà Nội"}, ["VN-HN"]),
        ({"areas": "Hà Nội,VN-HN, Sơn La"}, ["VN-HN", "VN-05"]),
        ({"years": []}, []),
        ({"years": "[2021, 2022]"}, [2021, 2022]),
        ({"years": "2021,2022"}, [2021, 2022]),
        ({"free": "01"}, "01"),
    ],
)
def test_values_take_the_declared_type(values, found):
    (name,) = values
    value = check(**values)[name]
    assert value == found
    assert type(value) is type(found)


@pytest.mark.parametrize(
    "values",
    [
        {"whole": "1.0"},
        {"whole": "01"},
        {"whole": "1,000"},
        {"whole": True},
        {"whole": 1.0},
        {"part": "nan"},
        {"part": "inf"},
        {"part": "1,5"},
        {"part": float("inf")},
        {"flag": "yes"},
        {"flag": 1},
        {"text": 1},
        {"areas": 5},
        {"years": "2021,x"},
        {"areas": ""},
        {"areas": []},
        {"areas": "[]"},
        {"areas": "Hà Nội,,Sơn La"},
        {"areas": "Hà Nội,"},
        {"areas": "['Hà Nội'"},
        {"areas": "[open('x')]"},
        {"areas": "[['Hà Nội']]"},
        {"areas": "[1]"},
        {"years": "['x']"},
        {"years": "[2021.5]"},
    ],
)
def test_other_types_are_refused(values):
    with pytest.raises(UsageError, match=next(iter(values))):
        check(**values)


@pytest.mark.parametrize("name", ["txt", "text; import os", "text\nimport os", "__import__"])
def test_unknown_names_are_refused_with_a_suggestion(name):
    with pytest.raises(UsageError, match="Did you mean|Known"):
        checked({name: "x"}, DEFAULTS, "n.ipynb", area)


def cell(source, *tags):
    return json.dumps(notebook(code(source, *tags)))


def test_declarations_are_literals():
    source = '"""Choices."""\nlanguage = "vi"\nareas: list[str] = ["a"]\nlow = -1.5'
    found = declared(cell(source, "parameters"), "n.ipynb")
    assert found == {"language": "vi", "areas": ["a"], "low": -1.5}


@pytest.mark.parametrize(
    "source",
    ["a = open('x')", "a, b = 1, 2", "import os", "a.b = 1", "a = b = 1", "a = ", "print(1)"]
    + ["a = '\ud800'", "a = '\0'", "a = " + "-" * 20_000 + "1", "a = " + "(" * 20_000],
)
def test_a_declaration_that_computes_is_refused(source):
    with pytest.raises(UsageError, match=r"n\.ipynb"):
        declared(cell(source, "parameters"), "n.ipynb")


@pytest.mark.parametrize(
    "text", [cell("a = 1"), "{", "[]", '{"cells": 5}', '{"cells": [1]}', "[" * 50_000]
)
def test_a_notebook_without_parameters_is_refused(text):
    with pytest.raises(UsageError, match=r"n\.ipynb"):
        declared(text, "n.ipynb")


def test_an_unknown_area_is_told_with_its_place_in_the_resolvers_words():
    def refuse(name):
        raise UnknownName("area", name, ["VN-HN"])

    with pytest.raises(UsageError, match=r"n\.ipynb: parameter 'areas': Unknown area 'VN-HM'"):
        checked({"areas": "VN-HM"}, DEFAULTS, "n.ipynb", refuse)
