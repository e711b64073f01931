"""A name in the languages of the program."""

from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from winsell.base.part import Part
from winsell.base.scalar import Text


class Label(Part):
    """A name in the languages of the program; one may be missing, not both."""

    en: Text | None = None
    zh: Text | None = None

    @model_validator(mode="after")
    def _one_at_least(self) -> Self:
        if not (self.en or self.zh):
            raise PydanticCustomError("empty-label", "empty label", {})
        return self
