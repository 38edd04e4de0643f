"""How to say it: one neutral sentence that gives each source's number its name and date; no range, no mean."""

from collections.abc import Sequence

from profiles.pages.answers import Answer
from profiles.pages.rows import in_order
from sources import wording


def sentence(answers: Sequence[Answer]) -> str:
    """Return all answers in one sentence, in order of publication, undated last; '' where they are no two numbers."""
    if sum(answer.has_number for answer in answers) < 2:
        return ""
    said = [_clause(answer) for answer in sorted(answers, key=lambda each: in_order(each.mark))]
    return f"{'; '.join(said)}."


def _clause(answer: Answer) -> str:
    """Return one source's part of the sentence: who, when, on what it rests, and what it gives."""
    mark = answer.mark
    dated = mark.published if mark.published and not mark.document.published_inferred else wording.NO_DATE
    original = mark.original.label if mark.original is not None and mark.original.pk != mark.document.pk else ""
    template = wording.SAY_RESTING if original else wording.SAY
    return template.format(who=mark.voice, when=dated, original=original, verb=_verb(answer), what=_said(answer))


def _verb(answer: Answer) -> str:
    """Return the verb for a kind of answer, the same for all kinds of speaker."""
    if not answer.has_number:
        return wording.SAYS
    return wording.COUNTS if answer.counts else wording.GIVES


def _said(answer: Answer) -> str:
    """Return what an answer gives: at least 17 people dead, by police; 95% for a candidate; or its words."""
    if not answer.has_number:
        return f"“{answer.quoted}”" if answer.quoted else answer.text.rstrip(".")
    of = wording.SAID_OF.format(of=answer.of) if answer.percent and answer.of else answer.of
    return ", ".join(part for part in (f"{answer.text} {of}".strip(), answer.actor) if part)
