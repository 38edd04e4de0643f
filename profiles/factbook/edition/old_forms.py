"""Texts of older editions that say several things at once, parted into the pieces that later editions print.

“6,963 (July 1992), growth rate 0.6% (1992)” is a population and its growth; “Leaders” are the holders of two offices;
“Elections” the votes for a president and for each chamber. All that is parted here is printed so: nothing is reckoned.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from profiles.factbook.edition.piece import Piece
from profiles.factbook.edition.texts import brackets, one_line

_WORD = r"[A-Z][\w'’./*-]*"
_OFFICE = r"(?:(?:co-)?chiefs? of state|heads? of (?:the )?(?:government|state))"
_ROLES = rf"{_OFFICE}(?:(?:,| and|/| or) (?:acting )?{_OFFICE})?(?: \([^)\n]{{1,60}}\))?"
# Words before an office belong to its label at the begin of a line or clause only, and so does “leader”.
_LEADER = re.compile(
    rf"(?:(?:^|(?<=[;.)] )|(?<=\n))(?P<first>(?:[\w-]+ ){{0,4}}?(?:{_ROLES}|leaders?))|(?<=\s)(?P<later>{_ROLES})"
    r"|(?<=\s)(?P<leader>(?:[A-Z](?-i:[a-z]+) ){1,2}leader)(?=--))"
    r"\s*(?:--|:|\s-\s)\s*",
    re.I,
)
_LOST_LEADERS = re.compile(rf"(?:(?<=\s)|^)(?=[^:-]*of state){_ROLES}\s*(?:--|:)", re.I)
_VOTE = (
    r"(?=(?:the )?(?:elections?\b|first\b|last\b|next\b|none\b|no elections|to be held|held\b|results\b|NA\b|dates?\b"
    r"|scheduled|appointed|postponed|indirect|direct\b|by-?elections?|seats\b|consists\b))"
)
_ELECTION = re.compile(
    rf"(?:^|(?<=\s))((?:(?:{_WORD}|of|the|and|for|\([^)\n]{{1,60}}\)) +){{0,9}}(?:{_WORD}|\([^)\n]{{1,60}}\)))"
    rf"\s*(?:--|:)\s*{_VOTE}"
)
# What may stand in front of a label without belonging to it: a surname in capitals, NA, and small words.
_BEFORE_LABEL = re.compile(r"^(?:(?:NA|of|the|and|for|[A-Z][A-Z'’.-]{2,})\s+)+")
_BASIS = re.compile(
    r"^(?:(?P<sum>GDP|GNP|GWP)\s*(?:-\s*|(?=\$)))?"
    r"(?:(?P<basis>exchange rate conversions?|purchasing power (?:parity|equivalent))\s*-?\s*)?",
    re.I,
)
_BOTH_SEXES = re.compile(
    r"([\d.]+|NA) (?:years? )?(?:for )?(males?|females?),? (?:and )?"
    r"([\d.]+|NA) (?:years? )?(?:for )?(?:males?|females?)(.*)$",
    re.S,
)
# A name before a sum makes it that of a part: “western area: $5.5 billion”.
_REGION = re.compile(
    r"(?:^|; *)(?!(?:per capita|real|growth|about|less|more|over|approximately|nearly|almost|note|NA|US)\b)"
    r"[A-Za-z][^;$\d]{0,60}?:? *\$"
)
_OF_PRODUCT = re.compile(r"[^,;]{0,80}%\s+of\s+(GDP|GNP)\b[^;]*")


def leaders(text: str, locator: str) -> list[Piece]:
    """The holders that “Leaders” names, by office; one who holds both offices stands in both pieces."""
    found = list(_LEADER.finditer(text))
    if not found:
        return [Piece("Executive branch > chief of state", one_line(text), locator)] if text.strip() else []
    pieces = []
    for match, held in _behind(text, found):
        label = one_line(match["first"] or match["later"] or match["leader"])
        head = re.search(r"heads? of (?:the )?government", label, re.I)
        state = re.search(r"(?:chiefs?|heads?) of state", label, re.I)
        if state:
            pieces.append(Piece("Executive branch > chief of state", held, locator))
        if head:
            pieces.append(Piece("Executive branch > head of government", held, locator))
        if not (state or head):
            pieces.append(Piece("Executive branch > other leader", f"{label}: {held}", locator))
    return pieces


def has_leaders(text: str) -> int | None:
    """Where a text begins to name chiefs of state, as courts do where the heading between was lost."""
    found = _LOST_LEADERS.search(text)
    return found.start() if found else None


def elections(text: str, locator: str) -> list[Piece]:
    """The votes that a text tells of, each under its printed label: “Elections > President”."""
    found = list(_ELECTION.finditer(text))
    start = found[0].start(1) + _lead(found[0]) if found else len(text)
    pieces = [Piece("Elections", one_line(text[:start]).strip(" ;"), locator)]
    for match, told in _behind(text, found):
        pieces.append(Piece(f"Elections > {one_line(match[1][_lead(match) :])}", told, locator))
    return [piece for piece in pieces if piece.text]


def has_elections(text: str) -> int | None:
    """Where a text begins to tell of elections under a label, as suffrage does where the heading was lost."""
    found = _ELECTION.search(text)
    return found.start(1) + _lead(found) if found else None


def _lead(match: re.Match[str]) -> int:
    """How many letters of a label's match do not belong to it; a name that is all capitals is no lead."""
    lead = _BEFORE_LABEL.match(match[1])
    return lead.end() if lead else 0


