"""Measurements of the running program: functions that return numbers by name; ``BENCHES`` lists them."""

from __future__ import annotations

import json
import os
import platform
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from bot.bench import rounds as bench_rounds

SCORE_PROFILES = 30_000
SEED = 20150131
WHATIF_RUNS = 20

Numbers = dict[str, int | float]


def machine() -> dict[str, str | int]:
    """What the numbers were measured on."""
    return {"processor": _processor(), "cores": os.cpu_count() or 1, "python": platform.python_version()}


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    if information.exists():
        for line in information.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def score() -> Numbers:
    """Profiles a second through ``score --jsonl`` on one core, after start, from reading to writing."""
    chance = random.Random(SEED)
    lines = [json.dumps(_profile(chance)) + "\n" for _ in range(SCORE_PROFILES)]
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder, "few.jsonl"), Path(folder, "many.jsonl")
        few.write_text(lines[0])
        many.write_text("".join(lines))
        start = min(_seconds("score", "--jsonl", str(few)) for _ in range(3))
        whole = min(_seconds("score", "--jsonl", str(many)) for _ in range(3))
    return {
        "profiles": SCORE_PROFILES,
        "start_seconds": round(start, 2),
        "profiles_a_second": round(SCORE_PROFILES / (whole - start)),
    }


def whatif() -> Numbers:
    """All single changes and pairs for a profile with a full work history, which has the most of both."""
    from express_entry.profile import parse_profile
    from express_entry.whatif import what_if

    profile, on = parse_profile(_largest_profile()), date(2026, 11, 23)
    found = what_if(profile, on)
    times = []
    for _ in range(WHATIF_RUNS):
        before = time.perf_counter()
        what_if(profile, on)
        times.append(time.perf_counter() - before)
    return {
        "milliseconds": round(statistics.median(times) * 1000, 1),
        "moves": len(found.moves),
        "pairs": found.compared,
    }


def _largest_profile() -> dict[str, Any]:
    """A couple with every fact, low results in every test, and as many jobs as a profile can have."""
    low = {"date": "2026-01-15", "listening": 5, "reading": 5, "writing": 5, "speaking": 5}
    jobs = [
        {
            "noc": "21231",
            "start": f"{2010 + place // 4}-{1 + place % 4 * 2:02}-01",
            "end": f"{2011 + place // 4}-{1 + place % 4 * 2:02}-10",
            "hours_per_week": 17.5,
            "in_canada": place % 4 == 0,
        }
        for place in range(60)
    ]
    return {
        "birth_date": "1994-05-05",
        "marital_status": "married",
        "education": "secondary",
        "education_country_is_canada": False,
        "eca_date": "2020-01-01",
        "canadian_education": "none",
        "first_language": {"test": "ielts_gt", **low},
        "second_language": {"test": "tef_canada", "scale": "ancien_score", **_french_low()},
        "jobs": jobs,
        "noc": "21231",
        "spouse": {
            "birth_date": "1993-05-05",
            "education": "secondary",
            "language": {"test": "celpip_g", **low},
            "canadian_work_years": 0,
        },
    }


def _french_low() -> dict[str, Any]:
    return {"date": "2026-01-15", "listening": 182, "reading": 160, "writing": 230, "speaking": 230}


def _seconds(*command: str) -> float:
    """The processor time that a command takes as a process of its own, kept on one core.

    Waiting is not in it, so that what else runs on the machine matters less.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "bot.cli", *command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=_one_core,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _one_core() -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _profile(chance: random.Random) -> dict[str, Any]:
    """A candidate with all facts that the score needs."""
    from express_entry.vocabulary import CANADIAN_EDUCATION, EDUCATION

    couple = chance.random() < 0.4
    profile = {
        "age": chance.randint(18, 50),
        "marital_status": "married" if couple else "never_married",
        "education": chance.choice(EDUCATION),
        "education_country_is_canada": chance.random() < 0.3,
        "eca_date": f"{chance.randint(2022, 2026)}-03-14",
        "canadian_education": chance.choice(CANADIAN_EDUCATION),
        "first_language": _test(chance, "ielts_gt"),
        "second_language": _test(chance, "tcf_canada") if chance.random() < 0.3 else None,
        "canadian_work_years": chance.randint(0, 6),
        "foreign_work_years": chance.randint(0, 6),
        "certificate_of_qualification": chance.random() < 0.05,
        "provincial_nomination": chance.random() < 0.05,
        "sibling_in_canada": chance.random() < 0.1,
        "job_offer": None,
    }
    if couple:
        profile["spouse"] = {
            "accompanying": chance.random() < 0.8,
            "citizen_or_permanent_resident": False,
            "education": chance.choice(EDUCATION),
            "language": _test(chance, "celpip_g"),
            "canadian_work_years": chance.randint(0, 6),
        }
    return profile


def _test(chance: random.Random, test: str) -> dict[str, Any]:
    from express_entry.language import ABILITIES, TESTS

    table = TESTS[test].tables[None]
    scores = {}
    for ability in ABILITIES:
        minima = table.minima.known[-1].value
        assert minima is not None
        scores[ability] = chance.choice(minima[ability])
    return {"test": test, "date": "2026-01-15", **scores}


def chat() -> Numbers:
    """A conversation with the whole program (see :mod:`bot.bench.chat`)."""
    from bot.bench import chat as bench_chat

    return bench_chat.chat()


def telegram() -> dict[str, Any]:
    """The whole program behind Telegram's webhook (see :mod:`bot.bench.telegram`)."""
    from bot.bench import telegram as bench_telegram

    return bench_telegram.telegram()


def widget() -> Numbers:
    """The chat widget in a browser (see :mod:`bot.bench.widget`)."""
    from bot.bench import widget as bench_widget

    return bench_widget.widget()


def nlu() -> dict[str, Any]:
    """Intents on unseen phrasings (see :mod:`bot.bench.nlu`)."""
    from bot.bench import nlu as bench_nlu

    return bench_nlu.nlu()


def diet() -> dict[str, Any]:
    """Rasa's default classifier on the same phrasings (see :mod:`bot.bench.diet`)."""
    from bot.bench import diet as bench_diet

    return bench_diet.diet()


def noc() -> dict[str, Any]:
    """Occupations found for job titles (see :mod:`bot.bench.noc`)."""
    from bot.bench import noc as bench_noc

    return bench_noc.noc()


def answers() -> dict[str, Any]:
    """Questions that nobody who wrote the answers has seen, by the trained model."""
    from bot.bench.answers import measure

    return measure()


def facts() -> dict[str, Any]:
    """Facts read from unseen messages (see :mod:`bot.bench.facts`)."""
    from bot.bench import facts as bench_facts

    return bench_facts.measure()


BENCHES: Mapping[str, Callable[[], dict[str, Any]]] = {
    "score": score,
    "rounds": bench_rounds.rounds,
    "alerts": bench_rounds.alerts,
    "whatif": whatif,
    "chat": chat,
    "telegram": telegram,
    "widget": widget,
    "nlu": nlu,
    "diet": diet,
    "noc": noc,
    "answers": answers,
    "facts": facts,
}
"""What can be measured, by the name under which the command line knows it; lists are tables."""
SLOW = frozenset({"diet"})
"""Measured only when named."""
