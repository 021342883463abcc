-- Every fact for one indicator: several mentions of one figure in one article are one row.
with figure as (

    select
        source_id,
        adcode,
        value,
        value_low,
        value_high,
        unit,
        qualifier,
        period_kind,
        period_start,
        period_end,
        place,
        period_text,
        fact_id                                             as mention_id,
        mentions,
        position
    from fact
    where indicator = $indicator

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
