"""Who did something, and which one of a kind."""

import pytest

from tests.saying import silent


@pytest.mark.parametrize(("asked", "told", "other"), [
    ("帐篷是谁捐的", "帐篷由县商会捐赠。", "帐篷立在堤上。"),
    ("谁捐的帐篷", "县商会捐了帐篷。", "帐篷立在堤上。"),
    ("吊桥是谁修的", "吊桥由县路桥队承建。", "吊桥连着两岸，长86米。"),
    ("吊桥是谁造的", "老石匠何大川建了这座吊桥。", "吊桥连着两岸，长86米。"),
    ("谁发明的水车", "水车是何大川研制的。", "水车转了三年。"),
    ("谁教他们做豆腐", "请来八位老师傅传授做豆腐手艺。", "他们做豆腐，卖到县城。"),
    ("孩子是谁救的", "何大川把孩子救上岸。", "孩子回了家。"),
    ("谁把孩子救上来的", "何大川跳下去救起孩子。", "孩子回了家。"),
    ("会议由谁主持", "会议由段春来主持。", "会议开了三天。"),
    ("谁提议修渠", "段春来提出修渠。", "修渠，家家出力。"),
    ("谁设计的校服", "校服由罗小满设计。", "校服发到手里。"),
    ("谁投资的", "由县城投公司出资。", "合作社开张了。"),
    ("谁获得一等奖", "罗小满获一等奖。", "比赛开了三天。"),
    ("谁打扫广场", "广场每天由志愿者清扫。", "广场铺了砖。"),
    ("谁种的树", "段春来栽下这棵树。", "这棵树在村口。"),
    ("谁在守水库", "何大川守着水库。", "水库蓄水三年。"),
    ("谁来给老人送饭", "志愿者为老人送餐。", "老人吃得好。"),
])  # fmt: skip
def test_who_did_it_is_told_by_a_verb_of_the_kind(asked: str, told: str, other: str) -> None:
    assert not silent(asked, told)
    assert silent(asked, other)


@pytest.mark.parametrize(("asked", "told", "other"), [
    ("吊桥是哪家公司施工的", "吊桥由白桦路桥公司施工。", "吊桥连着两岸，长86米，通车三年。"),
    ("哪家银行放的贷款", "县农商银行发放贷款。", "贷款到手，买了三头牛。"),
    ("哪四家银行派的", "县农行、工行、邮储银行、农商行派员到村。", "从四家银行选派24名干部。"),
    ("哪三个村修了渠", "柳河村、石门村、何家村修了渠。", "三个村修了渠。"),
    ("哪家医院来义诊", "县中医院来义诊。", "义诊开了三天。"),
    ("哪所大学的专家", "请来省农业大学的专家。", "请来专家，住了三天。"),
    ("哪家报纸报道过", "《青禾日报》报道过。", "外面也有人来看。"),
    ("哪两家企业", "引进禾丰、众联两家企业。", "引进两家企业。"),
])  # fmt: skip
def test_one_of_a_kind_is_told_by_its_name(asked: str, told: str, other: str) -> None:
    assert not silent(asked, told)
    assert silent(asked, other)


def test_whoever_is_asked_to_help_did_nothing() -> None:
    assert not silent("那个谁帮忙看看渠修好了没有", "渠已修好。")
    assert not silent("谁知道渠修好了没有", "渠已修好。")


def test_who_wrote_it_is_told_by_bylines() -> None:
    assert not silent("这篇文章是谁写的", "渠已修好。")
