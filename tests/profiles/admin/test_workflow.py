"""From draft to published and back."""

import pytest

from profiles.models import Excerpt, Figure, Office, Person
from tests.profiles.admin.conftest import filled_in, list_of, path_of


def act(client, model, action, *rows, **more):
    return client.post(
        list_of(model), {"action": action, "_selected_action": [row.pk for row in rows], **more}, follow=True
    )


def said(response):
    return " ".join(str(message) for message in response.context["messages"])


def test_publishing_a_record_publishes_what_belongs_to_it(make, at_desk):
    office = make.office(status="in_review")
    citation = make.citation(office=office, country=None, status="in_review")
    withdrawn = make.citation(office=office, country=None, status="withdrawn")
    tenure = make.tenure(office=office, status="draft")
    response = act(at_desk("editor"), Office, "publish", office)
    assert "1 office published." in said(response)
    for row in (office, citation, withdrawn, tenure):
        row.refresh_from_db()
    assert (office.status, citation.status) == ("published", "published")
    assert withdrawn.status == "withdrawn", "what somebody withdrew for itself stays withdrawn"
    assert tenure.status == "draft", "a tenure is a record of its own"


def test_a_step_that_one_record_cannot_take_is_taken_by_none(make, at_desk):
    summary = make.excerpt(status="in_review")
    quotation = make.excerpt(status="in_review", kind="quotation", heading="The words of the court")
    response = act(at_desk("editor"), Excerpt, "publish", summary, quotation)
    assert "Nothing was changed" in said(response)
    assert "The words of the court" in said(response)
    assert Excerpt.objects.filter(status="published").count() == 0


def test_a_step_from_the_wrong_status_says_which_record(make, at_desk):
    draft, done = make.figure(status="draft"), make.figure(status="published")
    response = act(at_desk("editor"), Figure, "withdraw", draft, done)
    assert "Nothing was changed" in said(response)
    done.refresh_from_db()
    assert done.status == "published"


def test_a_draft_comes_back_with_its_reason_to_whoever_sent_it(make, at_desk):
    figure = make.figure(status="draft", note_internal="Seen twice.")
    sender, editor = at_desk("researcher"), at_desk("editor")
    act(sender, Figure, "send_to_review", figure)
    asked = act(editor, Figure, "return_to_draft", figure)
    assert "Reason" in asked.content.decode()
    act(editor, Figure, "return_to_draft", figure, apply="1", reason="The line is another.")
    figure.refresh_from_db()
    assert figure.status == "draft"
    assert figure.note_internal.startswith("Seen twice.\nReturned to draft on ")
    assert "The line is another." in figure.note_internal
    lists = {each.title: each for each in sender.get("/admin/").context["work"]}
    assert lists["Returned to me"].total == 1
    assert "The line is another." in lists["Returned to me"].lines[0].status
    assert {each.title: each for each in editor.get("/admin/").context["work"]}["Returned to me"].total == 0


def test_the_start_page_shows_my_drafts_and_what_waits(make, at_desk):
    client = at_desk("researcher")
    figure = make.figure(status="draft")
    client.post(path_of(figure), {**filled_in(client.get(path_of(figure))), "counted": "strikers"})
    make.event(status="in_review")
    lists = {each.title: each for each in client.get("/admin/").context["work"]}
    assert [lists[name].total for name in ("My drafts", "Waiting for review")] == [1, 1]
    other = {each.title: each for each in at_desk("researcher", "another").get("/admin/").context["work"]}
    assert other["My drafts"].total == 0


def test_the_start_page_names_stale_questions_unused_documents_and_people_to_review(make, at_desk):
    indicator = make.indicator(name="Prisoners", shelf_life_months=12)
    make.figure(indicator=indicator, period="2012", period_latest="2012-12-31", period_earliest="2012-01-01")
    make.document(label="Nobody's report")
    make.person(review_by="2020-01-01")
    lists = {each.title: each for each in at_desk("editor").get("/admin/").context["work"]}
    assert "Prisoners" in lists["Due for check"].lines[0].text
    assert [line.text for line in lists["Documents nobody has used"].lines] == ["Nobody's report"]
    assert lists["People due for review"].total == 1


@pytest.mark.parametrize("chosen", (["x"], ["9" * 30], ["1\0"]))
def test_rows_that_cannot_be_are_refused(chosen, at_desk, make):
    make.figure()
    response = at_desk("editor").post(list_of(Figure), {"action": "publish", "_selected_action": chosen})
    assert response.status_code in (200, 302)


def test_new_rows_beneath_a_record_get_a_key_and_its_status(make, at_desk):
    person = make.person(key="ver/p/7f3k2", collection="verania")
    client = at_desk("editor")
    data = filled_in(client.get(path_of(person)))
    data |= {"names-TOTAL_FORMS": "1", "names-0-name": "A. Verane", "names-0-kind": "short", "names-0-id": "",
             "names-0-person": person.pk}  # fmt: skip
    response = client.post(path_of(person), data)
    assert response.status_code == 302, response.context["errors"]
    name = Person.objects.get(pk=person.pk).names.get()
    assert (name.key, name.status, name.collection) == ("ver/p/7f3k2/n1", "published", "verania")


def test_an_office_is_handed_over_in_one_save(make, at_desk):
    office = make.office(key="ver/president")
    old = make.tenure(office=office, slot=1, start="2010-01-01", last_attested="2012-12-13")
    successor = make.person()
    client = at_desk("editor")
    data = filled_in(client.get(path_of(office)))
    data |= {
        "tenures-TOTAL_FORMS": "2", "tenures-0-ended": "ended", "tenures-0-end": "2013-02-01",
        "tenures-0-end_kind": "resigned", "tenures-1-id": "", "tenures-1-office": office.pk,
        "tenures-1-person": successor.pk, "tenures-1-start": "2013-02-01", "tenures-1-ended": "ongoing",
        "tenures-1-start_kind": "elected", "tenures-1-end_kind": "not_stated", "tenures-1-last_attested": "2013-03-01",
        "tenures-1-slot": "1",
    }  # fmt: skip
    response = client.post(path_of(office), data)
    assert response.status_code == 302, [each.formset.errors for each in response.context["inline_admin_formsets"]]
    old.refresh_from_db()
    assert old.end == "2013-02-01"
    new = office.tenures.exclude(pk=old.pk).get()
    assert new.key == f"ver/president/{successor.key.split('/')[-1]}"
    assert new.status == "published"
