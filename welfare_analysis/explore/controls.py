"""Controls: the widgets that hold a choice, and offer at each what the figures bear."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial

import ipywidgets as widgets

from ..data.catalogue import Catalogue
from .choice import (
    OFFERED,
    Choice,
    Options,
    areas,
    around,
    can_be_logarithmic,
    empty_areas,
    found,
    settled_with_options,
)

_SWITCHES = ("refused", "log")
_TONGUES = [("Tiếng Việt", "vi"), ("English", "en")]
_ROWS = 6  # indicators in sight
REMEMBERED = 100  # choices that can be undone


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
        # What a reader goes back to is not worked out again.
        self._settled = lru_cache(maxsize=REMEMBERED)(partial(settled_with_options, data))
        self.choice = choice
        self.search = widgets.Text()
        self.none_found = widgets.HTML()
        self.lists = {
            name: widgets.Select(rows=_ROWS) if name == "indicator" else widgets.Dropdown()
            for name in OFFERED
        }
        self.areas = {area: widgets.Checkbox(indent=False) for area in data.areas["area"]}
        self.around = widgets.Checkbox(indent=False)
        self.empty = widgets.ToggleButton(icon="caret-right").add_class("wa-empty")
        self.switches = {name: widgets.Checkbox(indent=False) for name in _SWITCHES}
        self.language = widgets.ToggleButtons(options=_TONGUES)
        self._areas_label = widgets.HTML()
        self._areas_box = widgets.Box().add_class("wa-areas")
        self._empty_box = widgets.Box().add_class("wa-areas")
        self.write(choice)
        every = (*self.lists.values(), *self.areas.values(), *self.switches.values())
        for control in (*every, self.around, self.language):
            control.observe(self._on_change, names="value")
        self.search.observe(self._on_search, names="value")
        self.empty.observe(self._on_fold, names="value")

    @property
    def box(self) -> widgets.VBox:
        """All controls, in the order in which one chooses."""
        theme, indicator, *rest = self.lists.values()
        parts = [
            theme,
            self.search,
            indicator.add_class("wa-indicator"),
            self.none_found,
            self._areas_label,
            self._areas_box,
            widgets.Box([self.around]).add_class("wa-around"),
            self.empty,
            self._empty_box,
            *rest,
            widgets.Box(list(self.switches.values())).add_class("wa-switches"),
        ]
        return widgets.VBox(parts).add_class("wa-controls")

    def read(self) -> Choice:
        """Return the choice that the widgets hold."""
        lists = {name: control.value or "" for name, control in self.lists.items()}
        # Among what was searched for, nothing is chosen until the reader does.
        lists["indicator"] = lists["indicator"] or self.choice.indicator
        return Choice(
            **lists,
            areas=tuple(area for area, control in self.areas.items() if control.value),
            **{name: control.value for name, control in self.switches.items()},
            language=self.language.value,
        )

    def ask(self, choice: Choice) -> None:
        """Choose what is asked, as far as figures bear it, and tell of it."""
        self.write(choice)
        self._changed(self.choice)

    def write(self, choice: Choice) -> None:
        """Set the widgets to a choice, settled, with the options that it leaves."""
        choice, options = self._settled(choice)
        self.choice, self._writing, say = choice, True, choice.writer(self._data).say
        try:
            self._write_search(say)
            self._write_lists(options, say)
            self._write_areas(say)
            self._write_switches(say)
        finally:
            self._writing = False

    def _write_search(self, say: Callable[..., str]) -> None:
        self.search.description = say("desk-search")
        self.search.placeholder = say("desk-search-hint")

    def _write_lists(self, options: dict[str, Options], say: Callable[..., str]) -> None:
        searched = bool(self.search.value.strip())
        if searched:
            options = options | {"indicator": found(self._data, self.choice, self.search.value)}
        breaking = [(_breaking(label), name) for label, name in options["indicator"]]
        options = options | {"indicator": breaking}
        for name, control in self.lists.items():
            offered = options[name]
            value = getattr(self.choice, name)
            if control.options != tuple(offered):
                control.options = offered
            control.value = value if value in [one for _, one in offered] else None
            control.description = say(
                "desk-indicator-label" if name == "indicator" else f"desk-{name}"
            )
            # What leaves no choice is not asked.
            control.layout.display = "" if len(offered) > 1 or name == "indicator" else "none"
        none = searched and not options["indicator"]
        self.lists["indicator"].layout.display = "none" if none else ""
        self.none_found.value = say("desk-found-none") if none else ""

    def _write_areas(self, say: Callable[..., str]) -> None:
        data, choice = self._data, self.choice
        self._areas_label.value = f"<b>{say('desk-areas')}</b>"
        offered, empty, wide = areas(data, choice), empty_areas(data, choice), around(data, choice)
        for label, area in (*offered, *empty):
            self.areas[area].description = label
            self.areas[area].value = area in choice.areas
        for box, shown in ((self._areas_box, offered), (self._empty_box, empty)):
            ordered = tuple(self.areas[area] for _, area in shown)
            if box.children != ordered:
                box.children = ordered
        self.around.description = say("desk-around")
        self.around.value = bool(wide) and set(wide) <= {*choice.areas}
        self.around.layout.display = "" if wide else "none"
        self.empty.description = say("desk-empty-areas", n=len(empty))
        self.empty.layout.display = "" if empty else "none"
        self._fold()

    def _write_switches(self, say: Callable[..., str]) -> None:
        for name, control in self.switches.items():
            control.description = say(f"desk-{name}")
            control.value = getattr(self.choice, name)
        fits = can_be_logarithmic(self._data, self.choice)
        self.switches["log"].layout.display = "" if fits else "none"
        self.language.value = self.choice.language

    def _on_change(self, change: dict) -> None:
        if self._writing or change["new"] is None:
            return
        choice, owner = self.read(), change["owner"]
        if owner is self.lists["theme"]:
            self.search.value = ""
        elif owner is self.lists["indicator"]:
            theme = self._data.record("indicators", choice.indicator)["theme"]
            choice = replace(choice, theme=theme)
        elif owner is self.around:
            wide = around(self._data, choice)
            rest = tuple(area for area in choice.areas if area not in wide)
            choice = replace(choice, areas=(*rest, *wide) if self.around.value else rest)
        self.ask(choice)

    def _on_search(self, _) -> None:
        if not self._writing:
            self.write(self.choice)

    def _on_fold(self, _) -> None:
        self._fold()

    def _fold(self) -> None:
        """Show the areas without a figure only to who asks for them."""
        self.empty.icon = "caret-down" if self.empty.value else "caret-right"
        self._empty_box.layout.display = "" if self.empty.value else "none"


def _breaking(label: str) -> str:
    """Let a long label break between its words: ipywidgets joins them in a list."""
    return label.replace(" ", " \u200b")
