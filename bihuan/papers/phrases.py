"""How does the trail name what happened to papers?"""

from bihuan.say import Say, say

PHRASES: dict[str, Say] = {
    "paper.kept": say("收存文件"),
    "paper.refused": say("拒收带密级标志的文件"),
}

FIELDS: dict[str, Say] = {
    "name": say("文件名"),
    "hash": say("内容校验值"),
    "size": say("大小（字节）"),
    "levels": say("密级标志"),
}
"""What the fields of a line are called."""
