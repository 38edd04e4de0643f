"""The lines of one clause of a list of shares: names and figures in either order, and parts in brackets.

“Kazakh 40%, Russian 38%” prints the figure behind the name, “90% Sunni Muslim” before it. Names between a comma and a
figure share it (“Wallisian, Futunian 8.2%” is one line). What is a sentence and no name is refused with its words.
"""

import itertools
import re
from dataclasses import dataclass, field, replace

from profiles.factbook import share_dates, share_figures
from profiles.factbook.share_figures import Figure
from profiles.factbook.share_labels import bare, is_prose, share_class, tidy, without_remark
from profiles.factbook.share_pieces import SIGNS, Folded, balanced, chunks, clauses, folded
from profiles.factbook.texts import without_brackets

_NAME = re.compile(r"[^\W\d_]")
_JOINED = re.compile(r"^(?:and|or|&)\b", re.IGNORECASE)
_LIST_LEAD = re.compile(
    r"^(?:(?:and )?(?:which )?(?:includes?|including|included|of (?:which|whom)|consist(?:s|ing)(?: primarily)? of|"
    r"made up(?: largely)? of|comprising|comprises|composed of|largest groups (?:are|include)|"
    r"denominations include)\b:?\s*)+",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"^\s*(?:[-–—]*\s*(?:includes?|including|mostly|mainly|largely|predominantly|primarily|of (?:which|whom)|each|"
    r"etc\.?|in all)\b|[-–—]+\s)",
    re.IGNORECASE,
)
# Names behind these words are counted together: “small numbers of Jews, Baha'is, and Hindus”.
_TOGETHER = re.compile(
    r"^(?:(?:very )?(?:small|large|smaller|minor|tiny|few|a few|lesser)\s?(?:numbers?|percentages?|groups?|minorit\w+|"
    r"communit\w+|proportions?|clusters?) (?:of|include)|homogeneous|composite|mixture|mix of|blend|combination|"
    r"descend|remainder|the rest|predominantly \w+ with|celtic|mixed (?!\w+$)|unspecified \w+$)",
    re.IGNORECASE,
)
_OF_THE_NAME_BEFORE = re.compile(
    r"^(?:predominantly|mostly|mainly|primarily|especially|particularly|includ\w+|such as|e\.g\.)\b", re.IGNORECASE
)
_LIST_NOUN = re.compile(
    r"^[\w -]{0,40}\b(?:languages|groups|tribes|dialects|religions|minorities|peoples)\s+includes?\s+", re.IGNORECASE
)
# “Punjabi, Western” is one name.
_DIRECTION = re.compile(r"(?:(?:north|south|east|west)\w*|central|standard|upper|lower|modern|old|new)", re.IGNORECASE)
_AND_LESSER = re.compile(r"\s+and (?=(?:very )?(?:lesser|small|smaller|few|fewer|a few|some) )", re.IGNORECASE)
_OFFICIAL = re.compile(r"\b(?:official|national|lingua franca|primary|commerce|state language)\b", re.IGNORECASE)
_SPOKEN_BY = re.compile(r"^(.+?)\s+(?:is |are )?(?:widely )?spoken by$", re.IGNORECASE)
_SECOND_MEASURE = re.compile(r"^(?:nominal(?:ly)?|practi[cs]ing|active|church[- ]going|observant|adherents?)$", re.I)


@dataclass
class Item:
    """One line: its name, its text as printed, its figure (None where it has none) and the lines in its brackets."""

    label: str
    printed: str
    figure: Figure | None = None
    parts: list["Item"] = field(default_factory=list)
    figure_first: bool = False
    names_before: list["Item"] = field(default_factory=list)  # the names that share its figure, as lines of their own
    last_alone: "Item | None" = None  # and the last of them with the figure


@dataclass(frozen=True)
class Refusal:
    """A part that was not read, as printed, and why."""

    printed: str
    reason: str

    def __str__(self) -> str:
        return f"Not read: “{self.printed}”: {self.reason}"


@dataclass
class Reading:
    """The lines of a clause, the parts not read, and what an editor should look at."""

    items: list[Item] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    def add(self, other: "Reading") -> None:
        """Take in another clause's."""
        self.items += other.items
        self.refused += other.refused
        self.doubts += other.doubts

    @property
    def has_figures(self) -> bool:
        """Whether a line has a figure that could be read."""
        return any(item.figure is not None and item.figure.value_state == "stated" for item in self.items)


