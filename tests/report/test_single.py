"""Single: one executed notebook becomes one PDF, or a clear refusal."""

import json

import papermill
import pypdf
import pytest

import welfare_analysis as wa
from welfare_analysis.errors import ReportError, UsageError
from welfare_analysis.report.register import project

TEMPLATE = project() / "notebooks" / "lessons" / "brief.ipynb"


def shown(text):
    """Return an output cell of plain text."""
    return {"output_type": "stream", "name": "stdout", "text": text}


def notebook(*cells, parameters=None, language="vi"):
    """Return an executed notebook with a title, its parameters and some cells."""
    first = [
        {"cell_type": "markdown", "metadata": {}, "source": "# A title"},
        {
            "cell_type": "code",
            "metadata": {"tags": ["parameters"]},
            "source": f"language = {language!r}\narea = 'VN-05'",
            "execution_count": 1,
            "outputs": [],
        },
    ]
    metadata = {"papermill": {"parameters": parameters}} if parameters else {}
    return {"cells": [*first, *cells], "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def code(source, outputs=(), count=2):
    return {
        "cell_type": "code",
        "metadata": {},
        "source": source,
        "execution_count": count,
        "outputs": list(outputs),
    }


@pytest.fixture
def stored(tmp_path):
    """Return a function that stores a notebook."""

    def store(content):
        file = tmp_path / "executed.ipynb"
        file.write_text(json.dumps(content), encoding="utf-8")
        return file

    return store


def test_a_paper_says_what_was_made(stored, tmp_path):
    executed = stored(notebook(code("print(1)", [shown("1")]), parameters={"area": "VN-SG"}))
    paper = wa.typeset(executed, tmp_path / "new" / "brief.pdf")
    assert paper.path.read_bytes().startswith(b"%PDF")
    assert (paper.title, paper.language, paper.pages) == ("A title", "vi", 1)
    assert paper.parameters == {"language": "vi", "area": "VN-SG"}
    assert "brief.pdf" in str(paper)


def test_pages_are_those_of_the_pdf(stored, tmp_path):
    text = {"cell_type": "markdown", "metadata": {}, "source": "A line of text.\n\n" * 150}
    paper = wa.typeset(stored(notebook(text)), tmp_path / "long.pdf")
    assert paper.pages == len(pypdf.PdfReader(paper.path).pages) > 1


@pytest.mark.parametrize(("language", "area"), [("vi", "VN-SG"), ("en", "VN-HN")])
def test_the_template_makes_one_page_with_sources(tmp_path, language, area):
    executed, values = tmp_path / "executed.ipynb", {"language": language, "area": area}
    papermill.execute_notebook(TEMPLATE, executed, parameters=values, progress_bar=False)
    paper = wa.typeset(executed, tmp_path / "brief.pdf")
    assert (paper.pages, paper.language) == (1, language)
    assert paper.sources
    assert paper.parameters["area"] == area


def test_a_failed_or_unfinished_notebook_leaves_the_last_pdf(stored, tmp_path):
    out = tmp_path / "brief.pdf"
    out.write_bytes(b"the last one")
    failed = {"output_type": "error", "ename": "KeyError", "evalue": "'x'", "traceback": []}
    for cell, told in ((code("x", [failed]), "KeyError"), (code("x", count=None), "never run")):
        with pytest.raises(ReportError, match=told):
            wa.typeset(stored(notebook(cell)), out)
    assert out.read_bytes() == b"the last one"


def test_what_is_no_executed_notebook_is_refused(stored, tmp_path):
    with pytest.raises(UsageError, match="cannot be read"):
        wa.typeset(tmp_path / "nothing.ipynb", tmp_path / "brief.pdf")
    with pytest.raises(UsageError, match=r"name it so \(brief\.pdf\)"):
        wa.typeset(stored(notebook()), tmp_path / "brief.docx")
    with pytest.raises(UsageError, match="Unknown language 'fr'"):
        wa.typeset(stored(notebook(language="fr")), tmp_path / "brief.pdf")
    text = tmp_path / "text.ipynb"
    text.write_text("no notebook", encoding="utf-8")
    with pytest.raises(UsageError, match="is not a notebook"):
        wa.typeset(text, tmp_path / "brief.pdf")
