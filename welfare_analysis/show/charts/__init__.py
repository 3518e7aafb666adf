"""Charts that obey the verdicts: no common axis, line or zero that the figures do not bear.

Here lives what draws: a module for each kind of chart, and what they share – the canvas and its
style, marks and labels, groups that may share an axis, titles and notes.  Which figures are shown
is asked of whoever calls; what may be said of them is judged elsewhere.
"""

from .audits import audit
from .chart import Chart
from .dot_line import strip
from .lines import lines
from .matrix import matrix
from .ranges import bases, ranges
from .series import series
from .targets import targets
from .tiles import tiles

__all__ = [
    "Chart",
    "audit",
    "bases",
    "lines",
    "matrix",
    "ranges",
    "series",
    "strip",
    "targets",
    "tiles",
]
