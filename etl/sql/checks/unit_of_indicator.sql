-- severity: error
-- rule: An observation carries the unit of its indicator.
select o.source_id, m.surface, o.indicator || ' is counted in ' || i.unit || ', not ' || o.unit as problem
from observation as o
join indicator as i on i.id = o.indicator
join mention as m on m.mention_id = o.observation_id
where o.unit <> i.unit
