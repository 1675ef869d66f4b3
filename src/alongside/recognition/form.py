"""What the voice host asks of whoever has a pass to recognise colleagues."""

import hashlib
import json
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.ballots.models import Campaign
from alongside.recognition.tallying import BANDS, GIVERS, KINDS, MOST_COLLEAGUES, UNITS
from alongside.recognition.wording import KINDS as IN_WORDS


def form_of(campaign: Campaign) -> dict[str, Any]:
    """The same for everybody and in each quarter. Whom it is about comes from the browser, and is not known here."""
    return {
        "title": _("Say who stood by you"),
        "four_sentences": [
            _("Nobody can tell that it was you: not the colleague, no leader, nor whoever runs this site as it is."),
            _("A colleague sees something only if at least five others in two or more units said it of them."),
            _("They then see about how many it were, and what enough of you ticked. Of fewer, nothing is kept at all."),
            _("It is opened after the quarter's last day, by two people together, and the ballots are destroyed."),
        ],
        "digest": _digest(campaign),
        "questions": [
            {
                "id": "people",
                "kind": "people",
                "text": _("Who stood by you, and what did they do?"),
                "why": _("Up to five colleagues. You tick what they did; there is nothing to write."),
                "most": MOST_COLLEAGUES,
                "find": settings.SITE_URL + reverse("directory", urlconf=settings.ROOT_URLCONF),
                "options": [{"value": kind, "text": str(words)} for kind, words in IN_WORDS.items()],
            }
        ],
    }


def _digest(campaign: Campaign) -> str:
    """Of all that was fixed before anybody gave."""
    fixed = [str(campaign.uuid), campaign.spend_until.timestamp(), GIVERS, UNITS, MOST_COLLEAGUES, KINDS, BANDS]
    return hashlib.sha256(json.dumps(fixed).encode()).hexdigest()
