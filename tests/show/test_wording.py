"""Catalogues, texts of the data and headings keep to the words that docs/reports.md lists."""

import csv
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
READ = [
    *sorted(ROOT.glob("welfare_analysis/locale/*/[!l]*.ftl")),
    *sorted(ROOT.glob("data/*.csv")),
    *sorted(ROOT.glob("notebooks/*.ipynb")),
    ROOT / "welfare_analysis/report/template.ipynb",
]


def words():
    """Return what is not to be written, each with what is written instead."""
    text = (ROOT / "docs/reports.md").read_text(encoding="utf-8")
    table = text.partition("\n## Words\n")[2]
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.splitlines()]
    listed = [row for row in rows if row and row[0] in ("vi", "en")]
    return [(phrase, row[1], row[0]) for row in listed for phrase in row[2].split("; ")]


def written(path):
    """Return the sentences of a file: messages, cells of text, sources of cells."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".csv":
        rows = csv.DictReader(text.splitlines())
        kept = [(name, row[name]) for row in rows for name in row if name.endswith(("_vi", "_en"))]
        return "\n".join(cell for _, cell in kept)
    if path.suffix == ".ipynb":
        return "\n".join("".join(cell["source"]) for cell in json.loads(text)["cells"])
    return "\n".join(re.sub(r"^[a-z][\w-]* = ", "", line) for line in text.splitlines())


@pytest.mark.parametrize("path", READ, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_texts_keep_to_the_words_agreed(path):
    text = re.sub(r"\{[^{}]*\}", " ", written(path)).lower()
    spoken = path.parent.name if path.suffix == ".ftl" else ""
    for phrase, better, language in words():
        if spoken in ("", language):
            assert phrase.lower() not in text, f"{phrase!r}: write {better!r}"


def test_the_list_of_words_is_read_and_holds_both_languages():
    assert {language for _, _, language in words()} == {"vi", "en"}
    assert len(words()) > 12
