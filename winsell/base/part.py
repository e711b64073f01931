"""What all parts of a deal file have in common: frozen, unknown keys refused, an empty value is an absent one."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator


class Part(BaseModel):
    """A part of a file: immutable, with no other keys than its own."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)
    # Deferred, because only whole files are validated: a part needs no validator of its own.

    @model_validator(mode="before")
    @classmethod
    def _drop_blanks(cls, raw: Any) -> Any:
        """Read `cio:` with nothing behind it as a person of whom nothing is known, and `owner:` as no owner."""
        if raw is None:
            return {}
        if isinstance(raw, dict) and None in raw.values():
            return {key: value for key, value in raw.items() if value is not None or not _may_be_left_out(cls, key)}
        return raw


def _may_be_left_out(model: type[BaseModel], key: str) -> bool:
    """Tell whether an empty value says no more than an absent key; an unknown key is refused, empty or not."""
    named = (field for name, field in model.model_fields.items() if key == (field.alias or name))
    field = next(named, None)
    return field is not None and not field.is_required()
