"""How keys stand in addresses."""

from django.urls import register_converter

from sources import keys


class KeyConverter:
    """A key with its slashes; nothing else gets past it, `..` and capitals included."""

    regex = keys.SEGMENT.replace("(", "(?:") + rf"(?:/{keys.SEGMENT.replace('(', '(?:')}){{0,3}}"

    def to_python(self, value: str) -> str:
        """Return the key."""
        return value

    def to_url(self, value: str) -> str:
        """Return the key."""
        return value


class AnyKeyConverter(KeyConverter):
    """A key of any table: a country's three capitals too."""

    regex = f"[A-Z]{{3}}|{KeyConverter.regex}"


register_converter(KeyConverter, "key")
register_converter(AnyKeyConverter, "anykey")
