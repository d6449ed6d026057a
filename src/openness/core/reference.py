"""References to models: id@revision#variant."""

from msgspec import Struct


class Reference(Struct, frozen=True, kw_only=True):
    """Point at a model, a variant of it, or a revision."""

    id: str
    revision: str | None = None
    variant: str | None = None


def parse_reference(text: str) -> Reference:
    """Split a reference that the schema has checked."""
    rest, _, variant = text.partition("#")
    record_id, _, revision = rest.partition("@")
    return Reference(id=record_id, revision=revision or None, variant=variant or None)
