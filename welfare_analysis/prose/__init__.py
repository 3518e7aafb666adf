"""Prose: sentences whose numbers come from the data, and the list of their sources."""

from .brief import Brief
from .direction import change, order
from .references import References
from .voice import Prose, Voice
from .words import joined

__all__ = ["Brief", "Prose", "References", "Voice", "change", "joined", "order"]
