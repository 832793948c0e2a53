"""The form of what a question asks for, and how it is printed: a telephone number, a time, a sum.
Patterns over folded text."""

from __future__ import annotations

import re

from store.figures import FIGURE, MEASURE

HAN = "[\u4e00-\u9fff]"
DATE = (
    r"\d{1,4}[年月日号点时天]|[一二三四五六七八九十几两数][年月日号点时天]|小时|年底|年初|月底|当天|昨|今|明"
    "|近日|日前|结束|以后|之前|[春夏秋冬]|周|星期|期间"
)
FORMS = tuple(
    (re.compile(question), re.compile(text))
    for question, text in (
        ("电话|热线|手机号|联系方式",
         r"(?<!\d)(?:\d{7,12}|\d{3,4}[-—]\d{6,8})(?!\d)|(?:电话|热线|打|致电)[^。;\n]{0,9}\d{3}"
         rf"|(?<![\d.])(?:12|9[56])\d{{3}}(?!\d|{MEASURE})"),
        (r"(?<!第)几点(?!建议|意见|要求|内容)",
         r"\d[时点]|\d:\d|[一二三四五六七八九十两][点时](?!是|间|代|候|期)"),
        ("(?:多久|多长时间|几[天周月年])[^一]{0,3}一[次回趟期]",
         "每[天日周月季年隔晚]|[天日周月季年]一?[次回趟期]|逢[一二三四五六七八九十]"),
        ("(?<![期间限龄假命])(?<![期间限龄假命][有是为约])多[长宽高深远]$",
         rf"{FIGURE}(?:公里|千米|米|里|厘米)"),
        ("多长时间|多久(?![^一]{0,3}一[次回趟期])|[期间限龄假命][有是为约]?多长$",
         rf"(?<![\d年月])(?!\d{{4}}年)(?:{FIGURE}|几)(?:个半?月|个?半?(?:小时|分钟|秒|天|周|星期|季度)|日|年)(?![\d岁])"),
        ("何时|什么时(?:候|间)|哪一?[年月天日]|几[月号]", DATE),
        ("(?:周|星期|礼拜)几", "(?:周|星期|礼拜)[一二三四五六日天末]"),
        (r"哪(?:一)?[个座栋间层]?(?:幢|楼|层|间|教室|会议室|礼堂|广场)",
         "[楼层幢室厅馆]|礼堂|广场"),
        ("什么颜色|哪种颜色", "[红黄蓝绿白黑紫粉橙灰金银青]色?"),
        ("什么(?:牌子|品牌|型号)", "牌|型"),
        ("是哪(?:里|儿)的?人|老家在哪|籍贯",
         "籍贯|祖籍|老家|出生|生于|来自|[省市县州旗村镇乡]人(?![民大社才口均士员力事数工群家])"),
    )
)
"""What is asked for, and a form that an article which tells it holds somewhere."""
PRICE = re.compile(rf"({HAN}{{0,6}})(?:多少|几)(?:块|元|万元|个)?钱(?:一({HAN}))?")
AGED = re.compile(
    rf"({HAN}{{2,}}?)?(?:今年|现在|当年)?(?:有|是)?(?:多大年[纪龄]|多少岁|几岁|年龄多大)"
)
AGE = re.compile(rf"{FIGURE}周?岁|年出生|生于|\(\d\d\)")
COST = re.compile("(?:价格?|费用?|工资|薪水?|奖金|补贴|补助|租金|奖励|礼金|彩礼)$")
"""How nouns for sums end: they are told by an amount of money."""
EACH = re.compile("[一每]个?[年月周天日季](?:度|星期)?")
"""A question of how often in a time."""
MONEY = re.compile(rf"(?:{FIGURE}(?:元|块|美元|欧元|港元)|免费|免票)")
LEVEL = "(?:嘎查村|行政村|自然村|村|社区|居委会|乡镇|镇|乡|苏木|街道|县区?|旗|区)"
"""Kinds of places that make up a greater one."""
PARTS = re.compile(
    rf"({HAN}{{2,8}}?)(?:现在|目前)?(?:一共|总共)?(?:共|下?辖)?有(?:一共|总共)?(?:多少|几)个?({LEVEL})$"
)
"""How many smaller places a place has."""
THING = re.compile(
    "(条例|章程|细则|范文|模板|誓词|流程|分数线|课程表|时刻表|路线图?|票价|门票|学费|月薪|租金|房价|油价)"
    "(?:是什么|有哪些|怎么[走样填])?$"
)
"""Documents, plans and prices, which are printed under these names."""
DOING = frozenset({
    "参加", "参与", "受益", "搬迁", "脱贫", "报名", "就业", "上岗", "结业",
    "毕业", "入党", "参展", "参赛", "返乡", "入住", "投产", "开工", "完工",
    "建成", "通车", "获奖", "登台", "培训", "领取", "使用", "种植", "增加",
    "增长", "提高", "提升", "降低", "减少", "下降", "节省", "上涨", "下跌",
    "缩短", "延长", "扩大", "达到", "超过", "完成", "投入", "收入", "支出",
    "支持", "帮助", "接种", "治疗", "出院", "入学", "上学", "参训", "受训",
    "受聘", "加入",
})  # fmt: skip
"""What people and amounts do, which a text may say in other words."""
DIMENSIONS = frozenset({
    "占比", "比例", "比重", "总数", "数量", "人数", "数目", "总量", "金额",
    "价格", "费用", "面积", "时间", "地址", "地点", "电话", "号码", "名字",
    "名称", "年龄", "单价", "时长", "长度", "高度", "重量", "一名", "冠军",
})  # fmt: skip
"""Nouns a text need not print: the form of a figure tells them, or other words do."""
