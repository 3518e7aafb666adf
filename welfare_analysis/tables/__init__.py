"""Tables that carry their source note and obey the verdicts of a comparison."""

from .audits import audit
from .comparisons import comparison, verdicts
from .derived import measures, targets
from .lists import observations, series
from .provenance import provenance, relatives
from .readings import gaps, readings
from .reasons import reasons, sentences
from .standards import standards
from .table import Column, Table
from .witnesses import coverage, origins, periods, sources, statuses

__all__ = [
    "Column",
    "Table",
    "audit",
    "comparison",
    "coverage",
    "gaps",
    "measures",
    "observations",
    "origins",
    "periods",
    "provenance",
    "readings",
    "reasons",
    "relatives",
    "sentences",
    "series",
    "sources",
    "standards",
    "statuses",
    "targets",
    "verdicts",
]
