"""Rows of the query `map_figures` as the map's tests need them."""

from dashboard.marks import Telling

TELLING = Telling("reported", "场次", sized=True, language="zh")


def row(**changes: object) -> dict:
    """A row of the query `map_figures`: 四平, 50余场 since an unstated date."""
    return {
        "adcode": "220300",
        "city": "四平市",
        "short_name": "四平",
        "level": "prefecture",
        "province": "吉林省",
        "parent_adcode": "220000",
        "lon": 124.344,
        "lat": 43.164,
        "population_year": 2020,
        "state": "figure",
        "figures": 1,
        "mention_id": "m1",
        "value": 50.0,
        "value_low": 50.0,
        "value_high": 60.0,
        "unit": "event",
        "qualifier": "at_least",
        "period_kind": "cumulative",
        "period_text": None,
        "period_start": None,
        "period_end": None,
        "place": None,
        "unstated": True,
        "why_zh": None,
        "why_en": None,
        "surface": "50余 场",
        "source_id": "siping-2025",
        "title": None,
        "publisher": None,
        "published": "2025",
        **changes,
    }


BAISHAN = row(
    adcode="220600",
    city="白山市",
    short_name="白山",
    lon=126.409,
    lat=41.941,
    mention_id="m2",
    value=20.0,
    value_low=20.0,
    value_high=20.0,
    qualifier="exact",
    period_start="2017",
    period_end="2021",
    unstated=False,
    surface="20场",
)
SHUANGLIAO = row(
    adcode="220382",
    city="双辽市",
    short_name="双辽",
    level="county",
    parent_adcode="220300",
    lon=123.497,
    lat=43.516,
    state="silent",
    figures=0,
    mention_id=None,
    value=None,
    value_low=None,
    value_high=None,
    qualifier=None,
    period_kind=None,
    surface=None,
    source_id=None,
)
ROWS = [row(), BAISHAN, SHUANGLIAO]
