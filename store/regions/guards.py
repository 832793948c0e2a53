"""Whether the characters around a name let it be the name of a division at all. Pure, no lists of
places: only what stands directly before and behind."""

from __future__ import annotations

import re
from typing import NamedTuple

from store.regions.curated import COMMON_NOUNS
from store.regions.names import Style
from store.regions.scanning import Hit

# Points of the compass as seen from a river or a range: 黄河南岸, 太行山东麓, 长江西侧.
COMPASS = re.compile("[河湖]北|[河湖云]南|[山广]东|[山江广海]西|江东|海[南北东]")
RANGES = frozenset("黄淮洛渭沿运长珠漓汉赣湘闽钱松辽鸭横行连昆天燕")
PLACE_BEFORE = ("在", "到", "赴", "往", "援", "抵", "：", ":")
SEAS, PARTS = frozenset("东南黄渤北黑"), frozenset("部岸侧面域方南北")
SIDES = frozenset("岸麓侧缘端翼坡")

# Behind a bare name, what makes it the name of a road, a water, a school, a paper or a bank.
PART_OF_NAME = re.compile(
    "路(?!上|边|过|人|网|政|段)|大街|街(?!道|头|区)|大道|巷|[东西南北中]路|村(?!民|干|党|支|委|里|级|两|庄|集|医|企)|镇|"
    "乡(?!村|亲|土|镇|间|音|下|贤|愁|党|干|里|人)|湖(?!南|北|州|广)|河(?!南|北|源|池|间)|岛(?!内|上)|寺|大桥|"
    "流域|干流|水系|[上中下]游|时间|卫视|电视台|(?:都市|法制|法治)?[日晚早时商快]报|青年报|都市报|银行(?!业)|证券|"
    "(?:交通|师范|工业|理工|科技|农业|医科|财经|民族|外国语|政法|中医药|工商|体育|电子科技|经贸)?大学"
)
# The same behind a county's or a district's bare name, which is trusted less.
SMALL_PART = re.compile(
    "[路街巷村镇乡湖河江山岭岛寺庙桥塔港湾站门关口沟滩屯堡寨坝楼宫园广里社泉潭洞池峰谷县市州旗盟区]"
)
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕"
    "丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严"
)
PERSON = re.compile(
    "(?:记者|通讯员|专家|主任|书记|教授|编辑|校对|审核|责编|代表|委员|院士|经理|医生|老师|村民|居民|民警|"
    f"志愿者|[局院会校部科处队所市省县镇乡村组]长)[\\s:：/|、]?[{SURNAMES}]$"
)
BEFORE_A_PLACE = "在到赴往抵从由自是向为对让给与及和同跟的了日于进处离属过经问查找说去"
"""Characters that a county's name may follow at once: words of place and of joining."""

WORD_ON = re.compile(
    "(?:.域|.级|.里|.情|.境|.际|.制|.长(?![期年大])|.城(?![关区郊投管镇])|"
    ".[强兴富裕惠安美旺活][省市镇乡村民国企]|[新代老]委|[新代老]政府)"
)
"""The first character of such a name, and behind the name what makes a word of its 县: 县域, 县级,
新县长, 富县强村."""
MARKET = re.compile("场(?!馆|镇)|值|面|盈")
ROAD = re.compile("[东西南北中]?[路街巷]")


class Standing(NamedTuple):
    """Whether a name stands where a place would, and whether it may be a common noun; see `firm`
    and `vague`."""

    firm: bool
    vague: bool


def allowed(text: str, hit: Hit, followed: bool) -> bool:
    """Whether the surroundings let the hit be a division.

    `followed` says that another name begins directly behind, which proves the end of this one.
    """
    name = text[hit.start : hit.end]
    if COMPASS.fullmatch(name) and compass(text, hit):
        return False
    bare = all(sense.style is Style.BARE for sense in hit.senses)
    if not bare:
        return not (name[-1] == "市" and is_former(hit) and MARKET.match(text, hit.end))
    if PERSON.search(text, max(hit.start - 6, 0), hit.start) or coined(text, hit):
        return False
    if followed:
        return not ROAD.match(text, hit.end)
    return not PART_OF_NAME.match(text, hit.end)


def coined(text: str, hit: Hit) -> bool:
    """Whether a name is the end of a word of three characters in quotation marks: “护鹤岗”."""
    if hit.start < 2 or hit.end - hit.start != 2 or text[hit.start - 1] in PLACE_BEFORE:
        return False
    return text[hit.start - 2] == "“" and text[hit.end : hit.end + 1] == "”"


def allowed_small(text: str, hit: Hit, followed: bool) -> bool:
    """The stricter test for the bare name of a county or district."""
    return followed or not SMALL_PART.match(text, hit.end)


def compass(text: str, hit: Hit) -> bool:
    """Whether a name such as 河南 says where something lies: 黄河南岸, 南海北部."""
    name = text[hit.start : hit.end]
    before, behind = text[max(hit.start - 1, 0) : hit.start], text[hit.end : hit.end + 1]
    if name[0] == "海" and before and before in SEAS:
        return bool(behind and behind in PARTS)
    return bool(before and before in RANGES) or bool(behind and behind in SIDES)


def firm(text: str, hit: Hit) -> bool:
    """Whether a name stands where a place would: in a list with 、, behind 在, 到 or a colon."""
    before, behind = text[max(hit.start - 1, 0) : hit.start], text[hit.end : hit.end + 1]
    return before in PLACE_BEFORE or "、" in (before, behind)


def is_former(hit: Hit) -> bool:
    """Whether every division meant has another name today."""
    return all(sense.style is Style.FORMER for sense in hit.senses)


def vague(text: str, hit: Hit) -> bool:
    """Whether a county's full name may be a common noun (城区, 新城区), or, of two characters,
    a piece of a longer word (致富县域, 青云县)."""
    name = text[hit.start : hit.end]
    if len(name) > 2 or name in COMMON_NOUNS:
        return name in COMMON_NOUNS
    before, behind = text[max(hit.start - 1, 0) : hit.start], text[hit.end : hit.end + 3]
    fresh = not before or before in BEFORE_A_PLACE or not "\u4e00" <= before <= "\u9fff"
    return not fresh or bool(WORD_ON.match(name[:1] + behind))


def standing(text: str, hit: Hit) -> Standing:
    """How a name stands in its text."""
    return Standing(firm(text, hit), vague(text, hit))
