"""Translations: every text is there in both languages, used, well formed and in its language."""

import ast
import re
from importlib.resources import files
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, visitor
from fluent.syntax import ast as fluent

import welfare_analysis
from welfare_analysis import codes
from welfare_analysis.messages import message

ROOT = Path(welfare_analysis.__file__).parent
LANGUAGES = codes.LANGUAGES
NUMBERS = (0, 1, 2, 5, 1000)

# Equal in both languages by nature: names, signs, symbols, formulas.
SAME = re.compile(
    r"[\W\d_]*|.*(CC BY|welfare-analysis|Jupyter|Excel|CSV|SVG|PNG|PDF|HTML).*|"
    r"\W*-m (pip|ipykernel) .*|[A-D]|kB|Notebook|Python\W*"
)
# What a student may answer: in either language, whichever the lesson is in.
ANSWERS = "lesson-choice-"
# Function words of English that no Vietnamese syllable is spelt like.
ENGLISH = {
    "the",
    "of",
    "and",
    "with",
    "for",
    "are",
    "was",
    "were",
    "not",
    "from",
    "by",
    "this",
    "that",
    "which",
    "these",
    "those",
    "its",
    "their",
    "than",
    "when",
    "where",
    "there",
    "has",
    "have",
    "been",
    "will",
    "would",
    "should",
    "could",
    "only",
    "each",
    "every",
    "both",
    "between",
    "figure",
    "figures",
    "source",
    "sources",
    "household",
    "households",
    "person",
    "persons",
    "place",
    "places",
    "rate",
    "rates",
    "result",
    "results",
    "target",
    "targets",
    "year",
    "years",
}
# Proper names that keep their letters in English text.
NAMES = (
    "Hà Nội",
    "Việt Nam",
    "Viet Nam",
    "Sơn La",
    "Sông Công",
    "Thái Nguyên",
    "TP.HCM",
    "lượt",
    "Tiếng Việt",
    "Hồ Chí Minh",
    "đồng",
)
VIETNAMESE = re.compile("[ăâđêôơưÀ-Ãà-ãÈ-Êè-êÌÍìíÒ-Õò-õÙÚùúÝýĂăĐđĨĩŨũƠơƯưẠ-ỹ]")


# What writes a message: the function itself, and what has its language bound.
ASKING = {"message", "say", "Said", "Unfit"}


class _Seen(visitor.Visitor):
    """The variables of a message, the keys of its choices, and its plain text."""

    def __init__(self):
        self.variables, self.choices, self.text = set(), {}, []

    def visit_VariableReference(self, node):  # noqa: N802 - the parser names it
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node):  # noqa: N802
        keys = {getattr(one.key, "name", getattr(one.key, "value", "")) for one in node.variants}
        if isinstance(node.selector, fluent.VariableReference):
            self.choices.setdefault(node.selector.id.name, set()).update(keys)
        self.generic_visit(node)

    def visit_TextElement(self, node):  # noqa: N802
        self.text.append(node.value)

    def visit_StringLiteral(self, node):  # noqa: N802
        self.text.append(node.value)


def read(language):
    found = {}
    for file in (files("welfare_analysis") / "locale" / language).iterdir():
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, fluent.Junk), f"{file.name}: {entry.content}"
            if isinstance(entry, fluent.Message):
                seen = _Seen()
                seen.visit(entry)
                seen.attributes = {one.id.name for one in entry.attributes}
                found[entry.id.name] = seen
    return found


@pytest.fixture(scope="module")
def catalogues():
    """The messages of each language."""
    return {language: read(language) for language in LANGUAGES}


class Code:
    """What the package's code says of messages, read without running it."""

    def __init__(self):
        self.texts, self.patterns, self.asked = set(), set(), {}
        trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in ROOT.rglob("*.py")}
        for path, tree in trees.items():
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    self.texts.update((node.value, *re.findall(r"[\w-]+", node.value)))
                if isinstance(node, ast.JoinedStr):
                    self.patterns.add(pattern(node))
                if isinstance(node, ast.Call) and name_of(node.func) in ASKING and node.args:
                    first = node.args[0]
                    place = f"{path.relative_to(ROOT)}:{node.lineno}"
                    name = ""
                    if isinstance(first, ast.Constant):
                        name = re.escape(first.value)
                    elif isinstance(first, ast.JoinedStr):
                        name = pattern(first)
                    if name and " " not in name:  # what is said in a log is a sentence
                        self.asked[place] = name
        for path in [*ROOT.rglob("*.typ"), *ROOT.rglob("*.js"), *ROOT.rglob("*.j2")]:
            text = path.read_text(encoding="utf-8")
            self.texts.update(re.findall(r"[\w-]+", text))
            for name, open_ended in re.findall(
                r"\b(?:message|say)\(['\"]([\w-]+)['\"](\s*~)?", text
            ):
                if open_ended:  # the rest of the name follows
                    self.patterns.add(f"{re.escape(name)}(.+)")
                else:
                    self.asked[f"{path.relative_to(ROOT)}: {name}"] = re.escape(name)
        named = (one for one in self.patterns if len(re.findall("[a-z]", one)) > 2)
        self.patterns = {re.compile(one) for one in named}  # more than re would remember
        self.texts.update(
            str(one)
            for kind in vars(codes).values()
            if isinstance(kind, type) and issubclass(kind, codes.StrEnum)
            for one in kind
        )


