"""The desk of the profiles: a file for each subject, as in `profiles.models`.

Fills the plugs of the library's desk, so that a document's page shows what rests on it.
"""

from profiles.admin import (
    citations,
    conflicts,
    countries,
    elections,
    events,
    excerpts,
    figures,
    government,
    law,
    organisations,
    panels,
    people,
    population,
    resources,
    starting,
    statements,
)
from sources.admin.plugs import PLUGS

PLUGS.public_path = panels.public_path
PLUGS.panels = panels.panels
PLUGS.resource = resources.resource_for
PLUGS.rows = panels.rows
PLUGS.starts = starting.starts

__all__ = [
    "citations",
    "conflicts",
    "countries",
    "elections",
    "events",
    "excerpts",
    "figures",
    "government",
    "law",
    "organisations",
    "people",
    "population",
    "statements",
]
