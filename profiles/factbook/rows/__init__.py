"""From what was understood to rows: things, citations and claims, matched with what is there."""
