-- severity: error
-- rule: An observation belongs to the city of its article.
select o.source_id, m.surface, 'stands under ' || o.adcode || ', its article under ' || s.adcode as problem
from observation as o
join source as s using (source_id)
join mention as m on m.mention_id = o.observation_id
where o.adcode <> s.adcode
