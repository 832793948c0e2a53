"""Every sentence an administrator of the bot sees in the chat, in Chinese."""

from __future__ import annotations

HELP_HEAD = "管理员还可以用："
BUG = """程序出了一个没料到的错，有一条没有处理好。
请在日志里搜“bug {number}”，把那一段发给维护的人；同样的错一小时内不再提醒。"""
STORE_TROUBLE = "资料库出了问题：{why}"
FILE_KIND = "认不得“{name}”：请发 .txt、.md 版面文件，或 .jsonl 文章文件。"
FILE_FAILED = "“{name}”没有读入：{why}"
FILE_LARGE = "文件超过 20 MB，机器人取不下来；请拆成单个版面再发。"
FILE_STATES = {
    "new": "新的一版，{count} 篇：",
    "changed": "比原来的一份新，现有 {count} 篇：",
    "unchanged": "与库里的一样，没有变化，共 {count} 篇：",
}
FILE_MOVED = "新 {new} 篇，更新 {changed} 篇，没有变化 {unchanged} 篇。"
FILE_FLAGS = "请留意：{flags}。"
FILE_HELD = "读者还看不到，也没有通知订阅的人。请看一看，再决定："
FILE_RELEASES = "读者还看不到，也没有通知订阅的人；{minutes} 分钟后自动发布。"
FILE_MEND = (
    "字有错，就改好文件再发一次，会换下这一份；"
    "题目、栏目、地区等读错了，发布后在服务器上用 baowen fix 更正。"
)
FILE_REPLACES = "同名的上一份还没有发布，已换成这一份。"
FILE_RELEASED = "已发布“{name}”，读者现在看得到；订阅的人会收到通知。"
FILE_DISCARDED = "已丢弃“{name}”；资料库和原来一样，没有通知任何人。"
FILE_PART = "这一版已经有别的文字；这是第 {part} 份，各份都留着。"
FILE_MOVES = "这一版原来记在：{place}。"
FILE_GONE = "新的一份里不再有原来的 {count} 篇：{titles}"
FILE_PREVIEW = "还没有发布：第 {number} 篇，共 {count} 篇"
EMPTY = "资料库里还没有文章；发 /ingest 看怎样读入版面。"
NO_PHOTOS = "照片里的字我读不了；请把版面的文字存成 .txt 或 .md 文件发来。"
FLAGS = {
    "damaged": "有缺损",
    "title_derived": "题目为程序所拟",
    "doubtful_join": "有一处接合不敢肯定",
    "doubtful_copy": "有两处文字重复，不知哪处为准",
}
INGEST_UNPLACED = "报名、日期不详"
INGEST_PART = "；同一版已有别的文字，记为第 {part} 份"
INGEST_MOVED = "；原来记在 {place}"
INGEST_GONE = "；不再有原来的 {count} 篇：{titles}"
INGEST_STATES = {"new": "新读入", "changed": "已更新", "unchanged": "没有变化"}
BACKUP_DONE = (
    "已备份到 {target}。要恢复：停下机器人，删掉 {db} 和旁边的 {db}-wal、{db}-shm，"
    "再把备份放到 {db}。"
)
FORGET_PAGE_WHAT = "要忘掉：{name}（{place}），{articles} 篇"
FORGET_PAGE_MORE = " 等"
FORGET_PAGE_TOO = "连同更正 {corrections} 处、原文 {versions} 份"
FORGET_PAGE_SURE = "忘掉以后找不回来，要留底请先 baowen backup。忘掉吗？"
FORGET_PAGE_KEPT = "什么也没有动；确定要忘掉请回答 y，或加 --yes。"
FORGET_PAGE_DONE = "已忘掉 {name}：{articles} 篇文章、更正和原文都删掉了。"
FORGET_PAGE_ALERTS = "还没发出的 {count} 条通知不发了；已发出的收不回。"
FORGET_PAGE_AGAIN = "再读入这个文件会当作新的，并通知订阅的人；不想通知请加 --no-alerts。"
INBOX_KIND = "认不得这种文件（{suffix}）；请转成 .txt、.md 或 .jsonl。"
INBOX_FAILED = "收件文件夹里的“{name}”没有读入：{why}"
INBOX_MORE = "还有 {count} 个文件没有读入，原因写在 failed 文件夹里。"
INBOX_BUG = "处理这个文件时出了错；详情见程序的日志，文件没有读入。"
BUTTON_PREVIEW = "看全文"
BUTTON_PUBLISH = "发布"
BUTTON_DISCARD = "丢弃"
INGEST = """新的版面这样读入：
· 把 .txt、.md 版面文件（或 .jsonl 文章文件）直接发给我，看过再决定发布还是丢弃；
· 在服务器上运行 baowen ingest；"""
INGEST_TERMINAL = """新的版面这样读入：
· 运行 baowen ingest 加文件或文件夹；
· 在 Telegram 里把版面文件发给机器人；"""
INGEST_HELD = "还没有决定的文件，点开可以看、发布或丢弃："
INGEST_INBOX = "· 放进文件夹 {folder}，我会自己读，读完移到 done 或 failed。"
INGEST_NO_INBOX = "· 设好 BAOWEN_INBOX，就可以把文件放进那个文件夹，由我自己读。"
STATS = "现在"
STATS_READERS = "近 {days} 天来过的读者：{count}，今天 {today}"
STATS_SUBSCRIPTIONS = "订阅：{targets} 处 {count} 项，暂停 {paused} 项；能送到 {reached} 个聊天"
STATS_DELIVERIES = "发送：{states}"
STATS_DELIVERY = "{state} {count}"
STATS_NONE = "还没有"
STATS_NOTICES = "上一条通知：{states}"
STATS_WEEKS = "近几周（从周一算起）"
STATS_WEEK = (
    "{day}　读者 {readers}，提问 {questions}，没找到 {misses}，"
    "有用 {good}，没帮助 {bad}，发送 {sent}"
)
MISSES = "近几周没找到的（{count}）"
UNHELPFUL = "近几周说没帮助的（{count}）"
MISSES_NONE = "近几周没有。"
MISS = "{day}　{question}{times}{reasons}"
MISS_TIMES = "（{count} 次）"
BUTTON_MISSES = "没找到的"
BUTTON_UNHELPFUL = "没帮助的"
STATS_PICTURE = "图中从上到下：读者、提问、没找到、发送。"
DELIVERY_STATES = {
    "waiting": "等待",
    "claimed": "取出",
    "sending": "在发",
    "sent": "已发",
    "failed": "没发成",
    "suspended": "送不到",
    "held": "待发布",
    "discarded": "不发",
}
DELIVERIES_NONE = "还没有要发的。"
DELIVERIES_SETTLING = "刚读入、还没分到各个聊天的：{count} 期"
DELIVERY_REASONS = {
    "blocked": "被对方停用",
    "deactivated": "账号已注销",
    "kicked": "被移出",
    "never started": "对方没有开始对话",
    "not found": "没有这个聊天",
    "upgraded": "群已升级",
    "no rights": "没有发言权限",
    "forbidden": "不许发",
    "no topic": "话题没有了",
    "closed": "话题已关闭",
    "flood": "Telegram 要求等",
    "no connection": "连不上 Telegram",
    "unknown": "没收到回音，不知到没到",
    "bug": "程序出错",
    "unwanted": "已退订，或文章已不在",
    "too old": "过了七天",
    "migrated": "群换了编号",
}
USAGE_HELP = "用 {command} --help 看用法。"
USAGE_MISSING = "缺少 {name}。"
USAGE_COMMAND = "没有“{name}”这个命令；可用：{names}。"
USAGE_OPTION = "没有 {name} 这个选项。"
USAGE_VALUE = "{name} 后面要写值。"
USAGE_MUCH = "多写了词；词里有空格时请加引号。"
USAGE_DATE = "“{value}”不是日期；请写成 2026-04-21 或 20260421。"
USAGE_NUMBER = "{name} 要写整数{range}。"
USAGE_LEAST = "，最小 {least}"
USAGE_MOST = "，最大 {most}"
USAGE_CHOICE = "{name} 只能写：{names}。"
USAGE_FILE = "打不开文件 {name}；请检查路径和权限。"
EXPLAIN_QUESTION = "问题：{question}"
EXPLAIN_FOUND = "有答案：把握 {confidence:.2f}（{enough:.2f} 以上才算有）"
EXPLAIN_NOT_FOUND = "没有答案：把握只有 {confidence:.2f}（{enough:.2f} 以上才算有）"
EXPLAIN_WITHIN = "问题限定在：{within}"
EXPLAIN_CANDIDATES = "候选（像的程度 0 到 1）："
EXPLAIN_NO_CANDIDATES = "没有候选。"
EXPLAIN_TERMS = "问题里的词（越少见分量越重），和第一篇哪里有："
EXPLAIN_TERM = "{text}  分量 {weight:.1f}，库里 {chunks} 处；{places}"
EXPLAIN_HEARD = "（按读音）"
EXPLAIN_HEADING = "标题"
EXPLAIN_PARAGRAPHS = "第 {numbers} 段"
EXPLAIN_NOWHERE = "第一篇没有"
EXPLAIN_SIGNALS = "把握主要看（全部的数用 --explain --json 看）："
SIGNALS = {
    "chars": "问到的字有多少在这一处",
    "sound": "问到的读音有多少在这一处",
    "near": "问到的读音有多少挨在一起",
    "letters": "单个的字有多少在",
    "title": "与标题有多像",
    "order": "次序有多像",
    "place": "问到的地方是否对得上",
    "score": "不算地名，像的程度",
    "whole": "连地名一起，像的程度",
    "missed": "问到而没有的词",
    "lead": "比第二篇强多少",
    "ahead": "比题目不同的下一篇强多少",
    "above": "比碰巧相像的强多少",
    "untold": "要的数目、时间、人名等，这一处没有",
    "bare": "除了地名，什么也没有问",
    "twin": "另一篇也有同样的话",
}
REVIEW = "最该看一眼的地方"
REVIEW_NOTHING = "没有要看的地方。"
BUTTON_REVIEWED = "第 1 条看过了"
ANNOUNCE_WHAT = "请把要说的话写在后面，例如：/announce 本周停报一期。"
ANNOUNCE_LONG = "太长了：请用 {limit} 个字以内。"
ANNOUNCE_PREVIEW = "会这样发给 {count} 个聊天："
ANNOUNCE_NOBODY = "还没有人订阅，没有可发的聊天。"
ANNOUNCE_SENT = "正在发给 {count} 个聊天；发 /stats 看进展。"
ANNOUNCE_CANCELLED = "好，不发了。"
ANNOUNCE_DONE = "这条通知已经处理过了。"
BUTTON_ANNOUNCE = "发给 {count} 个聊天"
