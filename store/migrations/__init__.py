"""The shape of the store, as numbered steps: the only DDL. A released step is never edited."""

from __future__ import annotations

from sqlite_utils import Migrations

from store.migrations import alerts, archive, conversation

migrations = Migrations("baowen")
for step in (
    archive.m001_archive,
    conversation.m002_conversation,
    archive.m003_index,
    archive.m004_corrections,
    alerts.m005_alerts,
    alerts.m006_dialogue,
    conversation.m007_visits,
    conversation.m008_spoken,
    archive.m009_forgotten,
):
    migrations()(step)
