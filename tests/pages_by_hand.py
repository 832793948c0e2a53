"""Invented pages in the layouts that other papers use, with what their editors meant beside them.

The breaker makes pages of one layout and breaks them; these are whole, written by hand, each in
another layout: columns without marks, bylines in several places, sign-offs, credits, mastheads.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests import pages_by_hand_text as text


@dataclass(frozen=True, slots=True)
class Meant:
    """An article as its editor meant it; `paragraphs` and `captions` are counts, `title` None
    when none was printed."""

    kind: str
    title: str | None
    paragraphs: int
    authors: tuple[str, ...] = ()
    column: str | None = None
    kicker: str | None = None
    subtitle: str | None = None
    source: str | None = None
    captions: int = 0


HAND_PAGES: dict[str, tuple[str, tuple[Meant, ...]]] = {
    "plain columns": (
        text.PLAIN_COLUMNS,
        (
            Meant("news", "青崖县：板凳夜校暖人心", 2, ("赵明远", "孙岚"), "党建视窗"),
            Meant("news", "柳湾县“红色代办”跑出加速度", 1, ("钱立秋",), "党建视窗"),
            Meant("brief", None, 1, ("周海燕",), "一线传真"),
            Meant("brief", None, 1, ("吴玉梅",), "一线传真"),
            Meant("brief", None, 1, ("郑国平",), "一线传真"),
            Meant("study", "怎样开好支部组织生活会", 3, (), "微党课", source="晨岭党建"),
        ),
    ),
    "page line above, masthead below": (
        text.FOOTED,
        (
            Meant(
                "feature",
                "把支部建在山梁上",
                7,
                ("沈阳", "李根生"),
                subtitle="榆关县石门乡党建促治理见闻",
            ),
            Meant("photo", None, 1, ("杨帆",), "图片新闻"),
            Meant("study", "党员发展要过哪几道关", 3, (), "学习园地", source="晨岭日报"),
        ),
    ),
    "three-line headline, names at the end": (
        text.SIGNED,
        (
            Meant(
                "feature",
                "难题就地解决",
                3,
                ("沈阳", "李根生"),
                kicker="干部下沉一线",
                subtitle="红渡县推行“三张清单”工作法",
            ),
            Meant("feature", "老党员守好一江清水", 2, ("朱志强",), kicker="麦溪县"),
            Meant("commentary", "少开会 多走路", 3, ("吕芳",), "言论"),
        ),
    ),
    "two pictures and a picture item": (
        text.PICTURES,
        (
            Meant("feature", "守水人老周", 4, ("孙晓岚",), "先锋风采", captions=2),
            Meant("news", "沙柳旗：牧民议事厅里话发展", 1, ("许晴",)),
            Meant("photo", "新书架进了毡房", 1, ("褚文斌",)),
        ),
    ),
    "reprints and titled briefs": (
        text.REPRINTS,
        (
            Meant(
                "commentary",
                "以自我革命精神锻造过硬队伍",
                3,
                ("钱立秋",),
                "理论园地",
                source="晨岭学刊",
            ),
            Meant("commentary", "“群众点单”要防“点而不应”", 3, ("郑国平",), "基层声音"),
            Meant("brief", "石桥市组织百名书记互访互学", 1, ("卫东",), "简讯"),
            Meant("brief", "松坪市机关党员进社区认领“微心愿”", 1, ("吴玉梅",), "简讯"),
        ),
    ),
    "openings of every kind": (
        text.UNMARKED,
        (
            Meant(
                "feature", "实招破解“带富难”", 2, ("韩冰",), "党建动态", kicker="白塔旗委组织部"
            ),
            Meant("news", "云汀县强化“两新”组织党建", 2, ("卫东",), "党建动态"),
            Meant("news", "松坪市：支部结对帮到家", 1, ("孙岚", "周海燕"), "党建动态"),
            Meant("commentary", "莫让“留痕”成负担", 2, ("本报评论员",), "短评"),
            Meant("study", None, 4, (), "党务问答"),
        ),
    ),
    "framed columns, nothing fused apart": (
        text.FRAMED,
        (
            Meant(
                "news",
                "“网格长”成了“贴心人”",
                2,
                ("赵明远", "孙岚"),
                "基层动态",
                kicker="白塔旗",
            ),
            Meant("news", "毡房里响起党课声", 2, ("孙晓岚",), "基层动态", kicker="沙柳旗——"),
        ),
    ),
    "a caption above its headline, a photo column": (
        text.STILLS,
        (
            Meant(
                "feature",
                "云汀县“敲门行动”暖了独居老人",
                3,
                ("吴玉梅",),
                "党旗下的风采",
                captions=1,
            ),
            Meant("study", "什么是“三会一课”？", 4, (), "学习贴士", source="晨岭党建网"),
            Meant("photo", None, 1, ("李根生",), "镜头"),
            Meant("photo", None, 1, ("何伟",), "镜头"),
        ),
    ),
}
"""Each layout with the articles of its page in printed order."""
