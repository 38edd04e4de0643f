"""Entry: `python tools run|test|ci|lock …`; works from any folder and before anything is installed."""

import sys
from pathlib import Path

# Python puts this folder first on its path; the folder above it is the one that holds the package `tools`.
sys.path[0] = str(Path(__file__).resolve().parent.parent)

from tools.dev import main  # noqa: E402 - the line above makes it findable

sys.exit(main(sys.argv[1:]))
