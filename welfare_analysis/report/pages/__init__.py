"""Pages: the same reports as self-contained HTML, and the front page that leads to all of them."""
