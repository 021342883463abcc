-- What became of each observation from one version to the next, the newest version first.
select
    change.* exclude (number, position),
    change.number                           as version_number,
    version.data_version                    as version,
    version.released,
    city.name                               as city,
    indicator.zh                            as indicator_zh,
    indicator.en                            as indicator_en,
    (select max(data_version) from etl_run) as data_version
from change
join version on version.number = change.number
left join city on city.adcode = change.adcode
left join indicator on indicator.id = change.indicator
order by change.number desc, change.source_id, change.position, change.observation_id
