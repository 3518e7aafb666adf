"""Checks: everything in the data that can be recomputed, each kind of check in its module."""
