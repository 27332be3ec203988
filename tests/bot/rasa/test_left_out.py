"""What of Rasa never runs here is neither installed nor loaded, and says so when it is called after all."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from importlib.machinery import PathFinder
from importlib.metadata import requires
from pathlib import Path
from typing import Any

import pytest
import rasa
from rasa.core.channels.slack import SlackInput
from rasa.nlu.classifiers.diet_classifier import DIETClassifier
from rasa.nlu.classifiers.logistic_regression_classifier import LogisticRegressionClassifier
from safetensors.numpy import save_file

from bot.rasa.left_out import LEFT_OUT, LIBRARIES, NotHere
from tests.helpers import ROOT

HEAVY = {"tensorflow", "keras", "jax", "h5py", "aiogram", "twilio", "slack_sdk", "google"}
"""What Rasa loads with them, besides the libraries that have stand-ins."""


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def small_bot(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a program said that trained, served and answered."""
    folder = tmp_path_factory.mktemp("small")
    done = python(
        "-m",
        "tests.bot.rasa.small_bot",
        str(folder),
        DATA_DIR=str(folder),
        DATABASE_URL=f"sqlite:///{folder}/bot.db",
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_rasa_trains_serves_and_answers_without_what_is_left_out(small_bot: dict[str, Any]) -> None:
    assert small_bot["answer"] == "Hello from a small bot"
    loaded = set(small_bot["loaded"])
    assert "rasa.server" in loaded
    assert not loaded & (HEAVY | LEFT_OUT)


def test_each_stand_in_is_needed(small_bot: dict[str, Any]) -> None:
    assert set(small_bot["stand_ins"]) == LEFT_OUT


def test_the_modules_left_out_are_rasas_own_or_libraries_that_it_requires() -> None:
    names = (re.split(r"[\[ ;]", line)[0] for line in requires("rasa") or ())
    required = {name.replace("-", "_").lower() for name in names}
    assert {*LIBRARIES} - {"botocore", "aiormq"} <= required
    for name in LEFT_OUT - {*LIBRARIES}:
        *folders, module = name.removeprefix("rasa.").split(".")
        assert PathFinder.find_spec(module, [str(Path(rasa.__path__[0], *folders))]), name


@pytest.mark.parametrize("library", sorted({*HEAVY, *LIBRARIES} - {"google"}))
def test_the_libraries_are_not_installed(library: str) -> None:
    assert PathFinder.find_spec(library) is None


@pytest.mark.parametrize(
    ("call", "named"),
    [
        (DIETClassifier, r"rasa\.nlu\.classifiers\.diet_classifier\.DIETClassifier"),
        (lambda: DIETClassifier.create({}, None, None, None), "DIETClassifier"),
        (lambda: SlackInput.from_credentials({}), r"rasa\.core\.channels\.slack\.SlackInput"),
        (lambda: save_file({}, "features"), r"safetensors\.numpy\.save_file"),
    ],
)
def test_what_is_called_after_all_is_refused_by_name(call: Any, named: str) -> None:
    with pytest.raises(NotHere, match=rf"{named} is left out here.*docs/adr/0006"):
        call()


def test_what_is_left_out_is_still_told_apart() -> None:
    """Rasa looks whether a pipeline's components are these; no two of them may be one."""
    assert issubclass(DIETClassifier, DIETClassifier)
    assert not issubclass(LogisticRegressionClassifier, DIETClassifier)
    assert len({DIETClassifier, LogisticRegressionClassifier, DIETClassifier}) == 2


def test_it_is_an_error_to_import_rasa_first() -> None:
    done = python("-c", "import sys; sys.modules['rasa'] = sys; import bot.rasa")
    assert "bot.rasa has to be imported before rasa" in done.stderr
