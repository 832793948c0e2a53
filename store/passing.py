"""Whether an article is about a matter or only mentions it in passing. Pure.

Who asks how a thing is done, or what it is, in one common word is answered by what is about it: in
a large archive that word stands somewhere in any case. A topic is in the heading, comes back, or
is put between quotation marks as a name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.forms import HAN
from store.sound import listen
from store.terms import pairs

SHORT = 5
"""Characters up to which what is asked about is taken for one word."""
DENSE = 250
"""Characters of text in which a topic comes up once or more."""
BESIDE = "边面岸里上下中旁侧"
"""How words for a place beside another end: 河对岸."""
OFTEN = 3
"""Times that are enough however long the text is."""
WORD = "原因|目的|意义|作用|好处|特点|办法|方法|做法"
"""What is asked of a matter, and need not be called so."""
MANNER = re.compile(
    rf"^(?:怎么|如何|怎样|咋|什么是|什么叫|啥是|为什么|为啥)({HAN}+)$"
    rf"|^({HAN}+?)(?:怎么|如何|怎样|咋)(?:办|样|回事|{HAN}{{0,2}})$"
    rf"|^({HAN}+?)(?:的?(?:{WORD}))?(?:是什么(?:意思)?|是啥|好不好|为什么)$"
)
"""How something is done, and what it is."""
REMARK = re.compile(
    rf"(?!{HAN}*(?:[谁哪几怎]|什么|多[少大久长高远]))"
    rf"(?:[真好太]{HAN}{{2,3}}|{HAN}{{0,3}}[我你您]{HAN}{{0,3}}|{HAN}{{2,4}}了)"
)
"""What people say to one another, when it is all that is said; 谁买走了 asks."""
QUOTED = re.compile("[“「『]([^”」』]{2,10})[”」』]")


def mentioned(matter: str, words: Sequence[str], heading: str, text: str) -> bool:
    """Whether a matter of one word is no more than mentioned in a folded text, which begins with
    its heading; `words` are its pairs that are words. A longer matter says enough by being met.

    A slip of the keyboard is let pass where the heading or a name sounds like it."""
    if not 1 < len(matter) <= SHORT:
        return False
    sounds = pairs(listen(matter))
    names = "\n".join((heading, *QUOTED.findall(text)))
    if any(sound in listen(names) for sound in sounds):
        return False
    return min(map(text.count, words or pairs(matter))) < min(OFTEN, len(text) / DENSE)
