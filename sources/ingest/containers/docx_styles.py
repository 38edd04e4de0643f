"""What a DOCX file's styles and lists say of a paragraph: how deep a heading it is, and the number before it. Pure."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from lxml import etree

from sources.ingest.containers.docx_package import Package, child, name, value
from sources.ingest.containers.pieces import numeral

TITLE = -1
_DEEPEST = 9
_STEPS = 20
# Built-in styles have English names in the file whatever the language; the last two are the UN Secretariat's template.
_HEADING = re.compile(r"heading ([1-9])", re.I)
_UN_HEADING = re.compile(r"_\s*H_?\s*(M|1|2|3|4|5|6|23|2/3|45|56|5/6)?_?\s*(?:Ch)?_?(?:GR?)?", re.I)
_UN_LEVELS = {
    "M": 1,
    "": 1,
    "1": 2,
    "2": 3,
    "23": 3,
    "2/3": 3,
    "3": 3,
    "4": 4,
    "45": 4,
    "5": 5,
    "56": 5,
    "5/6": 5,
    "6": 5,
}
_FORMATS = {
    "decimal": "1",
    "decimalZero": "1",
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
    "bullet": "bullet",
    "none": "none",
}


@dataclass(frozen=True, slots=True)
class _Style:
    title: str
    above: str
    outline: str
    numbered: str
    deep: str


@dataclass(slots=True)
class _Level:
    style: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Numbered:
    """What a list prints before a paragraph: `lead` with its punctuation, `label` without, empty for a bullet."""

    lead: str
    label: str
    group: str


@dataclass(slots=True)
class Styles:
    """Styles and lists of one file, and how far its lists have counted."""

    _styles: dict[str, _Style] = field(default_factory=dict)
    _levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _abstract: dict[str, str] = field(default_factory=dict)
    _counted: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def level(self, paragraph: etree._Element) -> int:
        """How deep a heading the paragraph is: 1 to 9, TITLE for a title, 0 for no heading."""
        told = value(child(paragraph, "pPr", "outlineLvl"))
        chain = self._chain(value(child(paragraph, "pPr", "pStyle")))
        for outline in (told, *(style.outline for style in chain)):
            if outline.isdigit():
                return int(outline) + 1 if int(outline) < _DEEPEST else 0
        for style in chain:
            found = _HEADING.fullmatch(style.title)
            if found:
                return int(found[1])
            if style.title.lower() == "title":
                return TITLE
            un = _UN_HEADING.fullmatch(style.title)
            if un:
                return _UN_LEVELS.get((un[1] or "").upper(), 3)
        return 0

    def number(self, paragraph: etree._Element) -> Numbered | None:
        """Count the paragraph in its list; None where it is in none."""
        told = child(paragraph, "pPr", "numPr")
        chain = self._chain(value(child(paragraph, "pPr", "pStyle")))
        list_id = value(child(told, "numId")) or next((style.numbered for style in chain if style.numbered), "")
        deep = value(child(told, "ilvl")) or next((style.deep for style in chain if style.deep), "") or "0"
        levels = self._levels.get(list_id, {})
        at = int(deep) if deep.isdigit() and len(deep) < 3 else 0
        if at not in levels:
            return None
        counted = self._counted[self._abstract[list_id]]
        counted[at] = counted.get(at, levels[at].start - 1) + 1
        for deeper in [each for each in counted if each > at]:
            del counted[deeper]
        return self._printed(levels, at, counted, f"{self._abstract[list_id]} {at}")

    def _printed(self, levels: dict[int, _Level], at: int, counted: dict[int, int], group: str) -> Numbered | None:
        level = levels[at]
        if level.style == "bullet":
            return Numbered("•", "", group)
        if level.style == "none" and "%" not in level.text:
            return None

        def figure(match: re.Match[str]) -> str:
            step = int(match[1]) - 1
            inner = levels.get(step)
            style = inner.style if inner and inner.style not in {"bullet", "none"} else "1"
            return numeral(counted.get(step, inner.start if inner else 1), style)

        lead = " ".join(re.sub("%([1-9])", figure, level.text).split())
        label = re.search(r"[0-9A-Za-z]+(?:\.[0-9A-Za-z]+)*(?=\W*$)", lead)
        return Numbered(lead, label[0], group) if label else None

    def _chain(self, style: str) -> list[_Style]:
        """The style and those that it is based on, the nearest first."""
        found: list[_Style] = []
        while style in self._styles and len(found) < _STEPS:
            found.append(self._styles[style])
            style = found[-1].above
        return found


def styles(package: Package) -> Styles:
    """The styles and lists of a file; empty where it has none."""
    found = Styles()
    root = package.part("word/styles.xml")
    for style in root if root is not None else ():
        if name(style) == "style":
            found._styles[value(style, "styleId")] = _Style(
                value(child(style, "name")),
                value(child(style, "basedOn")),
                value(child(style, "pPr", "outlineLvl")),
                value(child(style, "pPr", "numPr", "numId")),
                value(child(style, "pPr", "numPr", "ilvl")),
            )
    numbering = package.part("word/numbering.xml")
    if numbering is not None:
        _read_lists(numbering, found)
    return found


def _read_lists(numbering: etree._Element, found: Styles) -> None:
    abstract = {
        value(each, "abstractNumId"): {
            int(value(level, "ilvl") or 0): _level(level) for level in each if name(level) == "lvl"
        }
        for each in numbering
        if name(each) == "abstractNum"
    }
    for each in numbering:
        if name(each) != "num":
            continue
        list_id, base = value(each, "numId"), value(child(each, "abstractNumId"))
        levels = dict(abstract.get(base, {}))
        anew = False
        for override in (inner for inner in each if name(inner) == "lvlOverride"):
            at = int(value(override, "ilvl") or 0)
            own = child(override, "lvl")
            level = _level(own) if own is not None else levels.get(at)
            start = value(child(override, "startOverride"))
            if level is not None:
                levels[at] = _Level(level.style, level.text, int(start) if start.isdigit() else level.start)
            anew = anew or bool(start)
        found._levels[list_id] = levels
        # Lists of one kind count on from each other unless they say that they start anew.
        found._abstract[list_id] = f"{base} {list_id}" if anew else base


def _level(level: etree._Element) -> _Level:
    start = value(child(level, "start"))
    style = _FORMATS.get(value(child(level, "numFmt")) or "decimal", "1")
    return _Level(style, value(child(level, "lvlText")), int(start) if start.isdigit() and len(start) < 7 else 1)
