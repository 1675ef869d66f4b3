"""The site's own settings, with one page more: the plainest one, which the others are measured against."""

from alongside.settings import *  # noqa: F403 - all of them

ROOT_URLCONF = "site_urls"
