"""Logging in with a user name or an e-mail address."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.db.models import Case, Q, Value, When
from django.http import HttpRequest

from people.models import User


class UsernameOrEmailBackend(ModelBackend):
    def authenticate(
        self,
        request: HttpRequest | None,  # noqa: ARG002
        username: str | None = None,
        password: str | None = None,
        **kwargs: Any,  # noqa: ARG002 Django passes whatever the form had
    ) -> User | None:
        """The user who owns this name or address and password, or nobody.

        A user name letter for letter goes before one in other capitals, and that before an address.
        An unknown name costs one password hash, like a known one, so that timing tells nothing.
        """
        if not username or password is None:
            return None
        named = Q(username__iexact=username) | Q(email__iexact=username)
        nearest = Case(
            When(username=username, then=Value(0)),
            When(username__iexact=username, then=Value(1)),
            default=Value(2),
        )
        user = User.objects.filter(named).order_by(nearest, "pk").first()
        if user is None:
            User().set_password(password)
            return None
        if user.check_password(password) and self.user_can_authenticate(user):
            return user
        return None
