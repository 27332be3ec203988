"""A link as a QR code."""

import re

import segno

from bot.channels.qr import QUIET_ZONE, qr

LINK = "https://t.me/entry_bot?start=K7MQ3XWD"


def test_the_path_has_the_dark_modules_and_no_others():
    made = qr(LINK)
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", made["path"])
    dark = {(int(x) + step, int(y)) for x, y, length in runs for step in range(int(length))}
    rows = segno.make_qr(LINK, error="m").matrix
    expected = {(x, y) for y, row in enumerate(rows) for x, module in enumerate(row) if module}
    assert {(x - QUIET_ZONE, y - QUIET_ZONE) for x, y in dark} == expected
    assert made["size"] == len(rows) + 2 * QUIET_ZONE


def test_the_code_is_small_enough_for_every_answer():
    assert len(qr(LINK)["path"]) < 8000
