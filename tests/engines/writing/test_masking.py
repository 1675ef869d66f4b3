"""What is prose in each markup. The mask has the length of the text, so that its offsets are those of the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.engines.writing._masking import MARKUPS, SUBSTITUTE, UnknownMarkup, inline, mask, outline
from alongside.engines.writing._sentences import block_lines

MARKED_UP = {
    "markdown": (
        "---\ntitle: hidden\n---\n# Shown\n\n"
        "Shown [shown](http://hidden.example/(hidden)) and `hidden`, ``hid`den``.\n\n"
        '<b title="hidden">shown</b> https://hidden.example/hidden hidden@hidden.example\n'
        "docs/hidden/a.py and/or shown\n\n"
        "    hidden = 1\n\n- item\n\n    shown too\n\n<!-- hidden\n\nhidden -->\n~~~sh\nhidden\n\nhidden\n~~~\n"
        "Shown {{ hidden }} :hidden: $hidden$ &hidden;\n\n[shown]: http://hidden.example\n"
    ),
    "html": (
        "<html><head><title>Shown</title><style>hidden</style></head><body class='hidden'><p>Shown <b>shown</b>"
        "<code>hidden</code></p><!-- hidden --><script>hidden()</script><blockquote>hidden</blockquote>shown"
    ),
    "rst": (
        "Shown\n=====\n\n.. note:: Shown here,\n   shown.\n\n.. code-block:: python\n\n   hidden = 1\n\n"
        "Use ``hidden``, :func:`hidden` and `shown <http://hidden.example>`_ so::\n\n    hidden\n\nShown.\n\n"
        ".. hidden\n   hidden\n\n>>> hidden\n"
    ),
    "text": "Shown, www.hidden.example and `hidden` or ~/hidden/a\n$ hidden --hidden\nhe/she/they shown",
    "code:python": 'hidden = "hidden"  # shown `hidden`\n\n\ndef hidden() -> None:\n    """Shown."""\n',
    "code:tools/a.rs": "// shown\nfn hidden() {} /* shown */\n/// shown\n",
    "json": '{"hidden": "shown two words", "hidden hidden": "hidden", "hidden": ["it is shown"]}',
    "yaml": "hidden: it is shown\nhidden_too: hidden\n# it is shown\nhidden: |\n  it is shown\n",
}


@pytest.mark.parametrize("markup", MARKED_UP)
def test_what_is_shown_stays_and_what_is_hidden_goes(markup: str) -> None:
    text = MARKED_UP[markup]
    masked = mask(text, markup)
    assert len(masked) == len(text)
    assert "hid" not in masked.lower()
    assert masked.lower().count("shown") == text.lower().count("shown") - text.count("[shown]:")


@pytest.mark.parametrize("markup", [*MARKUPS[:4], "code:python", "json", "yaml"])
@given(text=st.text(alphabet="ab \n`~<>!-[]()*_#|\\:./@\"'{}&$=\r\té’", max_size=120))
def test_a_mask_keeps_every_offset_and_adds_no_letter(markup: str, text: str) -> None:
    masked = mask(text, markup)
    assert len(masked) == len(text)
    assert all(new in (old, " ", "\n", SUBSTITUTE) for old, new in zip(text, masked, strict=True))


@given(text=st.text(alphabet="ab \n`<>[]()*#|-1.:/@", max_size=200))
def test_a_block_looked_at_by_itself_is_blanked_as_in_the_whole(text: str) -> None:
    outlined, whole = outline(text, "markdown"), mask(text, "markdown")
    at = 0
    while at < len(text):
        end = block_lines(outlined, at, at)[1]
        assert inline(outlined[at:end], "markdown") == whole[at:end]
        at = end


def test_inline_code_stands_for_a_word() -> None:
    assert mask("kill `x` child", "markdown") == f"kill {SUBSTITUTE}   child"


def test_nothing_of_an_unknown_language_is_shown() -> None:
    assert mask("# shown?", "code:a.zzz").strip() == ""


def test_an_unknown_markup_is_refused_with_the_ones_there_are() -> None:
    with pytest.raises(UnknownMarkup, match=r"'latex': expected one of markdown, html"):
        mask("", "latex")
