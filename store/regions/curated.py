"""What no rule gives: names people use, former names, and words that only look like names."""

from __future__ import annotations

from importlib import resources

NM, XJ = "内蒙古自治区", "新疆维吾尔自治区"

# Names in daily use, as the papers of these regions print them.
EVERYDAY: dict[str, str] = {
    "内蒙": NM,
    "呼市": f"{NM}/呼和浩特市",
    "锡盟": f"{NM}/锡林郭勒盟",
    "阿盟": f"{NM}/阿拉善盟",
    "和林": f"{NM}/呼和浩特市/和林格尔县",
    "清水河": f"{NM}/呼和浩特市/清水河县",
    "达茂旗": f"{NM}/包头市/达尔罕茂明安联合旗",
    "白云矿区": f"{NM}/包头市/白云鄂博矿区",
    "阿鲁旗": f"{NM}/赤峰市/阿鲁科尔沁旗",
    "阿旗": f"{NM}/赤峰市/阿鲁科尔沁旗",
    "克旗": f"{NM}/赤峰市/克什克腾旗",
    "翁旗": f"{NM}/赤峰市/翁牛特旗",
    "喀旗": f"{NM}/赤峰市/喀喇沁旗",
    "科区": f"{NM}/通辽市/科尔沁区",
    "达旗": f"{NM}/鄂尔多斯市/达拉特旗",
    "准旗": f"{NM}/鄂尔多斯市/准格尔旗",
    "伊旗": f"{NM}/鄂尔多斯市/伊金霍洛旗",
    "鄂旗": f"{NM}/鄂尔多斯市/鄂托克旗",
    "莫旗": f"{NM}/呼伦贝尔市/莫力达瓦达斡尔族自治旗",
    "陈旗": f"{NM}/呼伦贝尔市/陈巴尔虎旗",
    "东乌旗": f"{NM}/锡林郭勒盟/东乌珠穆沁旗",
    "西乌旗": f"{NM}/锡林郭勒盟/西乌珠穆沁旗",
    "太旗": f"{NM}/锡林郭勒盟/太仆寺旗",
    "白旗": f"{NM}/锡林郭勒盟/正镶白旗",
    "蓝旗": f"{NM}/锡林郭勒盟/正蓝旗",
    "额旗": f"{NM}/阿拉善盟/额济纳旗",
    "四王旗": f"{NM}/乌兰察布市/四子王旗",
    "乌市": f"{XJ}/乌鲁木齐市",
    "博州": f"{XJ}/博尔塔拉蒙古自治州",
    "巴州": f"{XJ}/巴音郭楞蒙古自治州",
    "克州": f"{XJ}/克孜勒苏柯尔克孜自治州",
    "吉木萨": f"{XJ}/昌吉回族自治州/吉木萨尔县",
    "塔县": f"{XJ}/喀什地区/塔什库尔干塔吉克自治县",
    "察县": f"{XJ}/伊犁哈萨克自治州/察布查尔锡伯自治县",
    "和布克赛尔": f"{XJ}/塔城地区/和布克赛尔蒙古自治县",
    "和丰县": f"{XJ}/塔城地区/和布克赛尔蒙古自治县",
    "新疆生产建设兵团": XJ,
    "兵团": XJ,
    "阜蒙县": "辽宁省/阜新市/阜新蒙古族自治县",
    "前郭县": "吉林省/松原市/前郭尔罗斯蒙古族自治县",
    "杜蒙县": "黑龙江省/大庆市/杜尔伯特蒙古族自治县",
    "张家川": "甘肃省/天水市/张家川回族自治县",
    "酉阳": "重庆市/酉阳土家族苗族自治县",
    "西双版纳": "云南省/西双版纳傣族自治州",
    "版纳": "云南省/西双版纳傣族自治州",
    "浦东": "上海市/浦东新区",
    "神农架": "湖北省/神农架林区",
}

