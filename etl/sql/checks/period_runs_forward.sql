-- severity: error
-- rule: A period does not end before it begins, as far as both dates are stated.
select o.source_id, m.surface, 'the period runs from ' || period_start || ' to ' || period_end as problem
from observation as o
join mention as m on m.mention_id = o.observation_id
where left(period_start, length(period_end)) > left(period_end, length(period_start))
