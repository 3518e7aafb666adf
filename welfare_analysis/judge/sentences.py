"""Sentences: the reasons of a verdict in words, each named, what they share said once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..data import numerals
from ..data.catalogue import Catalogue
from ..data.figures import Observation
from ..data.names import name_within
from ..messages import joined, message
from ..texts import capital
from .grades import informs
from .limits import has_assumed_standard
from .reasons import Reason

# Those of a single figure, which of two figures are one sentence, with what is told of each.
_OF_ONE = {
    "DEFINITION_DIFFERS": "",
    "STANDARD_ASSUMED": "standard",
    "BASE_FAR": "period",
    "INFERRED": "period",
    "DOUBTFUL": "",
    "PROVISIONAL": "",
    "SOURCE": "",
    "UNVALIDATED": "",
    "ROUNDED": "",
}
# These say of each standard whether it is assumed.
_NAME_STANDARDS = {"STANDARD", "STANDARD_BREAK"}


def sentence(data: Catalogue, reasons: Reason | Iterable[Reason], language: str) -> str:
    """Write reasons as sentences in ``vi`` or ``en``, in their order; what only informs in one."""
    reasons = [reasons] if isinstance(reasons, Reason) else list(reasons)
    codes = dict.fromkeys(one.code for one in reasons)
    if codes.keys() & _NAME_STANDARDS:
        codes.pop("STANDARD_ASSUMED", None)
    alike = {code: [one for one in reasons if one.code == code] for code in codes}
    said = [
        text for code in codes if not informs(code) for text in _said(data, alike[code], language)
    ]
    informing = [_informing(data, alike[code], language) for code in codes if informs(code)]
    if informing:
        said.append(message("reason-informing", language, items="; ".join(informing)))
    return " ".join(said)


def _informing(data: Catalogue, alike: Sequence[Reason], language: str) -> str:
    """Write in a few words what only informs, and of which places."""
    short = message(f"short-{alike[0].code}", language)
    if alike[0].code not in _OF_ONE:
        return short
    return message("informs-of", language, areas=_places(data, alike, "", language), known=short)


def _said(data: Catalogue, alike: Sequence[Reason], language: str) -> Iterable[str]:
    """Write the reasons of one code."""
    code = alike[0].code
    if code in _OF_ONE:
        every = [{"places": _places(data, alike, _OF_ONE[code], language)}]
    else:
        every = [
            {key: _spoken(data, key, value, language) for key, value in one.facts.items()}
            for one in alike
        ]
    for names in every:
        text = message(f"reason-{code}", language, **names)
        yield capital(text)


def _places(data: Catalogue, alike: Sequence[Reason], more: str, language: str) -> str:
    """List places: ``Sơn La and Sông Công (national standard 2022–2026)``."""
    told: dict[str, dict[str, None]] = {}
    for one in alike:
        more_of = _spoken(data, more, one.facts[more], language) if more else ""
        told.setdefault(more_of, {})[name_within(data, one.facts["area"], language)] = None
    groups = ((joined(places, language), of) for of, places in told.items())
    return "; ".join(f"{places} ({of})" if of else places for places, of in groups)


def standard_named(data: Catalogue, figure: Observation, language: str, assumed: bool) -> str:
    """Name the standard of a figure by its short label, and where asked that it is assumed."""
    if not figure.standard:
        return message("no-standard", language)
    label = data.record("standards", figure.standard)[f"label_{language}"]
    if assumed and has_assumed_standard(figure):
        return message("standard-assumed", language, standard=label)
    return label


def _spoken(data: Catalogue, key: str, value, language: str) -> str:
    if key == "areas":
        return joined((name_within(data, area, language) for area in value), language)
    kind = key.partition("_")[0]
    if kind == "area":
        return name_within(data, value, language)
    if kind == "standard":
        return standard_named(data, value, language, assumed=key != "standard")
    if kind == "unit":
        return data.record("units", value)["label_vi" if language == "vi" else "plural_en"]
    if kind == "indicator":
        return data.record("indicators", value)[f"title_{language}"]
    if kind in ("level", "measure", "method"):
        return message(f"{kind}-{value}", language)
    if kind == "period":
        return value.period(language)
    if kind == "day":
        return numerals.write_date(value, language)
    if kind == "years":
        return numerals.write(round(value, 2), language)
    return str(value)
