"""Widgets: the desk in JupyterLab that asks, answers, says where figures come from, and saves."""

from __future__ import annotations

import html
from collections.abc import Callable
from pathlib import Path

import ipywidgets as widgets

from ..data.catalogue import Catalogue
from ..errors import WelfareError
from ..messages import message
from . import choice as choosing
from . import saving
from . import tabs as pages
from .answer import Answer
from .choice import Choice, settled
from .keys import KEPT

_STYLE = (Path(__file__).parent / "desk.css").read_text(encoding="utf-8")
_LISTS = ("theme", "indicator", "period", "measure", "standard", "per")
_LABELS = {"indicator": "desk-indicator-label"}
_SWITCHES = ("refused", "log")
_TONGUES = [("Tiếng Việt", "vi"), ("English", "en")]


class Controls:
    """The widgets that hold a choice.

    Parameters
    ----------
    data : Catalogue
    choice : Choice
    changed : callable
        Called with the new choice after every change by the reader.
    """

    def __init__(self, data: Catalogue, choice: Choice, changed: Callable[[Choice], None]):
        self._data, self._changed, self._writing = data, changed, False
        self.lists = {name: widgets.Dropdown() for name in _LISTS}
        self.areas = {area: widgets.Checkbox(indent=False) for area in data.areas["area"]}
        self.switches = {name: widgets.Checkbox(indent=False) for name in _SWITCHES}
        self.language = widgets.ToggleButtons(options=_TONGUES)
        self.areas_label = widgets.HTML()
        self._areas_box = widgets.Box().add_class("wa-areas")
        self.write(choice)
        every = (*self.lists.values(), *self.areas.values(), *self.switches.values())
        for control in (*every, self.language):
            control.observe(self._on_change, names="value")

    @property
    def box(self) -> widgets.VBox:
        """All controls, in the order in which one chooses."""
        language = self.language.add_class("wa-language")
        lists = widgets.Box(list(self.lists.values())).add_class("wa-lists")
        switches = widgets.Box(list(self.switches.values())).add_class("wa-switches")
        parts = [language, lists, self.areas_label, self._areas_box, switches]
        return widgets.VBox(parts).add_class("wa-controls")

    def read(self) -> Choice:
        """Return the choice that the widgets hold."""
        return Choice(
            **{name: control.value or "" for name, control in self.lists.items()},
            areas=tuple(area for area, control in self.areas.items() if control.value),
            **{name: control.value for name, control in self.switches.items()},
            language=self.language.value,
        )

    def write(self, choice: Choice) -> None:
        """Set the widgets to a settled choice, with the options that it leaves."""
        self._writing = True
        try:
            self._write_lists(choice)
            self._write_areas(choice)
            self._write_switches(choice)
        finally:
            self._writing = False

    def _write_lists(self, choice: Choice) -> None:
        data, language = self._data, choice.language
        options = {
            "theme": choosing.themes(data, language),
            "indicator": choosing.indicators(data, choice.theme, language),
            "period": choosing.periods(data, choice),
            "measure": choosing.measures(data, choice),
            "standard": choosing.standards(data, choice),
            "per": choosing.bases(data, choice),
        }
        for name, control in self.lists.items():
            if control.options != tuple(options[name]):
                control.options = options[name]
            control.value = getattr(choice, name)
            control.description = message(_LABELS.get(name, f"desk-{name}"), language)
            # What leaves no choice is not asked.
            control.layout.display = "" if len(options[name]) > 1 else "none"

    def _write_areas(self, choice: Choice) -> None:
        language = choice.language
        self.areas_label.value = f"<b>{message('desk-areas', language)}</b>"
        offered = choosing.areas(self._data, choice.indicator, language)
        for label, area in offered:
            control = self.areas[area]
            control.description, control.value = label, area in choice.areas
        ordered = tuple(self.areas[area] for _, area in offered)
        if self._areas_box.children != ordered:
            self._areas_box.children = ordered

    def _write_switches(self, choice: Choice) -> None:
        for name, control in self.switches.items():
            control.description = message(f"desk-{name}", choice.language)
            control.value = getattr(choice, name)
        fits = choosing.can_be_logarithmic(self._data, choice)
        self.switches["log"].layout.display = "" if fits else "none"
        self.language.value = choice.language

    def _on_change(self, _) -> None:
        if self._writing:
            return
        choice = settled(self._data, self.read())
        self.write(choice)
        self._changed(choice)


