"""Words beside facts: what a document says stands beside what is stated from it."""

import pytest

from profiles.models import Breakdown, Excerpt, Figure, Statement
from sources.admin.beside import marked
from sources.models import Document
from tests.profiles.admin.conftest import filled_in, list_of, path_of
from tests.profiles.admin.test_workflow import said
from tests.profiles.admin.texts import text_of


def passages_path(document, query=""):
    return f"/admin/sources/document/{document.pk}/passages/{query}"


def words_beside(page):
    return next((panel for panel in page.context["panels"] if panel.reads or panel.words), None)


@pytest.mark.parametrize(
    ("text", "printed", "found"),
    [
        ("At least 17 people died.", "at least 17", []),
        ("At least 17 people died.", "17", ["17"]),
        ("It cost 1,700 and then 17.", "17", ["17"]),
        ("It cost 17,500 in all.", "17", []),
        ("A share of 1.17 was left.", "17", []),
        ("In all 17, said the report.", "17", ["17"]),
        ("The “quay” gave\u00a0way.", '"quay" gave way', ["“quay” gave\u00a0way"]),
        ("Nothing of it.", "", []),
        ("17 and 17", "17", ["17", "17"]),
    ],
)
def test_a_printed_value_is_marked_where_it_stands_whole(text, printed, found):
    pieces = marked(text, printed)
    assert [piece for piece, is_marked in pieces if is_marked] == found
    assert "".join(piece for piece, _ in pieces) == text


def test_a_claim_stands_beside_the_words_of_its_place_with_its_value_marked(make, at_desk):
    figure = make.figure(document=text_of(make), locator="para. 7", printed="At least 17")
    panel = words_beside(at_desk("editor").get(path_of(figure)))
    assert [words.locator for words in panel.words] == ["para. 7"]
    assert ("At least 17", True) in panel.words[0].pieces
    assert not panel.warning


@pytest.mark.parametrize(
    ("locator", "printed", "words"),
    [("para. 7", "18 people", "does not stand in the words"), ("para. 99", "17", "leads to no passage")],
)
def test_a_value_that_is_not_there_is_a_warning_and_no_error(locator, printed, words, make, at_desk):
    figure = make.figure(document=text_of(make), locator="para. 7", printed="17")
    client = at_desk("editor")
    data = {**filled_in(client.get(path_of(figure))), "locator": locator, "printed": printed}
    response = client.post(path_of(figure), data, follow=True)
    figure.refresh_from_db()
    assert figure.printed == printed
    assert words in said(response)
    assert words in words_beside(client.get(path_of(figure))).warning


def test_without_words_nothing_is_said_of_them(make, at_desk):
    figure = make.figure(locator="para. 7")
    client = at_desk("editor")
    panel = words_beside(client.get(path_of(figure)))
    assert not panel.words
    assert not panel.warning


def test_the_passages_of_a_document_say_what_rests_on_each_and_what_may_be_stated(make, at_desk):
    document, country = text_of(make), make.country()
    make.document_country(document=document, country=country)
    figure = make.figure(document=document, locator="para. 7", status="draft")
    page = at_desk("researcher").get(passages_path(document))
    heading, seventh, eighth = page.context["passages"]
    assert [line.text for line in seventh["lines"]] == [str(figure)]
    assert not heading["lines"]
    assert not eighth["lines"]
    addresses = dict(seventh["starts"])
    assert list(addresses) == ["Figure", "Statement", "Breakdown", "Quotation", "Summary"]
    assert f"country={country.pk}" in addresses["Figure"]
    assert "locator=para.+7" in addresses["Figure"]


def test_a_place_opens_the_page_that_holds_it(make, at_desk):
    words = [("paragraph", str(number), f"Paragraph {number} of the report.") for number in range(1, 121)]
    document = text_of(make, words)
    client = at_desk("researcher")
    page = client.get(passages_path(document, "?locator=para. 117"))
    assert page.context["page"].number == 3
    assert [each["row"].label for each in page.context["passages"] if each["lit"]] == ["117"]
    nowhere = client.get(passages_path(document, "?locator=para. 400"))
    assert "leads to no passage" in nowhere.content.decode()
    assert client.get(passages_path(document, "?page=99999&locator=")).status_code == 200


def test_passages_need_the_right_to_see_documents_and_a_text(make, at_desk):
    document = text_of(make)
    assert at_desk(name="nobody").get(passages_path(document)).status_code == 403
    assert at_desk("researcher").get(passages_path(make.document())).status_code == 404
    assert at_desk("researcher", "other").get("/admin/sources/document/999999/passages/").status_code == 404


