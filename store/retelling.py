"""Long questions in several clauses: which of them speak of the reader and not of the paper. Pure.

Who tells at length what is remembered says who they are, how they came by it, and what escapes
them, before the question comes: 我是开货车的, 具体哪个县记不清了. An article need not hold that.
"""

from __future__ import annotations

import re

from store.framing import MATTER, unframed

CLAUSES = 3
"""Clauses from which a question is a retelling; in shorter ones the reader's own case is the
matter (我想入党, 要什么条件)."""
CLAUSE = re.compile("[^,。;!?、:]+")
SPEAKER = re.compile("(?:我|俺|本人)(?!们?[国党省市县州旗区镇乡军校])")
"""The reader begins to speak of themselves; 我县 is a place."""
WISH = re.compile("(?:就|也|还|正|很)?(?:想|打算|准备)(?!象)")
"""They go on to what they want, behind a clause about themselves."""
ESCAPED = re.compile(
    "[记想说弄搞]不(?:太|大|怎么)?(?:清|起|得|准|上)"
    "|忘(?:了|记了?)(?=$|[他她它那这]?(?:[叫是在哪什谁名具怎几]|多少))|没(?:有)?(?:记|看)(?:住|清|全)|不(?:记得|确定|晓得|知道是)"
)
"""They say what they no longer know; who 忘了带钥匙 is somebody in the paper."""
ASKS = re.compile("什么|怎|谁|多少|几|哪|如何|为何|吗|呢|多[大长久远高深]|是否|能不能|可不可以")
LEAST = 6
"""Characters of matter that must be left."""


def retold(folded: str) -> str:
    """A folded question with a line break for what in it speaks of the reader; unchanged when it
    is short, or when too little would be left."""
    clauses = list(CLAUSE.finditer(folded))
    if len(clauses) < CLAUSES:
        return folded
    left = list(folded)
    before = False
    for clause in clauses:
        said = unframed(clause[0])
        start = clause.start() + clause[0].find(said)
        kept = (start, start + len(said))
        before = ESCAPED.search(clause[0]) is not None or of_reader(said, before)
        if before:
            kept = (clause.end(), clause.end())
        for at in (*range(clause.start(), kept[0]), *range(kept[1], clause.end())):
            left[at] = "\n"
    told = "".join(left)
    return told if len(MATTER.findall(told)) >= LEAST else folded


def of_reader(clause: str, before: bool) -> bool:
    """Whether a clause says who the reader is, or what they want where the one `before` it spoke
    of them too."""
    begun = SPEAKER.match(clause) or (WISH.match(clause) if before else None)
    return begun is not None and not ASKS.search(clause)
