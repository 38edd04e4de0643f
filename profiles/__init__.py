"""What we state about countries, each statement resting on a document in `sources`.

Here: things (countries, people, offices, elections …), claims (figures, statements, breakdowns …), the declaration
of every table (`datasets.py`) and the ways in and out. Not here: documents and text. May import: `sources`.
"""
