"""Prose: sentences whose numbers come from the data, and the list of their sources."""

from ...messages import joined
from .brief import Brief
from .glossary import Glossary
from .phrases import change, order, verdicts
from .references import References
from .standing import standing
from .telling import sentence
from .voice import Prose, Voice

__all__ = [
    "Brief",
    "Glossary",
    "Prose",
    "References",
    "Voice",
    "change",
    "joined",
    "order",
    "sentence",
    "standing",
    "verdicts",
]
