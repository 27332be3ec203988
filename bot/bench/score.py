"""How many profiles a second the command line scores."""

from __future__ import annotations

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

SCORE_PROFILES = 30_000
SEED = 20150131


def score() -> dict[str, int | float]:
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
