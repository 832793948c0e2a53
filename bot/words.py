"""Every sentence a reader sees, in Chinese, plain and short; settings have a file of their own."""

from __future__ import annotations

DESCRIPTION = """问一问报纸：直接打字提问，用报纸的原话回答，注明报名、日期、版面和栏目。
错别字、拼音、繁体都能查；库里没有的，就说没有。"""
SHORT_DESCRIPTION = "问一问报纸：用报纸的原话回答，注明出处。"

START = """报问：问一问报纸。

直接打字提问就行，错别字、拼音、繁体都可以。例如：
{examples}

想随便翻翻：/latest 最新一期，/regions 按地区，/columns 按栏目，/issues 按期次。
全部用法见 /help 。"""

HELP_HEAD = "直接发一句话就是提问。也可以用这些命令（不打斜杠、只打中文词也行）："
HELP_IN_GROUP = "群里请用 /ask 加问题，或回复我的消息。还可以用："
HELP_MANAGERS = "管理员可以用 /subscribe 让我把新的一期发到这里，用 /settings 定时间。"
HELP_TAIL = """小窍门：
· 只记得半句、打错字、打拼音、打繁体，都能查。
· 可以带上地区、栏目、作者或日期{examples}。
· 报纸可以按天、按版看：上周五的报纸、头版、昨天第3版有什么。
· 看过一篇以后，可以接着说：全文、第三项呢、谁写的、相关、还有吗。"""
HELP_LIKE = "：“{one}”"
EXAMPLE_MONTH = "{year}年{month}月的{column}"
EXAMPLE_WORDS = "乡村振兴 -旅游"
HELP_GROUPS = "· 群里请用 /ask 加问题，或回复机器人的消息；只 @ 机器人收不到。"
HELP_TERMINAL = "· 在终端里订阅只能试一试，通知只发到 Telegram。"

ABOUT = """报问把{papers}逐篇收进资料库，只用报纸的原话回答，
并注明报名、日期、版面和栏目；库里没有的，就说没有。

现有 {issues} 期、{pages} 个版面、{articles} 篇文章。程序是开源的（MIT 许可）。"""

PAPERS = "报纸"
PAPER_NAMED = "《{paper}》"
AND_MORE = "等报纸"

PRIVACY = """报问记什么、记多久：
· 提问的文字、是否找到、时间，用来改进检索；不记是谁问的，{questions} 天后删除。
· 对回答的评价（有用、没帮助和原因），与那次提问存在一起，也不记是谁评的。
· 你在每个聊天里最近看到的文章和按钮，用于“第三项呢”这类追问，{talks} 天后删除。
· 你的消息和机器人回答的编号，用来不答两遍、跟着你的修改改正，{talks} 天后删除。
· 你的订阅和设置，留到你退订或删除为止。
· 发给你的通知：哪一期、什么时候、是否送到，{alerts} 天后删除。
· 每天有多少人来问，只记人数。
不记姓名、电话，不给别人。/forget 立即删除与你有关的记录，/export 把它们发给你。"""

FORGOTTEN = "已删除与你有关的记录。"
NOT_ALLOWED = "这个机器人只对指定的读者开放；请联系管理员。"
UNKNOWN_COMMAND = "没有这个命令。发 /help 看全部用法，或直接打字提问。"
ASK_WHAT = "请把问题写在后面，例如：{command} {question}"
BROKEN = "这一条没有处理好，已记下来，请稍后再试。"
SLOWER = "消息太快了，请慢一点；已收到的会按顺序回答。"
BUSY = "资料库正忙，请过一会儿再问。"
LINK_DEAD = "这个链接已失效。"
INLINE_NOTHING = "报上没有找到，到私聊里再问"
INLINE_NEAR = "没有直接的答案，到私聊里再问"
INLINE_EMPTY = "资料库里还没有文章"
INLINE_CLOSED = "只对指定的读者开放"
NOT_HERE = "这一篇（或这一期）已不在库里；请重新提问，或发 /latest 看最新一期。"
GONE = "这个按钮已失效，请重新打开列表。"
TOO_LONG = "问题太长了，请用 {limit} 个字以内的一两句话来问。"
CANNOT_USE = "我只看得懂文字。请把想问的打成一句话；记得半句也行。"
NO_PHOTOS = "照片里的字我读不了。把版面上的题目或一句话打给我，我就能把那一篇找出来。"
EMPTY = "资料库里还没有文章，过几天再来看看；先发 /subscribe 订阅，新的一期到了就告诉你。"
WELCOME = "不客气。还想知道什么，直接打字问就行。"
HELLO = "你好！想知道报上登过什么，直接打字问就行；不知道问什么，就发 /latest 看看最新一期。"
HERE = "在的，请直接打字提问。"
GOODBYE = "再见，有想查的随时来问。"
COMPLAINT = "回答得不好，请点回答下面的“没帮助”，会有人看。报上的事要反映，请找报社。"
AGREED = "好的。还想查什么，直接打字就行。"
NO_WORDS = "请把想问的打成一句话，记得半句也行。"

