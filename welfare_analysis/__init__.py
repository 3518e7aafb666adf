"""Compare Vietnamese localities on social welfare from published figures.

Public names load when first used, so that ``import welfare_analysis`` stays light.
"""

from importlib import import_module
from importlib.metadata import PackageNotFoundError, version

from .showing import shown_by

_HOMES = {
    "Brief": "prose",
    "Catalogue": "catalogue",
    "Comparison": "comparison",
    "DataProblems": "errors",
    "Interval": "intervals",
    "Measure": "derived",
    "NotComparable": "errors",
    "Observation": "figures",
    "UnknownName": "errors",
    "UsageError": "errors",
    "WelfareError": "errors",
    "annual_average": "measures",
    "attainment": "measures",
    "audit": "auditing",
    "change_percent": "measures",
    "change_points": "measures",
    "compare": "comparison",
    "implied_base": "measures",
    "lesson": "lessons",
    "load": "catalogue",
    "get_language": "language",
    "observation": "figures",
    "observations": "figures",
    "one": "selection",
    "per_households": "measures",
    "per_inhabitants": "measures",
    "related": "relations",
    "resolve_area": "names",
    "resolve_areas": "names",
    "save": "exports.selection",
    "select": "selection",
    "set_language": "language",
    "share": "measures",
    "total": "measures",
    "to_wide": "selection",
    "typeset": "reporting.single",
    "trace": "views",
    "view": "views",
}
_MODULES = ("charts", "explore", "numerals", "prose", "tables", "views")

__all__ = sorted((*_HOMES, *_MODULES, "__version__"))

try:
    __version__ = version("welfare-analysis")
except PackageNotFoundError:  # a checkout that was never installed
    __version__ = "0+unknown"


def __getattr__(name: str):
    if name in _MODULES:
        return import_module(f".{name}", __name__)
    if name in _HOMES:
        return getattr(import_module(f".{_HOMES[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return __all__


# Objects of every layer are shown by the views, which load when something is shown.
shown_by(lambda shown: import_module(".views", __name__).view(shown))


def load_ipython_extension(session):
    """Complete codes and names in strings: ``%load_ext welfare_analysis``."""
    import_module(".completion", __name__).switch_on(session)


def unload_ipython_extension(session):
    """Stop completing: ``%unload_ext welfare_analysis``."""
    import_module(".completion", __name__).switch_off(session)
