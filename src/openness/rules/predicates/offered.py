"""Whether a component can be had: with which access, in which form, under which kind of license."""

from collections.abc import Iterable

from msgspec import Struct

from openness.core.outcome import Outcome, rank
from openness.core.verdict import Judgement, Pointer
from openness.core.vocabulary import Access, Component, Form
from openness.rules.coverage import Group, LocatedOffer, Subject, groups
from openness.rules.expression import NONE
from openness.rules.standards import Standard, meets, missing_freedoms
from openness.rules.words import join

_STANDARD_WORDS = {
    Standard.OSI_APPROVED: "approved by OSI",
    Standard.OSI_OR_OPEN_DEFINITION: "approved by OSI or conformant with the Open Definition",
    Standard.MOF_OPEN: "open by the MOF (OSI, FSF or Open Definition)",
    Standard.FOUR_FREEDOMS: "a grant of the four freedoms",
}
_ACCESS_WORDS = {
    Access.PUBLIC: "public",
    Access.GATED: "gated",
    Access.REQUEST: "to be had on request",
    Access.PAID: "to be had for money",
    Access.API: "to be used over an API only",
    Access.WITHDRAWN: "withdrawn",
    Access.NONE: "not released",
    Access.UNDISCLOSED: "undisclosed",
    Access.UNKNOWN: "not found by those who looked",
    Access.NOT_APPLICABLE: "not applicable",
}
_FORM_WORDS = {
    Form.FULL: "in full",
    Form.DELTA: "as a delta that needs another work",
    Form.INDEX: "as links only",
    Form.PARTIAL: "in part",
    Form.DESCRIBED: "as a description only",
}


class Offered(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Ask for a component by access, form and license; `accepts` names licenses that the framework lists itself.

    `if_used` lets a component pass that the model does not need. `some` is content with one variant or one training set.
    """

    component: Component
    access: tuple[Access, ...] = (Access.PUBLIC,)
    form: tuple[Form, ...] = (Form.FULL,)
    license: Standard | None = None
    accepts: tuple[str, ...] = ()
    if_used: bool = False
    some: bool = False

    def judge(self, subject: Subject) -> Judgement:
        """Take the weakest variant or set (the best one for `some`), and for each of them its best offer."""
        name = self.component.value
        every_group = groups(subject, self.component)
        # Data that nobody has named cannot be what somebody can have of it.
        found = [group for group in every_group if group.named] or every_group if self.some else every_group
        if not found:
            return Judgement(outcome=Outcome.UNKNOWN, reason=f"nobody looked for the {name}", remedy=f"find out how the {name} can be had")
        judged = [self._judge_group(subject, group) for group in found]
        choose = max if self.some else min
        deciding = choose(judged, key=lambda judgement: rank(judgement.outcome))
        evidence = tuple(
            dict.fromkeys(pointer for judgement in judged if judgement.outcome is deciding.outcome for pointer in judgement.evidence)
        )
        return Judgement(outcome=deciding.outcome, reason=deciding.reason, evidence=evidence, remedy=deciding.remedy)

    def _judge_group(self, subject: Subject, group: Group) -> Judgement:
        of = f" of {group.of}" if group.of else ""
        name = f"{self.component.value}{of}"
        if not group.offers:
            return Judgement(outcome=Outcome.UNKNOWN, reason=f"nobody looked for the {name}", remedy=f"find out how the {name} can be had")
        current = [offer for offer in group.offers if offer.offer.is_current]
        if not current:
            return Judgement(
                outcome=Outcome.NOT_MET,
                reason=f"{name}: no offer holds any longer",
                evidence=_all_pointers(group.offers),
                remedy=f"offer the {name} again",
            )
        return max((self._judge_offer(subject, offer, name) for offer in current), key=lambda judgement: rank(judgement.outcome))

    def _judge_offer(self, subject: Subject, located: LocatedOffer, name: str) -> Judgement:
        offer = located.offer
        if offer.access is Access.UNKNOWN:
            reason, remedy = f"{name}: looked for and not found", f"find out how the {name} can be had"
            return Judgement(outcome=Outcome.UNKNOWN, reason=reason, evidence=located.pointers, remedy=remedy)
        if offer.access is Access.NOT_APPLICABLE and self.if_used:
            if located.pointers:
                return Judgement(outcome=Outcome.MET, reason=f"{name}: not used", evidence=located.pointers)
            reason, remedy = f"{name}: said not to be used, without evidence", f"cite that the {name} is not used"
            return Judgement(outcome=Outcome.UNKNOWN, reason=reason, remedy=remedy)
        if offer.access in self.access and offer.form in self.form:
            return self._judge_license(subject, located, name)
        return self._not_to_be_had(subject, located, name)

    def _not_to_be_had(self, subject: Subject, located: LocatedOffer, name: str) -> Judgement:
        """Say all that stands in the way: access, form, and the license that would still have to change."""
        offer = located.offer
        reasons, remedies = [], []
        if offer.access not in self.access:
            reasons.append(_ACCESS_WORDS[offer.access])
            remedies.append(f"make the {name} {join(_ACCESS_WORDS[access] for access in self.access)}")
        if offer.form not in self.form:
            reasons.append(_FORM_WORDS[offer.form])
            remedies.append(f"release the {name} {join(_FORM_WORDS[form] for form in self.form)}")
        terms = self._judge_license(subject, located, name) if offer.license else None
        if terms is not None and terms.remedy:
            remedies.append(terms.remedy)
            reasons += (
                [f"{offer.license} is not {_STANDARD_WORDS[self.license]}{self._why(subject, offer.license)}"] if self.license else []
            )
        reason, remedy = f"{name}: {join(reasons, 'and')}", join(remedies, "and")
        return Judgement(outcome=Outcome.NOT_MET, reason=reason, evidence=located.pointers, remedy=remedy)

    def _judge_license(self, subject: Subject, located: LocatedOffer, name: str) -> Judgement:
        offer = located.offer
        how = f"{_ACCESS_WORDS[offer.access]}, {_FORM_WORDS[offer.form]}"
        if self.license is None:
            return Judgement(outcome=Outcome.MET, reason=f"{name}: {how}", evidence=located.pointers)
        outcome = Outcome.MET if offer.license in self.accepts else meets(self.license, offer.license, subject.registry.licenses)
        wanted = _STANDARD_WORDS[self.license]
        if outcome is Outcome.MET:
            reason, remedy = f"{name}: {how}, under {offer.license}", None
        elif outcome is Outcome.UNKNOWN:
            shown = offer.license or "a license that nobody looked for"
            reason, remedy = f"{name}: {how}; whether {shown} is {wanted} is not known", f"find out the license of the {name}"
        else:
            shown = (
                "released without a license"
                if offer.license == NONE
                else f"{offer.license} is not {wanted}{self._why(subject, offer.license)}"
            )
            reason, remedy = f"{name}: {how}, but {shown}", f"put the {name} under a license that is {wanted}"
        return Judgement(outcome=outcome, reason=reason, evidence=located.pointers, remedy=remedy)

    def _why(self, subject: Subject, license_: str | None) -> str:
        """Name what a license lacks of the four freedoms, with the clause."""
        lacking = missing_freedoms(license_, subject.registry.licenses) if self.license is Standard.FOUR_FREEDOMS else ()
        return f" ({'; '.join(lacking)})" if lacking else ""


def _all_pointers(offers: Iterable[LocatedOffer]) -> tuple[Pointer, ...]:
    return tuple(dict.fromkeys(pointer for offer in offers for pointer in offer.pointers))
