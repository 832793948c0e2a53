"""What a reader sees of the settings of a chat, in Chinese: see words.py for all else."""

from __future__ import annotations

SOON_NOW = "新的一期一到就发。"
SOON_DAILY = "每天{hour}点汇总发一次。"
SOON_WEEKLY = "每{day}{hour}点汇总发一次。"
SETTINGS = "设置"
SETTINGS_WHEN = "什么时候发：{when}"
SETTINGS_QUIET = "免打扰：{quiet}"
SETTINGS_ZONE = "时区：{zone}"
SETTINGS_SOUND = "提示音：{sound}"
SETTINGS_QUIET_FROM = "从几点起免打扰？"
SETTINGS_QUIET_TO = "到几点为止？"
SETTINGS_HOUR = "几点发？"
SETTINGS_DAY = "星期几发？"
SETTINGS_WHICH_ZONE = "用哪个时区？也可以写：/settings 时区 东京"
SETTINGS_WHOLE_HOURS = "只能定在整点，已按整点设好。"
SETTINGS_UNKNOWN = """看不懂“{text}”。可以这样写：
/settings 立即
/settings 每天 早上8点
/settings 每周五 晚上8点
/settings 免打扰 22点到7点
/settings 静音
/settings 时区 北京
只能定在整点。"""
WHEN_NOW = "一到就发"
WHEN_DAILY = "每天 {hour} 点"
WHEN_WEEKLY = "每{day} {hour} 点"
QUIET_NONE = "不设"
QUIET_HOURS = "{start} 点到 {end} 点"
SOUND_ON = "有"
SOUND_OFF = "无"
HOUR = "{hour}点"
DAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
ZONES_CALLED = (
    ("Asia/Shanghai", "北京时间", "上海", "中国", "东八区", "内地"),
    ("Asia/Urumqi", "新疆时间", "乌鲁木齐", "东六区"),
    ("Asia/Tokyo", "东京", "日本", "东九区"),
    ("Asia/Almaty", "阿拉木图", "哈萨克斯坦"),
    ("Europe/Moscow", "莫斯科", "俄罗斯"),
    ("Europe/London", "伦敦", "英国"),
    ("America/New_York", "纽约", "美东"),
    ("Australia/Sydney", "悉尼"),
)
"""Time zones: the IANA name, what the button says, what else people call them."""
ZONES = tuple((zone, label) for zone, label, *_ in ZONES_CALLED)
BUTTON_NOW = "一到就发"
BUTTON_DAILY = "每天一次"
BUTTON_WEEKLY = "每周一次"
BUTTON_HOUR = "几点发"
BUTTON_DAY = "星期几"
BUTTON_QUIET = "免打扰"
BUTTON_NO_QUIET = "不设免打扰"
BUTTON_ZONE = "时区"
BUTTON_SILENT = "静音"
BUTTON_SOUND = "要提示音"
