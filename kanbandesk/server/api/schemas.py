"""The messages of sync as JSON schemas, for the OpenAPI: made from the dataclasses, closed, with the wire's limits."""

from __future__ import annotations

from typing import Any, Final

from pydantic import TypeAdapter

from kanbandesk.protocol import LONGEST_WAIT, MOST_MUTATIONS, PullAnswer, PullRequest, PushAnswer, PushRequest
from kanbandesk.wire import LONGEST_ID

Schema = dict[str, Any]
_WORDS: Final = {"client_id", "uid", "name", "epoch", "granted", "kind", "id"}
_INTEGER: Final[Schema] = {"type": "integer", "minimum": -(1 << 63), "maximum": (1 << 63) - 1}
_COUNTS: Final = {"schema", "known_mid", "ver", "start", "seen"}
_ROW: Final[Schema] = {"type": "array", "items": {}}


def _schema(kind: type) -> Schema:
    whole = TypeAdapter(kind).json_schema()
    named = whole.pop("$defs", {})
    resolved: Schema = _resolved(whole, named)
    return resolved


def _resolved(part: Any, named: Schema) -> Any:
    """Put definitions where they are used, without titles and defaults, and close every object."""
    if isinstance(part, list):
        return [_resolved(each, named) for each in part]
    if not isinstance(part, dict):
        return part
    if "prefixItems" in part:  # its length says enough, and not every reader of schemas knows the word
        return {key: part[key] for key in ("type", "minItems", "maxItems")}
    if "$ref" in part:
        return _resolved(named[part["$ref"].rpartition("/")[2]], named)
    found = {
        key: _resolved(each, named)
        for key, each in part.items()
        if key not in {"title", "default", "properties"}
    }
    if "properties" in part:
        properties = {
            name: _bounded(name, _resolved(each, named)) for name, each in part["properties"].items()
        }
        found |= {"properties": properties, "additionalProperties": False}
    return found


def _bounded(name: str, schema: Schema) -> Schema:
    """Tell what `wire` takes: ids of some length, integers of 64 bits, numbers from one on."""
    if schema.get("type") == "integer":
        least = 1 if name == "mid" else 0 if name in _COUNTS else _INTEGER["minimum"]
        return {**_INTEGER, "minimum": least}
    if schema.get("type") == "string" and name in _WORDS and "enum" not in schema:
        return {**schema, "minLength": 1, "maxLength": LONGEST_ID}
    return schema


def _request(kind: type) -> Schema:
    schema = _schema(kind)
    properties = schema["properties"]
    properties["protocol"] = {**_INTEGER, "minimum": 0}
    for name in ("groups", "wants"):
        if name in properties:
            word = {"type": "string", "minLength": 1, "maxLength": LONGEST_ID}
            properties[name] = {"type": "array", "items": word, "maxItems": 400}
    if "wait" in properties:
        properties["wait"] = {"type": "number", "minimum": 0, "maximum": LONGEST_WAIT}
    if "mutations" in properties:
        properties["mutations"]["maxItems"] = MOST_MUTATIONS
        one = properties["mutations"]["items"]
        one["required"] = [*one["required"], "mid"]
        one["properties"]["seen"]["additionalProperties"] = {**_INTEGER, "minimum": 0}
    return schema


def _answer(kind: type) -> Schema:
    """Numbers of an answer are what they are."""
    schema = _schema(kind)
    for name in ("puts", "deletes"):
        if name in schema["properties"]:
            schema["properties"][name]["items"] = _ROW
    return schema


PUSH_REQUEST: Final = _request(PushRequest)
PUSH_ANSWER: Final = _answer(PushAnswer)
PULL_REQUEST: Final = _request(PullRequest)
PULL_ANSWER: Final = _answer(PullAnswer)


def body_of(schema: Schema) -> Schema:
    """Return how the OpenAPI tells of a body that the framework does not read."""
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


def content_of(description: str, schema: Schema) -> Schema:
    """Return how the OpenAPI tells of an answer that the framework does not write."""
    return {"description": description, "content": {"application/json": {"schema": schema}}}
