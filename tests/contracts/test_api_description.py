"""Whatever the API's own description allows is tried on it, and each answer has to be one that it describes."""

from typing import Any

import pytest
import schemathesis
from django.middleware.csrf import get_token
from django.test import Client, RequestFactory
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks

from alongside.api.operations import api
from alongside.wsgi import application
from organisation import Cast

SCHEMA = schemathesis.openapi.from_dict(api.get_openapi_schema(path_prefix="/api/"))
SCHEMA.app = application
OPERATIONS = {found.ok().label: found.ok() for found in SCHEMA.get_all_operations()}  # type: ignore[union-attr]
CHECKS = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
    checks.negative_data_rejection,
]


@pytest.mark.django_db(transaction=True)  # the server's own requests end their connection to the database
@pytest.mark.parametrize("name", OPERATIONS)
def test_every_answer_is_one_that_is_described(name: str, cast: Cast) -> None:
    browser = Client()
    browser.force_login(cast.ben)
    request = RequestFactory().get("/")
    headers = {"X-CSRFToken": get_token(request)}
    cookies = {"csrf": request.META["CSRF_COOKIE"], **{kept: crumb.value for kept, crumb in browser.cookies.items()}}

    seen: set[int] = set()

    @given(case=OPERATIONS[name].as_strategy())
    @settings(
        max_examples=25,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    def answers(case: Case[Any]) -> None:
        answer = case.call_and_validate(base_url="http://localhost", cookies=cookies, headers=headers, checks=CHECKS)
        seen.add(answer.status_code)

    answers()
    assert seen & {200, 404}
