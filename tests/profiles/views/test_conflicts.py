"""Open questions over all countries."""

import pytest

from tests.profiles.views.test_country import words


@pytest.fixture
def asked(make):
    """A question in each of two countries, each with two answers."""
    made = []
    for key, name in (("VER", "Verania"), ("BOR", "Borduria")):
        country = make.country(key=key, slug=name.lower(), name=name, sort_key=name.lower())
        make.shared["countries"] = country
        reason = "rounding" if key == "VER" else "misprint"
        question = make.disagreement(country=country, question=f"How many in {name}?", reason=reason)
        for position, value in enumerate((12, 17), 1):
            figure = make.figure(country=country, low=value, high=value, printed=f"{name} {value}")
            make.side(disagreement=question, position=position, figure=figure)
        made.append(question)
    return made


def test_questions_stand_by_country_with_all_answers_and_the_reason(client, asked):
    text = words(client.get("/conflicts/").content.decode())
    assert text.index("How many in Borduria?") < text.index("How many in Verania?")
    assert "Agree within rounding." in text
    assert "One of the answers is a misprint." in text


def test_one_country_or_reason(client, asked):
    assert "in Borduria?" not in client.get("/conflicts/?country=VER").content.decode()
    assert "in Verania?" not in client.get("/conflicts/?reason=misprint").content.decode()


@pytest.mark.parametrize("query", ["?country=XYZ", "?reason=malice", "?page=0", "?page=9", "?page=x", "?q=x"])
def test_wrong_values_are_refused(client, asked, query):
    assert client.get(f"/conflicts/{query}").status_code == 400


def test_all_kinds_of_answers_can_stand_in_a_question(client, make, asked):
    question = make.disagreement(country=asked[0].country, question="Everything?")
    breakdown = make.breakdown(country=asked[0].country)
    claims = {
        "statement": make.statement(text="A republic, says one."),
        "breakdown": breakdown,
        "share": make.share(breakdown=breakdown, label="Veranians"),
        "result": make.result(label="Ada Verane"),
        "involvement": make.involvement(group_label="harbour police"),
        "case_step": make.case_step(charge="Unrest"),
        "citation": make.citation(printed="a five-year term"),
    }
    for position, (arc, claim) in enumerate(claims.items(), 1):
        make.side(disagreement=question, position=position, **{arc: claim})
    text = words(client.get("/conflicts/").content.decode())
    for words_of_claim in (
        "A republic, says one.",
        "Veranians",
        "Ada Verane",
        "harbour police",
        "Unrest",
        "a five-year term",
    ):
        assert words_of_claim in text


def test_an_empty_list_says_when_something_would_stand_here(client, db):
    assert "No question matches." in client.get("/conflicts/").content.decode()
