-- The leading figures of all cities for one indicator on one basis, each with its tier, its
-- reasons and its rank among the cities that are like for like: the largest first.
select
    standing.class,
    standing.adcode,
    city.name                                                   as city,
    standing.parent_adcode,
    standing.fact_id                                            as mention_id,
    standing.value_low,
    standing.value,
    standing.value_high,
    standing.unit,
    standing.qualifier,
    standing.period_kind,
    standing.period_text,
    standing.period_start,
    standing.period_end,
    standing.place,
    standing.surface,
    standing.mentions,
    standing.source_id,
    standing.tier,
    standing.reasons,
    standing.compared,
    standing.rank_low,
    standing.rank_high,
    standing.ranked
from standing
join city on city.adcode = standing.adcode
where standing.indicator = $indicator
  and standing.basis = $basis
order by standing.tier, standing.class, standing.value desc nulls last, standing.adcode
