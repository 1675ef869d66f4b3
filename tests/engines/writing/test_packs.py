"""Rules that a team already has, in files of the very shape that each tool reads."""

import json
import time

import pytest

from alongside.engines.writing import Finding, Pack, UnusablePack, check, read_pack

WOKE = """
rules:
  - name: blocklist
    terms:
      - blacklist
      - black-list
    alternatives:
      - denylist
      - blocklist
    note: "Black for bad is a habit we can leave."
    severity: error
    options:
      word_boundary: true
      categories: [colour]
  - name: chores
    terms: [housewife]
    severity: info
  - name: elsewhere
    terms: [lineman]
    options:
      categories: [craft]
  - name: whitelist
exclude_categories: [craft]
ignore_files: ["vendor/*"]
"""

EXISTENCE = """
extends: existence
message: "Leave out '%s'."
link: https://style.example/easy
ignorecase: true
level: warning
exceptions:
  - easy chair
tokens:
  - 'eas(?:y|ily)(?: chair)?'
  - obviously
  - 'simpl[ey]'
"""

SUBSTITUTION = """
extends: substitution
message: "Use '%s' instead of '%s'."
ignorecase: true
level: error
action:
  name: replace
swap:
  grandfather(?:ed)?: legacy
  '(?:man|woman) hours?': person hours|working hours
"""


def marked(pack: Pack, text: str) -> list[Finding]:
    return [
        one
        for one in check(text, markup="markdown", rules=pack.rules)
        if one.source and "." in one.rule and one.rule.split(".")[0] in {"woke", "House"}
    ]


def words(pack: Pack, text: str) -> list[str]:
    return [one.text for one in marked(pack, text)]


def test_a_rule_of_woke_finds_its_terms_with_its_note_and_its_alternatives() -> None:
    pack = read_pack(WOKE, name=".woke.yml")
    (one,) = marked(pack, "We keep a Black-List of hosts, in `blacklist.txt`.")
    assert (one.text, one.rule, one.strength) == ("Black-List", "woke.blocklist", "avoid")
    assert one.why == "Black for bad is a habit we can leave."
    assert one.alternatives == ("Denylist", "Blocklist")


def test_woke_looks_inside_words_unless_a_rule_says_otherwise() -> None:
    pack = read_pack(WOKE, name=".woke.yml")
    assert words(pack, "Two housewifes, blacklists and a blacklist.") == ["housewife", "blacklist"]


def test_what_woke_leaves_out_or_switches_off_is_left_out_and_said() -> None:
    pack = read_pack(WOKE, name=".woke.yml")
    assert not words(pack, "A lineman.")
    assert len(pack.notes) == 2
    assert "whitelist: it has no terms" in pack.notes[0]
    assert "ignore_files" in pack.notes[1]


def test_existence_of_vale_finds_tokens_at_word_edges_and_spares_exceptions() -> None:
    pack = read_pack(EXISTENCE, name="styles/House/Easy.yml")
    text = "Obviously simple, an easy chair, easily done; uneasy and `easy`."
    found = marked(pack, text)
    assert [one.text for one in found] == ["Obviously", "simple", "easily"]
    assert found[0].rule == "House.Easy"
    assert found[0].why == "Leave out 'Obviously'."
    assert found[0].source == "https://style.example/easy"
    assert found[0].strength == "consider"


@pytest.mark.parametrize(("nonword", "found"), [("false", []), ("true", ["!!"])])
def test_nonword_takes_the_edges_away(nonword: str, found: list[str]) -> None:
    pack = read_pack(f"extends: existence\nnonword: {nonword}\ntokens: ['!!']", name="House/Loud.yml")
    assert words(pack, "Great!! Fine.") == found


def test_raw_is_put_before_the_tokens_and_without_edges() -> None:
    pack = read_pack("extends: existence\nraw: ['un', 'manned ']\ntokens: [vehicles?]", name="House/Raw.yml")
    assert words(pack, "An unmanned vehicle, a vehicle.") == ["unmanned vehicle"]


def test_case_matters_unless_it_is_ignored() -> None:
    pack = read_pack("extends: existence\ntokens: [Sprint]", name="House/Case.yml")
    assert words(pack, "A sprint, the Sprint.") == ["Sprint"]


def test_substitution_of_vale_offers_its_swaps_in_the_case_of_the_words() -> None:
    pack = read_pack(SUBSTITUTION, name="styles/House/Swap.yml")
    legacy, hours = marked(pack, "Grandfathered plans take 20 man hours.")
    assert (legacy.text, legacy.alternatives) == ("Grandfathered", ("Legacy",))
    assert legacy.why == "Use 'Legacy' instead of 'Grandfathered'."
    assert hours.alternatives == ("person hours", "working hours")
    assert hours.strength == "avoid"


def test_a_swap_to_another_case_does_not_mark_what_is_right() -> None:
    pack = read_pack("extends: substitution\nignorecase: true\nswap:\n  github: GitHub", name="House/Names.yml")
    assert words(pack, "GitHub, Github.") == ["Github"]


def test_swaps_may_be_a_list_where_their_order_matters() -> None:
    pack = read_pack("extends: substitution\nswap:\n  - abort: stop\n  - kill: end", name="House/Order.yml")
    assert words(pack, "abort and kill") == ["abort", "kill"]


