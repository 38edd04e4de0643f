"""What a form's text may hold. No database here."""

import unicodedata

from django.core.exceptions import ValidationError

KEPT_CONTROLS = "\t\n\r"


def check_text(value: object) -> None:
    """Refuse characters that no source prints and that the database or a file cannot hold."""
    for letter in value if isinstance(value, str) else "":
        if letter == "\ufffd":
            raise ValidationError("The text holds a character that could not be read as UTF-8; type it again.")
        kind = unicodedata.category(letter)
        if kind == "Cs" or (kind == "Cc" and letter not in KEPT_CONTROLS):
            raise ValidationError(f"The text holds the character U+{ord(letter):04X}, which cannot be stored.")


def normal(value: str) -> str:
    """Return a text as it is stored: composed letters, and lines that end in a line feed."""
    return unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n"))
