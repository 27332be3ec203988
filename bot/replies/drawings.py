"""A figure as shapes for the page, which draws them as inline SVG in its own colours, in light and in dark.

Matplotlib draws and writes SVG; what is kept of it are paths and texts at their places. Colours become the
names of :data:`PAINTS`, so that the page decides how they look, and nothing needs a style attribute, which a
strict Content Security Policy would forbid.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

if TYPE_CHECKING:
    from matplotlib.figure import Figure

PAINTS = {
    "#000000": "ink",
    "#1a1a1a": "ink",
    "#5a5a5a": "quiet",
    "#dddddd": "grid",
    "#e6e6e6": "empty",
    "#7ba7c7": "plain",
    "#0072b2": "one",
    "#d55e00": "two",
    "#009e73": "three",
    "#cc79a7": "four",
    "#56b4e9": "five",
}
"""The colours in which figures are drawn, and their names on the page."""
_SVG, _LINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}href"
_PLACE = re.compile(r"translate\((\S+) (\S+?)\)")
_LONG_NUMBER = re.compile(r"-?\d+\.\d+")

Drawing = Mapping[str, Any]
"""``width``, ``height`` and ``shapes``: each a tag (path or text), its attributes, and the words of a text or
the places of a path that stands at several."""


def drawing(figure: Figure) -> Drawing:
    """The shapes of a figure, in points from its upper left corner.

    Raises:
        KeyError: something has a colour that is none of :data:`PAINTS`.
    """
    from matplotlib import rcParams
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    rcParams["svg.fonttype"] = "none"  # Words stay words. Threads share these settings: it is never set back.
    written = io.StringIO()
    FigureCanvasSVG(figure).print_svg(written)
    root = ElementTree.fromstring(written.getvalue())
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    return {"width": round(width), "height": round(height), "shapes": list(_shapes(root))}


def _shapes(root: ElementTree.Element) -> Iterator[list[Any]]:
    ids = {
        mark.attrib["id"]: mark for each in root.iter(f"{_SVG}defs") for mark in each if "id" in mark.attrib
    }
    marks: dict[str, list[list[str]]] = {}
    for element in root.iter():
        name, style = element.tag.removeprefix(_SVG), _style(element)
        if name == "text":
            yield ["text", _text(element, style), "".join(element.itertext()).strip()]
        elif name == "path" and "id" not in element.attrib and (paint := _paint(style)):
            yield ["path", {"d": _path(element), **paint}]
        elif name == "use" and (paint := _paint(style)):
            mark, place = element.attrib[_LINK].removeprefix("#"), [_short(element.attrib[x]) for x in "xy"]
            if mark in marks:
                marks[mark].append(place)
            else:
                marks[mark] = [place]
                yield ["path", {"d": _path(ids[mark]), **paint}, marks[mark]]


def _style(element: ElementTree.Element) -> dict[str, str]:
    parts = (part.partition(":") for part in element.attrib.get("style", "").split(";"))
    return {name.strip(): value.strip() for name, _, value in parts if value}


def _paint(style: Mapping[str, str]) -> dict[str, str] | None:
    """How a path is painted, as a fill or as a line; None for white ground, which the page has."""
    fill, stroke = style.get("fill", "none"), style.get("stroke", "none")
    if fill not in ("none", "#ffffff"):
        return {"class": f"paint {PAINTS[fill]}"}
    if stroke == "none":
        return None
    dashes = {"stroke-dasharray": style["stroke-dasharray"]} if "stroke-dasharray" in style else {}
    return {"class": f"line {PAINTS[stroke]}", "stroke-width": style.get("stroke-width", "1"), **dashes}


def _text(element: ElementTree.Element, style: Mapping[str, str]) -> dict[str, str]:
    moved = _PLACE.match(element.attrib["transform"])
    x, y = (element.attrib["x"], element.attrib["y"]) if moved is None else moved.groups()
    anchor = {"text-anchor": style["text-anchor"]} if "text-anchor" in style else {}
    weight = {"font-weight": "600"} if "font-weight" in style else {}
    paint = f"paint {PAINTS[style.get('fill', '#000000')]}"
    size = style["font-size"].removesuffix("px")
    return {"x": _short(x), "y": _short(y), "font-size": size, **anchor, **weight, "class": paint}


def _path(element: ElementTree.Element) -> str:
    return _short(" ".join(element.attrib["d"].split()))


def _short(numbers: str) -> str:
    """Numbers to the tenth of a point."""
    return _LONG_NUMBER.sub(lambda found: f"{round(float(found[0]), 1):g}", numbers)
