"""The lines of one clause of a list of shares: names and figures in either order, and parts in brackets.

“Kazakh 40%, Russian 38%” prints the figure behind the name, “90% Sunni Muslim” before it. Names between a comma and a
figure share it (“Wallisian, Futunian 8.2%” is one line). What is a sentence and no name is refused with its words.
"""

import itertools
import re
from dataclasses import replace

from profiles.factbook.edition.texts import without_brackets
from profiles.factbook.peoples import share_dates, share_figures, share_leads, share_sentences
from profiles.factbook.peoples import share_phrases as phrases
from profiles.factbook.peoples.share_figures import Figure
from profiles.factbook.peoples.share_labels import bare, is_aside, is_prose, share_class, tidy, without_remark
from profiles.factbook.peoples.share_lines import Item, Reading, Refusal
from profiles.factbook.peoples.share_lists import is_left
from profiles.factbook.peoples.share_pieces import SIGNS, Folded, balanced, chunks, clauses, folded


def read_clause(text: str, whole: Folded, *, signed: bool) -> Reading:
    """The lines of a clause of a folded text; `signed` says that the list prints percent signs elsewhere."""
    under = share_leads.under_one_figure(text, whole)
    if under:
        return under
    reader = _Clause(whole, signed=signed)
    for chunk in chunks(share_leads.without_lead(text, whole, reader.found)):
        reader.take(chunk)
    return reader.finish(text)


