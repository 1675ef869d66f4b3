"""What a person says about themself is written by their own service and by nothing else, such as an import."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import alongside
from alongside.people.models import Person

SOURCE = Path(alongside.__file__).parent
# The fields themselves, the form by which the person says it, and the service that keeps it.
THEIRS = {"people/models.py", "people/forms.py", "people/services.py"}
# Makes up people who were never there before, so that nobody's own words are written over.
INVENTED = {"administration/sample.py"}
MODULES = [
    path
    for path in sorted(SOURCE.glob("**/*.py"))
    if "migrations" not in path.parts and str(path.relative_to(SOURCE)) not in THEIRS | INVENTED
]
# Names that other things have too; these are looked for only where a person is written.
_WRITERS = {"Person", "update", "create", "get_or_create", "update_or_create", "bulk_create", "bulk_update", "save"}


def _name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _is_a_record_of_the_engine(call: ast.Call, tree: ast.Module) -> bool:
    """Whether a call makes what the writing check is told of a colleague: it is kept nowhere."""
    if isinstance(call.func, ast.Attribute):
        return isinstance(call.func.value, ast.Name) and call.func.value.id == "writing"
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    return any(
        (node.module or "").startswith("alongside.engines.writing")
        for node in imports
        if any(each.name == _name_of(call) for each in node.names)
    )


def writes_in(source: str) -> Iterator[str]:
    """Where a text of Python sets one of a person's own fields: by attribute, by keyword, or by name in a list."""
    own, tree = set(Person.OWN), ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and node.attr in own:
            yield f"line {node.lineno}: .{node.attr} ="
        if isinstance(node, ast.Call) and _name_of(node) in _WRITERS and not _is_a_record_of_the_engine(node, tree):
            named = {keyword.arg for keyword in node.keywords} & own
            listed = {part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and part.value in own} - {
                "language"
            }
            yield from (f"line {node.lineno}: {_name_of(node)}({name})" for name in named | listed)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_nothing_else_writes_what_a_person_says_about_themself(module: Path) -> None:
    assert not list(writes_in(module.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "source",
    [
        "person.called = 'Bea'",
        "Person(full_name='Ben', pronouns='he/him')",
        "Person.objects.filter(unit=unit).update(asks_a_month=2)",
        "Person.objects.bulk_create(people, update_conflicts=True, update_fields=['email', 'respelling'])",
        "Person.objects.bulk_update(people, ['time_zone'])",
        "person.save(update_fields=['called'])",
    ],
)
def test_such_a_write_would_be_seen(source: str) -> None:
    assert list(writes_in(source))
