"""Command line: ``welfare-analysis`` and what its commands print.

Here live the table of options, the commands, and their answers as text, CSV and JSON.  Nothing is
decided or computed here: each command asks the room that knows.
"""
