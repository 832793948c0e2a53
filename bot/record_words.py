"""What a reader sees of /export and /import, in Chinese."""

from __future__ import annotations

EXPORTED = "这是与你有关的全部记录。"
EXPORTED_FILE = "把这个文件发回给我，里面的订阅就并进来。"
IMPORT_HOW = "把 /export 给你的文件（baowen.json）发给我，里面的订阅就并进来。"
IMPORT_TERMINAL = "请在后面写 /export 所给的文件，例如：/import baowen.json"
IMPORT_MISSING = "打不开文件 {path}。"
IMPORT_PRIVATELY = "请在与我的私聊里，把 /export 给你的文件发给我。"
IMPORT_BAD = "这不是 /export 给的文件，没有改动任何订阅。"
IMPORT_LARGE = "文件太大，不是 /export 给的那一个，没有改动任何订阅。"
IMPORT_EMPTY = "文件里没有订阅，没有改动。"
IMPORTED = "新订 {count} 项：{wishes}。"
AND_MORE = " 等"
IMPORT_HELD = "早已订阅的 {count} 项没有变。"
IMPORT_UNKNOWN = "有 {count} 项看不懂，没有订。"
EXPORT_PRIVATELY = "为免别人看到，请在与我的私聊里发 /export 。"
