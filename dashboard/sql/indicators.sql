-- The codebook with how many cities report each indicator.
with reported as (

    select
        indicator,
        sum(mentions)            as observations,
        count_if(facts > 0)      as cities
    from silence
    group by indicator

)

select
    indicator.id,
    indicator.theme,
    indicator.unit,
    indicator.measure,
    indicator.bases,
    indicator.zh,
    indicator.en,
    indicator.definition_zh,
    indicator.definition_en,
    indicator.polarity,
    indicator.saturable,
    indicator.assessment,
    theme.zh                             as theme_zh,
    theme.en                             as theme_en,
    coalesce(reported.observations, 0)::bigint as observations,
    coalesce(reported.cities, 0)         as cities
from indicator
join theme on theme.id = indicator.theme
left join reported on reported.indicator = indicator.id
order by indicator.position
