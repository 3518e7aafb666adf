"""The widgets ask, answer and change language; without their packages one notice says so."""

import builtins
import errno
import html
import importlib
import json
import re
import sys
from pathlib import Path
from unittest.mock import Mock

import nbformat
import pytest
from nbclient import NotebookClient

import welfare_analysis as wa
from welfare_analysis.codes import LANGUAGES
from welfare_analysis.explore import Answer
from welfare_analysis.explore.open_desk import Notice
from welfare_analysis.explore.saved import Still

NOTEBOOK = Path(__file__).resolve().parents[2] / "notebooks" / "explore.ipynb"
VIEW = "application/vnd.jupyter.widget-view+json"


@pytest.fixture
def desk(data, tmp_path):
    return wa.explore.desk(data, folder=tmp_path / "exports")


def test_the_desk_shows_a_widget_and_has_a_picture_for_where_there_is_none(desk):
    shown = desk._repr_mimebundle_()
    assert shown[VIEW]["model_id"] == desk.box.model_id
    assert "<img" in shown["text/html"]
    assert "<table" in shown["text/html"]


def test_every_control_has_a_label_in_the_language_chosen(desk):
    controls = desk._controls
    for language in LANGUAGES:
        controls.language.value = language
        labels = [
            one.description
            for one in (
                *controls.lists.values(),
                *controls.areas.values(),
                *controls.switches.values(),
                controls.search,
                controls.around,
                controls.empty,
                desk._undo,
            )
        ]
        assert all(labels)
        assert len(set(labels)) == len(labels)
    assert desk.choice.language == "en"


def test_a_change_redraws(desk):
    before = desk._page.value
    desk._controls.lists["theme"].value = "labour_export"
    assert desk.choice.indicator == "workers_sent_abroad"
    assert desk._page.value != before
    assert desk._controls.lists["indicator"].value == "workers_sent_abroad"


def test_what_leaves_no_choice_is_not_asked(desk):
    lists = desk._controls.lists
    assert lists["standard"].layout.display == ""
    lists["theme"].value = "labour_export"
    assert lists["standard"].layout.display == "none"
    assert lists["by"].layout.display == ""
    for area in ("VN-HN", "VN-SG", "VN-05"):
        desk._controls.areas[area].value = False
    assert lists["by"].layout.display == "none"


def test_what_is_compared_can_be_computed(desk):
    desk._controls.lists["by"].value = "change_percent"
    assert desk.answer.comparison.by == "change_percent"
    desk._view.value = "code"
    assert "by=&#34;change_percent&#34;" in desk._page.value


def test_an_area_taken_away_leaves_the_answer(desk):
    desk._controls.areas["VN-SG"].value = False
    assert "VN-SG" not in desk.answer.comparison.figures
    assert "VN-HN" in desk.answer.comparison.figures


def test_the_log_switch_changes_the_chart_and_only_where_it_fits(desk):
    switch = desk._controls.switches["log"]
    assert switch.layout.display == "none"
    desk._controls.lists["theme"].value = "labour_export"
    assert switch.layout.display == ""
    before = desk._page.value
    switch.value = True
    assert desk._page.value != before


def test_refusals_can_be_shown_with_their_reasons(desk):
    desk._controls.lists["period"].value = "2023"
    before = desk.answer.chart.svg
    desk._controls.switches["refused"].value = True
    assert desk.answer.chart.svg != before


def test_a_view_survives_a_change_of_question(desk):
    desk._view.value = "table"
    desk._controls.lists["indicator"].value = "poor_households"
    assert desk._view.value == "table"
    assert "<table" in desk._page.value


def test_the_origin_view_asks_for_a_figure_and_shows_it(desk):
    assert desk._figure.layout.display == "none"
    desk._view.value = "origin"
    assert desk._figure.layout.display == ""
    for _, name in desk._figure.options[:3]:
        desk._figure.value = name
        assert name in desk._page.value


