-- One row a place with articles and theme: how many of its indicators the place reports.
with reported as (

    select
        observation.adcode,
        indicator.theme,
        count(distinct observation.indicator) as indicators,
        count(*)                              as observations
    from observation
    join indicator on indicator.id = observation.indicator
    group by observation.adcode, indicator.theme

)

select
    city.adcode,
    city.name,
    theme.id                               as theme,
    theme.zh,
    theme.en,
    coalesce(reported.indicators, 0)       as reported,
    coalesce(reported.observations, 0)     as observations,
    (select count(*) from indicator where indicator.theme = theme.id) as indicators
from city
cross join theme
left join reported on reported.adcode = city.adcode and reported.theme = theme.id
where city.adcode in (select adcode from source)
order by city.adcode, theme.position
