"""Reporting: notebooks run with papermill, set in type with Typst, published whole or not at all."""
