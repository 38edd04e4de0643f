"""A save never writes over what it has not seen, and says what is wrong in words."""

import pytest

from profiles.models import Event, Figure, Person, Share, Tenure
from tests.profiles.admin.conftest import filled_in, list_of, path_of


def form_of(response):
    return response.context["adminform"].form


def test_the_second_of_two_editors_sees_both_versions_and_keeps_what_was_typed(make, at_desk):
    event = make.event(title="Old Harbour, 1 May 2012", place="Old Harbour", doubt="")
    one, two = at_desk("editor", "one"), at_desk("editor", "two")
    data = filled_in(two.get(path_of(event)))
    one.post(path_of(event), {**filled_in(one.get(path_of(event))), "title": "Harbour, 1 May 2012", "place": "Quay 3"})
    response = two.post(path_of(event), {**data, "title": "Docks, 1 May 2012"})
    assert response.status_code == 200
    event.refresh_from_db()
    assert event.title == "Harbour, 1 May 2012", "nothing was written"
    (conflict,) = response.context["conflicts"]
    assert conflict.who == "one"
    title, place = conflict.differences
    assert (title.base, title.theirs, title.yours) == (
        "Old Harbour, 1 May 2012", "Harbour, 1 May 2012", "Docks, 1 May 2012",
    )  # fmt: skip
    assert title.clash
    assert not place.clash
    again = filled_in(response)
    assert again["title"] == "Docks, 1 May 2012"
    assert again["place"] == "Quay 3", "what only the other side changed is taken over"
    assert two.post(path_of(event), again).status_code == 302
    event.refresh_from_db()
    assert (event.title, event.place) == ("Docks, 1 May 2012", "Quay 3")


@pytest.mark.parametrize("version", (None, "", "0", "999", "x", "1\0"))
def test_a_form_without_the_version_that_it_saw_saves_nothing(version, make, at_desk):
    event = make.event()
    client = at_desk("editor")
    data = {**filled_in(client.get(path_of(event))), "place": "Quay 3", "row_version": version or ""}
    if version is None:
        del data["row_version"]
    assert client.post(path_of(event), data).status_code == 200
    event.refresh_from_db()
    assert event.place == ""


def test_a_changed_row_beneath_a_record_is_a_conflict_too(make, at_desk):
    share = make.share(label="Veranians")
    client = at_desk("editor")
    data = filled_in(client.get(path_of(share.breakdown)))
    Share.objects.filter(pk=share.pk).update(label="Veranian people")
    response = client.post(path_of(share.breakdown), {**data, "shares-0-printed": "53.4 %"})
    assert response.status_code == 200
    assert any(each.label == "Label" for conflict in response.context["conflicts"] for each in conflict.differences)
    share.refresh_from_db()
    assert share.printed == ""


def test_a_row_added_meanwhile_is_a_conflict_and_stays(make, at_desk):
    share = make.share()
    client = at_desk("editor")
    data = filled_in(client.get(path_of(share.breakdown)))
    make.share(breakdown=share.breakdown, label="Others", position=99)
    response = client.post(path_of(share.breakdown), data)
    assert response.context["added_meanwhile"] == ["Others "]
    assert client.post(path_of(share.breakdown), filled_in(response)).status_code == 302
    assert share.breakdown.shares.count() == 2


def test_a_row_deleted_meanwhile_is_no_server_error(make, at_desk):
    share = make.share()
    client = at_desk("editor")
    data = filled_in(client.get(path_of(share.breakdown)))
    breakdown = share.breakdown
    share.delete()
    response = client.post(path_of(breakdown), data)
    assert response.status_code == 200
    assert response.context["lost_rows"]


def test_a_posts_holder_changed_elsewhere_is_a_conflict(make, at_desk):
    tenure = make.tenure()
    client = at_desk("editor")
    data = filled_in(client.get(path_of(tenure.office)))
    Tenure.objects.filter(pk=tenure.pk).update(acting=True)
    response = client.post(path_of(tenure.office), {**data, "tenures-0-start": "2010-01-02"})
    assert response.status_code == 200
    tenure.refresh_from_db()
    assert tenure.acting
    assert tenure.start == "2010-01-01"


