"""Several statements as one step of a transaction."""

from __future__ import annotations

from sqlite_utils import Database


def script(db: Database, sql: str) -> None:
    """Run several statements inside the open transaction.

    sqlite3's own executescript commits first, which would tear a migration in two.
    """
    for statement in sql.split(";"):
        if statement.strip():
            db.conn.execute(statement)
