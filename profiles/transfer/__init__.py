"""Ways in and out: reading files into tables whole or not at all, writing tables to files, streaming CSV.

May import: `profiles.datasets` and below. Not here: what a table holds (`profiles.datasets`) or who may see it.
"""
