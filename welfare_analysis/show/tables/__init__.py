"""Tables that carry their source note and obey the verdicts of a comparison."""

from .calculated import measures, targets
from .contradictions import audit
from .lists import observations, series
from .provenance import gaps, provenance, readings, relatives
from .sources import coverage, origins, periods, sources, statuses
from .standards import standards
from .table import Column, Table
from .verdicts import comparison, reasons, sentences, verdicts

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
