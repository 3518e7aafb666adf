"""Doctor: what is wrong with an installation, in plain words, and how to mend it.

Nothing outside the standard library is imported before it has been looked at.
"""

from .examination import examine
from .finding import FAULT, NOTE, SOUND, Finding
from .lines import report

__all__ = ["FAULT", "NOTE", "SOUND", "Finding", "examine", "report"]
