"""The desk: Django's admin under our name, with a start page by work and tables grouped by what they are for."""

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.http import HttpRequest, HttpResponse
from django.template.response import SimpleTemplateResponse, TemplateResponse
from django.urls import reverse

GROUPS = {"library": "Library", "profile": "Profile", "reference": "Reference", "accounts": "Accounts"}


class DeskSite(AdminSite):
    """Django's admin site; its pages come from the engine `desk`, since the public ones are in another language."""

    site_header = "Rightsbook desk"
    site_title = "Rightsbook desk"
    index_title = "What waits for you"
    index_template = "admin/start.html"
    empty_value_display = "–"
    enable_nav_sidebar = False  # forms and lists need the width; the start page and the path lead everywhere

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Wrap a view so that its template is looked for among the desk's own."""
        inner = super().admin_view(view, cacheable)

        def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            return _on_desk(inner(request, *args, **kwargs))

        wrapped.csrf_exempt = getattr(inner, "csrf_exempt", False)  # type: ignore[attr-defined]
        return wrapped

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Ask who it is."""
        return _on_desk(super().login(request, extra_context))

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """Show what waits for this person, then the tables."""
        from profiles.admin.work import lists_of_work

        return super().index(request, {"work": lists_of_work(request, self), **(extra_context or {})})

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """Group the tables by what they are for; those that only hold parts of others come apart."""
        if app_label:
            return super().get_app_list(request, app_label)
        groups: dict[str, list[Any]] = {name: [] for name in GROUPS}
        for app in self._build_app_dict(request).values():
            for entry in app["models"]:
                admin = self._registry[entry["model"]]
                entry["is_part"] = getattr(admin, "is_part", False)
                groups[getattr(admin, "group", "accounts")].append(entry)
        start = reverse("admin:index", current_app=self.name)
        return [
            {
                "name": title,
                "app_label": name,
                "app_url": f"{start}#{name}",
                "has_module_perms": True,
                "models": sorted((each for each in groups[name] if not each["is_part"]), key=_by_name),
                "parts": sorted((each for each in groups[name] if each["is_part"]), key=_by_name),
            }
            for name, title in GROUPS.items()
            if groups[name]
        ]


class DeskConfig(AdminConfig):
    """Puts our site in the place of Django's."""

    default_site = "config.desk.DeskSite"


def _on_desk(response: HttpResponse) -> HttpResponse:
    if isinstance(response, SimpleTemplateResponse) and not response.is_rendered:
        response.using = "desk"
    return response


def _by_name(entry: dict[str, Any]) -> str:
    return str(entry["name"]).lower()
