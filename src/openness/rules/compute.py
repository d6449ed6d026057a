"""Compute: floating-point operations, tokens per parameter, and what they mean.

Formulae: European Commission, guidelines on general-purpose AI models (July 2025), annex A.3: 6 P D by architecture,
N L H U by hardware. The band around 20 tokens per parameter: Hoffmann et al. 2022 (arXiv 2203.15556).
"""

from enum import StrEnum

from openness.core.model import Variant

UNDER_TRAINED = 10.0
OVER_TRAINED = 30.0


class Band(StrEnum):
    """How much data a model saw for its size."""

    UNDER = "under-trained"
    OPTIMAL = "compute-optimal"
    OVER = "over-trained"


def flop_by_architecture(parameters: float, tokens: float) -> float:
    """Estimate training FLOP of a dense transformer, 6 per parameter and token."""
    return 6.0 * parameters * tokens


def flop_by_hardware(chip_hours: float, peak_flop_per_second: float, utilisation: float) -> float:
    """Compute training FLOP from accelerator hours, peak FLOP per second, and utilisation from 0 to 1."""
    return chip_hours * 3600.0 * peak_flop_per_second * utilisation


def training_flop(variant: Variant) -> float | None:
    """Return published FLOP, else 6 P D over the parameters that are active, else None."""
    if variant.compute is not None:
        return variant.compute.flop
    parameters = variant.active_parameters or variant.parameters
    if parameters is None or variant.training_tokens is None:
        return None
    return flop_by_architecture(parameters, variant.training_tokens)


def tokens_per_parameter(variant: Variant) -> float | None:
    """Return training tokens over parameters, None where either is not known."""
    if variant.parameters is None or variant.training_tokens is None:
        return None
    return variant.training_tokens / variant.parameters


def band(ratio: float | None) -> Band | None:
    """Place a ratio of tokens to parameters: below 10, about 20, above 30."""
    if ratio is None:
        return None
    if ratio < UNDER_TRAINED:
        return Band.UNDER
    return Band.OVER if ratio > OVER_TRAINED else Band.OPTIMAL
