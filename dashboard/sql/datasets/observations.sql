-- The observations with their words and evidence: what every download holds.
select
    observation.observation_id,
    observation.adcode,
    city.name                 as city,
    city.level,
    city.province,
    indicator.theme,
    observation.indicator,
    indicator.zh              as indicator_zh,
    indicator.en              as indicator_en,
    observation.value,
    observation.value_low,
    observation.value_high,
    observation.unit,
    observation.qualifier,
    mention.surface,
    observation.period_kind,
    observation.period_text,
    observation.period_start,
    observation.period_end,
    observation.place,
    observation.per_year,
    observation.per_year_low,
    observation.per_year_high,
    observation.per_10k,
    observation.per_10k_low,
    observation.per_10k_high,
    mention.sentence,
    observation.source_id,
    source.title              as source_title,
    source.publisher,
    source.published,
    source.published_basis,
    source.url,
    mention.start_offset,
    mention.end_offset,
    observation.corrected,
    (select max(data_version) from etl_run) as data_version
from observation
join mention on mention.mention_id = observation.observation_id
join indicator on indicator.id = observation.indicator
join city on city.adcode = observation.adcode
join source on source.source_id = observation.source_id
order by observation.adcode, observation.source_id, mention.position
