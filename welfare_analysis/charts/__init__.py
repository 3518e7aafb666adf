"""Charts that obey the verdicts: no common axis for what is not comparable, no line across a
break, no zero for a missing figure.
"""

from .chart import Chart
from .matrix import matrix
from .ranges import bases, ranges
from .series import series
from .targets import targets

__all__ = ["Chart", "bases", "matrix", "ranges", "series", "targets"]
