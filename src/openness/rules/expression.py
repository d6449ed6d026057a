"""License expressions: parsed by license-expression, judged by folding over their parts."""

from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from msgspec import Struct

from openness.core.error import OpennessError

if TYPE_CHECKING:
    from license_expression import Licensing

NONE = "NONE"
NOASSERTION = "NOASSERTION"

T = TypeVar("T")


class ExpressionError(OpennessError):
    """Say why a text is no license expression."""


class Leaf(Struct, frozen=True, kw_only=True):
    """Hold one license, perhaps with an exception."""

    id: str
    exception: str | None = None

    def __str__(self) -> str:
        """Render as SPDX does."""
        return f"{self.id} WITH {self.exception}" if self.exception else self.id


class AllOf(Struct, frozen=True, kw_only=True):
    """Join licenses of which all apply."""

    parts: tuple["Expression", ...]


class AnyOf(Struct, frozen=True, kw_only=True):
    """Join licenses of which the user chooses one."""

    parts: tuple["Expression", ...]


Expression: TypeAlias = Leaf | AllOf | AnyOf


@cache
def _licensing() -> "Licensing":
    from license_expression import Licensing

    return Licensing()


@lru_cache(maxsize=4096)
def parse_expression(text: str) -> Expression:
    """Parse an SPDX expression; raise ExpressionError with the parser's reason."""
    if _is_name(text):
        return Leaf(id=text)
    from boolean import ParseError
    from license_expression import ExpressionError as GrammarError

    try:
        parsed = _licensing().parse(text, validate=False, strict=False)
    except (ParseError, GrammarError, IndexError, AssertionError, TypeError) as error:  # the parser itself stumbles over ()
        raise ExpressionError(f"{text!r} is no license expression: {error}") from error
    if parsed is None:
        raise ExpressionError(f"{text!r} is no license expression: it is empty")
    expression = _convert(parsed)
    wrong = [leaf.id for leaf in leaves(expression) if not _is_name(leaf.id)]
    if wrong or not leaves(expression):
        raise ExpressionError(f"{text!r} is no license expression: {wrong[0]!r} is no license" if wrong else f"{text!r} holds no license")
    return expression


def read_expression(text: str) -> Expression:
    """Parse an SPDX expression; one that cannot be read is a license that nobody knows (a check reports it)."""
    try:
        return parse_expression(text)
    except ExpressionError:
        return Leaf(id=text)


def _is_name(text: str) -> bool:
    """Tell whether a text can be the name of one license."""
    return bool(text) and not any(character in text for character in " ()") and text.upper() not in ("AND", "OR", "WITH")


def _convert(node: object) -> Expression:
    from license_expression import LicenseWithExceptionSymbol

    if isinstance(node, LicenseWithExceptionSymbol):
        return Leaf(id=node.license_symbol.key, exception=node.exception_symbol.key)
    key = getattr(node, "key", None)
    if key is not None:
        return Leaf(id=str(key))
    parts = tuple(_convert(part) for part in node.args)  # type: ignore[attr-defined] # boolean.py is untyped
    return AnyOf(parts=parts) if type(node).__name__ == "OR" else AllOf(parts=parts)


def fold(
    expression: Expression,
    leaf: Callable[[Leaf], T],
    every: Callable[[Iterable[T]], T],
    some: Callable[[Iterable[T]], T],
) -> T:
    """Judge an expression from its leaves: AND joins by `every`, OR by `some`."""
    match expression:
        case Leaf():
            return leaf(expression)
        case AllOf(parts=parts):
            return every([fold(part, leaf, every, some) for part in parts])
        case AnyOf(parts=parts):
            return some([fold(part, leaf, every, some) for part in parts])


def leaves(expression: Expression) -> tuple[Leaf, ...]:
    """List the licenses of an expression in order."""
    match expression:
        case Leaf():
            return (expression,)
        case AllOf(parts=parts) | AnyOf(parts=parts):
            return tuple(found for part in parts for found in leaves(part))
