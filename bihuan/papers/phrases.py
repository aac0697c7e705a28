"""How does the trail name what happened to papers?"""

from bihuan.say import Say, say

PHRASES: dict[str, Say] = {
    "paper.kept": say("收存文件"),
    "paper.refused": say("拒收带密级标志的文件"),
}
