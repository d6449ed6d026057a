"""Judge models: a framework's requirements, and what follows from them."""

from collections.abc import Mapping
from functools import lru_cache

import msgspec

from openness.core.error import OpennessError
from openness.core.framework import Ask, Framework, FrameworkPart, Rule
from openness.core.outcome import Outcome, PartState, every, some
from openness.core.verdict import Judgement, LevelVerdict, PartVerdict, Pointer, RequirementVerdict, Verdict
from openness.rules.coverage import Subject
from openness.rules.predicates import Predicate, predicates
from openness.rules.words import join

_WORDS = {Outcome.MET: "met", Outcome.NOT_MET: "not met", Outcome.UNKNOWN: "not known", Outcome.NOT_APPLICABLE: "does not apply"}


class FrameworkError(OpennessError):
    """Say that a framework asks for something that no predicate answers."""


def make_predicate(ask: Ask) -> Predicate:
    """Turn an ask into its predicate; raise FrameworkError for an unknown name or wrong arguments."""
    kind = predicates().get(ask.predicate or "")
    if kind is None:
        raise FrameworkError(f"no predicate is named {ask.predicate!r}: expected {join(sorted(predicates()))}")
    try:
        return msgspec.convert(ask.arguments, kind)
    except msgspec.ValidationError as error:
        raise FrameworkError(f"predicate {ask.predicate!r}: {error}") from error


@lru_cache(maxsize=2048)
def _predicate(encoded: bytes) -> Predicate:
    return make_predicate(msgspec.json.decode(encoded, type=Ask))


class _Compiled(msgspec.Struct, frozen=True, kw_only=True):
    """Hold an ask with its predicates made."""

    predicate: object = None
    all: tuple["_Compiled", ...] = ()
    any: tuple["_Compiled", ...] = ()


@lru_cache(maxsize=64)
def _compiled(framework: "_Identity") -> Mapping[str, _Compiled]:
    return {name: _compile(requirement.ask) for name, requirement in framework.framework.requirements.items()}


class _Identity:
    """Let a framework be a key by its identity, since it holds mappings."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework

    def __hash__(self) -> int:
        return id(self.framework)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identity) and other.framework is self.framework


def _compile(ask: Ask) -> _Compiled:
    if ask.predicate is not None:
        return _Compiled(predicate=_predicate(msgspec.json.encode(ask)))
    return _Compiled(all=tuple(map(_compile, ask.all)), any=tuple(map(_compile, ask.any)))


def judge_model(subject: Subject, framework_id: str) -> Verdict:
    """Return what a framework makes of a model; raise FrameworkError where there is no such framework."""
    framework = subject.registry.frameworks.get(framework_id)
    if framework is None:
        raise FrameworkError(f"no framework is named {framework_id!r}: expected {join(sorted(subject.registry.frameworks))}")
    return _judge(subject, framework_id, framework, {})


def judge_by_all(subject: Subject) -> dict[str, Verdict]:
    """Return the verdicts of every framework by id; predicates that several ask for are answered once."""
    known: dict[object, Judgement] = {}
    frameworks = sorted(subject.registry.frameworks.items())
    return {name: _judge(subject, name, framework, known) for name, framework in frameworks}


def _judge(subject: Subject, framework_id: str, framework: Framework, known: dict[object, Judgement]) -> Verdict:
    compiled = _compiled(_Identity(framework))
    return conclude(framework_id, framework, {name: _answer(subject, ask, known) for name, ask in compiled.items()})


def conclude(framework_id: str, framework: Framework, judgements: Mapping[str, Judgement]) -> Verdict:
    """Return the verdict that follows from the answers to a framework's requirements."""
    outcomes = {name: judgement.outcome for name, judgement in judgements.items()}
    if framework.applies is not None and _value(framework.applies, outcomes) is Outcome.NOT_MET:
        decided = _deciders(framework.applies, outcomes)
        return _verdict(framework_id, framework, judgements, Outcome.NOT_APPLICABLE, decided, ())
    if framework.levels:
        return _by_levels(framework_id, framework, judgements, outcomes)
    if framework.parts:
        return _by_parts(framework_id, framework, judgements, outcomes)
    rule = framework.passes or Rule()
    return _verdict(framework_id, framework, judgements, _value(rule, outcomes), _deciders(rule, outcomes), _blockers(rule, outcomes))


def _answer(subject: Subject, ask: _Compiled, known: dict[object, Judgement]) -> Judgement:
    if ask.predicate is not None:
        if ask.predicate not in known:
            known[ask.predicate] = ask.predicate.judge(subject)  # type: ignore[attr-defined] # made by make_predicate
        return known[ask.predicate]
    judged = [_answer(subject, part, known) for part in ask.all or ask.any]
    outcome = (every if ask.all else some)(judgement.outcome for judgement in judged)
    deciding = [judgement for judgement in judged if judgement.outcome is outcome]
    shown = deciding[:1] if outcome is (Outcome.NOT_MET if ask.all else Outcome.MET) else deciding
    return Judgement(
        outcome=outcome,
        reason="; ".join(dict.fromkeys(judgement.reason for judgement in shown)),
        evidence=_unique(judgement.evidence for judgement in shown),
        remedy=join(dict.fromkeys(judgement.remedy for judgement in shown if judgement.remedy), "and" if ask.all else "or") or None,
    )


def _unique(groups: object) -> tuple[Pointer, ...]:
    return tuple(dict.fromkeys(pointer for group in groups for pointer in group))  # type: ignore[attr-defined] # iterable of tuples


