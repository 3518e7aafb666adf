"""Answer: what a choice leads to, as comparison, words, charts and tables."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property

import pandas as pd

from ..codes import Verdict
from ..data.catalogue import Catalogue
from ..data.figures import Observation, observations
from ..data.selection import select
from ..judge.comparison import Comparison, compare
from ..judge.derived import Figure
from ..show import charts, tables
from ..show.document import Line
from ..show.prose.standing import standing
from ..show.writer import Writer
from .choice import Choice

_KEPT = ("measure", "standard")
_ASKED = ("comparison", "frame")
_HOW = ("language", "log", "refused")  # how an answer is shown, not what is asked


@dataclass(frozen=True)
class Answer:
    """The answer to a choice; every part is made when it is first asked for.

    Attributes
    ----------
    data : Catalogue
    choice : Choice
        A settled one, as `choice.settled` returns.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> Answer(load(), Choice(period="2023", language="en")).table
    <Table 'Poor household rate, by area': 6 rows, 7 columns, 9 figures>
    """

    data: Catalogue = field(repr=False)
    choice: Choice

    def again(self, choice: Choice) -> Answer:
        """Return the answer to another choice; one shown otherwise only is not worked out anew."""
        made = Answer(self.data, choice)
        if replace(choice, **{name: getattr(self.choice, name) for name in _HOW}) == self.choice:
            own = vars(self)
            vars(made).update({name: own[name] for name in _ASKED if name in own})
        return made

    @cached_property
    def writer(self) -> Writer:
        """What writes in the language of the choice."""
        return self.choice.writer(self.data)

    @property
    def kept(self) -> dict[str, str]:
        """What figures are kept by, besides area and period."""
        return {name: value for name in _KEPT if (value := getattr(self.choice, name))}

    @cached_property
    def comparison(self) -> Comparison | None:
        """The comparison of the chosen areas; None for fewer than two."""
        choice = self.choice
        if len(choice.areas) < 2:
            return None
        areas, period, by = choice.areas, choice.period or None, choice.by or None
        return compare(self.data, choice.indicator, areas, period, **self.kept, by=by)

    @cached_property
    def frame(self) -> pd.DataFrame:
        """Every figure of the choice, over all years."""
        return select(self.data, self.choice.indicator, self.choice.areas, **self.kept)

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """The figure of each area that has one."""
        return self.comparison.figures if self.comparison else {}

    @cached_property
    def chart(self) -> charts.Chart | None:
        """The chart of the comparison; None where there is nothing to draw."""
        choice = self.choice
        if not self.figures:
            return None
        return charts.ranges(
            self.data,
            self.comparison,
            choice.language,
            log=choice.log,
            show_refused=choice.refused,
        )

    @cached_property
    def table(self) -> tables.Table | None:
        """The figures with what they may be compared with; of one area, all its figures."""
        language = self.choice.language
        if self.comparison:
            return tables.comparison(self.data, self.comparison, language)
        return None if self.frame.empty else tables.observations(self.data, self.frame, language)

    @cached_property
    def verdicts(self) -> tables.Table | None:
        """The verdict on every pair, with its reasons."""
        if not self.comparison:
            return None
        return tables.verdicts(self.data, self.comparison, self.choice.language)

    @cached_property
    def matrix(self) -> charts.Chart | None:
        """The verdicts as a picture."""
        if not self.comparison:
            return None
        return charts.matrix(self.data, self.comparison, self.choice.language)

    @cached_property
    def series(self) -> charts.Chart | None:
        """Every figure over time, one panel a place."""
        if self.frame.empty:
            return None
        return charts.series(self.data, self.frame, self.choice.language)

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many pairs have each verdict, the best verdict first."""
        found = Counter(self.comparison.pairs["verdict"]) if self.comparison else {}
        return {str(verdict): found.get(verdict, 0) for verdict in Verdict}

    @cached_property
    def standing(self) -> Line:
        """Say in words who is above whom, and whether that may be said; empty if nothing may."""
        return standing(self.comparison, self.choice.language) if self.figures else Line()

    @property
    def remark(self) -> str:
        """Say in one sentence why there is no chart; empty if there is one."""
        if not self.choice.areas:
            return self.writer.say("desk-no-area")
        if not self.comparison:
            return self.writer.say("desk-one-area")
        return "" if self.figures else self.writer.say("desk-no-figure")

    @cached_property
    def observations(self) -> list[Observation]:
        """The printed figures behind the answer, those of the comparison first."""
        first = [one for figure in self.figures.values() for one in figure.inputs]
        known = {figure.observation for figure in first}
        rest = observations(self.data, self.frame.sort_values("period_end", ascending=False))
        return first + [figure for figure in rest if figure.observation not in known]
