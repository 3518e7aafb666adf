"""Web: the same reports as self-contained HTML pages, and the index of all of them."""
