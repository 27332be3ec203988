"""Trains a small bot with our pipeline, serves our channels, answers a greeting; prints what was imported.

A program of its own, since what has been imported can only be seen in a fresh process.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path

import yaml

import bot.rasa  # noqa: F401
from bot.operating import logs
from bot.rasa.left_out import LEFT_OUT, StandIn
from bot.store import Store
from bot.store.migrations import upgrade
from tests.helpers import ROOT

DOMAIN = {
    "intents": ["greet", "thanks"],
    "responses": {"utter_hello": [{"text": "Hello from a small bot"}]},
    "session_config": {"session_expiration_time": 60, "carry_over_slots_to_new_session": True},
}
SAID = {"greet": ("hello", "good morning", "hi there"), "thanks": ("thank you", "thanks a lot", "merci")}
RULES = [{"rule": "greet", "steps": [{"intent": "greet"}, {"action": "utter_hello"}]}]


def write(folder: Path) -> None:
    """The bot's files; its pipeline and policies are ours."""
    config = yaml.safe_load((ROOT / "config.yml").read_text())
    del config["importers"]
    examples = [{"intent": name, "examples": "".join(f"- {each}\n" for each in SAID[name])} for name in SAID]
    for name, document in (
        ("config", config),
        ("domain", DOMAIN),
        ("nlu", {"nlu": examples}),
        ("rules", {"rules": RULES}),
    ):
        (folder / f"{name}.yml").write_text(yaml.safe_dump(document))


async def main(folder: Path) -> None:
    """Train, serve, answer."""
    logs.configure("ERROR")
    from rasa.core.agent import load_agent
    from rasa.core.run import configure_app, create_http_input_channels
    from rasa.core.utils import AvailableEndpoints
    from rasa.model_training import train

    from bot.rasa import overrides

    overrides.apply()
    write(folder)
    files = {name: str(folder / f"{name}.yml") for name in ("domain", "config", "nlu", "rules")}
    data = [files["nlu"], files["rules"]]
    trained = await asyncio.to_thread(
        train, files["domain"], files["config"], data, str(folder), fixed_model_name="small"
    )
    configure_app(create_http_input_channels(None, str(ROOT / "credentials.yml")), enable_api=False)
    agent = await load_agent(
        trained.model, endpoints=AvailableEndpoints.read_endpoints(str(ROOT / "endpoints.yml"))
    )
    upgrade(os.environ["DATABASE_URL"])
    talk = Store(os.environ["DATABASE_URL"]).open_conversation("web", "en")
    answers = await agent.handle_text("hello", sender_id=talk.sender_id)
    stand_ins = {name for name, module in sys.modules.items() if isinstance(module, StandIn)}
    print(
        json.dumps(
            {
                "answer": answers[0]["text"],
                "stand_ins": sorted(stand_ins & LEFT_OUT),
                "loaded": sorted({*sys.modules} - stand_ins),
            }
        )
    )


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
