-- The facts with their names; the ids of the mentions are one text.
select
    fact.* exclude (observation_ids),
    array_to_string(fact.observation_ids, ';') as observation_ids,
    city.name                                  as city,
    city.level,
    city.province,
    indicator.theme,
    indicator.zh                               as indicator_zh,
    indicator.en                               as indicator_en,
    (select max(data_version) from etl_run)    as data_version
from fact
join city on city.adcode = fact.adcode
join indicator on indicator.id = fact.indicator
order by fact.adcode, fact.source_id, fact.position
