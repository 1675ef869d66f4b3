"""What makes a document hard to read is found in documents, and only there."""

import tomllib
from importlib import resources

import pytest

from alongside.engines.writing import check
from alongside.engines.writing._finding import Finding
from alongside.engines.writing._page import Page
from alongside.engines.writing._readability import findings as readability
from alongside.engines.writing._readability._plain import phrases

PADDING = "We meet on Monday. We eat a red apple and talk about the week that was. Then each of us goes home. " * 4


def found(text: str, markup: str = "markdown") -> list[Finding]:
    return [one for one in check(f"{PADDING}\n\n{text}\n", markup=markup) if one.kind == "readability"]


def marked(text: str, markup: str = "markdown") -> list[tuple[str, str]]:
    return [(one.rule.removeprefix("readability."), one.text) for one in found(text, markup)]


def test_plain_prose_is_left_alone() -> None:
    assert marked("") == []


@pytest.mark.parametrize(
    "text", ["Click [here](/a) to utilise it.", "[Read more](/a) " * 10, "Prior to this, we met. " * 5]
)
def test_a_short_message_gets_nothing(text: str) -> None:
    assert [one for one in check(text) if one.kind == "readability"] == []


@pytest.mark.parametrize(("words", "sentences", "is_document"), [(60, 3, True), (59, 3, False), (60, 2, False)])
def test_a_document_has_sixty_words_and_three_sentences(words: int, sentences: int, is_document: bool) -> None:
    rest = "Winter mornings. " * (sentences - 1)
    text = f"See [here](/a) {'sunshine ' * (words - 2 - 2 * (sentences - 1) - 1)}today. {rest}"
    assert len(text.replace("(/a)", "").split()) == words
    assert ("readability.link-text" in {one.rule for one in check(text)}) == is_document


def test_comments_of_a_program_get_nothing() -> None:
    assert marked(f"# {PADDING}\n# Prior to this, utilise [here](/a).", "code:python") == []


def test_a_heap_of_data_gets_nothing() -> None:
    page = Page(f"{PADDING} See [here](/a). " * 4_000, "markdown", "en-GB")
    assert len(page.source) > 1_000_000
    assert readability(page) == []


@pytest.mark.parametrize(
    ("text", "markup", "expected"),
    [
        ("See [here](/a) for times.", "markdown", ("link-text", "here")),
        ("**[Click here »](/a)** for times.", "markdown", ("link-text", "Click here")),
        ("[read more][1]\n\n[1]: /a", "markdown", ("link-text", "read more")),
        ('<a href="/a" class="x">Learn more</a>', "markdown", ("link-text", "Learn more")),
        ('<p><a href="/a">this link</a></p>', "html", ("link-text", "this link")),
        ("`here </a>`_ are the times", "rst", ("link-text", "here")),
        ("[https://example.org/a/b](https://example.org/a/b)", "markdown", ("link-address", "https://example.org/a/b")),
        ("![](cat.png)", "markdown", ("alt-text", "![]")),
        ("![IMG_2041.jpg](a.jpg)", "markdown", ("alt-text", "![IMG_2041.jpg]")),
        ('<img src="cat.png">', "html", ("alt-text", '<img src="cat.png">')),
        ("It was fun 🎉🎉🎉", "markdown", ("emoji-row", "🎉🎉🎉")),
        ("We 🎉 celebrate on Friday.", "markdown", ("emoji-inside", "🎉")),
        ("Happy #internationalwomensday to all", "markdown", ("hashtag", "#internationalwomensday")),
        ("PLEASE SWITCH OFF THE LIGHTS WHEN LEAVING.", "markdown", ("capitals", "PLEASE")),
        ("We met prior to lunch.", "markdown", ("hard-word", "prior to")),
        ("We utilised it.", "markdown", ("hard-word", "utilised")),
        ("We are utilizing it.", "markdown", ("hard-word", "utilizing")),
        ("We will\ntouch\nbase soon.", "markdown", ("idiom", "touch\nbase")),
        ("Ask the QXV about it.", "markdown", ("acronym", "QXV")),
    ],
)
def test_what_is_hard_to_read_or_hear_is_found(text: str, markup: str, expected: tuple[str, str]) -> None:
    assert marked(text, markup) == [expected]


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("See the [opening hours](/a).", "markdown"),
        ("`[here](/a)` makes a link.", "markdown"),
        ("```\n[here](/a) ![](b.png)\n```", "markdown"),
        ("It is here (and more) there.", "markdown"),
        ("![A cat asleep on a desk](cat.png)", "markdown"),
        ('<img src="line.png" alt="">', "html"),
        ("`![](cat.png)`", "markdown"),
        ("Done ✅", "markdown"),
        ("- ✅ we came", "markdown"),
        ("Happy #InternationalWomensDay and #accessibility to all, see a.html#sectionwork", "markdown"),
        ("THE SOFTWARE IS PROVIDED AS IS WITHOUT WARRANTY OF ANY KIND.", "markdown"),
        ("The people team (QXV) meets. QXV is small.", "markdown"),
        ("The QXV (the people team) meets.", "markdown"),
        ("The Quick Xylophone Venture met. QXV is small.", "markdown"),
        ("The quick xylophone venture of York met. QXVY is small.", "markdown"),
        ("Send a PDF to HR by 5 PM, see ISO-8859 and chapter XIV.", "markdown"),
        ("It is NOT so, and not now.", "markdown"),
        ("The word is notwithstandingly long.", "markdown"),
        ("Cease-fire talks went on.", "markdown"),
    ],
)
def test_what_is_fair_is_left_alone(text: str, markup: str) -> None:
    assert marked(text, markup) == []


