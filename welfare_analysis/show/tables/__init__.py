"""Tables that carry their source note and obey the verdicts of a comparison."""

from .beside import comparison
from .calculated import measures, targets
from .comparability import comparability
from .contradictions import audit
from .lacking import gaps
from .lists import histories, observations, series
from .places_now import latest
from .provenance import explained, provenance, readings, relatives, remarks
from .sources import coverage, grades, origins, periods, sources, statuses
from .standards import standards
from .table import Column, Table
from .verdicts import reasons, sentences, verdicts

__all__ = [
    "Column",
    "Table",
    "audit",
    "comparability",
    "comparison",
    "coverage",
    "explained",
    "gaps",
    "grades",
    "histories",
    "latest",
    "measures",
    "observations",
    "origins",
    "periods",
    "provenance",
    "readings",
    "reasons",
    "relatives",
    "remarks",
    "sentences",
    "series",
    "sources",
    "standards",
    "statuses",
    "targets",
    "verdicts",
]