@pytest.mark.parametrize("text", ("a\0b", "a\x07b", b"\xed\xa0\x80", "\ufffd"))
def test_characters_that_cannot_be_stored_are_named_in_the_form(text, make, at_desk):
    event = make.event()
    client = at_desk("editor")
    data = filled_in(client.get(path_of(event)))
    body = "&".join(f"{name}={value}" for name, value in data.items() if name != "place").encode()
    sent = text if isinstance(text, bytes) else text.encode()
    quoted = "".join(f"%{byte:02X}" for byte in sent)
    response = client.post(
        path_of(event), body + f"&place={quoted}".encode(), content_type="application/x-www-form-urlencoded"
    )
    assert response.status_code == 200
    assert "place" in form_of(response).errors


def test_what_only_the_database_refuses_becomes_a_form_error(make, at_desk, monkeypatch):
    tenure = make.tenure(slot=1, start="2010-01-01", last_attested="2012-12-13")
    other = make.tenure(office=tenure.office, slot=None, start="2011-01-01", last_attested="2012-12-13")
    monkeypatch.setattr("django.db.models.Model.validate_constraints", lambda *args, **kwargs: None)
    client = at_desk("editor")
    response = client.post(path_of(other), {**filled_in(client.get(path_of(other))), "slot": "1"})
    assert response.status_code == 200
    assert "Another tenure certainly holds this office" in str(form_of(response).non_field_errors())
    assert form_of(response)["slot"].value() == "1"


def test_a_date_is_cleared_and_its_bounds_with_it(make, at_desk):
    event = make.event(start="2012-05-01", end="2012-05-03")
    client = at_desk("editor")
    data = {**filled_in(client.get(path_of(event))), "end": "", "start": "2012-06"}
    assert client.post(path_of(event), data).status_code == 302
    event.refresh_from_db()
    assert (str(event.start_earliest), event.end_latest) == ("2012-06-01", None)


def test_an_end_before_the_start_is_named(make, at_desk):
    tenure = make.tenure(start="2010-01-01", ended="ended", last_attested="")
    client = at_desk("editor")
    response = client.post(path_of(tenure), {**filled_in(client.get(path_of(tenure))), "end": "2009-01-01"})
    assert "ends before it starts" in str(form_of(response).errors)


def test_a_new_record_gets_a_key_that_tells_nothing_of_a_person(verania, at_desk):
    client = at_desk("researcher")
    data = filled_in(client.get(list_of(Person, "add/")))
    data |= {"name": "Ada Verane", "sort_key": "verane ada", "country": verania.pk}
    response = client.post(list_of(Person, "add/"), data)
    assert response.status_code == 302, response.context["errors"]
    person = Person.objects.get()
    assert person.key.startswith("ver/p/")
    assert "verane" not in person.key
    assert (person.status, person.visibility) == ("draft", "restricted")


def test_a_record_is_chosen_by_its_key_where_scripts_are_off(verania, at_desk):
    client = at_desk("researcher")
    data = filled_in(client.get(list_of(Event, "add/")))
    data |= {"title": "Old Harbour, 1 May 2012", "kind": "protest", "state": "occurred", "country__key": "VER"}
    assert client.post(list_of(Event, "add/"), data).status_code == 302
    assert Event.objects.get().country.key == "VER"
    response = client.post(list_of(Event, "add/"), {**data, "country__key": "NOW"})
    assert "There is no such record." in str(form_of(response).errors)


@pytest.mark.parametrize("value", ("x", "9" * 30, "1\0", "-1", "²"))
def test_a_chosen_record_that_cannot_be_is_a_form_error(value, make, at_desk):
    event = make.event()
    client = at_desk("editor")
    response = client.post(path_of(event), {**filled_in(client.get(path_of(event))), "country": value})
    assert "country" in form_of(response).errors


