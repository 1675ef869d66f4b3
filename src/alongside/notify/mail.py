"""Plain mail, by whatever Django sends it with: a server, or a folder until one is named."""

import logging
from smtplib import SMTPException

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

_log = logging.getLogger(__name__)


def letter(
    *, to: str, subject: str, text: str, number: str = "", connection: BaseEmailBackend | None = None
) -> EmailMessage:
    """A mail to one person. With the `number`, mailboxes see that one that comes twice is the same."""
    headers = {"Auto-Submitted": "auto-generated"}  # keeps out-of-office answers away (RFC 3834)
    if number:
        headers["Message-ID"] = f"<{number}@alongside>"
    return EmailMessage(subject, text, to=[to], headers=headers, connection=connection)


def send(*, to: str, subject: str, text: str) -> bool:
    """Hand over one mail. Says whether that worked: what to do if not is the caller's to know."""
    try:
        letter(to=to, subject=subject, text=text).send()
    except (SMTPException, OSError) as fault:
        # Neither the address nor the words: a log is read by others.
        _log.warning("A mail could not be handed over: %s", type(fault).__name__)
        return False
    return True
