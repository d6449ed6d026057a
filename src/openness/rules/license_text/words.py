"""Words: what is left of a license text when wrapping, case, bullets, markup and typography are taken away.

Two copies of one text have the same words. What can change the meaning stays: every word, number, name and date.
"""

import html
import re
import unicodedata
from functools import lru_cache
from zlib import crc32

from msgspec import Struct

PLACEHOLDER = 0
_TAG = re.compile(
    r"</?(?:a|abbr|article|b|big|blockquote|body|br|center|code|dd|div|dl|dt|em|font|footer|h[1-6]|head|header|hr|html|i|img|li|link|main"
    r"|meta|nav|ol|p|pre|q|section|small|span|strong|sub|sup|table|tbody|td|th|thead|title|tr|tt|u|ul)(?:\s[^<>]{0,1000})?/?>|<!doctype[^<>]{0,200}>"
)
_LINK = re.compile(r"\]\([^()\s]{1,1000}\)")
_BLANK = re.compile(
    r"<(?:year|owner|holder|name|date|organization|copyright|insert|your)[^<>\n]{0,80}>|\[(?:yyyy|year|name|fullname|date|insert|copyright)[^\[\]\n]{0,80}\]|\{\{?\s?(?:yyyy|year|name|owner|holder|fullname|date|insert|copyright|organization|company|author)[^{}\n]{0,60}\}?\}",
)
_OPENING = re.compile(r"[<\[{]")
_BRACKETED = re.compile(r"\((?:[a-z]|[ivxlc]{1,6}|\d{1,2})\)(?!\()")
_NUMBERED = re.compile(
    r"(?<![\w(])(?:\d{1,2}(?:\.\d{1,2}){0,3}|[ivxlc]{1,6}|[a-z])(?:\)|\.(?:\d{1,2})?)(?=\s)",
)
_CJK = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3040-\u30ff\uac00-\ud7af"
_URL = r"(?:(?:https?://|www\.)|(?<![\w@.-])[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){1,5}/)[^\s<>\"'\u201c\u201d\u2019)\]}]{1,2000}"
_WORD = re.compile(
    rf"\n|[a-z]+(?=[ \n,;])|{_URL}|[{_CJK}]|\d+(?:[.,]\d+)*|[^\W\d_{_CJK}]+(?:['\u2019][^\W\d_{_CJK}]+)*|[%$\u20ac&\uffff]|~~"
)
_SIGNS = {"~~": "struck", "%": "percent", "&": "and", "$": "dollar", "\u20ac": "euro", "\uffff": "\0"}
_SPELLINGS = {
    "licence": "license", "licences": "licenses", "licenced": "licensed", "licencing": "licensing", "sublicence": "sublicense",
    "organisation": "organization", "organisations": "organizations", "authorise": "authorize", "authorised": "authorized",
    "authorisation": "authorization", "recognise": "recognize", "utilise": "utilize", "centre": "center", "behaviour": "behavior",
    "favour": "favor", "honour": "honor", "judgement": "judgment", "fulfil": "fulfill", "acknowledgement": "acknowledgment",
    "programme": "program", "merchantibility": "merchantability",
}  # fmt: skip
_JOINED = re.compile(
    r"^(non|sub)(commercial|exclusive|transferable|assignable|infringement|sublicensable|refundable|proprietary|licens\w+)$"
)
_SCHEME = re.compile(r"^https?://|^www\.|[.,;:/]+$", re.IGNORECASE)
_ADDRESS = 0x80000000
_LONGEST_OWNER = 30
_ASKS = re.compile(r"\b(?:may|must|shall|not|licen[cs]ed?)\b", re.IGNORECASE)
_MARKS = re.compile("[\u0300-\u036f\u00ad\u200b-\u200f\u2060-\u2064\ufeff]{3,}|[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_BEFORE = 200
_AND = (" and", "\nand")
_AROUND = " \t\n*#/%>"
_BROKEN = re.compile(r"((?:https?://|www\.)[^\s<>]{0,500}[-/])\n[ \t*#>/;]*(?=[\w%?&=#.])")
_REMEMBERED = 100_000
_OWNED = re.compile(
    r"^[^\S\n]*(?:[*#/;%>-]+[^\S\n]*)?(?:(?:(?:modifications|software|portions)[^\S\n]+)?copyright[^\S\n]*(?:\(c\)|©|[\[<{]|(?:19|20)\d\d)|(?:\(c\)|©)[^\S\n]*(?:copyright|(?:19|20)\d\d))[^\n]*$"
    r"|^[^\S\n]*all rights reserved\.?[^\S\n]*$",
    re.IGNORECASE | re.MULTILINE,
)


class Words(Struct, frozen=True, kw_only=True):
    """Hold the words of a text in order, the line of each (from 1), and a hash of each; a place to fill in has the hash 0."""

    words: tuple[str, ...]
    lines: tuple[int, ...]
    hashes: tuple[int, ...]

    def span(self, start: int, end: int) -> "Words":
        """Return a part of the words."""
        return Words(words=self.words[start:end], lines=self.lines[start:end], hashes=self.hashes[start:end])


def words_of(text: str) -> Words:
    """Return the words of a text."""
    clean = _clean(text)
    words: list[str] = []
    lines: list[int] = []
    line = 1
    for found in _WORD.findall(clean):
        if found == "\n":
            line += 1
            continue
        for word in _spell(found):
            words.append(word)
            lines.append(line)
    return Words(words=tuple(words), lines=tuple(lines), hashes=tuple(map(hash_of, words)))


@lru_cache(_REMEMBERED)
def hash_of(word: str) -> int:
    """Return the hash of a word, 32 bits: 0 for a place to fill in, the highest bit for a web address."""
    if word == "\0":
        return PLACEHOLDER
    return crc32(word.encode()) | _ADDRESS if "/" in word else crc32(word.encode()) & ~_ADDRESS or 1


def is_address(hashed: int) -> bool:
    """Tell whether a hash is that of a web address."""
    return bool(hashed & _ADDRESS)


def without_owners(text: str) -> str:
    """Take the lines out that say who holds the copyright, so that a reference fits whoever uses it."""
    return _OWNED.sub(
        lambda match: match[0] if len(match[0].split()) > _LONGEST_OWNER or _ASKS.search(match[0]) else "\n" * match[0].count("\n"), text
    )


def _clean(text: str) -> str:
    """Take markup and enumeration away, line breaks stay where they are; what a text does not have costs nothing."""
    plain = text.casefold().replace("\r\n", "\n").replace("\r", "\n")
    if not plain.isascii():
        plain = _DASHES.sub("-", unicodedata.normalize("NFKC", _MARKS.sub("", plain.replace("\uffff", ""))).casefold())
    plain = _fill_in(_BROKEN.sub(r"\1", plain))
    if "<" in plain or "&" in plain:
        plain = _fill_in(html.unescape(_TAG.sub(_keep_breaks, plain)).casefold())
        plain = _TAG.sub(_keep_breaks, plain)
    if "](" in plain:
        plain = _LINK.sub("]", plain)
    return _NUMBERED.sub(_drop_mark, _BRACKETED.sub(_drop_mark, plain))


def _fill_in(text: str) -> str:
    """Mark places to fill in."""
    return _BLANK.sub("\uffff", text) if _OPENING.search(text) else text


def _keep_breaks(match: re.Match[str]) -> str:
    return " " + "\n" * match[0].count("\n")


def _drop_mark(match: re.Match[str]) -> str:
    """Drop the mark of a list item; one that ends a sentence or follows a word, as in Section 5(a), stays."""
    before = match.string[max(0, match.start() - _BEFORE) : match.start()].rstrip(_AROUND)
    return match[0] if before[-1:].isalnum() and before[-4:] not in _AND else " "


@lru_cache(_REMEMBERED)
def _spell(found: str) -> tuple[str, ...]:
    word = found.replace("'", "").replace("\u2019", "")
    if found in _SIGNS:
        return (_SIGNS[found],)
    if "/" in found:
        return (f"{_SCHEME.sub('', _SCHEME.sub('', word)).removeprefix('www.')}/",)
    if word[0].isdigit():
        return (word.replace(",", ""),)
    word = _SPELLINGS.get(word, word)
    joined = _JOINED.match(word)
    return (joined[1], joined[2]) if joined else (word,)
