"""Open data sets that others publish, as sourced rows: officials, elections and population."""
