"""Exports: tables and figures as CSV and Excel files that say where they come from.

A CSV file is one rectangle for programs: no line above its header and none below its rows has
to be skipped, so the source note and the revision of the data stand in its last columns and
stay with every row that is cut out.  It is UTF-8 with a byte order mark, by which Excel knows
Vietnamese letters.  An Excel file is for people: the table with its title and note, the figures
behind it as numbers and dates, and the sources, each on a sheet.
"""
