"""The dossier: a PDF of one to three pages with profile, score, programs, checklist, deadlines, sources.

Pages are A4. Letters come from Lato; what it lacks (a job title in another script) from DejaVu, where the
installation of Matplotlib has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

import font_lato
from fpdf import FPDF, ViewerPreferences

from bot.papers.tags import TaggedPDF
from bot.replies import Words, words
from bot.replies.costs import cost_name, funds_text, list_words, money
from bot.replies.crs import line_name, section_name
from bot.replies.documents import document_words
from bot.replies.reasons import pages, reason
from bot.replies.reply import SourceLink
from bot.replies.timeline import what
from express_entry.costs import Costs, Range
from express_entry.crs import Breakdown
from express_entry.documents import STAGES, Checklist
from express_entry.figures import Figure
from express_entry.points import Source
from express_entry.programs.requirements import Eligibility
from express_entry.timeline import LIMIT, LOSS, STEP, Deadline, Timeline

ACCENT, TINT, INK, MUTED, LINE, WARNING = "#1d5c4d", "#e4efea", "#1c2726", "#566462", "#dcd8cf", "#8a3b12"
"""The colours of the chat, so that both look like one thing."""
MARGIN, GUTTER = 15.0, 8.0
"""Millimetres: around the page, and between two columns."""
LOOKED_UP = 32.0
"""The width of the day beside a source."""
LISTED_DAYS = 14
TEXT, FALLBACK = "Lato", "DejaVu"
_MARKUP = re.compile(r"\*\*|^- ", re.MULTILINE)


@dataclass(frozen=True)
class Dossier:
    """What the pages show.

    Attributes:
        lang: "en" or "fr".
        on: the day for which all of it was calculated.
        facts: what was told, as (name, value).
        breakdown: the score.
        programs: eligibility, program by program.
        checklist: the documents.
        have: those that the person has.
        timeline: the deadlines.
        costs: fees and settlement funds.
        times: by program the months that processing should take.
    """

    lang: str
    on: date
    facts: Sequence[tuple[str, str]]
    breakdown: Breakdown
    programs: Sequence[Eligibility]
    checklist: Checklist
    have: frozenset[str]
    timeline: Timeline
    costs: Costs
    times: Mapping[str, Figure]


def dossier(content: Dossier) -> bytes:
    """The PDF."""
    sheet = _Sheet(content)
    for part in (_score, _facts, _programs, _documents, _days, _money, _sources):
        part(sheet, content)
    return bytes(sheet.output())


class _Sheet(TaggedPDF):
    """A4 pages with our letters, a running foot, and the few shapes that the dossier is made of."""

    def __init__(self, content: Dossier) -> None:
        super().__init__(format="A4")
        self.say = words(content.lang)
        self._content = content
        self.describe(self.say("dossier-title"), "fr-CA" if content.lang == "fr" else "en-CA")
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        self.set_creator(self.say("dossier-by"))
        self.set_creation_date(datetime.combine(content.on, time(), UTC))
        self.set_margins(MARGIN, MARGIN, MARGIN)
        self.c_margin = 0
        self.set_auto_page_break(True, margin=18)
        self._add_letters()
        self.add_page()

    def _add_letters(self) -> None:
        for style, file in (("", font_lato.Lato), ("B", font_lato.LatoBold)):
            self.add_font(TEXT, style, file)
        for style, name in (("", "DejaVuSans.ttf"), ("B", "DejaVuSans-Bold.ttf")):
            if (path := _matplotlib_letters() / name).exists():
                self.add_font(FALLBACK, style, path)
                self.set_fallback_fonts([FALLBACK], exact_match=True)

    def footer(self) -> None:
        """The line at the foot of every page: what this is not, and the page's number."""
        self.set_y(-12)
        self.letters(7, MUTED)
        with self.decoration():
            self.cell(self.epw - 20, 4, self.say("dossier-foot", date=self._content.on))
            self.cell(20, 4, f"{self.page_no()} / {{nb}}", align="R")

    def letters(self, size: float, colour: str = INK, bold: bool = False) -> None:
        """Write with this size and colour from now on."""
        self.set_font(TEXT, "B" if bold else "", size)
        self.set_text_color(colour)

    def heading(self, text: str, room: float = 30) -> None:
        """A heading, on the next page where less than ``room`` millimetres are left for what follows."""
        if self.get_y() + room > self.page_break_trigger:
            self.add_page()
        self.ln(3)
        self.letters(12, ACCENT, bold=True)
        with self.tagged("H2"):
            self.cell(0, 6, text, new_x="LMARGIN", new_y="NEXT")
        self.set_draw_color(LINE)
        with self.decoration():
            self.line(MARGIN, self.get_y(), MARGIN + self.epw, self.get_y())
        self.ln(2)

    def paragraph(self, text: str, size: float = 8.5, colour: str = INK, bold: bool = False) -> None:
        """A paragraph over the whole width."""
        self.letters(size, colour, bold)
        with self.tagged("P"):
            self.multi_cell(0, size * 0.48, plain(text), align="L", new_x="LMARGIN", new_y="NEXT")

    def bar(self, share: float, width: float, height: float = 2.2) -> None:
        """A bar of which ``share`` (0 to 1) is full, at the place where the pen is."""
        x, y = self.get_x(), self.get_y()
        with self.decoration():
            self.set_fill_color(LINE)
            self.rect(x, y, width, height, "F", round_corners=True, corner_radius=height / 2)
            if share > 0:
                self.set_fill_color(ACCENT)
                full = max(height, width * min(1.0, share))
                self.rect(x, y, full, height, "F", round_corners=True, corner_radius=height / 2)

    def box(self, ticked: bool, size: float = 2.6) -> None:
        """A box to tick by hand, or one that is ticked."""
        x, y = self.get_x(), self.get_y()
        self.set_draw_color(ACCENT)
        self.set_line_width(0.25)
        self.rect(x, y, size, size)
        if ticked:
            self.set_line_width(0.45)
            self.polyline([(x + 0.5, y + 1.4), (x + 1.1, y + 2.0), (x + 2.2, y + 0.6)])
            self.set_line_width(0.25)


