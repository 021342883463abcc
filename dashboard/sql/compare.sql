-- Every figure for one indicator: several mentions of one figure in one article are one row.
with figure as (

    select
        observation.source_id,
        observation.adcode,
        observation.value,
        observation.value_low,
        observation.value_high,
        observation.unit,
        observation.qualifier,
        observation.period_kind,
        observation.period_start,
        observation.period_end,
        observation.place,
        arg_min(observation.period_text, (observation.period_text is null, observation.position))
                                                            as period_text,
        arg_min(observation.observation_id, observation.position) as mention_id,
        count(*)                                            as mentions,
        min(observation.position)                           as position
    from observation
    where observation.indicator = $indicator
    group by all

)

select
    figure.* exclude (position),
    case
        when figure.place is not null then 'part'
        when figure.period_kind is null then 'unstated'
        when figure.period_kind in ('stock', 'standard') then 'stated'
        when figure.period_kind = 'annual' then 'stated'
        when figure.period_start is null and figure.period_end is null then 'unstated'
        else 'stated'
    end                                                     as footing,
    city.name                                               as city,
    city.short_name,
    city.level,
    city.parent_adcode,
    mention.surface,
    mention.sentence,
    substr(source_text.text, mention.sentence_start + 1, mention.start_offset - mention.sentence_start)
                                                            as before,
    substr(source_text.text, mention.end_offset + 1, mention.sentence_end - mention.end_offset)
                                                            as after,
    source.title,
    source.publisher,
    source.published,
    source.published_basis
from figure
join city on city.adcode = figure.adcode
join mention on mention.mention_id = figure.mention_id
join source on source.source_id = figure.source_id
join source_text on source_text.source_id = figure.source_id
order by figure.value desc, figure.adcode, figure.position
