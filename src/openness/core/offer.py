"""Offers: the ways in which an artefact is to be had."""

from datetime import date

from msgspec import Struct, field

from openness.core.source import EvidenceKeys
from openness.core.vocabulary import Access, Form, GateField, GateMode


class Gate(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Describe what stands between a person and a gated artefact."""

    mode: GateMode
    asks: tuple[GateField, ...] = ()


class Offer(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Describe one way to get an artefact, with its terms.

    `license` is what we conclude, None where nobody looked; `declared` is the publisher's word where it differs.
    `until` is the first day on which the offer no longer held; an offer without it is current.
    """

    access: Access
    form: Form = Form.FULL
    license: str | None = None
    declared: str | None = None
    url: str | None = None
    needs: tuple[str, ...] = ()
    channel: str | None = None
    gate: Gate | None = None
    since: date | None = field(name="from", default=None)
    until: date | None = None
    variants: tuple[str, ...] = ()
    documented_in: str | None = None
    count: int | None = None
    where: str | None = None
    revisions: tuple[str, ...] = ()
    evidence: EvidenceKeys = ()
    note: str | None = None

    @property
    def is_current(self) -> bool:
        """Tell whether the offer still holds."""
        return self.until is None
