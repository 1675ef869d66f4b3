"""YAML and JSON from strangers: no objects, no aliases, and no more and no deeper than a list of rules needs."""

import json
from typing import Any

import yaml

from alongside.engines.writing._packs._pack import UnusablePack

_LONGEST = 2_000_000
_DEEPEST = 12
_MOST_NODES = 200_000
_OPENS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_CLOSES = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


def load(text: str, name: str) -> Any:
    """Return plain dicts, lists and texts; of JSON also numbers and truth values.

    Nothing in YAML is taken for more than a text: `no` is a word that somebody looks for.

    Raises:
        UnusablePack: it is neither YAML nor JSON, or it is larger or deeper than rules need.
    """
    if len(text) > _LONGEST:
        raise UnusablePack(f"{name}: it is longer than {_LONGEST:,} characters. Divide it.")
    try:
        if text.lstrip().startswith("{"):
            return json.loads(text)
        _refuse_bombs(text, name)
        return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - it makes texts, lists and dicts only
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        where = f"line {mark.line + 1}: " if mark else ""
        raise UnusablePack(f"{name}: {where}this is not YAML: {getattr(fault, 'problem', None) or fault}.") from None
    except (ValueError, RecursionError) as fault:
        raise UnusablePack(f"{name}: this is not JSON: {fault}.") from None


def _refuse_bombs(text: str, name: str) -> None:
    depth = 0
    for nodes, event in enumerate(yaml.parse(text, Loader=yaml.CBaseLoader)):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent):
            raise UnusablePack(f"{name}: line {line}: *{event.anchor} repeats another part. Write it out instead.")
        depth += isinstance(event, _OPENS) - isinstance(event, _CLOSES)
        if depth > _DEEPEST or nodes > _MOST_NODES:
            raise UnusablePack(f"{name}: line {line}: it is nested deeper, or longer, than a list of rules can be.")
