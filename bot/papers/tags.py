"""A PDF that screen readers can read: headings, paragraphs, lists and tables in a tree, the rest decoration.

fpdf2 can tag pictures, one under the other in one list. Here its own pieces become a tree, links are parts of
it, and the metadata says that the file keeps to PDF/UA-1 (ISO 14289-1).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from itertools import count
from typing import Any

from fpdf import FPDF
from fpdf.actions import URIAction
from fpdf.annotations import PDFAnnotation
from fpdf.fonts import TTFFont
from fpdf.structure_tree import NumberTree, StructElem, StructureTreeBuilder
from fpdf.syntax import Name, PDFArray, PDFObject

DECORATION = "/Artifact BMC"
END = "EMC"
ROW_HEADER = "<</O /Table /Scope /Row>>"
METADATA = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>"""
"""What the file says about itself in XMP, which is where readers look."""


class _Element(StructElem):
    """A part of the document; ``a`` are its attributes: of which cells a header tells."""

    __slots__ = ("a",)

    def __init__(self, kind: str, parent: PDFObject, page: int, mark: int | None, alt: str | None) -> None:
        super().__init__(f"/{kind}", parent, [] if mark is None else [mark], page, alt=alt)
        self.a = ROW_HEADER if kind == "TH" else None


class _Link(PDFAnnotation):
    """An address to press; ``struct_parent`` is its number in the tree."""

    def __init__(self, struct_parent: int, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.struct_parent = struct_parent


class _Pressed:
    """A link as part of its element."""

    def __init__(self, annotation: _Link) -> None:
        self.annotation = annotation

    def serialize(self, *_: Any, **__: Any) -> str:
        return f"<</Type /OBJR /Obj {self.annotation.ref}>>"


class _Numbers(NumberTree):
    """By number: all elements of a page in their order, or the one element of a link."""

    def __init__(self) -> None:
        super().__init__()
        self.links: dict[int, _Element] = {}

    def serialize(self, *_: Any, **__: Any) -> str:
        pages = {number: PDFArray(elements).serialize() for number, elements in self.nums.items()}
        links = {number: element.ref for number, element in self.links.items()}
        numbers = " ".join(f"{number} {each}" for number, each in sorted((pages | links).items()))
        return PDFObject.serialize(self, {"/Nums": f"[{numbers}]"})


class _Everything(PDFArray):
    """All elements, which is how fpdf2 numbers them; in the file it has only its own."""

    def serialize(self, *args: Any, **options: Any) -> str:
        return PDFArray(each for each in self if each.p.s == "/Document").serialize(*args, **options)


class _Tree(StructureTreeBuilder):
    def __init__(self) -> None:
        super().__init__()
        self.doc_struct_elem.k = _Everything()
        self.doc_struct_elem.p = self.struct_tree_root
        self.struct_tree_root.parent_tree = self.numbers = _Numbers()
        self.count = count()
        self.marks: Counter[int] = Counter()
        self.open = [self.doc_struct_elem]

    def group(self, kind: str, page: int) -> _Element:
        """An element for others."""
        return self._put(_Element(kind, self.open[-1], page, None, None))

    def piece(self, kind: str, page: int, alt: str | None) -> tuple[int, int]:
        """An element for what is drawn next on ``page``: its number there, and the page's in the tree."""
        mark = self.marks[page]
        self.marks[page] += 1
        if page not in self.spid_per_page_number:
            self.spid_per_page_number[page] = next(self.count)
        in_tree = self.spid_per_page_number[page]
        element = self._put(_Element(kind, self.open[-1], page, mark, alt))
        self.numbers.nums[in_tree].append(element)
        return mark, in_tree

    def press(self, link: _Link) -> None:
        """A link on the piece that is drawn at present."""
        element = self.doc_struct_elem.k[-1]
        element.k.append(_Pressed(link))
        self.numbers.links[link.struct_parent] = element

    def _put(self, element: _Element) -> _Element:
        self.doc_struct_elem.k.append(element)
        if self.open[-1] is not self.doc_struct_elem:
            self.open[-1].k.append(element)
        return element


class TaggedPDF(FPDF):
    """Pages of which every piece says what it is."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._tree = _Tree()
        self.struct_builder = self._tree
        self._piece: tuple[str, str | None] | None = None
        self._set_min_pdf_version("1.7")

    def describe(self, title: str, lang: str) -> None:
        """Title and language of the whole file."""
        self.set_title(title)
        self.set_lang(lang)
        self.set_xmp_metadata(METADATA.format(title=escape(title), lang=lang))

    def add_font(self, *args: Any, **options: Any) -> None:
        """Letters of a file; what stands for one that it lacks is no character."""
        super().add_font(*args, **options)
        for font in self.fonts.values():
            for glyph, code in font.subset.items() if isinstance(font, TTFFont) else ():
                if glyph and not code:
                    glyph.unicode = ()

    def link(
        self, x: float, y: float, w: float, h: float, link: Any, alt_text: str | None = None, **options: Any
    ) -> Any:
        """An address in a piece of kind Link, in millimetres; ``alt_text`` is what is read of it."""
        place = {"x": x * self.k, "y": self.h_pt - y * self.k, "width": w * self.k, "height": h * self.k}
        made = _Link(next(self._tree.count), "Link", **place, action=URIAction(link), contents=alt_text)
        self.pages[self.page].add_annotation(made)
        self._tree.press(made)
        return made

    @contextmanager
    def group(self, kind: str) -> Iterator[None]:
        """What is tagged meanwhile belongs together: a Table, its TR, an L, its LI."""
        self._tree.open.append(self._tree.group(kind, self.page))
        yield
        self._tree.open.pop()

    @contextmanager
    def tagged(self, kind: str, alt: str | None = None) -> Iterator[None]:
        """What is drawn meanwhile is one piece: an H1, a P, a TH, a TD. ``alt`` is read instead of it."""
        self._piece = (kind, alt)
        self._begin()
        yield
        self._piece = None
        self._out(END)

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """What is drawn meanwhile is not read."""
        self._out(DECORATION)
        yield
        self._out(END)

    def add_page(self, *args: Any, **options: Any) -> None:
        """A piece that does not fit goes on over the page as another one of its kind."""
        if self._piece is not None:
            self._out(END)
        super().add_page(*args, **options)
        self.pages[self.page].tabs = Name("S")  # type: ignore[attr-defined]  # From link to link as they are read.
        if self._piece is not None:
            self._begin()

    def _begin(self) -> None:
        assert self._piece is not None
        kind, alt = self._piece
        mark, in_tree = self._tree.piece(kind, self.page, alt)
        self.pages[self.page].struct_parents = in_tree
        self._out(f"/{kind} <</MCID {mark}>> BDC")
