"""Command line: ``welfare-analysis`` and what its commands print."""
