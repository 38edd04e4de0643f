"""No quotation goes out whose words the document does not hold; at the desk its verdict is always in sight."""

import pytest

from profiles.models import Excerpt
from sources.models import Quotation
from tests.profiles.admin.conftest import filled_in, list_of, path_of
from tests.profiles.admin.test_import_export import as_file, confirmed, previewed
from tests.profiles.admin.test_workflow import act, said
from tests.profiles.admin.texts import text_of

HELD = "heard the case in an open session"
CHANGED = "heard the case in a closed session"


def form_of(response):
    return response.context["adminform"].form


def verdicts(response):
    return [panel.verdict[0] for panel in response.context["panels"] if panel.verdict[0]]


def typed(client, document, **values):
    data = filled_in(client.get(list_of(Excerpt, "add/")))
    return {
        **data,
        "heading": "The trial",
        "kind": "quotation",
        "document": document.pk,
        "locator": "para. 8",
        "text": HELD,
        "status": "draft",
        **values,
    }


def quoted(make, text=HELD, **values):
    return make.excerpt(
        document=text_of(make), kind="quotation", locator="para. 8", text=text, status="draft", **values
    )


def test_a_quotation_is_checked_when_it_is_saved_and_the_page_says_what_was_found(make, at_desk):
    client = at_desk("researcher")
    response = client.post(list_of(Excerpt, "add/"), typed(client, text_of(make)), follow=True)
    excerpt = Excerpt.objects.get()
    assert (excerpt.status, excerpt.quotation.verdict) == ("draft", "exact")
    assert excerpt.quotation.first.locator == "para. 8"
    assert "Found as they stand" in said(response)
    assert "Found as they stand" in verdicts(client.get(path_of(excerpt)))[0]


def test_a_draft_whose_words_are_not_found_is_kept_with_its_verdict(make, at_desk):
    client = at_desk("researcher")
    response = client.post(list_of(Excerpt, "add/"), typed(client, text_of(make), text=CHANGED), follow=True)
    excerpt = Excerpt.objects.get()
    assert excerpt.quotation.verdict == "not_found"
    assert "Not found" in said(response)
    assert excerpt.quotation.reason in verdicts(client.get(path_of(excerpt)))[0]


@pytest.mark.parametrize("text", (HELD, CHANGED))
def test_publishing_through_the_form_obeys_the_check(text, make, at_desk):
    client = at_desk("editor")
    response = client.post(list_of(Excerpt, "add/"), typed(client, text_of(make), text=text, status="published"))
    if text == HELD:
        assert response.status_code == 302
        assert Excerpt.objects.get().is_public
        return
    assert "The document does not hold these words" in str(form_of(response).errors["text"])
    assert form_of(response)["text"].value() == text
    assert verdicts(response), "what the check found stands beside the form"
    assert not Excerpt.objects.exists()
    assert not Quotation.objects.exists()


def test_published_words_are_changed_to_others_that_are_found_and_to_none_that_are_not(make, at_desk):
    client = at_desk("editor")
    client.post(list_of(Excerpt, "add/"), typed(client, text_of(make), status="published"))
    excerpt = Excerpt.objects.get()
    data = filled_in(client.get(path_of(excerpt)))
    response = client.post(path_of(excerpt), {**data, "text": CHANGED})
    assert "The document does not hold these words" in str(form_of(response).errors["text"])
    excerpt.refresh_from_db()
    assert (excerpt.text, excerpt.quotation.text) == (HELD, HELD)
    assert client.post(path_of(excerpt), {**data, "text": "and nobody was sentenced"}).status_code == 302
    excerpt.refresh_from_db()
    assert excerpt.is_public
    assert excerpt.quotation.exact == "and nobody was sentenced"


def test_a_machine_translation_is_no_quotation_and_the_form_says_why(make, at_desk):
    client = at_desk("researcher")
    document = text_of(make, translation="machine", original_language="kk")
    response = client.post(list_of(Excerpt, "add/"), typed(client, document))
    assert "A machine translation is nobody" in str(form_of(response).errors["kind"])
    assert not Excerpt.objects.exists()


@pytest.mark.parametrize(("text", "status"), [(HELD, "published"), (CHANGED, "in_review")])
def test_the_lists_publish_only_what_is_found(text, status, make, at_desk):
    excerpt = quoted(make, text, heading="The words of the court")
    Excerpt.objects.update(status="in_review")
    response = act(at_desk("editor"), Excerpt, "publish", excerpt)
    excerpt.refresh_from_db()
    assert excerpt.status == status
    if text == CHANGED:
        assert "The words of the court" in said(response)
        assert "Not found" in said(response)


