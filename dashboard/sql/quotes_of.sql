-- The sentences of some numbers, cut at the digits.
select
    mention.mention_id,
    mention.source_id,
    mention.surface,
    substr(source_text.text, mention.sentence_start + 1, mention.start_offset - mention.sentence_start)
                                                                as before,
    substr(source_text.text, mention.end_offset + 1, mention.sentence_end - mention.end_offset)
                                                                as after
from mention
join source_text on source_text.source_id = mention.source_id
where mention.mention_id in (select unnest($mentions::varchar[]))
