"""The country profiles app."""

from django.apps import AppConfig


class ProfilesConfig(AppConfig):
    """Countries and what we state of them."""

    name = "profiles"
    verbose_name = "Profiles"

    def ready(self) -> None:
        """Tell the library what rests on it."""
        from profiles.pages.resting import Profiles
        from sources import resting

        resting.register(Profiles())
