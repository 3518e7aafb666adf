"""Judge: what may be said – derived figures, verdicts with their reasons, and the audit.

Figures come from `data`; nothing here writes a table, a chart or a page.
"""
