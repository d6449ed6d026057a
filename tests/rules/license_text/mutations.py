"""Ways to change a license text: some change what it says, some only how it looks."""

import html
import re
import textwrap

_OWNED = re.compile(r"copyright|\(c\)|©", re.IGNORECASE)


def paragraphs(text):
    return [part for part in re.split(r"\n\s*\n", text) if part.strip()]


def other_number(text):
    """Raise the first number of two digits or more that stands in no notice of copyright and in no address."""
    for line in text.splitlines():
        found = re.search(r"(?<![\w./:])\d{2,}(?![\w./:-])", line)
        if found and not _OWNED.search(line):
            return text.replace(line, f"{line[: found.start()]}{int(found[0]) + 1}{line[found.end() :]}", 1)
    return None


def other_day(text):
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    found = re.search(rf"\b({months}) (\d\d?),? (\d{{4}})", text)
    return text.replace(found[0], f"{found[1]} {int(found[2]) % 27 + 1}, {found[3]}", 1) if found else None


def other_name(text):
    """Put another name in the place of one that stands within a sentence."""
    found = re.search(
        r"(?<=[a-z] )(?:Meta|Tencent|Google|Apple|Licensor|Stability|Company|Institute|LG|NVIDIA|Creative|Model|Work|Software)(?= [a-z])",
        text,
    )
    return f"{text[: found.start()]}Acme{text[found.end() :]}" if found else None


def without_clause(text):
    """Leave out a clause that asks or forbids something."""
    parts = paragraphs(text)
    for number, part in enumerate(parts):
        if number and len(part.split()) > 25 and re.search(r"\b(shall|must|may not|not)\b", part) and not _OWNED.match(part.strip()):
            return "\n\n".join(parts[:number] + parts[number + 1 :])
    return None


def forbidden(text):
    found = re.search(r"\b(may|You may|are permitted to|is permitted to)\b(?! not)", text)
    return f"{text[: found.end()]} not{text[found.end() :]}" if found else None


def added_terms(text):
    return f"{text}\n\nCommercial use requires a separate license from Acme and a fee of 5 percent of revenue.\n"


def added_inside(text):
    parts = paragraphs(text)
    middle = len(parts) // 2
    return "\n\n".join([*parts[:middle], "You must not use it in the territory of Atlantis.", *parts[middle:]]) if len(parts) > 2 else None


def other_order(text):
    """Swap two clauses."""
    parts = paragraphs(text)
    long = [number for number, part in enumerate(parts) if len(part.split()) > 25]
    if len(long) < 3:
        return None
    one, other = long[1], long[2]
    parts[one], parts[other] = parts[other], parts[one]
    return "\n\n".join(parts)


SUBSTANCE = (other_number, other_day, other_name, without_clause, forbidden, added_terms, added_inside)


def narrow(text):
    return "\n\n".join(textwrap.fill(part, 40, break_long_words=False) for part in paragraphs(text))


def wide(text):
    return "\n\n".join(" ".join(part.split()) for part in paragraphs(text))


def loud(text):
    return text.upper()


def in_html(text):
    return "<html><body>" + "".join(f"<p class='x'>{html.escape(part)}</p>\n" for part in paragraphs(text)) + "</body></html>"


def commented(text):
    return "\n".join(f" * {line}" for line in text.splitlines())


def curly(text):
    return text.replace('"', "\u201c").replace("'", "\u2019").replace("-", "\u2011")


LOOKS = (narrow, wide, loud, in_html, commented, curly)
