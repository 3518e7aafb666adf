"""Drafts: the notebook of a new report, laid down from a template, and its entry in the list."""

from __future__ import annotations

import json
import re
from pathlib import Path

from ..data.catalogue import Catalogue
from ..errors import UnknownName, UsageError
from ..files import staged
from ..texts import capital
from .register import project, read_reports

_TEMPLATE = Path(__file__).with_name("template.ipynb")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")
_MOST = 4  # places that a draft begins with


def lay_down(
    data: Catalogue, name: str, theme: str | None = None, register: Path | None = None
) -> tuple[Path, Path]:
    """Write the notebook of a new report and add its entry to the list of reports.

    Parameters
    ----------
    data : Catalogue
    name : str
        Of the report and of its notebook: small letters, digits and ``_``.
    theme : str, optional
        Code of a theme of the data; by default the name is one.
    register : path, optional
        The list of reports; ``reports/reports.yml`` of the checkout when absent.

    Returns
    -------
    tuple of Path
        The notebook and the list, both written or neither.

    Raises
    ------
    UsageError
        If the name cannot be used or is taken, or there is no checkout to write to.
    UnknownName
        If there is no such theme.
    """
    register = Path(register) if register else project() / "reports" / "reports.yml"
    folder = register.parent.parent
    notebook = folder / "notebooks" / f"{name}.ipynb"
    if not _NAME.fullmatch(name):
        raise UsageError(
            f"A report is named by small letters without accents, digits and '_', beginning with "
            f"a letter; found {name!r}."
        )
    if folder.name == "share":
        raise UsageError("A new report needs a checkout of the project, found an installed copy.")
    if name in [report.name for report in read_reports(register)] or notebook.exists():
        raise UsageError(f"There is a report or a notebook {name!r} already; choose another name.")
    content = draft(data, theme or name)
    listed = register.read_text(encoding="utf-8").rstrip("\n")
    entry = f"\n  {name}:\n    notebook: notebooks/{name}.ipynb\n    theme: {theme or name}\n"
    with staged({notebook: content.encode(), register: (listed + entry).encode()}):
        pass
    return notebook, register


def draft(data: Catalogue, theme: str) -> str:
    """Return the notebook of a new report on a theme, as JSON.

    It begins with the places of which the data know most on the theme.
    """
    themes = data.themes.set_index("theme")
    if theme not in themes.index:
        raise UnknownName("theme", theme, themes.index)
    own = data.indicators.loc[data.indicators["theme"] == theme, "indicator"]
    known = data.observations[data.observations["indicator"].isin(own)]
    areas = known["area"].value_counts(sort=False).sort_values(ascending=False, kind="stable")
    if areas.empty:
        raise UsageError(f"No figure of the theme {theme!r} is in the data; add some first.")
    filled = {
        "THEME": theme,
        "TITLE_VI": capital(themes.loc[theme, "title_vi"]),
        "TITLE_EN": capital(themes.loc[theme, "title_en"]),
        "AREAS": '", "'.join(areas.index[:_MOST]),
    }
    notebook = json.loads(_TEMPLATE.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        cell["source"] = [_filled(line, filled) for line in cell["source"]]
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"


def _filled(line: str, values: dict[str, str]) -> str:
    return re.sub("|".join(values), lambda found: values[found[0]], line)
