"""Every sentence a reader sees, in Chinese, plain and short. Nothing else in the bot speaks."""

from __future__ import annotations

DESCRIPTION = """问一问报纸：直接打字提问，用报纸的原话回答，注明报名、日期、版面和栏目。
错别字、拼音、繁体都能查；库里没有的，就说没有。"""
SHORT_DESCRIPTION = "问一问报纸：用报纸的原话回答，注明出处。"

START = """报问：问一问报纸。

直接打字提问就行，错别字、拼音、繁体都可以。例如：
党员有哪些权利
防汛清理了多少河道

想随便翻翻：/latest 最新一期，/regions 按地区，/columns 按栏目，/issues 按期次。
全部用法见 /help 。"""

HELP_HEAD = "直接发一句话就是提问。也可以用这些命令（不打斜杠、只打中文词也行）："
HELP_TAIL = """小窍门：
· 只记得半句、打错字、打拼音、打繁体，都能查。
· 可以带上地区、栏目、作者或日期：“奇台县 党员教育”“去年十月的每周一学”。
· 群里请用 /ask 加问题，或回复机器人的消息；只 @ 机器人收不到。"""

ABOUT = """报问把报纸党建版逐篇收进资料库，只用报纸的原话回答，
并注明报名、日期、版面和栏目；库里没有的，就说没有。

现有 {issues} 期、{pages} 个版面、{articles} 篇文章。程序是开源的（MIT 许可）。"""

PRIVACY = """报问记什么、记多久：
· 提问的文字、是否找到、时间，不记是谁问的，用来改进检索。
· 你在每个聊天里最近一次看的是哪一篇，用于“第三项呢”这类追问，{days} 天后删除。
· 机器人收到的消息编号，防止同一条答两遍，{days} 天后删除。
不记姓名、电话，不给别人。/forget 立即删除与你有关的记录，/export 把它们发给你。"""

FORGOTTEN = "已删除与你有关的记录。"
NOT_ALLOWED = "这个机器人只对指定的读者开放；请联系管理员。"
UNKNOWN_COMMAND = "没有这个命令。发 /help 看全部用法，或直接打字提问。"
ASK_WHAT = "请把问题写在后面，例如：{command} 党员有哪些权利"
BROKEN = "这一条没有处理好，已记下来，请稍后再试。"
SLOWER = "消息太快了，请慢一点；已收到的会按顺序回答。"
BUSY = "资料库正忙，请过一会儿再问。"
GONE = "这个按钮已失效，请重新打开列表。"
TOO_LONG = "问题太长了，请用 {limit} 个字以内的一两句话来问。"
CANNOT_USE = "我只看得懂文字。请把想问的打成一句话；记得半句也行。"
EMPTY = "资料库里还没有文章。"
TEXT_TO_SEARCH = "要检索什么？把词写在后面就行，例如：/search 乡村振兴"

NOT_FOUND = "报上没有找到“{question}”的答案。"
NEAR = "相近的文章："
MEANT = "您要找的是不是："
ALSO = "也可能是下面几篇："
SUMMARY = "摘要："
ALL_ITEMS = "全文："
GAP = "（原版面此处有缺损）"
NO_DATE = "日期不详"
NO_PAPER = "报名不详"
PAGE = "第{page}版"
ISSUE_AT = "{paper} {date}"
DERIVED = "（题目为程序所拟）"
AUTHOR_LINE = "作者：{authors}"
SOURCE_LINE = "来源：{source}"
REGION_LINE = "地区：{regions}"
CITATION = "《{title}》，{place}"
POSITION = "第 {page}/{pages} 页"

BUTTON_READ = "全文"
BUTTON_MORE = "更多"
BUTTON_RELATED = "相关"
BUTTON_SHARE = "分享"
BUTTON_COPY = "复制引文"
BUTTON_GOOD = "有用"
BUTTON_BAD = "没帮助"
BUTTON_BACK = "‹ 返回"
BUTTON_ALL_HERE = "这里的全部文章"
BUTTON_ANOTHER = "换一篇"
REASONS = (("w", "答非所问"), ("o", "不是我要的那篇"), ("t", "文字有错漏"), ("x", "其他"))
WHY_BAD = "谢谢。是哪里不好？"
THANKS = "谢谢，已记下。"

LATEST = "最新一期"
REGIONS = "按地区看"
REGIONS_IN = "{region}"
NO_REGION = "没有找到叫“{name}”的地区；发 /regions 从头看。"
REGION_EMPTY = "{region}还没有文章。"
NOT_NEAR = "您在{name}附近，库里还没有这一带的文章。"
NOWHERE = "这个位置附近没有可看的地区。"
COLUMNS = "按栏目看"
AUTHORS = "按作者看"
ISSUES = "按期次看"
WEEKLY = "每周一学"
RANDOM = "随便看一篇"
RELATED = "与《{title}》相关的文章"
NO_RELATED = "没有找到相关的文章。"
RESULTS = "“{question}”的其他结果"
COUNT = "共 {total} 篇"
NOTHING_HERE = "这里还没有文章。"
UNKNOWN_MONTH = "日期不详"
MONTH = "{year}年{month}月"
WHICH = "“{name}”是指哪一个？"
NO_COLUMN = "没有“{name}”这个栏目；发 /columns 看全部栏目。"
NO_AUTHOR = "没有找到作者“{name}”；发 /authors 看全部作者。"
NO_WEEKLY = "库里还没有学习类的文章。"

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
    "privacy": ("隐私", "记什么、记多久"),
    "forget": ("忘记我", "删除与我有关的记录"),
}
ALIASES = {
    "搜索": "search",
    "查找": "search",
    "最新一期": "latest",
    "往期": "issues",
    "随机": "random",
}

TERMINAL_HELP = "（打字提问；打按钮前的数字等于按按钮；空行或 Ctrl-D 结束）"
TERMINAL_TELEGRAM_ONLY = "这个按钮只在 Telegram 里有用。"
TERMINAL_NO_BUTTON = "没有这个按钮。"
DEMO_HEAD = "报问演示：已读入随程序附带的样报 {articles} 篇（报纸、县和人名都是虚构的）。"
TOOK = "（{ms:.0f} 毫秒，把握 {confidence:.0%}）"