def _behind(text: str, found: list[re.Match[str]]) -> list[tuple[re.Match[str], str]]:
    """Each label with the words up to the next one."""
    parts = []
    for index, match in enumerate(found):
        after = found[index + 1] if index + 1 < len(found) else None
        end = after.start() + (_lead(after) if after.re is _ELECTION else 0) if after else None
        parts.append((match, one_line(text[match.end() : end]).strip(" ;")))
    return parts


def _population(piece: Piece) -> list[Piece]:
    match = re.match(
        r"(.*?)[,;]? *\(?(?:average annual )?growth rate:? +([-–−]*\s?[\d.NA]+%?[^;]*)(.*)$", piece.text, re.S
    )
    # Behind a name stands the growth of a part: “western homeland 2,489,347, growth rate 2.8%”.
    if not match or re.match(r"(?:.*:\s*)?[A-Z][a-z]", match[1], re.S):
        return [piece]
    rest = match[3].strip(" ;")
    return [
        replace(piece, text=f"{match[1]}; {rest}".strip(" ;")),
        Piece("Population growth rate", match[2].strip(), piece.locator),
    ]


def _life(piece: Piece) -> list[Piece]:
    match = _BOTH_SEXES.match(piece.text.replace("years,", "years"))
    if not match:
        return [piece]
    names = ("male", "female") if match[2].startswith("m") else ("female", "male")
    tail = match[4].strip(" ,")
    return [
        Piece(f"{piece.field} > {name}", f"{value} years {tail}".strip(), piece.locator, one_line(piece.text))
        for name, value in zip(names, (match[1], match[3]), strict=True)
    ]


def _literacy(piece: Piece) -> list[Piece]:
    flat = one_line(piece.text)
    match = re.match(r"([^(;]*?%?) *\((?:fe)?male ([^,;]+?)[,;] (?:fe)?male ([^)]+?)\)(.*)$", flat)
    if not match:
        return _definition(piece, flat)
    first, second = ("female", "male") if "(female" in flat[: match.end(2)] else ("male", "female")
    date, rest = _last_date(match[4])
    definition = re.match(r"[ ,]*((?:age|ages|persons?|adults?|population|over|of)\b[^;(]*)", rest)
    pieces = [Piece("Literacy > definition", definition[1].strip(" ,"), piece.locator)] if definition else []
    left = rest[definition.end() :].strip(" ;,") if definition else rest.strip(" ;,")
    for name, value in (("total", match[1]), (first, match[2]), (second, match[3])):
        behind = f"; {left}" if left and name == "total" else ""
        pieces.append(Piece(f"Literacy > {name}", f"{value.strip()} {date}".strip() + behind, piece.locator, flat))
    return pieces


def _definition(piece: Piece, flat: str) -> list[Piece]:
    """“age 15 and over can read and write (1990 est.)” says what was counted and when, and has no number."""
    if not re.match(r"(?:age|ages|persons?|definition|population) \S", flat) or re.search(r"\d%", flat):
        return [piece]
    date, rest = _last_date(flat)
    dated = [Piece("Literacy > date", date, piece.locator)] if date else []
    return [Piece("Literacy > definition", rest.strip(" ,;"), piece.locator), *dated]


def _last_date(text: str) -> tuple[str, str]:
    """The last bracket with a year, with its signs, and the text without it; '' where there is none."""
    for start, end, inside in reversed(list(brackets(text))):
        if re.search(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)|\bFY ?\d\d", inside):
            return text[start:end], f"{text[:start]} {text[end:]}"
    return "", text


