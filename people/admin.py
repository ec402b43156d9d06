"""The office's side of people: logins, persons, and the names they sign with."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from people.models import Author, Person, User


class NewUserForm(AdminUserCreationForm):
    class Meta:
        model = User
        fields = ("username", "name", "email")


@admin.register(User)
class UserAdmin(DjangoUserAdmin):
    add_form = NewUserForm
    fieldsets = (
        (None, {"fields": ("username", "password", "name", "email")}),
        (
            _("Rights"),
            {
                "fields": ("is_active", "is_staff", "is_superuser", "groups"),
                "description": _("The role in the newsroom is a group; take one or several."),
            },
        ),
        (_("More"), {"classes": ("collapse",), "fields": ("user_permissions", "last_login")}),
    )
    add_fieldsets = (
        (
            None,
            {
                "classes": ("wide",),
                "fields": (
                    "username",
                    "name",
                    "email",
                    "usable_password",
                    "password1",
                    "password2",
                ),
            },
        ),
    )
    show_facets = admin.ShowFacets.NEVER
    list_display = ("username", "name", "email", "roles", "is_active", "last_login")
    list_filter = ("is_active", "groups", "is_superuser")
    search_fields = ("username", "name", "email")
    ordering = ("username",)
    readonly_fields = ("last_login",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description=_("roles"))
    def roles(self, user: User) -> str:
        return ", ".join(group.name for group in user.groups.all())


@admin.register(Person)
class PersonAdmin(admin.ModelAdmin):
    fieldsets = (
        (None, {"fields": (("family", "middle", "given"), "email", "phone", "user")}),
        (_("For the office"), {"fields": ("note",)}),
    )
    show_facets = admin.ShowFacets.NEVER
    list_display = ("full_name", "email", "phone", "user", "pen_names")
    list_select_related = ("user",)
    search_fields = ("family", "middle", "given", "email", "author__name")
    autocomplete_fields = ("user",)
    ordering = ("sort_key", "pk")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Person]:
        return super().get_queryset(request).prefetch_related("author_set")

    @admin.display(description=_("name"), ordering="sort_key")
    def full_name(self, person: Person) -> str:
        return str(person)

    @admin.display(description=_("signs as"))
    def pen_names(self, person: Person) -> str:
        return ", ".join(author.name for author in person.author_set.all())


@admin.register(Author)
class AuthorAdmin(admin.ModelAdmin):
    fieldsets = (
        (None, {"fields": ("name", "slug", "kind")}),
        (_("On the author page"), {"fields": ("role_line", "bio", "email")}),
        (_("Never printed"), {"fields": ("persons",)}),
    )
    prepopulated_fields = {"slug": ("name",)}
    show_facets = admin.ShowFacets.NEVER
    list_display = ("name", "kind", "role_line", "signed")
    list_filter = ("kind",)
    search_fields = ("name", "slug", "persons__given", "persons__family")
    autocomplete_fields = ("persons",)
    ordering = ("sort_key", "pk")

    class Media:
        js = ("vietnamese/urlify.js",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Author]:
        return super().get_queryset(request).annotate(number_signed=Count("bylines"))

    @admin.display(description=_("articles"), ordering="number_signed")
    def signed(self, author: Author) -> int:
        return author.number_signed  # type: ignore[attr-defined]
