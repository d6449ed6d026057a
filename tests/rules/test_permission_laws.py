"""Laws of answers: more terms never allow more, and what is not known is never a yes."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from worlds import LICENSES, license_with

from openness.core.license_vocabulary import Answer, Confidence, Limit, Permission
from openness.core.outcome import Outcome, rank
from openness.rules.permissions import ask_expression
from openness.rules.standards import Standard, meets

_RANK = {Answer.NO: 0, Answer.UNKNOWN: 1, Answer.CONDITIONAL: 2, Answer.YES: 3}
answers = st.sampled_from(Answer)
texts = st.builds(license_with, answers, answers, answers, st.sampled_from(Confidence))
permissions = st.sampled_from(Permission)


def asked(permission, expression, **found):
    return ask_expression(permission, expression, "lab/it", LICENSES | {f"LicenseRef-{name}": one for name, one in found.items()}).answer


@given(permissions, texts, texts)
def test_a_choice_is_at_least_as_permissive_as_each_part_and_a_sum_at_most(permission, one, other):
    each = [_RANK[asked(permission, f"LicenseRef-{name}", a=one, b=other)] for name in "ab"]
    assert _RANK[asked(permission, "LicenseRef-a OR LicenseRef-b", a=one, b=other)] == max(each)
    assert _RANK[asked(permission, "LicenseRef-a AND LicenseRef-b", a=one, b=other)] == min(each)


@given(permissions, texts)
def test_an_unknown_part_never_yields_yes(permission, one):
    for unknown in ("LicenseRef-nobody-read", "LicenseRef-unread"):
        assert asked(permission, f"LicenseRef-a AND {unknown}", a=one) in (Answer.NO, Answer.UNKNOWN)
        assert asked(permission, unknown) is Answer.UNKNOWN


@given(texts, st.sampled_from(Limit), st.sampled_from(Standard))
def test_one_more_limit_never_makes_a_text_more_open(one, limit, standard):
    stricter = replace(one, limits={**one.limits, limit: replace(next(iter(one.limits.values())), answer=Answer.YES)})
    before, after = (meets(standard, "LicenseRef-a", {"LicenseRef-a": text}) for text in (one, stricter))
    assert rank(after) <= rank(before) or before is Outcome.UNKNOWN
    assert after is not Outcome.MET or before is Outcome.MET
