"""Messages: both languages say the same things with the same variables."""

import shutil
from importlib.resources import files

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, ast, visitor

from welfare_analysis import messages, texts
from welfare_analysis.cli.ending import ended
from welfare_analysis.codes import LANGUAGES
from welfare_analysis.errors import UnknownName, UsageError
from welfare_analysis.messages import message
from welfare_analysis.report import build, inputs


class Variables(visitor.Visitor):
    def __init__(self):
        self.names = set()

    def visit_VariableReference(self, node):  # noqa: N802 - the parser names it
        self.names.add(node.id.name)


def catalogue(language):
    """Map (file, message) to its variables; junk entries are syntax errors."""
    found = {}
    folder = files("welfare_analysis") / "locale" / language
    for file in folder.iterdir():
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{file.name}: {entry.content}"
            if isinstance(entry, ast.Message):
                seen = Variables()
                seen.visit(entry)
                assert entry.id.name not in {name for _, name in found}, f"{entry.id.name} twice"
                found[file.name, entry.id.name] = seen.names
    return found


def test_every_message_exists_in_both_languages():
    assert set(catalogue("vi")) == set(catalogue("en"))


def test_variables_of_a_message_agree_or_are_a_plural_choice():
    vietnamese, english = catalogue("vi"), catalogue("en")
    for key, names in english.items():
        # English may need a number to choose a plural that Vietnamese does not have.
        assert vietnamese[key] <= names | {"n", "count"}, key
        assert names - vietnamese[key] <= {"n", "count"}, key


def test_unknown_messages_languages_and_missing_variables_are_refused():
    with pytest.raises(UnknownName, match="verdict-comparable"):
        message("verdict-comparible", "en")
    with pytest.raises(UnknownName, match="language"):
        message("verdict-comparable", "fr")
    with pytest.raises(ValueError, match="figure"):
        message("qualifier-about", "vi")


def test_a_value_may_be_long():
    figure = "1.234 hộ; " * 1000
    assert message("qualifier-about", "vi", figure=figure) == f"khoảng {figure}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_of_variables_alone_is_what_fluent_makes_of_it(language):
    """Most are; the few that choose a form are left to Fluent."""
    by_fluent, known = FluentBundle([language], use_isolating=False), texts.catalogue(language)
    by_fluent.add_resource(FluentResource("\n".join(known.values())))
    plain = [name for name in known if texts._plain(name, language)]
    assert len(plain) > 0.9 * len(known)
    for name in plain:
        message = by_fluent.get_message(name).value
        values = {one: f" {one} é " for one in texts._VARIABLE.findall(known[name])}
        assert texts.filled(name, language, values) == by_fluent.format_pattern(message, values)[0]


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """The messages of a damaged installation."""
    shutil.copytree(str(files("welfare_analysis") / "locale"), tmp_path / "locale")
    monkeypatch.setattr(texts, "files", lambda package: tmp_path)
    kept = (texts.catalogue, texts._plain, texts._bundle, messages._said)
    for found in kept:
        found.cache_clear()
    yield tmp_path / "locale"
    for found in kept:
        found.cache_clear()


DAMAGE = {
    "other encoding": lambda file: file.write_bytes(file.read_text("utf-8").encode("utf-16")),
    "gone": lambda file: file.unlink(),
    "cut short": lambda file: file.write_bytes(file.read_bytes()[:100]),
    "another variable": lambda file: edit(file, "{ $name }", "{ $nam }"),
    "unclosed": lambda file: edit(file, "{ $name }", "{ $name "),
}


def edit(file, old, new):
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_file_of_messages_is_told_with_its_place(copied, capsys, damage):
    file = copied / "vi" / "errors.ftl"
    DAMAGE[damage](file)
    assert ended(lambda: print(UnknownName("area", "x", ["y"]).told("vi"))) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"welfare-analysis: {file} cannot be used: it")
    assert said.endswith("locale), or install the package again.\n")
    assert len(said.splitlines()) == 1


def test_no_report_is_made_with_words_or_fonts_that_are_not_as_shipped(copied, monkeypatch):
    """What is missing would leave its place empty, or to another letter, in silence."""
    inputs.check_shipped()
    monkeypatch.setattr(build, "jobs_of", lambda *_: [])
    monkeypatch.setattr(build.outputs, "check_directory", lambda *_: None)
    monkeypatch.setattr(inputs, "altered", lambda folder: ["web/a.woff2"])
    with pytest.raises(UsageError, match="a.woff2 is missing or not as it was shipped"):
        build.build()
    (copied / "en" / "lessons_5.ftl").unlink()
    texts.catalogue.cache_clear()
    with pytest.raises(OSError, match="is missing or damaged.*lessons_5.ftl"):
        build.build()