def _product(piece: Piece) -> list[Piece]:
    """Gross domestic (or national) product, the same a head, and its growth, each with the date behind the last."""
    flat = one_line(piece.text)
    match = _BASIS.match(flat)
    said, basis = (match["sum"] or "", match["basis"] or "") if match else ("", "")
    told = product_name("GNP" if said.upper() == "GNP" or piece.field == "GNP" else "GDP", basis)
    told_all = flat[match.end() if match else 0 :]
    region = _REGION.search(told_all)
    whole = told_all[: region.start()] if region else told_all
    parts = re.split(r"[,;]? *(?=per capita (?:\$|NA|about|less)|(?<!real )growth rate |real growth )", whole)
    pieces = [Piece(told[0], told_all[region.start() :].strip(" ;"), piece.locator)] if region else []
    for number, part in enumerate(parts):
        # A part without a date has that of the next part that prints one.
        date = next((found for found, _ in map(_last_date, parts[number:]) if found), "")
        name, text = told[0], part.strip(" ,;")
        if text.startswith("per capita"):
            name, text = told[1], text[len("per capita") :].strip()
        elif growth := re.match(r"(?:real )?growth(?: rate)? *(.*)", text):
            name, text = told[2], growth[1]
        if text:
            text = text if date in text else f"{text} {date}"
            pieces.append(Piece(name, text, piece.locator, part.strip(" ,;")))
    return pieces


def product_name(said: str, basis: str) -> tuple[str, str, str]:
    """Our names for a product, the same a head, and its growth, by what was summed and how it was converted."""
    growth = "GNP growth rate" if said == "GNP" else "Real GDP growth rate"
    if not basis:
        return said, f"{said} per capita", growth
    by = "purchasing power parity" if basis.lower().startswith("purchasing") else "official exchange rate"
    if said == "GDP" and by == "purchasing power parity":
        return "Real GDP (purchasing power parity)", "Real GDP per capita", growth
    return f"{said} ({by})", f"{said} per capita ({by})", growth


def _per_head(piece: Piece) -> list[Piece]:
    flat = one_line(piece.text)
    match = _BASIS.match(flat)
    basis = match["basis"] or "" if match else ""
    if not basis:
        return [piece]
    said = "GNP" if match and (match["sum"] or "").upper() == "GNP" else "GDP"
    return [Piece(product_name(said, basis)[1], flat[match.end() :] if match else flat, piece.locator)]


def _defence(piece: Piece) -> list[Piece]:
    match = _OF_PRODUCT.search(one_line(piece.text))
    if not match:
        return [piece]
    name = "Military expenditures" if match[1] == "GDP" else "Military expenditures > of GNP"
    return [Piece(name, match[0].strip(" ,-"), piece.locator)]


_RESHAPED: dict[str, Callable[[Piece], list[Piece]]] = {
    "Population": _population,
    "Life expectancy at birth": _life,
    "Literacy": _literacy,
    "GDP": _product,
    "GNP": _product,
    "National product": _product,
    "GDP per capita": _per_head,
    "Real GDP per capita": _per_head,
    "Defense expenditures": _defence,
}


def reshaped(piece: Piece) -> list[Piece]:
    """The pieces that a piece of an older form stands for; itself where its form is today's."""
    shape = _RESHAPED.get(piece.name)
    return shape(piece) if shape else [piece]


def with_context(pieces: list[Piece]) -> list[Piece]:
    """The pieces, those that take their date or what was summed from another piece of the entity told so.

    In 1993 to 1995 the basis of the product is printed once, and the product a head is another field.
    """
    date = next((piece.text for piece in pieces if piece.name == "Literacy > date"), "")
    national = [piece.name for piece in pieces if piece.name in _BASES]
    found = []
    for piece in pieces:
        if piece.name == "Literacy > date":
            continue
        told = piece
        if date and piece.name in {"Literacy > total", "Literacy > male", "Literacy > female"}:
            dated = f"{piece.text} {date}" if "(" not in piece.text else piece.text
            told = replace(piece, text=dated, printed=piece.printed or piece.text)
        elif piece.name in {"National product per capita", "National product real growth rate"}:
            names = _BASES.get(national[0] if national else "GDP", product_name("GDP", ""))
            told = replace(piece, name=names[1] if piece.name.endswith("capita") else names[2])
        found.append(told)
    return found


_BASES = {
    names[0]: names
    for names in (product_name(said, basis) for said in ("GDP", "GNP") for basis in ("", "purchasing", "exchange"))
}
