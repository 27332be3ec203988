"""Who should apply, in words: both totals, and what they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.dialogue.partner import Relation
from bot.replies import Words, words
from bot.replies.buttons import ELIGIBILITY, IMPROVE, buttons, payload
from bot.replies.describe import key
from bot.replies.entries import diploma_value
from bot.replies.reply import Button, Reply
from bot.replies.score import open_fact, rules_used, sections, sentence
from bot.replies.whatif import sources_of
from express_entry.points import Because, Line
from express_entry.renewal import LAPSED
from express_entry.whatif import Principal

SELF, PARTNER = "self", "partner"
ASKED = "ask_principal"
"""What asks who should apply; its buttons carry which of the two."""


@dataclass(frozen=True)
class Rests:
    """What a comparison of the two rests on.

    Attributes:
        untested: who has told to have no language test, and so cannot apply.
        renewed: the same with everything that has expired valid again; None where nothing has.
        levels: the same for each level that a diploma may have, by whose it is and the level.
        without: work of either that was told and gives nothing yet.
    """

    untested: frozenset[str] = frozenset()
    renewed: Principal | None = None
    levels: Mapping[tuple[str, str], Principal] | None = None
    without: tuple[Because, ...] = ()


def principal_alone(lang: str, partner: Relation) -> Reply:
    """The partner stays: only who comes can apply."""
    say = words(lang)
    called = say("partner-called", who=partner)
    comes = payload("choose", question="spouse.accompanying", value="comes")
    button = Button(say("button-partner-comes"), comes)
    return Reply(say("principal-stays", partner=called), lang, (button, *buttons(lang, IMPROVE)))


def either_of_two(lang: str, partner: Relation) -> tuple[Button, Button]:
    """The two people as buttons: what comes of it if this one applies."""
    say = words(lang)
    return (
        Button(say("button-principal-self"), payload(ASKED, value=SELF)),
        Button(say("button-principal-partner", who=partner), payload(ASKED, value=PARTNER)),
    )


def asking_of_two(unready: Reply, partner: Relation) -> Reply:
    """What is said where too little is known of a couple to compare them, with the two as buttons."""
    return replace(unready, buttons=(*either_of_two(unready.lang, partner), *unready.buttons))


def one_of_two(lang: str, found: Principal, who: str, partner: Relation) -> Reply:
    """The score with one of the two as the principal applicant, by its sections; the other is a button."""
    say = words(lang)
    breakdown = found.partner if who == PARTNER else found.candidate
    total = say("principal-partner" if who == PARTNER else "principal-candidate", total=breakdown.total)
    mine, theirs = either_of_two(lang, partner)
    names = {"A": say("principal-applies"), "B": say("principal-beside")}
    return Reply(
        "\n\n".join((total, sections(say, breakdown, names), say("principal-eligible"))),
        lang,
        (mine if who == PARTNER else theirs, *buttons(lang, IMPROVE)),
        sources=sources_of(lang, breakdown),
        caveats=(rules_used(breakdown),),
    )


def principal_reply(
    lang: str, found: Principal | None, rests: Rests | None = None, partner: Relation = "partner"
) -> Reply:
    """A couple scored with each of the two as the principal applicant, and what that rests on."""
    say, rests = words(lang), rests or Rests()
    if found is None:
        return Reply(say("principal-none"), lang, buttons(lang, IMPROVE))
    parts = [_headline(say, found, rests), "\n".join(_totals(say, found, rests))]
    parts += _named(say, found, rests)
    if rests.without:
        parts.append(
            say("score-without", things=say.listing([sentence(say, each) for each in rests.without]))
        )
    told_none = {"first_language"} if PARTNER in rests.untested else set[str]()
    open_ones = [path for path in found.partner.missing if not path.startswith("spouse.")]
    missing = [_of_partner(say, path) for path in open_ones if path not in told_none]
    if missing:
        parts.append(say("principal-missing", facts=say.listing(missing)))
    parts.append(say("principal-eligible"))
    return Reply(
        "\n\n".join(parts),
        lang,
        (*either_of_two(lang, partner), *buttons(lang, ELIGIBILITY, IMPROVE)),
        sources=sources_of(lang, found.candidate),
        caveats=(rules_used(found.candidate),),
    )


def _headline(say: Words, found: Principal, rests: Rests) -> str:
    """Who has more, unless only one can apply or what is open turns it over."""
    if rests.untested:
        who = "both" if len(rests.untested) > 1 else next(iter(rests.untested))
        return say("principal-untested", who=who)
    others = [*([rests.renewed] if rests.renewed else []), *(rests.levels or {}).values()]
    mine, theirs = found.candidate.total, found.partner.total
    if any(_leads(each) != _leads(found) for each in others):
        return say("principal-open")
    if mine == theirs:
        return say("principal-same", total=mine)
    return say("principal-more" if theirs > mine else "principal-less", points=abs(theirs - mine))


def _leads(found: Principal) -> int:
    mine, theirs = found.candidate.total, found.partner.total
    return (mine > theirs) - (mine < theirs)


def _totals(say: Words, found: Principal, rests: Rests) -> Iterator[str]:
    if SELF not in rests.untested:
        yield say("principal-candidate", total=found.candidate.total)
    if PARTNER not in rests.untested:
        yield say("principal-partner", total=found.partner.total)


def _named(say: Words, found: Principal, rests: Rests) -> Iterator[str]:
    """What the totals rest on, each in one line."""
    if rests.renewed is not None:
        lapsed = dict.fromkeys(_lapsed(found.candidate.lines))
        things = say.listing([say(f"principal-lapsed-{whose}-{what}") for whose, what in lapsed])
        nobody = [say("principal-test-expired")] if any(what == "test" for _, what in lapsed) else []
        yield " ".join((say("principal-renewed", things=things, **_both(rests.renewed)), *nobody))
    for (whose, level), each in (rests.levels or {}).items():
        yield say("principal-level", whose=whose, level=diploma_value(say, {"level": level}), **_both(each))


def _both(found: Principal) -> dict[str, int]:
    return {"mine": found.candidate.total, "theirs": found.partner.total}


def _lapsed(lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """Whose test or assessment gives no points in a score with the candidate as the applicant."""
    for line in lines:
        for because in line.because:
            if because.id in LAPSED:
                whose = PARTNER if line.id.startswith("spouse.") else SELF
                yield whose, "test" if because.id == "because-test-expired" else "eca"


def _of_partner(say: Words, path: str) -> str:
    """A fact that is missing of the partner as the applicant, as the partner's."""
    theirs = f"spouse.{'language' if path == 'first_language' else path}"
    return open_fact(say, theirs if f"open-{key(theirs)}" in say else path)
