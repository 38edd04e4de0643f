"""The World Factbook: an edition read into fields, and its printed forms read into facts."""