NOTHING_BEFORE = "还没有说到哪一篇；请先提一个问题。"
NO_MORE = "没有别的了。"
NO_ITEMS = "《{title}》没有分项。"
ITEMS = "《{title}》共 {count} 项。"
ONLY_ITEMS = "《{title}》只有 {count} 项。"
ONLY_PARAGRAPHS = "《{title}》只有 {count} 段。"
NO_PHOTO = "《{title}》没有配图的文字；照片本身不在库里。"
PHOTOS = "照片本身不在库里，报上的说明是："
NO_QUESTION = "请先提一个问题，再评价回答。"
WHICH_ARTICLE = "是说哪一篇？"
NO_BYLINE = "报上没有署名。"
NO_SOURCE = "报上没有注明转自哪里。"
SHARE_HOW = "点下面的按钮，选一个聊天发过去。"
NOT_FOUND = "报上没有找到“{question}”的答案。"
PLACE_ONLY = "报上有{place}的文章，但没有找到“{question}”的答案。"
UNDECIDED = "报上可能有，但拿不准是哪一篇："
NEAR = "相近的文章："
MEANT = "你要找的是不是："
ALSO = "也可能是下面几篇："
SUMMARY = "摘要："
CUT = "……"
NO_DATE = "日期不详"
NO_PAPER = "报名不详"
PAGE = "第{page}版"
ISSUE_AT = "{paper} {date}"
DERIVED = "（题目为程序所拟）"
CUT_BEFORE = "〔前面的原文缺失〕……"
CUT_AFTER = "……〔后面的原文缺失〕"
AUTHOR_LINE = "作者：{authors}"
PHOTO_LINE = "摄影：{names}"
SOURCE_LINE = "来源：{source}"
REGION_LINE = "地区：{regions}"
CITATION = "《{title}》，{place}"

BUTTON_READ = "全文"
BUTTON_MORE = "更多"
BUTTON_RELATED = "相关"
BUTTON_SHARE = "分享"
BUTTON_COPY = "复制引文"
BUTTON_GOOD = "有用"
BUTTON_BAD = "没帮助"
BUTTON_BACK = "‹ 返回"
BACKWARD = "‹ 上一页"
FORWARD = "下一页 ›"
BUTTON_ALL_HERE = "这里的全部文章"
BUTTON_PLACE = "看{place}的文章"
BUTTON_ANOTHER = "换一篇"
BUTTON_LIST = "返回列表"
BUTTON_ITEM_BACK = "‹ 上一项"
BUTTON_ITEM_NEXT = "下一项 ›"
REASONS = (("w", "答非所问"), ("o", "不是我要的那篇"), ("t", "文字有错漏"), ("x", "其他"))
WHY_BAD = "谢谢。是哪里不好？"
THANKS = "谢谢，已记下。"

