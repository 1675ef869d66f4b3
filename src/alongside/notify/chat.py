"""Messages to a chat, at an address that takes them (an incoming webhook)."""

from html import escape

from alongside.notify import outside
from alongside.notify.models import Channel


def post(*, chat: str, address: str, text: str) -> None:
    """Hand over one message, in the shape that the chat asks for.

    Raises:
        outside.NotOutside: the address is not https, or leads to a private network.
        outside.Unreachable: nobody answered in time, or the chat did not take it.
    """
    # Slack reads <!channel> as a call to everyone, so that these three signs are written as it asks for.
    document = _as_card(text) if chat == Channel.TEAMS else {"text": escape(text, quote=False)}
    status = outside.post(address, document)
    if status >= 300:
        raise outside.Unreachable(f"The answer was {status}.")


def _as_card(text: str) -> dict[str, object]:
    """A message for the workflow of a Teams channel: an Adaptive Card with one text."""
    card = {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.4",
        "body": [{"type": "TextBlock", "text": text, "wrap": True}],
    }
    attachment = {"contentType": "application/vnd.microsoft.card.adaptive", "contentUrl": None, "content": card}
    return {"type": "message", "attachments": [attachment]}
