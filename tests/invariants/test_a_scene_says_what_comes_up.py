"""Not burdening, not comfortable: before a scene begins one reads what comes up in it, and can leave it out (I7.3)."""

import html
from collections.abc import Callable

import pytest
from django.test import Client

from alongside.engines import practice
from alongside.people.models import Person
from organisation import Cast

SCENES = practice.our_scenes()


@pytest.mark.parametrize("code", SCENES)
def test_a_scene_opens_with_what_comes_up_and_a_way_to_skip_it_and_with_nothing_of_the_scene(
    code: str, cast: Cast, as_person: Callable[[Person], Client]
) -> None:
    scene = SCENES[code]
    page = html.unescape(as_person(cast.ben).get(f"/learn/rehearse/{code}/").content.decode())
    assert page.index(scene.note) < page.index('href="/learn/rehearse/"', page.index("<main"))
    assert page.index(scene.note) < page.index(f'href="/learn/rehearse/{code}/play/"')
    assert f'href="/learn/rehearse/{code}/end/"' in page
    for step in scene.steps:
        assert step.text not in page
        assert not [reply for reply in step.replies if reply.words in page]


@pytest.mark.parametrize("code", SCENES)
def test_the_list_shows_what_comes_up_and_nothing_of_the_scene(
    code: str, cast: Cast, as_person: Callable[[Person], Client]
) -> None:
    page = html.unescape(as_person(cast.ben).get("/learn/rehearse/").content.decode())
    assert SCENES[code].note in page
    assert SCENES[code].steps[0].text not in page
