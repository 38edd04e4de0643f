"""Compile every template, of both languages: `python -m tools.check_templates`; a page nobody opened breaks here."""

import sys
from pathlib import Path

import django
from django.template import TemplateSyntaxError, engines
from django.template.backends.django import DjangoTemplates
from django.template.backends.jinja2 import Jinja2
from jinja2 import TemplateSyntaxError as PageSyntaxError

from tools.places import CLONE

DESK = "admin"  # templates/admin/ is in Django's own language, all else below templates/ in Jinja2


def faults() -> list[str]:
    """One line for each template that does not compile."""
    pages, desk = engines["pages"], engines["desk"]
    if not (isinstance(pages, Jinja2) and isinstance(desk, DjangoTemplates)):
        raise TypeError("settings.TEMPLATES: 'pages' is Jinja2's, 'desk' is Django's")
    found: list[str] = []
    root = CLONE / "templates"
    for path in sorted(path for path in root.rglob("*") if path.is_file() and not path.name.startswith(".")):
        name, source = path.relative_to(root), path.read_text(encoding="utf-8")
        try:
            if name.parts[0] == DESK:
                desk.engine.from_string(source)
            else:
                pages.env.compile(source, str(name), str(path))
        except (TemplateSyntaxError, PageSyntaxError) as error:
            found.append(f"{path.relative_to(CLONE)}:{getattr(error, 'lineno', '')} {error}")
    return found


def app_templates() -> list[Path]:
    """Templates inside our apps, which nothing would compile: they belong below templates/."""
    return [path for app in ("config", "sources", "profiles") for path in (CLONE / app).rglob("templates/**/*.html")]


def main() -> int:
    """Print the faults; exit status 1 where there is one."""
    django.setup()
    found = faults() + [f"{path.relative_to(CLONE)}: belongs below templates/" for path in app_templates()]
    print("\n".join(found) or "all templates compile")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
