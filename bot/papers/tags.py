"""A PDF that screen readers can read: headings, paragraphs, lists and tables in a tree, the rest decoration.

fpdf2 can tag pictures, one under the other in one list. Here its own pieces become a tree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from fpdf import FPDF
from fpdf.structure_tree import StructElem, StructureTreeBuilder
from fpdf.syntax import PDFArray, PDFObject

DECORATION = "/Artifact BMC"
END = "EMC"
ROW_HEADER = "<</O /Table /Scope /Row>>"


class _Element(StructElem):
    """A part of the document; ``a`` are its attributes: of which cells a header tells."""

    __slots__ = ("a",)

    def __init__(self, kind: str, parent: PDFObject, page: int, mark: int | None, alt: str | None) -> None:
        super().__init__(f"/{kind}", parent, [] if mark is None else [mark], page, alt=alt)
        self.a = ROW_HEADER if kind == "TH" else None


class _Everything(PDFArray):
    """All elements, which is how fpdf2 numbers them; in the file it has only its own."""

    def serialize(self, *args: Any, **options: Any) -> str:
        return PDFArray(each for each in self if each.p.s == "/Document").serialize(*args, **options)


class _Tree(StructureTreeBuilder):
    def __init__(self) -> None:
        super().__init__()
        self.doc_struct_elem.k = _Everything()
        self.doc_struct_elem.p = self.struct_tree_root
        self.marks: Counter[int] = Counter()
        self.open = [self.doc_struct_elem]

    def group(self, kind: str, page: int) -> _Element:
        """An element for others."""
        return self._put(_Element(kind, self.open[-1], page, None, None))

    def piece(self, kind: str, page: int, alt: str | None) -> tuple[int, int]:
        """An element for what is drawn next on ``page``: its number there, and the page's in the tree."""
        mark = self.marks[page]
        self.marks[page] += 1
        in_tree = self.spid_per_page_number.setdefault(page, len(self.spid_per_page_number))
        element = self._put(_Element(kind, self.open[-1], page, mark, alt))
        self.struct_tree_root.parent_tree.nums[in_tree].append(element)
        return mark, in_tree

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
        if self._piece is not None:
            self._begin()

    def _begin(self) -> None:
        assert self._piece is not None
        kind, alt = self._piece
        mark, in_tree = self._tree.piece(kind, self.page, alt)
        self.pages[self.page].struct_parents = in_tree
        self._out(f"/{kind} <</MCID {mark}>> BDC")
