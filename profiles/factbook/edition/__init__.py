"""An edition as files: its entities and fields by their names of today, days, countries."""
