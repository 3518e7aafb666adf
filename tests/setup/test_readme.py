"""README: what it tells a reader to type in a notebook works as it stands."""

import re
from pathlib import Path

import pytest
from IPython.core.interactiveshell import InteractiveShell

import welfare_analysis as wa
from welfare_analysis.show.jupyter import show_views

README = Path(__file__).parents[2] / "README.md"


@pytest.fixture
def session(tmp_path, monkeypatch):
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    monkeypatch.chdir(tmp_path)
    before = wa.get_language()
    shell = InteractiveShell()
    shell.history_manager.enabled = False
    show_views(shell)  # as the first import does in a session of its own
    yield shell
    shell.history_manager.end_session()
    wa.set_language(before)


def test_every_line_of_python_runs_and_shows_what_is_promised(session, tmp_path):
    blocks = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines() if line.strip()]
    series = "period_end,value\n2023-12-31,14.6\n2025-12-31,9.1\n"
    (tmp_path / "mine.csv").write_text(series, encoding="utf-8")
    shown = []
    for line in lines:
        result = session.run_cell(line)
        result.raise_error()
        shown.append(result.result)
    assert len(lines) >= 3
    for kind in (wa.Comparison, wa.Observation, wa.tables.Table):
        one = next(value for value in shown if isinstance(value, kind))
        bundle, _ = session.display_formatter.format(one)
        assert "<table" in bundle["text/html"]
    joined = session.user_ns["joined"]
    assert {"own-1", "own-2"} <= set(joined)
    drawn = session.user_ns["axes"].get_lines()
    assert any(9.1 in line.get_ydata() for line in drawn)
    saved = re.findall(r'\.save\("([^"…]+)"\)', "\n".join(lines))
    assert saved
    assert all((tmp_path / name).stat().st_size for name in saved)
