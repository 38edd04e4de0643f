"""The desk of the library: a file for each subject, as in `sources.models`.

What every table shares stands in `base`; nothing here knows the upper app, which fills `plugs`.
"""

from sources.admin import accounts, library, text, themes

__all__ = ["accounts", "library", "text", "themes"]