def test_the_key_of_a_record_is_not_changed_by_its_form(make, at_desk):
    event = make.event(key="ver/old-harbour")
    client = at_desk("editor")
    client.post(path_of(event), {**filled_in(client.get(path_of(event))), "key": "ver/other", "place": "Quay 3"})
    event.refresh_from_db()
    assert (event.key, event.place) == ("ver/old-harbour", "Quay 3")


def test_numbers_stand_as_printed_and_take_a_decimal_comma(make, at_desk):
    share = make.share(low="53.4", high="53.4")
    client = at_desk("editor")
    data = filled_in(client.get(path_of(share)))
    assert data["low"] == "53.4"
    assert client.post(path_of(share), {**data, "low": "63,1", "high": "63,1"}).status_code == 302
    share.refresh_from_db()
    assert str(share.low) == "63.1000"
    data = filled_in(client.get(path_of(share)))
    assert client.post(path_of(share), {**data, "low": "1,250", "high": "1,250"}).status_code == 200


LOOKUPS = """note_internal note_internal__startswith note_internal__regex document__note_internal__contains key__regex
key__startswith country__name__iregex history__pgh_id""".split()
QUERIES = ["status__exact=draft", "country__id__exact=1", "document__id__exact=1", "whose=mine", "publisher_kind=ngo",
           "q=Verania", "q=" + "x " * 400, "country__id__exact=x", "p=99999999"]  # fmt: skip


@pytest.mark.parametrize("lookup", LOOKUPS)
def test_no_address_asks_for_hidden_texts_letter_by_letter(lookup, make, at_desk):
    make.figure(note_internal="The witness is not to be named.")
    assert at_desk("editor").get(list_of(Figure), {lookup: "The"}).status_code == 400


@pytest.mark.parametrize("query", QUERIES)
def test_addresses_of_the_lists_own_filters_answer(query, make, at_desk):
    make.figure()
    assert at_desk("editor").get(f"{list_of(Figure)}?{query}").status_code in (200, 302)


def test_a_claim_stands_beside_its_document_and_the_other_answers(make, at_desk):
    event, indicator = make.event(), make.indicator()
    mine = make.figure(event=event, indicator=indicator, low=17, high=17)
    other = make.figure(event=event, indicator=indicator, low=12, high=12, printed="12 dead", status="draft")
    make.figure(indicator=indicator, printed="elsewhere")
    page = at_desk("editor").get(path_of(mine))
    _, document, answers = page.context["panels"]
    assert document.facts[0][1] == mine.document.label
    assert [line.text for line in answers.lines] == [str(other)]
    assert answers.lines[0].status == "Draft"


def test_a_document_lists_what_rests_on_it(make, at_desk):
    figure = make.figure()
    page = at_desk("editor").get(path_of(figure.document))
    assert [line.text for panel in page.context["panels"] for line in panel.lines] == [str(figure)]


def test_a_records_history_says_who_changed_what(make, at_desk):
    event = make.event(place="Old Harbour")
    client = at_desk("editor")
    client.post(path_of(event), {**filled_in(client.get(path_of(event))), "place": "Quay 3"})
    page = client.get(path_of(event, "history")).content.decode()
    assert "Changed by editor" in page
    assert "Quay 3" in page


def test_rows_are_added_where_scripts_are_off(make, at_desk):
    person = make.person(key="ver/p/7f3k2")
    client = at_desk("editor")
    data = filled_in(client.get(f"{path_of(person)}?rows=2"))
    assert data["names-TOTAL_FORMS"] == "2"
    response = client.post(path_of(person), {**data, "names-0-name": "A. Verane", "names-0-kind": "short"})
    assert response.status_code == 302, [each.formset.errors for each in response.context["inline_admin_formsets"]]
    assert [name.key for name in person.names.all()] == ["ver/p/7f3k2/n1"]
