-- The sentences of some numbers, cut at the digits. Their articles are named as well: mentions lie
-- in the order of articles, so that those of the others are not looked at.
select
    mention.mention_id,
    mention.source_id,
    mention.surface,
    substr(source_text.text, mention.sentence_start + 1, mention.start_offset - mention.sentence_start)
                                                                as before,
    substr(source_text.text, mention.end_offset + 1, mention.sentence_end - mention.end_offset)
                                                                as after
from (select distinct unnest($sources::varchar[]) as source_id) as asked
join mention on mention.source_id = asked.source_id
join source_text on source_text.source_id = asked.source_id
where mention.mention_id in (select unnest($mentions::varchar[]))
