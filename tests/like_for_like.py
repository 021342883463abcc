"""Made-up articles of three prefectures whose figures can be compared, and a few that cannot."""

from tests.synthetic import HOSTILE, Said, Written

YEAR = {"kind": "annual", "text": "2024年", "start": "2024", "end": "2024"}
STOCK = {"kind": "stock", "start": None, "end": "2024-12"}


def written(
    adcode: str, text: str, *said: Said, title: str = "双拥工作综述"
) -> Written:
    return Written(f"{adcode}-2025", adcode, title, "2025-01", text, said)


ARTICLES = (
    written(
        "900100",
        f"{HOSTILE}\n2024年召开招聘会50余场，就业率98%。悬挂光荣牌1.2万块。",
        Said("50余场", 50, "job_fairs", 50, 60, "at_least", **YEAR),
        Said("98%", 98, "employment_rate", 98, 98, kind="standard"),
        Said("1.2万块", 12000, "honour_plaques", 12000, 12000, **STOCK),
    ),
    written(
        "900200",
        "2024年召开招聘会20场，送立功喜报30份。悬挂光荣牌超过1万块。",
        Said("20场", 20, "job_fairs", 20, 20, **YEAR),
        Said("30份", 30, "merit_notices", 30, 30, **YEAR),
        Said("超过1万块", 10000, "honour_plaques", 10000, None, "at_least", **STOCK),
    ),
    written(
        "900300",
        "2024年召开招聘会8场，送立功喜报200余份。",
        Said("8场", 8, "job_fairs", 8, 8, **YEAR),
        Said("200余份", 200, "merit_notices", 200, 300, "at_least", **YEAR),
    ),
    written(
        "900101",
        "四年来召开招聘会9场。",
        Said("9场", 9, "job_fairs", 9, 9, text="四年来"),
    ),
)
