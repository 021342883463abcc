-- One row a place and indicator of a theme, with the kind of report or of silence that the view
-- silence names; places with articles come first.
with articles as (

    select adcode, min(source_id) as source_id
    from source
    group by adcode

),

place as (

    select city.adcode, city.name, articles.source_id
    from city
    left join articles using (adcode)
    order by articles.source_id is null, city.adcode
    limit $places

)

select
    place.adcode,
    place.name,
    silence.indicator,
    indicator.zh,
    indicator.en,
    silence.state,
    silence.mentions                 as observations,
    silence.fact_id                  as mention_id,
    place.source_id
from place
join silence on silence.adcode = place.adcode
join indicator on indicator.id = silence.indicator
where indicator.theme = $theme
order by place.source_id is null, place.adcode, indicator.position
