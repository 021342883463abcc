-- The published observations, and those of this build, with what tells them from each other.
create temp table before as
select
    o.observation_id,
    o.source_id,
    o.position,
    s.sha256,
    m.start_offset,
    m.end_offset,
    m.sentence,
    o.adcode,
    o.indicator,
    m.surface,
    o.value,
    o.value_low,
    o.value_high,
    o.unit,
    o.qualifier,
    o.period_kind,
    o.period_start,
    o.period_end,
    o.place
from read_parquet($observation) as o
join read_parquet($mention) as m on m.mention_id = o.observation_id
join read_parquet($source) as s on s.source_id = o.source_id;

create temp table after as
select
    o.observation_id,
    o.source_id,
    o.position,
    s.sha256,
    m.start_offset,
    m.end_offset,
    m.sentence,
    o.adcode,
    o.indicator,
    m.surface,
    o.value,
    o.value_low,
    o.value_high,
    o.unit,
    o.qualifier,
    o.period_kind,
    o.period_start,
    o.period_end,
    o.place
from observation as o
join mention as m on m.mention_id = o.observation_id
join source as s on s.source_id = o.source_id;
