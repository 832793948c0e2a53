"""Whether an article tells who did a thing: 谁捐的, 谁提议, 哪家公司施工, 哪四家银行. Pure.

Who asks so names what was done, and an article that tells who did it prints that verb or a near
one. Which one of a kind is told by a name that ends in a word for the kind; four of them are told
in a row.
"""

from __future__ import annotations

import re

from store.background import BOND
from store.figures import MEASURE
from store.forms import HAN
from store.held_page import Page, itemised, spoken_of
from store.near import table

HOW = (
    "(?:第一个|最先|最早|首先|带头|负责(?!$)|专门|一直|经常|亲自|主动|能够?|可以|应该|应当|愿意|敢|会|要|先|来|去|在|正在|曾"
    "|给[^给]{1,4}(?=[送做买办讲上打修看]))*+"
)
WHO = re.compile(
    rf"(?<![问个管论])谁(?:把|将|给|替|帮|为)[{HAN[1:-1]}]{{1,6}}?(?P<far>[救送修建造盖捐买请接带找]){HAN}{{0,3}}$"
    rf"|(?<![问个管论])谁{HOW}(?P<verb>(?![是都也说知料想让叫和的把将家们能有]|帮[忙我]|告诉|记得){HAN}{{1,4}})"
)
"""Who, and the verb behind it."""
TOLD = tuple(
    line.split()
    for line in (
        "捐 赠 送 献 资助 赞助 认捐",
        "修建 建造 修 建 造 盖 筑 搭 施工 承建 架设 铺 打造 砌",
        "发明 研制 研发 创造 首创 发现 琢磨 设计 革新 改良",
        "教 授课 传授 讲 指导 培训 手把手 辅导 带",
        "救 捞 拉上 抢险 背",
        "提议 提出 建议 倡议 发起 提 号召",
        "主持 主讲 召集",
        "负责 分管 主管 牵头 责任 承担 专人 由 管",
        "管 负责 看护 打理 照料 守",
        "打扫 扫 保洁 清理 清洁 清运",
        "种 栽 植 播",
        "守 看护 值守 驻守 看管 值班 护",
        "送 递 端 捎 配送",
        "投资 出资 投 资金 注资 筹",
        "出钱 出资 投 资金 捐 补助 筹 拨款 经费",
        "获得 获 得 夺 摘 荣获 捧 被评",
        "得了 获 得 夺 摘 荣获",
        "拿 获 得 夺 摘 领",
        "赢 胜 获 得 夺 冠",
        "当选 当 选 上任 担任 接任 任",
        "报名 报 参加",
        "买 购 采购 收购 下单",
        "卖 售 销 出售",
        "派 选派 下派 派驻 委派 派遣 派出",
        "请 邀 聘 找来",
        "开 驾 启动 创办 办",
        "办 开 创办 举办 主办 承办",
        "批准 批 审批 同意 核准 通过",
        "检查 查 督查 巡 检 验收",
        "唱 演 歌",
        "赔 赔偿 赔付",
        "照顾 照料 照看 看护 看管 伺候 护理 陪",
        "养 喂 饲 牧",
        "做 制 办 干 完成 承担",
    )
)
"""Verbs; those of a line may stand for each other."""
WRITTEN = re.compile("[写拍摄画编著译题]|报道|采访|作|供稿|整理|撰稿")
"""What bylines tell."""
SUBJECT = re.compile("[的是由被让]+$")
"""What stands between what something was done to and who did it."""
KINDS = {
    "公司": "公司|集团|企业|厂|股份|实业|合作社|工程队|[路建]桥队|施工队|城投|建筑队",
    "企业": "公司|集团|企业|厂|股份|实业|合作社|米业|机械|食品|科技",
    "银行": "银行|信用社|农信|农商行|[农工建中商]行|邮储",
    "医院": "医院|卫生院|诊所|卫生室|[人中县市]医",
    "大学": "大学|学院|[农工师医理]大",
    "学院": "大学|学院",
    "媒体": "[日晚晨时周早]报|电视台|广播|网站|新华|《|抖音|视频号|媒体",
    "电视台": "台",
    "出版社": "出版",
    "厂": "厂",
    "店": "店|超市|商行|餐馆",
}
"""Kinds of houses, and how the names of such end."""
WHICH = re.compile(
    f"哪[一二两三四五六七八九十几]?[家所个]{HAN}{{0,3}}?(?P<kind>{'|'.join(KINDS)})"
)
DATED = "个?月|[天日年]|星期|周"
"""What is told by dates, which need not stand in a row."""
SOME = "[二两三四五六七八九十几\\d]"
ROWED = re.compile(rf"哪(?P<count>{SOME})(?!{DATED})(?:{MEASURE})(?P<noun>{HAN}{{0,3}})")
ROW = re.compile(
    "[^、,。;!?\n]、[^、,。;!?\n]|一是|首先|其一|第一[,是]|[①1][.、]?[^\n]*[②2]|[“「][^”」]+[”」][“「]"
)
PAIR = re.compile("[和与及跟]")


def done(asked: re.Match[str], page: Page) -> bool:
    """Whether what somebody did is printed; True when that is no known verb."""
    verb = asked["far"] or asked["verb"]
    if verb.endswith("的"):
        verb = verb.rstrip("的")
    if WRITTEN.match(verb):
        return True
    page = spoken_of(SUBJECT.sub("", asked.string[: asked.start()]), page)
    if words := like(verb):
        return any(word in page.text for word in words)
    word = verb[:2]
    if len(word) < 2:
        return not word or word in page.text
    if page.known.bond(word) <= BOND:
        return word[0] in page.text or word[1] in page.text
    # Verbs of one meaning share a character: 打扫 and 清扫.
    return any(char in page.text for other in (word, *table().get(word, ())) for char in other)


def like(verb: str) -> set[str]:
    """What may be printed for the longest verb with which this begins; empty for none."""
    begun = {word for line in TOLD for word in line if verb.startswith(word)}
    longest = max(begun, key=len, default="")
    lines = [line for line in TOLD if longest in line]
    own = [line for line in lines if line[0] == longest] or lines
    return {word for line in own for word in line}


def which(asked: re.Match[str], page: Page) -> bool:
    """Whether one of a kind is named: not 四家银行, not 企业 alone."""
    verb = asked.string[asked.end() :]
    if (words := like(verb)) and not any(word in page.text for word in words):
        return False
    ends = KINDS[asked["kind"]]
    house = f"(?:{HAN}|[》”])(?:{ends})|、{HAN}{{1,10}}\n(?:{ends})"
    page = spoken_of(SUBJECT.sub("", asked.string[: asked.start()]), page)
    return re.search(house, unnumbered(page.text)) is not None


def unnumbered(text: str) -> str:
    """A text without what counts things or points at them instead of naming them: 四家银行."""
    return re.sub(rf"(?:[一{SOME[1:-1]}多各每][家所个类]|[这那某该各])(?={HAN})", "\n", text)


def rowed(asked: re.Match[str], page: Page) -> bool:
    """Whether things are named in a row, or told as a list."""
    if ROW.search(page.text) or itemised(page):
        return True
    return asked["count"] in "二两2几" and PAIR.search(page.text) is not None
