"""Addresses of the profiles."""

from django.urls import path

from profiles.views import (
    claims,
    compare,
    conflicts,
    countries,
    data,
    elections,
    events,
    figures,
    government,
    home,
    organisations,
    people,
    population,
    search,
    site,
    world,
)
from sources import converters  # noqa: F401  # registers the key converter

app_name = "profiles"
urlpatterns = [
    path("", home.home, name="home"),
    path("method/", site.method, name="method"),
    path("coverage/", site.coverage, name="coverage"),
    path("corrections/", site.corrections, name="corrections"),
    path("healthz", site.healthz, name="healthz"),
    path("readyz", site.readyz, name="readyz"),
    path("robots.txt", site.robots, name="robots"),
    path("sitemap.xml", site.sitemap, name="sitemap"),
    path("countries/", countries.countries, name="countries"),
    path("countries/<slug:slug>/", countries.country, name="country"),
    path("countries/<slug:slug>/timeline/", countries.timeline, name="timeline"),
    path("countries/<slug:slug>/themes/<key:theme>/", countries.theme, name="country-theme"),
    path("people/<key:key>/", people.person, name="person"),
    path("offices/", government.offices, name="offices"),
    path("offices/<key:key>/", government.office, name="office"),
    path("institutions/<key:key>/", government.institution, name="institution"),
    path("organisations/<key:key>/", organisations.organisation, name="organisation"),
    path("elections/<key:key>/", elections.election, name="election"),
    path("events/<key:key>/", events.event, name="event"),
    path("groups/<key:key>/", population.group, name="group"),
    path("indicators/<key:key>/", figures.indicator, name="indicator"),
    path("map/", world.world, name="world"),
    path("map.csv", world.world_csv, name="world-csv"),
    path("compare/", compare.compare, name="compare"),
    path("compare.csv", compare.compare_csv, name="compare-csv"),
    path("search/", search.search, name="search"),
    path("conflicts/", conflicts.conflicts, name="conflicts"),
    path("claims/<slug:dataset>/<anykey:key>/", claims.claim, name="claim"),
    path("data/", data.index, name="data"),
    path("data/<slug:name>.csv", data.as_csv, name="data-csv"),
    path("data/<slug:name>.json", data.as_json, name="data-json"),
    path("data/<slug:name>/", data.dataset, name="dataset"),
]
