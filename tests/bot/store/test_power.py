"""What a power cut may take."""

import sqlalchemy as sa

from bot.store import make_engine

FULL, NORMAL = 2, 1


def test_answers_wait_for_the_disk_and_what_was_said_need_not(sqlite_database: str) -> None:
    def synchronous(engine: sa.engine.Engine) -> int:
        with engine.connect() as connection:
            return int(connection.exec_driver_sql("PRAGMA synchronous").scalar_one())

    assert synchronous(make_engine(sqlite_database)) == FULL
    assert synchronous(make_engine(sqlite_database, outlives_power_cut=False)) == NORMAL
