-- Every number of one article in reading order, with what was read about it.
select
    mention.mention_id,
    mention.source_id,
    mention.position,
    mention.start_offset,
    mention.end_offset,
    mention.surface,
    mention.sentence,
    mention.sentence_start,
    mention.sentence_end,
    mention.value,
    mention.value_low,
    mention.value_high,
    mention.unit,
    mention.qualifier,
    mention.status,
    mention.reason,
    mention.indicator,
    mention.margin,
    mention.rivals,
    mention.cues,
    mention.corrected,
    indicator.zh,
    indicator.en,
    indicator.theme,
    observation.period_kind,
    observation.period_text,
    observation.period_start,
    observation.period_end,
    observation.place
from mention
left join indicator on indicator.id = mention.indicator
left join observation on observation.observation_id = mention.mention_id
where mention.source_id = $source
order by mention.position
