"""The page "Read in a document": a file or a pasted text, what was understood of it, then all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from sources import keys
from sources.admin import staging
from sources.admin.refusals import is_refusal, reason
from sources.admin.texts import check_text, normal
from sources.admin.understood import File, perform, rehearse
from sources.admin.widgets import PlainTextarea
from sources.ingest import blocks, child
from sources.ingest.blocks import RefusedFileError
from sources.ingest.layouts import LAYOUTS
from sources.models import Document

LARGEST = 50 * 2**20  # bytes of an uploaded file
TABLE = "read-in"  # what the staged file is for
PASTED = "pasted.txt"
MOST_NUMBERS = 2000  # boxes that a page may send


def layouts() -> list[tuple[str, str]]:
    """Return the layouts that a text may be read by."""
    return [("", "Chosen by its look"), *LAYOUTS.items()]


class LayoutForm(forms.Form):
    """Which document, and how its text is read."""

    document = forms.CharField(
        max_length=keys.MAX_LENGTH,
        help_text="The key of the document. One that is not there is made, as a draft.",
        widget=forms.TextInput({"class": "vTextField"}),
    )
    layout = forms.ChoiceField(
        choices=layouts,
        required=False,
        help_text="Look at what was understood, and choose another where it is not right.",
    )

    def __init__(self, may_change: Callable[[Document | None], bool], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._may_change = may_change

    def clean_document(self) -> str:
        """Refuse what is no key, and documents that this person may not change."""
        key: str = self.cleaned_data["document"]
        found = Document.objects.filter(key=key).first()
        problem = "" if found else keys.problem(key)
        if problem:
            raise forms.ValidationError(problem)
        if not self._may_change(found):
            raise forms.ValidationError("This document is published or withdrawn; an editor reads its text in.")
        return key


class FileForm(LayoutForm):
    """A file, or a text that is pasted in its place."""

    file = forms.FileField(
        required=False,
        help_text=f"Text, HTML, PDF or DOCX; at most {LARGEST // 2**20} MB. JSON Lines are read in by command.",
    )
    pasted = forms.CharField(
        required=False,
        strip=False,
        validators=[check_text],
        label="Or the text itself",
        help_text="Pasted from the first line to the last; at most 10 MB. Locators count the lines as they stand here.",
        widget=PlainTextarea({"rows": 12}),
    )
    field_order = ("document", "file", "pasted", "layout")

    def clean_file(self) -> Any:
        """Refuse what is too large before anything reads it."""
        upload = self.cleaned_data["file"]
        if upload and upload.size > LARGEST:
            raise forms.ValidationError(
                f"The file has {upload.size / 2**20:.1f} MB; at most {LARGEST // 2**20} MB are taken."
            )
        return upload

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and bool(cleaned["file"]) == bool(cleaned["pasted"]):
            both = "Choose a file or paste a text, not both." if cleaned["file"] else "Choose a file, or paste a text."
            self.add_error("file", both)
        return cleaned

    @property
    def source(self) -> str:
        """The field that the words came in by."""
        return "file" if self.cleaned_data["file"] else "pasted"

    def given(self) -> File:
        """Return the file, or the pasted text as one."""
        upload, layout = self.cleaned_data["file"], self.cleaned_data["layout"]
        if upload:
            return File(upload.name, upload.read(), layout)
        return File(PASTED, normal(self.cleaned_data["pasted"]).encode(), layout)


class StagedForm(LayoutForm):
    """A file that was previewed: read by another layout, or read in with what is ticked."""

    staged = forms.CharField(max_length=32, widget=forms.HiddenInput)


def read(file: File) -> blocks.Reading:
    """Read a file in a process of its own, with limits. Raises RefusedFileError."""
    return child.read_limited(file.data, file.name, file.layout or None)


def layout_name(layout: str) -> str:
    """Return how a layout is called."""
    if layout in LAYOUTS:
        return LAYOUTS[layout]
    from sources.ingest.opening import MARKED_UP  # with it come all readers, which pages seldom need

    return MARKED_UP.get(layout, layout)


def read_in_page(desk: Any, request: HttpRequest) -> HttpResponse:
    """Take a file, show what was understood, read it in: nothing is written before the last step."""
    if not (desk.has_change_permission(request) and desk.has_add_permission(request)):
        raise PermissionDenied
    if request.method == "POST" and "staged" in request.POST:
        return _go_on(desk, request)
    known = {"document": request.GET.get("document", "")}
    form = FileForm(
        _may_change(desk, request), request.POST or None, request.FILES or None, initial=known, label_suffix=""
    )
    if request.method == "POST" and form.is_valid():
        file = form.given()
        try:
            return _preview(desk, request, form.cleaned_data["document"], file, "")
        except (RefusedFileError, ValueError) as error:
            form.add_error(form.source, str(error))
    return _page(desk, request, {"form": form})


def _may_change(desk: Any, request: HttpRequest) -> Callable[[Document | None], bool]:
    return lambda document: bool(desk.has_change_permission(request, document))


def _preview(desk: Any, request: HttpRequest, key: str, file: File, staged: str) -> HttpResponse:
    preview = rehearse(key, read(file), file)
    if not staged:
        staged = staging.stage(staging.Staged(request.user.pk or 0, TABLE, file.name, file.layout, file.data, key))
    values = {"document": key, "layout": file.layout, "staged": staged}
    form = StagedForm(_may_change(desk, request), initial=values, label_suffix="")
    return _page(
        desk,
        request,
        {"form": form, "preview": preview, "file": file, "layout_name": layout_name(preview.reading.layout)},
    )


def _go_on(desk: Any, request: HttpRequest) -> HttpResponse:
    """Read the staged file by another layout, or in."""
    form = StagedForm(_may_change(desk, request), request.POST, label_suffix="")
    name = form.cleaned_data.get("staged", "") if form.is_valid() else ""
    held = staging.fetch(name, request.user.pk or 0, TABLE)
    if held is None:
        said = " ".join(str(error) for errors in form.errors.values() for error in errors)
        desk.message_user(request, f"Nothing was read in: choose the file once more. {said}", messages.ERROR)
        return HttpResponseRedirect(reverse("admin:sources_document_read_in"))
    key, file = form.cleaned_data["document"], File(held.name, held.content, form.cleaned_data["layout"])
    try:
        if "confirm" in request.POST:
            return _confirm(desk, request, key, file, name)
        return _preview(desk, request, key, file, name)
    except (RefusedFileError, ValueError) as error:
        form.add_error("layout", str(error))
    except DatabaseError as error:
        if not is_refusal(error):
            raise
        form.add_error(None, f"Nothing was read in. {reason(error)}")
    return _page(desk, request, {"form": form, "file": file})


def _confirm(desk: Any, request: HttpRequest, key: str, file: File, staged: str) -> HttpResponse:
    user: Any = request.user
    receipt = perform(
        key, read(file), file, by=user.get_username(), take=_numbers(request, "take"), parts=_numbers(request, "part")
    )
    staging.forget(staged)
    document = receipt.reading.document
    total = sum(receipt.passages.values())
    desk.message_user(request, f"{file.name} was read in: {total} passages of {document}.", messages.SUCCESS)
    if receipt.unlinked:
        words = f"{len(receipt.unlinked)} locators lead to no passage; they are listed beside the form."
        desk.message_user(request, words, messages.WARNING)
    for quotation in receipt.lost_quotations:
        desk.message_user(request, f"{quotation} is no longer found: {quotation.reason}", messages.WARNING)
    for quotation, why in receipt.left_behind:
        words = f"{quotation} is a quotation of the text that this one replaces, and not found here: {why}"
        desk.message_user(request, words, messages.WARNING)
    return HttpResponseRedirect(reverse("admin:sources_document_change", args=[document.pk]))


def _numbers(request: HttpRequest, name: str) -> list[int]:
    sent = request.POST.getlist(name)[:MOST_NUMBERS]
    return [int(each) for each in sent if each.isdecimal() and len(each) < 7]


def _page(desk: Any, request: HttpRequest, more: dict[str, Any]) -> HttpResponse:
    context = {
        **desk.admin_site.each_context(request),
        "title": "Read in a document",
        "opts": desk.opts,
        "media": desk.media,
        **more,
    }
    request.current_app = desk.admin_site.name
    return TemplateResponse(request, "admin/read_in.html", context)
