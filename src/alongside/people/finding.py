"""How people and units are found: by the start of any word of their names, however many there are."""

from typing import Any, Self, TypeVar

from django.db import models

from alongside.people import names

# Things that one word finds, from which on they are not gathered first and sorted then. Measured with 100,000 people.
_MANY = 1000
_Things = TypeVar("_Things", bound=models.QuerySet[Any])
_Words = TypeVar("_Words", bound="Word")


class WordQuerySet(models.QuerySet[_Words]):
    def starting_with(self, start: bytes) -> Self:
        return self.filter(word__gte=start, word__lt=names.after_all_that_start_with(start))


class Word(models.Model):
    """One word that finds something. Kept as bytes: a range over them is a search by a word's start, with an index."""

    word = models.BinaryField(max_length=300)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return bytes(self.word).decode()


def found_by(asked: str, things: _Things, words: WordQuerySet[Any], of: str) -> _Things:
    """Those of `things` that each word of `asked` finds: it starts one of their `words`, whose field is `of`."""
    starts = names.words(asked)
    if len(starts) == 1 and words.starting_with(starts[0])[_MANY:].exists():
        # So many are found that it is quicker to go down the list of all names until a page is full.
        return things.filter(models.Exists(words.starting_with(starts[0]).filter(**{of: models.OuterRef("pk")})))
    found = things if starts else things.none()
    for start in starts:
        found = found.filter(pk__in=words.starting_with(start).values(of))
    return found
