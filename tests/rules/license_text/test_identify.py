"""Which license is this text? Small texts written here, and the ways in which they may differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mutations import LOOKS, SUBSTANCE, other_order

from openness.core.fingerprint import Fingerprint
from openness.core.identified import TextKind
from openness.rules.license_text.align import align
from openness.rules.license_text.identify import identify
from openness.rules.license_text.notice import names_as_words
from openness.rules.license_text.references import References
from openness.rules.license_text.words import without_owners, words_of

OPEN = """Harbour License, Version 2.1, July 18, 2023

Copyright (c) 2023 The Harbour Company

1. Grant. Anyone who gets a copy of this work may use, change and pass it on, for any purpose at all, as long as every
copy keeps this text and the notice above it in a place where readers will find it.

2. Changes. Whoever changes the work and gives it to others must say on the first page what was changed and when, and must
not let it seem that the Company wrote the changed parts.

3. Names. This text gives no right to the names and marks of the Company beyond what is needed to say where the work began.

(a) A notice that the work was "made at the harbour" is always allowed.

4. No promise. The work comes as it is. The Company answers for no harm that comes of it, up to 100 dollars at most, unless
a law that cannot be set aside says otherwise. See https://example.org/harbour/terms-of-use for a reading in other tongues.
"""
CLOSED = """Quarry Research Terms, 3 March 2024

1. Scope. The Quarry Institute lets you study the files for research alone. You must not sell them, nor anything made with
their help, nor use them in a product of more than 700 million monthly users.

2. Passing on. You may hand the files to others only together with these terms, and whoever gets them is bound by them in
the same way as you are, for as long as they keep a copy.

3. Outputs. What the files produce must not be used to teach another model, save one that carries the name Quarry in front.

