"""Found: all that was found, to be picked from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ...codes import RESULTS, RemarkKind
from ...data.areas import containing
from ...data.catalogue import Catalogue
from ...data.figures import Observation
from ...data.remarks import remarks_on
from ...errors import UsageError
from ..audit import Audit
from ..comparison import Comparison, compare
from ..derived import Figure, Measure
from ..shared import widest
from .doubts import disputed
from .finding import NAMED, Finding
from .lags import falls_short, shortfall
from .strength import outstanding


@dataclass(frozen=True)
class Findings(Sequence):
    """Findings, the strongest first; one without any is false.

    Attributes
    ----------
    areas : tuple of str
        Codes of the places asked about.
    indicators : tuple of str
        Codes of the indicators asked about.
    found : tuple of Finding

    Examples
    --------
    >>> from welfare_analysis import findings, load
    >>> found = findings(load(), ["Sơn La", "Sông Công"], "poverty")
    >>> found.subject, [one.areas for one in found.of("order", found.subject)]
    ('poor_household_rate', [('VN-05', 'VN-69-165')])
    """

    data: Catalogue = field(repr=False, compare=False)
    areas: tuple[str, ...]
    indicators: tuple[str, ...] = field(repr=False)
    found: tuple[Finding, ...] = field(repr=False)

    def __len__(self) -> int:
        return len(self.found)

    def __getitem__(self, place):
        """Return one finding by its place, or some of them by a slice."""
        return self._with(self.found[place]) if isinstance(place, slice) else self.found[place]

    def __repr__(self) -> str:
        kinds = ", ".join(dict.fromkeys(one.kind for one in self.found)) or "nothing"
        return f"<Findings on {len(self.areas)} areas: {len(self)}, of kinds {kinds}>"

    def of(self, kinds: str, subjects: str | None = None) -> Findings:
        """Pick kinds (``"change order"``), or names within them, of one subject or of several."""
        asked, wanted = kinds.split(), None if subjects is None else subjects.split()
        return self._with(
            one
            for one in self.found
            if (one.kind in asked or one.name in asked)
            and (wanted is None or one.subject in wanted)
        )

    def but(self, *left_out: str) -> Findings:
        """Leave out what is about some subjects, or of some kinds."""
        return self._with(
            one for one in self.found if not {one.subject, one.kind}.intersection(left_out)
        )

    def first(self, most: int) -> Findings:
        """Pick the strongest that speak of one place."""
        return self._with([one for one in self.found if len(one.areas) == 1][:most])

    def key(self, most: int = 7) -> Findings:
        """Pick what stands out: many kinds, subjects and places rather than one at length."""
        return self._with(outstanding(self.found, most, whole=self.many))

    def main(self, most: int = 5) -> Findings:
        """Keep what is said of the subjects that matter most, at most one indicator of each.

        Of subjects that stand in for each other (training in persons, in enrolments), each place
        keeps the one of which it has most to say.  With a rate goes the count that it is a rate of.
        """
        levels = [one for one in self.found if one.kind == "level"]
        kept: dict[tuple[str, tuple[str, ...]], str] = {}
        concepts = dict.fromkeys(map(self._concept, levels))
        for one in levels:
            if self._concept(one) in list(concepts)[:most]:
                kept.setdefault((self._concept(one), one.areas), one.subject)
        rows = {name: self.data.record("indicators", name) for name in kept.values()}
        wanted = {(areas, name) for (_, areas), name in kept.items()}
        wanted |= {(areas, rows[name]["numerator"]) for areas, name in wanted}
        return self._with(one for one in self.found if (one.areas, one.subject) in wanted)

    @property
    def unremarked(self) -> Findings:
        """What rests on no figure whose doubt a remark tells."""
        told = {
            name
            for row in remarks_on(self.data, self.observations)
            for name in row["observations"]
            if row["kind"] == RemarkKind.DOUBT
        }
        return self._with(one for one in self.found if told.isdisjoint(one.observations))

    @property
    def urgent(self) -> Findings:
        """What falls short, most first: goals that were missed, plans carried out too slowly."""
        return self._with(sorted(filter(falls_short, self.found), key=shortfall, reverse=True))

    def _concept(self, one: Finding) -> str:
        return self.data.record("indicators", one.subject)["concept"] if one.subject else ""

    def _with(self, found: Iterable[Finding]) -> Findings:
        return replace(self, found=tuple(found))

    @property
    def few(self) -> bool:
        """Whether the places make pairs that can be listed."""
        return 1 < len(self.areas) <= NAMED

    @property
    def many(self) -> bool:
        """Whether there are more places than a sentence names or a panel each can show."""
        return len(self.areas) > NAMED

    @property
    def subject(self) -> str:
        """The indicator of which most is said; empty where nothing is."""
        said: dict[str, float] = {}
        for one in self.found:
            said[one.subject] = said.get(one.subject, 0) + one.strength
        return max(said, key=said.__getitem__, default="")

    @property
    def lead(self) -> Finding | None:
        """The one that says most at once: over the most places, of these the strongest."""
        return max(self.found, key=lambda one: (len(one.areas), one.strength), default=None)

    @property
    def after_lead(self) -> Findings:
        """What is said of one place each, without the one that leads."""
        lead = self.lead
        return self._with(one for one in self.found if len(one.areas) == 1 and one is not lead)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that are among them."""
        return tuple(dict.fromkeys(one.kind for one in self.found))

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure that they rest on, each once."""
        return tuple(dict.fromkeys(figure for one in self.found for figure in one.figures))

    @property
    def observations(self) -> tuple[str, ...]:
        """Identifiers of every printed figure behind them."""
        return tuple(dict.fromkeys(name for one in self.found for name in one.observations))

    @property
    def printed(self) -> list[Observation]:
        """Every printed figure behind them, to be drawn or tabulated."""
        return [self.data.observation(name) for name in self.observations]

    @property
    def measures(self) -> list[tuple[str, Measure]]:
        """What was derived for each place, for `tables.measures`."""
        return [
            (one.areas[0], one.measure) for one in self.found if one.measure and len(one.areas) == 1
        ]

    @property
    def pairs(self) -> list[tuple[Observation, Observation]]:
        """Results with their goals, for `charts.targets` and `tables.targets`."""
        pairs = [(one.facts.get("result"), one.facts.get("goal")) for one in self.found]
        return [pair for pair in pairs if all(isinstance(one, Observation) for one in pair)]

    @property
    def comparison(self) -> Comparison | None:
        """The comparison of the places on the main subject; None where `compared` has none."""
        return self.compared(self.subject)

    def compared(self, subject: str, by: str | None = None) -> Comparison | None:
        """Compare the places on a subject by results, or by what is derived from them.

        None of one place, of a subject that the codebook lacks, and without a result.

        Parameters
        ----------
        subject : str
            Code of an indicator, or a concept.
        by : str, optional
            As for `compare`.
        """
        table = self.data.indicators
        if len(self.areas) < 2 or subject not in {*table["indicator"], *table["concept"]}:
            return None
        try:
            answer = compare(self.data, subject, self.areas, by=by)
        except UsageError:  # nothing of the kind can be derived for any of the places
            return None
        known = any(figure.measure in RESULTS for figure in answer.figures.values())
        return answer if known else None

    @property
    def shared(self) -> list[Figure]:
        """Figures over time that the most places share with the areas around, by one standard.

        Of the rates found, the one that the most places have; of those alike, the strongest.
        """
        subjects = dict.fromkeys(one.subject for one in self.found if one.kind == "level")
        return widest(self.data, subjects, self.areas)

    @property
    def around(self) -> tuple[str, ...]:
        """Codes of the areas that contain these places and are none of them, in their order."""
        wholes = {above for area in self.areas for above in containing(self.data, area)}
        return tuple(
            area for area in self.data.areas["area"] if area in wholes.difference(self.areas)
        )

    def beyond(self, observations: Iterable[str]) -> Findings:
        """Pick what rests on a figure that is not among those named: what is not told yet."""
        told = set(observations)
        return self._with(one for one in self.found if not told.issuperset(one.observations))

    @property
    def standards(self) -> tuple[str, ...]:
        """Codes of the poverty standards behind the figures of the main subject."""
        own = (one.standard for one in self.of("level change", self.subject).figures)
        return tuple(sorted(set(own) - {""}))

    @property
    def year(self) -> int | None:
        """The year of the newest figure of the main subject."""
        ends = [one.period_end for one in self.of("level", self.subject).figures]
        return max(ends).year if ends else None

    @property
    def disputed(self) -> Audit:
        """Rows of the audit that contradict figures of these places and indicators."""
        return disputed(self.data, self.indicators, self.areas)
