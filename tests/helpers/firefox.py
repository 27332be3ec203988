"""A real Firefox, driven by WebDriver BiDi: it clicks and types as a person does.

Playwright drives a Firefox of its own only; this is the one that a distribution ships.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from websockets.client import WebSocketClientProtocol, connect

NAMES = ("firefox-esr", "firefox")
LISTENING = "WebDriver BiDi listening on "
START_SECONDS, ANSWER_SECONDS, WAIT_SECONDS = 60.0, 30.0, 15.0
ENTER = "\ue007"
_ELEMENT = """const chat = %s;
const seen = (each) => each.getClientRects().length > 0 && getComputedStyle(each).visibility === "visible";
const named = (each) => [each.innerText, each.getAttribute("aria-label")]
  .some((name) => name && name.trim() === wanted);
const pressed = [...chat.querySelectorAll("button, summary, a")];
const found = pressed.filter((each) => seen(each) && named(each)).pop();
"""
CHAT = "document.querySelector('express-entry-chat').shadowRoot"


class Firefox:
    """One window. ``problems`` are the errors that pages wrote to the console."""

    def __init__(self, executable: str, profile: Path) -> None:
        command = [
            executable,
            "--headless",
            "--no-remote",
            "--remote-debugging-port=0",
            "--profile",
            str(profile),
        ]
        self._log = profile / "firefox.log"
        with self._log.open("w") as log:
            self._process = subprocess.Popen(command, stderr=log, stdout=log)
        self.problems: list[str] = []
        self._answers: dict[int, asyncio.Future[Mapping[str, Any]]] = {}
        self._last = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._socket = self._do(self._connect(f"{self._address()}/session"))
        self.send("session.new", capabilities={})
        self.send("session.subscribe", events=["log.entryAdded"])
        self._context = self.send("browsingContext.create", type="tab")["context"]

    def close(self) -> None:
        """End the browser."""
        self._process.terminate()
        self._process.wait(20)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    # -- What a person does

    def size(self, width: int, height: int) -> None:
        """The size of the window in CSS pixels."""
        self.send(
            "browsingContext.setViewport", context=self._context, viewport={"width": width, "height": height}
        )

    def open(self, address: str) -> None:
        """Load a page."""
        self.send("browsingContext.navigate", context=self._context, url=address, wait="complete")

    def back(self) -> None:
        """Press the browser's Back."""
        self.send("browsingContext.traverseHistory", context=self._context, delta=-1)

    def press(self, name: str) -> None:
        """Click what is called ``name`` in the chat, where it can be seen; the last one of several."""
        look = f"""(() => {{ const wanted = {json.dumps(name)}; {_ELEMENT % CHAT}
            if (!found || found.disabled) return null;
            found.scrollIntoView({{ block: "center" }});
            const box = found.getBoundingClientRect();
            return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]; }})()"""
        x, y = self.until(look, f"nothing that can be pressed is called {name!r}")
        moves = [
            {"type": "pointerMove", "x": x, "y": y},
            *({"type": f"pointer{way}", "button": 0} for way in ("Down", "Up")),
        ]
        self._act({"type": "pointer", "id": "mouse", "actions": moves})

    def say(self, text: str) -> None:
        """Type into the text field and press Enter."""
        self.until(f"(() => {{ {CHAT}.querySelector('#message').focus(); return true }})()", "no text field")
        keys = [{"type": way, "value": key} for key in (*text, ENTER) for way in ("keyDown", "keyUp")]
        self._act({"type": "key", "id": "keys", "actions": keys})

    # -- What is seen

    def sees(self, text: str) -> bool:
        """Wait until the chat shows ``text``.

        Raises:
            AssertionError: it does not.
        """
        self.until(
            f"{CHAT}.querySelector('.root').innerText.includes({json.dumps(text)})", f"{text!r} is not seen"
        )
        return True

    def until(self, expression: str, otherwise: str) -> Any:
        """The value of a JavaScript expression once it is true.

        Raises:
            AssertionError: with ``otherwise``, it never is.
        """
        end = time.monotonic() + WAIT_SECONDS
        while time.monotonic() < end:
            with contextlib.suppress(RuntimeError):  # The page may not be there yet.
                if value := self.value(expression):
                    return value
            time.sleep(0.05)
        raise AssertionError(otherwise)

    def value(self, expression: str) -> Any:
        """The value of a JavaScript expression, as JSON has it.

        Raises:
            RuntimeError: it threw.
        """
        found = self.send(
            "script.evaluate",
            expression=f"JSON.stringify({expression})",
            target={"context": self._context},
            awaitPromise=True,
        )
        if found["type"] != "success":
            raise RuntimeError(found["exceptionDetails"]["text"])
        return json.loads(found["result"].get("value", "null"))

    # -- The protocol

    def send(self, method: str, **parameters: Any) -> Mapping[str, Any]:
        """Send a command and wait for its result.

        Raises:
            RuntimeError: the browser refused it.
        """
        return self._do(self._ask(method, parameters))

    def _act(self, source: Mapping[str, Any]) -> None:
        self.send("input.performActions", context=self._context, actions=[source])

    def _do(self, coroutine: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(ANSWER_SECONDS)

    def _address(self) -> str:
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end and self._process.poll() is None:
            if LISTENING in (said := self._log.read_text()):
                return said.partition(LISTENING)[2].split()[0]
            time.sleep(0.05)
        raise RuntimeError(f"Firefox does not listen: {self._log.read_text()[-500:]}")

    async def _connect(self, address: str) -> WebSocketClientProtocol:
        socket = await connect(address, max_size=None, open_timeout=START_SECONDS)
        self._reading = asyncio.ensure_future(self._read(socket))
        return socket

    async def _read(self, socket: WebSocketClientProtocol) -> None:
        with contextlib.suppress(Exception):  # It ends with the browser.
            async for text in socket:
                told = json.loads(text)
                if told.get("type") == "event":
                    if told["params"].get("level") == "error":
                        self.problems.append(told["params"]["text"])
                elif (waiting := self._answers.pop(told.get("id"), None)) is not None:
                    waiting.set_result(told)

    async def _ask(self, method: str, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
        self._last += 1
        waiting = self._answers[self._last] = self._loop.create_future()
        await self._socket.send(json.dumps({"id": self._last, "method": method, "params": parameters}))
        told = await waiting
        if told["type"] == "error":
            raise RuntimeError(f"{method}: {told['message']}")
        return told["result"]


@contextlib.contextmanager
def firefox(executable: str) -> Iterator[Firefox]:
    """A Firefox with a fresh profile."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Firefox(executable, Path(profile))
        try:
            yield browser
        finally:
            browser.close()
