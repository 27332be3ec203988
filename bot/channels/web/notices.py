"""Notices in the browser over HTTP: whether they are on, on and off, and the two scripts of the page.

They are off until a person turns them on and agrees that what they told is kept meanwhile.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from functools import cached_property

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse
from sanic.response import json as json_response

from bot.alerts.news import judge_on
from bot.channels.push.address import NoAddress, address_of
from bot.channels.push.files import dialog, worker
from bot.channels.push.keys import public_key
from bot.channels.web.pages import file_response
from bot.channels.web.refusals import Refused, kindly
from bot.channels.web.requests import Caller, document_of, own_address
from bot.settings import Settings
from bot.sources.rounds import history
from bot.store import Store
from bot.store.alerts import Alerts
from bot.store.push import PushAddress, PushAddresses
from bot.store.threads import beside

JAVASCRIPT = "text/javascript; charset=utf-8"


class Notices:
    """The routes. ``admitted`` says who calls, and refuses who calls too often."""

    def __init__(
        self,
        settings: Settings,
        store: Store,
        alerts: Alerts,
        addresses: PushAddresses,
        admitted: Callable[[Request], Awaitable[Caller]],
    ) -> None:
        self._settings, self._store, self._alerts = settings, store, alerts
        self._addresses, self._admitted = addresses, admitted

    def add_to(self, routes: Blueprint) -> None:
        """Serve the interface and the scripts."""
        for name, content in (("notices", dialog), ("notices-worker", worker)):
            routes.add_route(_script(content), f"/{name}.js", methods=["GET"], name=name)
        for method, handle in (("GET", self._state), ("POST", self._on), ("DELETE", self._off)):
            routes.add_route(kindly(handle), "/chat/push", methods=[method], name=f"push_{method.lower()}")

    @cached_property
    def _key(self) -> str:
        return public_key(self._settings.push_key)

    async def _state(self, request: Request) -> HTTPResponse:
        caller = await self._admitted(request)
        kept = await beside(self._addresses.of, caller.sender_id)
        return json_response({"key": self._key, "on": kept is not None})

    async def _on(self, request: Request) -> HTTPResponse:
        caller = await self._admitted(request)
        document = document_of(request, {"endpoint", "keys", "keep"})
        try:
            address = address_of(document, self._settings.push_services, own_address(request))
        except NoAddress as error:
            raise Refused(400, "no_push_address") from error
        if caller.person.ephemeral and document.get("keep") is not True:
            raise Refused(400, "keep_first")
        await beside(self._turn_on, caller, address)
        return json_response({"on": True})

    async def _off(self, request: Request) -> HTTPResponse:
        caller = await self._admitted(request)
        await beside(self._addresses.drop, caller.sender_id)
        return json_response({"on": False})

    def _turn_on(self, caller: Caller, address: PushAddress) -> None:
        """Keep the address; rounds and deadlines, which notices are about, are wished for from now on."""
        today, person_id = date.today(), caller.person.id
        if caller.person.ephemeral:
            self._store.give_consent(person_id)
        self._addresses.keep(caller.sender_id, address)
        newest = history(self._settings.data_dir).latest()
        if newest is not None and self._alerts.subscription(person_id) is None:
            known = judge_on(today)(self._store.profile(person_id)) is not None
            self._alerts.subscribe(person_id, "mine" if known else "all", newest.number)
        self._alerts.remind(person_id, today)


def _script(content: Callable[[], bytes]) -> Callable[[Request], Awaitable[HTTPResponse]]:
    async def give(request: Request) -> HTTPResponse:
        return file_response(request, content(), JAVASCRIPT)

    return give