def test_replace_with_one_word_is_for_mending_and_with_two_is_not() -> None:
    pack = read_pack(SUBSTITUTION, name="styles/House/Swap.yml")
    assert [pattern.fix for pattern in pack.rules.patterns] == [True, False]


def test_a_word_that_looks_like_a_truth_value_is_a_word() -> None:
    pack = read_pack("extends: existence\ntokens: [no, true, 1984]", name="House/No.yml")
    assert words(pack, "no, true in 1984") == ["no", "true", "1984"]


@pytest.mark.parametrize("kind", ["occurrence", "script", "sequence", "metric"])
def test_other_kinds_of_vale_are_said_to_be_left_out(kind: str) -> None:
    pack = read_pack(f"extends: {kind}\nmessage: m", name="House/Other.yml")
    assert not pack.rules.patterns
    assert kind in pack.notes[0]


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("(?<!double )blind", "looks ahead or back"),
        ("he(?=llo)", "looks ahead or back"),
        (r"(\w+) \1", "refers back"),
        ("(?>easy)", "atomic"),
        ("(easy", "not understood"),
    ],
)
def test_a_pattern_that_cannot_be_run_is_said_and_the_others_are_kept(expression: str, said: str) -> None:
    pack = read_pack(json.dumps({"extends": "existence", "tokens": [expression, "simple"]}), name="House/Odd.yml")
    assert said in pack.notes[0]
    assert words(pack, "A simple test.") == ["simple"]


@pytest.mark.parametrize("expression", ["(a+)+b", "(a|a)*b", "(.*a){20}b", "a?" * 40 + "a" * 40])
def test_a_catastrophic_pattern_is_harmless(expression: str) -> None:
    pack = read_pack(json.dumps({"extends": "existence", "tokens": [expression]}), name="House/Slow.yml")
    start = time.process_time()
    words(pack, "a" * 20_000 + "!")
    assert time.process_time() - start < 5


def test_offsets_are_code_points_whatever_stands_before() -> None:
    pack = read_pack(WOKE, name=".woke.yml")
    text = "😀 Łukasz’s café: a blacklist. 𝔄 blacklist"
    assert [text[one.start : one.end] for one in marked(pack, text)] == ["blacklist", "blacklist"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (".alexrc", '{"allow": ["boogeyman-boogeywoman", "master-slave"]}'),
        (".alexrc.yml", "allow:\n  - boogeyman-boogeywoman\n  - master-slave\n"),
        ("package.json", '{"name": "x", "alex": {"allow": ["boogeyman-boogeywoman", "master-slave"]}}'),
    ],
)
def test_what_alex_allows_is_allowed_by_the_words_of_its_name(name: str, text: str) -> None:
    pack = read_pack(text, name=name)
    assert {"boogeyman", "master", "slave", "master slave"} <= {allowed.what for allowed in pack.rules.allowed}
    assert all(name in allowed.reason for allowed in pack.rules.allowed)


def test_what_alex_denies_is_all_that_is_looked_for() -> None:
    assert read_pack("deny: [he-she]", name=".alexrc.yml").rules.only == {"he", "she", "he she"}


def test_what_alex_has_and_we_do_not_is_said() -> None:
    pack = read_pack('{"allow": ["just"], "profanitySureness": 1, "noBinary": true, "odd": 1}', name=".alexrc")
    assert [note.split(": ")[1].split(" ")[0] for note in pack.notes[:3]] == ["profanitySureness", "noBinary", "odd"]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (".alexrc", '{"allow": ["a"], "deny": ["b"]}', "exclude each other"),
        (".vale.ini", "StylesPath = styles", "folder of each style"),
        (".alexrc.js", "module.exports = {}", "is a program"),
        ("package.json", '{"name": "x"}', "alex: expected"),
        ("a.yml", "rules: 3", "expected a list of rules"),
        ("a.yml", "rules:\n  - name: x\n    terms: [{a: b}]", "in quotes"),
        ("a.yml", "rules:\n  - name: x\n    terms: [y1]\n    severity: loud", "found loud"),
        ("a.yml", "extends: substitution\nmessage: m", "swap: expected"),
        ("a.yml", "extends: existence\nlevel: 7\ntokens: [a]", "level: expected"),
        ("a.yml", "[1, 2]", "expected fields"),
        ("a.yml", "a: [", "this is not YAML"),
        ("a.yml", "other: 1", "neither rules of woke"),
        ("a.json", "{", "not JSON"),
        ("a.yml", "a: &a [x]\nrules: *a", "line 2: *a repeats"),
        ("a.yml", "rules: " + "[" * 5_000, "nested deeper"),
        ("a.yml", "{" * 60_000, "not JSON"),
        ("a.yml", "!!python/object/apply:os.system [ls]", "expected fields"),
        ("a.yml", "rules:\n" + "  - name: x\n" * 200_000, "longer than"),
    ],
)
def test_a_pack_that_cannot_be_used_gets_a_message_with_its_name(name: str, text: str, said: str) -> None:
    with pytest.raises(UnusablePack, match="(?s)^" + name.replace(".", r"\.") + r": .*" + said.replace("*", r"\*")):
        read_pack(text, name=name)
