"""Reading documents in: one reader per layout (pure: text to blocks), and the loading of blocks into rows."""
