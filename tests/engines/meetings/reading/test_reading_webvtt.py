from collections.abc import Callable

from alongside.engines.meetings import Transcript, read

ReadSample = Callable[[str], Transcript]


def said(transcript: Transcript) -> list[tuple[str, str]]:
    return [(utterance.speaker, utterance.text) for utterance in transcript.utterances]


def webvtt(*cues: str) -> bytes:
    return "\n\n".join(("WEBVTT", *cues)).encode()


def test_zoom_names_stand_before_a_colon(read_sample: ReadSample) -> None:
    transcript = read_sample("zoom.vtt")
    assert transcript.format == "WebVTT (Zoom)"
    assert transcript.timing == "cues"
    assert said(transcript)[:2] == [
        ("Asha Rao", "Let's start with the launch date."),
        ("Ben Ortiz (he/him)", "I think we could move it to May."),
    ]
    assert (transcript.utterances[0].start, transcript.utterances[0].end) == (5.0, 8.2)


def test_a_cue_without_a_name_belongs_to_unknown_and_is_reported(read_sample: ReadSample) -> None:
    transcript = read_sample("zoom.vtt")
    assert ("Unknown", "Noise from the corridor.") in said(transcript)
    assert transcript.repairs == ('1 cue has no name and stands under "Unknown".',)


def test_a_name_with_a_comma_and_guest_is_kept_whole_and_a_time_in_speech_is_speech(read_sample: ReadSample) -> None:
    assert said(read_sample("zoom.vtt"))[3] == ("Díaz, Carmen (Guest)", "Can we ask support first? At 10:30: maybe.")


def test_zoom_names_may_stand_on_a_line_of_their_own(read_sample: ReadSample) -> None:
    transcript = read_sample("zoom_names_on_lines.vtt")
    assert transcript.speakers == ("Asha Rao", "Ben Ortiz")
    assert said(transcript)[0] == ("Asha Rao", "Let's start with the launch date.")


def test_a_sentence_that_teams_cut_in_two_is_joined(read_sample: ReadSample) -> None:
    transcript = read_sample("teams.vtt")
    first = transcript.utterances[0]
    assert (first.text, first.start, first.end) == ("Let's start with the launch date.", 5.0, 8.2)
    assert transcript.repairs == ("1 cue was cut in mid-speech and joined to the one before.",)


def test_entities_and_markup_are_resolved_and_voice_tags_need_no_end(read_sample: ReadSample) -> None:
    transcript = read_sample("teams.vtt")
    assert said(transcript)[1] == ("Ben O'Brien & team (Guest)", "I think we could move it to May.")


def test_two_voices_in_one_cue_share_its_time_by_length_of_text(read_sample: ReadSample) -> None:
    carmen, asha = read_sample("teams.vtt").utterances[-2:]
    assert (carmen.speaker, asha.speaker) == ("Carmen Díaz", "Asha Rao")
    assert carmen.start == 13.2
    assert carmen.end == asha.start == 13.2 + 2.8 * 25 / 40
    assert asha.end == 16.0


def test_google_meet_names_stand_in_parentheses_and_a_line_parts_speakers(read_sample: ReadSample) -> None:
    transcript = read_sample("meet_captions.vtt")
    assert transcript.format == "WebVTT (Google Meet)"
    assert said(transcript)[1:3] == [
        ("Ben Ortiz", "I think we could move it to May."),
        ("Asha Rao", "That would help the"),
    ]


def test_webex_names_stand_in_the_identifier_and_two_people_of_one_name_are_told_apart(
    read_sample: ReadSample,
) -> None:
    transcript = read_sample("webex.vtt")
    assert transcript.format == "WebVTT (Webex)"
    assert [utterance.speaker for utterance in transcript.utterances] == [
        "Asha Rao",
        "Maya Lind",
        "Maya Lind (2)",
        "Maya Lind",
    ]


