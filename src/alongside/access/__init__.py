"""The gate: who may call a page, and who may do what to which thing. The one place that answers.

- `allow(...)` on a view says which roles may call it; a page without it is closed to all.
- `reach(...)` gets one object for a person, or says "not found": for what is not there and what is not theirs alike.
"""

from alongside.access.gate import allow, reach
from alongside.access.requests import PersonRequest
from alongside.access.roles import ANYONE, SIGNED_IN, Role

__all__ = ["ANYONE", "SIGNED_IN", "PersonRequest", "Role", "allow", "reach"]
