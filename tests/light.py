"""A plugin of pytest, ``-p tests.light``: what reads notebooks compiles no grammars of addresses.

nbval imports jsonschema, which would take two seconds for them in every worker, and uses none.
"""

from welfare_analysis.report.environment import lightly

with lightly():
    import nbformat  # noqa: F401