def test_the_figure_whose_origin_is_asked_for_stays_and_can_be_restored(data, desk):
    desk._view.value = "origin"
    _, figure = desk._figure.options[2]
    desk._figure.value = figure
    desk._controls.language.value = "en"
    assert desk._figure.value == figure
    desk._view.value = "code"
    assert f"figure=&#34;{figure}&#34;" in desk._page.value
    line = re.findall(r">(wa\.explore\.desk\(.+\))<", desk._page.value)[0]
    restored = eval(html.unescape(line), {"wa": wa, "data": data})
    assert (restored.view, restored._figure.value) == ("origin", figure)
    with pytest.raises(wa.UsageError, match="not among the figures of workers_sent_abroad"):
        wa.explore.desk(data, indicator="workers_sent_abroad", figure=figure)


def test_what_a_reader_goes_back_to_is_not_drawn_again(desk, monkeypatch):
    answer, page = desk.answer, desk._page.value
    desk._controls.areas["VN-SG"].value = False
    monkeypatch.setattr("welfare_analysis.explore.tabs.drawing", Mock(side_effect=AssertionError))
    desk._undo.click()
    assert desk.answer is answer
    assert desk._page.value == page


def test_another_language_or_axis_is_the_same_comparison(desk):
    controls = desk._controls
    controls.lists["theme"].value = "labour_export"
    begun = desk.answer
    for control, value in ((controls.language, "en"), (controls.switches["log"], True)):
        control.value = value
        assert desk.answer is not begun
        assert desk.answer.comparison is begun.comparison
    controls.areas["VN"].value = True
    assert "VN" in desk.answer.comparison.figures


def test_buttons_save_what_is_shown(desk, tmp_path):
    for form, button in desk._buttons.items():
        button.click()
        assert re.search(rf"exports/poor_household_rate\S+\.vi\.{form}<", desk._saved.value)
    assert len(list((tmp_path / "exports").iterdir())) == len(desk._buttons)


def test_a_folder_that_cannot_be_written_is_told_in_place(data, tmp_path):
    (tmp_path / "file").touch()
    desk = wa.explore.desk(data, folder=tmp_path / "file" / "inside")
    desk._buttons["svg"].click()
    assert 'role="alert"' in desk._saved.value


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refusal_to_save_is_told_in_the_language_chosen(data, tmp_path, language, monkeypatch):
    desk = wa.explore.desk(data, language, folder=tmp_path)
    refused = PermissionError(errno.EACCES, "Permission denied")
    monkeypatch.setattr("welfare_analysis.files._write_new", Mock(side_effect=refused))
    desk._buttons["csv"].click()
    told = {"vi": "không có quyền ghi", "en": "no permission"}
    assert told[language] in desk._saved.value
    assert f'<div lang="{language}" role="alert">' in desk._saved.value
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_shown_is_told_in_the_language_chosen(desk, monkeypatch):
    monkeypatch.setattr(Answer, "table", property(Mock(side_effect=wa.UsageError("Too much."))))
    desk._view.value = "table"
    assert "Không thể hiện được" in desk._page.value
    assert '<p lang="en">Too much.</p>' in desk._page.value


def test_a_change_can_be_undone_step_by_step(desk):
    begun = desk.choice
    assert desk._undo.disabled
    desk._controls.lists["theme"].value = "labour_export"
    second = desk.choice
    desk._controls.areas["VN"].value = True
    desk._undo.click()
    assert desk.choice == second
    assert not desk._controls.areas["VN"].value
    desk._undo.click()
    assert desk.choice == begun
    assert desk._controls.lists["indicator"].value == begun.indicator
    assert desk._undo.disabled


def test_region_and_country_are_one_click_away_and_back(desk):
    places = desk.choice.areas
    desk._controls.around.value = True
    assert {"VN", "VN-R-RRD"} <= {*desk.choice.areas} - {*places}
    desk._controls.around.value = False
    assert desk.choice.areas == places


