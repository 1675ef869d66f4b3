"""From the opening of a campaign to the last ballot, as its people meet it."""

from casting import ask, bodies
from organisation import Cast


def test_answers_come_out_under_their_group_and_with_nothing_else(cast: Cast) -> None:
    asked = ask(cast.organisation, (cast.dara, cast.eli), {"maps": 12, "routes": 13})
    passes = asked.fetch_all("maps") + asked.fetch_all("routes")
    for number, one in enumerate(passes):
        asked.cast(one, {"answers": number})
    opened = asked.close()
    assert sorted(bodies(opened), key=str) == sorted([{"answers": number} for number in range(25)], key=str)
    assert [one.label for one in opened].count("maps") == 12
    assert not asked.campaign.ballots.exists()
