-- For each theme the indicator that most places report, and one figure a place for it:
-- the place's own before a part of it, the largest first. Rates are left out: 100 % says little.
with spread as (

    select
        indicator.theme,
        indicator.id,
        row_number() over (
            partition by indicator.theme
            order by count(distinct observation.adcode) desc, indicator.position
        ) as place_in_theme
    from observation
    join indicator on indicator.id = observation.indicator
    where indicator.measure not in ('rate', 'standard')
    group by indicator.theme, indicator.id, indicator.position

),

figures as (

    select
        observation.*,
        row_number() over (
            partition by observation.adcode, observation.indicator
            order by observation.place is not null, observation.value desc, observation.position
        ) as place_in_city
    from observation
    join spread on spread.id = observation.indicator and spread.place_in_theme = 1

)

select
    theme.id          as theme,
    theme.zh          as theme_zh,
    theme.en          as theme_en,
    indicator.id      as indicator,
    indicator.zh,
    indicator.en,
    city.adcode,
    city.name,
    city.short_name,
    mention.mention_id,
    mention.surface,
    figures.place,
    figures.period_kind,
    figures.period_text,
    figures.period_start,
    figures.period_end
from figures
join indicator on indicator.id = figures.indicator
join theme on theme.id = indicator.theme
join city on city.adcode = figures.adcode
join mention on mention.mention_id = figures.observation_id
where figures.place_in_city = 1
order by theme.position, figures.value desc, city.adcode