def _matplotlib_letters() -> Path:
    """The folder of Matplotlib's letters, found without loading Matplotlib."""
    from importlib.util import find_spec

    spec = find_spec("matplotlib")
    return Path(spec.origin).parent / "mpl-data" / "fonts" / "ttf" if spec and spec.origin else Path()


def plain(text: str) -> str:
    """A sentence without the markup of replies, and with spaces that every letter set has."""
    return _MARKUP.sub("", text).replace("\u202f", "\u00a0")


def _score(sheet: _Sheet, content: Dossier) -> None:
    """The band on top with the total and its four sections, then every line."""
    say, found = sheet.say, content.breakdown
    top, rules = MARGIN, plain(_rules(say, content))
    sheet.letters(8.5, MUTED)
    deep = sheet.multi_cell(108, 4.2, rules, dry_run=True, output="HEIGHT")
    height = 19 + max(float(str(deep)), 8.4)
    sheet.set_fill_color(TINT)
    with sheet.decoration():
        sheet.rect(MARGIN, top, sheet.epw, height, "F", round_corners=True, corner_radius=2.5)
    sheet.set_xy(MARGIN + 6, top + 5)
    sheet.letters(17, ACCENT, bold=True)
    with sheet.tagged("H1"):
        sheet.cell(110, 8, say("dossier-title"), new_x="LMARGIN", new_y="NEXT")
    sheet.set_x(MARGIN + 6)
    sheet.letters(8.5, MUTED)
    with sheet.tagged("P"):
        sheet.multi_cell(108, 4.2, rules, align="L")
    with sheet.tagged("P"):
        sheet.set_xy(MARGIN + sheet.epw - 60, top + 5)
        sheet.letters(30, ACCENT, bold=True)
        sheet.cell(54, 12, plain(say.number(found.total)), align="R", new_x="LMARGIN", new_y="NEXT")
        sheet.set_xy(MARGIN + sheet.epw - 60, top + 18)
        sheet.letters(8.5, MUTED)
        sheet.cell(54, 4, say("dossier-of", max=found.max), align="R")
    sheet.set_y(top + height + 1)
    sheet.heading(say("dossier-score"))
    with sheet.group("Table"):
        for section, points in found.sections.items():
            lines = [line for line in found.lines if line.section == section and line.max]
            if lines:
                _section(sheet, section_name(say, section), points)
                for line in lines:
                    _row(sheet, line_name(say, line.id), line.points, line.max)


def _rules(say: Words, content: Dossier) -> str:
    notice = content.breakdown.rules.notice
    parts = [say("dossier-on", date=content.on)]
    parts.append(reason(say, notice) if notice else say("score-rules", date=content.breakdown.rules.date))
    if content.breakdown.missing:
        parts.append(say("dossier-missing", count=len(content.breakdown.missing)))
    return " ".join(parts)


def _section(sheet: _Sheet, name: str, points: int) -> None:
    sheet.ln(0.8)
    sheet.letters(8.5, INK, bold=True)
    with sheet.group("TR"):
        with sheet.tagged("TH"):
            sheet.cell(sheet.epw - 20, 4.4, plain(name))
        with sheet.tagged("TD"):
            sheet.cell(20, 4.4, str(points), align="R", new_x="LMARGIN", new_y="NEXT")


