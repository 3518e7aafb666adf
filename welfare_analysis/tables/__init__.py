"""Tables that carry their source note and obey the verdicts of a comparison."""

from .comparisons import comparison, verdicts
from .derived import measures, targets
from .lists import observations, series
from .standards import standards
from .table import Column, Table

__all__ = [
    "Column",
    "Table",
    "comparison",
    "measures",
    "observations",
    "series",
    "standards",
    "targets",
    "verdicts",
]