# Former names that the rules (a county made city, a city made ward) do not give, each with the
# division that holds the place today. Source: the State Council's decisions on each change, as
# the Ministry of Civil Affairs lists them by year (https://www.mca.gov.cn, 行政区划变更情况).
FORMER: dict[str, str] = {
    "哲里木盟": f"{NM}/通辽市",
    "昭乌达盟": f"{NM}/赤峰市",
    "伊克昭盟": f"{NM}/鄂尔多斯市",
    "伊盟": f"{NM}/鄂尔多斯市",
    "巴盟": f"{NM}/巴彦淖尔市",
    "乌盟": f"{NM}/乌兰察布市",
    "呼盟": f"{NM}/呼伦贝尔市",
    "布特哈旗": f"{NM}/呼伦贝尔市/扎兰屯市",
    "额尔古纳右旗": f"{NM}/呼伦贝尔市/额尔古纳市",
    "额尔古纳左旗": f"{NM}/呼伦贝尔市/根河市",
    "米泉市": f"{XJ}/乌鲁木齐市/米东区",
    "米泉县": f"{XJ}/乌鲁木齐市/米东区",
    "东山区": f"{XJ}/乌鲁木齐市/米东区",
    "哈密县": f"{XJ}/哈密市/伊州区",
    "吐鲁番县": f"{XJ}/吐鲁番市/高昌区",
    "崇文区": "北京市/东城区",
    "宣武区": "北京市/西城区",
    "塘沽区": "天津市/滨海新区",
    "大港区": "天津市/滨海新区",
    "卢湾区": "上海市/黄浦区",
    "南市区": "上海市/黄浦区",
    "闸北区": "上海市/静安区",
    "南汇区": "上海市/浦东新区",
    "南汇县": "上海市/浦东新区",
    "万县市": "重庆市/万州区",
    "万盛区": "重庆市/綦江区",
    "双桥区": "重庆市/大足区",
    "锦西市": "辽宁省/葫芦岛市",
    "襄樊市": "湖北省/襄阳市",
    "襄樊": "湖北省/襄阳市",
    "蒲圻市": "湖北省/咸宁市/赤壁市",
    "思茅市": "云南省/普洱市",
    "思茅地区": "云南省/普洱市",
    "中甸县": "云南省/迪庆藏族自治州/香格里拉市",
    "路南彝族自治县": "云南省/昆明市/石林彝族自治县",
    "潞西市": "云南省/德宏傣族景颇族自治州/芒市",
    "大庸市": "湖南省/张家界市",
    "通什市": "海南省/五指山市",
    "淮阴市": "江苏省/淮安市",
    "沧浪区": "江苏省/苏州市/姑苏区",
    "平江区": "江苏省/苏州市/姑苏区",
    "金阊区": "江苏省/苏州市/姑苏区",
    "白下区": "江苏省/南京市/秦淮区",
    "下关区": "江苏省/南京市/鼓楼区",
    "江干区": "浙江省/杭州市/上城区",
    "下城区": "浙江省/杭州市/拱墅区",
    "莱芜市": "山东省/济南市/莱芜区",
    "巢湖地区": "安徽省/合肥市/巢湖市",
    "徽州地区": "安徽省/黄山市",
    "市中区": "四川省/成都市/青羊区",
    "增城市": "广东省/广州市/增城区",
    "萝岗区": "广东省/广州市/黄埔区",
    "东山县城": "福建省/漳州市/东山县",
    "梅列区": "福建省/三明市/三元区",
    "老河口": "湖北省/襄阳市/老河口市",
    "甘德尔": f"{NM}/乌海市/海南区",
}
del FORMER["市中区"], FORMER["东山县城"], FORMER["甘德尔"], FORMER["老河口"], FORMER["东山区"]


def _words(section: str) -> frozenset[str]:
    text = resources.files("store").joinpath("data/regions.words.txt").read_text("utf-8")
    body = text.partition(f"[{section}]")[2].partition("[")[0]
    return frozenset(body.split())


WORDS = _words("words")
"""Short names that are ordinary words, people's names or names of other things too often to be
believed without 县, 市 or 区 behind them."""
DOUBTFUL = _words("doubtful")
"""Short names of prefectures that are also words or other places: bare, they need the province
named in the same article, or in the name of the paper's home."""
SHIELDS = _words("shields")
"""Longer names that hold the name of a region without meaning it."""