def _row(sheet: _Sheet, name: str, points: int, most: int) -> None:
    sheet.letters(8.5, INK if points else MUTED)
    with sheet.group("TR"):
        with sheet.tagged("TH"):
            sheet.cell(98, 4.4, plain(name))
        y = sheet.get_y()
        sheet.set_xy(MARGIN + 98, y + 1.1)
        sheet.bar(points / most, 55)
        sheet.set_xy(MARGIN + sheet.epw - 25, y)
        with sheet.tagged("TD"):
            sheet.cell(25, 4.4, f"{points} / {most}", align="R", new_x="LMARGIN", new_y="NEXT")


def _facts(sheet: _Sheet, content: Dossier) -> None:
    """What was told, in two columns."""
    sheet.heading(sheet.say("dossier-profile"))
    width = (sheet.epw - GUTTER) / 2
    pairs = list(content.facts)
    half = (len(pairs) + 1) // 2
    with sheet.group("Table"):
        for place in range(half):
            y = sheet.get_y()
            low = _fact(sheet, MARGIN, y, width, pairs[place])
            if place + half < len(pairs):
                low = max(low, _fact(sheet, MARGIN + width + GUTTER, y, width, pairs[place + half]))
            sheet.set_xy(MARGIN, low)


def _fact(sheet: _Sheet, x: float, y: float, width: float, pair: tuple[str, str]) -> float:
    name, value = pair
    sheet.set_xy(x, y)
    sheet.letters(7.5, MUTED)
    with sheet.group("TR"):
        with sheet.tagged("TH"):
            sheet.multi_cell(width * 0.42, 4, plain(name), align="L")
        low = sheet.get_y()
        sheet.set_xy(x + width * 0.43, y)
        sheet.letters(8.5)
        with sheet.tagged("TD"):
            sheet.multi_cell(width * 0.57, 4, plain(value), align="L")
    return max(low, sheet.get_y())


def _programs(sheet: _Sheet, content: Dossier) -> None:
    """Each program: met, not met or open, what is missing, and how long processing should take."""
    say = sheet.say
    sheet.heading(say("dossier-eligibility"))
    for program in content.programs:
        answer = {True: "yes", False: "no", None: "open"}[program.eligible]
        sheet.letters(9, {"yes": ACCENT, "no": WARNING, "open": MUTED}[answer], bold=True)
        name = say(f"program-{program.program}")
        with sheet.tagged("H3"):
            sheet.cell(0, 4.6, say(f"dossier-program-{answer}", program=name), new_x="LMARGIN", new_y="NEXT")
        for wanted, message in ((False, "dossier-unmet"), (None, "dossier-unknown")):
            names = [
                say(f"requirement-{each.id.replace('_', '-')}")
                for each in program.requirements
                if each.met is wanted
            ]
            if names:
                sheet.paragraph(say(message, names=", ".join(names)), colour=MUTED)
        if program.eligible is not False and program.program in content.times:
            months = content.times[program.program]
            sheet.paragraph(say("dossier-time", months=months.value, date=months.since), colour=MUTED)


def _documents(sheet: _Sheet, content: Dossier) -> None:
    """Every document with a box, by stage."""
    say, found = sheet.say, content.checklist
    sheet.heading(say("dossier-documents"))
    sheet.paragraph(say("documents-account"), colour=MUTED)
    for stage in STAGES:
        listed = found.of(stage)
        if not listed:
            continue
        if sheet.get_y() + 12 > sheet.page_break_trigger:
            sheet.add_page()
        sheet.ln(1)
        sheet.letters(9, INK, bold=True)
        with sheet.tagged("H3"):
            sheet.cell(0, 5, say(f"cli-documents-{stage}"), new_x="LMARGIN", new_y="NEXT")
        with sheet.group("L"):
            for document in listed:
                name, issuer, _ = document_words(say, found, document)
                _tickable(sheet, name, issuer, document.id in content.have)
    if found.perhaps:
        names = ", ".join(document_words(say, found, each)[0] for each in found.perhaps)
        sheet.ln(1)
        sheet.paragraph(say("documents-perhaps", names=names), 7.5, MUTED)


def _tickable(sheet: _Sheet, name: str, issuer: str, ticked: bool) -> None:
    if sheet.will_page_break(4.6):
        sheet.add_page()
    y = sheet.get_y()
    with sheet.group("LI"):
        sheet.set_xy(MARGIN, y + 0.9)
        with sheet.tagged("Lbl", sheet.say("dossier-ticked" if ticked else "dossier-to-do")):
            sheet.box(ticked)
        sheet.set_xy(MARGIN + 5, y)
        with sheet.tagged("LBody"):
            sheet.letters(8.5, INK)
            width = min(sheet.get_string_width(plain(name)) + 3, 95)
            sheet.cell(width, 4.4, plain(name))
            sheet.letters(7.5, MUTED)
            left = sheet.epw - 5 - width
            issued = shortened(sheet, plain(issuer), left - 2)
            sheet.cell(left, 4.4, issued, new_x="LMARGIN", new_y="NEXT")


