"""What was said, by whom, where: publishers, documents, headings, themes.

Here: evidence and the rules of reading it (dates, numbers, locators). Not here: countries and what we state of them.
May import: nothing of this project outside this package.
"""
