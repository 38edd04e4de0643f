"""Keys proposed for new records, from what was typed."""

import secrets
from collections.abc import Callable
from typing import Any

from django.db import models

from sources import keys
from sources.models.base import Publishable

OPAQUE = "abcdefghjkmnpqrstuvwxyz23456789"  # no letter or digit that is mistaken for another


def opaque() -> str:
    """Return a segment that tells nothing, for people."""
    return "".join(secrets.choice(OPAQUE) for _ in range(5))


def segment(value: Any) -> list[str]:
    """Return the segments of a key that a typed value gives."""
    if isinstance(value, Publishable):
        return value.key.lower().split("/")
    return [keys.slug(str(value))] if value not in (None, "") else []


def joined(parts: list[str]) -> str:
    """Return a key of at most four segments and of the allowed length; '' where nothing is left."""
    parts = [part for part in parts if part]
    if len(parts) > 4:
        parts = [*parts[:3], "-".join(parts[3:])]
    key = "/".join(parts)[: keys.MAX_LENGTH - 4].rstrip("/.-")
    return f"{key}-1" if key and key.rpartition("/")[2] in keys.RESERVED else key


def free_key(model: type[models.Model], key: str) -> str:
    """Return the key, or with the next free number behind it."""
    manager: Any = model._default_manager
    if not key or not manager.filter(key=key).exists():
        return key
    number = 2
    while manager.filter(key=f"{key}-{number}").exists():
        number += 1
    return f"{key}-{number}"


def proposed(model: type[models.Model], value: Callable[[str], Any], names: tuple[str, ...]) -> str:
    """Return a free key made of a row's values: a country's or owner's key, then what tells the row apart.

    The first record named gives its whole key, later ones their last segment. `=word` stands for itself, `*` for an
    opaque segment, `@` for the record of the row's arc, `#n` for n1, n2, … whichever is free.
    """
    parts: list[str] = []
    for name in names:
        if name == "*":
            parts.append(opaque())
        elif name.startswith("="):
            parts.append(name[1:])
        elif name.startswith("#"):
            return _numbered(model, parts, name[1:])
        else:
            found = segment(_arc_record(model, value) if name == "@" else value(name))
            if name == "country" and not found:
                found = ["int"]
            parts += found[-1:] if parts else found
    return free_key(model, joined(parts))


def _arc_record(model: Any, value: Callable[[str], Any]) -> Any:
    return next((record for fields in model.arcs.values() for name in fields if (record := value(name))), None)


def _numbered(model: Any, parts: list[str], letter: str) -> str:
    number = 1
    while model._default_manager.filter(key=joined([*parts, f"{letter}{number}"])).exists():
        number += 1
    return joined([*parts, f"{letter}{number}"])
