"""What the country page says, gathered with a fixed number of queries: one module per subject of the page.

Nothing here reads the clock or the request: the view passes a `Moment`. Views import this package, never the reverse.
"""
