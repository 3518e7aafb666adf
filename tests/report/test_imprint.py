"""The imprint: who publishes, how to cite, what changed – from the register and the log."""

import pytest

from welfare_analysis.data.changelog import entries
from welfare_analysis.errors import UsageError
from welfare_analysis.report import colophon, inputs, plan
from welfare_analysis.report.register import project, read_publisher

FACTS = {"date": "2026-11-28", "version": "7", "revision": "abc", "output": "en/a b.pdf"}
WORDS = {"vi": "Cục Thử", "en": "Trial Office"}


def registered(tmp_path, text):
    file = tmp_path / "reports.yml"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_the_register_says_is_in_the_imprint(language):
    facts = FACTS | {"publisher": {"organisation": WORDS, "contact": {"vi": "a@b", "en": "a@b"}}}
    said = dict(colophon.imprint(facts, language, "Một tên"))
    told = " ".join(said.values())
    for expected in (WORDS[language], "a@b", "Một tên", "7", "abc"):
        assert expected in told
    assert len(said) == 3  # without a log nothing is said to have changed
    assert len(dict(colophon.imprint(FACTS, language, "x"))) == 3


def test_the_entry_for_a_list_of_references_is_well_formed():
    entry = colophon.bibtex(FACTS | {"publisher": {"organisation": WORDS}}, "en", "A {b} c")
    assert entry.startswith("@techreport{a-b-en-2026-11-28,")
    assert entry.count("{") == entry.count("}")
    assert "  institution = {Trial Office}," in entry


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_changed_is_taken_from_the_log(data, language):
    newest, before, *_ = entries(data.directory)
    facts = FACTS | {"changes": inputs.facts(data.directory)["changes"]}
    said = list(dict(colophon.imprint(facts, language, "x")).values())[-1]
    assert colophon.day(before.date, language) in said
    assert newest.titles[language][0] in said


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_change_is_called_by_its_own_title(language):
    named = {"vi": ["Hà Nội sau sáp nhập"], "en": ["Vietnamese names of places"]}
    said = colophon.imprint(
        FACTS | {"changes": {"since": "2026-01-05", "titles": named}}, language, "x"
    )
    assert named[language][0] in said[-1][1]


def test_every_change_has_a_title_in_both_languages(data):
    for entry in entries(data.directory):
        assert len(entry.titles["vi"]) == len(entry.titles["en"]) > 0


@pytest.mark.parametrize(
    "text",
    [
        "publisher: x",
        "publisher: {organization: {vi: a, en: b}}",
        "publisher: {contact: {vi: a}}",
        "publisher: {next: {vi: a, en: [b]}}",
    ],
)
def test_a_publisher_that_cannot_be_read_is_refused(tmp_path, text):
    with pytest.raises(UsageError, match="publisher"):
        read_publisher(registered(tmp_path, text))


def test_another_publisher_makes_other_reports(data):
    (job,) = plan.plan(["overview"], ["vi"], {}, lambda name: name)
    assert job.publisher == read_publisher(project() / "reports" / "reports.yml") != {}
    parts = job.parts("x", "")
    assert parts["publisher"] == job.publisher
