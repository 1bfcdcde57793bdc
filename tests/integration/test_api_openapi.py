"""The whole OpenAPI, fuzzed: no answer that it does not tell of, and no fault of the server."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from kanbandesk.protocol import BEHIND
from kanbandesk.server.api.access import MATRIX, ROLES
from kanbandesk.server.core.database import Database
from kanbandesk.workflow.people import Role
from tests.factories.knocking import Door

EXAMPLES = 12
"""Of each route; the seed stands, so that a red run is red again."""
CONFORMANCE = [
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


@pytest.fixture(scope="module")
def door(sqlite_board: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    """A server that is open, with an administrator."""
    folder = tmp_path_factory.mktemp("fuzz")
    door = Door(Database.open(shutil.copy(sqlite_board, folder / "server.db")), folder)
    door.agent("boss", Role.AGENT, Role.LEAD, Role.ADMINISTRATOR)
    with door.open():
        yield door


@pytest.fixture(scope="module")
def openapi(door: Door) -> schemathesis.BaseSchema:
    """The description that the server gives of itself."""
    return schemathesis.openapi.from_url(f"{door.client.base_url}/v1/openapi.json")


@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode))
@pytest.mark.parametrize("place", sorted(MATRIX))
def test_every_answer_is_one_that_the_description_tells_of(
    openapi: schemathesis.BaseSchema, door: Door, place: tuple[str, str], mode: schemathesis.GenerationMode
) -> None:
    method, path = place

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=openapi[path][method].as_strategy(generation_mode=mode))
    def answer(case: schemathesis.Case[Any]) -> None:
        token = door.sign_in("boss").token  # anew: a route may have ended the one before
        told = case.call(headers={"Authorization": f"Bearer {token}"})
        is_newer = told.status_code == 503 and told.json()["code"] == BEHIND  # a desk of tomorrow
        case.validate_response(told, checks=CONFORMANCE if is_newer else [not_a_server_error, *CONFORMANCE])

    with suppress(Unsatisfiable):  # a route without parameters takes nothing that would be wrong
        answer()


@pytest.mark.parametrize("place", sorted(MATRIX))
def test_who_is_not_signed_in_is_answered_as_the_description_tells(
    openapi: schemathesis.BaseSchema, place: tuple[str, str]
) -> None:
    method, path = place
    statuses = set()

    @settings(
        max_examples=5,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=openapi[path][method].as_strategy(generation_mode=schemathesis.GenerationMode.POSITIVE))
    def answer(case: schemathesis.Case[Any]) -> None:
        told = case.call()
        statuses.add(told.status_code)
        case.validate_response(told, checks=[not_a_server_error, *CONFORMANCE])

    answer()
    assert statuses == {401} or MATRIX[place] not in ROLES


def test_the_description_tells_of_each_route_and_who_may_use_it(door: Door) -> None:
    told = door.client.get("/v1/openapi.json").json()
    assert told["paths"]["/v1/session"]["post"]["security"] == []
    assert told["paths"]["/v1/sync/pull"]["post"]["security"] == [{"session": []}]
    assert "204" in told["paths"]["/v1/sync/pull"]["post"]["responses"]
