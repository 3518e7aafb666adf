"""Widgets: the desk in JupyterLab that asks, answers, says where figures come from, and saves."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import ipywidgets as widgets

from ..data.catalogue import Catalogue
from ..data.figures import Observation
from ..errors import UsageError, WelfareError
from ..texts import Said, worded
from . import tabs, to_file
from .answer import Answer
from .choice import Choice, settled
from .controls import REMEMBERED, Controls

_DRAWN = 40  # answers and pages kept for who goes back to them


class Desk:
    """The desk; as the last line of a cell it shows itself.

    Attributes
    ----------
    choice : Choice
        What is chosen at present.
    view : str
        What is shown of it.
    answer : Answer
        What it leads to: ``comparison``, ``chart``, ``table``, ``verdicts``, ``series``.
    """

    def __init__(
        self,
        data: Catalogue,
        choice: Choice,
        folder: Path,
        view: str = "chart",
        figure: str = "",
    ):
        self._data, self._folder = data, folder
        self._answered = lru_cache(maxsize=_DRAWN)(self._answer_to)
        self._paged = lru_cache(maxsize=_DRAWN)(self._made)
        self.answer = Answer(data, choice)
        self.answer = self._answered(settled(data, choice))
        if figure and figure not in [one.observation for one in self.answer.observations]:
            asked = {"figure": figure, "indicator": self.choice.indicator, "option": "figure="}
            raise UsageError(Said("not-at-desk", **asked))
        self._writing = False
        self._before: list[Choice] = []
        self._repeated = "chart"  # what the code repeats
        self._origin = figure  # whose origin was asked for last
        self._controls = Controls(data, choice, self._ask)
        self._undo = widgets.Button(icon="undo").add_class("wa-undo")
        self._summary, self._page, self._saved = (widgets.HTML() for _ in range(3))
        self._view = widgets.ToggleButtons().add_class("wa-views")
        self._figure = widgets.Dropdown().add_class("wa-figure")
        self._labels = {name: widgets.HTML() for name in ("chart", "table")}
        self._buttons = {
            form: widgets.Button(description=form.upper().replace("XLSX", "Excel"))
            for form in (*to_file.CHART_FORMS, *to_file.TABLE_FORMS)
        }
        self.box = self._laid_out()
        self._write(view)
        self._view.observe(self._turn, names="value")
        self._figure.observe(self._ask_origin, names="value")
        self._undo.on_click(self._go_back)
        for form, button in self._buttons.items():
            button.on_click(lambda _, form=form: self._save(form))

    @property
    def choice(self) -> Choice:
        """What is chosen at present."""
        return self.answer.choice

    @property
    def view(self) -> str:
        """What is shown of the answer, one of `tabs.VIEWS`; empty where there is nothing."""
        return self._view.value or ""

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        plain = self.answer.writer.say("desk-title")
        still = {"text/html": tabs.picture(self.answer), "text/plain": plain}
        return self.box._repr_mimebundle_() | still

    def _laid_out(self) -> widgets.VBox:
        top = [self._controls.language.add_class("wa-language"), self._undo]
        saving = [
            self._labels["chart"],
            *(self._buttons[form] for form in to_file.CHART_FORMS),
            self._labels["table"],
            *(self._buttons[form] for form in to_file.TABLE_FORMS),
            self._saved,
        ]
        asked = [widgets.Box(top).add_class("wa-top"), self._controls.box]
        answered = [
            self._summary,
            self._view,
            self._figure,
            self._page.add_class("wa-page"),
            widgets.Box(saving).add_class("wa-save"),
        ]
        columns = [
            widgets.VBox(asked).add_class("wa-asked"),
            widgets.VBox(answered).add_class("wa-answered"),
        ]
        styles = (tabs.style("desk.css"), tabs.colours())
        return widgets.VBox(
            [
                *(widgets.HTML(one).add_class("wa-style") for one in styles),
                widgets.Box(columns).add_class("wa-columns"),
            ]
        ).add_class("wa-desk")

    def _ask(self, choice: Choice) -> None:
        """Answer a choice that differs from the present one, which can be gone back to."""
        if choice == self.choice:
            return
        self._before = [*self._before, self.choice][-REMEMBERED:]
        self._answer(choice)

    def _go_back(self, _) -> None:
        choice = self._before.pop()
        self._controls.write(choice)
        self._answer(choice)

    def _answer(self, choice: Choice) -> None:
        self._saved.value = ""
        self.answer = self._answered(choice)
        self._write(self.view)

    def _write(self, kept: str) -> None:
        """Show the answer, in the view kept if it has that."""
        say = self.answer.writer.say
        self._summary.value = tabs.summary(self.answer)
        views = tabs.views(self.answer)
        offered = tuple((say(f"desk-view-{name}"), name) for name in views)
        self._writing = True
        try:
            if self._view.options != offered:
                self._view.options = offered
            self._view.value = (kept if kept in views else views[0]) if views else None
        finally:
            self._writing = False
        for name, label in self._labels.items():
            label.value = say(f"desk-save-{name}")
        for button in self._buttons.values():
            button.tooltip = say("desk-save-as", form=button.description)
        self._undo.description, self._undo.disabled = say("desk-undo"), not self._before
        self._turn()

    def _write_figures(self) -> None:
        """Offer the figures whose origin can be asked for; the last one asked for stays chosen."""
        self._figure.description = self.answer.writer.say("desk-origin")
        offered = tuple((self._named(one), one.observation) for one in self.answer.observations)
        self._writing = True
        try:
            if self._figure.options != offered:
                self._figure.options = offered
            names = [name for _, name in offered]
            self._figure.value = self._origin if self._origin in names else next(iter(names), None)
        finally:
            self._writing = False

    def _named(self, figure: Observation) -> str:
        writer = self.answer.writer
        said = {"figure": writer.text(figure), "period": writer.period(figure)}
        return writer.say("desk-origin-of", area=writer.area(figure.area), **said)

    def _turn(self, _=None) -> None:
        """Show a page of the answer; the code repeats the page before it."""
        if self._writing:
            return
        view = self.view
        if view != "code":
            self._repeated = view
        elif self._repeated not in tabs.views(self.answer):
            self._repeated = tabs.views(self.answer)[0]
        self._figure.layout.display = "" if view == "origin" else "none"
        if self._repeated == "origin":
            self._write_figures()
        figure = (self._figure.value or "") if self._repeated == "origin" else ""
        self._page.value = self._paged(self.choice, view, self._repeated, figure)

    def _ask_origin(self, change: dict) -> None:
        if not self._writing:
            self._origin = change["new"] or ""
            self._turn()

    def _answer_to(self, choice: Choice) -> Answer:
        return self.answer.again(choice)

    def _made(self, choice: Choice, view: str, before: str, figure: str) -> str:
        answer, own = self._answered(choice), f"desk-{self._page.model_id}"
        shown = tabs.page(answer, view, figure, before, own) if view else ""
        return tabs.html("page", answer.writer, shown)

    def _save(self, form: str) -> None:
        writer = self.answer.writer
        try:
            done = to_file.save(self.answer, form, self._folder, self._repeated)
        except (WelfareError, OSError) as error:
            refused = error if isinstance(error, OSError) else error.__context__
            said = str(worded(error, writer.language))
            self._saved.value = tabs.refused(writer, self._folder, refused, said)
        else:
            self._saved.value = tabs.saved(self.answer, done)
