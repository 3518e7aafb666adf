"""Data: what is printed – the package, its figures as intervals, their names and their evidence.

Nothing here compares figures or shows them.
"""
