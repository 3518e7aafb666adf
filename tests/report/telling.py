"""Notebooks of reports run cell by cell in this process, and the text of what they show.

No kernel, no page: what is compared is the document.

    with reading(data):
        text = report("poverty_reduction", "vi", areas=["VN-HN", "VN-05"])
"""

import ast
import json
import re
from contextlib import contextmanager
from functools import cache

import pytest

import welfare_analysis as wa
from welfare_analysis.report.register import project
from welfare_analysis.show.charts import chart
from welfare_analysis.show.prose import brief

THEMES = ("poverty_reduction", "vocational_training", "labour_export")
ALL = (*THEMES, "data_quality", "area_profile", "overview")


@contextmanager
def reading(data, drawing=False, narrow=True):
    """Give notebooks a catalogue instead of the shipped one.

    What several of them ask of it is found once; charts are laid out, for a telephone too or not,
    but drawn only if asked.
    """
    found = cache(lambda areas, theme: wa.findings(data, list(areas), theme))

    def findings(_, areas, theme=None):
        areas = (areas,) if isinstance(areas, str) else tuple(areas)
        return found(areas, theme if theme is None or isinstance(theme, str) else tuple(theme))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wa, "load", lambda: data)
        patch.setattr(brief, "findings", findings)
        if not drawing:
            patch.setattr(chart, "drawn", lambda figure: "<svg></svg>")
        if not narrow:
            patch.setattr(chart, "_is_printed", lambda: False)
        patch.setenv("WELFARE_ANALYSIS_PRINT", "1")
        yield


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
    texts = [_text(one) for one in found]
    return [one for one in texts if one.strip()]


def _text(one):
    """Write what is shown as text: a table cell by cell, in which no width breaks a name."""
    if isinstance(one, str):
        return one
    if hasattr(one, "alt"):
        return "\n".join(map(str, (one.title, one.subtitle, one.alt, one.below)))
    if hasattr(one, "rows"):
        heads = [column.label for column in one.columns]
        rows = [" | ".join(map(str, row)) for row in (heads, *one.rows)]
        return "\n".join((str(one.caption), *rows, str(one.below)))
    return one._repr_mimebundle_().get("text/plain", "")


def is_heading(one):
    if isinstance(one, str):
        return one.startswith("## ")
    return bool(getattr(one, "blocks", ())) and one.blocks[0]["kind"] == "heading"


def checked(found):
    """Check what every report must hold to; return its text."""
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
