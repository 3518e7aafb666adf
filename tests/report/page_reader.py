"""A reader of pages that knows nothing of how they are made: Python's own HTML parser."""

from html.parser import HTMLParser
from pathlib import PurePosixPath
from urllib.parse import unquote

VOID = {"meta", "br", "hr", "img", "link"}


class Element:
    def __init__(self, name, attributes, parent):
        self.name, self.attributes, self.parent = name, attributes, parent
        self.children = []

    def all(self, *names):
        """List the elements inside, in order; of any name if none is given."""
        found = []
        for child in self.children:
            if isinstance(child, Element):
                found += [child] if not names or child.name in names else []
                found += child.all(*names)
        return found

    def one(self, name):
        (found,) = self.all(name)
        return found

    @property
    def text(self):
        return "".join(c.text if isinstance(c, Element) else c for c in self.children)

    def get(self, name, default=None):
        return self.attributes.get(name, default)

    def has_class(self, name):
        return name in (self.get("class") or "").split()

    @property
    def ancestors(self):
        node = self.parent
        while node is not None:
            yield node
            node = node.parent


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.root = self.here = Element("", {}, None)

    def handle_starttag(self, name, attributes):
        assert len(dict(attributes)) == len(attributes), attributes
        made = Element(name, dict(attributes), self.here)
        self.here.children.append(made)
        if name not in VOID:
            self.here = made

    def handle_endtag(self, name):
        assert self.here.name == name, f"</{name}> closes <{self.here.name}>"
        self.here = self.here.parent

    def handle_data(self, data):
        self.here.children.append(data)


def read(content):
    """Read a page; every element must be closed where it was opened."""
    reader = _Reader()
    reader.feed(content.decode("utf-8") if isinstance(content, bytes) else content)
    reader.close()
    assert reader.here is reader.root, f"<{reader.here.name}> is left open"
    return reader.root


def files(node):
    """List the files that a page offers: the path of each from the page's folder."""
    found = []
    for link in node.all("a"):
        if "download" in link.attributes:
            path = unquote(link.get("href"))
            assert link.get("download") == PurePosixPath(path).name
            assert path not in found
            found.append(path)
    return found
