"""Checks: everything in the data that can be recomputed, each kind of check in its module.

A check takes the `Index` of all figures and yields one `Check` a comparison, with an outcome and
a function that words it.  Which checks are run, and in which order of gravity, stands in `audit`.
"""
