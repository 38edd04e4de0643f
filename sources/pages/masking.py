"""Names that must not stand in words shown to visitors, and what stands there instead. Pure.

A name is found as whole words in any case of letters, in either Unicode form, with any white space, kind of dash or
apostrophe between its parts, and with the soft hyphens that a layout may have left in it.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cached_property

WITHHELD = "[name withheld]"
_LOOSE = "[\u00ad\u200b-\u200d\u2060]*"
_MARKS = "\u0300-\u036f"
_CLASSES = (
    (re.compile(r"\s"), r"\s+"),
    (re.compile(r"[-\u2010-\u2015\u2212]"), r"\s?[-\u2010-\u2015\u2212]\s?"),
    (re.compile(r"['\u2018\u2019\u02bb\u02bc`\u00b4]"), r"['\u2018\u2019\u02bb\u02bc`\u00b4]"),
)


class Mask:
    """Some names, ready to be looked for; without a name it changes nothing and costs nothing."""

    def __init__(self, names: Iterable[str]) -> None:
        tidy = {" ".join(unicodedata.normalize("NFC", name).split()) for name in names}
        self._names = {name: _longest(name) for name in tidy if re.search(r"\w", name)}

    @cached_property
    def _slugs(self) -> list[str]:
        return [slug for slug in map(_slug, self._names) if slug]

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        return _pattern(self._names)

    def __bool__(self) -> bool:
        return bool(self._names)

    def narrowed(self, texts: Iterable[str]) -> "Mask":
        """Return the mask of the names whose longest word stands in some texts: most pages have none."""
        if not self._names:
            return self
        plain = _plain("\n".join(texts))
        return Mask(name for name, word in self._names.items() if word in plain)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where names stand: characters of the text, ends exclusive."""
        return [match.span() for match in self._pattern.finditer(text)] if self._pattern else []

    def words(self, text: str) -> str:
        """Return the text with each name withheld."""
        return self._pattern.sub(WITHHELD, text) if self._pattern else text

    def hides(self, slug: str) -> bool:
        """Return whether a slug (lower-case Latin words and hyphens) spells one of the names."""
        spelt = f"-{slug}-"
        return any(f"-{name}-" in spelt for name in self._slugs)


def _plain(text: str) -> str:
    return re.sub(_LOOSE[:-1], "", unicodedata.normalize("NFC", text)).casefold()


def _longest(name: str) -> str:
    words: list[str] = re.findall(r"\w+", name)
    return max(words, key=len).casefold()


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").casefold()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """One expression for all names; the longer of two that begin alike comes first."""
    spelt = [_LOOSE.join(map(_letter, name)) for name in sorted(names, key=lambda name: (-len(name), name))]
    return re.compile(rf"(?<!\w)(?:{'|'.join(spelt)})(?![\w{_MARKS}])", re.IGNORECASE) if spelt else None


def _letter(letter: str) -> str:
    for sign, alike in _CLASSES:
        if sign.match(letter):
            return alike
    forms = dict.fromkeys([letter, unicodedata.normalize("NFD", letter)])
    return re.escape(letter) if len(forms) == 1 else f"(?:{'|'.join(map(re.escape, forms))})"