class _Clause:
    """The state of reading one clause from left to right."""

    def __init__(self, whole: Folded, *, signed: bool) -> None:
        self.whole = whole
        self.signed = signed
        self.found = Reading()
        self.waiting: list[str] = []  # names that no figure has followed yet
        # Behind a sentence that counts part of the people, whether its figure stands first: “60% of Belu are Solar”.
        self.of_a_part: bool | None = None
        self.remarking = False  # behind “includes …” that follows a figure: names belong to that line

    def take(self, chunk: str) -> None:
        """Read the part between two commas."""
        if not re.sub(f"[{SIGNS}\\s.]", "", chunk):
            self._take_bracket(chunk)
            return
        figures = share_sentences.widened(chunk, share_figures.find(chunk))
        if figures and self.waiting and share_sentences.SAID_BY.match(chunk):
            chunk = f"{self.waiting.pop()}, {chunk}"
            figures = share_sentences.widened(chunk, share_figures.find(chunk))
        if not figures:
            chunk, figures = self._other_figure(chunk)
        first = bool(figures) and not self._names(chunk[: figures[0].start])
        if not figures:
            self.of_a_part = None
            self._take_name(chunk)
        elif self._refuses(chunk, figures):
            part = share_sentences.PART_OF_PEOPLE.match(chunk[figures[-1].end :])
            self.of_a_part = first if part else None
            self.found.of_a_part = self.found.of_a_part or bool(part)
            if phrases.CONTRAST.match(chunk):
                self._settle_waiting()
            self._refuse(chunk, "a sentence, not a name with its share.")
        elif self.of_a_part is first:
            self._refuse(chunk, "it goes on from a sentence on part of the people.")
        else:
            self.remarking = False
            self._take_figures(chunk, figures)

    def _take_name(self, chunk: str) -> None:
        """A part without a figure: a name that waits for one, or what is said of the part before it."""
        items, said = self.found.items, self.whole.unfolded(chunk)
        of_before = phrases.OF_THE_NAME_BEFORE.match(chunk)
        if self.waiting and (of_before or phrases.SAID_OF_NAME.match(chunk)):
            self.waiting[-1] += f", {chunk}"
        elif items and not self.waiting and (self.remarking or phrases.SAID_OF_NAME.match(chunk)):
            items[-1].printed += f", {said}"
        elif self.found.refused and not self.waiting and of_before:
            self._refuse(chunk, "it goes on from what was not read.")
        elif items and not self.waiting and of_before:
            items[-1].printed += f", {said}"
            self.remarking = True
        else:
            self.waiting.append(phrases.LIST_NOUN.sub("", chunk))

    def finish(self, text: str) -> Reading:
        """The clause's reading; a clause that is a sentence is refused in whole."""
        names = [self.whole.unfolded(chunk) for chunk in self.waiting]
        told = any(re.match(r"(?:is|are|was|were|has|have)\b", name) for name in names)
        prose = bool(names) and (told or is_prose(names[0]) or is_aside(names[0]))
        marked = [name for name in names if re.fullmatch(r"[A-Z][\w '-]* \([^()]*\)", name)]
        among = len(names) > 1 and phrases.NAMED_AMONG.match(names[0])
        if not self.found.items and prose and not among and len(marked) <= max(2, len(names) / 2):
            return Reading([], [Refusal(self.whole.unfolded(text), "a sentence, not a list.")], [])
        self._settle_waiting()
        return self.found

    def _take_bracket(self, chunk: str) -> None:
        if self.waiting:
            self.waiting[-1] += f" {chunk}"
        elif self.found.items:
            item = self.found.items[-1]
            if self._take_what_is_left(item, chunk):
                return
            item.printed += f", {self.whole.unfolded(chunk)}"
            self._take_parts(item, chunk)
        elif chunk.strip(" ."):
            self._refuse(chunk, "a bracket without a name before it.")

    def _take_what_is_left(self, before: Item, chunk: str) -> bool:
        """Read a bracket behind a comma as the line that it is where it cannot be part of the line before.

        “Solar 1%, (other 46%)”: its figure is the greater, and the list has room for it.
        """
        sign = re.fullmatch(f"\\s*([{SIGNS}])[\\s.]*", chunk)
        inner = read_inside(self.whole.inside(sign[1])).items if sign else []
        if not is_left(inner, before, self.found.items):
            return False
        self.found.items += inner
        return True

    def _other_figure(self, chunk: str) -> tuple[str, list[Figure]]:
        """A figure alone in a bracket, one without its sign, a count or a fraction; none where there is none."""
        own = [
            (sign, share_figures.of_the_population(self.whole.inside(sign[0]))) for sign in phrases.SIGN.finditer(chunk)
        ]
        stated: list[Figure] = []
        for sign, figure in own:
            if figure and figure.value_state == "stated":
                before = chunk[stated[-1].end if stated else 0 : sign.start()]
                if self._names(before) or not stated:
                    stated.append(replace(figure, start=sign.start(), end=sign.end()))
        if stated:
            return chunk, stated
        plain = re.sub(rf"[\s{SIGNS}]+$", "", chunk)
        figure = share_figures.without_sign(plain)
        beside = (
            plain[: figure.start] + (plain[figure.end :] if figure.value_state != "stated" else "") if figure else ""
        )
        if figure and (figure.value_state != "stated" or self.signed) and phrases.NAME.search(beside):
            return chunk, [figure]
        figure = share_figures.in_other_words(plain)
        return chunk, [figure] if figure else []

    def _refuses(self, chunk: str, figures: list[Figure]) -> bool:
        """Whether the words around the figures make a sentence."""
        head, tail = chunk[: figures[0].start], chunk[figures[-1].end :]
        spoken = share_sentences.spoken_by(self.whole.unfolded(head), self._printed_before())
        head = share_sentences.without_make_up(head)
        if phrases.CLAUSE.match(head) or (spoken and not re.search("[A-Z]|^other", spoken[1])):
            return True
        if phrases.SUM.match(head) or phrases.MOST_OF.match(head):
            return True
        if (
            spoken
            and not is_prose(spoken[1])
            and re.match(r"(?:\s*of (?:the )?(?:total )?(?:population|people)|$)", tail)
        ):
            return False
        between = [chunk[first.end : second.start] for first, second in itertools.pairwise(figures)]
        texts = [head, *between, tail if not phrases.REMARK.match(tail) else ""]
        words = [self.whole.unfolded(text) for text in texts]
        if not any(figure.value_state == "stated" for figure in figures) and any(map(is_aside, words)):
            return True
        return bool(re.match(r"\s*of\b", tail)) or any(map(is_prose, words))

    def _take_figures(self, chunk: str, figures: list[Figure]) -> None:
        head, tail = chunk[: figures[0].start], chunk[figures[-1].end :]
        edges = [each.start for each in figures[1:]]
        if phrases.MODIFIER.match(head.strip()) and self._names(tail) and not edges:
            self._settle_waiting()
            self._add(f"{head}{tail}", figures[0], chunk, first=True)
            return
        if not self._names(head) and (self._names(chunk[figures[0].end : edges[0]] if edges else tail)):
            self._take_figures_first(chunk, figures)
            return
        start = 0
        for place, figure in enumerate(figures):
            stop = edges[place] if place < len(edges) else len(chunk)
            signs = re.match(rf"[{SIGNS}\s]*", chunk[figure.end : stop])
            end = figure.end + (len(signs[0].rstrip()) if signs else 0)
            label = chunk[start : figure.start]
            spoken = share_sentences.spoken_by(label, self._printed_before())
            label = share_sentences.without_make_up(label)
            rest = chunk[end:] if stop == len(chunk) else ""
            if (spoken and stop == len(chunk)) or phrases.REMARK.match(rest):
                if spoken:
                    self._settle_waiting()
                name = without_remark(f"{spoken[1]} spoken") if spoken else label
                self._add(name, figure, chunk[start:], behind=chunk[figure.end :])
                remark = phrases.REMARK.match(rest)
                each = phrases.EACH.match(chunk, figure.end)
                self.remarking = bool(not spoken and not each and remark and not remark["where"])
                return
            self._add(label, figure, chunk[start:end], behind=chunk[figure.end : end])
            start = end
            if not self._names(chunk[end:stop]):
                continue
            if not phrases.JOINED.match(chunk[end:].strip()):
                missing = tidy(self.whole.unfolded(chunk[end:stop]))
                self.found.doubts.append(f"A comma seems to be missing before “{missing}”.")
            if stop == len(chunk):
                last, found = self._other_figure(chunk[end:])
                if found:
                    self._take_figures(last, found)
                else:
                    self.waiting.append(last)

    def _take_figures_first(self, chunk: str, figures: list[Figure]) -> None:
        """Read a part that prints each figure before its name."""
        self._settle_waiting()
        head = chunk[: figures[0].start]
        for figure, stop in zip(figures, [*(each.start for each in figures[1:]), len(chunk)], strict=True):
            lesser = phrases.AND_LESSER.search(chunk, figure.end, stop)
            end = lesser.start() if lesser else stop
            self._add(chunk[figure.end : end], figure, chunk[figure.start : end], behind=head, first=True)
            head = ""
            self.waiting += [chunk[end:stop]] if lesser else []

    def _printed_before(self) -> str:
        return "; ".join(item.printed for item in self.found.items)

    def _names(self, text: str) -> bool:
        return bool(phrases.NAME.search(phrases.LIST_LEAD.sub("", phrases.JOINED_OR_BUT.sub("", text.strip()))))

    def _add(self, label: str, figure: Figure, printed: str, *, behind: str = "", first: bool = False) -> None:
        counted = figure.doubt.endswith("is a count and no percentage.") and self._names(label)
        if counted and not phrases.OF_THE_NAME_BEFORE.match(label.strip()):
            self._settle_waiting()
        alone, shared = (label, printed), list[str]()
        if not first and not self._names(label) and any(map(self._is_said, self.waiting)):
            self._refuse(printed, "a sentence, not a name with its share.")
            return
        if not first:
            label, printed, shared = self._with_waiting(label, printed)
        name = tidy(self.whole.unfolded(label))
        name = (phrases.SAID_OF_COUNT if counted else phrases.COUNT_BEHIND).sub("", name)
        unfit = phrases.unfit(name)
        if unfit:
            self._refuse(printed, unfit)
            return
        if phrases.EACH.match(behind) and self._add_each([*shared, alone[0]], figure, self.whole.unfolded(printed)):
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
        inverted = phrases.DIRECTION.fullmatch(alone[0].strip()) and len(shared) == 1
        if shared and not inverted and self._names(alone[0]) and not phrases.WITH_OTHERS.search(alone[0].strip()):
            self._note_alone(item, alone, shared)
        if figure.doubt:
            self.found.doubts.append(f"{item.label}: {figure.doubt}")
        self.found.items.append(item)

    def _note_alone(self, item: Item, alone: tuple[str, str], shared: list[str]) -> None:
        """Keep the last of the names that share a figure, and the others, as the lines that they may turn out to be."""
        label, printed = (tidy(self.whole.unfolded(each)) for each in alone)
        item.last_alone = Item(label, printed, item.figure, item.parts)
        names = [tidy(self.whole.unfolded(each)) for each in shared]
        item.names_before = [Item(name, name) for name in names if phrases.NAME.search(name)]

    def _add_each(self, labels: list[str], figure: Figure, printed: str) -> bool:
        """Add a line for each of the names that are printed with “1% each”; False where there is but one."""
        items = share_leads.of_each([self.whole.unfolded(label) for label in labels], figure, tidy(printed))
        if items:
            together = f"{items[-1].label}” share one figure"
            self.found.doubts = [doubt for doubt in self.found.doubts if together not in doubt]
            self.found.doubts.append(f"“{items[0].printed}”: the figure is read for each of {len(items)} names.")
        self.found.items += items
        return bool(items)

    def _is_said(self, chunk: str) -> bool:
        name = self.whole.unfolded(chunk)
        return is_prose(name) or is_aside(name)

    def _take_parts(self, item: Item, signs: str) -> str:
        """Read the lines inside brackets into the item; the signs whose brackets held lines. Others are refused."""
        spread = ""
        for sign in re.findall(f"[{SIGNS}]", signs):
            content = self.whole.inside(sign)
            dated = share_dates.read(content)
            if dated:
                self.found.doubts.append(f"“{item.label}” has a date of its own: “{dated.printed}”.")
            if dated or not share_figures.find(content) or share_figures.is_own(item.figure, content):
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

    def _with_waiting(self, label: str, printed: str) -> tuple[str, str, list[str]]:
        """The label and text with the names before it that share its figure, and those; other names become lines."""
        name = tidy(self.whole.unfolded(label))
        last = max((at for at, each in enumerate(self.waiting, 1) if self._stands_alone(each)), default=0)
        shared = self.waiting[last:] if phrases.NAME.search(name) else self.waiting
        residual = {share_class(tidy(self.whole.unfolded(each))) for each in shared}
        alone = phrases.NAME.search(name) and share_class(name) != "group" and "group" in residual
        if self.found.items and self.found.items[-1].figure_first and not alone:
            alone = True
        if alone and not phrases.JOINED.match(label.strip()):
            shared = []
        self.waiting = self.waiting[: len(self.waiting) - len(shared)] if shared else self.waiting
        self._settle_waiting()
        if not shared:
            return label, printed, []
        joined = ", ".join([*shared, label.strip()]) if phrases.NAME.search(name) else ", ".join(shared)
        if len(shared) > 1 or phrases.NAME.search(name):
            names = self.whole.unfolded(joined)
            if not re.search(r"\b(?:and|or|including|includes|mostly|mainly)\b|[&/]", names):
                self.found.doubts.append(f"“{tidy(names)}” share one figure; they stay one line.")
        return joined, ", ".join([*shared, printed.strip()]), shared

    def _stands_alone(self, chunk: str) -> bool:
        """Whether a name before another's figure has no part in it.

        It ends with a mark of an official language or a figure in a remark; or it ends an enumeration or a sentence.
        """
        if phrases.JOINED.match(chunk) or self._is_said(chunk):
            return True
        signs = re.findall(f"[{SIGNS}]", chunk)
        last = self.whole.inside(signs[-1]) if signs else ""
        return bool(phrases.OFFICIAL.search(last) or share_figures.find(last) or phrases.COUNTED.search(last))

    def _settle_waiting(self) -> None:
        """Make lines of the names that wait, each in words; “3% Christian, Hindu, and other” keeps them together."""
        waiting, self.waiting = self.waiting, []
        items = self.found.items
        among = phrases.NAMED_AMONG.match(waiting[0]) if len(waiting) > 1 else None
        waiting[:1] = [among["name"]] if among else waiting[:1]
        lesser = any(phrases.LESSER.match(tidy(chunk)) for chunk in waiting)
        apart = lesser or (waiting and phrases.TOGETHER.match(tidy(waiting[0])))
        follows = bool(waiting and items and items[-1].figure_first and items[-1].has_value and not apart)
        if follows and phrases.JOINED.match(waiting[-1].strip()):
            item = items[-1]
            for chunk in waiting:
                spread = self._take_parts(item, chunk)
                kept = re.sub(f"[{spread}]", "", chunk) if spread else chunk
                item.label += f", {self.whole.unfolded(kept)}"
                item.printed += f", {self.whole.unfolded(chunk)}"
            return
        for place, chunk in enumerate(waiting):
            small = phrases.LESSER.match(tidy(chunk)) and not any("as well as" in each for each in waiting[place + 1 :])
            if phrases.TOGETHER.match(tidy(chunk)) or (small and phrases.COMMUNITY.search(" ".join(waiting[place:]))):
                waiting[place:] = [", ".join(waiting[place:])]
                break
        waiting = share_sentences.with_uses_joined(waiting)
        for place, chunk in enumerate(waiting):
            self._add_in_words(chunk, first=not place, follows=follows)

    def _add_in_words(self, chunk: str, *, first: bool, follows: bool) -> None:
        """Make a line of a name without a figure; a sentence, a remark and a count of groups are refused."""
        printed = tidy(self.whole.unfolded(chunk))
        verb = None if first else phrases.AND_ARE.match(chunk.strip())
        name = verb[1] if verb else without_remark(printed)
        if is_prose(name) or is_aside(name):
            self._refuse(chunk, "a sentence, not a name.")
        elif phrases.COUNT_OF_GROUPS.match(name):
            self._refuse(chunk, "a count of groups, not a name.")
        elif phrases.NAME.search(without_brackets(printed)):
            item = Item(name, printed, follows=follows)
            self.found.items.append(item)
            spread = self._take_parts(item, chunk)
            if spread:
                item.label = tidy(self.whole.unfolded(re.sub(f"[{spread}]", "", chunk)))
        elif re.search(r"\w", printed):
            self._refuse(chunk, "a text without a name.")

    def _refuse(self, chunk: str, reason: str) -> None:
        text = ", ".join([*self.waiting, chunk])
        self.waiting = []
        self.found.refused.append(Refusal(tidy(self.whole.unfolded(text)), reason))


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
