-- severity: warning
-- rule: The value lies in the plausible range of its indicator.
select
    o.source_id,
    m.surface,
    o.indicator || ' ' || o.value || ' is outside ' || i.plausible_low || '–' || i.plausible_high as problem
from observation as o
join indicator as i on i.id = o.indicator
join mention as m on m.mention_id = o.observation_id
where o.value not between i.plausible_low and i.plausible_high
