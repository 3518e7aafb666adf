"""The glossary explains the terms that a report's figures bring in, and no others."""

import pytest

import welfare_analysis as wa
from welfare_analysis.data.numerals import write
from welfare_analysis.errors import UnknownName
from welfare_analysis.show.document import MIME

SENT = "ldxh-hn-2024-p11-workers-sent-abroad"
RATE = "ldxh-hn-2024-p16-poor-rate"
TERMS = {
    "vi": {
        "poor": "Hộ nghèo",
        "sent": "Người lao động đi làm việc ở nước ngoài theo hợp đồng",
    },
    "en": {"poor": "Poor household", "sent": "Workers sent abroad under contract"},
}


@pytest.fixture(params=["vi", "en"])
def brief(request, data):
    return wa.Brief(data, request.param)


def say(brief, *names):
    for name in names:
        brief.voice(brief.language)("{x}", x=wa.observation(brief.data, name))
    return brief


def terms(glossary):
    return [term for term, _ in glossary.entries]


def test_only_terms_that_occur_are_explained(brief):
    names = TERMS[brief.language]
    assert terms(brief.glossary()) == []
    assert names["sent"] in terms(say(brief, SENT).glossary())
    assert names["poor"] not in terms(brief.glossary())
    assert names["poor"] in terms(say(brief, RATE).glossary())


def test_terms_can_be_chosen(brief):
    say(brief, SENT, RATE)
    assert terms(brief.glossary("poor", "turns")) == [TERMS[brief.language]["poor"]]
    with pytest.raises(UnknownName, match="'turns'"):
        brief.glossary("turnz")


def test_meanings_come_from_the_data(brief, data):
    say(brief, SENT, RATE)
    meaning = dict(brief.glossary().entries)
    names, language = TERMS[brief.language], brief.language
    codebook = data.record("indicators", "workers_sent_abroad")
    assert meaning[names["sent"]] == codebook[f"definition_{language}"]
    national = data.record("standards", "VN-2022-2026")
    for column in ("income_rural", "income_urban"):
        assert write(national[column] / 1e6, language) in meaning[names["poor"]]


def test_every_figure_of_the_data_has_its_terms_explained(data):
    for language in ("vi", "en"):
        brief = say(wa.Brief(data, language), *data.observations["observation"])
        found = brief.glossary()
        assert len(found.entries) == len(set(terms(found))) >= 12
        assert all(meaning.endswith(".") for _, meaning in found.entries)


def test_a_glossary_shows_itself(brief):
    shown = say(brief, RATE).glossary(compact=True)._repr_mimebundle_()
    assert shown[MIME]["kind"] == "glossary"
    assert shown[MIME]["compact"]
    assert f">{TERMS[brief.language]['poor']}</dt>" in shown["text/html"]
    # JupyterLab lets both float, so that a term stands beside the meaning of the one before.
    assert shown["text/html"].count("float:none") == 2 * len(shown[MIME]["entries"])
    assert TERMS[brief.language]["poor"] in shown["text/plain"]
