"""Claims: what a publisher says of its openness beside what the facts show today.

Words are not judged, but what they come down to: a record names it in `says`. A claim is borne out, in part, not borne out,
or undecided where the facts are not known.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeAlias

from openness.core.answer import ClaimJudgement, ModelAnswer
from openness.core.license import License
from openness.core.outcome import Outcome, PartState
from openness.core.verdict import PartVerdict, Verdict
from openness.core.vocabulary import Access, Assertion, Component, Form
from openness.rules.standards import Standard, meets, missing_freedoms
from openness.rules.words import join


class Result(StrEnum):
    """What the facts show of a claim."""

    BORNE_OUT = "borne-out"
    IN_PART = "in-part"
    NOT_BORNE_OUT = "not-borne-out"
    UNDECIDED = "undecided"


Judgement: TypeAlias = tuple[Result, str]
_Judge: TypeAlias = Callable[[ModelAnswer, Mapping[str, License]], Judgement]

_OF_OUTCOME = {Outcome.MET: Result.BORNE_OUT, Outcome.NOT_MET: Result.NOT_BORNE_OUT}
_OF_PART = {PartState.OPEN: Result.BORNE_OUT, PartState.PARTIAL: Result.IN_PART, PartState.CLOSED: Result.NOT_BORNE_OUT}
_SOMEHOW = frozenset({Access.GATED.value, Access.REQUEST.value, Access.PAID.value})
_NOT_KNOWN = frozenset({Access.UNKNOWN.value})


def judge_claim(assertion: Assertion, answer: ModelAnswer, licenses: Mapping[str, License]) -> ClaimJudgement:
    """Judge one thing that a claim comes down to by everything that is known of the model."""
    result, because = _JUDGES[assertion](answer, licenses)
    return ClaimJudgement(says=assertion.value, result=result.value, because=because)


def _open_source(answer: ModelAnswer, licenses: Mapping[str, License]) -> Judgement:
    """Judge by the Open Source AI Definition; weights under an open license alone, gated or not, make it true in part."""
    result, because = _by_verdict(answer, "osaid-1.0", "open-weights-osi")
    to_be_had = answer.verdicts.get("downloadable-weights")
    if result is Result.NOT_BORNE_OUT and to_be_had is not None and to_be_had.outcome is Outcome.MET:
        licensed, terms = _open_license(answer, licenses)
        if licensed is Result.BORNE_OUT:
            return Result.IN_PART, f"{terms}; {because}"
    return result, because


def _open_weights(answer: ModelAnswer, _: Mapping[str, License]) -> Judgement:
    return _by_verdict(answer, "open-weights-osi", "downloadable-weights")


def _by_verdict(answer: ModelAnswer, framework: str, lesser: str) -> Judgement:
    """Judge by a framework; what only a lesser one grants is true in part."""
    verdict, less = answer.verdicts.get(framework), answer.verdicts.get(lesser)
    if verdict is None:
        return Result.UNDECIDED, f"{framework} does not judge it"
    result = _OF_OUTCOME.get(verdict.outcome, Result.UNDECIDED)
    if result is Result.NOT_BORNE_OUT and less is not None and less.outcome is Outcome.MET:
        return Result.IN_PART, f"{_say(less)}; {_say(verdict)}"
    return result, _say(verdict)


def _say(verdict: Verdict) -> str:
    return f"{verdict.name}: {verdict.word}"


def _open_license(answer: ModelAnswer, licenses: Mapping[str, License]) -> Judgement:
    weights = answer.components.get(Component.MODEL_PARAMETERS_FINAL.value)
    expression = weights.license if weights else None
    result = _OF_OUTCOME.get(meets(Standard.FOUR_FREEDOMS, expression, licenses), Result.UNDECIDED)
    if result is not Result.NOT_BORNE_OUT:
        return result, f"the weights stand under {expression or 'terms that nobody looked for'}"
    missing = join(dict.fromkeys(name.partition(",")[0] for name in missing_freedoms(expression, licenses)), "and")
    return result, f"{expression} does not grant the four freedoms{f'; in question: {missing}' if missing else ''}"


def _open_science(answer: ModelAnswer, _: Mapping[str, License]) -> Judgement:
    verdict = answer.verdicts.get("mof-1.0-paper")
    if verdict is None or not verdict.levels:
        return Result.UNDECIDED, "the Model Openness Framework does not judge it"
    highest = verdict.levels[-1]
    if highest.outcome is Outcome.MET or (highest.outcome is Outcome.UNKNOWN and verdict.level is None):
        return _OF_OUTCOME.get(highest.outcome, Result.UNDECIDED), _say(verdict)
    return Result.IN_PART if verdict.level else Result.NOT_BORNE_OUT, f"{_say(verdict)}; it does not reach {highest.name}"


def _public(component: Component) -> _Judge:
    """Judge by how a component can be had."""

    def judge(answer: ModelAnswer, _: Mapping[str, License]) -> Judgement:
        found = answer.components.get(component.value)
        name = component.value.replace("-", " ")
        if found is None or found.access in _NOT_KNOWN:
            return Result.UNDECIDED, f"{name}: {'not known' if found else 'nobody looked'}"
        form = "" if found.form == Form.FULL.value else f" ({found.form})"
        if found.access == Access.PUBLIC.value:
            return (Result.IN_PART if form else Result.BORNE_OUT), f"{name}: public{form}"
        return (Result.IN_PART if found.access in _SOMEHOW else Result.NOT_BORNE_OUT), f"{name}: {found.access}{form}"

    return judge


def _part(framework: str, part: str) -> _Judge:
    """Judge by one part of a framework that judges parts."""

    def judge(answer: ModelAnswer, _: Mapping[str, License]) -> Judgement:
        verdict = answer.verdicts.get(framework)
        found: PartVerdict | None = verdict.parts.get(part) if verdict else None
        if found is None:
            return Result.UNDECIDED, f"{framework} does not judge it"
        return _OF_PART.get(found.state, Result.UNDECIDED), f"{found.name} {found.word}"

    return judge


def _commercial(expected: str, refuted: str) -> _Judge:
    """Judge by the answer to the question of commercial use."""

    def judge(answer: ModelAnswer, _: Mapping[str, License]) -> Judgement:
        reply = answer.permissions.get("commercial-use")
        word = reply.answer if reply else "unknown"
        results = {expected: Result.BORNE_OUT, refuted: Result.NOT_BORNE_OUT, "conditional": Result.IN_PART}
        return results.get(word, Result.UNDECIDED), f"commercial use: {word}"

    return judge


def _no_limits(answer: ModelAnswer, _: Mapping[str, License]) -> Judgement:
    if answer.limits:
        return Result.NOT_BORNE_OUT, f"limits: {join((name.replace('-', ' ') for name in answer.limits), 'and')}"
    reply = answer.permissions.get("commercial-use")
    known = reply is not None and reply.answer != "unknown"
    return (Result.BORNE_OUT, "its terms set no limit") if known else (Result.UNDECIDED, "not all of its terms are known")


_JUDGES: dict[Assertion, _Judge] = {
    Assertion.OPEN_SOURCE: _open_source,
    Assertion.OPEN_WEIGHTS: _open_weights,
    Assertion.OPEN_LICENSE: _open_license,
    Assertion.OPEN_SCIENCE: _open_science,
    Assertion.PUBLIC_WEIGHTS: _public(Component.MODEL_PARAMETERS_FINAL),
    Assertion.PUBLIC_DATA: _public(Component.DATASETS),
    Assertion.PUBLIC_TRAINING_CODE: _public(Component.TRAINING_CODE),
    Assertion.REPRODUCIBLE: _part("benefits", "re-creation"),
    Assertion.COMMERCIAL_USE: _commercial("yes", "no"),
    Assertion.NON_COMMERCIAL: _commercial("no", "yes"),
    Assertion.NO_LIMITS: _no_limits,
}
