"""The subcommands of ``express-entry``, one module each.

A module has ``add(commands, say)``, which registers its parser with ``run`` set to a function that takes the
parsed arguments and returns the exit code. What is slow to import belongs inside ``run``.
"""
