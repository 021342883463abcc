-- severity: warning
-- rule: What is reported as done does not lie after the publication of the article.
select o.source_id, m.surface, 'ends in ' || period_end || ', published ' || published as problem
from observation as o
join source as s using (source_id)
join mention as m on m.mention_id = o.observation_id
where left(period_end, length(published)) > left(published, length(period_end))
