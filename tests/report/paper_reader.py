"""What pypdf reads of a PDF, read once in a run: whichever tests and processes ask, it is slow."""

import hashlib
import io
import json
import math
import os
import unicodedata

from pypdf import PdfReader


def read_pages(file):
    """Return of each page its text, and its pieces: words, left, up from the foot, and size."""
    content = file.read_bytes()
    kept = file.parents[2] / "readings" / f"{hashlib.sha256(content).hexdigest()}.json"
    if not kept.is_file():
        kept.parent.mkdir(exist_ok=True)
        found = [_page(page) for page in PdfReader(io.BytesIO(content)).pages]
        own = kept.with_suffix(f".{os.getpid()}")
        own.write_text(json.dumps(found), encoding="utf-8")
        own.replace(kept)
    return json.loads(kept.read_text(encoding="utf-8"))


def _page(page):
    pieces = []

    def visit(text, transformed, matrix, _, size):
        if text.strip():
            scale = math.prod(math.hypot(*part[:2]) for part in (transformed, matrix))
            left, up = (transformed[at] + matrix[at] for at in (4, 5))
            pieces.append((text.strip(), left, up, round(size * scale, 1)))

    return {"text": page.extract_text(visitor_text=visit), "pieces": pieces}


def words(file):
    """Return the text of a PDF, composed, with every run of white space as one space."""
    text = " ".join(page["text"] for page in read_pages(file))
    return " ".join(unicodedata.normalize("NFC", text).replace("\u200b", "").split())
