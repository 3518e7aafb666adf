"""Messages: both languages say the same things with the same variables."""

from importlib.resources import files

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, ast, visitor

from welfare_analysis import texts
from welfare_analysis.codes import LANGUAGES
from welfare_analysis.errors import UnknownName
from welfare_analysis.messages import message


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
