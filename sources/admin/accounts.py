"""Accounts and groups: Django's own, with lists that need no script and break no policy."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User

admin.site.unregister(User)
admin.site.unregister(Group)


@admin.register(User)
class AccountAdmin(UserAdmin):  # type: ignore[type-arg]  # the stubs' type argument does not exist at run time
    """Who may sign in, and in which groups."""

    filter_horizontal = ()
    readonly_fields = ("last_login", "date_joined")


@admin.register(Group)
class RoleAdmin(GroupAdmin):
    """What the members of a group may do."""

    filter_horizontal = ()
