"""Lineage: what a model was made from, all the way down."""

from collections.abc import Mapping

from openness.core.model import Model
from openness.core.reference import parse_reference
from openness.core.vocabulary import Relation

WEIGHTS_GO_ON = frozenset({Relation.FINETUNE, Relation.ADAPTER, Relation.MERGE, Relation.QUANTIZED, Relation.COPY})


def bases_of(model: Model) -> tuple[str, ...]:
    """List the ids of the direct bases and of works that an offer needs, each once."""
    named = [base for step in model.lineage or () for base in step.bases]
    needed = [need for offers in model.components.values() for offer in offers for need in offer.needs]
    return tuple(dict.fromkeys(parse_reference(reference).id for reference in named + needed))


def lineage_of(model: Model) -> tuple[str, ...]:
    """List the ids of the direct bases, each once."""
    return tuple(dict.fromkeys(parse_reference(base).id for step in model.lineage or () for base in step.bases))


def goes_on_from_weights(model: Model, variant: str) -> bool:
    """Tell whether a variant went on from the weights of another model, so that its own tokens are not all that it learned from."""
    return any(step.relation in WEIGHTS_GO_ON and (not step.variants or variant in step.variants) for step in model.lineage or ())


def find_cycles(edges: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Return every circle that a walk along the edges runs into, each once, from its smallest member; linear in the edges."""
    done: set[str] = set()
    cycles: set[tuple[str, ...]] = set()
    for start in edges:
        way: list[str] = []
        on_way: dict[str, int] = {}
        waiting: list[tuple[str, bool]] = [(start, False)]
        while waiting:
            node, leaving = waiting.pop()
            if leaving:
                way.pop()
                del on_way[node]
                done.add(node)
            elif node in on_way:
                cycles.add(_from_smallest(tuple(way[on_way[node] :])))
            elif node not in done:
                on_way[node] = len(way)
                way.append(node)
                waiting.append((node, True))
                waiting += [(base, False) for base in edges.get(node, ())]
    return tuple(sorted(cycles))


def _from_smallest(cycle: tuple[str, ...]) -> tuple[str, ...]:
    first = cycle.index(min(cycle))
    return cycle[first:] + cycle[:first]
