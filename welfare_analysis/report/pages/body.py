"""Body: the blocks of the document model as the elements of a page."""

from __future__ import annotations

from ...errors import ReportError
from ...messages import message
from .. import markdown
from . import page_tables as tables
from .attachments import Attachments
from .citations import Citations
from .drawing import drawing
from .markup import Markup, element, is_safe_address, together
from .outline import Outline

_SHORT = 250  # letters of a description that may stand as a label


class Body:
    """Sets the blocks of one report.

    Parameters
    ----------
    title, language : str
    attachments : Attachments
    """

    def __init__(self, title: str, language: str, attachments: Attachments):
        self.language, self.attachments = language, attachments
        self.citations, self.outline = Citations(title), Outline()
        self._counts = {"table": 0, "figure": 0, "literal": 0}
        self._listed: list[dict] = []

    def blocks(self, blocks: list[dict], nested: bool = False) -> Markup:
        """Return blocks in their order; a list of sources is set by `finished`."""
        made = []
        for place, block in enumerate(blocks):
            if block["kind"] == "references":
                headed = place > 0 and blocks[place - 1]["kind"] == "heading"
                made += [] if headed or nested else [self._heading(1, self._say("report-sources"))]
                self._listed.append(block)
                made.append(_later(len(self._listed)))
            else:
                made.append(self._block(block))
        return together(made)

    def finished(self, body: Markup) -> Markup:
        """Put the lists of sources in, now that every place that cites them is known."""
        for number, block in enumerate(self._listed, start=1):
            body = Markup(body.replace(_later(number), self._references(block)))
        return body

    def _block(self, block: dict) -> Markup:
        try:
            make = _MAKERS[block["kind"]]
        except KeyError:
            raise ReportError(f"A page has no form for a block {block['kind']!r}.") from None
        return make(self, block)

    def _say(self, name: str, **values) -> str:
        return message(name, self.language, **values)

    def _heading(self, level: int, words: object) -> Markup:
        plain = words if isinstance(words, str) else markdown.plain(words)
        anchor = self.outline.add(level, plain)
        self.citations.place = plain
        content = words if isinstance(words, str) else self.citations.inline(words)
        return element(f"h{min(level + 1, 6)}", content, id=anchor)

    def _set_heading(self, block: dict) -> Markup:
        return self._heading(block["level"], block["content"])

    def _paragraph(self, block: dict) -> Markup:
        return element("p", self.citations.inline(block["content"]))

    def _list(self, block: dict) -> Markup:
        if block.get("role") == "glossary":
            return self._glossary(block)
        items = [element("li", self._item(item)) for item in block["items"]]
        if not block["ordered"]:
            return element("ul", items)
        return element("ol", items, start=block["start"] if block["start"] != 1 else None)

    def _glossary(self, block: dict) -> Markup:
        """Set terms, each a line that begins with the term and a colon, as a list of terms."""
        pairs = []
        for ((line,),) in zip(block["items"], strict=True):
            term, _, *meaning = line["content"]
            pairs += [
                element("dt", self.citations.inline(term["c"])),
                element("dd", self.citations.inline(meaning)),
            ]
        return element("dl", pairs, class_="glossary")

    def _item(self, blocks: list[dict]) -> Markup:
        """Set what a list item holds; a lone paragraph needs no element of its own."""
        if len(blocks) == 1 and blocks[0]["kind"] == "paragraph":
            return self.citations.inline(blocks[0]["content"])
        return self.blocks(blocks, nested=True)

    def _quote(self, block: dict) -> Markup:
        return element("blockquote", self.blocks(block["blocks"], nested=True))

    def _literal(self, block: dict) -> Markup:
        self._counts["literal"] += 1  # regions need names of their own
        label = f"{self._say('web-literal')} {self._counts['literal']}"
        return element(
            "pre",
            element("code", block["text"]),
            class_="scroll",
            tabindex="0",
            role="region",
            aria_label=label,
        )

    def _rule(self, _: dict) -> Markup:
        return element("hr")

    def _summary(self, block: dict) -> Markup:
        inner = block["blocks"]
        head = None
        if inner[0]["kind"] != "heading":
            head = self._heading(1, self._say("report-summary"))
        body = self.blocks(inner, nested=True)
        return element("div", head, body, class_="summary")

    def _table(self, block: dict) -> Markup:
        label, name = self._numbered("table")
        with self.citations.at(label):
            made = tables.table(block, self.citations, label, name)
            return self._captioned(block, label, name, made)

    def _figure(self, block: dict) -> Markup:
        label, name = self._numbered("figure")
        with self.citations.at(label):
            caption, chart = self._caption(block, label, name), self._chart(block, label, name)
            told = element(
                "details",
                element("summary", self._say("web-description")),
                element("p", block["alt"]),
            )
            return self._captioned(block, label, name, caption, chart, told)

    def _caption(self, block: dict, label: str, name: str) -> Markup:
        title = [
            element("span", label, class_="label"),
            " ",
            element("strong", self.citations.inline(block["title"]), class_="title"),
        ]
        subtitle = self.citations.inline(block["subtitle"])
        return element(
            "figcaption",
            title,
            element("span", subtitle, class_="subtitle") if subtitle else None,
            id=f"{name}-caption",
        )

    def _chart(self, block: dict, label: str, name: str) -> Markup:
        alt = block["alt"]
        said = alt if len(alt) <= _SHORT else self._long(block, label)
        return element(
            "div",
            drawing(block["svg"], name, aria_label=said),
            class_="scroll chart",
            role="region",
            tabindex="0",
            aria_labelledby=f"{name}-caption",
        )

    def _long(self, block: dict, label: str) -> str:
        title = markdown.plain(block["title"]) or label
        return f"{title}. {self._say('web-description-below')}"

    def _numbered(self, kind: str) -> tuple[str, str]:
        """Count a table or figure; return ``Table 2`` and ``table-2``."""
        self._counts[kind] += 1
        number = self._counts[kind]
        label = f"{self._say(f'report-{kind}')} {number}"
        return label, f"{kind}-{number}"

    def _captioned(self, block: dict, label: str, name: str, *content: Markup) -> Markup:
        """Set a table or figure with its note and its files."""
        note = self.citations.inline(block["note"])
        return element(
            "figure",
            *content,
            element("p", note, class_="note") if note else None,
            self.attachments.beside(block, name, label),
            id=name,
            class_=block["kind"],
        )

    def _references(self, block: dict) -> Markup:
        entries = [self._entry(entry) for entry in block["entries"]]
        return element("ol", entries, class_="references", role="list")

    def _entry(self, entry: dict) -> Markup:
        number, url = entry["number"], entry["url"]
        link = url or None
        if url and is_safe_address(url):
            link = element("a", _shortened(url), href=url, rel="noreferrer")
        printed = "; ".join(self._printed(group) for group in entry["figures"])
        return element(
            "li",
            element("span", f"[{number}]", class_="number"),
            element(
                "div",
                self.citations.inline(entry["text"]),
                element("p", link, class_="address") if link else None,
                element("p", printed, class_="printed") if printed else None,
                self._cited(number),
            ),
            id=f"source-{number}",
        )

    def _printed(self, group: dict) -> str:
        tokens = ", ".join(f"“{token}”" for token in group["tokens"])
        if group["paragraph"] is None:
            return tokens
        where = self._say("report-paragraph", paragraph=str(group["paragraph"]))
        return f"{where}: {tokens}"

    def _cited(self, number: int) -> Markup | None:
        links = [
            element("li", element("a", place, href=f"#{anchor}"))
            for anchor, place in self.citations.places(number)
        ]
        if not links:
            return None
        said = element("span", self._say("web-cited"))
        return element("div", said, element("ul", links), class_="cited")


def _later(number: int) -> Markup:
    """Hold the place of a list of sources; no text can look like it, which is escaped."""
    return Markup(f"<references {number}>")


def _shortened(url: str) -> str:
    bare = url.split("//", 1)[-1].removeprefix("www.")
    return bare if len(bare) <= 80 else f"{bare[:79]}…"


_MAKERS = {
    "heading": Body._set_heading,
    "paragraph": Body._paragraph,
    "list": Body._list,
    "quote": Body._quote,
    "literal": Body._literal,
    "rule": Body._rule,
    "table": Body._table,
    "figure": Body._figure,
    "summary": Body._summary,
}
