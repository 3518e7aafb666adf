"""Completion: the Tab key offers real codes and names inside the strings of a call.

``%load_ext welfare_analysis`` switches it on.  What a string may be follows from the call it
stands in: an indicator in ``compare(data, "…")``, an area in its list, a source after
``source=``.  Names are found without diacritics; where nothing begins as typed, the nearest
names are offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from ..codes import LANGUAGES, MeasureKind
from ..data.catalogue import Catalogue
from ..data.loading import load
from ..data.meanings import begin_words, meant, words
from ..data.text import fold
from ..errors import suggest

# What the arguments of our calls name, by position; the catalogue itself comes first.
_POSITIONS = {
    "compare": ("", "indicator", "area"),
    "select": ("", "indicator", "area"),
    "tidy": ("", "indicator", "area"),
    "wide": ("", "indicator", "area"),
    "one": ("", "indicator", "area"),
    "observation": ("observation", "observation"),
    "trace": ("", "observation"),
    "verdict": ("area", "area"),
    "resolve_area": ("", "area"),
    "resolve_areas": ("", "area"),
    "gaps": ("", "area"),
    "standards": ("", "area"),
    "set_language": ("language",),
    "Brief": ("", "language"),
    "view": ("", "language"),
}
_ROLES = ("indicator", "breakdown", "area", "theme", "standard", "source", "measure", "language")
_KEYWORDS = {"areas": "area", "name": "observation"} | {name: name for name in _ROLES}
_OPEN, _CLOSED = "([{", ")]}"
_CALLEE = re.compile(r"([A-Za-z_]\w*)\s*$")
_KEYWORD = re.compile(r"(?<![=!<>])\b([A-Za-z_]\w*)\s*=\s*$")
# A string, which ends with its quotation mark or, if that is one sign, with its line; a comment;
# any other sign.  The last group matched of a string that is still open is its quotation mark.
_TOKEN = re.compile(
    r"""
    (?:\b[rRbBuUfF]{1,2})?(?:
      (?P<long>'''|\"\"\") (?:\\.|(?!(?P=long))[^\\])* (?P<long_end>(?P=long))?
    | (?P<short>['"]) (?:\\.|(?!(?P=short))[^\\\n])* (?P<short_end>(?P=short)|(?=\n))?
    )
    | \#[^\n]* | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_MOST = 60


@dataclass
class _Bracket:
    """An open bracket: what is called or subscripted, and how many arguments stand before."""

    sign: str
    callee: str
    keyword: str = ""
    commas: int = 0
    first: str = ""


@dataclass(frozen=True)
class Asked:
    """A string that is being typed: what it names, and how much of it is there."""

    role: str
    fragment: str
    catalogue: str


def asked(code: str) -> Asked | None:
    """Read what is being typed at the end of code; None outside a string of our calls.

    Examples
    --------
    >>> asked('wa.compare(data, "poor_')
    Asked(role='indicator', fragment='poor_', catalogue='data')
    >>> asked('wa.compare(data, "poor_household_rate", ["Hà Nội", "sơn')
    Asked(role='area', fragment='sơn', catalogue='data')
    >>> asked('print("poor_') is None
    True
    """
    open_, start = _scanned(code)
    keyword = ""
    while open_ and open_[-1].sign != "(":
        inner = open_.pop()
        keyword = keyword or inner.keyword
        if inner.callee:
            return None  # a subscript: IPython asks the object itself
    if start is None or not open_ or open_[-1].callee not in _POSITIONS:
        return None
    call = open_[-1]
    keyword = keyword or call.keyword
    positions = _POSITIONS[call.callee]
    place = positions[call.commas] if call.commas < len(positions) else ""
    role = _KEYWORDS.get(keyword, "") if keyword else place
    return Asked(role, code[start:], call.first) if role else None


def _scanned(code: str) -> tuple[list[_Bracket], int | None]:
    """Return the open brackets at the end of code, and where its open string begins."""
    open_: list[_Bracket] = []
    for token in _TOKEN.finditer(code):
        sign, place = token[0], token.start()
        if token.lastgroup in ("long", "short"):
            _note_keyword(open_, code[:place])
            return open_, token.end(token.lastgroup)
        if sign in _OPEN:
            _note_keyword(open_, code[:place])
            callee = _CALLEE.search(code, 0, place) if sign in "([" else None
            open_.append(_Bracket(sign, callee[1] if callee else ""))
        elif sign in _CLOSED and open_:
            open_.pop()
        elif sign == "," and open_:
            open_[-1].commas += 1
            open_[-1].keyword = ""
        elif token.lastgroup == "other" and open_ and not open_[-1].commas:
            open_[-1].first += sign
    return open_, None


def _note_keyword(open_: list[_Bracket], before: str) -> None:
    if open_ and (found := _KEYWORD.search(before)):
        open_[-1].keyword = found[1]


def names(data: Catalogue, role: str) -> list[str]:
    """List what a string of a role may be, codes first, then names."""
    indicators, areas = data.indicators, data.areas
    match role:
        case "language":
            columns = [LANGUAGES]
        case "measure":
            columns = [map(str, MeasureKind)]
        case "theme":
            columns = [indicators["theme"]]
        case "indicator":
            kinds = ("indicator", "concept", "title_vi", "title_en")
            columns = [indicators[kind] for kind in kinds]
        case "breakdown":
            divided = indicators.loc[indicators["breakdown"] != "", "breakdown"]
            own = data.breakdowns[data.breakdowns["breakdown"].isin(divided)]
            columns = [divided, own["title_vi"], own["title_en"]]
        case "area":
            aliases = (alias for row in areas["aliases"] for alias in row.split("|") if alias)
            columns = [areas["name_vi"], areas["area"], areas["name_en"], aliases]
        case _:
            columns = [vars(data)[f"{role}s"][role]]
    return list(dict.fromkeys(chain.from_iterable(columns)))


def matching(listed: Iterable[str], fragment: str) -> list[str]:
    """Pick the names that begin as typed, letter case and diacritics aside; else the nearest.

    After those that begin so come those in which each word typed begins a word, in any order.

    Examples
    --------
    >>> matching(["Sơn La", "Sông Công", "Hà Nội"], "son")
    ['Sơn La', 'Sông Công']
    >>> matching(["poor_household_rate", "population"], "pooor_household")
    ['poor_household_rate']
    >>> matching(["Tỷ lệ hộ nghèo", "Số hộ nghèo", "Dân số"], "ngheo")
    ['Tỷ lệ hộ nghèo', 'Số hộ nghèo']
    """
    listed = list(listed)
    begun = [name for name in listed if name.startswith(fragment)]
    folded = fold(fragment)
    begun += [name for name in listed if fold(name).startswith(folded)]
    if asked := words(fragment):
        begun += [name for name in listed if begin_words(name, asked)]
    begun = list(dict.fromkeys(begun))
    return begun[:_MOST] or suggest(fragment, listed)


class Matcher:
    """What IPython asks for completions; it finds the catalogue in the session."""

    def __init__(self, session):
        self._session = session
        self._default: Catalogue | None = None

    def __call__(self, context):
        """Answer in the form of IPython's matchers."""
        from IPython.core.completer import SimpleCompletion

        code = context.full_text
        lines = code.split("\n")[: context.cursor_line + 1]
        lines[-1] = lines[-1][: context.cursor_position]
        found = asked("\n".join(lines))
        offered = [] if found is None else self._offered(found)
        if not offered:
            return {"completions": [], "suppress": False}
        return {
            "completions": [SimpleCompletion(text=name, type=found.role) for name in offered],
            "matched_fragment": found.fragment,
            "ordered": True,
            "suppress": True,
        }

    def _offered(self, found: Asked) -> list[str]:
        data = self._catalogue(found.catalogue)
        offered = matching(names(data, found.role), found.fragment)
        begun = any(fold(one).startswith(fold(found.fragment)) for one in offered)
        if found.role == "indicator" and len(words(found.fragment)) > 1 and not begun:
            # What several words mean goes before what merely holds them.
            offered = list(dict.fromkeys([*meant(data, found.fragment, least=1)[:3], *offered]))
        return offered

    def _catalogue(self, name: str) -> Catalogue:
        """Return the catalogue of the call, else any of the session, else the shipped one."""
        session = self._session.user_ns
        named = session.get(name.strip())
        if isinstance(named, Catalogue):
            return named
        for key, value in session.items():
            if isinstance(value, Catalogue) and not key.startswith("_"):
                return value
        if self._default is None:
            self._default = load()
        return self._default


def switch_on(session) -> None:
    """Complete in an IPython session; again changes nothing."""
    from IPython.core.completer import context_matcher

    switch_off(session)
    matcher = Matcher(session)

    @context_matcher(identifier="welfare_analysis", priority=1)
    def welfare_analysis_matcher(context):
        return matcher(context)

    session.Completer.custom_matchers.append(welfare_analysis_matcher)


def switch_off(session) -> None:
    """Take the completion out of an IPython session."""
    matchers = session.Completer.custom_matchers
    matchers[:] = [
        one for one in matchers if getattr(one, "matcher_identifier", "") != "welfare_analysis"
    ]
