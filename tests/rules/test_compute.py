"""Compute and what follows from it."""

import json

import pytest

from openness.core.model import Compute, Variant
from openness.core.vocabulary import ComputeBasis, ComputeScope
from openness.rules.compute import Band, band, flop_by_architecture, flop_by_hardware, tokens_per_parameter, training_flop

# The eight examples of the Commission's guidelines (July 2025, annex A.3): figures as printed, with what they stand for.
BY_ARCHITECTURE = {
    "A": (3.8e9, 3.3e12, 7.5e22),
    "C": (6e8, 3.6e13, 1.3e23),
    "D": (1.54e9, 1.8e13, 1.663e23),
    "E": (1.7e9, 3.6e13, 3.7e23),
    "F": (2.5e9, 1.2e13, 1.8e23),
    "G": (2.6e9, 1.0e13, 1.5e23),
}
BY_HARDWARE = {"B": (200_000, 3.0e14, 0.5, 1.08e23), "H": (370_000, 9.89e14, 0.5, 6.5e23)}
THRESHOLD = 1e23


@pytest.mark.parametrize(("parameters", "tokens", "printed"), BY_ARCHITECTURE.values(), ids=BY_ARCHITECTURE)
def test_the_commissions_examples_by_architecture(parameters, tokens, printed):
    assert flop_by_architecture(parameters, tokens) == pytest.approx(printed, rel=0.05)


@pytest.mark.parametrize(("hours", "peak", "utilisation", "printed"), BY_HARDWARE.values(), ids=BY_HARDWARE)
def test_the_commissions_examples_by_hardware(hours, peak, utilisation, printed):
    assert flop_by_hardware(hours, peak, utilisation) == pytest.approx(printed, rel=0.02)


def test_only_the_first_example_stays_below_the_threshold():
    above = {name: flop_by_architecture(p, d) > THRESHOLD for name, (p, d, _) in BY_ARCHITECTURE.items()}
    above |= {name: flop_by_hardware(n, h, u) > THRESHOLD for name, (n, h, u, _) in BY_HARDWARE.items()}
    assert [name for name, found in above.items() if not found] == ["A"]


@pytest.mark.real
def test_the_examples_are_those_of_the_recorded_guidelines(shared):
    recorded = json.loads((shared / "standards" / "eu_compute_vectors.json").read_text())["vectors"]
    for vector in recorded:
        if vector["method"] == "architecture":
            assert BY_ARCHITECTURE[vector["model"]] == (vector["P"], vector["D"], vector["flop"])
        else:
            found = flop_by_hardware(vector["gpu_hours"], vector["peak_flops"], vector["utilisation"])
            assert found == pytest.approx(vector["flop"], rel=0.09)


def variant(**facts: object) -> Variant:
    return Variant(evidence=("card",), **facts)


def test_published_compute_comes_before_an_estimate():
    stated = Compute(flop=1e24, basis=ComputeBasis.STATED, scope=ComputeScope.RUN)
    assert training_flop(variant(parameters=10**9, training_tokens=10**12, compute=stated)) == 1e24
    assert training_flop(variant(parameters=10**9, training_tokens=10**12)) == 6e21


def test_a_mixture_of_experts_computes_with_its_active_parameters():
    assert training_flop(variant(parameters=7 * 10**9, active_parameters=10**9, training_tokens=10**12)) == 6e21


@pytest.mark.parametrize("facts", [{}, {"parameters": 10**9}, {"training_tokens": 10**12}])
def test_what_is_not_known_is_not_estimated(facts):
    assert training_flop(variant(**facts)) is None
    assert tokens_per_parameter(variant(**facts)) is None


@pytest.mark.parametrize(
    ("ratio", "expected"),
    [(None, None), (1.7, Band.UNDER), (9.99, Band.UNDER), (10, Band.OPTIMAL), (20, Band.OPTIMAL), (30, Band.OPTIMAL), (30.1, Band.OVER)],
)
def test_the_band_lies_around_twenty_tokens_per_parameter(ratio, expected):
    assert band(ratio) is expected


def test_cerebras_gpt_was_trained_by_the_chinchilla_recipe():
    assert band(tokens_per_parameter(variant(parameters=12853954560, training_tokens=257_100_000_000))) is Band.OPTIMAL
