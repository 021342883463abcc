-- severity: error
-- rule: Every span lies inside its article, and inside its sentence.
select source_id, surface, 'the span ' || start_offset || '–' || end_offset || ' leaves its text' as problem
from mention
join source using (source_id)
where end_offset > characters
   or sentence_end > characters
   or sentence_start < 0
   or start_offset < sentence_start
   or end_offset > sentence_end
