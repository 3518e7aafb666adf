"""Charts that obey the verdicts: no common axis, line or zero that the figures do not bear."""

from .audits import audit
from .chart import Chart
from .dot_line import strip
from .matrix import matrix
from .ranges import bases, ranges
from .series import series
from .targets import targets

__all__ = ["Chart", "audit", "bases", "matrix", "ranges", "series", "strip", "targets"]
