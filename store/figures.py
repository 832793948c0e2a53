"""Whether a text has a figure with the measure word a question asks for, beside what it counts.
Pure.

A text is full of figures; the one asked for is told by its measure word (多少亩, 几头) and by the
noun that stands next to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from store.fold import squeeze
from store.sound import listen

NEAR = 12
"""Characters between a figure with its measure word and the noun it counts."""
FIGURE = (
    r"(?<![第初周])(?:\d[\d.,]*|[零〇一二三四五六七八九十百千两半数]+)[余多来几]?(?:[万亿千百十]+[余多]?)?"
)
"""A number in figures or characters, as printed; an ordinal is none."""
GROUPS = tuple(
    line.split()
    for line in (
        "人次 人 名 位",
        "名 位 个 口",
        "口 眼",
        "户 家",
        "万元 亿元 元 块 角 美元 欧元 港元 英镑 日元",
        "头 只 匹 峰 条 尾 羽",
        "台 辆 部 套 架 艘 列",
        "本 册 部 卷 篇",
        "座 栋 幢 处 所 家 间 个 片 孔 扇",
        "场次 场 次 期 届 回 轮 遍 节 堂 讲 趟",
        "条 项 点 款 个 大 方面 件",
        "种 类 样 个 大 品种",
        "篇 条 份 张 幅 件 封 则",
        "亩 公顷 平方",
        "公里 千米 里 米 厘米 毫米 丈 尺 英尺",
        "吨 公斤 千克 斤 克 两 毫升 升",
        "小时 分钟 天 日 年 个月 月 周 星期 秒 季度",
        "岁 周岁",
        "株 棵",
        "层 楼",
        "支 个 队 组",
        "倍 成 %",
        "度 摄氏度 ° ℃",
        "度 千瓦时",
        "批 级 桶 瓶 袋 箱 盒 碗 杯 粒 颗 滴 朵 根 枚 面 道 笔 顿 声 步 眼 盏 桌 番 顶",
    )
)
"""Measure words that may stand for each other; those of the last line stand for themselves."""
ALL = sorted({word for group in GROUPS for word in group}, key=lambda word: (-len(word), word))
MEASURE = "|".join(ALL) + "|发(?=炮|子?弹|[^\u4e00-\u9fff]|$)"
"""Any measure word, the longer ones first; 发 is one of shots, and most often a verb."""
NOUNS = (
    "人口|人员|人才|人均|项目|部门|条件|家庭|户口|位置|名额|年轻|种子|场地|场馆|座位|天然|本金|大学|大棚|大中|公司|公园|小学"
    "|小麦|小区|日常|时间|周边|星级|美食|英语|港口|度假|级别|处分|所有|部分|条例|点位|方面|分数|队员|队伍|组织|成员"
    "|盘子|路[灯口过程]|番茄"
)
"""Words that begin like a measure word and are none."""
STOP = re.compile("[。;!?\n]")


def counted(measure: str, words: Sequence[str], text: str) -> bool:
    """Whether a folded text has a figure with this measure word, or one that may stand for it,
    and near it one of these words; without words the figure is enough. Without a measure word
    any figure in the same sentence will do."""
    sounds = [listen(word) for word in words]
    if not measure:
        return any(
            holds(sentence, words, sounds) and figure("个").search(sentence)
            for sentence in STOP.split(text)
        )
    if not words:
        return figure(measure).search(text) is not None
    return any(holds(side, words, sounds) for side in beside(measure, text))


@lru_cache(maxsize=128)
def figure(measure: str) -> re.Pattern[str]:
    """A figure with a measure word that may stand for this one; with any for 个."""
    like = {word for group in GROUPS[:-1] if measure in group for word in group} | {measure}
    return re.compile(f"{FIGURE}(?:{MEASURE if measure == '个' else '|'.join(sorted(like))})")


def beside(measure: str, text: str) -> Iterator[str]:
    """What stands behind and before each such figure, within its sentence."""
    for hit in figure(measure).finditer(text):
        yield STOP.split(text[hit.start() : hit.end() + NEAR])[0]
        yield STOP.split(text[max(0, hit.start() - NEAR) : hit.start()])[-1]


def holds(text: str, words: Sequence[str], sounds: Sequence[str]) -> bool:
    """Whether one of the words is in the text, or sounds as if."""
    if any(word in text for word in words):
        return True
    said = listen(squeeze(text))
    return any(sound in said for sound in sounds if len(sound) > 1)
