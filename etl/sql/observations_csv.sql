-- The rows of observations.csv: every observation with what is needed to read it alone.
select
    o.observation_id,
    o.source_id,
    o.adcode,
    c.name                                 as city,
    c.province,
    c.level,
    i.theme,
    o.indicator,
    i.zh                                   as indicator_zh,
    o.value,
    o.value_low,
    o.value_high,
    o.unit,
    o.qualifier,
    o.period_kind,
    o.period_text,
    o.period_start,
    o.period_end,
    o.place,
    o.years_low,
    o.years,
    o.years_high,
    o.per_year_low,
    o.per_year,
    o.per_year_high,
    o.per_10k_low,
    o.per_10k,
    o.per_10k_high,
    m.surface,
    m.sentence,
    m.start_offset,
    m.end_offset,
    o.cues,
    o.corrected,
    s.title,
    s.publisher,
    s.published,
    s.url
from observation as o
join mention as m on m.mention_id = o.observation_id
join source as s on s.source_id = o.source_id
join city as c on c.adcode = o.adcode
join indicator as i on i.id = o.indicator
order by o.source_id, o.position
