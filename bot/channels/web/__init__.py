"""The web channel: the page, the widget, and the HTTP interface that both use."""
