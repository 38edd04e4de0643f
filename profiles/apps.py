"""The country profiles app."""

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class ProfilesConfig(AppConfig):
    """Countries and what we state of them."""

    name = "profiles"
    verbose_name = "Profiles"

    def ready(self) -> None:
        """Tell the library what rests on it, and the database what hides what: now all tables are known."""
        from profiles.pages.resting import Profiles
        from profiles.roles import grant_roles
        from sources import resting
        from sources.models import visibility

        visibility.register([*apps.get_app_config("sources").get_models(), *self.get_models()])
        resting.register(Profiles())
        post_migrate.connect(grant_roles, sender=self)
