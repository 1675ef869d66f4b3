from talk import talk

from alongside.engines.meetings import look_back

GERMAN = (
    "Asha 0-6: Ich denke, dass wir das in der nächsten Woche noch einmal besprechen müssen, weil viele nicht da waren.",
    "Ben 5.5-11: Nein, das geht nicht, denn der Vertrag läuft Ende März aus und alle wissen es schon seit Wochen.",
    "Carmen 12-17: Wir könnten doch einfach einen neuen Termin finden und allen eine Nachricht schicken.",
    "Asha 18-24: Dann machen wir es eben so, und ich schreibe den Leuten heute noch einmal, was wir beschlossen haben.",
)
ENGLISH = (
    "Asha 0-6: I think that we have to talk about it again next week because so many of us were not here.",
    "Ben 6.5-11: No that is not possible because the contract ends in March and all of them know it already.",
    "Carmen 12-17: Then we could just find a new date for it and send a note to all of the people in the team.",
    "Asha 18-24: Okay so I will write to them today and tell them again what we have agreed on this time.",
)


def test_a_meeting_in_another_language_is_told_to_be_less_sure() -> None:
    found = look_back(talk(*GERMAN))
    assert any("English" in limit for limit in found.limits)
    assert found.proposals == ()
    assert not any(moment.sure for moment in found.interruptions)


def test_an_english_meeting_has_no_such_limit() -> None:
    assert not any("English" in limit for limit in look_back(talk(*ENGLISH)).limits)


def test_a_few_words_are_too_few_to_tell_the_language() -> None:
    assert not any("English" in limit for limit in look_back(talk("Asha 0-2: Grüezi miteinander.")).limits)
