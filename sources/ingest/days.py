"""Dates as English texts print them, found within other words; `sources.printed_dates` says what they mean. Pure."""

import re

MONTHS = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
DATE = (
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTHS},? \d{{4}}|{MONTHS} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{4}-\d{2}-\d{2})(?!\d)"
)
DATE_PATTERN = re.compile(DATE)
DAY = rf"{DATE}|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTHS}\b|\b{MONTHS} \d{{1,2}}(?:st|nd|rd|th)?\b"
DAY_PATTERN = re.compile(DAY, re.IGNORECASE)


def date_in(text: str) -> str:
    """Return the first full date that a text prints, or nothing."""
    match = DATE_PATTERN.search(text)
    return match[0] if match else ""


def day_in(text: str) -> str:
    """Return the first day that a text prints, with or without its year, or nothing."""
    match = DAY_PATTERN.search(text)
    return match[0] if match else ""