class Desk:
    """The desk; as the last line of a cell it shows itself.

    Attributes
    ----------
    choice : Choice
        What is chosen at present.
    answer : Answer
        What it leads to: ``comparison``, ``chart``, ``table``, ``verdicts``, ``series``.
    """

    def __init__(self, data: Catalogue, choice: Choice, folder: Path):
        self._data, self._folder = data, folder
        choice = settled(data, choice)
        self.answer = Answer(data, choice)
        self._controls = Controls(data, choice, self._ask)
        self._summary, self._page, self._saved = (widgets.HTML() for _ in range(3))
        self._view = widgets.ToggleButtons().add_class("wa-views")
        self._figure = widgets.Dropdown().add_class("wa-figure")
        self._labels = {name: widgets.HTML() for name in ("chart", "table")}
        self._buttons = {
            form: widgets.Button(description=form.upper().replace("XLSX", "Excel"))
            for form in (*saving.CHART_FORMS, *saving.TABLE_FORMS)
        }
        self.box = self._laid_out()
        self._write()
        self._view.observe(self._turn, names="value")
        self._figure.observe(self._turn, names="value")
        for form, button in self._buttons.items():
            button.on_click(lambda _, form=form: self._save(form))

    @property
    def choice(self) -> Choice:
        """What is chosen at present."""
        return self.answer.choice

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        live = self.box._repr_mimebundle_()
        shown = "".join(
            pages.page(self.answer, view)
            for view in ("chart", "table")
            if view in pages.views(self.answer)
        )
        hint = html.escape(message("desk-static", self.choice.language))
        plain = message("desk-title", self.choice.language)
        return live | {"text/html": f"<p><em>{hint}</em></p>{shown}", "text/plain": plain}

    def _laid_out(self) -> widgets.VBox:
        forms = {"chart": saving.CHART_FORMS, "table": saving.TABLE_FORMS}
        save = [
            one
            for name, of in forms.items()
            for one in (self._labels[name], *(self._buttons[form] for form in of))
        ]
        style = widgets.HTML(f"<style {KEPT}>{_STYLE}</style>").add_class("wa-style")
        saving_row = widgets.Box([*save, self._saved]).add_class("wa-save")
        parts = [
            style,
            self._controls.box,
            self._summary,
            self._view,
            self._figure,
            self._page.add_class("wa-page"),
            saving_row,
        ]
        return widgets.VBox(parts).add_class("wa-desk")

    def _ask(self, choice: Choice) -> None:
        self._page.value = self._saved.value = ""  # an old answer never stands under a new question
        self.answer = Answer(self._data, choice)
        self._write()

    def _write(self) -> None:
        language = self.choice.language
        self._summary.value = pages.summary(self.answer)
        views = [
            (message(f"desk-view-{name}", language), name) for name in pages.views(self.answer)
        ]
        kept = self._view.value
        self._view.options = views
        names = [name for _, name in views]
        if names:
            self._view.value = kept if kept in names else names[0]
        self._figure.options = [
            (self._named(figure), figure.observation) for figure in self.answer.observations
        ]
        self._figure.index = 0 if self._figure.options else None
        self._figure.description = message("desk-origin", language)
        for name, label in self._labels.items():
            label.value = message(f"desk-save-{name}", language)
        for button in self._buttons.values():
            button.tooltip = message("desk-save-as", language, form=button.description)
        self._turn()

    def _named(self, figure) -> str:
        language = self.choice.language
        return message(
            "desk-origin-of",
            language,
            area=figure.area_row[f"name_{language}"],
            figure=figure.text(language),
            period=figure.period(language),
        )

    def _turn(self, _=None) -> None:
        view = self._view.value
        self._figure.layout.display = "" if view == "origin" else "none"
        shown = pages.page(self.answer, view, self._figure.value or "") if view else ""
        self._page.value = f'<div lang="{self.choice.language}">{shown}</div>'

    def _save(self, form: str) -> None:
        language = self.choice.language
        try:
            path = saving.save(self.answer, form, self._folder, self._view.value)
        except (WelfareError, OSError) as error:
            self._saved.value = f'<span role="alert">{html.escape(str(error))}</span>'
            return
        nothing = html.escape(message("desk-nothing-to-save", language))
        self._saved.value = saving.link(path, language) if path else nothing
