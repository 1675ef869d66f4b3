"""A settings module of one's own, as docs/run/settings.md shows it for SAML."""

import os

from alongside.settings import *  # noqa: F403 - all of them
from alongside.settings import INSTALLED_APPS, SOCIALACCOUNT_PROVIDERS

INSTALLED_APPS += ["allauth.socialaccount.providers.saml"]
SOCIALACCOUNT_PROVIDERS["saml"] = {
    "APPS": [
        {
            "client_id": "work",
            "name": "Birch account",
            "provider_id": "https://login.birch.example/saml",
            "settings": {
                "idp": {
                    "entity_id": "https://login.birch.example/saml",
                    "sso_url": "https://login.birch.example/saml/sign-in",
                    "x509cert": os.environ["SAML_CERTIFICATE"],
                },
                "attribute_mapping": {"email": "mail"},
                "verified_email": True,
            },
        }
    ]
}
