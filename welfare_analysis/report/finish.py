"""Finish: what Typst leaves to do in a PDF – cells that head their row, and compressed objects."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence


def finished(pdf: bytes, headed: Sequence[bool]) -> bytes:
    """Return a PDF whose tables name the head of each row, in half the bytes.

    Parameters
    ----------
    pdf : bytes
        From Typst: tagged, each table with the heads of its columns only.
    headed : sequence of bool
        Of each table in the order of reading: whether the first cell of a row heads it.

    Returns
    -------
    bytes
        The same for the same PDF.  A reading program can say of any cell what heads its column
        and its row; metadata and tags are otherwise as they were.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as file:
        root = file.Root.StructTreeRoot
        tables = list(_elements(root.K, "/Table"))
        known = list(root.IDTree.Names) if "/IDTree" in root else []
        names = {str(key): cell for key, cell in zip(known[::2], known[1::2], strict=True)}
        for number, (table, has_heads) in enumerate(zip(tables, headed, strict=True)):
            if has_heads:
                names |= _head_rows(table, number)
        if names:
            listed = [part for name in sorted(names) for part in (name, names[name])]
            root.IDTree = file.make_indirect(pikepdf.Dictionary(Names=pikepdf.Array(listed)))
        written = io.BytesIO()
        file.save(
            written,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
            fix_metadata_version=False,
        )
    return written.getvalue()


def pages(pdf: bytes) -> int:
    """Count the pages of a PDF."""
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as file:
        return len(file.pages)


def _elements(node, *kinds: str) -> Iterator:
    """Yield the elements of some kinds in the order of reading; none stands within another."""
    import pikepdf

    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from _elements(kid, *kinds)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        if node.S in kinds:
            yield node
        elif "/K" in node:
            yield from _elements(node.K, *kinds)


def _head_rows(table, number: int) -> dict:
    """Make the first cell of each row of a table its head; return the cells by their names."""
    heads = {}
    for place, row in enumerate(_elements(table.K, "/TR")):
        head, *others = _elements(row.K, "/TD", "/TH")
        if head.S == "/TH":  # the row of the heads of columns
            continue
        name = f"R{number:03}y{place:04}"
        head.S, head.ID = _name("/TH"), name
        _of_table(head).Scope = _name("/Row")
        for cell in others:
            _of_table(cell).Headers.append(name)
        heads[name] = head
    return heads


def _of_table(cell):
    """Return what a cell says of its place in the table."""
    return next(one for one in cell.A if one.O == "/Table")


def _name(text: str):
    import pikepdf

    return pikepdf.Name(text)
