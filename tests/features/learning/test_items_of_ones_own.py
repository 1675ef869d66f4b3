"""Packs of an organisation's own items: who may import them, what is refused, and who reads them."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from packs_made_up import ACT, FIELDS, item, pack
from pytest_django import DjangoAssertNumQueries

from alongside.access.models import AuditEvent
from alongside.engines import practice
from alongside.learning import packs
from alongside.learning.models import OwnItem, Pack, Reading
from alongside.people.models import Person
from organisation import NOW, Cast

Browse = Callable[[Person | None], Client]
OWN = "/learn/items/local-let-people-finish/"


def send(browser: Client, files: Mapping[str, bytes], name: str = "Ours") -> str:
    chosen = [SimpleUploadedFile(called, content) for called, content in files.items()]
    return browser.post("/learn/packs/", {"name": name, "markdown": chosen}).content.decode()


def agree(browser: Client, page: str) -> str:
    fields = dict(re.findall(r'<input type="hidden" name="(name|pack)" value="([^"]*)"', page))
    said = {name: value.replace("&quot;", '"').replace("&#x27;", "'") for name, value in fields.items()}
    return browser.post("/learn/packs/import/", said, follow=True).content.decode()


def keep(cast: Cast, *items: str, name: str = "Ours") -> Pack:
    return packs.import_pack(by=cast.eli, name=name, files=pack(*items), now=NOW)


@pytest.mark.parametrize("who", ["eli", "dara"])
def test_a_keeper_sees_what_would_change_then_imports_it_and_that_is_written_down(
    who: str, cast: Cast, as_person: Browse
) -> None:
    keeper = getattr(cast, who)
    browser = as_person(keeper)
    page = send(browser, {"a.md": item().encode(), "b.md": item("Ask twice").encode()})
    assert "Nothing is changed yet." in page
    assert page.index("Let people finish") < page.index("Ask twice")
    assert not Pack.objects.exists()
    assert "The pack is imported." in agree(browser, page)
    assert OwnItem.objects.count() == 2
    event = AuditEvent.objects.get()
    assert (event.act, event.actor, event.subject) == ("learning.pack_imported", keeper.uuid, "Ours")


def test_a_pack_of_the_same_name_takes_the_place_of_the_one_before(cast: Cast, as_person: Browse) -> None:
    keep(cast, item(), item("Ask twice"), item("Say thanks"))
    browser = as_person(cast.eli)
    later = pack(item(), item("Ask twice", "Another text."), item("New one"))
    page = send(browser, later)
    headings = [page.index(f'<h2 id="{kind}"') for kind in ("new", "changed", "removed", "same")]
    titles = [page.index(title) for title in ("New one", "Ask twice", "Say thanks", "Let people finish")]
    assert sorted(headings + titles) == [place for pair in zip(headings, titles, strict=True) for place in pair]
    agree(browser, page)
    assert set(OwnItem.objects.values_list("title", flat=True)) == {"Let people finish", "Ask twice", "New one"}
    assert "This pack is here already" in send(
        browser, pack(item(), item("Ask twice", "Another text."), item("New one"))
    )


def test_one_fault_and_nothing_is_imported_and_it_is_told_where_it_is(cast: Cast, as_person: Browse) -> None:
    page = send(as_person(cast.eli), {"a.md": item().encode(), "b.md": item(fields=FIELDS + "colour: red\n").encode()})
    assert "b.md, line 1, colour: expected one of act, answer" in page
    assert not Pack.objects.exists()


def test_what_comes_back_from_the_browser_is_checked_again(cast: Cast, as_person: Browse) -> None:
    browser = as_person(cast.eli)
    for sent in ('{"a.md": "no item"}', '{"a.md": 3}', "[]", "{", '{"a.md": "\\ud800"}', "[" * 100_000, ""):
        browser.post("/learn/packs/import/", {"name": "Ours", "pack": sent})
    assert not Pack.objects.exists()


def test_two_packs_cannot_have_an_item_by_the_same_code(cast: Cast, as_person: Browse) -> None:
    keep(cast)
    page = send(as_person(cast.eli), pack(), name="Theirs")
    assert "local-let-people-finish: expected once; the pack Ours has it too" in page


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"a.md": b"x" * 500_001}, "1 files of 500001 bytes"),
        ({f"{number}.md": b"x" for number in range(21)}, "21 files of 21 bytes"),
        ({}, "This field is required"),
        ({"a.md": b""}, "The submitted file is empty"),
    ],
)
def test_too_much_or_nothing_is_refused_with_what_can_be_read(
    files: Mapping[str, bytes], told: str, cast: Cast, as_person: Browse
) -> None:
    assert told in send(as_person(cast.eli), files)


def test_everyone_in_the_organisation_reads_an_item_and_nobody_elsewhere(cast: Cast, as_person: Browse) -> None:
    keep(cast)
    page = as_person(cast.ben).get(OWN).content.decode()
    assert "<p>We saw it in <strong>May</strong>.</p>" in page
    assert f"/acts/{ACT}/" in page
    assert "Our own retrospective, May 2026" in page
    assert OWN in as_person(cast.ben).get("/learn/library/").content.decode()
    assert as_person(cast.stranger).get(OWN).status_code == 404
    assert OWN not in as_person(cast.stranger).get("/learn/library/").content.decode()
    said = {"item": "local-let-people-finish", "recall": "yes"}
    assert as_person(cast.stranger).post("/learn/today/recall/", said).status_code == 404


def test_an_item_joins_the_daily_choice_of_its_organisation_alone(
    cast: Cast, as_person: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("alongside.engines.practice.our_library", lambda: practice.Library(()))
    keep(cast)
    browser = as_person(cast.ben)
    assert "Let people finish" in browser.get("/learn/today/", {"role": "host"}).content.decode()
    assert "Let people finish" not in as_person(cast.stranger).get("/learn/today/", {"role": "host"}).content.decode()
    browser.post("/learn/today/recall/", {"item": "local-let-people-finish", "recall": "yes"})
    assert Reading.objects.get().person == cast.ben
    assert OWN in browser.get("/learn/read/").content.decode()


def test_a_pack_is_removed_by_its_keepers_and_what_people_remember_stays_theirs(cast: Cast, as_person: Browse) -> None:
    kept = keep(cast)
    as_person(cast.ben).post("/learn/today/recall/", {"item": "local-let-people-finish", "recall": "yes"})
    address = f"/learn/packs/{kept.uuid}/remove/"
    for other in (cast.ben, cast.asha, cast.farah, cast.stranger):
        assert as_person(other).post(address).status_code == 404
    assert Pack.objects.exists()
    as_person(cast.dara).post(address)
    assert not OwnItem.objects.exists()
    assert AuditEvent.objects.filter(act="learning.pack_removed", actor=cast.dara.uuid).exists()
    assert Reading.objects.filter(person=cast.ben).exists()
    assert as_person(cast.ben).get("/learn/read/").status_code == 200
    assert as_person(cast.ben).get("/learn/today/").status_code == 200


def test_what_people_read_changes_no_byte_of_what_its_keepers_see(cast: Cast, as_person: Browse) -> None:
    keep(cast)

    def seen() -> list[str]:
        pages = [as_person(cast.eli).get(address).content.decode() for address in ("/learn/packs/", "/learn/library/")]
        return [re.sub(r'csrfmiddlewaretoken" value="\w+', "", page) for page in pages]

    before = seen()
    as_person(cast.ben).post("/learn/today/recall/", {"item": "local-let-people-finish", "recall": "yes"})
    assert seen() == before


def test_an_item_whose_act_is_gone_is_still_read(cast: Cast, as_person: Browse) -> None:
    keep(cast)
    OwnItem.objects.update(act="an-act-of-last-year")
    page = as_person(cast.ben).get(OWN).content.decode()
    assert "We saw it" in page
    assert "One thing to do" not in page


PAYLOADS = """
<script>alert(1)</script>
<img src=x onerror=alert(1)>
<svg/onload=alert(1)>
<a href="javascript:alert(1)">x</a>
[x](javascript:alert(1))
[x](JaVaScRiPt:alert(1))
[x](java&#x0A;script:alert(1))
[x](&#106;avascript:alert(1))
[x](<javascript:alert(1)>)
[x](data:text/html;base64,PHNjcmlwdD4=)
[x](vbscript:msgbox)
[x](file:///etc/passwd)
[x](//evil.example)
[x](/learn/packs/)
<javascript:alert(1)>
![x](https://evil.example/who-reads.png)
![x](data:image/svg+xml;base64,PHN2Zz4=)
[x][y]

[y]: javascript:alert(1)
<style>*{display:none}</style>
<iframe src=https://evil.example></iframe>
[x](https://ok.example "\\" onmouseover=alert(1) x=\\"")
`<script>alert(1)</script>`
""".strip("\n")
SAFE_TAGS = {"p", "a", "code", "strong", "em", "ul", "ol", "li", "h2", "h3", "blockquote", "pre", "hr", "br"}


@pytest.mark.parametrize("payload", [line for line in PAYLOADS.splitlines() if line and not line.startswith("[y]")])
def test_no_text_puts_anything_but_plain_markup_into_a_page(payload: str, cast: Cast, as_person: Browse) -> None:
    keep(cast, item(text=f"Before.\n\n{payload}\n\n[y]: javascript:alert(1)"))
    page = as_person(cast.ben).get(OWN).content.decode()
    shown = page[page.index('<div class="prose"') + 30 : page.index("</div>", page.index('<div class="prose"'))]
    tags = re.findall(r"<\s*([a-zA-Z][^\s>/]*)([^>]*)>", shown)
    assert {tag.lower() for tag, _rest in tags} <= SAFE_TAGS
    for _tag, rest in tags:
        names = set(re.findall(r'([\w-]+)="', re.sub(r'"[^"]*"', '""', rest)))
        assert names <= {"href", "rel", "title"}
        assert all(link.startswith(("https://", "http://", "mailto:")) for link in re.findall(r'href="([^"]*)"', rest))


def test_titles_and_fields_are_shown_as_the_characters_they_are_written_with(cast: Cast, as_person: Browse) -> None:
    bad = FIELDS.replace("Our own retrospective, May 2026", "<script>alert(1)</script>")
    bad = bad.replace("What helps most?", "<script>alert(2)</script>")
    keep(cast, item("<script>alert(0)</script> one", fields=bad + "code: bad\n"), name="<script>alert(3)</script>")
    for who, address in (
        (cast.ben, "/learn/items/local-bad/"),
        (cast.ben, "/learn/library/"),
        (cast.eli, "/learn/packs/"),
    ):
        page = as_person(who).get(address).content.decode()
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert" in page


def test_a_link_tells_the_other_side_nothing_of_where_it_was(cast: Cast, as_person: Browse) -> None:
    keep(cast, item(text="[A study](https://ok.example/x?a=1&b=2), <mailto:us@ok.example>."))
    page = as_person(cast.ben).get(OWN).content.decode()
    assert '<a href="https://ok.example/x?a=1&amp;b=2" rel="noopener noreferrer">A study</a>' in page
    assert '<a href="mailto:us@ok.example" rel="noopener noreferrer">' in page


def test_the_example_on_the_page_and_the_one_in_the_document_are_packs(cast: Cast, as_person: Browse) -> None:
    page = as_person(cast.eli).get("/learn/packs/").content.decode()
    shown = re.findall(r"<pre[^>]*>(.*?)</pre>", page, re.DOTALL)[0]
    document = (Path(__file__).resolve().parents[3] / "docs/use/packs.md").read_text(encoding="utf-8")
    told = re.findall(r"```markdown\n(.*?)```", document, re.DOTALL)[0]
    told = told.split("# Another item")[0]
    for text in (shown, told):
        [item] = practice.read_pack({"a.md": text.encode()}, practice.our_catalogue()).items
        assert item.title == "Let people finish"


def test_the_pages_of_packs_cost_few_queries(
    cast: Cast, as_person: Browse, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(3):
        keep(cast, item(f"Item {number}"), name=f"Pack {number}")
    browser = as_person(cast.eli)
    with django_assert_num_queries(4):  # session, person, roles, packs with their sizes
        browser.get("/learn/packs/")
    with django_assert_num_queries(5):  # session, person, roles, items, entries
        browser.get("/learn/library/")