@pytest.mark.parametrize("model", [Figure, Statement, Breakdown, Excerpt])
def test_a_form_opened_from_a_passage_is_filled_in_and_says_from_where(model, make, at_desk):
    document, country = text_of(make), make.country()
    query = {"document": document.pk, "locator": "para. 7", "country": country.pk}
    page = at_desk("researcher").get(list_of(model, "add/"), query)
    data = filled_in(page)
    assert (data["document"], data["locator"]) == (str(document.pk), "para. 7")
    fields = page.context["adminform"].form.fields
    for name in {"document", "locator", "country"} & set(fields):
        assert "From the document." in str(fields[name].help_text)
    assert "From the document." not in str(fields["status"].help_text)
    assert words_beside(page).words[0].locator == "para. 7"


def test_the_next_fact_of_a_passage_keeps_its_place_country_time_and_event(make, at_desk):
    document, event = text_of(make), make.event()
    figure = make.figure(document=document, locator="para. 7", period="2012-05", event=event, status="draft")
    client = at_desk("researcher")
    response = client.post(path_of(figure), {**filled_in(client.get(path_of(figure))), "_next_fact": "1"})
    page = client.get(response["Location"])
    data = filled_in(page)
    kept = {name: data[name] for name in ("document", "locator", "country", "period", "event")}
    assert kept == {
        "document": str(document.pk), "locator": "para. 7", "country": str(figure.country_id), "period": "2012-05",
        "event": str(event.pk),
    }  # fmt: skip
    assert data["printed"] == ""
    assert "From the fact before." in str(page.context["adminform"].form.fields["period"].help_text)


def test_the_next_fact_after_a_new_one_opens_from_the_saved_one(make, at_desk):
    document, country, indicator = text_of(make), make.country(), make.indicator()
    client = at_desk("researcher")
    address = f"{list_of(Figure, 'add/')}?document={document.pk}&locator=para.+7&country={country.pk}"
    data = filled_in(client.get(address))
    number = {"low": "17", "high": "17", "qualifier": "unqualified", "unit": make.unit().pk}
    data |= {"indicator": indicator.pk, "printed": "17", "relation": "first_hand", **number}
    response = client.post(address, {**data, "_next_fact": "1"})
    assert response.status_code == 302, response.context["errors"]
    assert Figure.objects.get().locator == "para. 7"
    assert f"document={document.pk}" in response["Location"]


@pytest.mark.parametrize(
    "query", ("document=x", "document=99999999999999999999", "locator=%00", "country=x&kind=quotation")
)
def test_addresses_that_name_nothing_open_an_empty_form(query, make, at_desk):
    client = at_desk("researcher")
    for model in (Figure, Excerpt):
        assert client.get(f"{list_of(model, 'add/')}?{query}").status_code in (200, 400)


def test_a_document_says_whether_its_words_are_held_and_which_locators_lead_nowhere(make, at_desk):
    document = text_of(make)
    lost = make.figure(document=document, locator="para. 99")
    make.figure(document=document, locator="para. 7")
    client = at_desk("editor")
    panels = {panel.title: panel for panel in client.get(path_of(document)).context["panels"]}
    facts = {name: text for name, text, _ in panels["Its words"].facts}
    assert facts["Held"] == "3 passages"
    assert "by someone" in facts["Read in"]
    (line,) = panels["Locators that lead nowhere: 1"].lines
    assert (line.text, line.note) == (str(lost), "para. 99")
    assert line.address == path_of(lost)
    without = {panel.title: panel for panel in client.get(path_of(make.document())).context["panels"]}
    assert "not read in" in without["Its words"].empty


def test_documents_are_listed_by_whether_their_words_are_held(make, at_desk):
    held = text_of(make)
    make.document()
    client = at_desk("researcher")
    page = client.get(list_of(Document))
    counts = {row.pk: row.passage_count for row in page.context["cl"].result_list}
    assert counts[held.pk] == 3
    assert [row.pk for row in client.get(list_of(Document), {"words": "held"}).context["cl"].result_list] == [held.pk]
    none = client.get(list_of(Document), {"words": "none"}).context["cl"].result_list
    assert held.pk not in [row.pk for row in none]


def test_the_start_page_lists_documents_that_seem_to_hold_others(make, at_desk):
    document = text_of(make)
    document.readings.update(parts=[{"title": "A letter", "first_line": 2, "last_line": 3, "proposals": []}])
    client = at_desk("editor")

    def listed():
        lists = {each.title: each for each in client.get("/admin/").context["work"]}
        return lists["Documents proposed, not taken"].total

    assert listed() == 1
    make.document(part_of=document, part_lines="lines 2–3")
    assert listed() == 0
