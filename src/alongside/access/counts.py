"""Django's cache on a table of ours. Unlike Django's own it never unpickles what the database holds."""

import datetime as dt
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from alongside.access.models import Count

_FOREVER = dt.datetime(9999, 1, 1, tzinfo=dt.UTC)


class RowCache(BaseCache):
    """Keeps what JSON can hold. Made for a few small values, such as what the sign-in pages count."""

    def __init__(self, _location: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        row = Count.objects.filter(pk=self._row(key, version), expires_at__gt=timezone.now()).first()
        return default if row is None else row.value

    def set(self, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        kept = {"value": value, "expires_at": self._end(timeout)}
        Count.objects.update_or_create(pk=self._row(key, version), defaults=kept)

    def add(self, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        row = self._row(key, version)
        with transaction.atomic():
            Count.objects.filter(pk=row, expires_at__lte=timezone.now()).delete()
            _, is_new = Count.objects.get_or_create(pk=row, defaults={"value": value, "expires_at": self._end(timeout)})
        return is_new

    def touch(self, key: str, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        row = Count.objects.filter(pk=self._row(key, version), expires_at__gt=timezone.now())
        return row.update(expires_at=self._end(timeout)) > 0

    def delete(self, key: str, version: int | None = None) -> bool:
        return Count.objects.filter(pk=self._row(key, version)).delete()[0] > 0

    def clear(self) -> None:
        Count.objects.all().delete()

    def _row(self, key: str, version: int | None) -> str:
        return salted_hmac("access.counts", self.make_key(key, version), algorithm="sha256").hexdigest()

    def _end(self, timeout: float | None) -> dt.datetime:
        seconds = self.get_backend_timeout(timeout)
        return _FOREVER if seconds is None else dt.datetime.fromtimestamp(seconds, dt.UTC)
