"""What a reader is told when the article that holds the rest is not the one the question names."""

from __future__ import annotations

UNLIKE = {
    "date": "{said}没有，{held} 有一篇：",
    "page": "{said}没有，第{held}版有一篇：",
    "paper": "《{said}》上没有，《{held}》上有一篇：",
    "column": "“{said}”栏目里没有，“{held}”栏目里有一篇：",
    "author": "没有{said}写的，有{held}写的一篇：",
    "photo": "没有{said}拍的照片，有{held}写的一篇：",
    "region": "没有{said}的，有{held}的一篇：",
    "kind": "没有这样的{said}，有一篇文章：",
    "number": "报上没有“{said}”，有“{held}”：",
}
UNLIKE_ANY = "报上没有{said}的，有相近的一篇："
NONE_OF = {
    "date": "库里没有{said}的报纸。",
    "page": "库里没有{said}。",
    "paper": "库里没有《{said}》的文章。",
    "column": "库里没有“{said}”栏目的文章。",
    "author": "库里没有{said}写的文章。",
    "region": "库里没有{said}的文章。",
}
NOT_TOLD = "《{title}》里没有写到“{question}”。"
TOLD_NOWHERE = "《{title}》里没有写到“{question}”，报上别处也没有找到。"
NONE_LISTED = "上面列出的文章里没有“{name}”的。"
