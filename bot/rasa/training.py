"""The trained model: made once for each state of its inputs."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
MODELS = ROOT / "models"
TRAINING_DATA = ("data/nlu/en", "data/nlu/fr", "data/dialogue")
ANSWERS = "data/answers"
INPUTS = (
    "config.yml",
    "domain.yml",
    "uv.lock",
    *TRAINING_DATA,
    ANSWERS,
    "data/people",
    "data/encoder/encoder.onnx",
    "data/encoder/tokenizer.json",
    "bot/nlu/classifier.py",
    "bot/rasa/components.py",
    "bot/nlu/encoder.py",
    "bot/rasa/importer.py",
    "bot/nlu/learning.py",
    "bot/nlu/regression.py",
)
QUIET_RASA = {
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "PYTHONWARNINGS": "ignore",
}


def _files() -> Iterator[Path]:
    for name in INPUTS:
        path = ROOT / name
        if path.is_dir():
            yield from sorted(path.rglob("*.yml"))
        else:
            yield path


def _learned(path: Path) -> bytes:
    """What a file gives to learn from: of an answer its subject and phrasings, not what is said to them."""
    read = path.read_bytes()
    if path.parent != ROOT / ANSWERS:
        return read
    head, mark, phrasings = read.partition(b"\nphrasings:")
    topic = b"".join(line for line in head.splitlines() if line.startswith((b"topic:", b"intent:")))
    return topic + phrasings if mark else read


def model_path() -> Path:
    """Where the model of the present inputs stands, trained or not."""
    digest = hashlib.sha256()
    for path in _files():
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(_learned(path))
    return MODELS / f"express-entry-{digest.hexdigest()[:12]}.tar.gz"


def ensure_model(force: bool = False) -> Path:
    """The model's path, after training it when its inputs have changed (or ``force``).

    Models of earlier inputs are removed.

    Raises:
        RuntimeError: the training failed; its output has been printed.
    """
    path = model_path()
    if path.exists() and not force:
        return path
    print("Training the model (a few minutes, once) …", file=sys.stderr, flush=True)
    done = subprocess.run(
        [sys.executable, "-m", "bot.rasa.training", path.name.removesuffix(".tar.gz")],
        cwd=ROOT,
        env={**os.environ, **QUIET_RASA, "LOG_LEVEL": "ERROR"},  # no progress bars of Rasa
        check=False,
    )
    if done.returncode != 0 or not path.exists():
        raise RuntimeError("the model could not be trained")
    for old in MODELS.glob("express-entry-*.tar.gz"):
        if old != path:
            old.unlink()
    print("The model is ready.", file=sys.stderr, flush=True)
    return path


def _train(name: str) -> None:
    from bot.operating import logs

    logs.configure("ERROR")
    from rasa.model_training import train

    from bot.rasa import overrides as rasa_overrides

    rasa_overrides.apply()

    result = train(
        domain=str(ROOT / "domain.yml"),
        config=str(ROOT / "config.yml"),
        training_files=[str(ROOT / folder) for folder in TRAINING_DATA],
        output=str(MODELS),
        force_training=True,
        fixed_model_name=name,
    )
    sys.exit(result.code)


if __name__ == "__main__":
    _train(sys.argv[1])
