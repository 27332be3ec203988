"""The Rasa process: the public port with our channels and the actions. The launcher starts it."""

from __future__ import annotations

import os
from pathlib import Path

from bot.operating import logs, metrics
from bot.settings import Settings

ROOT = Path(__file__).parents[2]
MAX_REQUEST_BYTES = 65_536


def main() -> None:
    """Serve the model named by ``MODEL`` until stopped."""
    settings = Settings.from_environment()
    os.environ["DATABASE_URL"] = settings.database_url
    os.environ["SANIC_REQUEST_MAX_SIZE"] = str(MAX_REQUEST_BYTES)
    if settings.proxies:
        os.environ["SANIC_PROXIES_COUNT"] = str(settings.proxies)
    logs.configure(settings.log_level)
    metrics.share(settings.data_dir)

    from rasa.core.run import serve_application
    from rasa.core.utils import AvailableEndpoints
    from rasa.utils.endpoints import EndpointConfig

    from bot.rasa import actions
    from bot.rasa import overrides as rasa_overrides

    rasa_overrides.apply()
    endpoints = AvailableEndpoints.read_endpoints(str(ROOT / "endpoints.yml"))
    listeners = []
    if settings.actions_url is not None:
        endpoints.action = EndpointConfig(settings.actions_url)
    else:
        actions.executor()
        listeners.append((lambda app, loop: actions.warm_up(), "after_server_start"))
    serve_application(
        model_path=os.environ["MODEL"],
        interface=settings.host,
        port=settings.port,
        credentials=str(ROOT / "credentials.yml"),
        endpoints=endpoints,
        cors=list(settings.widget_origins),
        enable_api=False,
        server_listeners=listeners,
    )


if __name__ == "__main__":
    main()