def test_two_people_with_one_first_name_stay_two() -> None:
    transcript = read(
        webvtt("00:01.000 --> 00:02.000\n<v Maya Lind>Hello.", "00:03.000 --> 00:04.000\n<v Maya Chen>Hello.")
    )
    assert transcript.speakers == ("Maya Lind", "Maya Chen")


def test_hours_are_optional_and_a_comma_will_do_before_milliseconds() -> None:
    transcript = read(webvtt("00:05,250 --> 00:06,500\n<v Asha>Yes.", "1:00:05.250 --> 1:00:06.500\n<v Ben>No."))
    assert [(utterance.start, utterance.end) for utterance in transcript.utterances] == [
        (5.25, 6.5),
        (3605.25, 3606.5),
    ]


def test_notes_styles_and_regions_are_not_speech() -> None:
    transcript = read(
        webvtt(
            "NOTE <v Nobody>not said\nat all",
            "STYLE\n::cue(v) { color: red }",
            "REGION\nid:fred\nwidth:40%",
            "00:01.000 --> 00:02.000 region:fred\n<v Asha>Hello.",
        )
    )
    assert said(transcript) == [("Asha", "Hello.")]


def test_cues_out_of_order_are_sorted_and_reported() -> None:
    transcript = read(webvtt("00:05.000 --> 00:06.000\n<v Asha>Two.", "00:01.000 --> 00:02.000\n<v Ben>One."))
    assert said(transcript) == [("Ben", "One."), ("Asha", "Two.")]
    assert transcript.repairs == ("1 cue was out of order and put in the order of time.",)


def test_an_end_before_the_start_is_estimated_and_reported() -> None:
    transcript = read(
        webvtt("00:05.000 --> 00:01.000\n<v Asha>One two three four five.", "00:09.000 --> 00:10.000\n<v Ben>No.")
    )
    assert transcript.utterances[0].end == 7.0
    assert transcript.repairs == ("1 cue ends before the start; the end was estimated.",)


def test_cues_of_no_length_and_overlapping_cues_stay() -> None:
    transcript = read(
        webvtt(
            "00:01.000 --> 00:05.000\n<v Asha>Long.",
            "00:02.000 --> 00:02.000\n<v Ben>Mhm.",
            "00:03.000 --> 00:06.000\n<v Carmen>No.",
        )
    )
    assert [(utterance.start, utterance.end) for utterance in transcript.utterances] == [(1, 5), (2, 2), (3, 6)]


def test_a_cue_whose_times_cannot_be_read_is_left_out_and_reported_with_its_line() -> None:
    transcript = read(webvtt("00:01.000 --> 00:02.000\n<v Asha>Yes.", "soon --> later\n<v Ben>Lost."))
    assert said(transcript) == [("Asha", "Yes.")]
    assert transcript.repairs == ("1 cue without readable times left out (the first in line 6).",)


def test_a_missing_blank_line_between_cues_is_forgiven() -> None:
    transcript = read(b"WEBVTT\n00:01.000 --> 00:02.000\n<v Asha>Yes.\n00:03.000 --> 00:04.000\n<v Ben>No.\n")
    assert said(transcript) == [("Asha", "Yes."), ("Ben", "No.")]


def test_a_beginning_that_looks_like_a_name_only_once_and_in_lower_case_is_speech() -> None:
    transcript = read(
        webvtt(
            "00:01.000 --> 00:02.000\nAsha: Hello.",
            "00:03.000 --> 00:04.000\nso the question is: when?",
            "00:05.000 --> 00:06.000\nben: Now.",
            "00:07.000 --> 00:08.000\nben: Really.",
        )
    )
    assert transcript.speakers == ("Asha", "Unknown", "ben")


def test_entities_in_a_name_before_a_colon_are_resolved() -> None:
    transcript = read(
        webvtt("00:01.000 --> 00:02.000\nBen O&#39;Brien: Q&amp;A?", "00:03.000 --> 00:04.000\nAsha: Yes.")
    )
    assert said(transcript) == [("Ben O'Brien", "Q&A?"), ("Asha", "Yes.")]
