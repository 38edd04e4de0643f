"""Countries, their names, and the documents about them."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from sources import keys
from sources.models.base import Linked, Publishable
from sources.models.fields import PartialDateField
from sources.models.history import recorded
from sources.models.rules import date_rules, key_rules, not_empty


@recorded()
class Country(Publishable):
    """A state or territory with a code of its own, or a former state.

    The 249 entries of ISO 3166-1, Kosovo (XKX), Akrotiri (XAX), Dhekelia (XDX), and former states. Oceans, unions and
    uninhabited islets without a code are no countries; Gaza and the West Bank are claims on PSE with a place.
    """

    soft_links = ("successor",)
    key_pattern = keys.COUNTRY_PATTERN

    class UnStatus(models.TextChoices):
        """Standing in the United Nations."""

        MEMBER = "member", "Member State"
        OBSERVER = "observer", "Non-member observer State"
        NONE = "none", "Neither"

    class IsoStatus(models.TextChoices):
        """Standing in ISO 3166."""

        ASSIGNED = "assigned", "Assigned in ISO 3166-1"
        USER_ASSIGNED = "user_assigned", "User-assigned code"
        WITHDRAWN = "withdrawn", "Withdrawn (ISO 3166-3)"

    alpha2 = models.CharField(
        max_length=2, blank=True, default="", help_text="ISO 3166-1 alpha-2 code. Namibia's is the text NA."
    )
    m49 = models.CharField(
        max_length=3, blank=True, default="", help_text="UN M49 code: three digits with leading zeros, as text."
    )
    gec = models.CharField(
        max_length=2, blank=True, default="", help_text="GEC (once FIPS 10-4) code of the World Factbook; not ISO's."
    )
    slug = models.SlugField(max_length=60, unique=True, help_text="Name in the address of the country page.")
    name = models.CharField(max_length=100, help_text="Name that pages use: the UN's English short name.")
    official_name = models.CharField(max_length=160, blank=True, default="", help_text="Formal name in English.")
    sort_key = models.CharField(
        max_length=100, help_text="Name in plain lower-case letters, for sorting: cote d'ivoire."
    )
    region = models.CharField(max_length=40, blank=True, default="", help_text="UN M49 region.")
    subregion = models.CharField(max_length=60, blank=True, default="", help_text="UN M49 sub-region.")
    un_status = models.CharField(
        max_length=10, choices=UnStatus, default=UnStatus.NONE, help_text="Standing in the United Nations."
    )
    iso_status = models.CharField(
        max_length=14, choices=IsoStatus, default=IsoStatus.ASSIGNED, help_text="Standing of the code in ISO 3166."
    )
    capital = models.CharField(
        max_length=100, blank=True, default="", help_text="Capital; what sources say of it is cited."
    )
    un_member_since = PartialDateField(help_text="Date of joining the United Nations, in EDTF.")
    successor = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        help_text="For a former state with one successor: that state.",
    )

    class Meta:
        ordering = ("sort_key", "key")
        verbose_name_plural = "countries"
        constraints = [
            *key_rules("country", keys.COUNTRY_PATTERN),
            *date_rules("country", "un_member_since"),
            not_empty("country", "name", "A country has a name."),
            models.CheckConstraint(
                condition=Q(alpha2="") | Q(alpha2__regex="^[A-Z]{2}$"),
                name="country_alpha2_is_two_capitals",
                violation_error_message="The alpha-2 code is two capital letters.",
            ),
            models.CheckConstraint(
                condition=Q(m49="") | Q(m49__regex="^[0-9]{3}$"),
                name="country_m49_is_three_digits",
                violation_error_message="The M49 code is three digits, with leading zeros.",
            ),
            models.CheckConstraint(
                condition=Q(gec="") | Q(gec__regex="^[A-Z]{2}$"),
                name="country_gec_is_two_capitals",
                violation_error_message="The GEC code is two capital letters.",
            ),
            models.UniqueConstraint(
                fields=("alpha2",),
                condition=~Q(alpha2=""),
                name="country_alpha2_is_its_own",
                violation_error_message="Another country has this alpha-2 code.",
            ),
            models.UniqueConstraint(
                fields=("m49",),
                condition=~Q(m49=""),
                name="country_m49_is_its_own",
                violation_error_message="Another country has this M49 code.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Address of the country page."""
        return reverse("profiles:country", args=[self.slug])


@recorded(owner="country")
class CountryName(Publishable):
    """One name of a country in one language, with the time it was in use where that is known."""

    class Kind(models.TextChoices):
        """What sort of name."""

        SHORT = "short", "Short name"
        FORMAL = "formal", "Formal name"
        NATIVE_SHORT = "native_short", "Own short name"
        NATIVE_FORMAL = "native_formal", "Own formal name"
        FORMER = "former", "Former name"

    country = models.ForeignKey(
        Country, on_delete=models.CASCADE, related_name="names", help_text="The country so named."
    )
    language = models.CharField(
        max_length=20, blank=True, default="", help_text="BCP 47 tag, such as kk-Latn; empty where unknown."
    )
    name = models.CharField(max_length=250, help_text="The name as written in that language.")
    kind = models.CharField(max_length=14, choices=Kind, help_text="What sort of name.")
    valid_from = PartialDateField(help_text="When the name came into use, in EDTF.")
    valid_to = PartialDateField(help_text="When it went out of use, in EDTF.")

    class Meta:
        ordering = ("country", "kind", "language", "key")
        constraints = [
            *key_rules("country_name"),
            *date_rules("country_name", "valid_from", "valid_to"),
            not_empty("country_name", "name", "Give the name."),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.language or '?'})"


@recorded(owner="document")
class DocumentCountry(Linked):
    """A document that somebody here has read for a country.

    A work known only because another cites it has no such row: it is reached through the claims that rest on it.
    """

    document = models.ForeignKey(
        "sources.Document", on_delete=models.CASCADE, related_name="document_countries", help_text="The document."
    )
    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, related_name="country_documents", help_text="The country it is about."
    )

    class Meta:
        ordering = ("document", "country")
        verbose_name = "country of a document"
        verbose_name_plural = "countries of documents"
        constraints = [
            models.UniqueConstraint(
                fields=("document", "country"),
                name="document_country_is_linked_once",
                violation_error_message="The document has this country already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.document} – {self.country}"
