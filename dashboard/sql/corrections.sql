-- The declared corrections that changed one article's numbers.
select mention_id, field, extracted, corrected, reason, status
from correction
where source_id = $source
order by mention_id, field