def shortened(sheet: FPDF, text: str, width: float) -> str:
    """As many words of ``text`` as fit into ``width`` millimetres."""
    if sheet.get_string_width(text) <= width:
        return text
    kept = text.split(" ")
    while len(kept) > 1 and sheet.get_string_width(" ".join(kept) + " …") > width:
        kept.pop()
    return " ".join(kept) + " …"


def _days(sheet: _Sheet, content: Dossier) -> None:
    """The days ahead, the plan after an invitation among them."""
    ahead = content.timeline.ahead(LIMIT, LOSS, STEP)[:LISTED_DAYS]
    if not ahead:
        return
    sheet.heading(sheet.say("dossier-days"))
    with sheet.group("Table"):
        for deadline in ahead:
            _dated(sheet, deadline)


def _dated(sheet: _Sheet, deadline: Deadline) -> None:
    if sheet.will_page_break(9):
        sheet.add_page()
    step = deadline.kind == STEP
    sheet.letters(8.5, MUTED if step else ACCENT, bold=not step)
    with sheet.group("TR"):
        with sheet.tagged("TH"):
            sheet.cell(34, 4.1, plain(sheet.say.date(deadline.date)))
        sheet.letters(8.5, MUTED if step else INK)
        text = plain(what(sheet.say, deadline))
        with sheet.tagged("TD"):
            sheet.multi_cell(sheet.epw - 34, 4.1, text, align="L", new_x="LMARGIN", new_y="NEXT")
    sheet.ln(0.6)


def _money(sheet: _Sheet, content: Dossier) -> None:
    """Fees line by line with their total, what the official list says, and the settlement funds."""
    say, found = sheet.say, content.costs
    sheet.heading(say("dossier-money"))
    with sheet.group("Table"):
        for line in found.fees:
            amount = money(say, Range(line.least, line.most))
            certainty = f" ({say('cli-certainty-' + line.certainty)})" if line.certainty else ""
            _amount(sheet, f"{cost_name(say, line)}{certainty}", amount)
        _amount(sheet, say("cli-costs-total"), money(say, found.fees_total), bold=True)
    sheet.ln(1)
    for text in list_words(say, found):
        sheet.paragraph(text, colour=WARNING if found.official else INK)
    sheet.paragraph(funds_text(say, found))


def _amount(sheet: _Sheet, name: str, amount: str, bold: bool = False) -> None:
    sheet.letters(8.5, bold=bold)
    with sheet.group("TR"):
        with sheet.tagged("TH"):
            sheet.cell(sheet.epw - 40, 4.4, plain(name))
        with sheet.tagged("TD"):
            sheet.cell(40, 4.4, plain(amount), align="R", new_x="LMARGIN", new_y="NEXT")


def _sources(sheet: _Sheet, content: Dossier) -> None:
    """The official pages that all of it rests on, once each with the day of its check, to press or type."""
    sheet.heading(sheet.say("dossier-sources"))
    sheet.paragraph(sheet.say("dossier-sources-note"), 7.5, MUTED)
    with sheet.group("Table"):
        for page in pages(content.lang, _rests_on(content)):
            if sheet.will_page_break(3.6):
                sheet.add_page()
            _source(sheet, page)


def _source(sheet: _Sheet, page: SourceLink) -> None:
    sheet.letters(7.5, ACCENT)
    title = shortened(sheet, plain(page.title), sheet.epw - LOOKED_UP)
    with sheet.group("TR"):
        with sheet.group("TH"), sheet.tagged("Link"):
            x, y = sheet.get_x(), sheet.get_y()
            sheet.cell(sheet.epw - LOOKED_UP, 3.6, title)
            sheet.link(x, y, sheet.epw - LOOKED_UP, 3.6, page.url, page.title)
        sheet.letters(7.5, MUTED)
        day = plain(sheet.say.date(date.fromisoformat(page.checked))) if page.checked else ""
        with sheet.tagged("TD"):
            sheet.cell(LOOKED_UP, 3.6, day, align="R", new_x="LMARGIN", new_y="NEXT")


def _rests_on(content: Dossier) -> Iterable[Source]:
    notice = content.breakdown.rules.source
    yield from (line.source for line in content.breakdown.lines)
    yield from (notice,) if notice else ()
    yield from (each.source for program in content.programs for each in program.requirements)
    yield from (each.source for each in content.checklist.needed)
    yield from (each.source for each in content.timeline.ahead()[:LISTED_DAYS])
    yield from (line.source for line in content.costs.fees)
    yield from (need.source for need in content.costs.funds)
    yield from (each.source for each in content.times.values() if each.source is not None)
