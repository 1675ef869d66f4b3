"""Write the words of the catalogue of acts as Python, for `scripts/messages` to collect with all the others."""

from alongside.engines.practice import Act, our_catalogue


def words(act: Act) -> list[str]:
    """All that a page shows of an act and a translator can translate."""
    texts = [act.title, act.what, act.cost.text, act.recheck, act.smaller_step, *act.say, *act.avoid]
    return [text for text in texts if text]


def main() -> None:
    print("from django.utils.translation import gettext_noop as _")
    for act in our_catalogue().acts:
        for text in words(act):
            print(f"_({text!r})")


if __name__ == "__main__":
    main()