def read_clause(text: str, whole: Folded, *, signed: bool) -> Reading:
    """The lines of a clause of a folded text; `signed` says that the list prints percent signs elsewhere."""
    shared = re.match(rf"\s*(?P<each>[^:{SIGNS}]*?)\s*(?P<word>each)?\s*:\s*(?P<names>.+)$", text)
    figure = share_figures.whole(tidy(shared["each"])) if shared else None
    if shared and figure:
        return _under_one_figure(text, shared, figure, whole)
    reader = _Clause(whole, signed=signed)
    for chunk in chunks(_LIST_LEAD.sub("", text.strip())):
        reader.take(chunk)
    return reader.finish(text)


def _under_one_figure(text: str, match: re.Match[str], figure: Figure, whole: Folded) -> Reading:
    """“less than 1%: A, B”: what is less than one is so for each; another figure is shared unless “each” is said."""
    printed = whole.unfolded(text)
    names = [name for name in (tidy(whole.unfolded(each)) for each in chunks(match["names"])) if _NAME.search(name)]
    if not names or share_figures.find(whole.unfolded(match["names"])) or figure.value_state != "stated":
        return Reading([], [Refusal(printed, "a figure and a colon, and no list of names behind it.")])
    if figure.qualifier in {"less_than", "at_most"} or match["word"]:
        doubt = f"“{match['each'].strip()}” is printed once for {len(names)} names and read for each of them."
        return Reading([Item(name, printed, figure) for name in names], [], [doubt])
    return Reading([Item(", ".join(names), printed, figure)])


