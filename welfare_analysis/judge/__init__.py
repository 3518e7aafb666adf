"""Judge: what may be said of printed figures, and what may not.

`ranking` chooses among figures of one place and `choosing` among those of several, `results`
lists what a place has with what follows from it, `limits` what is known against one figure,
`reasons` what stands between two, and `axes` which may be drawn together.  `measures` computes
new figures from printed ones, `comparison` and `profiles` put figures of areas together, `audit`
recomputes all that can be, and `findings` says what all this comes to, the strongest first.

Nothing here reads a file of the data, and nothing writes a table, a chart or a page.
"""
