"""Who may do what, by the names of permissions that `profiles.roles` creates."""

from typing import Any

from django.db import models

OWN = {
    "publish": "Can publish and withdraw",
    "purge": "Can delete even what is not a draft of",
    "import": "Can import",
    "export": "Can export",
}


def codename(action: str, model: type[models.Model]) -> str:
    """Return the name of a permission: publish_figure."""
    return f"{action}_{model._meta.model_name}"


def allowed(user: Any, action: str, model: type[models.Model]) -> bool:
    """Whether a person has a permission on a table."""
    return bool(user.has_perm(f"{model._meta.app_label}.{codename(action, model)}"))
