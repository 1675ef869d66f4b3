"""How people sign in: who is let in is decided by set-up and import, never by a page that anyone can fill in."""

from collections.abc import Iterable
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.http import HttpRequest

from alongside.people.models import Person


class PersonBackend(AuthenticationBackend):  # type: ignore[misc]
    def get_user(self, user_id: int) -> Person | None:
        return Person.objects.with_page_needs().filter(pk=user_id, is_active=True).first()


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - the library's signature
        return False


class SocialAccountAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:  # noqa: ARG002 - the library's signature
        return False


def end_sessions(people: Iterable[int]) -> None:
    """Sign these people out everywhere, such as when they leave: whoever comes back has to sign in again.

    Args:
        people: the primary keys.
    """
    sessions = UserSession.objects.filter(user__in=list(people))
    with transaction.atomic():
        Session.objects.filter(pk__in=sessions.values("session_key")).delete()
        sessions.delete()