def test_an_indicator_is_searched_for_over_all_themes(desk):
    controls = desk._controls
    before = desk.choice
    controls.search.value = "workers abroad"
    found = [code for _, code in controls.lists["indicator"].options]
    assert "workers_sent_abroad" in found
    assert "poor_household_rate" not in found
    assert controls.lists["indicator"].value is None
    assert desk.choice == before
    controls.lists["indicator"].value = "workers_sent_abroad"
    assert desk.choice.theme == controls.lists["theme"].value == "labour_export"
    controls.search.value = "không có ở đâu cả"
    assert "Không có chỉ tiêu" in controls.none_found.value
    controls.areas["VN"].value = True
    assert desk.choice.indicator == "workers_sent_abroad"
    controls.lists["theme"].value = "training"
    assert controls.search.value == ""
    assert controls.lists["indicator"].value == desk.choice.indicator


def test_areas_without_figures_are_folded_until_asked_for(desk):
    controls = desk._controls
    controls.lists["theme"].value = "labour_export"
    counts = set(desk._data.where(["workers_sent_abroad"])["area"])
    folded = {name for name, box in controls.areas.items() if box in controls._empty_box.children}
    assert folded
    assert not folded & {*counts, *desk.choice.areas}
    assert controls._empty_box.layout.display == "none"
    controls.empty.value = True
    assert controls._empty_box.layout.display == ""


def test_words_stand_above_the_chart_and_marks_lead_to_sources(desk):
    assert str(wa.prose.standing(desk.answer.comparison, "vi")) in desk._summary.value
    known = [one.address for one in desk.answer.chart.hints.values() if one.address]
    assert known
    assert all(f'<a href="{address}" target="_blank"' in desk._page.value for address in known)


def test_the_code_is_that_of_the_view_before(desk):
    for view, made in (("series", "charts.series"), ("table", "tables.comparison")):
        desk._view.value = view
        desk._view.value = "code"
        assert f"wa.{made}(" in desk._page.value
        assert f"view=&#34;{view}&#34;" in desk._page.value


def test_saved_links_go_with_the_question_they_belong_to(desk):
    desk._buttons["csv"].click()
    desk._controls.areas["VN-SG"].value = False
    assert desk._saved.value == ""


def test_a_desk_can_begin_elsewhere(data):
    desk = wa.explore.desk(data, "en", indicator="workers_sent_abroad", areas=("VN", "VN-HN"))
    assert desk.choice.theme == "labour_export"
    assert desk.choice.areas == ("VN", "VN-HN")
    with pytest.raises(wa.UnknownName, match="workers_sent_abroad"):
        wa.explore.desk(data, indicator="workers_sent_abraod")


def test_areas_to_begin_with_are_named_as_everywhere(data):
    assert wa.explore.desk(data, areas="Hà Nội").choice.areas == ("VN-HN",)
    assert wa.explore.desk(data, areas=["Sơn La", "VN"]).choice.areas == ("VN", "VN-05")
    with pytest.raises(wa.UnknownName, match="Sơn La"):
        wa.explore.desk(data, areas=["Sơn Laa"])


@pytest.fixture
def blocked(monkeypatch):
    """Make packages impossible to import, as where they were never installed."""

    def block(*names):
        real = builtins.__import__

        def refuse(name, *args, **kwargs):
            if name.partition(".")[0] in names:
                raise ModuleNotFoundError(f"No module named {name!r}", name=name)
            return real(name, *args, **kwargs)

        for module in list(sys.modules):
            if module.partition(".")[0] in names:
                monkeypatch.delitem(sys.modules, module)
        for module in ("controls", "widgets", "lookup"):
            monkeypatch.delitem(sys.modules, f"welfare_analysis.explore.{module}", raising=False)
        monkeypatch.setattr(builtins, "__import__", refuse)
        monkeypatch.setattr(importlib, "import_module", lambda name, package=None: refuse(name))
        monkeypatch.setattr("welfare_analysis.explore.open_desk.import_module", refuse)

    return block


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_ipywidgets_one_notice_says_what_to_install(data, blocked, language):
    blocked("ipywidgets")
    notice = wa.explore.desk(data, language)
    assert isinstance(notice, Notice)
    assert notice.command.startswith('%pip install "ipywidgets>=')
    shown = notice._repr_mimebundle_()
    assert "ipywidgets" in shown["text/html"]
    assert notice.command in shown["text/plain"]
    assert f'lang="{language}"' in shown["text/html"]


