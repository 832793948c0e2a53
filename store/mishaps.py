"""What went wrong or came to an end: asked about, and reported nowhere. Pure.

An article about a thing prints its name again and again; that the thing was given up, or somebody
punished, it prints once, in one of few words. A question that has such a word asks for that report.
"""

from __future__ import annotations

import re
from functools import lru_cache

from store.fold import squeeze
from store.sound import listen

KINDS = tuple(
    re.compile(words)
    for words in (
        "停办|停工|停产|停业|停课|停运|停播|停刊|停止|暂停|中止|终止|关闭|关停|关门|倒闭|破产|解散|撤销|取消|不再|停了",
        "贪污|受贿|行贿|腐败|挪用|侵占|落马|被查|立案|双开|违纪|违法|违规|审查",
        "处罚|罚款|罚了|被罚|通报|批评|警告|警示|约谈|问责|追责|惩戒|处分|整改",
        "作弊|造假|舞弊|弄虚作假|虚报|瞒报|假冒",
        "中毒|呕吐|腹泻|不适",
        "火灾|着火|失火|起火|大火|火情|烧毁|爆炸",
        "车祸|事故|相撞|追尾|翻车",
        "坍塌|倒塌|塌方|滑坡|垮塌|决口|溃坝|决堤",
        "洪水|淹|内涝|洪灾|水灾|受灾|灾情",
        "溺水|死亡|死了|死于|死后|死因|去世|遇难|身亡|逝世|病逝|牺牲|丧生|自杀|轻生|跳楼|坠亡|坠楼",
        "受伤|伤者|伤员|伤势|[打砸撞烧烫刺划扭]伤|负伤|[轻重]伤|伤亡",
        "失踪|走失|失联|走丢",
        "拘留|逮捕|被捕|被抓|抓获|落网|判刑|判处|判决|起诉|[被怎]么?判(?![断定])|判了|被判",
        "诈骗|被骗|骗局|骗子|受骗|骗取",
        "辞职|离职|免职|撤职|罢免|卸任|开除|下台",
        "打架|斗殴|殴打|群殴|冲突|打人|挨打|挨揍|被打(?![造通破动扮开响磨包扫捞上])|被揍",
        "罢工|罢课|罢市|罢运|罢演|怠工",
        "翻船|沉船|沉没|翻沉|触礁|搁浅|倾覆",
        "被盗|盗窃|失窃|偷窃|遭窃|被偷|小偷|窃贼|偷盗|偷(?![偷懒闲空笑乐着])|盗[伐猎采挖]",
        "抗议|示威|请愿|闹事|静坐",
        "拖欠|欠薪|讨薪|欠款",
        "亏损|亏本|赔本|赔钱(?!给)|负债|欠债",
        "停电|断电|停水|断水|断网",
        "泄漏|泄露|外泄",
        "烂尾|豆腐渣",
        "离婚|出轨|家暴",
        "落水|落井|溺|掉[下进到入](?![来去]?价)|坠[落入下]|跌[落入进]|摔[伤倒下]",
        "晕倒|昏倒|昏迷|休克|晕[了过]|中暑",
        "被[^,。;]{1,3}咬|咬伤|咬了",
        "[塌垮][了掉过]|[有没]塌",
        "投诉|举报|上访|信访|控告",
    )
)
"""Words for kinds of mishaps; one of a kind in an article may tell what another of it asks."""


def unreported(clause: str, text: str) -> bool:
    """Whether a part of a question has a word for a mishap, and a text none of that kind, not in
    sound either (both folded)."""
    for kind in KINDS:
        if (asked := kind.search(clause)) and not kind.search(text):
            return len(asked[0]) < 2 or listen(asked[0]) not in listen(squeeze(text))
    return False


@lru_cache(maxsize=1)
def mishap() -> re.Pattern[str]:
    """Any word for a mishap."""
    return re.compile("|".join(kind.pattern for kind in KINDS))
