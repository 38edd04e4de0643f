"""People at the desk, and the form of a record as a browser would post it."""

import html5lib
import pytest
from django.contrib.auth.models import Group, User
from django.test import Client


@pytest.fixture
def person(db):
    """Make somebody with a group's rights: `person("editor")`; without a group, staff who may do nothing."""

    def made(group=None, name=None):
        user = User.objects.create(username=name or group or "visitor", is_staff=True)
        if group:
            user.groups.add(Group.objects.get(name=group))
        return user

    return made


@pytest.fixture
def at_desk(person):
    """Sign somebody in: `at_desk("editor")` is their browser."""

    def signed_in(group=None, name=None):
        client = Client()
        client.force_login(person(group, name))
        return client

    return signed_in


@pytest.fixture
def verania(make):
    """The country that all rows of the factory share, with its own key."""
    make.shared["countries"] = make.country(key="VER", slug="verania")
    return make.shared["countries"]


def path_of(row, page="change"):
    """The address of a record's page at the desk."""
    return f"/admin/{row._meta.app_label}/{row._meta.model_name}/{row.pk}/{page}/"


def list_of(model, page=""):
    """The address of a table's page at the desk."""
    return f"/admin/{model._meta.app_label}/{model._meta.model_name}/{page}"


def filled_in(response, field=""):
    """What a browser without scripts would post from the page's main form, or from the one with a field."""
    tree = html5lib.parse(response.content.decode(), namespaceHTMLElements=False)
    forms = list(tree.iter("form"))
    if field:
        form = next(form for form in forms if any(each.get("name") == field for each in form.iter()))
    else:
        form = next(form for form in forms if (form.get("id") or "").endswith("_form"))
    data = {}
    for field in form.iter():
        name = field.get("name")
        if not name or "__prefix__" in name or field.get("type") == "submit":
            continue
        if field.tag == "textarea":
            data[name] = (field.text or "").removeprefix("\n")
        elif field.tag == "select":
            chosen = [each for each in field.iter("option") if each.get("selected") is not None]
            options = chosen or list(field.iter("option"))[:1]
            data[name] = options[0].get("value", "") if options else ""
        elif field.tag == "input" and (
            field.get("type") not in ("checkbox", "radio") or field.get("checked") is not None
        ):
            data[name] = field.get("value", "on" if field.get("type") == "checkbox" else "")
    return data