NARROWING = (
    ("page", "版面"),
    ("region", "地区"),
    ("column", "栏目"),
    ("author", "作者"),
    ("year", "年份"),
)
NARROW = "＋{name}"
YEAR = "{year}年"
MONTH_ISSUES = "{month} {count}期"
NO_ISSUE = "库里没有 {days} 的报纸。"
NO_PAGE = "库里没有 {days} 的第{page}版。"
NO_SUCH_PAGE = "库里没有第{page}版。"
BUTTON_ISSUE = "看这一期"
DAYS = "{since} 至 {until}"
ISSUE_ARTICLES = "{issue} {count}篇"
LATEST = "最新一期"
REGIONS = "按地区看"
NO_REGION = "没有找到叫“{name}”的地区；发 /regions 从头看。"
NOT_NEAR = "你在{name}附近，库里还没有这一带的文章。"
NOWHERE = "这个位置附近没有可看的地区。"
COLUMNS = "按栏目看"
AUTHORS = "按作者看"
ISSUES = "按期次看"
PAGES = "按版面看"
WEEKLY = "每周一学"
RELATED = "与《{title}》相关的文章"
NO_RELATED = "没有找到相关的文章。"
RESULTS = "“{question}”的其他结果"
COUNT = "共 {total} 篇"
NOTHING_HERE = "这里还没有文章；发 /latest 看最新一期。"
UNKNOWN_MONTH = "日期不详"
MONTH = "{year}年{month}月"
WHICH = "“{name}”是指哪一个？"
NO_COLUMN = "没有“{name}”这个栏目；发 /columns 看全部栏目。"
NO_AUTHOR = "没有找到作者“{name}”；发 /authors 看全部作者。"
NO_WEEKLY = "库里还没有学习类的文章；发 /columns 看有哪些栏目。"

WARM_UP = "党员有哪些权利"

COMMANDS = {
    "start": ("开始", "开始使用"),
    "help": ("帮助", "怎么用"),
    "search": ("检索", "检索，后面写要找的词"),
    "ask": ("提问", "提问，后面写问题"),
    "latest": ("最新", "最新一期的文章"),
    "issues": ("期次", "按期次看"),
    "regions": ("地区", "按地区看，可在后面写地名"),
    "columns": ("栏目", "按栏目看"),
    "authors": ("作者", "按作者看"),
    "weekly": ("每周一学", "学习栏目，最新的在前"),
    "random": ("随便看看", "随便看一篇"),
    "about": ("关于", "这是什么"),
    "subscribe": ("订阅", "新的一期到了就发给我，可在后面写要什么"),
    "unsubscribe": ("退订", "不再发，可在后面写哪一项"),
    "subscriptions": ("我的订阅", "看、暂停、退订"),
    "settings": ("设置", "什么时候发、免打扰、时区"),
    "privacy": ("隐私", "记什么、记多久"),
    "export": ("导出", "把与我有关的记录发给我"),
    "forget": ("忘记我", "删除与我有关的记录"),
}
GROUP_MENU = ("ask", "latest", "regions", "columns", "issues", "weekly", "help")
"""What the menu offers in groups: the reading, not the housekeeping."""
ADMIN_COMMANDS = {
    "ingest": ("读入", "怎样读入新的版面"),
    "review": ("校对", "最该人看一眼的地方"),
    "stats": ("统计", "读者、提问、订阅、发送"),
    "announce": ("通知", "给所有订阅的聊天发一句话，内容写在后面"),
}
ALIASES = {
    "怎么用": "help",
    "使用说明": "help",
    "你是谁": "about",
    "搜索": "search",
    "查找": "search",
    "最新一期": "latest",
    "最新消息": "latest",
    "有什么新闻": "latest",
    "最近有什么新闻": "latest",
    "往期": "issues",
    "随机": "random",
    "取消订阅": "unsubscribe",
    "订阅列表": "subscriptions",
    "导入": "import",
}

