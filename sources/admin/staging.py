"""Uploaded files between preview and confirmation: in the database's session table, so that any web process has them.

A staged file is a session of its own, under a random name that only its owner's page holds; it expires by itself.
"""

import base64
import zlib
from dataclasses import asdict, dataclass

from django.contrib.sessions.backends.db import SessionStore

LIFE = 2 * 3600  # seconds


@dataclass(frozen=True)
class Staged:
    """A file that was previewed: whose, for which table, its content and what the preview saw."""

    user: int
    table: str
    name: str
    format: str
    content: bytes
    state: str


def stage(staged: Staged) -> str:
    """Keep a file and return the name to fetch it by."""
    store = SessionStore()
    packed = base64.b64encode(zlib.compress(staged.content, 6)).decode("ascii")
    store["staged"] = {**asdict(staged), "content": packed}
    store.set_expiry(LIFE)
    store.save(must_create=True)
    return str(store.session_key)


def fetch(name: str, user: int, table: str) -> Staged | None:
    """Return the staged file, for the person and the table that it was staged for only."""
    held = SessionStore(session_key=name).get("staged") if name.isalnum() and len(name) == 32 else None
    if not held or held["user"] != user or held["table"] != table:
        return None
    return Staged(**{**held, "content": zlib.decompress(base64.b64decode(held["content"]))})


def forget(name: str) -> None:
    """Drop a staged file."""
    SessionStore(session_key=name).delete()
