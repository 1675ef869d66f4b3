"""Packs that we wrote, for tests."""

from alongside.engines.practice import our_catalogue

ACT = our_catalogue().acts[0].code
FIELDS = f"""starter_action: amplify_ideas
roles: [host]
question: What helps most?
answer: Waiting for three seconds.
act: {ACT}
sources: ["Our own retrospective, May 2026"]
"""


def item(title: str = "Let people finish", text: str = "We saw it in **May**.", fields: str = FIELDS) -> str:
    return f"# {title}\n\n---\n{fields}---\n\n{text}\n"


def pack(*items: str) -> dict[str, bytes]:
    return {"ours.md": "\n".join(items or (item(),)).encode()}
