"""Where this clone keeps what it makes; everything below `var/` except the data of a server that root starts."""

import hashlib
import os
import tempfile
from pathlib import Path

CLONE = Path(__file__).resolve().parent.parent
VAR = CLONE / "var"
LOCKS = VAR / "locks"
ROOT_HOME = Path("/var/lib/rightsbook")
# The shortest limit of the systems we serve (macOS); Linux allows 107. One byte of it ends the text.
SOCKET_PATH_LIMIT = 103
SOCKET_NAME = ".s.PGSQL.5432"


def clone_id(clone: Path) -> str:
    """Twelve hexadecimal digits that tell clones apart by their path."""
    return hashlib.sha256(os.fsencode(clone)).hexdigest()[:12]


def database_home(clone: Path, *, root: bool) -> Path:
    """Folder of the private server. PostgreSQL refuses to run as root, and the user it then runs as cannot enter
    root's own folders, so root's data lie outside the clone."""
    return ROOT_HOME / clone_id(clone) if root else clone / "var" / "pg"


def socket_fits(folder: Path) -> bool:
    """Whether a socket in this folder has a path that the system accepts."""
    return len(os.fsencode(folder / SOCKET_NAME)) <= SOCKET_PATH_LIMIT


def short_folder() -> Path:
    """Make a new folder (0700) for a socket.

    /tmp and not $XDG_RUNTIME_DIR: that one vanishes when its user logs out, also under a server that goes on.
    """
    for parent in (Path("/tmp"), Path(tempfile.gettempdir())):  # noqa: S108 - mkdtemp makes a name nobody can guess
        if os.access(parent, os.W_OK | os.X_OK):
            folder = Path(tempfile.mkdtemp(prefix="rb-", dir=parent))
            if socket_fits(folder):
                return folder
            folder.rmdir()
    raise OSError("No folder for temporary files has a path short enough for a socket; set TMPDIR to a short one.")
