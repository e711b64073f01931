"""What all parts of a deal file have in common: frozen, unknown keys refused, an empty value is an absent one."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator


class Part(BaseModel):
    """A part of a file: immutable, with no other keys than its own."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    @model_validator(mode="before")
    @classmethod
    def _drop_blanks(cls, raw: Any) -> Any:
        """Read `cio:` with nothing behind it as a person of whom nothing is known, and `owner:` as no owner."""
        if raw is None:
            return {}
        if isinstance(raw, dict) and None in raw.values():
            return {key: value for key, value in raw.items() if value is not None or _is_section(cls, key)}
        return raw


def _is_section(model: type[BaseModel], key: str) -> bool:
    """Tell whether a blank value of this key is left for the field itself to read (a map of parts never is)."""
    field = model.model_fields.get(key)
    return field is not None and field.is_required()
