"""The shipped collections for tests that look at pages: few where few will do, since the whole world takes its time."""

import shutil
import tempfile
from pathlib import Path

from profiles.transfer.faults import Report
from profiles.transfer.loading import load_folder

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"


def load_shipped(*collections: str) -> Report:
    """Load some collections of `fixtures/`, as they stand; return what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        for name in collections:
            shutil.copytree(FIXTURES / name, Path(folder) / name)
        if "world" not in collections:  # without its facts, the Factbook's entries were read for no country
            (Path(folder) / "reference" / "document-countries.csv").unlink()
        return load_folder(Path(folder))