def _value(rule: Rule, outcomes: Mapping[str, Outcome]) -> Outcome:
    if rule.requirement is not None:
        return outcomes[rule.requirement]
    if rule.any:
        return some(_value(part, outcomes) for part in rule.any)
    return every(_value(part, outcomes) for part in rule.all)


def _deciders(rule: Rule, outcomes: Mapping[str, Outcome]) -> tuple[str, ...]:
    """Name the requirements without which the rule would come out otherwise."""
    if rule.requirement is not None:
        return (rule.requirement,)
    result = _value(rule, outcomes)
    parts = [part for part in rule.all or rule.any if _value(part, outcomes) is result]
    return tuple(dict.fromkeys(name for part in parts for name in _deciders(part, outcomes)))


def _blockers(rule: Rule, outcomes: Mapping[str, Outcome]) -> tuple[str, ...]:
    """Name the requirements that keep a rule from being met."""
    if _value(rule, outcomes) is Outcome.MET:
        return ()
    if rule.requirement is not None:
        return (rule.requirement,)
    return tuple(dict.fromkeys(name for part in rule.all or rule.any for name in _blockers(part, outcomes)))


def _by_levels(framework_id: str, framework: Framework, judgements: Mapping[str, Judgement], outcomes: Mapping[str, Outcome]) -> Verdict:
    values = [_value(level.rule, outcomes) for level in framework.levels]
    cumulative = [every(values[: number + 1]) for number in range(len(values))]
    reached = [level.id for level, value in zip(framework.levels, cumulative, strict=True) if value is Outcome.MET]
    possible = [level.id for level, value in zip(framework.levels, cumulative, strict=True) if value is not Outcome.NOT_MET]
    following = framework.levels[len(reached)] if len(reached) < len(framework.levels) else None
    outcome = Outcome.MET if reached else cumulative[0]
    basis = following.rule if following else framework.levels[-1].rule
    verdict = _verdict(framework_id, framework, judgements, outcome, _deciders(basis, outcomes), _blockers(basis, outcomes))
    names = {level.id: level.name for level in framework.levels}
    word = names[reached[-1]] if reached else verdict.word
    levels = tuple(
        LevelVerdict(id=level.id, name=level.name, outcome=value) for level, value in zip(framework.levels, cumulative, strict=True)
    )
    return msgspec.structs.replace(
        verdict,
        word=word,
        level=reached[-1] if reached else None,
        possible_level=possible[-1] if possible else None,
        levels=levels,
    )


def _by_parts(framework_id: str, framework: Framework, judgements: Mapping[str, Judgement], outcomes: Mapping[str, Outcome]) -> Verdict:
    parts = {name: _part(part, framework, outcomes) for name, part in framework.parts.items()}
    opens = [_value(part.open, outcomes) for part in framework.parts.values()]
    deciders = tuple(dict.fromkeys(name for part in framework.parts.values() for name in _part_deciders(part, outcomes)))
    blockers = tuple(dict.fromkeys(name for part in framework.parts.values() for name in _blockers(part.open, outcomes)))
    verdict = _verdict(framework_id, framework, judgements, every(opens), deciders, blockers)
    return msgspec.structs.replace(verdict, parts=parts, word="; ".join(f"{part.name} {part.word}" for part in parts.values()))


def _part(part: FrameworkPart, framework: Framework, outcomes: Mapping[str, Outcome]) -> PartVerdict:
    state = part_state(_value(part.open, outcomes), _value(part.partial, outcomes))
    word = part.terms.get(state.value) or framework.terms.get(state.value) or state.value
    return PartVerdict(state=state, name=part.name, word=word, requirements=_part_deciders(part, outcomes))


def _part_deciders(part: FrameworkPart, outcomes: Mapping[str, Outcome]) -> tuple[str, ...]:
    """Name what decided a part: its rule for open, and the rule for partial where that is not met either."""
    if _value(part.open, outcomes) is Outcome.MET:
        return _deciders(part.open, outcomes)
    return tuple(dict.fromkeys(_deciders(part.partial, outcomes) + _deciders(part.open, outcomes)))


def part_state(is_open: Outcome, is_partial: Outcome) -> PartState:
    """Tell the state of a part from the outcomes of its two rules; partial is said only where it is certain."""
    if is_open is Outcome.MET:
        return PartState.OPEN
    if is_partial is Outcome.MET:
        return PartState.PARTIAL
    return PartState.CLOSED if is_partial is is_open is Outcome.NOT_MET else PartState.UNKNOWN


def _verdict(
    framework_id: str,
    framework: Framework,
    judgements: Mapping[str, Judgement],
    outcome: Outcome,
    deciders: tuple[str, ...],
    blockers: tuple[str, ...],
) -> Verdict:
    requirements = tuple(
        RequirementVerdict(
            id=name,
            title=framework.requirements[name].title,
            clause=framework.requirements[name].clause,
            outcome=judgement.outcome,
            reason=judgement.reason,
            evidence=judgement.evidence,
            remedy=judgement.remedy,
            decisive=name in deciders,
        )
        for name, judgement in judgements.items()
    )
    remedies = dict.fromkeys(judgements[name].remedy for name in blockers)
    return Verdict(
        framework=framework_id,
        name=framework.name,
        version=framework.version,
        outcome=outcome,
        word=framework.terms.get(outcome.value, _WORDS[outcome]),
        requirements=requirements,
        would_change=tuple(remedy for remedy in remedies if remedy),
    )
