-- The codebook with how often and by how many cities each indicator is reported.
select
    indicator.id                            as indicator,
    indicator.theme,
    theme.zh                                as theme_zh,
    theme.en                                as theme_en,
    indicator.zh                            as indicator_zh,
    indicator.en                            as indicator_en,
    indicator.unit,
    indicator.measure,
    indicator.definition_zh,
    indicator.definition_en,
    indicator.polarity,
    indicator.saturable,
    indicator.assessment,
    count(observation.observation_id)       as observations,
    count(distinct observation.adcode)      as cities,
    (select max(data_version) from etl_run) as data_version
from indicator
join theme on theme.id = indicator.theme
left join observation on observation.indicator = indicator.id
group by all
order by min(indicator.position)
