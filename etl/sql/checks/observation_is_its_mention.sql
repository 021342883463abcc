-- severity: error
-- rule: Every observation repeats the figure of its mention, and every mention with an indicator has one.
select
    coalesce(o.source_id, m.source_id)       as source_id,
    coalesce(m.surface, o.observation_id)    as surface,
    'the tables mention and observation disagree' as problem
from observation as o
full join (from mention where status = 'observation') as m
    on m.mention_id = o.observation_id
where m.mention_id is null
   or o.observation_id is null
   or m.source_id <> o.source_id
   or m.position <> o.position
   or m.indicator <> o.indicator
   or m.value is distinct from o.value
   or m.value_low is distinct from o.value_low
   or m.value_high is distinct from o.value_high
   or m.unit <> o.unit
   or m.qualifier <> o.qualifier
