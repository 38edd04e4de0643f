"""The country profiles app."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ProfilesConfig(AppConfig):
    """Countries and what we state of them."""

    name = "profiles"
    verbose_name = "Profiles"

    def ready(self) -> None:
        """Tell the library what rests on it."""
        from profiles.pages.resting import Profiles
        from profiles.roles import grant_roles
        from sources import resting

        resting.register(Profiles())
        post_migrate.connect(grant_roles, sender=self)
