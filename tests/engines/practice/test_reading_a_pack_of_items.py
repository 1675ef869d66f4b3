"""An organisation's own items, from Markdown files to a library; and each fault told where it is."""

import pytest

from alongside.engines import practice

ACT = practice.our_catalogue().acts[0].code
SHARED = f"""---
starter_action: amplify_ideas
act: {ACT}
question: What helps most?
answer: Waiting.
sources: [Our retrospective]
---
"""


def read(text: str | bytes, name: str = "ours.md") -> tuple[practice.Item, ...]:
    content = text if isinstance(text, bytes) else text.encode()
    return practice.read_pack({name: content}, practice.our_catalogue()).items


def fault(text: str | bytes) -> str:
    with pytest.raises(practice.FaultyLibrary) as faults:
        read(text)
    return str(faults.value)


def test_a_file_holds_an_item_below_each_heading_with_the_fields_on_top_of_both() -> None:
    own = "---\nroles: [host, leader]\nanswer: Three seconds.\n---\n"
    first, second = read(f"{SHARED}# Let people finish\n\n{own}\nOne.\n\nTwo.\n\n# Ask twice\n\n## Why\n\nThree.")
    assert (first.code, first.title, first.area) == ("local-let-people-finish", "Let people finish", "amplify")
    assert (set(first.roles), first.answer, *first.text) == ({"host", "leader"}, "Three seconds.", "One.\n\nTwo.")
    assert (set(second.roles), second.answer, *second.text) == ({"anyone"}, "Waiting.", "## Why\n\nThree.")


def test_a_hash_in_a_listing_begins_no_item() -> None:
    [item] = read(f"{SHARED}# One\n\n```sh\n# not a heading\n```\n")
    assert "# not a heading" in item.text[0]


def test_a_file_as_windows_writes_it_is_read_alike() -> None:
    text = f"{SHARED}# One\n\nText.\n"
    assert read(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()) == read(text)


def test_a_code_of_ones_own_stays_when_the_title_changes() -> None:
    assert {read(f"{SHARED}# {title}\n---\ncode: pause\n---\nText.")[0].code for title in ("One", "Two")} == {
        "local-pause"
    }


def test_none_of_our_codes_begins_as_those_of_an_organisation_do() -> None:
    assert not [item.code for item in practice.our_library().items if item.code.startswith(practice.OWN)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "expected 1 to 200 items, each below a heading (# Title); found 0"),
        ("Just words.", "ours.md, line 1: expected a heading, such as # Let people finish, before any text"),
        (b"# One\n\xff", "ours.md: expected a text in UTF-8; byte 6 is not. Save the file as UTF-8"),
        (b"# One\n\x00", "ours.md: expected a text; it holds bytes of zero"),
        (f"{SHARED}# One\n\n", "ours.md, line 8, text: expected a text of 1 to 230 words"),
        (f"{SHARED}# One\n\n{'word ' * 231}", "ours.md, line 8, text: expected a text of 1 to 230 words"),
        (f"{SHARED}# {'word ' * 11}\n\nText.", "ours.md, line 8, title: expected a text of 1 to 10 words"),
        (f"{SHARED}# One\n---\nact: no-such\n---\nText.", "ours.md, line 8, act: expected one of "),
        (f"{SHARED}# One\n---\nroles: [chief]\n---\nText.", "line 8, roles: expected a list of anyone, leader"),
        (f"{SHARED}# One\n---\nrole: [host]\n---\nText.", "line 8, role: expected one of act, answer, code"),
        (f"{SHARED}# One\n---\ntext: here\n---\nText.", "line 8, text: expected above or below the fields"),
        (f"{SHARED}# One\n---\nact: [\n---\nText.", "ours.md, line 11: expected fields in YAML, such as act: "),
        (
            f"{SHARED}# One\n---\njust words\n---\nText.",
            "line 10: expected fields in YAML, such as act: count-to-three; it has",
        ),
        (f"{SHARED}# One\n---\nact: a\nText.", "ours.md, line 9: expected a second line of --- below the fields"),
        (f"{SHARED}# 相互尊重\n\nText.", "ours.md, line 8, code: expected a name of lower-case words with hyphens"),
        (f"{SHARED}# One\n\nText.\n\n# One\n\nText.", "local-one: expected once; found 2 times"),
    ],
)
def test_a_fault_is_told_with_its_place_and_what_was_expected(text: str | bytes, told: str) -> None:
    assert told in fault(text)


@pytest.mark.parametrize(
    "bomb",
    ["a: &a [x, x]\nb: [*a, *a]", "a: " + "[" * 50 + "]" * 50, "a: [" + "x, " * 500 + "x]"],
    ids=["aliases", "depth", "length"],
)
def test_fields_that_would_grow_when_they_are_read_are_refused(bomb: str) -> None:
    assert "it repeats or nests more than fields do" in fault(f"---\n{bomb}\n---\n# One\n\nText.")


def test_yaml_makes_nothing_but_texts_and_lists() -> None:
    assert "act: expected one of" in fault(f"{SHARED}# One\n---\nact: !!python/object/apply:os.getcwd []\n---\nText.")


def test_more_than_two_hundred_items_are_no_pack() -> None:
    assert "found 201" in fault(SHARED + "".join(f"# Item {number}\n\nText.\n\n" for number in range(201)))
