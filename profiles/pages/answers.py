"""One source's answer, ready to print: the value in words, what it is of, and its mark. Nothing is merged here."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from profiles.models import Share
from sources import dates, numbers, wording
from sources.marks import Mark
from sources.models.base import ValueState
from sources.speakers import OWN_GOVERNMENT


@dataclass(frozen=True)
class Answer:
    """What one source says. `quoted` are printed words that stand for a number or a field's value."""

    mark: Mark
    text: str = ""
    quoted: str = ""
    of: str = ""  # what was counted, or what the share is of
    about: str = ""  # by whom, where, when, as that source has it
    derived: str = ""
    note: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    qualifier: str = ""
    percent: bool = False
    counts: bool = False  # whether the number counts something that the source names
    actor: str = ""  # by police: whose hand the counted suffered, in that source's words

    @property
    def has_number(self) -> bool:
        """Whether there is anything to draw."""
        return self.low is not None or self.high is not None


def unit_code(unit: Any) -> str:
    """The unit as the number words know it: their codes have underscores, keys have hyphens."""
    return str(unit.key).replace("-", "_")


def of_figure(row: Any, mark: Mark) -> Answer:
    """A figure: at least 17 striking oil workers, dead, by police."""
    actor = f"by {row.actor}" if row.actor else ""
    about = [actor, row.place, dates.words(row.period)]
    if row.event_id and row.outcome and not row.actor:
        about[0] = wording.NO_ACTOR
    if row.partner_id:
        about.append(row.partner.name)
    text = numbers.words(row.qualifier, row.low, row.high, unit_code(row.unit))
    if row.of_total is not None:
        text += f" of {numbers.plain(row.of_total)}"
    return Answer(
        mark=mark,
        text=text or state_words(row),
        quoted=row.printed if row.value_state == ValueState.IN_WORDS else "",
        of=counted(row),
        about=" · ".join(part for part in about if part),
        derived=row.derived,
        note=row.note_public,
        low=row.low,
        high=row.high,
        qualifier=row.qualifier,
        percent=row.unit.key == "percent",
        counts=bool(row.counted),
        actor=actor,
    )


def counted(row: Any) -> str:
    """What was counted and what became of it: people dead, in clashes; the outcome only where it is not said yet."""
    said: str = row.counted
    who, comma, rest = said.partition(",")
    if not row.outcome or row.outcome.lower() in said.lower() or who.endswith("ed"):
        return said
    return f"{who} {row.outcome}".strip() + comma + rest


def of_share(row: Any, mark: Mark) -> Answer:
    """One line of a breakdown."""
    text = numbers.words(row.qualifier, row.low, row.high, "percent")
    return Answer(
        mark=mark,
        text=text or state_words(row),
        quoted=row.printed if row.value_state == ValueState.IN_WORDS else "",
        of=f"{row.label}, listed under {row.parent.label}" if row.parent_id else row.label,
        about=" · ".join(
            part for part in (row.breakdown.population_base, dates.words(row.breakdown.as_of) or "undated") if part
        ),
        derived=row.derived,
        low=row.low,
        high=row.high,
        qualifier=row.qualifier,
        percent=True,
    )


def of_result(row: Any, mark: Mark) -> Answer:
    """What one source says somebody won."""
    text = numbers.words(row.share_qualifier, row.share_low, row.share_high, "percent")
    more = []
    if row.votes is not None:
        more.append(f"{numbers.words(row.votes_qualifier, Decimal(row.votes), Decimal(row.votes), '')} votes")
    if row.seats is not None:
        more.append(f"{numbers.words(row.seats_qualifier, Decimal(row.seats), Decimal(row.seats), '')} seats")
    share_of = "" if row.share_of == "not_stated" else f"of {row.get_share_of_display().lower()}"
    in_words = row.value_state == ValueState.IN_WORDS and not more
    return Answer(
        mark=mark,
        text=", ".join([part for part in (f"{text} {share_of}".strip(), *more) if part])
        or ("" if in_words else state_words(row)),
        quoted=row.printed if in_words else "",
        of=row.label,
        about=f"round {row.round}" if row.round else "",
        derived=row.derived,
        note=row.note_public,
        low=row.share_low,
        high=row.share_high,
        qualifier=row.share_qualifier,
        percent=True,
    )


def of_statement(row: Any, mark: Mark) -> Answer:
    """A worded or coded answer: the code's name first, then our words; printed words that are cut short are quoted."""
    code = row.code.name if row.code_id else ""
    cut = not code and row.text == row.printed and wording.CUT in row.text
    return Answer(
        mark=mark,
        text=code or ("" if cut else row.text) or state_words(row),
        quoted=row.text if cut else "",
        of=row.text if code else "",
        about=dates.words(row.as_of),
        derived=row.derived,
        note=row.note_public,
    )


def of_breakdown(row: Any, mark: Mark, shares: Iterable[Any]) -> Answer:
    """A whole list in one line: its kind of count, its date and its three largest shares."""
    top = [share for share in shares if share.low is not None and share.share_class == Share.ShareClass.GROUP][:3]
    words = ", ".join(
        f"{share.label} {numbers.words(share.qualifier, share.low, share.high, 'percent')}" for share in top
    )
    kind = "" if row.source_type == "not_stated" else row.get_source_type_display()
    when = dates.words(row.as_of) or "undated"
    of = " · ".join(part for part in (row.population_base, f"{kind} {when}".strip()) if part)
    return Answer(mark=mark, text=words, of=of, note=row.note_public)


def of_citation(row: Any, mark: Mark) -> Answer:
    """A field's value as a document prints it; our own spelling of the value where it prints none."""
    return Answer(mark=mark, text="" if row.printed else row.value, quoted=row.printed, note=row.note_public)


def in_words(words: str, mark: Mark) -> Answer:
    """What one sentence of a source says of several fields, in our words; the mark holds what it prints."""
    return Answer(mark=mark, text=words)


def of_case_step(row: Any, mark: Mark) -> Answer:
    """A step in a proceeding."""
    return Answer(mark=mark, text=row.get_case_status_display(), of=row.charge, about=dates.words(row.date))


def of_involvement(row: Any, mark: Mark) -> Answer:
    """Somebody's part in an event."""
    who = row.person or row.organisation or row.group_label
    return Answer(mark=mark, text=str(who), of=row.get_role_display())


def state_words(row: Any) -> str:
    """What stands for a value that the source does not give."""
    return {
        ValueState.NONE_REPORTED: wording.NONE_REPORTED,
        ValueState.NO_RELIABLE_FIGURE: wording.NO_RELIABLE_FIGURE,
        ValueState.NOT_APPLICABLE: "",
    }.get(row.value_state, "")


def is_own_against_others(answers: Iterable[Answer]) -> bool:
    """Whether the country's own government stands among the speakers beside others."""
    groups = {answer.mark.kind.group for answer in answers}
    return OWN_GOVERNMENT.group in groups and len(groups) > 1
