"""A name in the languages of the program."""

from typing import Any, Self

from pydantic import GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from winsell.base.part import Part
from winsell.base.scalar import Text


class Label(Part):
    """A name in the languages of the program; one may be missing, not both. A plain text is the name in each."""

    en: Text | None = None
    zh: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _same_in_each(cls, raw: Any) -> Any:
        return dict.fromkeys(cls.model_fields, raw) if isinstance(raw, str) and raw.strip() else raw

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Let a file write a plain text too."""
        return {**handler(core), "type": ["string", "object"], "minLength": 1}

    @model_validator(mode="after")
    def _one_at_least(self) -> Self:
        if not (self.en or self.zh):
            raise PydanticCustomError("empty-label", "empty label", {})
        return self