WISH_ALL = "全部"
WISH_COLUMN = "栏目“{name}”"
WISH_AUTHOR = "作者{name}"
WISH_WORD = "“{word}”"
WISH_WITHOUT = "不要“{word}”"
SUBSCRIBE = """有了新的一期，就把你想看的发过来。请选一样，或直接写，例如：
{examples}
隔开写的要都符合（写几个地方、几个栏目或几位作者，有一个就行）；
用、隔开的，有一样就行；前面加 - 的不要。"""
SUBSCRIBE_REGION = "订阅哪个地区？"
SUBSCRIBE_COLUMN = "订阅哪个栏目？"
SUBSCRIBE_AUTHOR = "订阅哪位作者？"
SUBSCRIBE_PAPER = "订阅哪份报纸？"
SUBSCRIBE_LIKE = "订阅哪一样？"
SUBSCRIBE_WORDS_HEAD = "请把关键词发过来"
SUBSCRIBE_WORDS_GROUP = "群里请回复这条消息。"
SUBSCRIBE_WORDS_CHANNEL = "请发一条：/subscribe 加关键词，例如 /subscribe 乡村振兴 -旅游"
SUBSCRIBE_WORDS = """例如：乡村振兴 -旅游（要有“乡村振兴”，不要“旅游”）。"""
SUBSCRIBE_WHICH = "“{word}”是指哪一个？"
SUBSCRIBE_NEAR = "报上没有出现过“{word}”。要订的是不是："
SUBSCRIBE_NO_PLACE = "报上没有出现过“{word}”，也不认得这样一个地方。要订的是："
KEYWORD = "{words}是关键词：文章里有这几个字才发，近一年有 {count} 篇。"
KEYWORD_OFTEN = "{words}是关键词：文章里有这几个字才发，近一年有 {count} 篇以上。"
KEYWORD_NEVER = "{words}是关键词：文章里有这几个字才发，近一年还没有过。"
SUBSCRIBED = "已订阅：{wishes}。"
SUBSCRIBED_ALREADY = "早已订阅：{wishes}。"
SUBSCRIBED_RESUMED = "已恢复：{wishes}。"
SUBSCRIPTION_LIMIT = "这个聊天最多订阅 {limit} 项；请先发 /subscriptions 退订几项。"
SUBSCRIPTIONS_LEFT = "还有 {count} 项没有订：这个聊天最多订阅 {limit} 项。"
SUBSCRIPTIONS = "我的订阅（{count}）"
NO_SUBSCRIPTIONS = "还没有订阅。发 /subscribe 选一样。"
NOT_SUBSCRIBED = "没有订阅“{text}”；发 /subscriptions 看全部订阅。"
PAUSED = "（已暂停）"
UNSUBSCRIBE = "点一下就退订："
UNSUBSCRIBED = "已退订：{wishes}。"
UNSUBSCRIBE_ALL = "退订全部 {count} 项，确定吗？"
RESTORED = "已恢复：{wishes}。"
CANCELLED = "好，不变。"
MANAGERS_ONLY = "只有本群（频道）的管理员能改订阅和设置。"
CHANNEL_HELLO = """大家好，我是报问：用报纸的原话回答问题。
管理员可以让我把新的一期发到这里："""
GROUP_HELLO = """大家好，我是报问：用报纸的原话回答问题。
群里请用 /ask 加问题，或回复我的消息。
管理员可以让我把新的一期发到这里："""

BUTTON_SUBSCRIBE = "订阅新一期"
BUTTON_EVERYTHING = "全部"
BUTTON_REGION = "按地区"
BUTTON_COLUMN = "按栏目"
BUTTON_AUTHOR = "按作者"
BUTTON_PAPER = "按报纸"
BUTTON_WORDS = "关键词"
BUTTON_WHOLE = "订阅{name}全境"
BUTTON_MINE = "我的订阅"
BUTTON_SETTINGS = "设置"
BUTTON_UNDO = "撤销"
BUTTON_TO_GROUP = "发到群里"
BUTTON_PAUSE = "暂停"
BUTTON_RESUME = "恢复"
BUTTON_REMOVE = "退订"
BUTTON_PAUSE_ALL = "全部暂停"
BUTTON_RESUME_ALL = "全部恢复"
BUTTON_REMOVE_ALL = "全部退订"
BUTTON_CONFIRM_ALL = "确定全部退订"
BUTTON_KEEP = "不退了"
BUTTON_CANCEL = "取消"
CANCELLING = frozenset({BUTTON_CANCEL, "算了", "不用了", "不订了", "退出"})
BUTTON_SUBSCRIBE_MORE = "再订一项"
BUTTON_LIKE = "订阅同类"
BUTTON_AS_WORD = "关键词“{word}”"

ALERT_NEW = "{issue} 新到 {count} 篇"
ALERT_MORE = "{issue} 又到 {count} 篇"
ALERT_REST = "还有 {count} 篇，可看全期。"
ALERT_CUT = "……（请点按钮看全文）"
BUTTON_WHOLE_ISSUE = "看全期"
KINDS = {
    "news": "消息",
    "feature": "报道",
    "commentary": "评论",
    "brief": "简讯",
    "photo": "图片",
    "study": "学习",
}
