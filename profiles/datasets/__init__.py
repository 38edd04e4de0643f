"""Every table declared once: from here come `/data/`, CSV and JSON, `load` and `dump`, the admin's import and export
pages, and docs/data.md. A table that is not here is nowhere; a test says so.
"""

from django.db import models

from profiles.datasets.answers import ANSWERS
from profiles.datasets.base import Dataset
from profiles.datasets.claims import CLAIMS
from profiles.datasets.library import LIBRARY
from profiles.datasets.things import THINGS

PARTS = {"Things": THINGS, "Claims": CLAIMS, "Excerpts and answers": ANSWERS, "Library": LIBRARY}
DATASETS: dict[str, Dataset] = {dataset.name: dataset for part in PARTS.values() for dataset in part}
BY_MODEL: dict[type[models.Model], Dataset] = {dataset.model: dataset for dataset in DATASETS.values()}

__all__ = ["BY_MODEL", "DATASETS", "PARTS", "Dataset"]
