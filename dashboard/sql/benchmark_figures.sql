-- The leading figures of some cities on one basis, with their words: one row an indicator, kind
-- of period and city. A figure that has no value on the basis stands last, without bounds.
select
    standing.indicator,
    standing.class,
    standing.adcode,
    city.name                                                   as city,
    city.short_name,
    standing.fact_id                                            as mention_id,
    standing.value_low,
    standing.value,
    standing.value_high,
    standing.own_reasons,
    standing.unit,
    standing.qualifier,
    standing.period_kind,
    standing.period_text,
    standing.period_start,
    standing.period_end,
    standing.place,
    standing.surface,
    standing.source_id
from (select distinct unnest($cities::varchar[]) as adcode) as asked
join city_standing as standing on standing.adcode = asked.adcode
join city on city.adcode = standing.adcode
where standing.basis = $basis
order by standing.indicator, standing.adcode, standing.value is null, standing.tier, standing.class