class _Clause:
    """The state of reading one clause from left to right."""

    def __init__(self, whole: Folded, *, signed: bool) -> None:
        self.whole = whole
        self.signed = signed
        self.found = Reading()
        self.waiting: list[str] = []  # names that no figure has followed yet
        self.remarking = False  # behind “includes …” that follows a figure: names belong to that line

    def take(self, chunk: str) -> None:
        """Read the part between two commas."""
        if not re.sub(f"[{SIGNS}\\s.]", "", chunk):
            self._take_bracket(chunk)
            return
        figures = share_figures.find(chunk)
        if not figures:
            chunk, figures = self._other_figure(chunk)
        if not figures and self.remarking and self.found.items:
            self.found.items[-1].printed += f", {self.whole.unfolded(chunk)}"
        elif not figures and self.waiting and _OF_THE_NAME_BEFORE.match(chunk):
            self.waiting[-1] += f", {chunk}"
        elif not figures and not self.waiting and self.found.items and _OF_THE_NAME_BEFORE.match(chunk):
            self.found.items[-1].printed += f", {self.whole.unfolded(chunk)}"
            self.remarking = True
        elif not figures:
            self.waiting.append(_LIST_NOUN.sub("", chunk))
        elif self._refuses(chunk, figures):
            self._refuse(chunk, "a sentence, not a name with its share.")
        else:
            self.remarking = False
            self._take_figures(chunk, figures)

    def finish(self, text: str) -> Reading:
        """The clause's reading; a clause that is a sentence is refused in whole."""
        names = [self.whole.unfolded(chunk) for chunk in self.waiting]
        told = any(re.match(r"(?:is|are|was|were|has|have)\b", name) for name in names)
        if not self.found.items and names and (told or is_prose(names[0])):
            return Reading([], [Refusal(self.whole.unfolded(text), "a sentence, not a list.")], [])
        self._settle_waiting()
        return self.found

    def _take_bracket(self, chunk: str) -> None:
        if self.waiting:
            self.waiting[-1] += f" {chunk}"
        elif self.found.items:
            item = self.found.items[-1]
            item.printed += f", {self.whole.unfolded(chunk)}"
            self._take_parts(item, chunk)
        elif chunk.strip(" ."):
            self._refuse(chunk, "a bracket without a name before it.")

    def _other_figure(self, chunk: str) -> tuple[str, list[Figure]]:
        """A figure alone in a bracket, one without its sign, a count or a fraction; none where there is none."""
        for sign in re.findall(f"[{SIGNS}]", chunk):
            figure = share_figures.whole(self.whole.inside(sign))
            if figure and figure.value_state == "stated":
                at = chunk.index(sign)
                return chunk, [replace(figure, start=at, end=at + 1)]
        plain = re.sub(rf"[\s{SIGNS}]+$", "", chunk)
        figure = share_figures.without_sign(plain)
        if figure and (figure.value_state != "stated" or self.signed) and _NAME.search(plain[: figure.start]):
            return chunk, [figure]
        figure = share_figures.in_other_words(plain)
        return chunk, [figure] if figure else []

    def _refuses(self, chunk: str, figures: list[Figure]) -> bool:
        """Whether the words around the figures make a sentence."""
        head, tail = chunk[: figures[0].start], chunk[figures[-1].end :]
        spoken = _SPOKEN_BY.match(self.whole.unfolded(head).strip())
        if re.match(r"(?:which|who|that)\b", head):
            return True
        if spoken and re.match(r"\s*of the (?:population|people)", tail):
            return False
        between = [chunk[first.end : second.start] for first, second in itertools.pairwise(figures)]
        texts = [head, *between, tail if not _REMARK.match(tail) else ""]
        return bool(re.match(r"\s*of\b", tail)) or any(is_prose(self.whole.unfolded(text)) for text in texts)

    def _take_figures(self, chunk: str, figures: list[Figure]) -> None:
        head, tail = chunk[: figures[0].start], chunk[figures[-1].end :]
        edges = [each.start for each in figures[1:]]
        if not self._names(head) and (self._names(chunk[figures[0].end : edges[0]] if edges else tail)):
            self._settle_waiting()
            for figure, stop in zip(figures, [*edges, len(chunk)], strict=True):
                lesser = _AND_LESSER.search(chunk, figure.end, stop)
                end = lesser.start() if lesser else stop
                self._add(chunk[figure.end : end], figure, chunk[figure.start : end], behind=head, first=True)
                head = ""
                self.waiting += [chunk[end:stop]] if lesser else []
            return
        start = 0
        for place, figure in enumerate(figures):
            stop = edges[place] if place < len(edges) else len(chunk)
            signs = re.match(rf"[{SIGNS}\s]*", chunk[figure.end : stop])
            end = figure.end + (len(signs[0].rstrip()) if signs else 0)
            label = chunk[start : figure.start]
            spoken = _SPOKEN_BY.match(label.strip())
            rest = chunk[end:] if stop == len(chunk) else ""
            if (spoken and stop == len(chunk)) or _REMARK.match(rest):
                if spoken:
                    self._settle_waiting()
                name = without_remark(f"{spoken[1]} spoken") if spoken else label
                self._add(name, figure, chunk[start:], behind=chunk[figure.end :])
                self.remarking = not spoken
                return
            self._add(label, figure, chunk[start:end], behind=chunk[figure.end : end])
            start = end
            if not self._names(chunk[end:stop]):
                continue
            if not _JOINED.match(chunk[end:].strip()):
                missing = tidy(self.whole.unfolded(chunk[end:stop]))
                self.found.doubts.append(f"A comma seems to be missing before “{missing}”.")
            if stop == len(chunk):
                self.waiting.append(chunk[end:])

    def _names(self, text: str) -> bool:
        return bool(_NAME.search(_LIST_LEAD.sub("", _JOINED.sub("", text.strip()))))

    def _add(self, label: str, figure: Figure, printed: str, *, behind: str = "", first: bool = False) -> None:
        alone, shared = (label, printed), self.waiting[:]
        label, printed = self._with_waiting(label, printed) if not first else alone
        name = tidy(self.whole.unfolded(label))
        if not _NAME.search(name):
            self._refuse(printed, "a figure without a name.")
            return
        if re.search(r"(?:^|[\s–-])\d+$", name):
            self._refuse(printed, "two numbers stand together.")
            return
        if _SECOND_MEASURE.match(name):
            self._refuse(printed, "a second measure of the line before, not a part of the list.")
            return
        item = Item(name, "", figure, figure_first=first)
        spread = self._take_parts(item, label + behind)
        if spread:
            # Brackets that hold lines of their own are no part of the name.
            kept = re.sub(f"[{spread}]", "", label)
            item.label = tidy(self.whole.unfolded(kept)) or name
            inner = "".join(sign for sign in spread if sign in label)
            printed = re.sub(f"[{spread}]", lambda match: "(…)" if match[0] in inner else "", printed)
        item.printed = tidy(self.whole.unfolded(printed))
        inverted = _DIRECTION.fullmatch(alone[0].strip()) and len(shared) == 1
        if not inverted and f"“{name}” share one figure" in " ".join(self.found.doubts[-1:]) and self._names(alone[0]):
            item.last_alone = Item(
                tidy(self.whole.unfolded(alone[0])), tidy(self.whole.unfolded(alone[1])), figure, item.parts
            )
            item.names_before = [
                Item(name, name) for name in (tidy(self.whole.unfolded(each)) for each in shared) if _NAME.search(name)
            ]
        if figure.doubt:
            self.found.doubts.append(f"{item.label}: {figure.doubt}")
        self.found.items.append(item)

    def _take_parts(self, item: Item, signs: str) -> str:
        """Read the lines inside brackets into the item; the signs whose brackets held lines. Others are refused."""
        spread = ""
        for sign in re.findall(f"[{SIGNS}]", signs):
            content = self.whole.inside(sign)
            dated = share_dates.read(content)
            if dated:
                self.found.doubts.append(f"“{item.label}” has a date of its own: “{dated.printed}”.")
            if dated or not share_figures.find(content) or _is_own(item.figure, content):
                continue
            inner = read_inside(content)
            if inner.has_figures:
                item.parts += inner.items
                self.found.doubts += inner.doubts
                self.found.refused += inner.refused
                spread += sign
            else:
                self.found.refused.append(Refusal(content, f"a remark on “{bare(item.label)}”, not lines of the list."))
        return spread

    def _with_waiting(self, label: str, printed: str) -> tuple[str, str]:
        """The label and text with the names before it that share its figure; the other names become lines."""
        name = tidy(self.whole.unfolded(label))
        last = max((at for at, each in enumerate(self.waiting, 1) if self._stands_alone(each)), default=0)
        shared = self.waiting[last:] if _NAME.search(name) else self.waiting
        residual = {share_class(tidy(self.whole.unfolded(each))) for each in shared}
        alone = _NAME.search(name) and share_class(name) != "group" and "group" in residual
        if self.found.items and self.found.items[-1].figure_first and not alone:
            alone = True
        if alone and not _JOINED.match(label.strip()):
            shared = []
        self.waiting = self.waiting[: len(self.waiting) - len(shared)] if shared else self.waiting
        self._settle_waiting()
        if not shared:
            return label, printed
        joined = ", ".join([*shared, label.strip()]) if _NAME.search(name) else ", ".join(shared)
        if len(shared) > 1 or _NAME.search(name):
            names = self.whole.unfolded(joined)
            if not re.search(r"\b(?:and|or|including|includes|mostly|mainly)\b|[&/]", names):
                self.found.doubts.append(f"“{tidy(names)}” share one figure; they stay one line.")
        return joined, ", ".join([*shared, printed.strip()])

    def _stands_alone(self, chunk: str) -> bool:
        """Whether a name without figure ends with a mark of an official language or a figure in a remark."""
        signs = re.findall(f"[{SIGNS}]", chunk)
        last = self.whole.inside(signs[-1]) if signs else ""
        return bool(_OFFICIAL.search(last) or share_figures.find(last))

    def _settle_waiting(self) -> None:
        """Make lines of the names that wait, each in words; “3% Christian, Hindu, and other” keeps them together."""
        waiting, self.waiting = self.waiting, []
        items = self.found.items
        together = waiting and _TOGETHER.match(tidy(waiting[0]))
        if waiting and not together and items and items[-1].figure_first and _JOINED.match(waiting[-1].strip()):
            items[-1].label = ", ".join([items[-1].label, *(self.whole.unfolded(each) for each in waiting)])
            items[-1].printed = ", ".join([items[-1].printed, *(self.whole.unfolded(each) for each in waiting)])
            return
        for place, chunk in enumerate(waiting):
            if _TOGETHER.match(tidy(chunk)):
                waiting[place:] = [", ".join(waiting[place:])]
                break
        for chunk in waiting:
            printed = tidy(self.whole.unfolded(chunk))
            if is_prose(printed):
                self._refuse(chunk, "a sentence, not a name.")
            elif _NAME.search(without_brackets(printed)):
                item = Item(without_remark(printed), printed)
                items.append(item)
                spread = self._take_parts(item, chunk)
                if spread:
                    item.label = tidy(self.whole.unfolded(re.sub(f"[{spread}]", "", chunk)))
            elif re.search(r"\w", printed):
                self._refuse(chunk, "a text without a name.")

    def _refuse(self, chunk: str, reason: str) -> None:
        text = ", ".join([*self.waiting, chunk])
        self.waiting = []
        self.found.refused.append(Refusal(tidy(self.whole.unfolded(text)), reason))


def _is_own(figure: Figure | None, content: str) -> bool:
    """Whether a bracket holds nothing but the line's own figure."""
    inner = share_figures.whole(content)
    return bool(inner and figure and (inner.low, inner.high) == (figure.low, figure.high))


def read_inside(content: str) -> Reading:
    """The lines inside a bracket; its clauses without figures are remarks and give none."""
    whole = folded(balanced(content)[0])
    found = Reading()
    for clause in clauses(whole.text):
        if share_figures.find(clause) or any(
            share_figures.find(whole.inside(sign)) for sign in re.findall(f"[{SIGNS}]", clause)
        ):
            found.add(read_clause(clause, whole, signed=True))
    return found
