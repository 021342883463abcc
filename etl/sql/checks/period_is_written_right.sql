-- severity: error
-- rule: Periods are written YYYY, YYYY-MM or YYYY-MM-DD.
select o.source_id, m.surface, 'the period reads ' || concat_ws(' to ', period_start, period_end) as problem
from observation as o
join mention as m on m.mention_id = o.observation_id
where not regexp_full_match(coalesce(period_start, '2000'), '[0-9]{4}(-(0[1-9]|1[0-2])(-[0-3][0-9])?)?')
   or not regexp_full_match(coalesce(period_end, '2000'), '[0-9]{4}(-(0[1-9]|1[0-2])(-[0-3][0-9])?)?')
