"""The jurisdiction profile (X6): what the law of a place switches on, limits or switches off, and why.

Pages ask `profile_of(organisation)` what is said of a feature, services `require` it, and nothing else knows the law.
The facts stand in `jurisdictions.toml`, each with its reason and its source.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext

from alongside.people.models import Jurisdiction, Organisation

_FACTS = Path(__file__).with_name("jurisdictions.toml")


class ProfileMissing(Exception):
    """The organisation has not said whose law applies, so nothing that involves other people may start."""


class Feature(StrEnum):
    """What a jurisdiction has something to say about."""

    TRANSCRIPTS = "transcripts"
    RECORDING = "recording"
    FEELINGS = "feelings"
    TRAITS_BY_NAME = "traits_by_name"
    INFERENCE = "inference"
    SELF_DESCRIPTION = "self_description"
    MONITORING_FIGURES = "monitoring_figures"
    LIMITED_PROGRAMMES = "limited_programmes"
    POSITIVE_ACTION_RECORD = "positive_action_record"
    HEAD_COUNTS = "head_counts"
    PAY_FIGURES = "pay_figures"
    VOICE_ROUNDS = "voice_rounds"
    INVITATIONS = "invitations"
    STAFF_PACK = "staff_pack"


class State(StrEnum):
    """What becomes of a feature. A limited one is on, and held to what its reason says."""

    ON = "on"
    LIMITED = "limited"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Rule:
    """What is said about one feature, in words for everyone, and where that comes from."""

    feature: Feature
    title: str
    state: State
    because: str
    source: str


class SwitchedOffHere(Exception):
    """The law of this place, as we read it, does not let the organisation use a feature."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(f"{rule.title}: {rule.because}")
        self.rule = rule


@dataclass(frozen=True, slots=True)
class Profile:
    """All that follows from one jurisdiction."""

    jurisdiction: Jurisdiction
    rules: Mapping[Feature, Rule]
    wording: Mapping[str, str]

    def allows(self, feature: Feature) -> bool:
        """Whether the feature is there at all. What limits it is in its rule."""
        return self.rules[feature].state is not State.OFF

    def require(self, feature: Feature) -> Rule:
        """What is said about a feature that somebody is about to use.

        Raises:
            SwitchedOffHere: it may not be used here. The error's rule says why.
        """
        if not self.allows(feature):
            raise SwitchedOffHere(self.rules[feature])
        return self.rules[feature]

    def words(self, name: str) -> str:
        """How this is called here, in the language of whoever reads.

        Raises:
            KeyError: no such wording; `jurisdictions.toml` lists them.
        """
        return gettext(self.wording[name])


def profile_of(organisation: Organisation) -> Profile:
    """What the law of this organisation's place means for it.

    Raises:
        ProfileMissing: it has not been chosen. Call this before anything that reaches other people is opened.
    """
    if organisation.jurisdiction not in Jurisdiction.values:
        raise ProfileMissing(f"{organisation.name} has not chosen a jurisdiction; an administrator does that first.")
    return profile(Jurisdiction(organisation.jurisdiction))


@cache
def profile(jurisdiction: Jurisdiction) -> Profile:
    facts = _facts()
    rules = [_rule(entry, jurisdiction) for entry in facts["feature"]]
    return Profile(jurisdiction, {rule.feature: rule for rule in rules}, facts["wording"][jurisdiction])


@cache
def _facts() -> dict[str, Any]:
    return tomllib.loads(_FACTS.read_text(encoding="utf-8"))


def _rule(entry: dict[str, Any], jurisdiction: Jurisdiction) -> Rule:
    said = entry.get("everywhere") or entry[jurisdiction]
    return Rule(Feature(entry["name"]), entry["title"], State(said["state"]), said["because"], said["source"])