def test_all_that_is_missing_is_named_at_once(data, blocked):
    blocked("ipywidgets", "openpyxl")
    assert re.findall(r'"([a-z]+)', wa.explore.desk(data).command) == ["ipywidgets", "openpyxl"]


def test_without_itables_the_search_says_so_and_the_desk_still_works(data, blocked):
    blocked("itables")
    notice = wa.explore.search(data)
    assert notice.command.startswith('%pip install "itables>=')
    assert not isinstance(wa.explore.desk(data), Notice)


def test_the_notebook_runs_through_where_the_extra_is_missing(tmp_path, monkeypatch):
    for name in ("ipywidgets", "itables"):
        (tmp_path / f"{name}.py").write_text(
            f'raise ModuleNotFoundError("No module named {name}")\n',
            encoding="utf-8",
        )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    notebook = NotebookClient(nbformat.read(NOTEBOOK, 4), resources={}).execute()
    shown = [
        output["data"]["text/plain"]
        for cell in notebook.cells
        for output in cell.get("outputs", ())
        if "data" in output
    ]
    notices = [text for text in shown if "%pip install" in text]
    assert len(notices) == 2
    assert "ipywidgets" in notices[0]
    assert "itables" in notices[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_can_be_searched_with_or_without_accents(data, language):
    frame = wa.explore.search(data, language).frame
    assert len(frame) == len(data.observations)
    folded = frame["folded"]
    assert folded.str.contains("son la").sum() >= (data.observations["area"] == "VN-05").sum()
    assert not folded.str.contains("[ơêđĐ]").any()


def test_the_searchable_table_is_safe_and_needs_no_network(data, monkeypatch):
    search = wa.explore.search(data)
    frame = search.frame
    frame.iloc[0, 1] = "<script>alert(1)</script>"
    monkeypatch.setattr(type(search), "frame", frame)
    bundle, metadata = search._repr_mimebundle_()
    assert "<script>alert(1)" not in bundle["text/html"]
    assert re.search(r"(src|href)=[\"']https?:", bundle["text/html"]) is None
    assert " from 'http" not in bundle["text/html"]
    assert metadata["welfare_analysis"]["live"]


def test_the_committed_notebook_holds_pictures_and_no_widgets():
    notebook = nbformat.read(NOTEBOOK, 4)
    assert "widgets" not in notebook.metadata
    shown = [
        output.data
        for cell in notebook.cells
        for output in cell.get("outputs", ())
        if "data" in output
    ]
    assert len(shown) >= 4
    assert not any(VIEW in data for data in shown)
    assert "Run All Cells" in json.dumps([data.get("text/html", "") for data in shown])


def test_still_keeps_the_picture_and_drops_the_widget():
    output = nbformat.v4.new_output("display_data", {VIEW: {}, "text/html": "picture"})
    alive = nbformat.v4.new_output(
        "display_data",
        {"text/html": "script", "text/plain": "words"},
        metadata={"welfare_analysis": {"live": True}},
    )
    cell = nbformat.v4.new_code_cell("x", outputs=[output, alive])
    notebook = nbformat.v4.new_notebook(cells=[cell], metadata={"widgets": {"state": {}}})
    cleaned, _ = Still().preprocess(notebook, {})
    first, second = cleaned.cells[0].outputs
    assert dict(first.data) == {"text/html": "picture"}
    assert dict(second.data) == {"text/plain": "words"}
    assert "widgets" not in cleaned.metadata


def test_the_notebook_keeps_to_short_cells():
    code = [cell for cell in nbformat.read(NOTEBOOK, 4).cells if cell.cell_type == "code"]
    assert max(len(cell.source.splitlines()) for cell in code) <= 7
    assert not any("def " in cell.source for cell in code)
