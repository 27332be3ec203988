"""Costs in words: the number first, then every line, then the settlement funds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.replies import Words, words
from bot.replies.buttons import EVERYTHING, buttons, payload
from bot.replies.describe import key
from bot.replies.reasons import pages, reason
from bot.replies.reply import Reply
from bot.replies.score import open_fact
from express_entry.costs import FEES, CostLine, Costs, Range
from express_entry.points import Because
from express_entry.rulefiles import DERIVED, REPORTED

OTHERWISE = {
    f"{FEES}principal_applicant": "costs-official",
    f"{FEES}biometrics_person": "costs-official-biometrics",
}
"""The message for what the official list has otherwise, by its first figure."""


def costs_reply(
    lang: str,
    found: Costs,
    *choices: tuple[str, str],
    everything: bool = False,
    in_full: str = EVERYTHING,
) -> Reply:
    """What the family pays and shows: the sums, or with ``everything`` each line of them.

    Args:
        lang: the person's language.
        found: what was calculated.
        choices: buttons, as (catalog id, payload).
        everything: name every fee.
        in_full: what the button for every fee carries.
    """
    say = words(lang)
    total = say("costs-headline", total=money(say, found.fees_total), people=found.size)
    others = say("costs-others", total=money(say, found.others_total))
    if everything:
        parts = [
            "\n".join((total, *(fee_line(say, line) for line in found.fees))),
            "\n".join((others, *(_other(say, line) for line in found.others), say("costs-unpriced"))),
        ]
    else:
        parts = [total, others]
    parts += list_words(say, found, everything)
    parts.append(funds_text(say, found))
    if everything:
        parts.append(say("costs-refund"))
    if found.missing:
        parts.append(
            say("costs-missing", facts=say.listing([open_fact(say, path) for path in found.missing]))
        )
    every_fee = () if everything else (("button-every-fee", payload("ask_costs", value=in_full)),)
    rest_on = (
        *(line.source for line in (*found.fees, *found.others)),
        *(need.source for need in found.funds),
    )
    return Reply(
        "\n\n".join(parts),
        lang,
        buttons(lang, *every_fee, *choices),
        sources=pages(lang, rest_on),
        caveats=tuple(_caveats(found)),
    )


def list_words(say: Words, found: Costs, agreeing: bool = True) -> list[str]:
    """What the official list has otherwise and, where ``agreeing``, as well, with its day."""
    told = [say(OTHERWISE[each.figures[0]], amount=each.value, date=each.checked) for each in found.official]
    return [*told, say("costs-seen", date=found.seen)] if found.seen and agreeing else told


def _caveats(found: Costs) -> Iterator[Because]:
    """A change that is known and whose amounts are not, or that the fees are as others report them."""
    if found.notice is not None:
        yield found.notice
    elif any(line.certainty == REPORTED for line in found.fees):
        yield Because("costs-reported", {})


def money(say: Words, amount: Range) -> str:
    """Dollars: one amount, or from least to most."""
    if amount.least == amount.most:
        return say("money", amount=amount.most)
    return say("money-range", least=amount.least, most=amount.most)


def cost_name(say: Words, line: CostLine) -> str:
    """What a line is called."""
    count = line.because[0].args.get("count", 1)
    return say(f"cost-name-{key(line.id)}", count=count)


def fee_line(say: Words, line: CostLine) -> str:
    """A fee with its amount, and whether nobody has read it as such."""
    message = "costs-line-derived" if line.certainty == DERIVED else "costs-line"
    return say(message, name=cost_name(say, line), amount=money(say, Range(line.least, line.most)))


def _other(say: Words, line: CostLine) -> str:
    amount = money(say, Range(line.least, line.most))
    return say("costs-other-line", name=cost_name(say, line), amount=amount, year=str(line.since.year))


def funds_reply(
    lang: str,
    found: Sequence[Costs],
    savings: int | None,
    *choices: tuple[str, str],
    other: str | None = None,
) -> Reply:
    """The settlement funds for the families of a question, and whether the savings that it names are enough.

    Args:
        lang: the person's language.
        found: what was calculated for each family.
        savings: Canadian dollars.
        choices: buttons, as (catalog id, payload).
        other: savings in other money, as the question names them: they are compared with nothing.
    """
    say = words(lang)
    parts = ["\n".join(_needed(say, each, savings) for each in found)]
    if other is not None:
        parts.append(say("funds-other-money", money=other))
    parts.append(f"{say('costs-funds-family')} {say('funds-who')}")
    sources = pages(lang, [need.source for each in found for need in each.funds])
    return Reply("\n\n".join(parts), lang, buttons(lang, *choices), sources=sources)


def _needed(say: Words, found: Costs, savings: int | None) -> str:
    """What one family must show, and whether some savings are enough for it."""
    needed = found.funds_amount
    since = next(
        reason.args["date"] for need in found.funds for reason in need.because if "date" in reason.args
    )
    sentences = [say("funds-for", people=found.size, amount=needed, date=since)]
    if savings is not None and savings >= needed:
        sentences.append(say("funds-enough", savings=savings, over=savings - needed))
    elif savings is not None:
        sentences.append(say("funds-short", savings=savings, short=needed - savings))
    return "\n\n".join(sentences)


def funds_text(say: Words, found: Costs) -> str:
    """What must be shown, and why not where nothing must."""
    reasons = {reason.id: reason for need in found.funds for reason in need.because}
    if found.funds_spared:
        return say("costs-funds-exempt" if "funds-exempt" in reasons else "costs-funds-none")
    message = "costs-funds" if found.funds_needed else "costs-funds-open"
    since = reasons["funds-needed"].args["date"]
    amount = say("money", amount=found.funds_amount)
    sentences = [say(message, amount=amount, size=found.size, date=since)]
    if "funds-table-seen" in reasons:
        sentences.append(reason(say, reasons["funds-table-seen"]))
    return " ".join((*sentences, say("costs-funds-family")))
