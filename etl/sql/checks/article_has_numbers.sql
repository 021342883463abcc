-- severity: warning
-- rule: Every article holds at least one number that an indicator counts.
select source_id, file as surface, 'no figure of the codebook was found' as problem
from source
where source_id not in (select source_id from observation)
