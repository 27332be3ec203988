"""Language tests taken again, or for the first time, with results that give more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from express_entry.language import TESTS, levels, read_scale, score_for, test_of
from express_entry.parameters import HIGHEST_LEVEL, LOWEST_LEVEL
from express_entry.points import Argument, Because
from express_entry.profile import LanguageTest, Profile
from express_entry.vocabulary import ABILITIES
from express_entry.whatif.edits import Change, Edit, Ground, Supposed, change, setting
from express_entry.whatif.moves import POWER

TEST_OF = {"en": "celpip_g", "fr": "tcf_canada"}
"""The test in which levels are supposed for someone who has none in that language."""


def retakes(ground: Ground, path: str, test: LanguageTest | None, language: str) -> Iterator[Supposed]:
    """A test in which each ability, or every one that is lower, is at the next level that gives more."""
    on = ground.on
    if test is None:
        held = no_test(language)
        found = [0] * len(ABILITIES)
    else:
        held = retaken(test, on)
        counted = levels(test, on)
        found = list(levels(held, on).levels)
        if not counted.counts:
            because = Because("whatif-test-again", {"who": path.replace(".", "_")})
            yield ground.supposed(_test_change(path, "again", held, because, ABILITIES))
        else:
            for place, ability in enumerate(ABILITIES):
                yield from _one_ability(ground, path, held, ability, found[place])
    yield from _every_ability(ground, path, held, found)


def _one_ability(
    ground: Ground, path: str, held: LanguageTest, ability: str, level: int
) -> Iterator[Supposed]:
    for higher in range(max(level + 1, LOWEST_LEVEL), HIGHEST_LEVEL + 1):
        raised = at_least(held, {ability: higher}, ground.on)
        args = {**_named(path, held, higher), "ability": ability, "score": getattr(raised, ability)}
        because = Because("whatif-ability", args)
        each = ground.supposed(_test_change(path, f"{ability}.{higher}", raised, because, (ability,)))
        if each.total > ground.total:
            yield each
            return


def _every_ability(ground: Ground, path: str, held: LanguageTest, found: Sequence[int]) -> Iterator[Supposed]:
    before = ground.total
    for least in range(max(min(found) + 1, LOWEST_LEVEL), HIGHEST_LEVEL + 1):
        lower = {ability: least for ability, level in zip(ABILITIES, found, strict=True) if level < least}
        raised = at_least(held, lower, ground.on)
        because = Because("whatif-all-abilities", _named(path, held, least))
        each = ground.supposed(_test_change(path, f"all.{least}", raised, because, ABILITIES))
        if each.total > before and len(lower) > 1:
            yield each
        before = max(before, each.total)


def _named(path: str, held: LanguageTest, level: int) -> dict[str, Argument]:
    test = test_of(held.test)
    return {
        "who": path.replace(".", "_"),
        "framework": test.framework,
        "language": test.language,
        "level": level,
        "test": held.test,
    }


def _test_change(
    path: str, what: str, test: LanguageTest, because: Because, abilities: Sequence[str]
) -> Change:
    slots = [f"{path}.{ability}" for ability in abilities]
    if len(abilities) == 1:
        values = {abilities[0]: getattr(test, abilities[0]), "scale": test.scale, "date": test.date}
        edit: Edit = partial(with_scores, path=path, values=values)
    else:
        edit = setting(path, test)
    return change(f"{path}.{what}", path, edit, because, POWER, *slots)


def with_scores(profile: Profile, path: str, values: Mapping[str, Any]) -> Profile:
    """Some scores of the test at ``path`` as supposed, the others as they are."""
    owner: Any = profile if "." not in path else profile.spouse
    name = path.rpartition(".")[2]
    return setting(path, getattr(owner, name).copy(update=values))(profile)


def retaken(test: LanguageTest, on: date) -> LanguageTest:
    """The same scores in a test taken now."""
    scale = read_scale(test.test, test.scale, test.scores)
    return test.copy(update={"scale": scale, "date": on if test.date is not None else None})


def no_test(language: str) -> LanguageTest:
    """The lowest results of a test in a language, to raise from."""
    name = TEST_OF[language]
    scores = {ability: ranges.least for ability, ranges in TESTS[name].tables[None].scores.items()}
    return LanguageTest.parse_obj({"test": name, **scores})


def at_least(held: LanguageTest, least: Mapping[str, int], on: date) -> LanguageTest:
    """The test with the least scores that give these levels in these abilities."""
    return held.copy(
        update={ability: score_for(held, ability, level, on) for ability, level in least.items()}
    )
