"""Keys: permanent names of rows. `seg(/seg){0,3}`, seg = `[a-z0-9]+([.-][a-z0-9]+)*`; countries have three capitals."""

import re
import unicodedata

MAX_LENGTH = 120
# Addresses put these words behind a key.
RESERVED = frozenset({"cite.bib", "cite.ris", "cite.json", "timeline", "releases"})

SEGMENT = r"[a-z0-9]+([.-][a-z0-9]+)*"
PATTERN = rf"^{SEGMENT}(/{SEGMENT}){{0,3}}$"
# A key that matches this one is refused: without lookahead one expression cannot say both.
RESERVED_PATTERN = r"(^|/)(cite\.bib|cite\.ris|cite\.json|timeline|releases)$"
COUNTRY_PATTERN = r"^[A-Z]{3}$"

_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "n"}
)
_SLUG_LENGTH = 60


def problem(key: str) -> str | None:
    """The sentence that says why a text is no key, or None."""
    if not key:
        return "A key must not be empty."
    if len(key) > MAX_LENGTH:
        return f"A key has at most {MAX_LENGTH} characters; this one has {len(key)}."
    segments = key.split("/")
    for segment in segments:
        if not re.fullmatch(SEGMENT, segment):
            return _segment_problem(segment)
    if len(segments) > 4:
        return f"A key has at most four segments; this one has {len(segments)}."
    if segments[-1] in RESERVED:
        return f"“{segments[-1]}” is reserved and cannot end a key."
    return None


def country_problem(key: str) -> str | None:
    """The sentence that says why a text is no country key, or None. Says nothing of whether the code is assigned."""
    return None if re.fullmatch("[A-Z]{3}", key) else f"“{key[:60]}” is no country key; give three capital letters."


def slug(text: str) -> str:
    """A segment from a name, to propose a key with: at most 60 characters; '' without a Latin letter or digit."""
    plain = text.casefold().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode("ascii").casefold()
    plain = re.sub("[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
    if len(plain) > _SLUG_LENGTH:
        plain = plain[: _SLUG_LENGTH + 1].rpartition("-")[0] or plain[:_SLUG_LENGTH]
    return plain


def _segment_problem(segment: str) -> str:
    if not segment:
        return "A key has no empty segment: no stroke at its start or end, and no two in a row."
    strange = re.search("[^a-z0-9.-]", segment)
    if strange:
        hint = " (capitals are written small)" if strange[0].isupper() else ""
        return f"“{strange[0]}” cannot stand in a key{hint}; use a to z, 0 to 9, and single . or - between them."
    return f"“{segment[:60]}”: full stops and hyphens stand singly, between letters or digits."
