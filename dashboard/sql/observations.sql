-- The observations with their words and evidence: what every download holds.
-- An empty list of a filter lets everything through.
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
where (len($cities::varchar[]) = 0 or observation.adcode in (select unnest($cities::varchar[])))
  and (len($indicators::varchar[]) = 0 or observation.indicator in (select unnest($indicators::varchar[])))
  and (len($themes::varchar[]) = 0 or indicator.theme in (select unnest($themes::varchar[])))
order by observation.adcode, observation.source_id, mention.position
