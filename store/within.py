"""A short question about an article on the screen: what it asks, and where the article tells it.

多少吨, 书记是谁, 怎么收费, 电话呢 name no matter: it is that of the article. Such a question is
told by its form (a figure with its measure word, a name behind an office) beside its few words.
Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from store.chunks import parts
from store.figures import FIGURE, MEASURE, figure
from store.fold import fold, squeeze
from store.forms import COST, DATE, FORMS, MONEY
from store.model import Article, Passage
from store.sentences import pieces
from store.telling import ANY, NAME, ROW, TITLE, told

SHORT = 14
"""Characters of such a question; a longer one has a matter of its own."""
MATTER = 4
"""Han characters left of it without what only asks; more of them name a matter."""
HALF = 0.5
"""Share of its words that must stand in a sentence of the form asked for."""
MOST = 2
"""Sentences quoted."""
OFTEN = 0.1
"""What a sentence gains for having the form asked for once more: it is about nothing else."""
END = r"(?:[啊呀呢吧吗嘛的了]|来着|[?!。,~\s])*$"
LEAD = re.compile("^(?:那么?|请问|还有|另外|我?想(?:知道|问)一?下?|告诉我|[,\\s])+")
TO_US = re.compile("[你您]|机器人")
"""How a question about ourselves begins."""
REFERS = re.compile(
    "(?:这|那|该|上面|刚才)(?:一?[篇个位条家](?:文章|报道|老人|人|村|事)?|里|儿|些|事)|[他她它]们?(?![省乡国])"
)
"""Words that point to what has been spoken of."""
AGE = re.compile(rf"{FIGURE}周?岁(?!以[上下]|的?(?:老人|孩子|儿童))|年出生|生于|\(\d\d\)")
"""How old somebody is: 七十岁以上 are many."""
PLACE = re.compile("[\u4e00-\u9fff]{2,}?(?:[县市区镇乡村街路]|社区|广场|\\d号|小区)")
REASON = re.compile("因为|由于|为了|原因|之所以|所以|因此|以免|怕|为的是")
KEPT = (
    "书记|主任|主席|经理|委员|支书|代表|校长|队长|站长|所长|院长|厂长|社长|会长|镇长|乡长|村长|县长"
)
OFFICE = re.compile(f"([\u4e00-\u9fff]{{0,3}}(?:{KEPT}))(?:是谁|叫什么(?:名字)?|姓什么|是哪位|呢)")
MEASURED = re.compile(f"(?:多少|几)({MEASURE})")
JOINING = re.compile(
    "[的了是有在到去过都也还被把给和跟就又才共]|一[共起]|总共|大概|大约|现在|当时|每[个人]?|具体|分别"
    "|开始|举行|举办|进行"
)
ASIDE = re.compile(
    "电话|热线|手机号码?|联系方式|怎么联系|地址|地点|位置|价格|价钱|费用|(?<=收)费|年龄|岁数|年纪|名字|时间|原因|钱"
)
"""What is told by a form of its own, and need not be printed."""
SUBJECTS: tuple[tuple[re.Pattern[str], re.Pattern[str] | None], ...] = (
    (re.compile("(?:有|是)?多大(?:年[纪龄]|岁数|了)?$|几岁|多少岁|年龄|岁数|年纪"), AGE),
    (re.compile("(?:多少|几[块元]?)钱|什么价|价[格钱]|收费|怎么收|费用|怎么卖"), MONEY),
    (re.compile("哪一?年|何年"), re.compile(r"\d{4}年|[〇零一二三四五六七八九]{4}年|[去今前]年")),
    (re.compile("在哪(?![些个位年种])|哪[里儿]|地[址点]|什么地方|位置|怎么走"), PLACE),
    *FORMS,
    (re.compile("时间$|时间是"), re.compile(DATE)),
    (re.compile("为什么|为何|原因|为啥"), REASON),
    (re.compile("(?:多少|几(?![乎何]))"), ANY),
    (re.compile("哪[些几]|有什么|有啥"), re.compile(f"{ROW.pattern}|{FIGURE}")),
    (re.compile("谁|哪位|叫什么"), re.compile(NAME)),
    (re.compile("怎么|如何|咋|什么|啥|吗$|呢$|有没有|是不是"), None),
)
"""How a question asks, and the form in which that is told; None where its words are all."""
ASKING = re.compile(
    f"多少(?:{MEASURE})?|几(?:{MEASURE})|多[大久长高远宽深](?:年[纪龄]|岁数)?|第几|哪[些几一]?[个位家座年月天日种里儿条]?"
    "|什么(?:时候|地方|时间|价|样)?|为什么|为何|为啥|何[时地年]|怎么(?:样|走|联系|卖)?|如何|咋样?|啥|是不是|有没有"
    "|是谁|谁|叫什么|姓什么|[吗呢吧啊呀嘛]$|[?!。,~\\s]"
)


class Aside(NamedTuple):
    """A short question: the `words` it has of its own, whether it `refers` to what was spoken of,
    the `form` of an answer, None for any, and the `office` whose holder is asked for."""

    said: str
    words: tuple[str, ...]
    refers: bool
    form: re.Pattern[str] | None
    office: str = ""

    @property
    def letters(self) -> str:
        """Its words in one."""
        return "".join(self.words)


def aside(question: str) -> Aside | None:
    """What a short question asks of what has been spoken of; None when it is no such question."""
    said = LEAD.sub("", squeeze(fold(question)))
    if not said or len(said) > SHORT or TO_US.match(said):
        return None
    bare = re.sub(END, "", said)
    subject = next((one for one in SUBJECTS if one[0].search(said) or one[0].search(bare)), None)
    if subject is None:
        return None
    plain = ASIDE.sub(" ", ASKING.sub(" ", REFERS.sub(" ", said)))
    words = tuple(re.findall("[\u4e00-\u9fff0-9a-z]+", JOINING.sub(" ", plain)))
    office = office_of(said)
    # An office alone is that of the place spoken of: every other has one, too.
    refers = REFERS.search(said) is not None or (bool(office) and words == (office,))
    asked = Aside(said, words, refers, form_of(said, words, subject[1]), office)
    wordless = not words and subject[1] in (None, ANY) and asked.form is subject[1]
    return None if wordless or len(asked.letters) > MATTER else asked


def form_of(
    said: str, words: tuple[str, ...], usual: re.Pattern[str] | None
) -> re.Pattern[str] | None:
    """The form of an answer: a measure word or a noun for sums says it more closely."""
    if usual is ANY and (measured := MEASURED.search(said)):
        return figure(measured[1])
    return MONEY if usual is ANY and words and COST.search(words[-1]) else usual


def office_of(said: str) -> str:
    """The office whose holder is asked for, if any."""
    found = OFFICE.search(said)
    return found[1] if found else ""


def within(asked: Aside, article: Article) -> tuple[Passage, ...]:
    """The sentences of an article that tell what is asked, best first; none when none does."""
    found = sorted(rated(asked, article), key=lambda one: -one[0])
    chosen = [passage for value, passage in found if value >= found[0][0] - 1e-6]
    return tuple(chosen[: 1 if asked.form is PLACE else MOST])


def rated(asked: Aside, article: Article) -> Iterator[tuple[float, Passage]]:
    """The sentences that tell what is asked, each with how well it does."""
    texts = parts(article)
    cut = [(number, one) for number, text in enumerate(texts) for one in pieces(text)]
    said = [texts[number][one.start : one.stop] for number, one in cut]
    gains = told(asked.said, map(fold, said))
    for (number, _), sentence, gain in zip(cut, said, gains, strict=False):
        value = held(asked, fold(sentence))
        if value:
            often = len(asked.form.findall(sentence)) if asked.form else 0
            yield (
                value + gain + OFTEN * min(often, MOST),
                Passage(sentence, number, marks(asked, sentence)),
            )


def held(asked: Aside, sentence: str) -> float:
    """How far a folded sentence tells what is asked; 0 when it does not."""
    if asked.office:
        name = asked.office.replace("支书", "书记")[-2:]
        name = f"副{name}" if f"副{name}" in asked.office else f"(?<!副){name}"
        return 1.0 if re.search(f"{name}(?:兼[^,。]{{2,8}})?{NAME}", sentence) else 0.0
    if asked.form and not asked.form.search(sentence):
        return 0.0
    if not asked.words:
        return 1.0
    shares = [present(word, sentence) for word in asked.words]
    share = sum(one * len(word) for one, word in zip(shares, asked.words, strict=True))
    share /= len(asked.letters)
    # A verb of one character may be another in print, a noun hardly.
    lacking = any(one < HALF for one, word in zip(shares, asked.words, strict=True) if word[1:])
    return 0.0 if lacking or share < (HALF if asked.form else 1.0) else share


def present(word: str, sentence: str) -> float:
    """The share of a word's pairs, or of a lone character, in a sentence."""
    if word in sentence:
        return 1.0
    found = [word[at : at + 2] in sentence for at in range(len(word) - 1)]
    return sum(found) / len(found) if found else 0.0


def marks(asked: Aside, sentence: str) -> tuple[tuple[int, int], ...]:
    """What of a sentence to show in bold: the forms asked for, else the words."""
    form = re.compile(f"(?:{TITLE}){NAME}") if asked.office else asked.form
    words = re.compile("|".join(map(re.escape, asked.words)) or "(?!)")
    found = [hit.span() for hit in (form or words).finditer(sentence)]
    return tuple(span for span in found if span[1] - span[0] <= SHORT)
