"""Web Push: short notices in a browser that was asked, from the server's own page only.

``keys`` has the key by which push services know this server, ``address`` reads what a browser gives,
``sender`` sends. ``page.js`` and ``worker.js`` are the browser's half. All of it is off until a person turns
it on.
"""
