"""Commands, facts and entities ↔ plain JSON data, closed and driven by type hints.

Decoding takes what the hints say and nothing else: an unknown key, a missing key without default or a value of another
type raises Invalid. Canonical JSON has sorted keys, no blanks, and UTF-8.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import types
import typing
from collections.abc import Callable
from enum import Enum
from json.encoder import encode_basestring, encode_basestring_ascii
from typing import Any, Final, TypeVar

from kanbandesk.workflow.errors import Invalid
from kanbandesk.workflow.events import FACTS, Fact

T = TypeVar("T")
Plain = Any  # what JSON can hold: None, bool, int, str, list, dict
FACT_KEY = "fact"


SCALAR_JSON: Final[dict[type, Callable[[Any], str]]] = {
    str: encode_basestring,
    int: int.__repr__,
    bool: lambda value: "true" if value else "false",
    types.NoneType: lambda _: "null",
}
"""How a scalar stands in canonical JSON."""


def canonical_json(value: Plain) -> str:
    """Return the one JSON text of a plain value."""
    return _canonical(value)


def canonical_json_of(value: object) -> str:
    """Return `canonical_json` of what `encode` makes of a value, without making it: a call for each dataclass only."""
    return _canonical_of(value)


def encode(value: object) -> Plain:
    """Return the plain form of a dataclass, enum, tuple or scalar; fields at their default are left out."""
    kind = type(value)
    encoder = _ENCODERS.get(kind)
    if encoder is None:
        encoder = _ENCODERS[kind] = _encoder(kind)
    return encoder(value)


Encoder = Callable[[Any], Plain]


def _same(value: Plain) -> Plain:
    return value


def _all(value: tuple[Any, ...] | list[Any]) -> Plain:
    return [encode(part) for part in value]


_ENCODERS: dict[type, Encoder] = {
    types.NoneType: _same,
    bool: _same,
    int: _same,
    float: _same,
    str: _same,
    tuple: _all,
    list: _all,
}
"""How each type is encoded: found out once, since an import encodes millions of values."""


def _encoder(kind: type) -> Encoder:
    if issubclass(kind, str) and issubclass(kind, Enum):
        return lambda value: value.value
    if not dataclasses.is_dataclass(kind):
        raise TypeError(f"{kind.__name__} has no plain form")
    told = _told(kind)
    return lambda value: {name: encode(part) for name, part in told(value).items()}


def _told(kind: type[Any]) -> Callable[[Any], dict[str, Any]]:
    """Return what gives the fields of a dataclass that are not at their default, as they are."""
    fields = [(field.name, field.default) for field in dataclasses.fields(kind)]
    fact = {FACT_KEY: kind.name} if issubclass(kind, Fact) else {}

    def told(value: object) -> dict[str, Any]:
        parts = [(name, getattr(value, name), default) for name, default in fields]
        return {name: part for name, part, default in parts if part is not default and part != default} | fact

    return told


_TOLD: dict[type, Callable[[Any], dict[str, Any]]] = {}


def _told_of(value: object) -> dict[str, Any]:
    """Take a dataclass apart for the encoder, which goes on with its parts."""
    kind = type(value)
    told = _TOLD.get(kind)
    if told is None:
        if not dataclasses.is_dataclass(kind):
            raise TypeError(f"{kind.__name__} has no plain form")
        told = _TOLD[kind] = _told(kind)
    return told(value)


def json_writer(encoder: json.JSONEncoder) -> Callable[[Any], str]:
    """Return `encoder.encode` without what the library does anew for each text, which is half of a short one's time.

    What contains itself is not looked for, and ends in a RecursionError.
    """
    make: Any = getattr(json.encoder, "c_make_encoder", None)
    if make is None:  # an interpreter without the library's part in C
        return encoder.encode
    pieces = make(
        None,
        encoder.default,
        encode_basestring_ascii if encoder.ensure_ascii else encode_basestring,
        None,
        encoder.key_separator,
        encoder.item_separator,
        encoder.sort_keys,
        encoder.skipkeys,
        encoder.allow_nan,
    )
    return lambda value: "".join(pieces(value, 0))


_canonical = json_writer(json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False))
_canonical_of = json_writer(
    json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_told_of)
)


def decode(kind: type[T], plain: Plain) -> T:
    """Return the `kind` that `plain` is the form of; Invalid("malformed", field=…) when it is not one."""
    decoder: Decoder = _decoder(typing.cast(typing.Hashable, kind))
    return typing.cast(
        T, decoder(plain, getattr(kind, "__name__", str(kind)))
    )  # "SlaClock | None" has no name


Decoder = Callable[[Plain, str], Any]


def _malformed(path: str) -> Invalid:
    return Invalid("malformed", field=path)


@functools.cache
def _decoder(hint: Any) -> Decoder:
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        return _union(typing.get_args(hint))
    if origin is tuple:
        return _tuple(typing.get_args(hint))
    if isinstance(hint, type):
        if hint is Fact:
            return _fact
        if issubclass(hint, Enum):
            return functools.partial(_enum, hint)
        if dataclasses.is_dataclass(hint):
            return _dataclass(hint)
        if hint in (str, int, bool, float, types.NoneType):
            return functools.partial(_scalar, hint)
    raise TypeError(f"no decoder for {hint!r}")


def _scalar(kind: type, plain: Plain, path: str) -> Plain:
    if type(plain) is not kind:
        raise _malformed(path)
    return plain


def _enum(kind: type[Enum], plain: Plain, path: str) -> Enum:
    try:
        return kind(plain)
    except ValueError:
        raise _malformed(path) from None


def _union(hints: tuple[Any, ...]) -> Decoder:
    """A value or None is all that the entities need; anything wider would make decoding guess."""
    inner = [hint for hint in hints if hint is not types.NoneType]
    if len(inner) != 1 or len(inner) == len(hints):
        raise TypeError(f"only optional values can be decoded, not {hints!r}")
    decoder = _decoder(inner[0])
    return lambda plain, path: None if plain is None else decoder(plain, path)


def _tuple(hints: tuple[Any, ...]) -> Decoder:
    if len(hints) == 2 and hints[1] is Ellipsis:
        each = _decoder(hints[0])

        def many(plain: Plain, path: str) -> tuple[Any, ...]:
            if not isinstance(plain, list):
                raise _malformed(path)
            return tuple(each(part, path) for part in plain)

        return many
    decoders = [_decoder(hint) for hint in hints]

    def exact(plain: Plain, path: str) -> tuple[Any, ...]:
        if not isinstance(plain, list) or len(plain) != len(decoders):
            raise _malformed(path)
        return tuple(decoder(part, path) for decoder, part in zip(decoders, plain, strict=True))

    return exact


def _fact(plain: Plain, path: str) -> Fact:
    name = plain.get(FACT_KEY) if isinstance(plain, dict) else None
    if not isinstance(name, str) or name not in FACTS:
        raise _malformed(f"{path}.{FACT_KEY}")
    rest = {key: value for key, value in plain.items() if key != FACT_KEY}
    return decode(FACTS[name], rest)


def _dataclass(kind: type) -> Decoder:
    hints = typing.get_type_hints(kind)
    fields = {field.name: _decoder(hints[field.name]) for field in dataclasses.fields(kind)}
    needed = {
        field.name
        for field in dataclasses.fields(kind)
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    }

    def build(plain: Plain, path: str) -> Any:
        if not isinstance(plain, dict):
            raise _malformed(path)
        unknown = plain.keys() - fields.keys()
        missing = needed - plain.keys()
        if unknown or missing:
            raise _malformed(f"{path}.{min(unknown or missing)}")
        return kind(**{name: fields[name](part, f"{path}.{name}") for name, part in plain.items()})

    return build
