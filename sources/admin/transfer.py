"""Import and export pages: django-import-export's addresses, forms and rights, with our own reading and writing.

Its row-by-row engine saves the good rows of a bad file and reports success whatever became of them; ours is whole or
nothing and reports what the database holds after the commit (`profiles.admin.resources`).
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from import_export.admin import ImportExportModelAdmin
from import_export.formats import base_formats
from import_export.forms import ConfirmImportForm, ExportForm, ImportForm

from sources.admin import staging
from sources.admin.plugs import PLUGS
from sources.admin.rights import allowed

LARGEST = 16 * 2**20  # bytes of an uploaded file
SUFFIXES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class UploadForm(ImportForm):
    """A file and its format; the format may be left to the file's name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["format"].required = False
        self.fields["format"].help_text = "Leave it open and the file's name decides."
        self.fields["import_file"].help_text = f"CSV in UTF-8, or XLSX; at most {LARGEST // 2**20} MB."
        self.fields["import_file"].widget.attrs["accept"] = ".csv,.xlsx"

    def clean_import_file(self) -> Any:
        """Refuse what is too large before anything reads it."""
        upload = self.cleaned_data["import_file"]
        if upload.size > LARGEST:
            raise forms.ValidationError(
                f"The file has {upload.size / 2**20:.1f} MB; at most {LARGEST // 2**20} MB are taken. Split it, or let "
                "an administrator load it by command."
            )
        return upload

    def clean(self) -> dict[str, Any]:
        """Take the format from the file's name where none was chosen."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        upload = cleaned.get("import_file")
        if upload and not cleaned.get("format"):
            titles = [title for _, title in self.fields["format"].choices if title != "---"]
            ending = upload.name.rpartition(".")[2].lower()
            if ending not in titles:
                self.add_error("format", "The file's name ends in neither .csv nor .xlsx: choose its format.")
            else:
                cleaned["format"] = str(titles.index(ending))
        return cleaned


class TransferMixin(ImportExportModelAdmin):
    """The two pages of one table."""

    import_form_class = UploadForm
    export_form_class = ExportForm
    import_template_name = "admin/import_page.html"
    export_template_name = "admin/export_page.html"
    import_formats = [base_formats.CSV, base_formats.XLSX]
    export_formats = [base_formats.CSV, base_formats.XLSX]
    formats = [base_formats.CSV, base_formats.XLSX]

    def get_resource_classes(self, request: HttpRequest) -> list[Any]:
        """The table's own columns, from its declaration."""
        return [self.resource()]

    get_import_resource_classes = get_export_resource_classes = get_resource_classes

    def resource(self) -> Any:
        """Return the resource class of the table."""
        if PLUGS.resource is None:
            raise RuntimeError("profiles.admin has not filled the desk's plugs")
        return PLUGS.resource(self.model)

    # Import

    def import_action(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Take a file and show what it would do; nothing is written."""
        if not self.has_import_permission(request):
            raise PermissionDenied
        form = self.create_import_form(request)
        extra: dict[str, Any] = {}
        if request.method == "POST" and form.is_valid():
            extra = self._preview(request, form)
        return self._import_page(request, form, extra)

    def _preview(self, request: HttpRequest, form: Any) -> dict[str, Any]:
        upload = form.cleaned_data["import_file"]
        ending = self._ending(form.cleaned_data["format"])
        content = upload.read()
        resource = self.resource()()
        outcome = resource.rehearse(upload.name, content, ending, may_publish=self._may_publish(request))
        extra: dict[str, Any] = {"outcome": outcome, "result": resource.as_result(outcome), "file_name": upload.name}
        if not outcome.faults and outcome.changes_something:
            name = staging.stage(
                staging.Staged(request.user.pk or 0, self.opts.label, upload.name, ending, content, outcome.state)
            )
            upload.tmp_storage_name = name
            extra["confirm_form"] = self.create_confirm_form(request, import_form=form)
        return extra

    def process_import(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Write the file that was previewed, if it would still do what the preview showed."""
        if not self.has_import_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        form = ConfirmImportForm(request.POST)
        staged = (
            staging.fetch(form.cleaned_data["import_file_name"], request.user.pk or 0, self.opts.label)
            if form.is_valid()
            else None
        )
        here = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_import")
        if staged is None:
            self.message_user(request, "Nothing was written: choose the file once more.", messages.ERROR)
            return HttpResponseRedirect(here)
        resource = self.resource()()
        outcome = resource.perform(
            staged.name, staged.content, staged.format, staged.state, may_publish=self._may_publish(request)
        )
        staging.forget(form.cleaned_data["import_file_name"])
        if outcome.faults:
            self.message_user(
                request, "Nothing was written: the records have changed since the preview.", messages.ERROR
            )
            extra = {"outcome": outcome, "result": resource.as_result(outcome), "file_name": staged.name}
            return self._import_page(request, UploadForm(self.import_formats, [self.resource()]), extra)
        self.message_user(request, f"{staged.name} was imported: {outcome.receipt}.", messages.SUCCESS)
        return HttpResponseRedirect(reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist"))

    def _import_page(self, request: HttpRequest, form: Any, extra: dict[str, Any]) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": f"Import {self.opts.verbose_name_plural}",
            "form": form,
            "opts": self.opts,
            "media": self.media,
            "columns": self.resource().described(),
            "dataset": self.resource().dataset,
            "has_export_permission": self.has_export_permission(request),
            **extra,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, self.import_template_name, context)

    def _ending(self, number: str) -> str:
        return str(self.import_formats[int(number)]().get_title())

    def _may_publish(self, request: HttpRequest) -> bool:
        return allowed(request.user, "publish", self.model)

    # Export

    def export_action(self, request: HttpRequest) -> HttpResponse:
        """Ask for the format, then give what the list shows."""
        if not self.has_export_permission(request):
            raise PermissionDenied
        if not self.has_view_permission(request):
            raise PermissionDenied
        rows = self.get_export_queryset(request)
        form = ExportForm(self.export_formats, [self.resource()], data=request.POST or None)
        if request.method == "POST" and form.is_valid():
            ending = self._ending(form.cleaned_data["format"])
            return self._file(rows, ending)
        context = {
            **self.admin_site.each_context(request),
            "title": f"Export {self.opts.verbose_name_plural}",
            "form": form,
            "opts": self.opts,
            "media": self.media,
            "columns": self.resource().described(),
            "count": rows.count(),
            "filtered": bool(request.GET),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, self.export_template_name, context)

    def _file(self, rows: QuerySet[Any], ending: str) -> HttpResponse:
        resource = self.resource()
        response = HttpResponse(resource().export_file(rows, ending), content_type=SUFFIXES[ending])
        response["Content-Disposition"] = f'attachment; filename="{resource.dataset.name}.{ending}"'
        return response
