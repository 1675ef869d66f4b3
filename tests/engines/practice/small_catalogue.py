"""Catalogues of a few made-up acts, filled up with dull ones to the number that a catalogue needs."""

from dataclasses import replace

from alongside.engines.practice import AREAS, STARTER_ACTIONS, Act, Catalogue, Cost

PLAIN = Act(
    code="plain",
    area="listen",
    starter_action="listen_to_understand",
    title="Do one plain thing",
    what="Do it once.",
    minutes=5,
    cost=Cost(kind="time", text="Five minutes."),
    changes="",
    recheck="",
    roles=frozenset({"anyone"}),
    occasions=frozenset({"any_day"}),
    answers=frozenset(),
    levers=frozenset(),
    themes=frozenset({"respect"}),
    say=("I did it.",),
    avoid=("Do not do it twice.",),
    smaller_step="",
    source="our own practice",
)
STRUCTURAL = replace(PLAIN, code="structural", area="account", starter_action="change_the_system", changes="rule")
STRUCTURAL = replace(STRUCTURAL, recheck="Is it still done?", minutes=30)


def catalogue(*acts: Act, dull: int = 20, dull_structural: int = 8) -> Catalogue:
    """Return a catalogue of the acts and of dull ones: `dull-0` and on, in each area in turn; `change-0` and on."""
    areas = [AREAS[number % len(AREAS)] for number in range(dull)]
    return Catalogue(
        (
            *acts,
            *(
                replace(PLAIN, code=f"dull-{number}", area=area, starter_action=STARTER_ACTIONS[area][0])
                for number, area in enumerate(areas)
            ),
            *(replace(STRUCTURAL, code=f"change-{number}") for number in range(dull_structural)),
        )
    )
