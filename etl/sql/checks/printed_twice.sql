-- severity: warning
-- rule: A sentence that is printed twice in an article counts once.
select source_id, surface, 'the same sentence gives the same figure ' || count(*) || ' times' as problem
from mention
where status = 'observation'
group by source_id, surface, sentence, start_offset - sentence_start, indicator
having count(*) > 1
