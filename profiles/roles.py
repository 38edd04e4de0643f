"""The three groups of the desk and what each may do: written anew after every migration.

Our own permissions are rows made here, not in the models' Meta: so a new one needs no migration.
"""

from typing import Any

from django.apps import AppConfig, apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import models

from sources.admin.rights import OWN, codename
from sources.models.base import Linked, Publishable

APPS = ("sources", "profiles")
RESEARCHER = ("view", "add", "change")
EDITOR = (*RESEARCHER, "delete", "publish", "import", "export")
ADMINISTRATOR = (*EDITOR, "purge")


def curated() -> list[type[models.Model]]:
    """Return every table that people edit at the desk: ours, without their histories."""
    return [
        model
        for app in APPS
        for model in apps.get_app_config(app).get_models()
        if issubclass(model, Publishable | Linked)
    ]


def grant_roles(sender: AppConfig, using: str = "default", **kwargs: Any) -> None:
    """Make the permissions and the groups; the same again changes nothing."""
    for app in apps.get_app_configs():
        create_permissions(app, verbosity=0, using=using)
    make_permissions(using)
    ours = {"researcher": RESEARCHER, "editor": EDITOR, "administrator": ADMINISTRATOR}
    for name, actions in ours.items():
        group, _ = Group.objects.using(using).get_or_create(name=name)
        wanted = {codename(action, model) for action in actions for model in curated()}
        held = Permission.objects.using(using).filter(content_type__app_label__in=APPS, codename__in=wanted)
        if name == "administrator":
            held |= Permission.objects.using(using).filter(
                content_type__app_label="auth", codename__regex="_(user|group)$"
            )
        group.permissions.set(held)


def make_permissions(using: str = "default") -> None:
    """Make the rows of our own permissions for each table."""
    made = []
    for model in curated():
        kind = ContentType.objects.db_manager(using).get_for_model(model)
        for action, words in OWN.items():
            name = f"{words} {model._meta.verbose_name_plural}"
            made.append(Permission(content_type=kind, codename=codename(action, model), name=name))
    Permission.objects.using(using).bulk_create(made, ignore_conflicts=True)
