"""Who may do what."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.test import Client

from profiles.models import Figure
from profiles.roles import curated, grant_roles
from tests.profiles.admin.conftest import filled_in, list_of, path_of

TRANSFER = ("import/", "export/", "process_import/")


@pytest.mark.parametrize("page", ("", "add/", *TRANSFER))
def test_whoever_is_not_signed_in_is_asked_who_they_are(page, db):
    response = Client().get(list_of(Figure, page))
    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/")


WRITTEN = [model for model in curated() if not getattr(model, "from_reading", False)]


@pytest.mark.parametrize("model", WRITTEN, ids=lambda model: model.__name__)
def test_staff_without_a_group_neither_import_nor_export(model, at_desk):
    client = at_desk()
    for page in TRANSFER:
        assert client.get(list_of(model, page)).status_code == 403
        assert client.post(list_of(model, page), {}).status_code == 403


@pytest.mark.parametrize(
    ("group", "imports", "exports"), [("researcher", 403, 403), ("editor", 200, 200), ("administrator", 200, 200)]
)
def test_import_and_export_are_for_editors(group, imports, exports, at_desk):
    client = at_desk(group)
    assert client.get(list_of(Figure, "import/")).status_code == imports
    assert client.get(list_of(Figure, "export/")).status_code == exports
    page = client.get(list_of(Figure)).content.decode()
    assert ("import/" in page) == (imports == 200)


def test_groups_are_the_same_after_a_second_migration(db):
    def held():
        return {group.name: set(group.permissions.values_list("codename", flat=True)) for group in Group.objects.all()}

    first, count = held(), Permission.objects.count()
    grant_roles(apps.get_app_config("profiles"))
    assert held() == first
    assert Permission.objects.count() == count
    assert {"researcher", "editor", "administrator"} <= set(first)
    assert "publish_figure" not in first["researcher"]
    assert "change_user" in first["administrator"]
    assert "change_user" not in first["editor"]


def test_a_researcher_does_not_publish_through_the_form(make, at_desk):
    figure = make.figure(status="draft")
    client = at_desk("researcher")
    page = client.get(path_of(figure))
    assert "published" not in dict(page.context["adminform"].form.fields["status"].choices)
    response = client.post(path_of(figure), {**filled_in(page), "status": "published"})
    assert "status" in response.context["adminform"].form.errors
    figure.refresh_from_db()
    assert figure.status == "draft"


@pytest.mark.parametrize("button", ("_publish", "_send"))
def test_a_researcher_sends_to_review_and_goes_no_further(button, make, at_desk):
    figure = make.figure(status="draft")
    client = at_desk("researcher")
    client.post(path_of(figure), {**filled_in(client.get(path_of(figure))), button: "1"})
    figure.refresh_from_db()
    assert figure.status == ("in_review" if button == "_send" else "draft")


def test_a_researcher_only_reads_what_is_published(make, at_desk):
    figure = make.figure()
    client = at_desk("researcher")
    page = client.get(path_of(figure))
    assert page.status_code == 200
    assert not page.context["has_change_permission"]
    assert client.post(path_of(figure), {"printed": "18"}).status_code == 403


@pytest.mark.parametrize(
    ("group", "status", "allowed"),
    [
        ("researcher", "draft", False),
        ("editor", "draft", True),
        ("editor", "published", False),
        ("editor", "withdrawn", False),
        ("administrator", "published", True),
    ],
)
def test_drafts_are_deleted_by_editors_and_the_rest_by_administrators(group, status, allowed, make, at_desk):
    figure = make.figure(status=status)
    client = at_desk(group)
    response = client.post(path_of(figure, "delete"), {"post": "yes"})
    assert (response.status_code == 302) == allowed
    assert Figure.objects.filter(pk=figure.pk).exists() != allowed
    if not allowed:
        client.post(list_of(Figure), {"action": "delete_selected", "_selected_action": [figure.pk], "post": "yes"})
        assert Figure.objects.filter(pk=figure.pk).exists()


def test_an_editor_deletes_no_published_row_beneath_a_record(make, at_desk):
    share = make.share()
    client = at_desk("editor")
    data = filled_in(client.get(path_of(share.breakdown)))
    client.post(path_of(share.breakdown), {**data, "shares-0-DELETE": "on"})
    share.refresh_from_db()


def test_a_link_to_a_published_record_is_an_editors(make, at_desk):
    excerpt, theme = make.excerpt(), make.theme()
    client = at_desk("researcher")
    client.post("/admin/profiles/excerpttheme/add/", {"excerpt": excerpt.pk, "theme": theme.pk})
    assert not excerpt.excerpt_themes.exists()


def test_what_is_needed_elsewhere_is_not_deleted_and_the_page_says_by_what(make, at_desk):
    figure = make.figure(status="draft")
    document = make.document(status="draft")
    figure.document = document
    figure.save()
    client = at_desk("administrator")
    page = client.get(path_of(document, "delete")).content.decode()
    assert "would require deleting the following protected" in page
    client.post(path_of(document, "delete"), {"post": "yes"})
    document.refresh_from_db()
