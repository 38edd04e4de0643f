"""Steps of the workflow on the lists and under the forms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin import helpers
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from sources.admin.rights import allowed
from sources.admin.texts import check_text
from sources.admin.transfer import TransferMixin
from sources.admin.workflow import PUBLISH, RETURN, SEND, WITHDRAW, Step, StepRefusedError, take
from sources.models.base import Publishable

BUTTONS = {"_send": (SEND, "Save and send to review"), "_publish": (PUBLISH, "Save and publish")}


class ReasonForm(forms.Form):
    """Why a record goes back."""

    reason = forms.CharField(
        max_length=300,
        validators=[check_text],
        help_text="One line; it stands in the record's internal note, and on the start page of whoever sent it.",
    )


class WorkflowMixin(TransferMixin):
    """Send to review, publish, return to draft, withdraw."""

    actions = ("send_to_review", "publish", "return_to_draft", "withdraw")

    def has_publish_permission(self, request: HttpRequest) -> bool:
        """Whether this person may publish rows of the table."""
        return allowed(request.user, "publish", self.model)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Links have no status of their own."""
        found: dict[str, Any] = super().get_actions(request)
        if not issubclass(self.model, Publishable):
            for name in WorkflowMixin.actions:
                found.pop(name, None)
        return found

    def response_action(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        """Refuse row numbers that no page of ours has sent."""
        chosen = request.POST.getlist(helpers.ACTION_CHECKBOX_NAME)
        if any(not each.isdecimal() or len(each) > 18 for each in chosen):
            self.message_user(request, "The form names rows that cannot be; choose again.", messages.ERROR)
            return None
        found: HttpResponse | None = super().response_action(request, queryset)
        return found

    @admin.action(description="Send to review", permissions=["change"])
    def send_to_review(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Offer drafts to those who publish."""
        self._take(request, queryset, SEND)

    @admin.action(description="Publish, with the rows beneath", permissions=["publish"])
    def publish(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Show to visitors."""
        self._take(request, queryset, PUBLISH)

    @admin.action(description="Withdraw", permissions=["publish"])
    def withdraw(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Take from visitors' sight; nothing is deleted."""
        self._take(request, queryset, WITHDRAW)

    @admin.action(description="Return to draft…", permissions=["change"])
    def return_to_draft(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        """Ask for the reason, then send back."""
        form = ReasonForm(request.POST if "apply" in request.POST else None)
        if form.is_bound and form.is_valid():
            self._take(request, queryset, RETURN, form.cleaned_data["reason"])
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": "Return to draft",
            "opts": self.opts,
            "rows": list(queryset[:200]),
            "form": form,
            "action_checkbox_name": helpers.ACTION_CHECKBOX_NAME,
            "select_across": request.POST.get("select_across", "0"),
            "media": self.media,
        }
        return TemplateResponse(request, "admin/return_to_draft.html", context)

    def before_step(self, rows: Sequence[Any], step: Step) -> None:
        """Do what a table asks for before its rows take a step; raises StepRefusedError where one cannot."""

    def _take(self, request: HttpRequest, queryset: QuerySet[Any], step: Step, why: str = "") -> bool:
        try:
            count = take(self, request.user, queryset, step, why)
        except StepRefusedError as error:
            self.message_user(request, str(error), messages.ERROR)
            return False
        name = self.opts.verbose_name if count == 1 else self.opts.verbose_name_plural
        self.message_user(request, f"{count} {name} {step.done}.", messages.SUCCESS)
        return True

    def steps_for(self, request: HttpRequest, obj: Any) -> list[tuple[str, str]]:
        """Return the buttons under a form that save and go one step on."""
        if not issubclass(self.model, Publishable):
            return []
        status = obj.status if obj is not None else "draft"
        return [
            (name, label)
            for name, (step, label) in BUTTONS.items()
            if status in step.since and allowed(request.user, step.right, self.model)
        ]

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: str | None = None) -> HttpResponse:
        """Go the further step that the button asked for."""
        self._step_after_saving(request, obj)
        response: HttpResponse = super().response_add(request, obj, post_url_continue)
        return response

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Go the further step that the button asked for."""
        self._step_after_saving(request, obj)
        response: HttpResponse = super().response_change(request, obj)
        return response

    def _step_after_saving(self, request: HttpRequest, obj: Any) -> None:
        for name, (step, _) in BUTTONS.items():
            if name in request.POST and issubclass(self.model, Publishable):
                obj.refresh_from_db(fields=["status"])
                if obj.status in step.since and allowed(request.user, step.right, self.model):
                    self._take(request, self.model._default_manager.filter(pk=obj.pk), step)
