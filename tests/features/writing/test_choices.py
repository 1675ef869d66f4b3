"""Only words that can stand in a place are offered for it."""

import pytest

from alongside.engines.writing import Finding, check, fix_of
from alongside.writing.choices import sentences_for, without, words_for


def finding(text: str, words: str, *alternatives: str) -> Finding:
    start = text.index(words)
    return Finding(start, start + len(words), words, "a.b", "a", "term", "avoid", "Why.", alternatives)


def test_advice_in_brackets_and_whole_sentences_are_no_words_for_a_place() -> None:
    alternatives = ("(leave it out)", "takes a minute", "How long did it take you?")
    assert words_for(finding("It is easy.", "is easy", *alternatives)) == ("takes a minute",)
    assert words_for(finding("Is it?", "Is it?", "How long is it?")) == ("How long is it?",)


def test_a_sentence_is_something_to_say_where_it_cannot_take_the_place_of_the_words() -> None:
    assert sentences_for(finding("It is easy.", "easy", "quick", "How long did it take?")) == ("How long did it take?",)
    assert sentences_for(finding("Is it?", "Is it?", "How long is it?")) == ()


@pytest.mark.parametrize(
    ("text", "words", "after"),
    [
        ("You can just ask.", "just", "You can ask."),
        ("Just ask.", "Just", "Ask."),
        ("You ask, obviously.", "obviously", "You ask."),
        ("Obviously, you ask.", "Obviously", "You ask."),
        ("You must, of course, ask.", "of course", "You must ask."),
        ("Just\nask.", "Just", "\nask."),
        ("just", "just", ""),
    ],
)
def test_words_are_left_out_with_the_space_beside_them(text: str, words: str, after: str) -> None:
    gone = without(finding(text, words, "(leave it out)"), text)
    assert gone
    start, end, instead = gone
    assert text[:start] + instead + text[end:] == after


def test_words_that_are_to_stay_are_not_left_out() -> None:
    assert without(finding("Hey guys", "guys", "all"), "Hey guys") is None


def test_advice_never_comes_into_a_text_by_itself() -> None:
    found = check("You can just ask. Simply press the key. It is so easy: just do it, obviously.", markup="text")
    assert not [fix for one in found if (fix := fix_of(one)) and fix.startswith("(")]
