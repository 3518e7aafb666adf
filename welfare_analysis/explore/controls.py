"""Controls: one labelled widget for each part of a choice."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets as widgets

from ..data.catalogue import Catalogue
from ..messages import message
from . import choice as choosing
from .choice import Choice

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
        choice = choosing.settled(self._data, self.read())
        self.write(choice)
        self._changed(choice)
