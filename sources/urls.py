"""Addresses of the library."""

from django.urls import path

from sources import converters, views  # noqa: F401  # converters register themselves

app_name = "sources"
urlpatterns = [
    path("publishers/<key:key>/", views.publisher, name="publisher"),
    path("sources/", views.documents, name="documents"),
    path("sources/<key:key>/cite.bib", views.cite, {"form": "bib"}, name="cite-bib"),
    path("sources/<key:key>/cite.ris", views.cite, {"form": "ris"}, name="cite-ris"),
    path("sources/<key:key>/cite.json", views.cite, {"form": "json"}, name="cite-json"),
    path("sources/<key:key>/", views.document, name="document"),
]
