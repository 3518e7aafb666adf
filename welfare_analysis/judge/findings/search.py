"""Search: ask for one kind of finding after the other, and rank what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ... import arguments
from ...data.catalogue import Catalogue
from ...data.names import resolve_areas, resolve_indicators
from ...data.text import fold
from ...errors import UnknownName
from .doubts import breaks, doubts, missing, remarks
from .finding import Finding
from .found import Findings
from .goals import goals
from .lags import lags
from .levels import against, benchmarks, levels
from .movements import changes, movements
from .orders import apart, orders, paces
from .scales import parts, scales, shares, yearly
from .scope import Scope
from .strength import weighed

_OF_A_PLACE = (levels, movements, benchmarks, goals, lags, yearly, shares, parts, breaks)
_OF_ALL = (orders, paces, apart, missing)
_OF_FOUND = (changes, against, scales)  # what others say of each place, in one sentence


@arguments.reads(
    data=arguments.data,
    areas=arguments.texts,
    theme=arguments.some(arguments.texts),
)
def findings(
    data: Catalogue, areas: str | Iterable[str], theme: str | Iterable[str] | None = None
) -> Findings:
    """Find what the figures of some places say, the strongest first.

    Parameters
    ----------
    data : Catalogue
    areas : str or iterable of str
        Codes, names or aliases; one is enough, of none nothing is found.  Their order says
        nothing.
    theme : str or iterable of str, optional
        Themes, concepts or indicators, by code or title.  By default all.

    Returns
    -------
    Findings
        Each with its figures, interval, verdict and strength.  Nothing is said that a verdict
        refuses or that rounding leaves open; what is missing is said to be missing.

    Raises
    ------
    UnknownName
        If an area, a theme or an indicator does not exist; the message suggests the nearest.

    Examples
    --------
    >>> from welfare_analysis import load, sentence
    >>> found = findings(load(), ["Sơn La", "Sông Công"], "poverty")
    >>> found.subject, found.few
    ('poor_household_rate', True)
    >>> print(sentence(found.of("level", "poverty_review_households")[0], "en"))
    In Sơn La, the number of households covered by the poverty review was 297,104 at the end of 2022
    """
    wanted = set(resolve_areas(data, areas)) if areas else set()
    chosen = [area for area in data.areas["area"] if area in wanted]
    scope = Scope(data, chosen, _indicators(data, theme))
    found = list(_found(scope))
    newest = max(
        (one.figures[0].period_end for one, _ in found if one.kind == "level"), default=None
    )
    ranked = [weighed(one, weight, newest) for one, weight in found]
    ranked.sort(key=_rank)
    return Findings(data, scope.areas, scope.indicators, tuple(ranked))


def _found(scope: Scope) -> Iterator[tuple[Finding, float]]:
    for row, weight in scope.rows():
        here = [one for area in scope.areas for ask in _OF_A_PLACE for one in ask(scope, row, area)]
        here += [one for ask in _OF_ALL for one in ask(scope, row)]
        here += [one for ask in _OF_FOUND for one in ask(scope, row, here)]
        yield from ((one, weight) for one in here)
    yield from ((one, 1.0) for ask in (doubts, remarks) for one in ask(scope))


def _rank(one: Finding) -> tuple:
    return -round(one.strength, 6), one.kind, one.subject, one.areas, one.observations


def _indicators(data: Catalogue, names: Iterable[str] | None) -> list[str]:
    """List the codes of the indicators of themes, concepts and indicators, as in the codebook."""
    table = data.indicators
    if names is None:
        return table["indicator"].tolist()
    wanted = {code for name in names for code in _named(data, name)}
    return [code for code in table["indicator"] if code in wanted]


def _named(data: Catalogue, name: str) -> list[str]:
    themes = data.themes
    for column in ("theme", "title_vi", "title_en"):
        found = themes.loc[themes[column].map(fold) == fold(name), "theme"]
        if len(found):
            own = data.indicators["theme"] == found.iloc[0]
            return data.indicators.loc[own, "indicator"].tolist()
    try:
        return resolve_indicators(data, name)
    except UnknownName as unknown:
        raise UnknownName(
            "theme_or_indicator", name, [*themes["theme"], *data.indicators["indicator"]]
        ) from unknown
