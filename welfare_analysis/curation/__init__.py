"""Curation: propose the figures of a new article, and take filled rows into the data.

Here live what finds figures in a text, what checks and adds the rows a curator filled in, and the
documents beside the data.  How data are read and validated lives in `data`.
"""

from .additions import Added, append
from .proposals import propose, text, unknown, write

__all__ = ["Added", "append", "propose", "text", "unknown", "write"]
