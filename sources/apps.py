"""The library app."""

from django.apps import AppConfig


class SourcesConfig(AppConfig):
    """Publishers, documents and their places."""

    name = "sources"
    verbose_name = "Library"
