"""The partial date: five columns declared as one field."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from sources import dates

COMPANIONS = ("earliest", "latest", "printed", "note")


def check_edtf(value: str) -> None:
    """Refuse a spelling that design section 6 does not hold, in an editor's words."""
    try:
        dates.bounds(value)
    except dates.DateError as error:
        raise ValidationError(str(error)) from error


class PartialDateField(models.CharField):  # type: ignore[type-arg]  # the stubs' type arguments do not exist at run time
    """A date in EDTF (ISO 8601-2:2019, levels 0 and 1 and what design section 6 adds).

    Declares `<name>` and beside it `<name>_earliest`, `<name>_latest` (days, empty on an open side, kept in step
    whenever a row is saved), `<name>_printed` (as the source prints it) and `<name>_note` (the reason where the date is
    inferred, relative, doubtful or impossible). To migrations and history all five are plain columns.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 80)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)
        self.validators = [*self.validators, check_edtf]

    def deconstruct(self) -> Any:
        """Migrations and history see a plain CharField, and the companions as fields of their own."""
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs

    def contribute_to_class(self, cls: type[models.Model], name: str, private_only: bool = False) -> None:
        super().contribute_to_class(cls, name, private_only)
        words = str(self.verbose_name or name).replace("_", " ")
        bound = "day that the date allows; computed from it, empty where that side is open or unknown."
        companions: dict[str, models.Field[Any, Any]] = {
            "earliest": models.DateField(
                f"{words}, earliest", null=True, blank=True, editable=False, help_text=f"Earliest {bound}"
            ),
            "latest": models.DateField(
                f"{words}, latest", null=True, blank=True, editable=False, help_text=f"Latest {bound}"
            ),
            "printed": models.CharField(
                f"{words}, as printed",
                max_length=120,
                blank=True,
                default="",
                help_text="The date as the source prints it.",
            ),
            "note": models.CharField(
                f"{words}, note",
                max_length=300,
                blank=True,
                default="",
                help_text="Why, where the date is inferred, relative, doubtful or impossible.",
            ),
        }
        for suffix, field in companions.items():
            cls.add_to_class(f"{name}_{suffix}", field)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Set the two bounds from the spelling, so that no way of saving can leave them apart."""
        value = getattr(model_instance, self.attname) or ""
        found = dates.bounds(value) if value else dates.Bounds(None, None)
        setattr(model_instance, f"{self.attname}_earliest", found.earliest)
        setattr(model_instance, f"{self.attname}_latest", found.latest)
        return value