def test_a_sentence_of_over_25_words_is_long_and_its_first_word_is_marked() -> None:
    twenty_five = "Everybody " + "goes and " * 12 + "sings"
    assert len(twenty_five.split()) == 26
    assert marked(f"{twenty_five}.") == [("long-sentence", "Everybody")]
    assert "26 words" in found(f"{twenty_five}.")[0].why
    assert marked(twenty_five.replace("goes and goes", "goes", 1).replace(" sings", "") + ".") == []


def test_three_passives_in_a_sentence_are_a_chain_and_two_are_not() -> None:
    assert marked("The form was filled in, then it was signed by hand, and after a week it was sent.") == [
        ("passive-chain", "The")
    ]
    assert marked("The form was filled in, then it was signed by hand, and after a week we sent it.") == []


def test_a_rule_speaks_five_times_a_document_and_says_how_many_more_there_are() -> None:
    links = found(" ".join(f"See [here](/{number})." for number in range(12)))
    assert len(links) == 5
    assert links[-1].why.endswith("There are 7 more in this text.")


def test_the_plain_word_takes_the_form_and_the_capital_of_the_hard_one() -> None:
    assert [one.alternatives for one in found("Utilising it, she ascertained it, and it commences.")] == [
        ("Using",), ("found out",), ("starts",),
    ]  # fmt: skip
    assert found("See #blacklivesmatter today")[0].alternatives == ("#BlackLivesMatter",)


def test_there_are_at_least_two_hundred_hard_words_with_a_plain_one() -> None:
    table = tomllib.loads(
        resources.files("alongside.engines.writing._readability")
        .joinpath("plain_words.toml")
        .read_text(encoding="utf-8")
    )
    assert sum(len(part) for part in table.values()) >= 200


def test_no_plain_word_is_hard_itself() -> None:
    hard = {phrase.words for phrase in phrases()}
    assert [phrase.plain for phrase in phrases() if phrase.plain in hard] == []


def test_every_finding_stands_where_it_says(pytestconfig: pytest.Config) -> None:
    for page in sorted((pytestconfig.rootpath / "docs").rglob("*.md"))[:12]:
        text = page.read_text(encoding="utf-8")
        assert all(text[one.start : one.end] == one.text for one in check(text))
