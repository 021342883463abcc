-- severity: error
-- rule: The sentence holds the surface at the place that the offsets say.
select source_id, surface, 'its sentence reads otherwise at this place' as problem
from mention
where length(sentence) <> sentence_end - sentence_start
   or substr(sentence, start_offset - sentence_start + 1, end_offset - start_offset) <> surface
