"""Tabular: the Data Package read as text, whatever program saved it, and checked as a whole."""