4. End. The Institute may end these terms at any time, and you must then delete every copy within 30 days of the notice.
"""
TEXTS = {"Harbour-2.1": OPEN, "Quarry": CLOSED}
NAMES = names_as_words(
    [("Harbour License 2.1", "Harbour-2.1"), ("Harbour", "Harbour-2.1"), ("Quarry Terms", "Quarry"), ("Twin", "A"), ("Twin", "B")]
)
REFERENCES = References([Fingerprint(license=name, hashes=words_of(without_owners(text)).hashes) for name, text in TEXTS.items()], NAMES)


def said(text):
    found = identify(text, REFERENCES)
    return found.kind, found.license


@pytest.mark.parametrize("license_id", TEXTS)
def test_a_text_is_the_license_that_it_is(license_id):
    assert said(TEXTS[license_id]) == (TextKind.EXACT, license_id)


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.__name__)
@pytest.mark.parametrize("license_id", TEXTS)
def test_wrapping_case_bullets_and_markup_do_not_matter(look, license_id):
    assert said(look(TEXTS[license_id])) == (TextKind.EXACT, license_id)


@pytest.mark.parametrize(
    "text",
    [
        OPEN.replace("Copyright (c) 2023 The Harbour Company", "Copyright 2019-2026 Some Research Limited and contributors"),
        OPEN.replace("Copyright (c) 2023 The Harbour Company\n", ""),
        OPEN.replace("2. Changes", "(2) Changes").replace("3. Names", "Names"),
        OPEN.replace("(a) A notice", "* A notice"),
        "The Harbour License\n===================\n" + OPEN,
        OPEN.replace(" See https://example.org/harbour/terms-of-use", " See").replace('harbour" is', 'harbour" is'),
    ],
    ids=["owner", "no owner", "numbers", "bullets", "title", "address"],
)
def test_owners_numbers_of_clauses_and_titles_do_not_matter(text):
    assert said(text) == (TextKind.EXACT, "Harbour-2.1")


@pytest.mark.parametrize("change", [*SUBSTANCE, other_order], ids=lambda change: change.__name__)
@pytest.mark.parametrize("license_id", TEXTS)
def test_a_change_of_substance_is_never_the_license(change, license_id):
    text = change(TEXTS[license_id])
    if text is None:
        pytest.skip("nothing there that this could change")
    found = identify(text, REFERENCES)
    assert found.license is None
    assert found.nearest == license_id
    assert found.kind in (TextKind.MODIFIED, TextKind.WITH_ADDED_TERMS)
    assert found.differences


def test_a_difference_says_where_and_what():
    found = identify(CLOSED.replace("700 million", "900 million"), REFERENCES)
    [difference] = found.differences
    assert (difference.change.value, difference.line, difference.words, difference.missing) == ("changed", 4, "900", 1)


def test_added_terms_are_told_with_their_line():
    found = identify(f"{OPEN}\n5. Fee. Commercial use requires a fee of 5 percent.\n", REFERENCES)
    assert (found.kind, found.license, found.nearest) == (TextKind.WITH_ADDED_TERMS, None, "Harbour-2.1")
    assert found.differences[0].line == OPEN.count("\n") + 2
    assert "commercial use requires" in found.differences[0].words


def test_two_licenses_in_one_file_are_both_found():
    found = identify(f"{OPEN}\nThe files in folder b stand under these words:\n\n{CLOSED}", REFERENCES)
    assert (found.kind, found.license, found.others) == (TextKind.WITH_OTHER_TEXT, "Harbour-2.1", ("Quarry",))


def test_other_text_without_terms_leaves_the_license():
    found = identify(f"Harbour Pilot, a small tool for pilots.\nWritten on a rainy day in the old town by the sea.\n\n{OPEN}", REFERENCES)
    assert (found.kind, found.license) == (TextKind.WITH_OTHER_TEXT, "Harbour-2.1")


def test_a_part_of_a_license_is_not_the_license():
    found = identify(CLOSED[: len(CLOSED) // 2], REFERENCES)
    assert (found.kind, found.license, found.nearest) == (TextKind.MODIFIED, None, "Quarry")
    assert "a part of Quarry" in found.reason


@pytest.mark.parametrize(
    ("text", "license_"),
    [
        ("The weights are licensed under the Harbour License 2.1.", "Harbour-2.1"),
        ("Data is released under Quarry Terms, see their page.", "Quarry"),
        ("Code: licensed under Harbour License 2.1. Weights: licensed under Quarry Terms.", None),
    ],
)
def test_a_notice_only_names_a_license(text, license_):
    assert said(text) == (TextKind.NOTICE, license_)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\t ",
        "Harbour License 2.1",
        "# Harbour-7B\nThe model of the Harbour team, limited, permitted, submitted.",
        "Use under the Twin terms is fine.",
        "Licensed under Harbour, they say.",
        "Lorem ipsum dolor sit amet " * 200,
        "not " * 50_000,
        "a" * 1_000_000,
        "(" * 100_000,
        "<" * 100_000,
        "1. " * 100_000,
        "https://" + "a-/" * 20_000,
    ],
)
def test_what_is_no_license_is_unknown(text):
    found = identify(text, REFERENCES)
    assert (found.kind, found.license) == (TextKind.UNKNOWN, None)
    assert found.reason


def test_thousands_of_clauses_end_in_a_clear_answer():
    assert identify(CLOSED * 200, REFERENCES).kind is not TextKind.MODIFIED
    assert identify("You must not sell them. " * 10_000, REFERENCES).license is None


def test_names_that_texts_of_one_license_put_differently_may_differ_again():
    texts = [CLOSED.replace("Quarry", name) for name in ("Quarry", "Gravel")]
    references = References([Fingerprint(license="Q", text=str(number), hashes=words_of(text).hashes) for number, text in enumerate(texts)])
    assert identify(CLOSED.replace("Quarry", "Marble"), references).kind is TextKind.EXACT
    assert identify(CLOSED.replace("Quarry", "Commercial"), references).kind is TextKind.MODIFIED
    assert identify(CLOSED.replace("Quarry", "7 B"), references).kind is TextKind.MODIFIED


def test_a_place_to_fill_in_takes_any_name():
    template = CLOSED.replace("The Quarry Institute", "[name of licensor]")
    references = References([Fingerprint(license="Q", hashes=words_of(template).hashes)])
    assert identify(CLOSED, references).kind is TextKind.EXACT
    assert identify(template, references).kind is TextKind.EXACT


words = st.lists(st.integers(1, 30), max_size=80)


@given(words, words)
def test_an_alignment_leaves_only_what_agrees(left, right):
    """What lies between the gaps is the same on both sides, in the same order."""
    agreed_left, agreed_right, at_left, at_right = [], [], 0, 0
    for gap in align(left, right):
        assert gap.left >= at_left
        assert gap.right >= at_right
        agreed_left += left[at_left : gap.left]
        agreed_right += right[at_right : gap.right]
        at_left, at_right = gap.left_end, gap.right_end
    assert agreed_left + left[at_left:] == agreed_right + right[at_right:]


@given(words)
def test_a_sequence_agrees_with_itself(found):
    assert align(found, found) == ()


@given(st.text(max_size=300))
def test_any_text_has_words_with_lines(text):
    found = words_of(text)
    assert len(found.words) == len(found.lines) == len(found.hashes)
    assert list(found.lines) == sorted(found.lines)


@given(st.text(max_size=400), st.sampled_from(sorted(TEXTS)))
def test_whatever_stands_before_a_license_it_is_never_taken_for_another(text, license_id):
    found = identify(f"{text}\n\n{TEXTS[license_id]}", REFERENCES)
    assert found.license in (None, license_id)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("more than 700 million", "more than million"),
        ("more than 700 million", "more than (2) 700 million"),
        ("within 30 days", "within days"),
        ("may use, change", "may use <unless they sell it>, change"),
        ("may use, change", "may use &lt;unless they sell it&gt;, change"),
        ("may use, change", "may use <!-- unless they sell it -->, change"),
        ("may use, change", "may use, ~~change"),
        ("may use, change", "may use, <del>change</del>"),
        ("may use, change", "may use copyright 2024 banning all sale, change"),
        ("may use, change", "may use (barring those at https://example.org/x), change"),
        ("Anyone who", "Anyone but students who"),
        ("Harbour Company\n", "Harbour Company. Without Anyone\n"),
        ("may use, change", "may use, https://example.org/except-commercial-users change"),
        ("may use, change", "may harbour use, change"),
        ("\n\n1. Grant", "\n\nNon-commercial use.\n\n1. Grant"),
    ],
)
def test_a_change_in_the_guise_of_marks_markup_or_notices_is_seen(old, new):
    changed = [text.replace(old, new) for text in TEXTS.values() if old in text]
    assert changed
    assert [identify(text, REFERENCES).license for text in changed] == [None] * len(changed)


@pytest.mark.parametrize(
    "more",
    [
        "Non-commercial use.",
        "Subject to the Acme EULA.",
        "This license is void.",
        "Files excluded.",
        "You have to credit Acme in your product.",
        "Companies with more than 100 staff need a separate license.",
        "Proprietary and confidential.",
        "Do n\u043et sell.",
        "\U0001d40d\U0001d40e\U0001d413 for sale",
        "&#78;OT for sale",
        "{Research use only.}",
        "\u7981\u6b62\u5546\u4e1a\u7528\u9014",
        "Usage commercial interdit.",
        "Copyright (c) 2024 Acme. Research use. Commercial users contact Acme.",
        "The files are licensed under the Quarry Terms.",
    ],
)
@pytest.mark.parametrize("beside", ["{license}\n\n{more}\n", "{more}\n\n{license}"])
def test_terms_in_any_guise_beside_a_license_are_seen(more, beside):
    text = beside.replace("{more}", more).replace("{license}", OPEN)
    assert identify(text, REFERENCES).license is None


@pytest.mark.parametrize(
    "notice",
    [
        "This is not licensed under the Harbour License 2.1",
        "This was formerly licensed under the Harbour License 2.1",
        "Licensed under the Harbour License 2.1 except for commercial use",
        "Licensed under the Harbour License 2.1 NC",
        "Licensed under the Harbour License 2.1 or a commercial license",
        "Licensed under a license incompatible with the Harbour License 2.1",
        "Parts of this are licensed under the Harbour License 2.1",
    ],
)
def test_a_notice_that_narrows_or_denies_names_no_license(notice):
    assert identify(notice, REFERENCES).license is None


def test_what_slows_a_reading_down_is_read_in_little_time():
    for text in ("a" + "\u0315\u0300" * 50_000, ("-" * 62 + ".") * 5_000, "-" * 300_000):
        assert identify(text, REFERENCES).license is None
