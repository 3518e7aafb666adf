"""Command line: ``welfare-analysis`` and what its commands print.

Here live the table of options, the commands, their answers as text, CSV and JSON, and a process
that stands by to give them at once.  Nothing is decided or computed here: each command asks the
room that knows.
"""
