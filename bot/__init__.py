"""The conversation, and where it is held: Telegram and the terminal."""

import os

# python-telegram-bot 22 warns on every time span until this is set; 23 makes it the only way.
os.environ.setdefault("PTB_TIMEDELTA", "true")
