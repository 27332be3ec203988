"""Eligibility, categories and what-ifs in words: every reason has its sentence, every reply is complete."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.languages import LANGUAGES
from bot.replies import CATALOGS as REPLIES
from bot.replies import messages, words
from bot.replies.charts import score_chart
from bot.replies.eligibility import categories_reply, eligibility_reply, grid_reply, work_reply
from bot.replies.principal import PARTNER, SELF, either_of_two, one_of_two, principal_reply
from bot.replies.reasons import reason
from bot.replies.reply import Reply
from bot.replies.whatif import (
    age_reply,
    improve_reply,
    partner_reply,
    suppose_lines,
    suppose_reply,
    ways_reply,
)
from express_entry import programs, whatif
from express_entry.categories import categories
from express_entry.crs import score
from express_entry.factors import CANADIAN_EDUCATION, EDUCATION
from express_entry.language import ABILITIES
from express_entry.points import Because
from express_entry.profile import parse_profile
from express_entry.programs import eligibilities
from express_entry.programs.requirements import DayBeforePrograms
from express_entry.whatif import MOST_CHANGES, suppose, ways_to, what_if
from express_entry.whatif.suppositions import merged
from express_entry.work import scored_work

RULES = Path(programs.__file__).parents[1]
MODULES = (
    *Path(programs.__file__).parent.glob("*.py"),
    *Path(whatif.__file__).parent.glob("*.py"),
    *(RULES / f"{name}.py" for name in ("work", "categories")),
)
SPEAKING = (
    *(REPLIES / f"{name}.py" for name in ("eligibility", "principal", "whatif", "charts", "buttons")),
    *(REPLIES.parent / "commands" / f"{name}.py" for name in ("eligibility", "whatif", "bench")),
)
OWN = ("eligibility", "categories", "whatif")
NAMED = re.compile(
    r'"((?:change|work|experience|language|fsw|funds|offer|quebec|trade|category|whatif)-[a-z0-9-]+)"'
)
DAYS = (date(2023, 6, 1), date(2026, 1, 5), date(2026, 10, 1))


def celpip(level: float, **others: Any) -> dict[str, Any]:
    return {"test": "celpip_g", **dict.fromkeys(ABILITIES, level), **others}


def job(**told: Any) -> dict[str, Any]:
    return {
        "noc": "21231",
        "start": "2024-01-01",
        "end": "2025-06-30",
        "hours_per_week": 40,
        "in_canada": True,
        **told,
    }


FRENCH = {
    "test": "tef_canada",
    "scale": "ancien_score",
    "listening": 249,
    "reading": 207,
    "writing": 310,
    "speaking": 310,
}
SPOUSE = {"education": "secondary", "language": celpip(5, date="2026-01-05"), "canadian_work_years": 1}
JOBS = [
    [job(), job(end=None, start="2026-01-05"), job(start="2025-03-01")],
    [job(self_employed=True), job(full_time_student=True), job(authorized=False), job(paid=False)],
    [job(in_canada=False), job(noc="65100"), job(noc="72300"), job(start="2011-01-03", end="2012-12-31")],
    [job(start="2010-01-04", end="2024-12-31", in_canada=False), job(start="2030-01-01", end=None)],
    [
        job(hours_per_week=None) | {"hours_per_week": 12.5},
        {"start": "2024-06-03", "title": "Clerk", "in_canada": True},
    ],
    [{"noc": "21231", "start": "2024-06-03", "in_canada": False}],
    [job(noc="31102", start="2025-01-06")],
    [job(remote_for_employer_abroad=True), job(leave_weeks=8)],
    [{"title": "Welder"}, {"years": 2, "noc": "72106", "in_canada": True}],
    [],
]
PROFILES: list[dict[str, Any]] = [
    {},
    *({"jobs": jobs, "noc": "72300", "first_language": celpip(6)} for jobs in JOBS),
    *(
        {"noc": noc, "canadian_work_years": years, "foreign_work_years": years, "intends_quebec": years > 1}
        for noc in ("21231", "72300", "65100", "31102")
        for years in (0, 0.6, 1, 2.5)
    ),
    {"canadian_work_years": 0.6, "foreign_work_years": 3},
    {"foreign_work_years": 3, "noc": "21220", "canadian_work_years": 0.4, "intends_quebec": False},
    {
        "age": 30,
        "first_language": celpip(9),
        "second_language": FRENCH,
        "education": "doctorate",
        "noc": "21231",
    },
    {"first_language": celpip(9, date="2020-01-05"), "second_language": {**FRENCH, "date": "2020-01-05"}},
    {"first_language": FRENCH, "second_language": celpip(4), "certificate_of_qualification": True},
    {"first_language": {**FRENCH, "writing": 200}, "second_language": None, "marital_status": "married"},
    {"first_language": celpip(9), "second_language": None},
    {"first_language": celpip(4), "noc": "72300"},
    {"job_offer": {"noc": "31102", "full_time": True, "one_year_or_more": False, "lmia_or_exempt": True}},
    {"education": "doctorate", "education_country_is_canada": False, "eca_date": None},
    *(
        {
            "education": level,
            "education_country_is_canada": level != "two_year",
            "canadian_education": studied,
        }
        for level in EDUCATION
        for studied in CANADIAN_EDUCATION
    ),
    {"education": "one_year", "eca_date": "2015-01-05", "education_country_is_canada": False},
    {"education": "doctorate", "eca_date": "2025-01-05", "birth_date": "1990-05-05"},
    {"marital_status": "married", "spouse": SPOUSE, "birth_date": "1990-05-05", "first_language": celpip(6)},
    {"marital_status": "married", "spouse": {**SPOUSE, "language": celpip(5, date="2019-01-05")}, "age": 44},
    {"marital_status": "married", "spouse": {**SPOUSE, "accompanying": True}, "canadian_work_years": 1},
    {
        "adaptability": {
            "studied_in_canada_two_years": True,
            "partner_studied_in_canada_two_years": True,
            "relative_in_canada": True,
        },
        "marital_status": "married",
        "spouse": SPOUSE,
        "canadian_work_years": 2,
    },
    *(
        {
            "job_offer": {"noc": noc, "valid_for_program": True},
            "certificate_of_qualification": False,
            "authorized_to_work_in_canada": True,
        }
        for noc in ("21231", "72300", "65100")
    ),
    {"job_offer": {"full_time": True}, "settlement_funds_cad": 500, "family_size": 1},
    {"job_offer": {"full_time": False}, "settlement_funds_cad": 500.5, "certificate_of_qualification": False},
    {"job_offer": None, "settlement_funds_cad": 500, "family_size": 4, "marital_status": "never_married"},
    {
        "noc": "43204",
        "foreign_work_years": 12,
        "education": "two_year",
        "education_country_is_canada": True,
        "job_offer": {"noc": "43204"},
    },
]
SHORT_OF_67 = {
    "marital_status": "never_married",
    "education_country_is_canada": True,
    "first_language": celpip(9),
    "second_language": None,
    "canadian_work_years": 0,
    "job_offer": None,
    "sibling_in_canada": False,
    "adaptability": {"studied_in_canada_two_years": False, "relative_in_canada": False},
}
PROFILES += [
    {**SHORT_OF_67, "education": "two_year", "foreign_work_years": 1, "age": 37},
    {"foreign_work_years": 1, "english_levels": dict.fromkeys(ABILITIES, 9)},
    {**SHORT_OF_67, "education": "one_year", "foreign_work_years": 6, "age": 37},
    {**SHORT_OF_67, "education": "one_year", "foreign_work_years": 6, "age": 40},
    {**SHORT_OF_67, "education": "one_year", "foreign_work_years": 6, "age": 45},
    {
        **SHORT_OF_67,
        "education": "bachelors_or_three_year",
        "foreign_work_years": 1,
        "age": 30,
        "marital_status": "married",
        "spouse": {
            "accompanying": True,
            "citizen_or_permanent_resident": False,
            "language": None,
            "canadian_work_years": 0,
        },
        "adaptability": {
            "studied_in_canada_two_years": False,
            "partner_studied_in_canada_two_years": False,
            "relative_in_canada": False,
        },
    },
]


def reasons() -> Iterator[Because]:
    for document in PROFILES:
        profile = parse_profile(document, draft=True)
        for on in DAYS:
            for counted in scored_work(profile.jobs or (), on):
                yield from (because for count in counted.jobs for because in count.because)
            for program in eligibilities(profile, on).values():
                for requirement in program.requirements:
                    yield from requirement.because
                    if requirement.change is not None:
                        yield requirement.change
                    yield from (because for count in requirement.jobs for because in count.because)
                for line in (program.grid or {}).values():
                    yield from line.because
            yield from (because for each in categories(profile, on) for because in each.because)
        found = what_if(profile, DAYS[-1])
        for move in (*found.moves, *found.pairs):
            yield from (*move.changes, *move.because)
    before = what_if(parse_profile({**PROFILES[1], "noc": "21231"}), date(2024, 1, 5))
    yield from (because for move in before.moves for because in move.changes)
    yield DayBeforePrograms(date(2022, 11, 16)).because


REASONS = set(reasons())


def replies(lang: str) -> Iterator[Reply]:
    for document in PROFILES:
        profile, on = parse_profile(document, draft=True), DAYS[-1]
        found = what_if(profile, on)
        yield work_reply(lang, profile.jobs or (), on)
        for everything in (False, True):
            yield eligibility_reply(lang, list(eligibilities(profile, on).values()), everything)
            yield improve_reply(lang, found, everything)
        yield grid_reply(lang, eligibilities(profile, on)["fsw"])
        yield categories_reply(lang, categories(profile, on))
        yield age_reply(lang, found.base, found.age_drops, found.expiries, "birth_date" in document)
        yield principal_reply(lang, found.principal)
        if found.principal is not None:
            yield from (one_of_two(lang, found.principal, who, "wife") for who in (SELF, PARTNER))
        for target in (found.base.total, found.base.total + 30, 1150):
            yield ways_reply(lang, found.base, target, ways_to(profile, on, target), MOST_CHANGES)
        for more in ({"provincial_nomination": True}, {"intends_quebec": True}, {"education": "secondary"}):
            supposed = suppose(profile, parse_profile(merged(document, more), draft=True), on)
            yield suppose_reply(lang, supposed, "/lines", "/save")
            yield suppose_lines(lang, supposed)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_reason_reads_as_a_sentence(lang: str) -> None:
    say = words(lang)
    sentences = {reason(say, because) for because in REASONS}

    assert not [text for text in sentences if "{" in text or "_" in text or "None" in text or not text]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_reason_that_explains_ends_as_a_sentence(lang: str) -> None:
    say = words(lang)
    explaining = {reason(say, because) for because in REASONS if not because.id.startswith("whatif-")}

    assert all(text.endswith(".") for text in explaining)


def test_every_message_that_the_rules_name_is_given_by_some_case() -> None:
    named = {message for path in MODULES for message in NAMED.findall(path.read_text(encoding="utf-8"))}

    assert named - {because.id for because in REASONS} == set()


def test_every_message_of_the_catalogs_is_used() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in (*MODULES, *SPEAKING))
    given = {because.id for because in REASONS}
    made = (
        "open-requirement-",
        "program-",
        "requirement-",
        "grid-",
        "principal-lapsed-",
        "eligibility-",
        "cli-whatif-",
        "cli-bench-",
        "cli-help-",
    )
    unused = [
        name
        for name in own_messages("en")
        if name not in given and f'"{name}"' not in text and not name.startswith(made)
    ]

    assert unused == []


def own_messages(lang: str) -> dict[str, frozenset[str]]:
    written = "".join((REPLIES / lang / f"{name}.ftl").read_text(encoding="utf-8") for name in OWN)
    own = set(re.findall(r"^([a-z][a-z0-9-]*) = ", written, re.MULTILINE))
    return {name: used for name, used in messages(lang) if name in own}


def test_both_languages_have_the_same_messages_with_the_same_arguments() -> None:
    english, french = (own_messages(lang) for lang in LANGUAGES)

    assert english == french


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_reply_is_in_words_with_buttons_and_official_pages(lang: str) -> None:
    for reply in replies(lang):
        assert reply.text
        assert not re.search(r"[{}]|\bNone\b|\w_\w", reply.text)
        assert reply.buttons
        assert all(source.url.startswith("https://") for source in reply.sources)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_message_fits_a_phone(lang: str) -> None:
    assert max(len(reply.text) for reply in replies(lang)) < 4000


def test_the_answer_comes_first() -> None:
    def first_line(document: dict[str, Any]) -> str:
        found = eligibilities(parse_profile(document, draft=True), DAYS[-1])
        return eligibility_reply("en", list(found.values())).text.split("\n")[0]

    canadian = {
        "canadian_work_years": 2,
        "noc": "21231",
        "first_language": celpip(9),
        "intends_quebec": False,
    }
    met = "Good news: you meet the requirements of **Canadian Experience Class**"
    assert first_line(canadian) == f"{met}."
    assert first_line({**canadian, "intends_quebec": True}).startswith("From what you’ve told me, none")
    del canadian["intends_quebec"]
    assert first_line(canadian) == f"{met}, as long as you plan to live outside Quebec."
    assert first_line({}).startswith("I can’t tell yet")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_program_is_one_line_until_everything_is_asked_for(lang: str) -> None:
    for document in PROFILES:
        programs = list(eligibilities(parse_profile(document, draft=True), DAYS[-1]).values())
        short = eligibility_reply(lang, programs)

        assert sum(line.startswith("- **") for line in short.text.splitlines()) == len(programs)
        assert any('"all"' in button.payload for button in short.buttons)


def test_reasons_are_not_said_twice_in_one_answer() -> None:
    found = eligibilities(parse_profile({"noc": "72300"}), DAYS[-1])
    text = eligibility_reply("en", list(found.values()), everything=True).text

    assert text.count("I don’t know yet whether you plan to live in Quebec.") == 1
    assert text.count("See above.") >= 2


def test_what_did_not_count_of_the_jobs_is_said() -> None:
    found = eligibilities(parse_profile({"jobs": [job(title="Consultant", self_employed=True)]}), DAYS[-1])

    assert (
        "- Consultant: self-employed work in Canada doesn’t count."
        in eligibility_reply("en", list(found.values()), everything=True).text
    )


def test_a_work_history_is_told_in_years_with_what_did_not_count() -> None:
    jobs = [
        job(title="Analyst"),
        job(title="Barista", noc="65200"),
        job(title="Tutor", in_canada=False, paid=False),
    ]
    found = parse_profile({"jobs": jobs}).jobs
    assert found is not None
    text = work_reply("en", found, DAYS[-1]).text

    assert text.startswith(
        "From your jobs, **1** full year of skilled work in Canada and **0** outside Canada"
    )
    assert "- Barista: NOC 65200 is TEER 5, and only TEER 0, 1, 2 and 3 count." in text
    assert "- Tutor: unpaid work doesn’t count." in text


def test_the_step_that_is_named_is_the_smallest_that_gives_most_of_what_the_best_would() -> None:
    told = {
        "age": 30,
        "marital_status": "never_married",
        "education": "bachelors_or_three_year",
        "education_country_is_canada": False,
        "eca_date": "2025-01",
        "first_language": {"test": "celpip_g", **dict.fromkeys(ABILITIES, 8)},
        "foreign_work_years": 3,
    }
    found = what_if(parse_profile(told), DAYS[-1])

    near, all_of_it = improve_reply("en", found).text, improve_reply("en", found, everything=True).text

    assert "**+69** (424): Every ability of your first language at CLB 9 or more" in near
    assert "**+62** (417): A French test with NCLC 7 or more" in near
    assert "**+81** (436): Every ability of your first language at CLB 10 or more" in all_of_it


def test_a_supposition_says_that_nothing_was_saved() -> None:
    told = {"age": 30, "marital_status": "never_married"}
    found = suppose(parse_profile(told), parse_profile({**told, "provincial_nomination": True}), DAYS[-1])
    reply = suppose_reply("en", found, "/lines", "/save")

    assert reply.text.startswith("**600** more: 105 becomes **705**.")
    assert "Your answers stay as they are" in reply.text
    assert [button.payload for button in reply.buttons[:2]] == ["/lines", "/save"]


@pytest.mark.parametrize(
    ("comes", "stays", "first"),
    [
        (494, 488, "**6** more if your partner comes: **494** together, **488** if they stay."),
        (468, 478, "**10** more if your partner stays: **478**, or **468** if they come."),
        (400, 400, "It makes no difference to the score: **400** both ways."),
    ],
)
def test_a_partner_who_may_come_or_stay_is_compared_both_ways(comes: int, stays: int, first: str) -> None:
    base = score(parse_profile({"age": 30}, draft=True), DAYS[-1])
    both = (replace(base, total=total) for total in (comes, stays))

    text = partner_reply("en", *both).text

    assert text.startswith(first)
    assert "has to be declared either way" in text


def test_what_a_supposition_changes_is_one_press_away_line_by_line() -> None:
    told = {"age": 30, "marital_status": "never_married"}
    found = suppose(parse_profile(told), parse_profile({**told, "provincial_nomination": True}), DAYS[-1])

    assert "Provincial nomination: 0 → 600." not in suppose_reply("en", found, "/lines").text
    assert "- Provincial nomination: 0 → 600." in suppose_lines("en", found).text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_chart_says_in_text_what_it_shows(lang: str) -> None:
    breakdown = score(
        parse_profile({"age": 30, "marital_status": "married", "education": "doctorate"}), DAYS[-1]
    )
    chart = score_chart(lang, breakdown)

    assert chart.png.startswith(b"\x89PNG")
    assert all(f"{line.points} " in chart.alt for line in breakdown.lines)
    assert str(breakdown.total) in chart.alt


@pytest.mark.parametrize(("lang", "titles"), [("en", ["Me", "My wife"]), ("fr", ["Moi", "Ma femme"])])
def test_who_should_apply_offers_the_two_people_as_buttons(lang: str, titles: list[str]) -> None:
    assert [each.title for each in either_of_two(lang, "wife")] == titles
