"""The parts that pages are made of say what they should, and nothing about what was not given."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template
from django.template.loader import get_template, render_to_string
from django.template.loader_tags import BlockNode, ExtendsNode
from django.test import RequestFactory
from lxml import html

import alongside
from alongside.people.selectors import Listed, PeoplePage

PACKAGE = Path(alongside.__file__).parent
PAGES = sorted(
    str(path.relative_to(folder))
    for folder in PACKAGE.glob("*/templates")
    for path in folder.glob("**/*.html")
    if re.match(r"\{% extends ", path.read_text(encoding="utf-8"))
)


class Questions(forms.Form):
    name = forms.CharField(help_text="As people are to call you.")
    said = forms.CharField(required=False)
    who = forms.ChoiceField(choices=[("none", "Nobody"), ("all", "Everyone")], widget=forms.RadioSelect)
    recording = forms.FileField()
    mail = forms.BooleanField(label="Send me mail", help_text="One a day.", required=False)


def _part(part: str, /, **given: object) -> html.HtmlElement:
    return html.fromstring(f"<main>{render_to_string(f'web/components/{part}.html', given)}</main>")


def _page(form: forms.Form) -> html.HtmlElement:
    return html.fromstring(f"<main>{form}</main>")


def _blocks(name: str) -> tuple[set[str], set[str]]:
    """The blocks that a page fills by itself, and those that are there for it to fill."""
    nodes = get_template(name).template.nodelist  # type: ignore[attr-defined]
    inside = {block.name for block in nodes.get_nodes_by_type(BlockNode)}
    for extends in nodes.get_nodes_by_type(ExtendsNode):
        own = {node.name for node in extends.nodelist if isinstance(node, BlockNode)}
        return own, inside.union(*_blocks(extends.parent_name.var))
    return set(), inside


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fills_only_blocks_that_the_page_it_extends_has(name: str) -> None:
    parent = get_template(name).template.nodelist[0].parent_name.var  # type: ignore[attr-defined]
    own, (_, there) = _blocks(name)[0], _blocks(parent)
    assert own <= there


def _listed(*, name: str, respelling: str = "", recording_url: str = "") -> html.HtmlElement:
    someone = Listed("/asha", name, respelling, recording_url, "")
    shown = {"page": PeoplePage([someone], next_after=None, is_first=True)}
    return html.fromstring(f"<main>{render_to_string('people/_people.html', shown)}</main>")


def test_somebody_who_gave_no_respelling_has_no_empty_place_for_it() -> None:
    plain = _listed(name="Asha")
    assert plain.text_content().split() == ["Asha"]
    assert not plain.xpath(".//p | .//*[contains(@class, 'say-name')]")


def test_how_to_say_a_name_can_be_heard_without_scripts() -> None:
    heard = _listed(name="Asha", respelling="AH-sha", recording_url="/asha.webm")
    player = heard.xpath(".//audio[@controls]")[0]
    assert (player.get("src"), player.get("preload")) == ("/asha.webm", "none")
    assert player.get("aria-label") == "How to say Asha"


def test_a_name_is_never_markup() -> None:
    name = "<img src=x onerror=alert(1)>"
    for part in (_listed(name=name), _part("say_name", name=name, respelling=name)):
        assert not part.xpath(".//img")


@pytest.mark.parametrize("kind", ["info", "success", "warning", "error", "debug"])
def test_a_notice_tells_its_kind_by_a_drawing_too(kind: str) -> None:
    drawn = set(re.findall(r'id="([\w-]+)"', (PACKAGE / "web/static/web/icons.svg").read_text(encoding="utf-8")))
    notice = _part("notice", kind=kind, text="Kept.")
    assert notice.xpath("string(.//use/@href)").partition("#")[2] in drawn


def test_an_error_is_linked_from_the_top_and_read_out_with_its_field() -> None:
    page = _page(Questions({"said": "kept"}, auto_id="id_%s"))
    linked = [link.get("href").removeprefix("#") for link in page.xpath(".//*[@role='alert']//a")]
    assert linked == ["id_name", "id_who", "id_recording"]
    for target in linked:
        assert page.get_element_by_id(target) is not None
        assert page.get_element_by_id(f"{target}_error") is not None
    name = page.get_element_by_id("id_name")
    assert name.get("aria-describedby") == "id_name_helptext id_name_error"
    assert page.get_element_by_id("id_said").get("value") == "kept"


def test_a_group_of_choices_has_one_name_and_its_error() -> None:
    group = _page(Questions({})).xpath(".//fieldset")[0]
    assert group.xpath("string(legend)").strip() == "Who"
    assert group.get("aria-describedby") == "id_who_error"


def test_what_may_be_left_out_says_so() -> None:
    labels = {label.get("for"): label.text_content() for label in _page(Questions()).xpath(".//label[@for]")}
    assert " ".join(labels["id_said"].split()) == "Said (if you like)"
    assert labels["id_name"].strip() == "Name"


def test_a_file_can_be_chosen_without_scripts_and_dropped_with_them() -> None:
    assert _page(Questions()).xpath(".//*[@data-file-drop]/input[@type='file']")


def test_a_box_to_tick_has_its_words_beside_it_and_its_help_with_it() -> None:
    tick = _page(Questions()).xpath(".//input[@type='checkbox']")[0]
    assert "Send me mail" in tick.getparent().text_content()
    assert _page(Questions()).get_element_by_id(tick.get("aria-describedby")).text_content() == "One a day."


def test_one_page_of_things_needs_no_links_to_other_pages() -> None:
    assert not render_to_string("web/components/pages.html", {"page": Paginator(range(3), 10).page(1)}).strip()


def test_links_to_other_pages_keep_what_was_searched_for() -> None:
    request = RequestFactory().get("/people", {"q": "maps", "page": "2"})
    pages = render_to_string("web/components/pages.html", {"page": Paginator(range(30), 10).page(2)}, request)
    assert html.fromstring(pages).xpath("//a/@href") == ["?q=maps&page=1", "?q=maps&page=3"]


def test_a_step_says_which_of_how_many() -> None:
    steps = _part("steps", steps=["Choose", "Look", "Import"], step=2)
    assert steps.xpath("string(.//progress/@aria-label)") == "Step 2 of 3"
    assert steps.xpath("string(.//*[@aria-current='step'])") == "2. Look"


@pytest.mark.parametrize(("language", "direction"), [("en-gb", "ltr"), ("ar", "rtl")])
def test_the_page_is_written_in_the_direction_of_its_language(language: str, direction: str) -> None:
    words = Template(f"{{% language '{language}' %}}{{% include 'base.html' %}}{{% endlanguage %}}")
    page = html.fromstring(words.render(Context({"user": SimpleNamespace(is_authenticated=False)})))
    assert (page.get("lang"), page.get("dir")) == (language, direction)


@pytest.mark.parametrize("name", ["404", "403", "429", "500", "web/stale_form"])
def test_a_page_for_an_error_needs_nothing_but_itself(name: str) -> None:
    page = html.fromstring(get_template(f"{name}.html").render())
    assert page.xpath("string(//h1)")
    assert page.xpath("//main//a[@href='/']")
