from importlib import import_module

from django.apps import AppConfig


class VoiceConfig(AppConfig):
    name = "alongside.voice"

    def ready(self) -> None:
        # Raw answers stand apart from `models`, so that no import of those brings them along.
        import_module("alongside.voice.vault")
