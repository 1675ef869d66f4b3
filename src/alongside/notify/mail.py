"""Plain mail, by whatever Django sends it with: a server, or a folder until one is named."""

import logging
from smtplib import SMTPException

from django.core.mail import EmailMessage

_log = logging.getLogger(__name__)


def send(*, to: str, subject: str, text: str) -> bool:
    """Hand over one mail. Says whether that worked: what to do if not is the caller's to know."""
    # "Auto-Submitted" keeps out-of-office answers away (RFC 3834).
    message = EmailMessage(subject, text, to=[to], headers={"Auto-Submitted": "auto-generated"})
    try:
        message.send()
    except (SMTPException, OSError) as fault:
        # Neither the address nor the words: a log is read by others.
        _log.warning("A mail could not be handed over: %s", type(fault).__name__)
        return False
    return True