def test_a_quotation_that_becomes_a_summary_loses_its_check_and_gets_a_new_one_back(make, at_desk):
    excerpt = quoted(make)
    client = at_desk("editor")
    client.post(path_of(excerpt), filled_in(client.get(path_of(excerpt))))
    assert Quotation.objects.count() == 1
    client.post(path_of(excerpt), {**filled_in(client.get(path_of(excerpt))), "kind": "summary"})
    excerpt.refresh_from_db()
    assert excerpt.quotation is None
    assert not Quotation.objects.exists()
    client.post(path_of(excerpt), {**filled_in(client.get(path_of(excerpt))), "kind": "quotation"})
    excerpt.refresh_from_db()
    assert excerpt.quotation.is_found


def test_a_deleted_quotation_takes_its_check_along(make, at_desk):
    excerpt = quoted(make)
    client = at_desk("editor")
    client.post(path_of(excerpt), filled_in(client.get(path_of(excerpt))))
    client.post(path_of(excerpt, "delete"), {"post": "yes"})
    assert not Excerpt.objects.exists()
    assert not Quotation.objects.exists()


def test_reading_the_passages_fills_in_their_words_and_saves_nothing(make, at_desk):
    client = at_desk("researcher")
    data = typed(client, text_of(make), text="", heading="", _read="1")
    response = client.post(list_of(Excerpt, "add/"), data)
    assert not response.context["errors"], "what is only shown is not checked"
    again = filled_in(response)
    assert again["text"] == "The court of Verania heard the case in an open session, and nobody was sentenced."
    assert again["locator"] == "para. 8"
    (panel,) = (panel for panel in response.context["panels"] if panel.words)
    assert panel.words[0].locator == "para. 8"
    assert "Found as they stand" in verdicts(response)[0]
    assert not Excerpt.objects.exists()


def test_reading_the_passages_leaves_what_was_typed(make, at_desk):
    excerpt = quoted(make)
    client = at_desk("researcher")
    data = {**filled_in(client.get(path_of(excerpt))), "text": CHANGED, "locator": "para. 7", "_read": "1"}
    response = client.post(path_of(excerpt), data)
    assert filled_in(response)["text"] == CHANGED
    assert "Not found" in verdicts(response)[0]
    excerpt.refresh_from_db()
    assert excerpt.text == HELD


def test_the_address_of_a_passage_opens_a_quotation_that_is_filled_in(make, at_desk):
    document, country = text_of(make), make.country()
    query = {"document": document.pk, "locator": "para. 8", "kind": "quotation", "country": country.pk}
    client = at_desk("researcher")
    page = client.get(list_of(Excerpt, "add/"), query)
    data = filled_in(page)
    assert data["text"].startswith("The court of Verania heard")
    assert data["excerpt_countries-0-country"] == str(country.pk)
    assert "From the document." in str(form_of(page).fields["text"].help_text)
    address = f"{list_of(Excerpt, 'add/')}?{page.wsgi_request.GET.urlencode()}"
    assert client.post(address, {**data, "heading": "The trial"}).status_code == 302
    assert [link.country for link in Excerpt.objects.get().excerpt_countries.all()] == [country]


def test_a_country_that_the_address_filled_in_may_be_emptied(make, at_desk):
    document, country = text_of(make), make.country()
    client = at_desk("researcher")
    address = f"{list_of(Excerpt, 'add/')}?document={document.pk}&locator=para.+8&country={country.pk}"
    data = {**filled_in(client.get(address)), "heading": "The trial", "text": "Ours.", "kind": "summary"}
    assert client.post(address, {**data, "excerpt_countries-0-country": ""}).status_code == 302
    assert not Excerpt.objects.get().excerpt_countries.exists()


def test_the_start_page_lists_quotations_that_are_not_found(make, at_desk):
    client = at_desk("editor")
    document = text_of(make)
    client.post(list_of(Excerpt, "add/"), typed(client, document))
    client.post(list_of(Excerpt, "add/"), typed(client, document, text=CHANGED, heading="Lost words"))
    lists = {each.title: each for each in client.get("/admin/").context["work"]}
    assert [line.text for line in lists["Quotations not found"].lines] == ["Lost words"]


def test_an_imported_quotation_stays_a_draft_until_it_is_checked(make, at_desk):
    document = text_of(make)
    row = {
        "key": "ver/e/1", "document": document.key, "locator": "para. 8", "kind": "quotation", "language": "en",
        "heading": "The trial", "text": HELD, "status": "draft",
    }  # fmt: skip
    client = at_desk("editor")
    other = {**row, "key": "ver/e/2", "heading": "Too early", "status": "published"}
    (fault,) = previewed(client, Excerpt, as_file(Excerpt, row, other)).context["outcome"].faults
    assert fault.line == 3, "the row that may not be published is named"
    assert "looked for" in fault.reason
    confirmed(client, Excerpt, previewed(client, Excerpt, as_file(Excerpt, row)))
    excerpt = Excerpt.objects.get()
    assert "Found as they stand" in verdicts(client.get(path_of(excerpt)))[0]
    act(client, Excerpt, "publish", excerpt)
    excerpt.refresh_from_db()
    assert excerpt.is_public
