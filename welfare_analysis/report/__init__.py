"""Reporting: notebooks run with papermill, set with Typst, published whole or not at all."""
