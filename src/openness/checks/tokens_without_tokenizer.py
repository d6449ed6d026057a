"""Tokens counted by nobody knows which tokenizer.

One text makes different numbers of tokens for different models. Name the tokenizer, or write `tokenizer: unknown` where the
source names none.
"""

from collections.abc import Iterator

from openness.checks import Context
from openness.core.finding import Issue, Severity
from openness.core.vocabulary import SizeUnit
from openness.rules.walk import dataset_place


def check(context: Context) -> Iterator[Issue]:
    """Find sizes in tokens that say nothing of the tokenizer."""
    for dataset_id, dataset in context.registry.datasets.items():
        for number, size in enumerate(dataset.sizes):
            if size.unit is SizeUnit.TOKENS and size.tokenizer is None:
                yield Issue(
                    code="tokens-without-tokenizer",
                    place=dataset_place(dataset_id, "sizes", number, "unit"),
                    message="tokens of an unnamed tokenizer",
                    hint="add tokenizer: its name, or unknown where the source names none",
                    severity=Severity.WARNING,
                )
