"""Findings: what the figures of some places say – found, judged and ranked, in no language.

Here lives what looks: `search` asks for one kind of finding after the other, `scope` holds the
figures that all of them ask for, `strength` says which finding comes first.  A finding names
figures, places and dates; the words are found elsewhere, in the room that shows.
"""

from .finding import Finding
from .found import Findings
from .search import findings

__all__ = ["Finding", "Findings", "findings"]
