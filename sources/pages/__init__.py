"""What the pages of sources show: a document with its words, what rests on them, its versions side by side."""
