"""Show: what is shown – sentences, tables, charts and views, made from figures and verdicts.

Nothing here reads a file of the data or publishes a report.
"""
