"""A framework that asks for what nobody can answer.

Each `ask` names a predicate with its arguments, and each rule names requirements of the same framework.
"""

from collections.abc import Iterator

from openness.checks import Context
from openness.core.finding import Issue, Path, Place
from openness.core.framework import Ask, Framework, Rule
from openness.core.registry import Collection
from openness.rules.facts import reserved_fields
from openness.rules.judge import FrameworkError, make_predicate
from openness.rules.words import closest


def check(context: Context) -> Iterator[Issue]:
    """Find asks that do not compile and rules that name no requirement."""
    reserved = reserved_fields()
    for framework_id, framework in context.registry.frameworks.items():
        if framework_id in reserved:
            place = Place(collection=Collection.FRAMEWORKS, record=framework_id)
            message = f"the id {framework_id!r} is the name of a fact"
            yield Issue(code="framework-broken", place=place, message=message, hint="rename the file")
        for path, message, hint in [*_broken_asks(framework), *_broken_rules(framework), *_absent_frameworks(framework, context)]:
            place = Place(collection=Collection.FRAMEWORKS, record=framework_id, path=path)
            yield Issue(code="framework-broken", place=place, message=message, hint=hint)


def _absent_frameworks(framework: Framework, context: Context) -> Iterator[tuple[Path, str, str | None]]:
    for name, requirement in framework.requirements.items():
        for ask in _leaves(requirement.ask):
            asked = ask.arguments.get("framework")
            if isinstance(asked, str) and not context.registry.has(Collection.FRAMEWORKS, asked):
                yield ("requirements", name, "ask"), f"no framework has the id {asked!r}", closest(asked, context.registry.frameworks)


def _broken_asks(framework: Framework) -> Iterator[tuple[Path, str, str | None]]:
    for name, requirement in framework.requirements.items():
        for ask in _leaves(requirement.ask):
            try:
                make_predicate(ask)
            except FrameworkError as error:
                yield ("requirements", name, "ask"), str(error), None


def _leaves(ask: Ask) -> Iterator[Ask]:
    if ask.predicate is not None:
        yield ask
    for part in ask.all + ask.any:
        yield from _leaves(part)


def _broken_rules(framework: Framework) -> Iterator[tuple[Path, str, str | None]]:
    for path, rule in _rules(framework):
        for name in rule.requirements:
            if name not in framework.requirements:
                yield path, f"no requirement is named {name!r}", closest(name, framework.requirements)


def _rules(framework: Framework) -> Iterator[tuple[Path, Rule]]:
    for key in ("applies", "passes"):
        rule = getattr(framework, key)
        if rule is not None:
            yield (key,), rule
    for number, level in enumerate(framework.levels):
        yield ("levels", number, "rule"), level.rule
    for name, part in framework.parts.items():
        yield ("parts", name, "open"), part.open
        yield ("parts", name, "partial"), part.partial
