"""Widgets: the desk in JupyterLab that asks, answers, says where figures come from, and saves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import ipywidgets as widgets

from ..data.catalogue import Catalogue
from ..data.figures import Observation
from ..errors import WelfareError
from . import tabs
from .answer import Answer
from .choice import OFFERED, Choice, areas, can_be_logarithmic, settled

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
        self.lists = {name: widgets.Dropdown() for name in OFFERED}
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
        self._writing, say = True, choice.writer(self._data).say
        try:
            self._write_lists(choice, say)
            self._write_areas(choice, say)
            self._write_switches(choice, say)
        finally:
            self._writing = False

    def _write_lists(self, choice: Choice, say: Callable[..., str]) -> None:
        for name, control in self.lists.items():
            offered = OFFERED[name](self._data, choice)
            if control.options != tuple(offered):
                control.options = offered
            control.value = getattr(choice, name)
            control.description = say(_LABELS.get(name, f"desk-{name}"))
            # What leaves no choice is not asked.
            control.layout.display = "" if len(offered) > 1 else "none"

    def _write_areas(self, choice: Choice, say: Callable[..., str]) -> None:
        self.areas_label.value = f"<b>{say('desk-areas')}</b>"
        offered = areas(self._data, choice)
        for label, area in offered:
            control = self.areas[area]
            control.description, control.value = label, area in choice.areas
        ordered = tuple(self.areas[area] for _, area in offered)
        if self._areas_box.children != ordered:
            self._areas_box.children = ordered

    def _write_switches(self, choice: Choice, say: Callable[..., str]) -> None:
        for name, control in self.switches.items():
            control.description = say(f"desk-{name}")
            control.value = getattr(choice, name)
        fits = can_be_logarithmic(self._data, choice)
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
            for form in (*tabs.CHART_FORMS, *tabs.TABLE_FORMS)
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
        views = [view for view in ("chart", "table") if view in tabs.views(self.answer)]
        shown = "".join(tabs.page(self.answer, view) for view in views)
        picture = tabs.html("picture", self.answer.writer, shown)
        plain = self.answer.writer.say("desk-title")
        return self.box._repr_mimebundle_() | {"text/html": picture, "text/plain": plain}

    def _laid_out(self) -> widgets.VBox:
        saving = [
            self._labels["chart"],
            *(self._buttons[form] for form in tabs.CHART_FORMS),
            self._labels["table"],
            *(self._buttons[form] for form in tabs.TABLE_FORMS),
            self._saved,
        ]
        parts = [
            widgets.HTML(tabs.style("desk.css")).add_class("wa-style"),
            self._controls.box,
            self._summary,
            self._view,
            self._figure,
            self._page.add_class("wa-page"),
            widgets.Box(saving).add_class("wa-save"),
        ]
        return widgets.VBox(parts).add_class("wa-desk")

    def _ask(self, choice: Choice) -> None:
        self._page.value = self._saved.value = ""  # an old answer never stands under a new question
        self.answer = Answer(self._data, choice)
        self._write()

    def _write(self) -> None:
        say = self.answer.writer.say
        self._summary.value = tabs.summary(self.answer)
        views, kept = tabs.views(self.answer), self._view.value
        self._view.options = [(say(f"desk-view-{name}"), name) for name in views]
        if views:
            self._view.value = kept if kept in views else views[0]
        figures = self.answer.observations
        self._figure.options = [(self._named(one), one.observation) for one in figures]
        self._figure.index = 0 if figures else None
        self._figure.description = say("desk-origin")
        for name, label in self._labels.items():
            label.value = say(f"desk-save-{name}")
        for button in self._buttons.values():
            button.tooltip = say("desk-save-as", form=button.description)
        self._turn()

    def _named(self, figure: Observation) -> str:
        writer = self.answer.writer
        said = {"figure": writer.text(figure), "period": writer.period(figure)}
        return writer.say("desk-origin-of", area=writer.area(figure.area), **said)

    def _turn(self, _=None) -> None:
        view = self._view.value
        self._figure.layout.display = "" if view == "origin" else "none"
        shown = tabs.page(self.answer, view, self._figure.value or "") if view else ""
        self._page.value = tabs.html("page", self.answer.writer, shown)

    def _save(self, form: str) -> None:
        try:
            path = tabs.save(self.answer, form, self._folder, self._view.value)
        except (WelfareError, OSError) as error:
            self._saved.value = tabs.html("refused", str(error))
        else:
            self._saved.value = tabs.saved(self.answer, path)
