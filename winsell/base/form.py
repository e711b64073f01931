"""A field's type made once: its validation and its JSON schema, ready built.

Pydantic works out each annotation anew for every field that has it; a program that starts at every command feels that.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema


class Form:
    """An annotation that brings its own core schema and JSON schema."""

    __slots__ = ("json", "schema")

    def __init__(self, schema: CoreSchema, json: Mapping[str, Any]) -> None:
        """Keep both schemas."""
        self.schema = schema
        self.json = json

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema as made."""
        return self.schema

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the JSON schema as made."""
        return dict(self.json)
