"""What a page says, apart from its frame: a fingerprint of its words, and the day of its last change.

A page is never believed: it is only compared with itself, and a day that cannot be one counts as none.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from express_entry.days import read_day

READER = "1"
"""Begins every fingerprint; raised with every new way to tell words from frame: old ones are not compared."""
_FRAME = " | ".join(
    (
        *(f".//{tag}" for tag in ("script", "style", "noscript", "template", "nav", "svg", "iframe")),
        ".//*[@role='navigation']",
        ".//*[contains(concat(' ', @class, ' '), ' pagedetails ')]",  # canada.ca: date and "report a problem"
        ".//*[@id='assentedDate']",  # laws-lois.justice.gc.ca: "current to", new every two weeks
    )
)
_MODIFIED = (
    "//meta[translate(@name, 'DCTERMSOIF', 'dctermsoif') = 'dcterms.modified']/@content",
    "//time[@property = 'dateModified']/text()",
)
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_BEFORE_A_PAGE = b"\xef\xbb\xbf \t\r\n"
_DECLARED_WITHIN = 4096
"""Bytes at the beginning of a page among which its encoding is looked for."""


@dataclass(frozen=True)
class PageDigest:
    """The ``fingerprint`` of what a page says, and the day that it gives as its last change, if any."""

    fingerprint: str
    modified: date | None = None


def read(body: bytes, content_type: str = "") -> PageDigest:
    """Read what a server sent as ``content_type``; anything but HTML is fingerprinted as raw bytes."""
    kind = content_type.partition(";")[0].strip().lower()
    if "html" not in kind and (kind or body.lstrip(_BEFORE_A_PAGE)[:1] != b"<"):
        return PageDigest(_fingerprint(body))
    try:
        root = document_fromstring(_decoded(body, content_type).encode(), parser=_parser())
    except etree.LxmlError:  # nothing stands there
        return PageDigest(_fingerprint(b""))
    modified = _modified(root)  # before the frame, where it stands, is taken away
    return PageDigest(_fingerprint(_words(root).encode()), modified)


def _parser() -> HTMLParser:
    return HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)


def _fingerprint(content: bytes) -> str:
    return f"{READER}-{hashlib.sha256(content).hexdigest()}"


def _decoded(body: bytes, content_type: str) -> str:
    """Decode as UTF-8 if the bytes are valid UTF-8, else as declared, else as Windows-1252."""
    declared = _CHARSET.search(content_type.encode()) or _CHARSET.search(body[:_DECLARED_WITHIN])
    for encoding in ("utf-8-sig", declared[1].decode() if declared else "", "cp1252"):
        try:
            return body.decode(encoding)
        except (LookupError, ValueError):  # no such encoding, or not in it
            continue
    return body.decode("cp1252", errors="replace")


def _words(root: HtmlElement) -> str:
    """The words of the main part without any whitespace, each letter in one form."""
    main = root.xpath("//main | //*[@role = 'main']")
    part = main[0] if main else root
    for element in part.xpath(_FRAME if main else f"{_FRAME} | .//head | .//header | .//footer"):
        element.drop_tree()
    return unicodedata.normalize("NFC", "".join("".join(part.itertext()).split()))


def _modified(root: HtmlElement) -> date | None:
    for text in (text for path in _MODIFIED for text in root.xpath(path)):
        try:
            return read_day(text.strip()[: len("2026-11-23")])
        except ValueError:
            continue
    return None
