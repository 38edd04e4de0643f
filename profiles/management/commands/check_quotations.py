"""`manage.py check_quotations`: look for every quotation in the text of its document again."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from profiles.quoting import check_all, left_behind


class Command(BaseCommand):
    """Exit 1 with a list where a quotation is not found."""

    help = "Re-check every quotation against the text of its document; exit 1 and list those that are not found."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        found = check_all()
        lost = [each for each in found if not each.quotation.is_found]
        for each in lost:
            self.stdout.write(
                f"{each.excerpt.key}: {each.excerpt.document.key}, {each.excerpt.locator}: "
                f"{each.quotation.get_verdict_display().lower()}. {each.quotation.reason}"
            )
        for gone in left_behind():
            self.stdout.write(
                f"{gone.quotation.key}: not in {gone.newer.key}, which replaces its document. {gone.reason}"
            )
        if lost:
            raise CommandError(f"{len(lost)} of {len(found)} quotations are not found.")
        self.stdout.write(f"{len(found)} quotations, all found.")
