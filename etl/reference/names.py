"""Derive the short name of a place from its full name, by rule.

市, 县, 区 … are dropped, and so are the names of peoples in 自治州 and 自治县, as long
as at least two characters remain: 双辽市 → 双辽, 长白朝鲜族自治县 → 长白, 易县 → 易县.
"""

from __future__ import annotations

SUFFIXES = (
    *("特别行政区", "行政委员会", "自治区", "自治州", "自治县", "自治旗"),
    *("地区", "新区", "矿区", "特区"),
    *("省", "市", "县", "区", "旗", "盟"),
)
"""Longest first; the first one that leaves two characters is dropped."""

BANNER_SIDES = ("左旗", "右旗", "前旗", "中旗", "后旗")
"""Banners told apart by their side keep 旗: 巴林左旗."""

PEOPLES = (
    *("蒙古族", "回族", "藏族", "维吾尔族", "苗族", "彝族", "壮族"),
    *("布依族", "朝鲜族", "满族", "侗族", "瑶族", "白族", "土家族"),
    *("哈尼族", "哈萨克族", "傣族", "黎族", "傈僳族", "佤族", "畲族"),
    *("高山族", "拉祜族", "水族", "东乡族", "纳西族", "景颇族", "柯尔克孜族"),
    *("土族", "达斡尔族", "仫佬族", "羌族", "布朗族", "撒拉族", "毛南族"),
    *("仡佬族", "锡伯族", "阿昌族", "普米族", "塔吉克族", "怒族", "乌孜别克族"),
    *("俄罗斯族", "鄂温克族", "德昂族", "保安族", "裕固族", "京族", "塔塔尔族"),
    *("独龙族", "鄂伦春族", "赫哲族", "门巴族", "珞巴族", "基诺族", "各族"),
    *("蒙古", "哈萨克", "柯尔克孜", "塔吉克", "锡伯", "维吾尔"),
)
"""The names as they stand in full names; six of them also without 族 (新疆)."""

KEPT = frozenset({"内蒙古"})

AS_SPOKEN = {"神农架林区": "神农架"}
"""The only 林区 that is a division: 万柏林区 and 碑林区 end the same way."""


def short_name(name: str) -> str:
    """Return the short form of a full name; the full name where none is in use."""
    if name.endswith(BANNER_SIDES) or name in AS_SPOKEN:
        return AS_SPOKEN.get(name, name)
    suffix = next((s for s in SUFFIXES if _leaves_two(name, s)), "")
    stem = name.removesuffix(suffix)
    return _without_peoples(stem) if suffix.startswith("自治") else stem


def _leaves_two(name: str, suffix: str) -> bool:
    return name.endswith(suffix) and len(name) - len(suffix) >= 2


def _without_peoples(stem: str) -> str:
    """Drop the names of peoples from the end, as long as a name remains."""
    while stem not in KEPT:
        people = next((p for p in PEOPLES if _leaves_two(stem, p)), None)
        if people is None:
            break
        stem = stem.removesuffix(people)
    return stem.removesuffix("族") if stem in PEOPLES else stem