def name_of(function):
    return getattr(function, "id", getattr(function, "attr", ""))


def pattern(node):
    """Turn an f-string into a regular expression: what is filled in may be anything."""
    parts = [
        re.escape(part.value) if isinstance(part, ast.Constant) else "(.+)" for part in node.values
    ]
    return "".join(parts)


@pytest.fixture(scope="module")
def source(data):
    found = Code()
    for name in ("indicators", "areas", "standards", "units", "sources"):
        table = getattr(data, name)
        found.texts.update(table[name[:-1]])
    found.texts.update(data.indicators["concept"])
    found.texts.update(data.areas["level"])
    found.pieces = {piece for text in found.texts for piece in re.split(r"[\W_]", text)}
    return found


def used(name, source):
    """Tell whether code names a message, whole or as pieces that fill a pattern of names."""
    if name in source.texts:
        return True
    return all(
        piece in source.pieces or piece.isdigit() for piece in re.split("[-_]", name)
    ) and any(one.fullmatch(name) for one in source.patterns)


def words_of(text):
    """Return a text without what is no word of a language: code, names, quotations, codes."""
    text = re.sub(r"\(\w+\)|\{[^}]*\}|CC BY", " ", text)
    return re.sub(r"`[^`]*`|“[^”]*”|\"[^\"]*\"|[\w.]+\([^)]*\)|\w*[._/]\w[\w./]*", " ", text)


def test_both_catalogues_have_the_same_messages_variables_and_attributes(catalogues):
    vietnamese, english = (catalogues[language] for language in ("vi", "en"))
    assert set(vietnamese) == set(english)
    for name, one in english.items():
        assert one.attributes == vietnamese[name].attributes, name
        chosen = set(one.choices) | set(vietnamese[name].choices)
        # A number that only chooses a plural is needless in Vietnamese.
        assert one.variables ^ vietnamese[name].variables <= chosen, name


def test_every_message_that_code_asks_for_is_there(catalogues, source):
    names = "\n".join(catalogues["en"])
    absent = {
        place: one
        for place, one in source.asked.items()
        if not re.search(f"^{one}$", names, re.MULTILINE)
    }
    assert absent == {}
    assert len(source.asked) > 100


def test_every_message_is_used(catalogues, source):
    assert [name for name in catalogues["en"] if not used(name, source)] == []


def test_an_unused_or_unknown_message_would_be_found(source):
    assert not used("table-zebra", source)
    assert not used("zebra-verdict", source)
    assert used("verdict-comparable", source)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_can_be_said_with_any_number(catalogues, language):
    for name, seen in catalogues[language].items():
        plain = dict.fromkeys(seen.variables | catalogues["en"][name].variables, "x")
        cases = [plain]
        for chooser in {*seen.choices, *catalogues["en"][name].choices}:
            keys = seen.choices.get(chooser, set()) | {"other"}
            cases += [{**plain, chooser: number} for number in NUMBERS]
            cases += [{**plain, chooser: key} for key in keys - {"zero", "one", "two", "few"}]
        for values in cases:
            said = message(name, language, **values)
            assert said.strip(), name
            assert not re.search(r"\{\s*\$|\$\w|\?\?\?", said), (name, said)


def test_no_vietnamese_text_is_left_in_english(catalogues):
    left = {}
    for name, seen in catalogues["vi"].items():
        text = words_of(" ".join(seen.text))
        foreign = ENGLISH & set(re.findall(r"[a-z]+", text.lower()))
        if foreign and not name.startswith(ANSWERS):
            left[name] = text
    assert left == {}


def test_no_english_text_is_left_in_vietnamese(catalogues):
    left = {}
    for name, seen in catalogues["en"].items():
        text = words_of(" ".join(seen.text))
        for known_name in NAMES:
            text = text.replace(known_name, "")
        if VIETNAMESE.search(text) and not name.startswith(ANSWERS):
            left[name] = text
    assert left == {}


def test_no_text_is_the_same_in_both_languages_but_signs_and_names(catalogues):
    same = {}
    for name in catalogues["vi"]:
        text, other = (words_of(" ".join(catalogues[one][name].text)) for one in ("vi", "en"))
        if text == other and not SAME.fullmatch(text.strip()):
            same[name] = text
    assert same == {}
