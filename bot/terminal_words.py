"""What is said only at a terminal, in Chinese."""

from __future__ import annotations

TERMINAL_HELP = "（打字提问；打按钮前的数字等于按按钮；空行或 Ctrl-D 结束）"
TERMINAL_SHARE = "链接只在 Telegram 里有；把这一行发给机器人也一样：/start {payload}"
TERMINAL_NO_ALERTS = "（这是终端，收不到通知；在 Telegram 里订阅才会发。）"
TERMINAL_TELEGRAM_ONLY = "这个按钮只在 Telegram 里有用。"
TERMINAL_NO_BUTTON = "没有这个按钮。"
DEMO_HEAD = "报问演示：已读入随程序附带的样报 {articles} 篇（报纸、县和人名都是虚构的）。"
DEMO_ASKED = (
    "党员有那些权力",
    "第三项呢",
    "夜校手机课有多少人结业",
    "liuwan xian",
    "比特币现在多少钱",
)
"""What the demo asks by itself where nobody types: a wrong character, what follows from it, a
number, pinyin, and what was never printed."""
CHAT_COPY = "这个库只能读：在临时副本里对话，结束后订阅和评价都不留下。"
TOOK = "（{ms:.0f} 毫秒，把握 {confidence:.0%}）"
