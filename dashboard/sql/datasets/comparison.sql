-- The leading figure of each place on each basis, with its tier and its range of ranks.
select
    standing.indicator,
    standing.basis,
    standing.class,
    standing.adcode,
    standing.fact_id,
    standing.value,
    standing.value_low,
    standing.value_high,
    standing.tier,
    standing.compared,
    standing.rank_low,
    standing.rank_high,
    standing.ranked,
    standing.median_low,
    standing.median_high,
    array_to_string(standing.reasons, ';')  as reasons,
    fact.unit,
    city.name                               as city,
    city.level,
    city.province,
    indicator.theme,
    indicator.zh                            as indicator_zh,
    indicator.en                            as indicator_en,
    (select max(data_version) from etl_run) as data_version
from standing
join fact on fact.fact_id = standing.fact_id
join city on city.adcode = standing.adcode
join indicator on indicator.id = standing.indicator
order by indicator.position, standing.basis, standing.class, standing.adcode
