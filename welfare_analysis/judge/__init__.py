"""Judge: what may be said of printed figures, and what may not.

`ranking` chooses among figures of one place and `choosing` among those of several, `results`
lists what a place has with what follows from it, `limits` what is known against one figure.
`aspects` is what is looked at of two, `reasons` what stands between them, `cures` what a derived
measure mends in that, `axes` which may be drawn together, `order` who lies above whom.
`measures`, `windows`, `attaining` and `bases` compute new figures, `derivations` all that can be
computed for a place.  `comparison` puts figures of areas together, `shared` those by one standard,
`headlines` says what a place lacks, `audit` recomputes all that can be, and `findings` says what
all this comes to, the strongest first.

Nothing here reads a file of the data, and nothing writes a table, a chart or a page.
"""
