"""Body: the blocks of a report with what a page adds: numbers, names, files, ways to sources."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping

from ...errors import ReportError
from ...messages import message
from ...show.render.html import plain
from .downloads import Downloads
from .drawing import drawing
from .tips import Tips

_SHORT = 250  # letters of a description that may stand as a label
_LONGEST = 60  # letters of an anchor
_LONG, _MIDDLING = 60, 18  # letters of a cell
_HEAVY = 30  # letters on average; longer row heads in bold would outweigh the figures


class Body:
    """Makes the blocks of one report ready for its page, in the order in which they are read.

    A place is what a reader can name: a section, a figure or a table.  The first citation of a
    source in each place gets an anchor, so that its entry can lead back there.

    Parameters
    ----------
    title, language : str
    downloads : Downloads
    places : mapping of str to dict
        Names of places by their codes.

    Attributes
    ----------
    contents : list of (str, str)
        Anchor and words of every heading of the first level.
    """

    def __init__(self, title: str, language: str, downloads: Downloads, places: Mapping[str, dict]):
        self.language, self.downloads = language, downloads
        self._areas = {names[language]: area for area, names in places.items()}
        self.contents: list[tuple[str, str]] = []
        self._place = title
        self._cited: dict[int, dict[str, str]] = {}
        self._counts: Counter[str] = Counter()
        self._anchors: set[str] = set()
        self._listed: list[dict] = []

    def blocks(self, blocks: list[dict]) -> list[dict]:
        """Return the blocks of the whole report, lists of sources under a heading."""
        made = self._blocks(self._headed(blocks))
        for block in self._listed:  # every place that cites is known by now
            block["entries"] = [self._entry(entry) for entry in block["entries"]]
        return made

    def inline(self, items: list[dict]) -> list[dict]:
        """Return inline content with an anchor wherever a place first cites a source."""
        return [self._item(item) if "c" in item else item for item in items]

    def named(self, level: int, words: str) -> str:
        """Begin a section; return the anchor of its heading, which says what it is."""
        anchor = name = slug(words)
        number = 1
        while anchor in self._anchors:
            number += 1
            anchor = f"{name}-{number}"
        self._anchors.add(anchor)
        if level == 1 and words.strip():
            self.contents.append((anchor, words))
        self._place = words
        return anchor

    def _headed(self, blocks: list[dict]) -> list[dict]:
        """Put a heading where a list of sources or a summary has none."""
        found, before = [], None
        for block in blocks:
            if block["kind"] == "references" and before != "heading":
                found.append(self._heading("report-sources"))
            if block["kind"] == "summary" and block["blocks"][0]["kind"] != "heading":
                block = {**block, "blocks": [self._heading("report-summary"), *block["blocks"]]}
            found.append(block)
            before = block["kind"]
        return found

    def _heading(self, name: str) -> dict:
        words = {"t": "text", "s": message(name, self.language)}
        return {"kind": "heading", "level": 1, "content": [words]}

    def _blocks(self, blocks: list[dict]) -> list[dict]:
        return [self._block(block) for block in blocks]

    def _block(self, block: dict) -> dict:
        match block["kind"]:
            case "heading":
                anchor = self.named(block["level"], plain(block["content"]))
                return {**block, "anchor": anchor, "content": self.inline(block["content"])}
            case "paragraph":
                return {**block, "content": self.inline(block["content"])}
            case "list":
                return {**block, "items": [self._blocks(item) for item in block["items"]]}
            case "quote" | "summary":
                return {**block, "blocks": self._blocks(block["blocks"])}
            case "literal":  # regions need names of their own
                return {**block, "label": self._label("literal", "web-literal")}
            case "rule":
                return block
            case "table":
                return self._numbered(block, self._table)
            case "figure":
                return self._numbered(block, self._figure)
            case "tiles":
                return self._numbered(block, self._tiles)
            case "references":
                self._listed.append({**block})
                return self._listed[-1]
            case kind:
                raise ReportError(f"A page has no form for a block {kind!r}.")

    def _item(self, item: dict) -> dict:
        made = {**item, "c": self.inline(item["c"])}
        if item["t"] == "cite":
            source = item["source"]
            places = self._cited.setdefault(source, {})
            if self._place not in places:
                made["anchor"] = places[self._place] = f"cite-{source}-{len(places) + 1}"
        return made

    def _label(self, kind: str, name: str) -> str:
        """Count something; return what it is called: ``Table 2``."""
        self._counts[kind] += 1
        return f"{message(name, self.language)} {self._counts[kind]}"

    def _numbered(self, block: dict, make: Callable[[dict], dict]) -> dict:
        """Give a table or a figure, which is a place of its own, its number and its files."""
        kind = "figure" if block["kind"] == "tiles" else block["kind"]
        label = self._label(kind, f"report-{kind}")
        named = {**block, "label": label, "name": f"{kind}-{self._counts[kind]}"}
        before, self._place = self._place, label
        made = {**named, **make(named), "note": self.inline(block["note"])}
        self._place = before
        return {**made, "files": self.downloads.beside(named)}

    def _table(self, block: dict) -> dict:
        return {
            "caption": self.inline(block["caption"]),
            "columns": [
                {"label": self.inline(column["label"]), "kind": _column(block, place)}
                for place, column in enumerate(block["columns"])
            ],
            "rows": [self._row(row, headed=block["row_headers"]) for row in block["rows"]],
            "heavy": _is_heavy(block["rows"]),
        }

    def _row(self, row: list[list[dict]], *, headed: bool) -> list[list[dict]]:
        """Return the cells of a row; a place that heads it may have a report of its own."""
        cells = [self.inline(cell) for cell in row]
        area = self._areas.get(plain(row[0])) if headed else None
        return [[{"t": "place", "area": area, "c": cells[0]}], *cells[1:]] if area else cells

    def _figure(self, block: dict) -> dict:
        title, said = plain(block["title"]) or block["label"], block["alt"]
        if len(said) > _SHORT:
            said = f"{title}. {message('web-description-below', self.language)}"
        name, tips = block["name"], Tips(block["hints"], block["name"])
        return {
            "title": self.inline(block["title"]),
            "subtitle": self.inline(block["subtitle"]),
            "drawing": drawing(block["svg"], name, said, tips=tips),
            "narrow": block.get("narrow")
            and drawing(block["narrow"], f"{name}-narrow", said, tips=tips),
            "tips": tips and tips.markup,
        }

    def _tiles(self, block: dict) -> dict:
        tiles = [
            {
                **one,
                "area": self._areas.get(one["name"]),
                **{name: self.inline(one[name]) for name in ("under", "course", "moved")},
                "facts": [[self.inline(cell) for cell in fact] for fact in one["facts"]],
                "mark": drawing(one["mark"], f"{block['name']}-{number}-mark", ""),
                "drawing": one["svg"]
                and drawing(one["svg"], f"{block['name']}-{number}", one["alt"]),
            }
            for number, one in enumerate(block["tiles"], start=1)
        ]
        return {"title": self.inline(block["title"]), "tiles": tiles}

    def _entry(self, entry: dict) -> dict:
        return {
            **entry,
            "text": self.inline(entry["text"]),
            "printed": "; ".join(map(self._printed, entry["figures"])),
            "places": list(self._cited.get(entry["number"], {}).items()),
        }

    def _printed(self, group: dict) -> str:
        tokens = ", ".join(f"“{token}”" for token in group["tokens"])
        if group["paragraph"] is None:
            return tokens
        number = str(group["paragraph"])
        return f"{message('report-paragraph', self.language, paragraph=number)}: {tokens}"


def slug(words: str) -> str:
    """Return an anchor made of a heading's letters, without marks.

    Examples
    --------
    >>> slug("Tỷ lệ hộ nghèo: Đà Nẵng?")
    's-ty-le-ho-ngheo-da-nang'
    """
    bare = unicodedata.normalize("NFKD", words.lower().replace("đ", "d"))
    letters = bare.encode("ascii", "ignore").decode()
    return "s-" + re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:_LONGEST].rstrip("-")


def _column(table: dict, place: int) -> str:
    """Name a column's kind: how it is aligned and how much room its text needs."""
    align = table["columns"][place]["align"]
    longest = max((len(plain(row[place])) for row in table["rows"]), default=0)
    room = "long" if longest > _LONG else "middling" if longest > _MIDDLING else "short"
    return f"{align if align in ('right', 'center') else 'left'} {room}"


def _is_heavy(rows: list[list]) -> bool:
    return sum(len(plain(row[0])) for row in rows) < _HEAVY * len(rows)
