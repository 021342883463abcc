-- Every fact of one city by theme and indicator, as the brief lists them.
select
    fact.fact_id                                                as mention_id,
    fact.indicator,
    indicator.theme,
    fact.adcode,
    city.name                                                   as city,
    fact.source_id,
    fact.value_low,
    fact.value,
    fact.value_high,
    fact.unit,
    fact.qualifier,
    fact.period_kind,
    fact.period_text,
    fact.period_start,
    fact.period_end,
    fact.place,
    fact.surface
from fact
join indicator on indicator.id = fact.indicator
join city on city.adcode = fact.adcode
where fact.adcode = $city
order by indicator.position, fact.source_id, fact.position
