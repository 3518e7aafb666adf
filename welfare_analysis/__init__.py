"""Compare Vietnamese localities on social welfare from published figures.

Public names load when first used, so that ``import welfare_analysis`` stays light.
"""

import sys
from importlib import import_module

from .show.jupyter import show_views

_HOMES = {
    "Brief": "show.prose",
    "Catalogue": "data.catalogue",
    "Comparison": "judge.comparison",
    "DataProblems": "errors",
    "Finding": "judge.findings",
    "Findings": "judge.findings",
    "Interval": "data.intervals",
    "Measure": "judge.derived",
    "NotComparable": "errors",
    "Observation": "data.figures",
    "UnknownName": "errors",
    "UsageError": "errors",
    "WelfareError": "errors",
    "add": "data.own",
    "annual_average": "judge.measures",
    "attainment": "judge.attaining",
    "audit": "judge.audit",
    "boundary_notes": "judge.boundaries",
    "change_a_year": "judge.windows",
    "change_percent": "judge.windows",
    "change_points": "judge.windows",
    "cite": "show.views",
    "compare": "judge.comparison",
    "distance": "judge.attaining",
    "findings": "judge.findings",
    "gap": "judge.yardsticks",
    "implied_base": "judge.measures",
    "lesson": "lessons",
    "load": "data.loading",
    "get_language": "messages",
    "observation": "data.figures",
    "observations": "data.figures",
    "on_base": "judge.bases",
    "one": "data.selection",
    "pace": "judge.attaining",
    "per_households": "judge.bases",
    "per_inhabitants": "judge.bases",
    "ratio": "judge.yardsticks",
    "quality": "judge.quality",
    "related": "data.relations",
    "resolve_area": "data.names",
    "resolve_areas": "data.names",
    "save": "data.export.saving",
    "search": "data.meanings",
    "select": "data.selection",
    "sentence": "show.prose",
    "set_language": "messages",
    "share": "judge.measures",
    "total": "judge.measures",
    "tidy": "show.tidy",
    "typeset": "report.one_notebook",
    "trace": "show.views",
    "view": "show.views",
    "wide": "show.tidy",
}
_MODULES = {
    "charts": "show.charts",
    "explore": "explore",
    "numerals": "data.numerals",
    "prose": "show.prose",
    "tables": "show.tables",
    "views": "show.views",
}

__all__ = sorted((*_HOMES, *_MODULES, "__version__"))

#: Version of this package.
__version__: str


def __getattr__(name: str):
    if name in _MODULES:
        return import_module(f".{_MODULES[name]}", __name__)
    if name in _HOMES:
        return getattr(import_module(f".{_HOMES[name]}", __name__), name)
    if name == "__version__":
        return _version()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("welfare-analysis")
    except PackageNotFoundError:  # a checkout that was never installed
        return "0+unknown"


def __dir__():
    return __all__


_session = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
if _session is not None:
    show_views(_session)


def load_ipython_extension(session):
    """Complete codes and names in strings, and show objects: ``%load_ext welfare_analysis``."""
    show_views(session)
    import_module(".explore.completion", __name__).switch_on(session)


def unload_ipython_extension(session):
    """Stop completing: ``%unload_ext welfare_analysis``."""
    import_module(".explore.completion", __name__).switch_off(session)
